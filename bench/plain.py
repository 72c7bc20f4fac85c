"""The plain reference: Selenium opens a page, axe-selenium-python runs axe in it. What many teams run today."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ANY_ORIGIN = "axe.configure({allowedOrigins: ['<unsafe_all_origins>']})"
ALL_FRAMES = """
const below = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
  [...(/^i?frame$/.test(element.localName) ? [element] : []), ...(element.shadowRoot ? below(element.shadowRoot) : [])]);
return below(document);
"""
CHROMIUM, CHROMEDRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"


@contextmanager
def plain_browser() -> Iterator[webdriver.Chrome]:
    """A browser as the manuals start it, at the width of our first viewport."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb",
    ):  # fmt: skip
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(CHROMEDRIVER))
    size = {"width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.set_script_timeout(30)
    driver.set_page_load_timeout(30)
    try:
        yield driver
    finally:
        driver.quit()


def plain_result(driver: webdriver.Chrome, url: str, *, in_frames: bool = False) -> Mapping[str, Any]:
    """Axe's own result on one address; with ``in_frames`` axe is first put into every frame by hand."""
    driver.get(url)
    axe = Axe(driver, script_url=str(AXE))
    axe.inject()
    if in_frames:
        driver.execute_script(ANY_ORIGIN)
        _put_into_frames(driver, axe)
    result: Mapping[str, Any] = axe.run()
    return result


def _put_into_frames(driver: webdriver.Chrome, axe: Axe) -> None:
    for frame in driver.execute_script(ALL_FRAMES):
        try:
            driver.switch_to.frame(frame)
            axe.inject()
            driver.execute_script(ANY_ORIGIN)
            _put_into_frames(driver, axe)
        except WebDriverException:
            continue  # a frame without a document; axe says so itself
        finally:
            driver.switch_to.parent_frame()


def main() -> None:
    """Test every address of a JSON list, as a program for measuring: ``python -m bench.plain ADDRESSES OUT``."""
    addresses, out = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
    found = {}
    with plain_browser() as driver:
        for url in addresses:
            result = plain_result(driver, url)
            found[url] = [
                {"rule": rule["id"], "html": node["html"]}
                for kind in ("violations", "incomplete")
                for rule in result[kind]
                for node in rule["nodes"]
            ]
    out.write_text(json.dumps({"pages": found}), "utf-8")


if __name__ == "__main__":
    main()
