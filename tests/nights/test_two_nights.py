"""Two nights with known edits between them: exactly those are told, split by cause, and to whom they matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.nights.city import COMPLETE, City, page
from tests.nights.conftest import Program, a_program

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass
class Nights:
    program: Program
    first: str
    second: str
    asked: tuple[list[tuple[str, int]], list[tuple[str, int]]]
    mail: list[dict[str, str]]


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    """Between the nights a price changes, a term is lost, a page goes, a product leaves and another comes."""
    folder: Path = tmp_path_factory.mktemp("nachten")
    city = City()
    program = a_program(city, folder)
    program.settings["GOEDGEREGELD_COVERAGE_FLOOR"] = "0.6"
    program.settings["GOEDGEREGELD_NOTIFY"] = (
        f"webredactie/Stadsbeheer {city.mailbox};management {city.mailbox};beheer {city.mailbox}"
    )
    names = ("paspoort", "rijbewijs", "uittreksel", "akte", "kapvergunning")
    city.catalog(folder / "catalogus.csv", names)
    first = program.night()
    asked = list(city.asked)
    assert city.mail == []
    city.pages["/paspoort-aanvragen"] = page("paspoort", price="91,20")
    city.pages["/rijbewijs-aanvragen"] = page("rijbewijs", COMPLETE.split("<h2>Hoelang")[0])
    del city.pages["/uittreksel-aanvragen"]
    city.catalog(folder / "catalogus.csv", ("paspoort", "rijbewijs", "uittreksel", "akte", "parkeervergunning"))
    second = program.night()
    yield Nights(
        program, first.stdout + first.stderr, second.stdout + second.stderr, (asked, list(city.asked)), city.mail
    )
    city.stop()


def test_the_last_line_of_a_night_can_be_read_by_a_monitoring_system(nights: Nights):
    last = nights.first.splitlines()[-1] if "GOEDGEREGELD" in nights.first.splitlines()[-1] else ""
    line = last or next(line for line in nights.first.splitlines() if line.startswith("GOEDGEREGELD"))
    assert re.match(
        r"GOEDGEREGELD OK - meting \S+ volledig: norm 7 5 van 5, norm 8 \d van 5 \| norm7_ondergrens=100\.0%", line
    )
    assert "producten=5 gemeten=5 paginas=5 duur=" in line


def test_an_unchanged_page_is_asked_conditionally_and_its_stored_body_is_used(nights: Nights):
    assert ("/akte-aanvragen", 200) in nights.asked[0]
    assert ("/akte-aanvragen", 304) in nights.asked[1]
    assert ("/paspoort-aanvragen", 200) in nights.asked[1]
    for asked in nights.asked:
        assert len({path for path, _ in asked}) == len(
            [path for path, _ in asked if "aanvragen" in path or "robots" in path]
        )


def test_exactly_the_edits_are_told_with_old_and_new_quote(nights: Nights):
    rows = {(row["product"], row["vraag"]): row for row in nights.program.rows()}
    price = rows.pop(("paspoort", "Kosten"))
    assert (price["oorzaak"], price["was"], price["is"]) == ("inhoud gewijzigd", "aanwezig", "aanwezig")
    assert "€ 83,87" in price["citaat_was"]
    assert "€ 91,20" in price["citaat_is"]
    term = rows.pop(("rijbewijs", "Afhandeltermijn"))
    assert (term["oorzaak"], term["was"], term["is"]) == ("inhoud gewijzigd", "aanwezig", "ontbreekt")
    assert {product for product, _ in rows} == {"uittreksel", "kapvergunning", "parkeervergunning"}
    assert {rows[place]["oorzaak"] for place in rows if place[0] != "uittreksel"} == {"catalogus gewijzigd"}


def test_the_change_of_the_norm_is_split_by_cause_and_adds_up(nights: Nights):
    text = nights.second
    assert "Norm 7: van 5 van de 5 (100%) naar 3 van de 5 (60,0%), een verschil van −40,0 procentpunt." in text
    told = text[text.index("Norm 7: van") : text.index("Norm 8: ", text.index("Norm 7: van"))]
    seven = re.findall(
        r"^  (catalogus gewijzigd|methode gewijzigd|wel of niet gemeten|inhoud gewijzigd): ([+−]?[\d,]+)", told, re.M
    )
    total = sum(float(value.replace("−", "-").replace("+", "").replace(",", ".")) for _, value in seven)
    assert round(total, 1) == -40.0
    assert ("wel of niet gemeten", "−20,0") in seven
    assert ("inhoud gewijzigd", "−20,0") in seven
    assert "Nieuw in de catalogus: Parkeervergunning." in text
    assert "Niet meer in de catalogus: Kapvergunning." in text


def test_each_audience_is_told_only_what_changed_for_it(nights: Nights):
    titles = [mail["title"] for mail in nights.mail]
    editors = next(mail for mail in nights.mail if "antwoord" in mail["title"])
    assert "Stadsbeheer" in editors["message"]
    assert "Rijbewijs, afhandeltermijn:" in editors["message"]
    assert "paspoort" not in editors["message"].lower()
    assert any("Norm 7: van 100% naar 60,0%" in title for title in titles)
    assert all("Meer: http" in mail["message"] for mail in nights.mail)


def test_a_past_figure_is_the_same_again_from_the_stored_pages(nights: Nights):
    runs = re.findall(r"meting (\S+) volledig", nights.first)
    again = nights.program("rebuild", runs[0])
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Gelijk tot op het laatste product: 5 producten" in again.stdout


def test_a_figure_worked_out_with_other_checks_explains_the_difference(nights: Nights, tmp_path: Path):
    """The checks of then are kept with the run; today's are changed by putting another judgement in their place."""
    runs = re.findall(r"meting (\S+) volledig", nights.first)
    change = tmp_path / "sitecustomize.py"
    change.write_text(
        "import checks.kosten as k\nfrom dataclasses import replace\nfrom model.finding import Finding, Outcome\n"
        "def kosten(reading):\n    return Finding(outcome=Outcome.ONTBREEKT, reason='streng')\n"
        "k.CHECK = replace(k.CHECK, version=k.CHECK.version + 1, messages={**k.CHECK.messages, 'streng': 'Strenger.'},\n"
        "    evaluate=kosten)\n",
        encoding="utf-8",
    )
    then = nights.program("rebuild", runs[0], PYTHONPATH=f"{tmp_path}:{Path.cwd()}")
    assert then.returncode == 0, then.stdout + then.stderr
    now = nights.program("rebuild", runs[0], "--checks", "nu", PYTHONPATH=f"{tmp_path}:{Path.cwd()}")
    assert now.returncode == 1
    assert re.search(r"Norm 7: toen 5 van de 5 \(100%\), nu 0 van de 5 \(0%\): anders\.", now.stdout)
    assert re.search(r"Kosten: 5 antwoorden anders; de controle ging van versie (\d+) naar (\d+)", now.stdout)
    assert "  - paspoort, kosten: aanwezig -> ontbreekt." in now.stdout


def test_metrics_and_logs_are_written_without_page_text(nights: Nights):
    metrics = (nights.program.var / "goedgeregeld.prom").read_text()
    assert "goedgeregeld_last_complete 1.0" in metrics
    assert 'goedgeregeld_norm_lower{norm="7"} 0.6' in metrics
    log = (nights.program.var / "nacht.jsonl").read_text()
    assert '"meting begonnen"' in log
    assert "werkdagen" not in log
    assert not list((nights.program.var / "nachten").glob("*"))
