"""``check``: one product from files, as an editor and a CMS use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

PAGE = """<!doctype html><html lang="nl"><title>Visvergunning</title><main><h1>Visvergunning</h1>
<p>U vraagt de vergunning online aan. Log in met DigiD.</p>
<a class="button" href="https://formulieren.rotterdam.nl/vis">Vergunning aanvragen</a>
<h2>Kosten</h2><p>De vergunning kost € 12,50.</p>
<h2>Hoelang duurt het</h2><p>U krijgt binnen 3 weken een besluit.</p></main></html>"""


def test_a_complete_page_has_every_element_with_its_quote(goedgeregeld: Run, tmp_path: Path) -> None:
    page = tmp_path / "vis.html"
    page.write_text(PAGE, encoding="utf-8")
    done = goedgeregeld("check", page, "--name", "Visvergunning", "--url", "https://www.rotterdam.nl/vis", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    outcomes = {element: told[element]["outcome"] for element in ("hoe", "waar", "kosten", "afhandeltermijn", "online")}
    assert outcomes == dict.fromkeys(("hoe", "waar", "kosten", "afhandeltermijn"), "aanwezig") | {"online": "ja"}
    assert told["kosten"]["evidence"][0]["quote"] == "De vergunning kost € 12,50."
    assert told["kosten"]["evidence"][0]["url"] == "https://www.rotterdam.nl/vis"
    assert all(told[element]["message"] for element in outcomes)


def test_a_second_page_fills_in_what_the_first_one_leaves_out(goedgeregeld: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "een.html", tmp_path / "twee.html"
    first.write_text("<h1>Visvergunning</h1><p>Bekijk de tarieven.</p>", encoding="utf-8")
    second.write_text("<h1>Tarieven</h1><p>Een visvergunning kost € 12,50.</p>", encoding="utf-8")
    alone = json.loads(goedgeregeld("check", first, "--json").stdout)
    together = json.loads(goedgeregeld("check", first, second, "--json").stdout)
    assert alone["kosten"]["outcome"] == "onvolledig"
    assert together["kosten"]["outcome"] == "aanwezig"
    assert together["kosten"]["evidence"][0]["url"].endswith("twee.html")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("leeg.html", b"", "leeg"),
        ("wit.html", b"  \n ", "leeg"),
        ("foto.html", b"\x89PNG\r\n\x1a\n\x00\x00", "geen HTML"),
        ("brief.html", b"%PDF-1.7 ...", "geen HTML"),
        ("groot.html", b"<p>x</p>" * 7_000_000, "MB"),
    ],
)
def test_what_is_no_page_is_refused_with_its_name(
    goedgeregeld: Run, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = goedgeregeld("check", file)
    assert done.returncode == 2
    assert name in done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there_and_an_address_that_does_not_answer(goedgeregeld: Run, tmp_path: Path) -> None:
    for asked in (tmp_path / "weg.html", tmp_path, "http://127.0.0.1:9/"):
        done = goedgeregeld("check", asked)
        assert (done.returncode, str(asked) in done.stderr, "Traceback" in done.stderr) == (2, True, False)
