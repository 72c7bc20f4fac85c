"""The report folder: same numbers everywhere, nothing planted by a page, the same bytes for the same facts."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from model.errors import UserError
from model.finding import Outcome
from model.run import RunState
from model.verdict import ProductState
from reports.accessibility import Kind
from reports.coverage import coverage, decide
from reports.overview import overview
from reports.report import write_report
from reports.sentences import sentence
from reports.sheets import without_formula
from tests.reports.made_up import HOSTILE, NAMES, a_night, nothing


def written(folder: Path, **night: object) -> tuple[BeautifulSoup, dict, dict[str, list[dict[str, str]]]]:
    """The document, the figures and the sheets of a night."""
    files = write_report(folder, **night)  # type: ignore[arg-type]
    sheets = {
        file.stem: list(csv.DictReader(file.open(encoding="utf-8-sig", newline=""), delimiter=";"))
        for file in files[2:]
    }
    return BeautifulSoup(files[0].read_bytes(), "lxml"), json.loads(files[1].read_text()), sheets


@pytest.fixture(scope="module")
def night():
    return a_night()


@pytest.fixture(scope="module")
def report(night, tmp_path_factory):
    return written(tmp_path_factory.mktemp("rapport"), **night)


def amount(cell: Tag) -> int:
    return int(cell.get_text(strip=True).replace(".", ""))


def test_six_files_are_written_and_named(night, tmp_path):
    files = write_report(tmp_path / "nieuw" / "rapport", **night)
    names = ["rapport.html", "dekking.json", "dekking.csv", "onderdelen.csv", "producten.csv", "toegankelijkheid.csv"]
    assert [file.name for file in files] == names
    assert all(file.stat().st_size for file in files)


def test_the_same_facts_give_the_same_bytes(night, tmp_path):
    first = write_report(tmp_path / "een", **night)
    second = write_report(tmp_path / "twee", **{**night, "results": list(reversed(night["results"]))})
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_norm_totals_are_equal_in_coverage_html_json_and_csv(night, report):
    document, figures, sheets = report
    verdicts = decide(night["products"], night["snapshots"], night["results"], night["day"])
    for place, norm in enumerate((7, 8)):
        truth = coverage(verdicts, night["products"], norm)
        shown = document.select_one(f"#clusters-{norm}").find_parent("table")
        heads = [cell.get_text(strip=True) for cell in shown.select("thead th")]
        foot = dict(zip(heads, shown.select("tfoot th, tfoot td"), strict=True))
        in_json = figures["normen"][place]
        in_csv = next(line for line in sheets["dekking"] if line["norm"] == str(norm) and line["cluster"] == "Totaal")
        for word, key, expected in (
            ("voldoet", "aantal_voldoet", truth.met),
            ("voldoet niet", "aantal_voldoet_niet", truth.failed),
            ("onbekend", "aantal_onbekend", truth.unknown),
            ("telt mee", "aantal_telt_mee", truth.n),
        ):
            assert amount(foot[word]) == in_json[key] == int(in_csv[key]) == expected
        assert in_json["ondergrens"] == pytest.approx(truth.lower)
        assert float(in_csv["bovengrens"].replace(",", ".")) == pytest.approx(truth.upper)
        answer = document.select(".norm .antwoord")[place].get_text()
        assert answer == in_json["zin"] == sentence(truth)
        clusters = {line["cluster"]: line for line in sheets["dekking"] if line["norm"] == str(norm)}
        for row in shown.select("tbody tr"):
            cells = dict(zip(heads, row.select("th, td"), strict=True))
            name = cells["Cluster"].get_text()
            key = without_formula(name)
            assert amount(cells["voldoet"]) == int(clusters[key]["aantal_voldoet"]) == truth.by_cluster[name].met
            assert amount(cells["telt mee"]) == int(clusters[key]["aantal_telt_mee"]) == truth.by_cluster[name].n


def test_outcomes_per_element_are_equal_in_html_json_and_csv(report):
    document, figures, sheets = report
    active = [line for line in sheets["producten"] if line["toestand"] != "niet actief"]
    for row in document.select_one("#elementen").find_parent("table").select("tbody tr"):
        name = row.th.get_text().lower()
        shown = [amount(cell) for cell in row.select("td")[:6]]
        assert shown == list(figures["elementen"][name].values())
        assert sum(shown) == len(active)
        assert shown[0] == sum(line[name] == "aanwezig" for line in active)
    shown = [amount(cell) for cell in document.select_one("#online").find_parent("table").select("tbody td")]
    assert shown == list(figures["elementen"]["online"].values())


def test_accessibility_totals_are_equal_in_html_json_and_csv_and_the_kinds_stay_apart(report):
    document, figures, sheets = report
    rows = document.select_one("#totalen").find_parent("table").select("tbody tr")
    for column, kind in enumerate(Kind):
        places = [line for line in sheets["toegankelijkheid"] if line["soort"] == kind.value]
        in_json = figures["toegankelijkheid"][kind.value]
        shown = [amount(row.select("td")[column]) for row in rows]
        assert shown == list(in_json.values())
        assert in_json["aantal_paginas"] == len({line["adres"] for line in places})
        assert in_json["aantal_elementen"] == len({(line["adres"], line["selector"]) for line in places})
        assert in_json["aantal_regels"] == len({line["regel"] for line in places})


def test_every_product_of_the_catalog_is_told_in_exactly_one_state(night, report):
    document, figures, sheets = report
    assert len(sheets["producten"]) == len(night["products"]) == sum(figures["aantal_producten"].values())
    assert {line["id"] for line in sheets["producten"]} == {product.id for product in night["products"]}
    assert {line["toestand"] for line in sheets["producten"]} == {"gemeten", "niet gemeten", "niet actief"}
    assert all(line["oorzaak_onbekend"] for line in sheets["producten"] if line["toestand"] == "niet gemeten")
    assert len(document.select(".matrix tr.r")) == len(document.select("details.r")) == len(night["products"])
    assert (
        len(document.select_one("#ongemeten").find_parent("table").select("tbody tr"))
        == figures["aantal_producten"]["niet gemeten"]
    )


def test_every_link_inside_the_document_leads_somewhere_and_every_id_is_unique(report):
    document, _, _ = report
    ids = [element["id"] for element in document.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in document.select('a[href^="#"]')}
    assert targets <= set(ids)


def test_every_number_leads_to_as_many_rows_as_it_says(report):
    """The rows are chosen by a style rule per selection; here by the same rule in another engine."""
    document, _, _ = report
    rules = dict(re.findall(r"#([\w-]+):target~div \.r:not\(([\w.-]+)\)", document.style.string))
    links = document.select('a[href^="#alleen-"]')
    assert len(links) > 100
    for link in links:
        assert amount(link) == len(document.select(f"details.r{rules[link['href'][1:]]}"))


def test_each_finding_shows_its_quote_with_a_link_to_the_words(night, report):
    document, _, _ = report
    card = next(each for each in document.select("details.r") if "Paspoort melden 1" in each.get_text())
    links = [link["href"] for link in card.select(".citaat a")]
    assert links
    assert all("#:~:text=" in link for link in links)
    result = next(each for each in night["results"] if each.finding.outcome is Outcome.ONVOLLEDIG)
    assert result.message in document.get_text()


def test_nothing_that_a_page_says_becomes_markup_or_a_script(report):
    document, _, _ = report
    assert not document.select("script, img, iframe, object, embed, form, link, base, [onerror], [onload], [style]")
    hrefs = [link["href"] for link in document.select("a[href]")]
    own = ("#", "dekking.", "producten.csv", "toegankelijkheid.csv")
    assert all(href.startswith((*own, "http://", "https://")) for href in hrefs)
    text = document.get_text()
    for hostile in HOSTILE[:-1]:
        assert hostile in text


def test_the_document_asks_nothing_of_the_network(report):
    document, _, _ = report
    assert not document.select("[src], [srcset], link, meta[http-equiv]")
    assert not re.search(r"@import|url\(|@font-face", document.style.string)


def test_the_document_never_says_that_the_site_conforms_and_names_its_limits(report):
    text = report[0].get_text()
    assert "voldoet aan wcag" not in text.lower()
    assert "vindt maar een deel van de drempels" in text
    for fact in (
        "c0ffee",
        "axe-core 4.14.1",
        "2026-11-24T0130-voorbeeldstad",
        "24 november 2026, 02.30 uur",
        "kosten versie 2",
    ):
        assert fact in text


def test_rules_without_a_dutch_text_are_marked_as_english(report):
    foreign = report[0].select('#toegankelijkheid [lang="en"]')
    assert {each.get_text() for each in foreign} == {
        "Something that only axe says",
        "All content should be in landmarks",
        "Targets must be large",
    }
    assert "Geef elk invoerveld een naam" in report[0].get_text()
    assert "Vraag het webteam om elk invoerveld een naam te geven." in report[0].get_text()
    assert "1.4.3 Contrast (minimum)" in report[0].get_text()
    assert "EN 301 549: 9.1.4.3" in report[0].get_text()


def test_only_what_wcag_21_a_or_aa_asks_for_is_counted_as_a_knelpunt(report):
    kinds = {line["regel"]: line["soort"] for line in report[2]["toegankelijkheid"]}
    assert kinds["target-size"] == "goede gewoonte"
    assert kinds["label"] == kinds["unknown-rule"] == "knelpunt"
    clauses = {line["regel"]: line["en_301_549"] for line in report[2]["toegankelijkheid"]}
    assert (clauses["target-size"], clauses["unknown-rule"]) == ("", "9.4.1.2")


def test_what_was_not_tested_is_listed_with_its_cause(report):
    text = report[0].select_one("#toegankelijkheid").get_text(" ")
    assert "vastgelopen" in text
    assert "https://kaart.example/ingesloten" in text


def test_300_products_stay_a_file_that_can_be_mailed(tmp_path):
    html = write_report(tmp_path, **a_night(300))[0]
    assert html.stat().st_size < 1_500_000


def test_an_empty_catalog_is_told_as_such(tmp_path):
    document, figures, sheets = written(tmp_path, **nothing())
    assert "Er staan geen producten in de productcatalogus" in document.get_text()
    assert "Er is nog geen pagina op toegankelijkheid getest" in document.get_text()
    assert figures["normen"][0]["ondergrens"] is None
    assert [line["ondergrens"] for line in sheets["dekking"]] == ["", ""]
    assert sheets["producten"] == sheets["toegankelijkheid"] == []


def test_a_night_in_which_nothing_was_fetched_is_not_a_zero(tmp_path):
    document, figures, _ = written(tmp_path, **{**a_night(), "snapshots": [], "results": [], "scans": [], "issues": []})
    norm = figures["normen"][0]
    assert (norm["ondergrens"], norm["bovengrens"], norm["oordeel"]) == (0.0, 1.0, "niet vast te stellen")
    assert figures["aantal_producten"]["gemeten"] == 0
    assert "niet vast te stellen" in document.select_one(".antwoord").get_text()


def test_one_product_is_told_in_the_singular(tmp_path):
    document, _, _ = written(tmp_path, **a_night(1, hostile=False))
    assert "1 product in de productcatalogus" in " ".join(document.select_one(".meta").get_text().split())


@pytest.mark.parametrize(("state", "words"), [(RunState.ONVOLLEDIG, "is onvolledig"), (RunState.BEZIG, "is nog bezig")])
def test_a_run_that_is_not_complete_says_so_on_the_first_screen(tmp_path, state, words):
    night = a_night(5)
    night["run"] = replace(night["run"], state=state, reason="De site antwoordde niet meer.", finished_at=None)
    document, _, _ = written(tmp_path, **night)
    assert words in document.select_one(".let-op").get_text()


def test_products_that_miss_one_element_are_named_as_the_nearest(night, report):
    told = overview(**night)
    nearest = [row for row in told.rows if row.nearly]
    assert nearest
    assert all(len(row.missing) == 1 for row in nearest)
    assert len(report[0].select("details.bijna")) == told.nearly == len(nearest)
    assert told.states[ProductState.NIET_ACTIEF] == 2


def test_no_cell_of_any_sheet_starts_a_formula(report):
    for lines in report[2].values():
        for line in lines:
            assert not [cell for cell in line.values() if cell and cell[0] in "=+-@\t\r"]
    assert any(line["naam"].startswith("'=HYPERLINK") for line in report[2]["producten"])


@given(st.text())
def test_a_cell_is_either_harmless_or_made_so(text):
    cell = without_formula(text)
    assert cell == text or cell == f"'{text}"
    assert not str(cell).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_folder_that_cannot_be_written_is_a_sentence_in_dutch(tmp_path):
    (tmp_path / "bezet").write_text("een bestand")
    with pytest.raises(UserError, match="Het rapport kan niet worden geschreven"):
        write_report(tmp_path / "bezet", **a_night(1))


def test_product_names_of_the_made_up_city_are_all_there(report):
    text = report[0].get_text()
    assert all(name in text for name in NAMES)
