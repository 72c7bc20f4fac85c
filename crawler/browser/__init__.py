"""The accessibility engine: pages rendered in Chromium and tested by axe-core."""

from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.pool import scan
from crawler.browser.reporting import as_json

__all__ = ["BrowserSettings", "ServedPage", "as_json", "scan"]
