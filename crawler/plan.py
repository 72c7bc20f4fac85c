"""Says beforehand which addresses a crawl would ask for, which not, and why."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from crawler.addresses import allowed_hosts, moved, netloc, on_loopback, page_key
from crawler.agent import user_agent
from crawler.robots import HOPS, Robots, read_robots, robots_address
from crawler.settings import ROBOTSTXT_USER_AGENT
from model.product import Product
from model.profile import SiteProfile

_PATIENCE = 30.0  # seconds for robots.txt
_LARGEST = 1_000_000  # bytes of robots.txt that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAddress:
    """One address of one product: whether it would be asked for, and the Dutch reason."""

    product_id: str
    product_name: str
    url: str
    asked: bool
    reason: str


def plan(
    products: Collection[Product],
    profile: SiteProfile,
    site: str,
    day: date,
    robots: Mapping[str, Robots] | None = None,
    *,
    contact: str = "",
) -> tuple[PlannedAddress, ...]:
    """Every catalog address in the catalog's order, with what a crawl on ``day`` would do with it.

    ``robots`` maps the address of a robots.txt to what it says; where it is None each host is asked for its own, once,
    which needs ``contact``. Pages that are found while crawling (start flow, explanations) cannot be known beforehand.
    UserError for a wrong site or a missing contact.
    """
    addresses = [(product, moved(url, profile, site)) for product in products for url in product.urls]
    hosts = allowed_hosts(profile, site) or tuple({netloc(url) for _, url in addresses})
    if robots is None:
        within = [
            url for product, url in addresses if product.active_on(day) and SiteProfile.covers(hosts, netloc(url))
        ]
        robots = ask_robots(within, hosts, contact)
    asked: dict[str, Product] = {}
    planned = []
    for product, url in addresses:
        refusal = _refusal(product, url, day, hosts, robots, asked)
        planned.append(
            PlannedAddress(
                product_id=product.id,
                product_name=product.name,
                url=url,
                asked=not refusal,
                reason=refusal or "Wordt opgehaald.",
            )
        )
    return tuple(planned)


def ask_robots(urls: Collection[str], hosts: tuple[str, ...], contact: str) -> dict[str, Robots]:
    """What the robots.txt of each host in ``urls`` says, each asked once. UserError for a missing contact."""
    if not urls:
        return {}
    agent = user_agent(contact, hosts)
    return {address: _ask(address, hosts, agent) for address in sorted({robots_address(url) for url in urls})}


def _refusal(
    product: Product,
    url: str,
    day: date,
    hosts: tuple[str, ...],
    robots: Mapping[str, Robots],
    asked: dict[str, Product],
) -> str:
    """Why an address would not be asked for; empty where it would."""
    if product.active_from and day < product.active_from:
        return f"Niet actief: het product begint op {_day(product.active_from)}."
    if product.active_until and product.active_until < day:
        return f"Niet actief: het product eindigde op {_day(product.active_until)}."
    if not SiteProfile.covers(hosts, netloc(url)):
        return f"Buiten de site: {netloc(url)} hoort niet bij de toegestane servers."
    rules = robots.get(robots_address(url), Robots())
    if rules.unreadable:
        return rules.unreadable
    if not rules.allows(url, ROBOTSTXT_USER_AGENT):
        return "robots.txt van de site verbiedt deze pagina."
    other = asked.setdefault(page_key(url), product)
    if other is not product:
        return f"Dezelfde pagina als bij {other.name!r}: ze wordt één keer opgehaald en telt voor beide."
    return ""


class _WithinHosts(urllib.request.HTTPRedirectHandler):
    """Follows redirects of robots.txt within the hosts only."""

    max_redirections = HOPS

    def __init__(self, hosts: tuple[str, ...]) -> None:
        self.hosts = hosts

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if not SiteProfile.covers(self.hosts, netloc(newurl)):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _ask(address: str, hosts: tuple[str, ...], agent: str) -> Robots:
    handlers: list[urllib.request.BaseHandler] = [_WithinHosts(hosts)]
    if on_loopback((urlsplit(address).netloc,)):
        handlers.append(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(address, headers={"User-Agent": agent})  # noqa: S310 - absolute() lets http and https only
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=_PATIENCE) as answer:
            return read_robots(answer.status, answer.read(_LARGEST))
    except urllib.error.HTTPError as error:
        return read_robots(error.code, b"")
    except OSError:
        return Robots(unreadable="robots.txt is niet te lezen: de server antwoordt niet.")


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
