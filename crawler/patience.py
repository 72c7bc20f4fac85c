"""Knows when to wait, when to try once more, and when to leave a site alone."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response

from crawler.addresses import netloc
from crawler.answers import about_tls, failure_of
from crawler.reach import GuardedResolver, named_by_a_person, why_not_reached
from crawler.refusals import Refused, SiteResting, note_stop
from model.page import FetchOutcome, Snapshot
from model.profile import SiteProfile

PASSING = frozenset([429, 502, 503, 504])
"""Statuses that may pass by themselves: worth a second try, and never kept."""
_STATUSES = frozenset([FetchOutcome.SERVERFOUT, FetchOutcome.TE_VEEL_VERZOEKEN, FetchOutcome.ANDERE_STATUS])
_DOWN = frozenset([FetchOutcome.GEEN_VERBINDING, FetchOutcome.ONBEKENDE_SERVER, FetchOutcome.TE_TRAAG])


class HostsMiddleware:
    """Refuses every request outside the hosts or into the own network, whoever made it.

    Only GET passes, and HEAD where the spider says so (``methods``): nothing is ever sent to a site.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        hosts = (*crawler.settings.getlist("PRIVATE_HOSTS"), *named_by_a_person(crawler.spider.hosts))
        self.permitted = frozenset(hosts)
        GuardedResolver.permitted = self.permitted
        self._refusals: dict[str, asyncio.Task[str]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> HostsMiddleware:
        """Make one for a crawl (Scrapy's protocol)."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request within the hosts pass; raises Refused for another, and for all that would change something."""
        methods = getattr(self.crawler.spider, "methods", frozenset(["GET"]))
        if not SiteProfile.covers(self.crawler.spider.hosts, netloc(request.url)) or request.method not in methods:
            raise Refused(FetchOutcome.BUITEN_DE_SITE, f"{netloc(request.url)} mag niet worden opgehaald.")
        name = urlsplit(request.url).hostname or ""
        if name not in self._refusals:
            asking = asyncio.to_thread(why_not_reached, name, self.permitted)
            self._refusals[name] = asyncio.ensure_future(asking)
        if refusal := await asyncio.shield(self._refusals[name]):
            raise Refused(FetchOutcome.BUITEN_DE_SITE, refusal)


class PatienceMiddleware:
    """Waits as Retry-After asks, retries what may pass, and stops at the run's deadline or when a host seems down."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        settings = crawler.settings
        self.times = settings.getint("PATIENCE_TIMES")
        self.pause = settings.getfloat("PATIENCE_PAUSE")
        self.longest = settings.getfloat("PATIENCE_LONGEST")
        self.down_after = settings.getint("SITE_DOWN_AFTER")
        self.deadline = time.monotonic() + settings.getfloat("RUN_DEADLINE")
        self._stopped: dict[str, str] = {}
        self._resume_at: dict[str, float] = defaultdict(float)
        self._failures: dict[str, int] = defaultdict(int)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PatienceMiddleware:
        """Make one for a crawl (Scrapy's protocol)."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass, after the pause that its host asked for; raises SiteResting where nothing more is asked."""
        host = netloc(request.url)
        while True:
            now = time.monotonic()
            if now >= self.deadline:
                self._stop(host, "De meting bereikte haar eindtijd voordat deze pagina aan de beurt was.")
            if reason := self._stopped.get(host):
                raise SiteResting(reason)
            if self._resume_at[host] <= now:
                return
            await asyncio.sleep(min(self._resume_at[host], self.deadline) - now)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Give a passing refusal one more chance; count what looks like a site that is down."""
        host = netloc(request.url)
        if response.status in PASSING:
            wait = _retry_after(response)
            if wait is not None and wait > self.longest:
                self._stop(host, f"De site vraagt om {wait:.0f} seconden rust (status {response.status}).")
                return response
            if again := self._again(request):
                self._resume_at[host] = time.monotonic() + (self.pause if wait is None else wait)
                return again
        refused = response.status in (401, 403, 429) and not request.meta.get("is_robots")
        self._count(host, failed=response.status >= 500 or refused, refused=refused)
        return response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Give a broken connection one more chance; count what looks like a site that is down."""
        host = netloc(request.url)
        if _broke(exception) and (again := self._again(request)):
            self._resume_at[host] = time.monotonic() + self.pause
            return again
        if not isinstance(exception, IgnoreRequest):
            self._count(host, failed=failure_of(exception)[0] in _DOWN)
        return None

    def _again(self, request: Request) -> Request | None:
        """The same request once more; None where it had its chances."""
        tried = request.meta.get("patience", 0)
        if tried >= self.times or request.meta.get("is_robots"):
            return None
        return request.replace(dont_filter=True, meta={**request.meta, "patience": tried + 1})

    def _count(self, host: str, *, failed: bool, refused: bool = False) -> None:
        self._failures[host] = self._failures[host] + 1 if failed else 0
        if self._failures[host] >= self.down_after > 0:
            what = "weigerde ons" if refused else "gaf"
            rest = "(401, 403 of 429)." if refused else "geen goed antwoord."
            self._stop(host, f"De site {what} {self.down_after} keer achter elkaar {rest}")

    def _stop(self, host: str, reason: str) -> None:
        self._stopped.setdefault(host, reason)
        note_stop(self.crawler, reason)


def _broke(exception: Exception) -> bool:
    """Whether a connection broke while it was used; a certificate that is wrong stays wrong."""
    return isinstance(exception, DownloadFailedError | ResponseDataLossError) and not about_tls(exception)


def _retry_after(response: Response) -> float | None:
    """The seconds in Retry-After, given as a number or as a date (RFC 9110, 10.2.3); None where it says nothing usable."""
    text = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def may_pass(snapshot: Snapshot) -> bool:
    """Whether the reason why there is no page may pass by itself, so that one more try later makes sense."""
    if snapshot.status is not None and snapshot.outcome in _STATUSES:
        return snapshot.status in PASSING
    return snapshot.outcome in _DOWN and "TLS" not in snapshot.detail
