"""Hostile strings go through catalog, database and every form of the report: nothing executes, nothing breaks, all comes back.

The web app, its files and its mails: tests/web/test_hostile_strings.py.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import pytest
import structlog
from django.conf import settings
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from checks.check import judge
from crawler.catalog import read_catalog
from goedgeregeld.logs import log, write_logs
from model.errors import UserError
from model.finding import CheckResult, Finding, Outcome
from model.page import Dossier, Evidence, Snapshot
from model.product import Product
from model.run import RunState
from pages import parse_page
from reports.changes import Measured, changes
from reports.changes_told import write_changes
from reports.digest import Audience, Night, message
from reports.report import write_report
from reports.sheets import FORMULA_STARTS
from store import history, sendings
from tests.nights.city import HEAD
from tests.nights.hostile import MARKUP, STRINGS, as_stored
from tests.reports.made_up import DAY, NIGHT
from tests.store.made_up import a_run, a_snapshot


@pytest.fixture(scope="module")
def products() -> tuple[Product, ...]:
    return tuple(
        Product(
            id=f"p{number}",
            name=text,
            urls=(f"https://www.voorbeeld.nl/p{number}",),
            cluster=MARKUP[number % 6],
            owner=text,
            extra=(("opmerking", text),),
        )
        for number, text in enumerate(STRINGS)
    )


@pytest.fixture(scope="module")
def results() -> tuple[CheckResult, ...]:
    return tuple(
        CheckResult(
            product_id=f"p{number}",
            check_id="kosten",
            check_version=1,
            finding=Finding(
                outcome=Outcome.AANWEZIG,
                reason="prijs",
                evidence=(Evidence(url=f"https://www.voorbeeld.nl/p{number}", selector=text, quote=text),),
            ),
            message=text,
            error="",
        )
        for number, text in enumerate(STRINGS)
    )


def snapshots_of(products: tuple[Product, ...]) -> list[Snapshot]:
    return [a_snapshot(b"x", product_id=p.id, url=p.urls[0], final_url=p.urls[0], detail=p.name) for p in products]


def test_the_catalog_reads_each_string_letter_for_letter_or_says_why_not(tmp_path: Path):
    told: list[str] = []
    for number, text in enumerate(STRINGS):
        line = io.StringIO()
        cells = [
            "p",
            text,
            "https://www.voorbeeld.nl/p",
            text,
            "inwoner",
            "",
            "",
            "ja",
            "ja",
            "ja",
            text,
            "",
            "",
            "x",
            "2026",
        ]
        csv.writer(line, lineterminator="\n").writerow(cells)
        file = tmp_path / f"{number}.csv"
        file.write_bytes(f"{HEAD}\n{line.getvalue()}".encode("utf-8", "surrogatepass"))
        try:
            (product,) = read_catalog(file)
        except UserError as error:
            told.append(str(error))
            continue
        assert product.name == product.owner == " ".join(text.split())
    assert all("regel" in each or "leeg" in each for each in told)
    assert len(told) < 25


@pytest.mark.usefixtures("database")
def test_all_comes_back_from_the_database_letter_for_letter(products, results):
    history.start_run(a_run(), products)
    for snapshot in snapshots_of(products)[:50]:
        history.save_snapshot(snapshot, b"x") if snapshot.body_sha256 is None else None
    history.save_results("nacht", results)
    history.finish_run("nacht", finished_at=NIGHT, state=RunState.ONVOLLEDIG, reason="".join(STRINGS))
    came = history.products("nacht")
    assert [product.name for product in came] == [as_stored(text) for text in STRINGS]
    assert [product.extra[0][1] for product in came] == list(STRINGS)
    assert [result.finding.evidence for result in history.results("nacht")] == [r.finding.evidence for r in results]
    assert history.run("nacht").reason == as_stored("".join(STRINGS))
    sendings.save(
        sendings.Sending(
            run_id="nacht", audience="beheer", cluster=STRINGS[3], place="json", title=STRINGS[4],
            sent_at=datetime.now(UTC), succeeded=False, detail=STRINGS[5],
        )
    )  # fmt: skip
    assert sendings.sendings("nacht")[0].title == as_stored(STRINGS[4])


def test_a_page_that_holds_them_as_text_is_judged_without_a_crash():
    for text in STRINGS:
        body = (
            f"<html lang=nl><main><h1>{html.escape(text)}</h1><h2>Kosten</h2><p>{html.escape(text)}</p></main></html>"
        )
        page = parse_page(
            body.encode("utf-8", "surrogatepass"), url="https://www.voorbeeld.nl/p", content_type="text/html"
        )
        product = Product(id="p", name=text, urls=("https://www.voorbeeld.nl/p",))
        assert not [result.error for result in judge(Dossier(product=product, pages=(page,))) if result.error]


def test_a_page_that_holds_them_as_markup_is_judged_without_a_crash():
    for text in STRINGS:
        body = f"<html lang=nl><main><h1>Paspoort</h1><p class='{text}' id={text}>{text}</main></html>"
        page = parse_page(
            body.encode("utf-8", "surrogatepass"), url="https://www.voorbeeld.nl/p", content_type="text/html"
        )
        assert not [
            r
            for r in judge(Dossier(product=Product(id="p", name="Paspoort", urls=(page.url,)), pages=(page,)))
            if r.error
        ]


@pytest.fixture(scope="module")
def folder(products, results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report and the change report of a night full of them."""
    there = tmp_path_factory.mktemp("rapport")
    snapshots = snapshots_of(products)
    run = a_run(state=RunState.ONVOLLEDIG, reason="".join(MARKUP), finished_at=NIGHT)
    write_report(
        there, run=run, products=products, snapshots=snapshots, results=results, issues=(), scans=(), day=DAY,
        municipality=MARKUP[0],
    )  # fmt: skip
    other = tuple(replace(result, finding=replace(result.finding, outcome=Outcome.ONTBREEKT)) for result in results)
    before = Measured(run=run, day=DAY, products=products, snapshots=snapshots, results=other)
    after = Measured(run=run, day=DAY, products=products, snapshots=snapshots, results=results)
    write_changes(there, changes(before, after), {product.id: product for product in products})
    return there


