"""The report in a real Chromium: accessible by its own measure, readable on a phone, usable without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from reports.report import write_report
from tests.reports.made_up import a_night, nothing
from tests.web.test_axe import findings

pytestmark = pytest.mark.browser
PRODUCTS = 66  # enough for every outcome and most causes


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = settings.CHROMIUM
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service(settings.CHROMEDRIVER))
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(tmp_path_factory.mktemp("rapport"), **a_night(PRODUCTS))[0]


def show(driver: webdriver.Chrome, file: Path, *, width: int = 1280, dark: bool = False, fragment: str = "") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    driver.get("about:blank")
    driver.get(f"{file.as_uri()}{fragment}")


def unexplained(driver: webdriver.Chrome) -> list[object]:
    """What axe finds or leaves open, but for the contrast of words inside a drawing, which is worked out here instead.

    Axe cannot see what lies behind them; in our drawings that is the page.
    """
    left = [
        rule
        for rule in findings(driver)
        if not (rule[0] == "color-contrast" and all(node[0].startswith("<text") for node in rule[1]))
    ]
    ratios = driver.execute_script(CONTRASTS)
    return [*left, *(each for each in ratios if each[1] < 4.5)]


CONTRASTS = """
const light = colour => {
  const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = [document.body, document.documentElement].map(each => getComputedStyle(each).backgroundColor)
  .find(colour => !colour.endsWith(", 0)")) || "rgb(255, 255, 255)";
return [...document.querySelectorAll("svg text")].map(text => {
  const [dark, bright] = [light(getComputedStyle(text).fill), light(behind)].sort((one, other) => one - other);
  return [text.textContent, (bright + 0.05) / (dark + 0.05)];
});
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_leaves_nothing_open_with_everything_opened(driver, report, width, dark):
    show(driver, report, width=width, dark=dark)
    driver.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert unexplained(driver) == []
    assert driver.execute_script("return axe.version").startswith("4.14")


def test_axe_finds_nothing_in_the_report_of_an_empty_catalog_either(driver, tmp_path):
    show(driver, write_report(tmp_path, **nothing())[0])
    assert unexplained(driver) == []


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_the_page_never_scrolls_sideways(driver, report, width):
    show(driver, report, width=width)
    driver.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_no_string_of_a_page_runs_and_nothing_is_loaded(driver, report):
    show(driver, report)
    assert driver.title.startswith("Servicenormen en toegankelijkheid van Voorbeeldstad")
    assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert not [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.mark.parametrize("width", [1280, 320])
def test_choosing_a_number_leaves_only_the_products_that_it_counts(driver, report, width):
    show(driver, report, width=width)
    where = "details.r" if width == 320 else ".matrix tr.r"
    count_visible = f"return [...document.querySelectorAll('{where}')].filter(each => each.checkVisibility()).length"
    total = driver.execute_script(count_visible)
    assert total == PRODUCTS
    for link in driver.find_elements(By.CSS_SELECTOR, ".norm td a, #elementen ~ tbody a")[:14]:
        amount = int(link.text)
        driver.execute_script("location.hash = arguments[0]", link.get_attribute("hash"))
        assert driver.execute_script(count_visible) == amount
        assert driver.find_element(By.CSS_SELECTOR, ".keuze:target").is_displayed()
    driver.execute_script("location.hash = '#producten'")
    assert driver.execute_script(count_visible) == total


def test_choosing_an_outcome_opens_the_card_with_its_quote(driver, report):
    show(driver, report)
    cell = driver.find_element(By.CSS_SELECTOR, ".matrix a.onvolledig")
    place = cell.get_attribute("hash")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", cell)
    cell.click()
    assert driver.find_element(By.CSS_SELECTOR, f"{place} + dd").is_displayed()


def test_on_a_phone_the_matrix_gives_way_to_cards(driver, report):
    show(driver, report, width=320)
    assert not driver.find_element(By.CSS_SELECTOR, ".matrix").is_displayed()
    assert driver.find_element(By.CSS_SELECTOR, "details.r summary").is_displayed()


def test_everything_that_can_be_chosen_is_large_enough_to_touch(driver, report):
    """WCAG 2.2 asks 24 pixels, or that much room around it; links within a sentence are excepted."""
    show(driver, report, width=320)
    script = "return [...document.querySelectorAll('nav a, td.n a, summary')].map(each => each.getBoundingClientRect())"
    sizes = [box for box in driver.execute_script(script) if box["width"]]
    assert len(sizes) > 100
    assert min(box["height"] for box in sizes) >= 24
    assert min(box["width"] for box in sizes) >= 24
