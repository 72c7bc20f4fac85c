"""Which pages of the site look like products that no row names, and which rows the sitemap does not name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from crawler.addresses import netloc, page_key
from feeds.upl import Upl
from model.product import Product
from model.profile import SiteProfile

_ACTIONS = re.compile(
    r"\b(?:aanvragen|aanvraag|aangeven|aangifte|melden|melding|doorgeven|wijzigen|verlengen|inschrijven|uitschrijven|opvragen|"
    r"vergunning|ontheffing|subsidie|uittreksel|uitkering|toeslag|akte|kwijtschelding|bezwaar)\b|"
    r"\w+(?:vergunning|melding|aangifte|subsidie|akte|uittreksel|kaart|bewijs|ontheffing)\b"
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|ods|zip|jpe?g|png|gif|svg|mp4|xml|ics|csv|json)$", re.IGNORECASE)
_START = re.compile(r"/start-[^/]+/?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A page of the sitemap without a row.

    ``name`` is made of the last part of the address, ``upl`` the municipal name in it; ``likely`` says that it speaks of doing.
    """

    url: str
    name: str
    upl: str
    likely: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """``both`` counts the rows that the sitemap names; ``unnamed`` are the others. ``candidates`` are the likely ones first."""

    pages: int
    both: int
    candidates: tuple[Candidate, ...]
    unnamed: tuple[Product, ...]


def discover(
    pages: Sequence[str],
    products: Sequence[Product],
    *,
    upl: Upl,
    profile: SiteProfile,
    today: date,
    here: Callable[[str], str],
) -> Discovery:
    """Lay the addresses of a sitemap beside the active rows. ``here`` moves a catalog's address to the site that is measured."""
    keys = {page_key(url): url for url in pages}
    active = [product for product in products if product.active_on(today)]
    named = {page_key(here(url)) for product in products for url in product.urls}
    unnamed = tuple(product for product in active if not any(page_key(here(url)) in keys for url in product.urls))
    found = [
        _candidate(url, upl) for key, url in keys.items() if key not in named and _can_be(url, key, named, profile)
    ]
    order = sorted(found, key=lambda each: (not each.likely, not each.upl, each.url))
    return Discovery(pages=len(keys), both=len(active) - len(unnamed), candidates=tuple(order), unnamed=unnamed)


def _can_be(url: str, key: str, named: set[str], profile: SiteProfile) -> bool:
    """Whether the page may be a product's: no file, theme, news, start flow, or page below a product's own."""
    path = urlsplit(url).path
    if path in ("", "/") or _FILE.search(path) or _START.search(path):
        return False
    if profile.hosts and not SiteProfile.covers(profile.hosts, netloc(url)) and not _loopback(url):
        return False
    if any(path.startswith(prefix) for prefix in profile.not_products):
        return False
    return not any(key.startswith(f"{each}/") for each in _above(key) & named)


def _above(key: str) -> set[str]:
    parts = key.split("/")
    return {"/".join(parts[:place]) for place in range(4, len(parts))}


def _loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")


def _candidate(url: str, upl: Upl) -> Candidate:
    words = re.findall(r"\w+", unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]).replace("_", " ").casefold())
    text = " ".join(words)
    fitting = [name.name for name in upl.municipal if _holds(words, name.name)]
    return Candidate(
        url=url,
        name=text[:1].upper() + text[1:],
        upl=max(fitting, key=len, default=""),
        likely=bool(_ACTIONS.search(text) or fitting),
    )


def _holds(words: Sequence[str], name: str) -> bool:
    return set(re.findall(r"\w+", name.casefold())) <= set(words)
