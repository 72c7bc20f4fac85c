"""What the three audiences come to do, in a real browser, by keyboard only."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from goedgeregeld import measuring
from model.decision import Waiver
from model.finding import Outcome
from model.profile import ANY_SITE
from reports.dutch import HERE
from tests.web import city
from tests.web.conftest import log_in
from web import decisions
from web.told import Told
from web.views.accessibility import queue_of

pytestmark = pytest.mark.browser
MOST_TABS = 400


def tab_to(driver: webdriver.Chrome, text: str) -> None:
    """Press tab until the focus is on what begins with ``text``, as a keyboard user does."""
    for _ in range(MOST_TABS):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        name = driver.execute_script(
            "const e = document.activeElement, label = e.labels && e.labels[0];"
            "return (label ? label.innerText : e.innerText || e.value || '').trim()"
        )
        if name.startswith(text):
            outline = driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"de focus op {name} is niet te zien"
            return
    raise AssertionError(f"met de tabtoets niet te bereiken: {text}")


def press(driver: webdriver.Chrome, text: str) -> None:
    """Reach something and press enter; waits for the next page."""
    tab_to(driver, text)
    before = driver.find_element(By.TAG_NAME, "html")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 20).until(lambda d: d.find_element(By.TAG_NAME, "html") != before)


def type_in(driver: webdriver.Chrome, label: str, words: str) -> None:
    tab_to(driver, label)
    driver.switch_to.active_element.send_keys(words)


def shown(driver: webdriver.Chrome) -> str:
    return driver.find_element(By.TAG_NAME, "main").text


def test_an_editor_finds_the_first_task_corrects_a_verdict_and_sees_it_in_the_next_report(driver, site, tmp_path):
    log_in(driver, site, "webredactie")
    assert driver.current_url == f"{site}/werklijst/", "een redacteur begint bij het werk"
    assert "Verloren: Uittreksel BRP, kosten" in shown(driver)
    first = driver.find_element(By.CSS_SELECTOR, ".taken > li")
    assert "Daarmee voldoet dit product aan norm" in first.text
    before = Told().overview().norms[0].met
    press(driver, "Uittreksel BRP: kosten")
    assert driver.current_url.endswith("/producten/uittreksel/#kosten")
    driver.get(f"{site}/producten/uittreksel/")
    for _ in range(2):
        tab_to(driver, "Klopt dit niet?")
    press(driver, "Klopt dit niet?")
    assert "Klopt het oordeel over kosten niet?" in shown(driver)
    tab_to(driver, "aanwezig")
    driver.switch_to.active_element.send_keys(Keys.SPACE)
    type_in(driver, "Welke woorden op de pagina", "dit staat er niet")
    type_in(driver, "Waarom klopt", "De stadswinkel vraagt hier niets voor.")
    press(driver, "Correctie bewaren")
    assert "Deze woorden staan niet op de pagina" in shown(driver)
    tab_to(driver, "Welke woorden op de pagina")
    driver.switch_to.active_element.send_keys(Keys.CONTROL, "a")
    driver.switch_to.active_element.send_keys("U krijgt binnen 5 werkdagen een besluit.")
    press(driver, "Correctie bewaren")
    assert "Uw correctie telt vanaf nu mee" in shown(driver)
    assert Told().overview().norms[0].met == before + 1

    (name, began) = city.NIGHTS[-1]
    following = city.measure(f"{name}-later", began + timedelta(days=1))
    told = Told()
    assert told.run.id == following.id
    assert told.overview().norms[0].met == before + 1
    changed = city.measure(f"{name}-nog-later", began + timedelta(days=2), {"uittreksel": city.HOW + city.WHERE})
    assert Told().run.id == changed.id
    assert _outcome("uittreksel", "kosten") is Outcome.ONTBREEKT, "de woorden van de correctie staan er niet meer"
    files = measuring.report_run(following, tmp_path, ANY_SITE)
    assert files[0].exists()


def test_a_task_ends_by_the_next_night_and_never_by_a_click(driver, site):
    log_in(driver, site, "webredactie")
    press(driver, "Werklijst")
    tab_to(driver, "Uittreksel BRP: kosten")
    press(driver, "Toewijzen, uitstellen of gedaan melden")
    press(driver, "Gedaan melden")
    assert "Gemeld. De volgende meting kijkt" in shown(driver)
    press(driver, "Wacht op de volgende meting (1)")
    assert "Uittreksel BRP: kosten" in shown(driver)
    (name, began) = city.NIGHTS[-1]
    city.measure(f"{name}-morgen", began + timedelta(days=9))
    driver.refresh()
    press(driver, "Te doen")
    assert "Gedaan gemeld, maar de meting ziet het niet." in shown(driver)
    city.measure(f"{name}-overmorgen", began + timedelta(days=10), {"uittreksel": city.FULL})
    driver.refresh()
    assert "Uittreksel BRP: kosten" not in driver.find_element(By.CSS_SELECTOR, ".taken").text
    assert "Gewonnen: Uittreksel BRP, kosten" in shown(driver)


def test_an_officer_decides_once_for_all_places_and_a_waiver_comes_back_after_its_end(driver, site):
    log_in(driver, site, "toegankelijkheid")
    assert driver.current_url == f"{site}/toegankelijkheid/"
    press(driver, "Open knelpunten (1)")
    rule = driver.find_element(By.CSS_SELECTOR, "tbody th a").text
    press(driver, rule)
    assert "geldt voor alle 120 plaatsen tegelijk" in shown(driver)
    tab_to(driver, "Een knelpunt")
    driver.switch_to.active_element.send_keys(Keys.SPACE)
    type_in(driver, "Wie lost het op", "webbouwers")
    type_in(driver, "Waaraan ziet u dat", "De zoekknop in de kop heeft geen naam.")
    press(driver, "Besluiten")
    assert "Besloten voor alle 120 plaatsen tegelijk." in shown(driver)
    press(driver, "Afwijking vastleggen")
    for label in ("Oorzaak", "Gevolg", "Alternatief", "Maatregel"):
        type_in(driver, label, f"{label} in gewone taal.")
    tab_to(driver, "Einddatum")
    end = _today() + timedelta(days=90)
    driver.switch_to.active_element.send_keys(f"{end:%m%d%Y}")
    press(driver, "Vastleggen")
    assert "De afwijking is vastgelegd." in shown(driver)
    (line,) = [each for each in queue_of(Told()) if each.issue.rule_id == "button-name"]
    assert (line.state.value, line.waiver and line.waiver.expires_on) == ("afwijking", end)

    assert line.waiver
    yesterday = _today() - timedelta(days=1)
    texts = {name: getattr(line.waiver, name) for name in Waiver.__dataclass_fields__}
    decisions.save_waiver(Waiver(**{**texts, "granted_on": yesterday - timedelta(days=30), "expires_on": yesterday}))
    press(driver, "Toegankelijkheid")
    assert (
        "afwijking verlopen"
        in driver.find_element(By.CSS_SELECTOR, "tbody tr td")
        .find_element(By.XPATH, "//td[contains(.,'verlopen')]")
        .text
    )


def test_a_manager_reads_the_figure_of_the_tertaal_and_gets_the_pdf(driver, site, tmp_path):
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    log_in(driver, site, "management")
    assert "4 tot 5 van de 9 producten (44,4% tot 55,6%) vertellen hoe, waar" in shown(driver)
    press(driver, "Rapporten")
    assert "T3 2026" in shown(driver)
    tab_to(driver, "PDF")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 60).until(lambda _: _finished(tmp_path))
    assert (tmp_path / "servicenormen-2026-T3.pdf").read_bytes().startswith(b"%PDF-1.7")


def _today() -> date:
    return datetime.now(HERE).date()


def _finished(folder: Path) -> bool:
    return (folder / "servicenormen-2026-T3.pdf").exists()


def _outcome(product: str, question: str) -> Outcome:
    (row,) = [row for row in Told().overview().rows if row.product.id == product]
    (cell,) = [cell for cell in row.cells if cell.question == question]
    return cell.outcome
