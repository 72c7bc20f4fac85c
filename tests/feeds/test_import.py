from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from crawler.catalog import read_catalog
from feeds.proposal import propose
from feeds.reading import read_feed
from feeds.upl import read_upl
from goedgeregeld import settings
from model.claim import OnlineClaim, Source
from model.profile import SiteProfile
from tests.commands.conftest import Run
from tests.feeds import official
from tests.feeds.official import FAULTS, SITE, TODAY, Made, catalog, feed, planted, products

UPL = read_upl(settings.UPL)
ROTTERDAM = SiteProfile(name="r", municipality="Rotterdam", hosts=("www.rotterdam.nl",))


def read(*places: object):
    return read_feed([str(place) for place in places], upl=UPL, profile=ROTTERDAM, today=TODAY)


def written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def test_every_element_of_the_standard_that_we_use_is_read(tmp_path):
    made = Made(
        number="5e39",
        title="Paspoort & ID",
        url=f"{SITE}/paspoort",
        audiences=("ondernemer", "particulier"),
        online="ja",
    )
    (claim,) = read(written(tmp_path / "sc.xml", feed([made]))).claims
    assert (claim.source, claim.key, claim.title, claim.url) == (Source.SC, "5e39", "Paspoort & ID", f"{SITE}/paspoort")
    assert (claim.online, claim.apply_url) == (OnlineClaim.JA, "https://formulieren.rotterdam.nl/aanvraag")
    assert (claim.audience, claim.upl) == ("inwoner en ondernemer", "paspoort")
    assert claim.modified is not None
    assert (claim.modified.isoformat(), claim.abstract, claim.line) == ("2026-10-01", made.abstract, 3)


def test_six_hundred_products_with_every_kind_of_fault_give_exactly_the_planted_remarks(tmp_path):
    found = read(written(tmp_path / "sc.xml", feed(planted(products(), 100))))
    assert [(each.fault.name.lower(), each.line) for each in found.remarks] == [
        (kind, 103 + place) for place, kind in enumerate(FAULTS)
    ]
    skipped = sum(each.skipped for each in found.remarks)
    assert len(found.claims) == 600 - skipped
    assert skipped == 7


def test_the_preview_lists_exactly_the_planted_changes(tmp_path, goedgeregeld: Run):
    made = products()
    file = catalog(tmp_path / "catalogus.csv", made)
    now = [
        *made[:10],
        replace(made[10], title="Andere naam"),
        replace(made[11], url=f"{SITE}/verhuisd"),
        replace(made[12], audiences=("ondernemer",)),
        *planted(made, 100)[13:],
        Made(number="601", title="Gloednieuw", url=f"{SITE}/gloednieuw"),
    ]
    before = file.read_bytes()
    first = goedgeregeld("catalog", "import", written(tmp_path / "oud.xml", feed(made)), "--catalog", file, "--yes")
    assert first.returncode == 0, first.stderr
    assert [line.rsplit(b",", 1)[0] for line in file.read_bytes().splitlines()] == before.splitlines()
    numbered = file.read_bytes()

    feed_file = written(tmp_path / "nieuw.xml", feed([each for each in now if each.number != "500"]))
    shown = goedgeregeld("catalog", "import", feed_file, "--catalog", file, "--json")
    told = json.loads(shown.stdout)
    assert shown.returncode == 1
    assert file.read_bytes() == numbered
    assert told["aantal_per_soort"] == dict.fromkeys(sorted(FAULTS), 1)
    assert [(row["naam"], row["id"]) for row in told["erbij"]] == [("Gloednieuw", "gloednieuw")]
    changed = {row["id"]: {name: new for name, (_, new) in row["cellen"].items()} for row in told["anders"]}
    sources = {
        product: {cell: cells.pop(cell) for cell in ("bron", "bron_datum")} for product, cells in changed.items()
    }
    assert changed == {
        "p-10": {"naam": "Andere naam"},
        "p-11": {"urls": f"{SITE}/verhuisd {SITE}/product-11"},
        "p-12": {"doelgroep": "ondernemer"},
        "p-114": {"naam": 'HYPERLINK("http://x.example")'},
    }
    assert sources["p-10"]["bron"] == f"{SITE}/product-10"
    assert [row["id"] for row in told["gestopt"]] == ["p-500"]

    typed = goedgeregeld("catalog", "import", feed_file, "--catalog", file, stdin="ja\n")
    assert typed.returncode == 0, typed.stderr
    after = {product.id: product for product in read_catalog(file)}
    assert after["p-10"].name == "Andere naam"
    assert after["p-10"].cluster == "Dienstverlening"
    assert after["p-10"].owner == 'Team "Web", zuid'
    assert dict(after["p-10"].extra) == {"notitie": "met de hand", "bron_id": "sc:10"}
    assert after["p-500"].active_until is not None
    assert after["gloednieuw"].urls == (f"{SITE}/gloednieuw",)
    again = goedgeregeld("catalog", "import", feed_file, "--catalog", file)
    assert "Er verandert niets in de catalogus" in again.stdout
    assert again.returncode == 0
    kept = list((tmp_path / "var" / "catalogus").iterdir())
    assert numbered in [each.read_bytes() for each in kept]


