"""A whole night: begin or go on, crawl and test side by side, judge, close, tell. Each stage can be killed and done again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.journal import lay_ready
from goedgeregeld import measuring, settings
from goedgeregeld.auditing import Auditing
from goedgeregeld.following import follow_run
from goedgeregeld.logs import log
from goedgeregeld.runs import last_good
from model.page import FetchOutcome
from model.product import Product
from model.profile import SiteProfile
from model.run import Run, RunState
from store import history, stages
from store.patience import patient
from store.stages import Stage

LONGEST_GAP = timedelta(hours=20)  # a night that was interrupted longer ago is closed, and a new one begins
_TESTING = 0.25  # share of the time that is kept for testing when the crawl takes long


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a night measures and how long it may take (seconds)."""

    catalog: Path
    site: str
    profile: SiteProfile
    contact: str
    deadline: float


def resumable(order: Order, now: datetime) -> Run | None:
    """The interrupted night over the same site that can still go on; those of too long ago are closed as incomplete."""
    found = None
    site = order.site or measuring.site_of(order.catalog)
    for run in stages.nights_under_way():
        if now - run.started_at >= LONGEST_GAP:
            _close_forgotten(run)
        elif found is None and run.site == site:
            found = run
    return found


def begin(order: Order) -> Run:
    """Start a new night."""

    def save(run: Run, products: Sequence[Product]) -> None:
        stages.begin(run, products)

    run = measuring.begin(order.catalog, order.site, save=save)
    log.info("meting begonnen", run=run.id, site=run.site)
    return run


def measure(run: Run, order: Order) -> Run:
    """Do what the night still has to do, up to and including its end."""
    done = stages.reached(run.id)
    reason = ""
    if Stage.GETEST not in done:
        reason = _fetch_and_test(run, order)
        if not reason:
            stages.reach(run.id, Stage.GETEST)
    if Stage.BEOORDEELD not in done:
        _judge(run, order.profile)
    if Stage.AFGESLOTEN not in done:
        _finish(run, reason)
    run = history.run(run.id)
    log.info("meting afgesloten", run=run.id, staat=run.state.value, reden=run.reason)
    return run


def close(run: Run) -> None:
    """Note that all was told of the night, and throw its journal away."""
    stages.reach(run.id, Stage.KLAAR)
    shutil.rmtree(_journal(run), ignore_errors=True)


def _fetch_and_test(run: Run, order: Order) -> str:
    """Crawl and test at the same time; returns why the night is incomplete, empty where it is not."""
    began = time.monotonic()
    journal = _journal(run)
    earlier = last_good(run)
    if earlier:
        _lay_ready(earlier, journal)
    browser = measuring.browser_settings(order.profile, order.site)
    auditing = Auditing(run, browser, earlier=earlier, until=began + order.deadline)
    try:
        reason = _crawl(run, order, journal, auditing, began)
        left = order.deadline * (1 - _TESTING) - (time.monotonic() - began)
        led = follow_run(
            run, profile=order.profile, site=order.site, contact=order.contact, journal=journal, seconds=left
        )
        log.info("knoppen gevolgd", run=run.id, **{kind.value: times for kind, times in led.items()})
        stages.reach(run.id, Stage.OPGEHAALD)
    except BaseException:
        auditing.abandon()
        raise
    untested = auditing.finish()
    log.info("getest", run=run.id, tests=auditing.tests, rest=auditing.left)
    return reason or untested


def _crawl(run: Run, order: Order, journal: Path, auditing: Auditing, began: float) -> str:
    """Crawl, and give what failed for a passing reason one more try; returns why the crawl stopped."""
    limit = order.deadline * (1 - _TESTING)
    for again in (False, True):
        seconds = limit - (time.monotonic() - began)
        if again and seconds <= 0:
            break
        summary = measuring.crawl_run(
            run,
            profile=order.profile,
            site=order.site,
            contact=order.contact,
            journal=journal,
            seconds=seconds,
            came=auditing.offer,
            again=again,
        )
        log.info("opgehaald", run=run.id, verzoeken=summary.requests, seconden=round(summary.seconds, 1), opnieuw=again)
        if summary.stopped:
            return summary.stopped
    return ""


@patient
def _judge(run: Run, profile: SiteProfile) -> None:
    with history.at_once():
        judged = measuring.judge_run(run, profile)
        stages.reach(run.id, Stage.BEOORDEELD)
    log.info("beoordeeld", run=run.id, producten=judged)


@patient
def _finish(run: Run, reason: str) -> None:
    with history.at_once():
        measuring.finish(run, reason=reason)
        stages.reach(run.id, Stage.AFGESLOTEN)


def _lay_ready(earlier: Run, journal: Path) -> None:
    """Lay the pages of the last good run ready, so that the site can say that they did not change."""
    seen: set[str] = set()
    for snapshot in history.snapshots(earlier.id):
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256 and snapshot.final_url not in seen:
            seen.add(snapshot.final_url)
            if snapshot.headers.get("etag") or snapshot.headers.get("last-modified"):
                lay_ready(journal, snapshot.final_url, snapshot.headers, history.body(snapshot.body_sha256))


def _close_forgotten(run: Run) -> None:
    if run.state is RunState.BEZIG:
        history.finish_run(
            run.id,
            finished_at=datetime.now(UTC),
            state=RunState.ONVOLLEDIG,
            reason="De meting werd onderbroken en is niet op tijd hervat.",
        )
    close(run)


def _journal(run: Run) -> Path:
    return settings.NIGHT_FOLDER / run.id
