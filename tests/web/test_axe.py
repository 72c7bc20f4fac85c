"""The app by its own measure: every screen, wide and narrow, light and dark, all of axe's rules."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client, override_settings
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from reports.dutch import HERE
from tests.web.conftest import log_in
from tests.web.screens import screens

pytestmark = pytest.mark.browser
AXE = (settings.NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
const [rules, done] = arguments;
axe.run(document, {resultTypes: ["violations", "incomplete"], ...rules}).then(found => done(
  [...found.violations, ...found.incomplete].map(rule => [rule.id, rule.nodes.map(
    node => [node.html.slice(0, 200), ...[...node.any, ...node.all, ...node.none].map(check => check.message)])])));
"""


def show(driver: webdriver.Chrome, address: str, width: int, dark: bool) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    driver.get(address)
    driver.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")


def findings(driver: webdriver.Chrome) -> list[object]:
    """What axe finds or leaves open on the page that is shown, by all of its rules."""
    driver.execute_script(AXE)
    found = list(driver.execute_async_script(RUN, {"rules": {"color-contrast": {"enabled": False}}}))
    # What is scrolled out of sight in a wide table's own region has no background that axe can see: make room.
    driver.execute_script("document.body.style.minWidth = '80rem'")
    return [*found, *driver.execute_async_script(RUN, {"runOnly": ["color-contrast"]})]


def test_axe_finds_nothing_and_leaves_nothing_open_on_any_screen(driver, site, capsys):
    log_in(driver, site, "beheer")
    found, sideways, heavy = {}, {}, {}
    for name, path in screens().items():
        for width in (1280, 320):
            for dark in (False, True):
                show(driver, f"{site}{path}", width, dark)
                where = name, width, "donker" if dark else "licht"
                if (wide := driver.execute_script("return document.documentElement.scrollWidth")) > width:
                    sideways[where] = wide
                rules = findings(driver)
                if rules:
                    found[where] = rules
        weight = driver.execute_script(
            "return performance.getEntries().filter(e => e.decodedBodySize).reduce((sum, e) => sum + e.decodedBodySize, 0)"
        )
        heavy |= {name: weight} if weight > 300_000 else {}
    with capsys.disabled():
        print(f"\n{len(screens())} schermen × 2 breedtes × licht en donker: {len(found)} met een bevinding")
    assert found == {}, found
    assert sideways == {}
    assert heavy == {}


def test_nothing_on_a_screen_breaks_the_content_security_policy(driver, site):
    log_in(driver, site, "beheer")
    for path in screens().values():
        driver.get(f"{site}{path}")
        errors = [
            entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE" and "404" not in entry["message"]
        ]
        assert errors == []


STATES = {
    "verkeerd ingelogd": ("", "/inloggen/", {"username": "beheer", "password": "niet goed"}, "horen niet bij elkaar"),
    "geen toegang": ("webredactie", "/beheer/", None, "U hebt hier geen toegang"),
    "meting bestaat niet": ("beheer", "/?meting=x", None, "Dit lukt niet"),
    "oudere meting": ("beheer", "/?meting=r1", None, "oudere meting"),
    "lege correctie": ("beheer", "/producten/uittreksel/kosten/klopt-niet/", {}, "nog niet bewaard"),
    "lege afwijking": ("beheer", "{knelpunt}afwijken/", {}, "nog niet vastgelegd"),
    "uitstel zonder dag": ("beheer", "/werklijst/uittreksel/kosten/", {"deed": "uitstellen"}, "Kies een dag"),
    "leeg concept": ("beheer", "/concept/", {"html": ""}, "Plak een tekst"),
    "getoetst concept": ("beheer", "/concept/", {"html": "Het kost 10 euro.\nBel 14 010."}, "Uitkomst"),
    "leeg account": ("beheer", "/beheer/gebruikers/", {}, "Vul dit in."),
    "nieuwe sleutel": ("beheer", "/beheer/sleutels/", {"name": "cms"}, "U ziet hem één keer"),
    "foute instelling": ("beheer", "/beheer/instellingen/", {"COVERAGE_FLOOR": "1"}, "nog niets bewaard"),
    "geen bestand": ("beheer", "/rapporten/cijfers/", {}, "Vul dit in."),
    "verkeerd wachtwoord": ("beheer", "/wachtwoord/", {"old_password": "x"}, "Wachtwoord wijzigen"),
    "niets gevonden": ("beheer", "/producten/?zoek=bestaatniet", None, "Geen van de"),
    "openbaar": ("", "/", None, "Halen wij"),
    "afwijkingen": ("beheer", "/toegankelijkheid/afwijkingen/", None, "Verlopen."),
    "besloten knelpunt": ("beheer", "{knelpunt}", None, "webbouwers"),
    "logboek": ("beheer", "/beheer/logboek/", None, "correctie"),
    "cijfers": ("beheer", "/rapporten/cijfers/", None, "182 van 200"),
    "verbeterd product": ("beheer", "/producten/dakkapel/", None, "moet zijn"),
    "toegewezen": ("beheer", "/werklijst/?wie=beheer", None, "van beheer"),
    "uitgesteld": ("beheer", "/werklijst/?toestand=uitgesteld", None, "uitgesteld tot en met"),
    "sleutels": ("beheer", "/beheer/sleutels/", None, "Intrekken"),
}
"""What screens show beside their usual face: who, where, what is sent, and words that must be there."""


