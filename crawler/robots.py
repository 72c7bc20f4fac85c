"""Knows what a host's robots.txt allows, and asks for it once (RFC 9309)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.addresses import netloc
from crawler.answers import failure_of
from crawler.refusals import Refused, SiteResting, note_stop
from model.page import FetchOutcome
from model.profile import SiteProfile

HOPS = 5
"""Redirects of robots.txt that are followed (RFC 9309, 2.3.1.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What one host's robots.txt says. ``unreadable`` is a Dutch reason why nothing may be asked; empty where it was read."""

    rules: Protego | None = None
    unreadable: str = ""

    def allows(self, url: str, agent: str) -> bool:
        """Whether ``agent`` may ask for ``url``; everything where there is no robots.txt."""
        return not self.unreadable and (self.rules is None or self.rules.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """Seconds that ``agent`` must leave between two requests; 0 where robots.txt names none."""
        return float(self.rules.crawl_delay(agent) or 0.0) if self.rules else 0.0


def read_robots(status: int, body: bytes) -> Robots:
    """What an answer to /robots.txt means: 5xx and 429 forbid everything, other errors nothing."""
    if status >= 500 or status == 429:
        return Robots(unreadable=f"robots.txt is niet te lezen (status {status}), dus mag er niets worden gevraagd.")
    if not 200 <= status < 300:
        return Robots()
    return Robots(rules=Protego.parse(body.decode("utf-8-sig", "ignore")))


def robots_address(url: str) -> str:
    """Where the robots.txt stands that speaks of ``url``."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


class RobotsMiddleware:
    """Refuses requests that robots.txt forbids; refuses all of a host whose robots.txt cannot be read."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.obey = crawler.settings.getbool("ROBOTSTXT_OBEY")
        self.agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]
        self._asked: dict[str, asyncio.Task[Robots]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        """Make one for a crawl (Scrapy's protocol)."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let an allowed request pass; raises Refused or SiteResting for another."""
        if not self.obey or request.meta.get("is_robots"):
            return
        address = robots_address(request.url)
        if address not in self._asked:
            self._asked[address] = asyncio.ensure_future(self._robots(address))
        robots = await asyncio.shield(self._asked[address])
        if robots.unreadable:
            note_stop(self.crawler, robots.unreadable)
            raise SiteResting(robots.unreadable)
        if not robots.allows(request.url, self.agent):
            raise Refused(FetchOutcome.ROBOTS_VERBIEDT, "robots.txt van de site verbiedt deze pagina.")
        self._slow_down(request, robots.delay(self.agent))

    async def _robots(self, address: str) -> Robots:
        """Ask once, following redirects within the allowed hosts. Refused where the host cannot be reached."""
        seen = set()
        for _ in range(HOPS + 1):
            seen.add(address)
            meta = {"is_robots": True, "dont_retry": True}
            request = Request(address, callback=NO_CALLBACK, meta=meta, dont_filter=True)
            try:
                response: Response = await self.crawler.engine.download_async(request)
            except DownloadTimeoutError:
                return Robots(unreadable="robots.txt kwam niet op tijd, dus mag er niets worden gevraagd.")
            except Refused:
                raise
            except Exception as error:
                outcome, detail = failure_of(error)
                raise Refused(outcome, f"{detail} Dat bleek al bij robots.txt.") from error
            location = response.headers.get("Location")
            if not (300 <= response.status < 400 and location):
                return read_robots(response.status, response.body)
            address = urljoin(address, location.decode("latin-1"))
            if address in seen or not SiteProfile.covers(self.crawler.spider.hosts, netloc(address)):  # type: ignore[union-attr]
                break
        return Robots()

    def _slow_down(self, request: Request, delay: float) -> None:
        """Raise the host's pause to robots.txt's Crawl-delay (a minute at most)."""
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(downloader.get_slot_key(request))
        if slot and delay:
            slot.delay = max(slot.delay, min(delay, 60.0))