def test_without_a_yes_nothing_is_written(tmp_path, goedgeregeld: Run):
    made = products(3)
    file = catalog(tmp_path / "catalogus.csv", made)
    before = file.read_bytes()
    feed_file = written(tmp_path / "sc.xml", feed([replace(made[0], title="Ander"), *made[1:]]))
    for answer in ("", "nee\n", "j\n"):
        done = goedgeregeld("catalog", "import", feed_file, "--catalog", file, stdin=answer)
        assert done.returncode == 1
        assert "Er is niets geschreven." in done.stdout
    assert file.read_bytes() == before


def test_a_feed_that_lost_many_products_is_not_believed_without_a_word(tmp_path, goedgeregeld: Run):
    made = products(40)
    file = catalog(tmp_path / "catalogus.csv", made)
    assert not goedgeregeld(
        "catalog", "import", written(tmp_path / "a.xml", feed(made)), "--catalog", file, "--yes"
    ).returncode
    half = written(tmp_path / "b.xml", feed(made[:20]))
    before = file.read_bytes()
    refused = goedgeregeld("catalog", "import", half, "--catalog", file, "--yes")
    assert refused.returncode == 2
    assert "--many-endings" in refused.stderr
    assert file.read_bytes() == before
    assert goedgeregeld("catalog", "import", half, "--catalog", file, "--yes", "--many-endings").returncode == 0
    assert sum(product.active_until is not None for product in read_catalog(file)) == 20


def test_a_column_can_be_kept_from_the_feed(tmp_path):
    made = products(2)
    file = catalog(tmp_path / "catalogus.csv", made)
    found = read(written(tmp_path / "sc.xml", feed([replace(made[0], title="Ander", url=f"{SITE}/nieuw"), made[1]])))
    assert not propose(found, read_catalog(file), today=TODAY, keep=("naam", "urls")).changes


@pytest.mark.parametrize(
    ("end", "delimiter", "mark"), [("\n", ",", ""), ("\r\n", ";", "\ufeff"), ("\r\n", ",", "\ufeff")]
)
def test_rows_that_stay_the_same_keep_their_very_bytes(tmp_path, goedgeregeld: Run, end, delimiter, mark):
    made = products(3)
    file = catalog(tmp_path / "catalogus.csv", made)
    text = file.read_text().replace('"Team ""Web"", zuid"', '"Team Web"').replace(",", delimiter).replace("\n", end)
    body = (mark + text).replace("Thema 1", f'"Thema{end}1"').encode()
    file.write_bytes(body)
    feed_file = written(tmp_path / "sc.xml", feed([replace(made[0], title="Ander"), *made[1:]]))
    done = goedgeregeld("catalog", "import", feed_file, "--catalog", file, "--yes")
    assert done.returncode == 0, done.stderr
    old, new = body.split(end.encode()), file.read_bytes().split(end.encode())
    assert len(old) == len(new)
    assert new[0] == old[0] + f"{delimiter}bron_id".encode()
    assert new[2] == old[2]
    assert new[3] == old[3] + f"{delimiter}sc:1".encode()
    assert new[4] == old[4] + f"{delimiter}sc:2".encode()


