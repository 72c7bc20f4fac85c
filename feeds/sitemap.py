"""Reads a site's sitemaps (sitemaps.org protocol 0.9), also indexes of sitemaps and packed ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from crawler.addresses import absolute, netloc
from crawler.robots import Robots, robots_address
from crawler.settings import ROBOTSTXT_USER_AGENT
from feeds.delivery import pieces
from feeds.xml import Name, records
from model.errors import UserError
from model.profile import SiteProfile

_SPACES = ("http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.google.com/schemas/sitemap/0.84", None)
_PAGE: frozenset[Name] = frozenset((space, "url") for space in _SPACES)
_SITEMAP: frozenset[Name] = frozenset((space, "sitemap") for space in _SPACES)
MOST_SITEMAPS = 200
MOST_PAGES = 200_000


def sitemap_addresses(site: str, robots: Mapping[str, Robots]) -> tuple[str, ...]:
    """Where a site says its sitemaps are: the lines in robots.txt, or else /sitemap.xml."""
    rules = robots.get(robots_address(site), Robots()).rules
    named = tuple(rules.sitemaps) if rules else ()
    found = dict.fromkeys(_joined(site, each) for each in named)
    return tuple(filter(None, found)) or (urljoin(site, "/sitemap.xml"),)


def read_sitemaps(
    places: tuple[str, ...],
    *,
    hosts: tuple[str, ...],
    robots: Mapping[str, Robots],
    agent: str,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[str, ...]:
    """Every page that the sitemaps name, each once, in their order.

    Sitemaps on other hosts than ``hosts``, or that robots.txt forbids, are not asked. UserError where nothing is named at all,
    for a sitemap has failed then, or where it names more than a site can have.
    """
    pages: dict[str, None] = {}
    waiting = [*places]
    asked: set[str] = set()
    while waiting:
        place = waiting.pop(0)
        if place in asked or not _may(place, hosts, robots):
            continue
        if len(asked) >= MOST_SITEMAPS:
            raise UserError(f"De site heeft meer dan {MOST_SITEMAPS} sitemaps. Kies er een met --sitemap.", file=place)
        asked.add(place)
        for record in records(pieces(place, agent=agent), _PAGE | _SITEMAP, place):
            address = next(iter(record.texts("loc")), "")
            if record.name in _SITEMAP:
                waiting.append(_joined(place, address))
            elif absolute(address):
                pages[address] = None
            if len(pages) > MOST_PAGES:
                raise UserError(f"De sitemap noemt meer dan {MOST_PAGES} pagina's.", file=place)
        progress(len(asked))
    if not pages:
        raise UserError(
            "De sitemap noemt geen enkele pagina. Geef het goede adres met --sitemap.",
            file=places[0] if places else None,
        )
    return tuple(pages)


def _joined(place: str, address: str) -> str:
    """The address as seen from a place; empty where it is no address at all."""
    try:
        return urljoin(place, address)
    except ValueError:
        return ""


def _may(place: str, hosts: tuple[str, ...], robots: Mapping[str, Robots]) -> bool:
    if not absolute(place) or (hosts and not SiteProfile.covers(hosts, netloc(place))):
        return False
    return robots.get(robots_address(place), Robots()).allows(place, ROBOTSTXT_USER_AGENT)
