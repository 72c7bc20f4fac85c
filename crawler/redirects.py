"""Knows where a response sends its reader."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from scrapy.http import Response, TextResponse
from scrapy.utils.response import get_meta_refresh

from crawler.addresses import page_key

REFRESH_AT_ONCE = 1.0
"""A meta refresh in less than these seconds is a redirect; before a slower one the page itself is read (WCAG, H76)."""


_LOGIN = re.compile(
    r"/(?:inloggen|login|log-in|aanmelden|signin|sign-in|saml\d?|oauth2?|oidc)(?:/|$|\.)", re.IGNORECASE
)


def redirect_of(response: Response) -> str | None:
    """Where a response sends its reader, as a whole address; None where the reader stays."""
    location = response.headers.get("Location")
    if 300 <= response.status < 400 and response.status != 304 and location:
        return urljoin(response.url, location.decode("utf-8", "replace").strip())
    if response.status == 200 and isinstance(response, TextResponse):
        seconds, target = get_meta_refresh(response)
        if target and seconds is not None and seconds < REFRESH_AT_ONCE and page_key(target) != page_key(response.url):
            return target
    return None


def asks_for_login(url: str) -> bool:
    """Whether an address is a login page by its path; such a page is never asked for."""
    return _LOGIN.search(urlsplit(url).path) is not None
