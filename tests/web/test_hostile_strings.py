"""Hostile strings as names, owners, quotes, reasons and accounts: in the app, its files and its mails they stay text."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import lxml.html
import openpyxl
import pytest
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from django.test import Client
from selenium import webdriver

from model.decision import Deed, Group, Judgement, Review, Ruling, Step, Waiver
from model.finding import CheckResult, Finding, Online, Outcome
from model.page import Evidence, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run, RunState
from model.scan import AxeScan, ScanOutcome
from store import history
from tests.nights.hostile import STRINGS, as_stored
from tests.web.conftest import log_in
from tests.web.screens import screens
from web import decisions
from web.mails import digest
from web.told import Told

NIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SITE = "https://www.voorbeeldstad.example"
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")  # control characters, and the mark for one


@pytest.fixture
def app(app: Path) -> Path:
    """The city after one more run, in which every text is hostile, and people who wrote hostile texts."""
    fill()
    decide()
    for number, text in enumerate(STRINGS[:60]):
        User.objects.create_user(f"mens{number}", first_name=as_stored(text)[:150])
    person = User.objects.create_user("kwaad", email="kwaad@voorbeeld.example")
    person.groups.add(GroupRow.objects.get_or_create(name=Group.BEHEER.value)[0])
    return app


def fill() -> None:
    products = [
        Product(
            id=f"p{number}",
            name=text,
            urls=(f"{SITE}/p{number}",),
            cluster=STRINGS[number % 7],
            owner=text,
            online_possible=Possible.JA,
        )
        for number, text in enumerate(STRINGS)
    ]
    history.start_run(Run(id="kwaad", started_at=NIGHT, site=SITE, catalog_sha256="0" * 64, tool_version="1"), products)
    results = []
    for number, (product, text) in enumerate(zip(products, STRINGS, strict=True)):
        url = product.urls[0]
        history.save_snapshot(
            Snapshot(
                run_id="kwaad",
                product_id=product.id,
                url=url,
                final_url=url,
                role=Role.PRODUCTPAGINA,
                outcome=FetchOutcome.OPGEHAALD,
                status=200,
                fetched_at=NIGHT,
                headers={"x": text},
                detail=text,
            )
        )
        for check in ("hoe", "waar", "kosten", "afhandeltermijn", "online"):
            outcome: Outcome | Online = Online.NEE if check == "online" else Outcome.ONTBREEKT
            if check in ("hoe", "waar") or (check == "afhandeltermijn" and number % 3 == 0):
                outcome = Outcome.AANWEZIG
            evidence = (Evidence(url=url, selector=text, quote=text[:300]),)
            finding = Finding(outcome=outcome, reason=text[:50], evidence=evidence)
            results.append(
                CheckResult(
                    product_id=product.id, check_id=check, check_version=1, finding=finding, message=text, error=""
                )
            )
    history.save_results("kwaad", results)
    for number, text in enumerate(STRINGS[:80]):
        node = {"target": [text], "html": text, "impact": "serious", "component": text[:80], "failureSummary": text}
        rule = {"id": "image-alt", "impact": "serious", "tags": ["wcag2a", "wcag111"], "help": text, "nodes": [node]}
        history.save_scan(
            AxeScan(
                run_id="kwaad",
                url=f"{SITE}/p{number}",
                viewport=1280,
                scanned_at=NIGHT,
                outcome=ScanOutcome.GETEST,
                axe_version="4.14.1",
                browser_version="156",
                result={"violations": [rule], "incomplete": []},
                detail=text,
            )
        )
    history.finish_run("kwaad", finished_at=NIGHT + timedelta(hours=1), state=RunState.VOLLEDIG, reason="")


def decide() -> None:
    for number, text in enumerate(STRINGS):
        product, right = f"p{number}", Outcome.ONVOLLEDIG if number % 3 else Outcome.AANWEZIG
        decisions.save_review(
            Review(
                product_id=product, check_id="waar", run_id="kwaad", found=Outcome.AANWEZIG, reason=text[:50],
                quotes=(text[:300],), corrected=right, quote="", url="", why=text, by="kwaad", on=NIGHT,
            )
        )  # fmt: skip
        decisions.save_step(
            Step(
                product_id=product, check_id="kosten", deed=Deed.TOEWIJZEN, run_id="kwaad", to=as_stored(text)[:100],
                until=None, why=text, by="kwaad", on=NIGHT,
            )
        )  # fmt: skip
        decisions.save_waiver(
            Waiver(
                rule_id="image-alt", component=text[:80], reason=text, effect=text, alternative=text, measure=text,
                granted_by="kwaad", granted_on=date(2026, 11, 1), expires_on=date(2027, 11, 1),
            )
        )  # fmt: skip
    decisions.save_ruling(
        Ruling(
            rule_id="image-alt", component=STRINGS[0][:80], judgement=Judgement.KNELPUNT, assigned_to="kwaad",
            why="".join(STRINGS[-20:]), by="kwaad", on=NIGHT,
        )
    )  # fmt: skip


def markup(body: bytes) -> lxml.html.HtmlElement:
    """The page as a browser would read it; fails where something of a string became markup."""
    tree = lxml.html.fromstring(body.decode("utf-8"))
    assert not tree.xpath("//iframe | //base | //object | //embed | //meta[@http-equiv] | //script[not(@src)]")
    assert all(re.fullmatch(r"/app\.\w+\.js", each) for each in tree.xpath("//script/@src"))
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert not [
        link for link in tree.xpath("//@href | //@action") if re.match(r"\s*(javascript|vbscript|data):", link, re.I)
    ]
    return tree


def seen(text: str) -> str:
    """What of a text can be seen: without control characters, white space made single."""
    return " ".join(UNSEEN.sub("", as_stored(text)).split())


def test_what_people_wrote_comes_back_letter_for_letter(app: Path):
    waivers = decisions.waivers()
    assert [waivers["image-alt", as_stored(text[:80])].reason for text in STRINGS[-30:]] == [
        as_stored(t) for t in STRINGS[-30:]
    ]
    whys = {review.product_id: review.why for review in decisions.reviews()}
    assert [whys[f"p{number}"] for number in range(len(STRINGS))] == [as_stored(text) for text in STRINGS]
    steps = decisions.steps()
    assert [steps[f"p{n}", "kosten"][0].why for n in range(len(STRINGS))] == [as_stored(text) for text in STRINGS]


def test_every_screen_shows_them_as_text(as_):
    client: Client = as_("beheer")
    for path in screens().values():
        markup(client.get(path).content)
    for number in range(0, len(STRINGS), 25):
        tree = markup(client.get(f"/producten/p{number}/").content)
        assert seen(STRINGS[number]) in " ".join(UNSEEN.sub("", "".join(tree.itertext())).split())


def test_the_workbook_holds_no_formula_and_every_name(as_):
    book = openpyxl.load_workbook(io.BytesIO(as_("management").get("/rapporten/2026-T3.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    shown = {seen(str(cell.value)) for cell in cells}
    assert [text for text in STRINGS if seen(text) and seen(text) not in shown] == []


def test_the_json_and_the_interface_for_programs_give_them_back(as_):
    assert json.loads(as_("management").get("/rapporten/2026-T3.json").content)
    client, names = as_("beheer"), []
    for start in range(0, len(STRINGS), 500):
        found = json.loads(client.get(f"/api/v1/producten?vanaf={start}&aantal=500").content)
        names += [each["naam"] for each in found["producten"]]
    assert sorted(names) == sorted(as_stored(text) for text in STRINGS)


@pytest.mark.parametrize("group", [Group.WEBREDACTIE, Group.TOEGANKELIJKHEID, Group.MANAGEMENT])
def test_a_mail_shows_them_as_text(app: Path, group: Group):
    mail = digest(Told(), group)
    markup(mail.html.encode())
    assert len(mail.subject.splitlines()) == 1


@pytest.mark.browser
def test_nothing_executes_in_a_browser(site: str, driver: webdriver.Chrome, as_):
    as_("beheer").get("/")  # derived here, so that the browser does not wait for it
    log_in(driver, site, "beheer")
    numbers = [n for n, text in enumerate(STRINGS) if "gekaapt" in text][:6]
    for path in ("/producten/", "/werklijst/", "/toegankelijkheid/", *(f"/producten/p{number}/" for number in numbers)):
        driver.get(site + path)
        assert driver.execute_script("return window.gekaapt") is None
        assert driver.current_url == site + path
