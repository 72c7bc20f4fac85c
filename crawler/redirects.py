"""Knows where a response sends its reader."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from scrapy.http import Response, TextResponse
from scrapy.utils.response import get_meta_refresh
from w3lib.html import remove_tags, remove_tags_with_content

from crawler.addresses import netloc, page_key
from model.page import FetchOutcome
from model.profile import SiteProfile

REFRESH_AT_ONCE = 1.0
"""A meta refresh in less than these seconds is a redirect; before a slower one the page itself is read (WCAG, H76)."""
STUB_WORDS = 40
"""Fewer words than these, menus and footer aside, make a page that only sends its reader on."""

_LOGIN = re.compile(
    r"/(?:inloggen|login|log-in|aanmelden|signin|sign-in|saml\d?|oauth2?|oidc)(?:/|$|\.)", re.IGNORECASE
)


def redirect_of(response: Response) -> str | None:
    """Where a response sends its reader, as a whole address; None where there is something to read.

    A meta refresh counts where the page has no text of its own. A page that can be read and then goes elsewhere is a page;
    the test in the browser tells that it goes.
    """
    location = response.headers.get("Location")
    if 300 <= response.status < 400 and response.status != 304 and location:
        there = location.decode("utf-8", "replace").strip()
        try:
            return urljoin(response.url, there)
        except ValueError:  # "http://[": no address, and whoever checks it will see so
            return there
    if response.status == 200 and isinstance(response, TextResponse):
        seconds, target = get_meta_refresh(response)
        if target and seconds is not None and seconds < REFRESH_AT_ONCE and page_key(target) != page_key(response.url):
            return target if _is_stub(response.text) else None
    return None


def _is_stub(markup: str) -> bool:
    """Whether a page says no more than that it has moved."""
    text = remove_tags(remove_tags_with_content(markup, ("head", "script", "style", "nav", "header", "footer")))
    return len(text.split()) < STUB_WORDS


def why_not_followed(target: str, hosts: tuple[str, ...]) -> tuple[FetchOutcome, str] | None:
    """How a page ends whose redirect is not followed, with a Dutch detail; None where it is followed.

    A login page is known by its path and never asked for.
    """
    if not target.startswith(("http://", "https://")) or not netloc(target):
        return FetchOutcome.BUITEN_DE_SITE, "De site stuurt door naar iets dat geen webadres is."
    if not SiteProfile.covers(hosts, netloc(target)):
        return FetchOutcome.BUITEN_DE_SITE, f"De site stuurt door naar {netloc(target)}."
    if _LOGIN.search(urlsplit(target).path):
        return FetchOutcome.GEEN_TOEGANG, "De site vraagt om in te loggen."
    return None