@pytest.mark.parametrize("name", ["rapport.html", "veranderingen.html"])
def test_no_string_becomes_markup(folder: Path, name: str, products):
    text = (folder / name).read_text("utf-8")
    tree = lxml.html.fromstring(text)
    assert not tree.xpath("//script | //iframe | //base | //object | //embed | //meta[@http-equiv='refresh']")
    assert not [attribute for attribute in tree.xpath("//@*") if attribute.attrname.startswith("on")]
    assert not [
        link for link in tree.xpath("//@href | //@src") if re.match(r"\s*(javascript|vbscript|data):", link, re.I)
    ]
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", "".join(tree.itertext()))
    for product in products:
        if (
            name == "rapport.html"
            and product.name.strip()
            and product.name == as_stored(product.name).replace("\r", "\n")
        ):
            visible = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", product.name)
            assert " ".join(visible.split()) in " ".join(shown.split()), product.name


@pytest.mark.browser
@pytest.mark.parametrize("name", ["rapport.html", "veranderingen.html"])
def test_nothing_executes_in_a_browser(folder: Path, name: str):
    options = webdriver.ChromeOptions()
    options.binary_location = settings.CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(settings.CHROMEDRIVER))
    try:
        driver.get((folder / name).as_uri())
        assert driver.execute_script("return window.gekaapt") is None
        assert driver.current_url == (folder / name).as_uri()
    finally:
        driver.quit()


@pytest.mark.parametrize("name", ["producten.csv", "veranderingen.csv"])
def test_no_cell_starts_a_formula_and_each_string_is_there(folder: Path, name: str):
    text = (folder / name).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = {cell for row in rows for cell in row}
    assert not [cell for cell in cells if cell.lstrip(" \u00a0").startswith(FORMULA_STARTS)]
    for text in STRINGS:
        if text == as_stored(text):
            assert text in cells or f"'{text}" in cells, text


def test_the_json_can_be_read_and_no_file_was_made_elsewhere(folder: Path):
    json.loads((folder / "dekking.json").read_text("utf-8"))
    assert not list(folder.rglob("gekaapt"))


def test_a_mail_keeps_its_headers_apart_from_its_text(products, results):
    run = a_run(state=RunState.ONVOLLEDIG, reason="\r\nBcc: kwaad@elders.example\r\n\r\nTekst")
    for text in STRINGS:
        night = Night(
            run=replace(run, reason=text),
            products={},
            changed=None,
            issues=(),
            issues_before=(),
            alarms=(text,),
            address="x",
        )
        told = message(night, Audience.BEHEER)
        assert told is not None
        assert not re.search(r"[\r\n\x0b\x0c\x85\u2028\u2029]", told.title)


def test_a_log_line_stays_one_line(tmp_path: Path):
    file = tmp_path / "log.jsonl"
    write_logs(file)
    try:
        for text in STRINGS:
            log.info("proef", tekst=text)
    finally:
        structlog.reset_defaults()
    lines = file.read_text("ascii").split("\n")[:-1]
    assert [json.loads(line)["tekst"] for line in lines] == [text[:300] for text in STRINGS]
