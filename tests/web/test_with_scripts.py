"""What scripts add in a real browser: answers without a new page, addresses that can be shared, and nothing that needs them."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.web.conftest import log_in

pytestmark = pytest.mark.browser


def names(driver: webdriver.Chrome) -> list[str]:
    found = "return [...document.querySelectorAll('#lijst tbody th a')].map(each => each.innerText.trim())"
    return list(driver.execute_script(found))


def mark(driver: webdriver.Chrome) -> None:
    driver.execute_script("window.dezelfde = true")


def same_page(driver: webdriver.Chrome) -> bool:
    return bool(driver.execute_script("return window.dezelfde === true"))


def test_a_choice_shows_its_products_at_once_keeps_the_focus_and_has_an_address(driver, site):
    log_in(driver, site, "webredactie")
    driver.get(f"{site}/producten/")
    everything = names(driver)
    mark(driver)
    Select(driver.find_element(By.ID, "cluster")).select_by_visible_text("Wonen")
    wait = WebDriverWait(driver, 180)
    wait.until(lambda d: len(names(d)) < len(everything))
    assert same_page(driver)
    assert driver.current_url == f"{site}/producten/?cluster=Wonen"
    sentence = driver.find_element(By.CSS_SELECTOR, "[role=status]#zin")
    assert "passen bij deze keuze" in sentence.text
    chosen = names(driver)
    driver.find_element(By.ID, "zoek").send_keys("dak")
    wait.until(lambda d: names(d) == ["Dakkapel"])
    assert driver.switch_to.active_element.get_attribute("id") == "zoek"
    assert driver.find_element(By.ID, "zoek").get_attribute("value") == "dak"
    driver.get(driver.current_url)
    assert names(driver) == ["Dakkapel"]
    driver.back()
    wait.until(lambda d: names(d) == chosen)


def test_the_work_list_narrows_at_once(driver, site):
    log_in(driver, site, "webredactie")
    driver.get(f"{site}/werklijst/")
    mark(driver)
    before = len(driver.find_elements(By.CSS_SELECTOR, ".taken > li"))
    Select(driver.find_element(By.ID, "cluster")).select_by_visible_text("Burgerzaken")
    WebDriverWait(driver, 180).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, ".taken > li")) < before)
    assert same_page(driver)
    assert "Te doen" in driver.find_element(By.CSS_SELECTOR, "#lijst .tabs").text
    assert "cluster=Burgerzaken" in driver.current_url


def test_what_takes_long_says_so_and_brings_the_reader_to_the_outcome(driver, site):
    log_in(driver, site, "webredactie")
    driver.get(f"{site}/producten/paspoort/")
    mark(driver)
    said = "const place = document.querySelector('[data-bezig]'); window.gezegd = [];"
    driver.execute_script(
        f"{said} new MutationObserver(() => window.gezegd.push(place.textContent)).observe(place, {{childList: true}})"
    )
    button = driver.find_element(By.XPATH, "//button[.='Opnieuw meten']")
    button.send_keys(Keys.ENTER)
    WebDriverWait(driver, 180).until(lambda d: d.find_elements(By.CSS_SELECTOR, "main [data-melding] .melding"))
    assert same_page(driver)
    assert driver.execute_script("return window.gezegd")[0] == "De pagina wordt gelezen…"
    assert driver.switch_to.active_element.get_attribute("data-melding") is not None


def test_who_was_logged_out_meanwhile_comes_to_the_login_and_back(driver, site):
    log_in(driver, site, "webredactie")
    driver.get(f"{site}/producten/")
    driver.delete_cookie("sessionid")
    Select(driver.find_element(By.ID, "cluster")).select_by_visible_text("Wonen")
    WebDriverWait(driver, 180).until(lambda d: "/inloggen/" in d.current_url)
    assert "next=/producten/%3Fcluster%3DWonen" in driver.current_url


def test_the_same_choices_without_scripts(driver, site):
    log_in(driver, site, "webredactie")
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(f"{site}/producten/")
        Select(driver.find_element(By.ID, "cluster")).select_by_visible_text("Wonen")
        driver.find_element(By.XPATH, "//button[.='Toon']").send_keys(Keys.ENTER)
        WebDriverWait(driver, 180).until(lambda d: "cluster=Wonen" in d.current_url)
        assert "Dakkapel" in names(driver)
        assert "Paspoort" not in names(driver)
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
