"""Crawls the catalog in a process of its own, which may be done any number of times in one program."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from crawler.addresses import allowed_hosts, checked_site, moved, netloc
from crawler.agent import user_agent
from crawler.process import ButtonJob, CrawlEnd, CrawlJob, crawl_apart
from model.landing import Landing
from model.page import FetchOutcome, Role, Snapshot
from model.product import Product
from model.profile import SiteProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSummary:
    """What one crawl brought.

    ``products`` counts the active ones; ``fetched`` those of which a product page came in, in this crawl; ``already`` those
    that an earlier part of the run had stored whole. ``outcomes`` counts snapshots. ``requests`` counts every request made,
    robots.txt and second tries included. ``stopped`` is the Dutch reason for stopping early; empty where all was asked.
    """

    run_id: str
    products: int
    fetched: int
    already: int
    outcomes: Mapping[FetchOutcome, int]
    requests: int
    seconds: float
    stopped: str = ""


def crawl(
    products: Collection[Product],
    *,
    run_id: str,
    profile: SiteProfile,
    site: str = "",
    contact: str,
    save: Callable[[Snapshot, bytes], None],
    already: Collection[str] = (),
    progress: Callable[[int, int], None] | None = None,
    day: date | None = None,
    settings: Mapping[str, object] | None = None,
) -> CrawlSummary:
    """Fetch every page of every product that is active on ``day`` (today), each page once.

    ``save`` is called in this process and thread, once per product and address, with the body for OPGEHAALD and empty
    bytes otherwise; what it raises ends the crawl and travels up. ``already`` holds the addresses that this run has
    stored: a stored catalog address is not asked again, and means that its product's other pages are stored, too. Leave
    addresses that ended as NIET_GEVRAAGD out of it. ``progress`` is told how many products are done, of how many.
    ``settings`` are Scrapy's. No products gives an empty summary. UserError for a wrong site or a missing contact.
    """
    began = time.monotonic()
    day = day or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    active = tuple(product for product in products if product.active_on(day))
    hosts = allowed_hosts(profile, site) or tuple({netloc(url) for product in active for url in product.urls})
    if site:
        checked_site(site)
    if active:
        user_agent(contact, hosts)
    job = CrawlJob(
        products=active,
        run_id=run_id,
        profile=profile,
        site=site,
        contact=contact,
        day=day,
        already=tuple(already),
        settings=settings or {},
    )
    ledger = _Ledger(job=job, save=save, progress=progress)
    end = CrawlEnd()
    if ledger.missing:
        end = crawl_apart(job, ledger.keep)
    ledger.give_up(end.stopped)
    return CrawlSummary(
        run_id=run_id,
        products=len(active),
        fetched=len(ledger.fetched),
        already=ledger.already,
        outcomes=dict(ledger.outcomes),
        requests=end.requests,
        seconds=time.monotonic() - began,
        stopped=end.stopped,
    )


def follow_buttons(
    addresses: Collection[str],
    *,
    run_id: str,
    profile: SiteProfile,
    hosts: tuple[str, ...],
    contact: str,
    save: Callable[[Landing], None],
    settings: Mapping[str, object] | None = None,
) -> CrawlEnd:
    """Ask for each address behind a button once; ``save`` gets a Landing for each that was answered or failed.

    Politeness, robots.txt and the guard of the own network are those of the crawl; nothing is sent and no body is read.
    ``addresses`` come from ``buttons_to_follow``. None gives an empty end. UserError for a missing contact.
    """
    if not addresses:
        return CrawlEnd()
    user_agent(contact, hosts)
    job = ButtonJob(
        addresses=tuple(addresses),
        hosts=hosts,
        run_id=run_id,
        profile=profile,
        contact=contact,
        settings=settings or {},
    )
    return crawl_apart(job, save)


class _Ledger:
    """Which catalog addresses still have no snapshot, and what came in so far."""

    def __init__(
        self,
        *,
        job: CrawlJob,
        save: Callable[[Snapshot, bytes], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.job = job
        self.save = save
        self.progress = progress
        self.fetched: set[str] = set()
        self.outcomes: Counter[FetchOutcome] = Counter()
        self.missing: dict[str, list[str]] = {}
        stored = set(job.already)
        for product in job.products:
            urls = [moved(url, job.profile, job.site) for url in product.urls]
            if left := [url for url in urls if url not in stored]:
                self.missing[product.id] = left
        self.already = len(job.products) - len(self.missing)

    def keep(self, snapshot: Snapshot, body: bytes) -> None:
        """Save one snapshot and note what it completes."""
        self.save(snapshot, body)
        self.outcomes[snapshot.outcome] += 1
        if snapshot.role is not Role.PRODUCTPAGINA:
            return
        if snapshot.outcome is FetchOutcome.OPGEHAALD:
            self.fetched.add(snapshot.product_id)
        left = self.missing.get(snapshot.product_id, [])
        if snapshot.url in left:
            left.remove(snapshot.url)
        if not left and self.missing.pop(snapshot.product_id, None) is not None and self.progress:
            self.progress(len(self.job.products) - len(self.missing), len(self.job.products))

    def give_up(self, reason: str) -> None:
        """Give every address that has no snapshot the outcome NIET_GEVRAAGD."""
        for product_id, urls in list(self.missing.items()):
            for url in list(urls):
                self.keep(_not_asked(self.job.run_id, product_id, url, reason), b"")


def _not_asked(run_id: str, product_id: str, url: str, reason: str) -> Snapshot:
    return Snapshot(
        run_id=run_id,
        product_id=product_id,
        url=url,
        final_url=url,
        role=Role.PRODUCTPAGINA,
        outcome=FetchOutcome.NIET_GEVRAAGD,
        status=None,
        fetched_at=datetime.now(UTC),
        headers={},
        detail=reason or "Het ophalen stopte voordat deze pagina aan de beurt was.",
    )
