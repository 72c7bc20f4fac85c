"""The addresses for other programs: documented, in parts, with tags, and the same verdicts as everywhere."""

from __future__ import annotations

import json

import pytest
from django.test import override_settings

from tests.web import city
from web.views.keeping import make_key


@pytest.fixture
def ask(as_):
    """Ask as a program with a key."""
    client, key = as_(""), make_key("cms")

    def ask(path, body=None, **headers):
        headers = {"authorization": f"Bearer {key}", **headers}
        if body is None:
            return client.get(f"/api/v1/{path}", headers=headers)
        return client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=headers)

    return ask


def test_every_address_is_described_with_its_fields_and_units(ask):
    described = ask("openapi.json").json()
    assert set(described["paths"]) >= {
        f"/api/v1/{name}" for name in ("metingen", "dekking", "producten", "elementen", "knelpunten", "toets")
    }
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["responses"]["200"]["content"]
    fields = described["components"]["schemas"]["Knelpunt"]["properties"]
    assert {"aantal_paginas", "aantal_plaatsen", "breedtes_in_pixels"} <= set(fields)


def test_prometheus_reads_the_figures_of_the_last_night_with_a_key(as_, tmp_path):
    file = tmp_path / "goedgeregeld.prom"
    with override_settings(METRICS_FILE=file):
        assert as_("").get("/api/metrics").status_code == 401
        key = {"authorization": f"Bearer {make_key('bewaking')}"}
        assert as_("").get("/api/metrics", headers=key).content == b""
        file.write_text("goedgeregeld_last_complete 1.0\n")
        answer = as_("").get("/api/metrics", headers=key)
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert answer.content == b"goedgeregeld_last_complete 1.0\n"


@pytest.mark.parametrize(
    ("path", "name", "amount"),
    [("producten", "producten", 9), ("elementen", "elementen", 45), ("metingen", "metingen", 3)],
)
def test_a_list_in_parts_is_the_whole_list_each_line_once(ask, path, name, amount):
    seen, start = [], 0
    while start is not None:
        part = ask(f"{path}?vanaf={start}&aantal=4").json()
        assert part["aantal"] == amount
        assert len(part[name]) <= 4
        seen += [json.dumps(line) for line in part[name]]
        start = part["volgende"]
    assert len(seen) == len(set(seen)) == amount


def test_an_answer_that_did_not_change_is_not_sent_again(ask):
    first = ask("dekking")
    assert first["ETag"]
    again = ask("dekking", **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_ids_stay_the_same_from_run_to_run(ask):
    ids = [{line["id"] for line in ask(f"knelpunten?meting={run}").json()["knelpunten"]} for run in ("r1", "r2", "r3")]
    assert len(ids[0]) == 3
    assert ids[0] == ids[1] == ids[2]


def test_a_draft_gets_the_verdicts_that_the_page_will_get(ask):
    found = ask("elementen?product=uittreksel").json()["elementen"]
    body = {"html": city.page("uittreksel").decode(), "naam": "Uittreksel BRP", "adres": f"{city.SITE}/uittreksel"}
    drafted = ask("toets", body).json()["elementen"]
    verdicts = [{line["onderdeel"]: (line["oordeel"], line["citaten"]) for line in lines} for lines in (found, drafted)]
    assert verdicts[0].items() <= verdicts[1].items()
    assert verdicts[1]["kosten"][0] == "ontbreekt"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"html": ""}, 400),
        ({"naam": "x"}, 422),
        ({"html": "<p>x</p>", "onbekend": 1}, 422),
        ({"html": "x", "adres": "javascript:x"}, 400),
    ],
)
def test_a_wrong_question_is_answered_in_dutch(ask, body, status):
    answer = ask("toets", body)
    assert answer.status_code == status
    assert set(answer.json()) == {"fout"}
    assert "Traceback" not in answer.content.decode()


def test_a_run_or_product_that_is_not_there(ask):
    assert ask("metingen/bestaat-niet").status_code == 404
    assert ask("producten/bestaat-niet").status_code == 404
    assert ask("producten?meting=bestaat-niet").status_code == 400