def decide(client: Client, knelpunt: str) -> None:
    """Decide something of each kind, so that the screens that list decisions have something to list."""
    day = (datetime.now(HERE).date() + timedelta(days=60)).isoformat()
    texts = dict.fromkeys(("reason", "effect", "alternative", "measure"), "In gewone taal, een hele zin lang.")
    heads = "tertaal;norm;naam;waarde;van;eenheid;lijn;bron;brondatum"
    file = io.BytesIO(f"{heads}\n2026-T3;1;Snel;182;200;gesprekken;180;Centrale;2026-11-30\n".encode())
    file.name = "cijfers.csv"
    for path, said in (
        (
            f"{knelpunt}oordelen/",
            {"judgement": "knelpunt", "assigned_to": "webbouwers", "why": "De knop heeft geen naam."},
        ),
        (f"{knelpunt}afwijken/", {**texts, "expires_on": day}),
        ("/toegankelijkheid/afwijkingen/datum/", {"kind": "onderzoek", "day": "2024-05-01"}),
        ("/toegankelijkheid/afwijkingen/datum/", {"kind": "verklaring", "day": "2025-05-01"}),
        ("/producten/dakkapel/kosten/klopt-niet/", {"corrected": "nvt", "why": "Dit is een uitleg, geen product."}),
        ("/werklijst/uittreksel/kosten/", {"deed": "toewijzen", "to": "beheer"}),
        ("/werklijst/kapvergunning/kosten/", {"deed": "uitstellen", "until": day, "why": "Na de verkiezingen."}),
        ("/rapporten/cijfers/", {"file": file}),
        ("/beheer/sleutels/", {"name": "ander"}),
    ):
        assert client.post(path, said).status_code in (200, 302), path


def test_axe_finds_nothing_on_refusals_mistakes_and_outcomes_either(driver, site, as_):
    knelpunt = screens()["knelpunt"]
    decide(as_("beheer"), knelpunt)
    found = {}
    for name, (who, path, sent, words) in STATES.items():
        with override_settings(PUBLIC=name == "openbaar"):
            if who:
                log_in(driver, site, who)
            else:
                driver.get(f"{site}/inloggen/")
                driver.delete_all_cookies()
            for width, dark in ((1280, False), (320, True)):
                show(driver, f"{site}{path.format(knelpunt=knelpunt)}", width, dark)
                if sent is not None:
                    submit(driver, {**sent, "name": f"cms {width}"} if "name" in sent else sent)
                assert words in driver.find_element(By.TAG_NAME, "body").text, name
                if rules := findings(driver):
                    found[name, width] = rules
    assert found == {}, found


def submit(driver: webdriver.Chrome, sent: dict[str, str]) -> None:
    """Send the page's main form with these fields and nothing else, as a browser without checks of its own would."""
    before = driver.find_element(By.TAG_NAME, "html")
    driver.execute_script(SEND, sent)
    WebDriverWait(driver, 180).until(expected_conditions.staleness_of(before))
    WebDriverWait(driver, 180).until(lambda d: d.execute_script("return document.readyState") == "complete")


SEND = """
const form = document.querySelector("main form[method=post]");
for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea, input[name=deed]"))
  if (field.type !== "file") field.disabled = true;
for (const [name, value] of Object.entries(arguments[0])) {
  const field = document.createElement("input");
  Object.assign(field, {type: "hidden", name, value});
  form.append(field);
}
form.noValidate = true;
HTMLFormElement.prototype.submit.call(form);
"""
