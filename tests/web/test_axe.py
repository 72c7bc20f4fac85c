"""The app by its own measure: every screen, wide and narrow, light and dark, all of axe's rules."""

from __future__ import annotations

import pytest
from django.conf import settings
from selenium import webdriver

from tests.web.conftest import log_in
from tests.web.screens import screens

pytestmark = pytest.mark.browser
AXE = (settings.NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
const [rules, done] = arguments;
axe.run(document, {resultTypes: ["violations", "incomplete"], ...rules}).then(found => done(
  [...found.violations, ...found.incomplete].map(rule => [rule.id, rule.nodes.map(
    node => [node.html.slice(0, 200), ...[...node.any, ...node.all, ...node.none].map(check => check.message)]).slice(0, 2)])));
"""


def show(driver: webdriver.Chrome, address: str, width: int, dark: bool) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    driver.get(address)
    driver.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")


def test_axe_finds_nothing_and_leaves_nothing_open_on_any_screen(driver, site, capsys):
    log_in(driver, site, "beheer")
    found, sideways, heavy = {}, {}, {}
    for name, path in screens().items():
        for width in (1280, 320):
            for dark in (False, True):
                show(driver, f"{site}{path}", width, dark)
                driver.execute_script(AXE)
                where = name, width, "donker" if dark else "licht"
                if (wide := driver.execute_script("return document.documentElement.scrollWidth")) > width:
                    sideways[where] = wide
                rules = driver.execute_async_script(RUN, {"rules": {"color-contrast": {"enabled": False}}})
                # What is scrolled out of sight in a wide table's own region has no background that axe can see: make room.
                driver.execute_script("document.body.style.minWidth = '80rem'")
                rules += driver.execute_async_script(RUN, {"runOnly": ["color-contrast"]})
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