def test_the_pages_of_the_search_service_are_read_one_after_the_other(httpserver: HTTPServer):
    made = products(25)

    def answer(request):
        start = int(request.args.get("startRecord", 1))
        part = made[start - 1 : start + 9]
        records = "".join(
            f"<srw:record><srw:recordData><gzd><originalData>{each.xml()}</originalData></gzd></srw:recordData></srw:record>"
            for each in part
        )
        following = f"<srw:nextRecordPosition>{start + 10}</srw:nextRecordPosition>" if start + 10 <= 25 else ""
        spaces = official.OPEN.split("scproducten ", 1)[1].rstrip(">\n")
        return official_response(
            f'<srw:searchRetrieveResponse xmlns:srw="http://www.loc.gov/zing/srw/" {spaces}><srw:numberOfRecords>25'
            f"</srw:numberOfRecords><srw:records>{records}</srw:records>{following}</srw:searchRetrieveResponse>"
        )

    httpserver.expect_request("/sru/Search").respond_with_handler(answer)
    found = read(httpserver.url_for("/sru/Search?x-connection=sc&startRecord=1&query=authority%3D%22Rotterdam%22"))
    assert [claim.key for claim in found.claims] == [each.number for each in made]
    assert [request.args["query"] for request, _ in httpserver.log] == ['authority="Rotterdam"'] * 3


def official_response(text: str):
    from werkzeug import Response

    return Response(text, content_type="application/xml")


def test_sdg_texts_are_read_page_by_page_and_joined_by_the_national_name(tmp_path, httpserver: HTTPServer):
    made = [Made(number="1", title="Paspoort aanvragen", url=f"{SITE}/paspoort")]
    file = catalog(tmp_path / "catalogus.csv", made)
    terms = "http://standaarden.overheid.nl/owms/terms/"
    one = official.sdg_product(
        "paspoort", terms + "paspoort", kostenEnBetaalmethoden="Het kost € 83,87.", uitersteTermijn="5 werkdagen",
        procedureBeschrijving="U komt langs.", procedureLink={"label": "Aanvragen", "url": f"{SITE}/start"},
    )  # fmt: skip
    two = official.sdg_product(
        "rijbewijs", terms + "rijbewijs", productAanwezig=False, productAanwezigToelichting="Doen wij niet."
    )
    three = official.sdg_product("aanleunwoning", terms + "aanleunwoning")
    httpserver.expect_request("/a").respond_with_data(official.sdg_page([one], httpserver.url_for("/b")))
    httpserver.expect_request("/b").respond_with_data(official.sdg_page([two, three]))
    found = propose(read(httpserver.url_for("/a")), read_catalog(file), today=TODAY)
    ((product_id, claim),) = found.pairs
    assert product_id == "p-1"
    assert (claim.costs, claim.term, claim.procedure, claim.apply_url) == (
        "Het kost € 83,87.",
        "5 werkdagen",
        "U komt langs.",
        f"{SITE}/start",
    )
    assert found.not_here == {"rijbewijs": "Doen wij niet."}
    assert [claim.upl for claim in found.homeless] == ["aanleunwoning"]
    assert found.numbers == {"p-1": "sdg:uuid-paspoort"}
    assert (found.additions, found.changes, found.endings) == ((), (), ())
