"""The spider "knoppen": asks for each address behind a button once, one step deep, without reading or sending anything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.addresses import askable, netloc, on_loopback
from crawler.agent import user_agent
from crawler.answers import failure_of
from crawler.buttons import Followed, kind_of
from crawler.visits import HOPS
from model.landing import Landing
from model.page import FetchOutcome
from model.profile import SiteProfile

_SECOND_LOOK = frozenset([400, 403, 404, 405, 406, 410, 500, 501])
"""Statuses to HEAD that some servers do not mean: asked once more with GET, of which only the head is read."""
_STATUSES = {404: FetchOutcome.NIET_GEVONDEN, 410: FetchOutcome.VERVALLEN}


@dataclass(slots=True)
class _Step:
    """One address that was asked, and the buttons (address as asked, hops so far) that wait for its answer."""

    waiting: list[tuple[str, int]] = field(default_factory=list)
    response: Response | None = None
    ended: Followed | None = None


class ButtonSpider(Spider):
    """Follows ``addresses`` on ``hosts``; ``save`` gets one Landing for each. HEAD, and GET where a server refuses HEAD."""

    name = "knoppen"
    methods = frozenset(["HEAD", "GET"])

    def __init__(
        self,
        *,
        addresses: Iterable[str],
        hosts: tuple[str, ...],
        profile: SiteProfile,
        run_id: str,
        save: Callable[[Landing], None],
    ) -> None:
        super().__init__(self.name)
        self.addresses = tuple(addresses)
        self.hosts = hosts
        self.profile = profile
        self.run_id = run_id
        self._save = save
        self.save = None  # no pages come in
        self._steps: dict[str, _Step] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider from Scrapy's settings. UserError for a missing contact."""
        contact = kwargs.pop("contact", "")
        spider = super().from_crawler(crawler, *args, **kwargs)
        if on_loopback(spider.hosts):
            crawler.settings.setdict(crawler.settings.getdict("LOOPBACK"), priority="spider")
        crawler.settings.set("USER_AGENT", user_agent(contact, spider.hosts), priority="spider")
        crawler.signals.connect(spider.leave_body, signals.headers_received)
        return spider

    def leave_body(self, request: Request, **_: object) -> None:
        """Of an answer only the head is needed; robots.txt is read whole."""
        if not request.meta.get("is_robots"):
            raise StopDownload(fail=False)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every address."""
        for address in self.addresses:
            for request in self._ask(askable(address), (address, 0)):
                yield request

    def parse(self, response: Response, address: str) -> Iterator[Request]:
        """Note the answer, or ask once more with GET, and serve the buttons that wait for it."""
        if response.request is not None and response.request.method == "HEAD" and response.status in _SECOND_LOOK:
            yield self._request(address, "GET")
            return
        step = self._steps[address]
        step.response = response
        yield from self._serve(step)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Note why there is no answer."""
        outcome, detail = failure_of(failure.value)
        address = failure.request.cb_kwargs["address"]
        step = self._steps[address]
        step.ended = Followed(final_url=address, outcome=outcome, detail=detail)
        yield from self._serve(step)

    def _ask(self, address: str, button: tuple[str, int]) -> Iterator[Request]:
        step = self._steps.get(address)
        if step is None:
            step = self._steps[address] = _Step()
            step.waiting.append(button)
            yield self._request(address, "HEAD")
            return
        step.waiting.append(button)
        if step.response is not None or step.ended is not None:
            yield from self._serve(step)

    def _request(self, address: str, method: str) -> Request:
        return Request(
            address,
            method=method,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"address": address},
            dont_filter=True,
        )

    def _serve(self, step: _Step) -> Iterator[Request]:
        waiting, step.waiting = step.waiting, []
        for asked, hops in waiting:
            followed = step.ended or self._followed(step.response, hops)
            if isinstance(followed, str):
                yield from self._ask(followed, (asked, hops + 1))
            else:
                self._land(asked, followed)

    def _followed(self, response: Response | None, hops: int) -> Followed | str:
        """How it ended, or the address to ask next."""
        assert response is not None
        location = (response.headers.get("Location") or b"").decode("utf-8", "replace").strip()
        if not (300 <= response.status < 400 and location):
            return _ended(response)
        try:
            target = askable(response.urljoin(location))
        except ValueError:
            target = ""
        if not target.startswith(("http://", "https://")) or hops >= HOPS:
            detail = "De knop stuurt in een kring of naar iets dat geen webadres is."
            return Followed(final_url=response.url, outcome=FetchOutcome.KRINGVERWIJZING, detail=detail)
        if not SiteProfile.covers(self.hosts, netloc(target)):
            return Followed(
                final_url=target, outcome=FetchOutcome.BUITEN_DE_SITE, status=response.status, elsewhere=True
            )
        return target

    def _land(self, asked: str, followed: Followed) -> None:
        kind, detail = kind_of(asked, followed, self.profile)
        self._save(
            Landing(
                run_id=self.run_id,
                url=asked,
                final_url=followed.final_url,
                kind=kind,
                status=followed.status,
                asked_at=datetime.now(UTC),
                detail=detail,
            )
        )


def _ended(response: Response) -> Followed:
    good = response.status < 300
    outcome = FetchOutcome.OPGEHAALD if good else _STATUSES.get(response.status, FetchOutcome.ANDERE_STATUS)
    return Followed(
        final_url=response.url,
        outcome=outcome,
        status=response.status,
        content_type=(response.headers.get("Content-Type") or b"").decode("latin-1"),
        detail="" if good else f"De server antwoordt met status {response.status}.",
    )
