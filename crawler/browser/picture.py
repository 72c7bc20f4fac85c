"""A picture of one element on a stored page, so that a person sees where an issue stands."""

from __future__ import annotations

import base64
import json
import time

from crawler.browser.assets import Assets
from crawler.browser.axe import load_script
from crawler.browser.cdp import BrowserGoneError, CallFailedError, CallTimedOutError
from crawler.browser.chromium import Chromium
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.serving import Serving
from crawler.browser.tab import Tab, TabCrashedError

AROUND = 90  # CSS pixels shown around the element
LARGEST = 900, 700  # CSS pixels

_FIND = """(() => {{
  const element = document.querySelector({selector});
  if (!element) return "";
  element.style.setProperty("outline", "3px solid #c2410c", "important");
  element.scrollIntoView({{block: "center"}});
  const box = element.getBoundingClientRect();
  return JSON.stringify([box.x + scrollX, box.y + scrollY, box.width, box.height]);
}})()"""


def picture(page: ServedPage, selector: str, settings: BrowserSettings) -> bytes:
    """The element with some of its surroundings, outlined, as PNG; empty where it cannot be shown.

    An element inside a frame or a shadow root (``>>>`` in ``selector``) is shown by what it stands in. Raises UserError where
    no browser can be had.
    """
    script, _ = load_script(settings)
    assets = Assets(
        user_agent=settings.user_agent,
        limit=settings.asset_limit,
        deadline=settings.asset_deadline,
        own_network=settings.own_network,
    )
    browser = Chromium(settings)
    try:
        tab = Tab(browser.channel, script, sealed=True)
        serving = Serving(page, settings, assets, tab.channel)
        return _taken(tab, serving, selector.split(" >>> ")[0], settings)
    except (CallFailedError, CallTimedOutError, TabCrashedError, BrowserGoneError):
        return b""
    finally:
        browser.quit()
        assets.close()


def _taken(tab: Tab, serving: Serving, selector: str, settings: BrowserSettings) -> bytes:
    deadline = time.monotonic() + settings.page_deadline
    tab.resize(settings.viewports[0], deadline)
    if tab.open(serving, settings.page_deadline / 2, deadline):
        return b""
    tab.settle(serving, settings.quiet_limit, deadline)
    found = tab.evaluate(tab.top(), _FIND.format(selector=json.dumps(selector)), deadline)
    if not found:
        return b""
    x, y, width, height = json.loads(found)
    clip = {
        "x": max(0, x - AROUND),
        "y": max(0, y - AROUND),
        "width": min(LARGEST[0], max(1, width) + 2 * AROUND),
        "height": min(LARGEST[1], max(1, height) + 2 * AROUND),
        "scale": 1,
    }
    asked = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    return base64.b64decode(tab.call("Page.captureScreenshot", asked, deadline=deadline)["data"])
