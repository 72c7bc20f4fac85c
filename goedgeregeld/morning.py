"""What is told of a night when it is over: the report, the changes, what stands out, and the messages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from checks.wcag import axe_issues
from goedgeregeld import measuring, settings, ticketing
from goedgeregeld.answers import answers
from goedgeregeld.comparing import compare
from goedgeregeld.logs import log
from goedgeregeld.metrics import write_metrics
from goedgeregeld.monitoring import Alarm, alarms, sight
from goedgeregeld.notifying import all_receivers, notify
from goedgeregeld.runs import last_good
from goedgeregeld.terminal import say
from model.profile import SiteProfile
from model.run import Run, RunState
from reports.changes import Changes
from reports.changes_told import sentences, write_changes
from reports.digest import Night
from reports.dutch import moment
from store import history, retention
from web.chosen import chosen
from web.told import Told


def tell(run: Run, profile: SiteProfile, folder: Path) -> None:
    """Write the report of the night, say what it found, and send who must know; may be done again.

    An incomplete night never takes the place of the last good report: it gets a folder of its own beside it.
    """
    good = last_good(run)
    complete = run.state is RunState.VOLLEDIG
    there = folder if complete or good is None else folder / "onvolledig"
    files = measuring.report_run(run, there, profile)
    say(*answers(run))
    changed = _compared(good, run, profile, there) if good else None
    seen = _stands_out(good, run)
    _send(good, run, changed, seen)
    for came in ticketing.give_tickets(run, ticketing.trackers()):
        say(*ticketing.sentences(came))
    say(f"Rapport: {files[0]}")
    if not complete:
        say(f"De meting is onvolledig: {run.reason}")
        if good is not None:
            say(f"De laatste goede cijfers zijn van {moment(good.started_at)}:", *answers(good))
    _clear_away()
    Told(run.id).summary()  # derived now, so that nobody waits for it in the morning


def _compared(good: Run, run: Run, profile: SiteProfile, folder: Path) -> Changes:
    changed = compare(good, run, profile)
    products = {product.id: product for each in (good, run) for product in history.products(each.id)}
    page, _ = write_changes(folder, changed, products)
    say(f"Vergeleken met de meting van {moment(good.started_at)}:", *sentences(changed), f"Veranderingen: {page}")
    return changed


def _stands_out(good: Run | None, run: Run) -> tuple[Alarm, ...]:
    night = sight(run)
    seen = alarms(night, sight(good) if good else None)
    write_metrics(settings.METRICS_FILE, run, night, seen, datetime.now(UTC))
    for alarm in seen:
        log.warning("opvallend", run=run.id, wat=alarm.name, gezien=alarm.seen)
    if seen:
        say("Dit valt op:", *(f"  {alarm}" for alarm in seen))
    return seen


def _send(good: Run | None, run: Run, changed: Changes | None, seen: tuple[Alarm, ...]) -> None:
    receivers = all_receivers()
    if not receivers:
        return
    night = Night(
        run=run,
        products={product.id: product for product in history.products(run.id)},
        changed=changed,
        issues=axe_issues(history.scans(run.id)),
        issues_before=axe_issues(history.scans(good.id)) if good else (),
        alarms=tuple(map(str, seen)),
        address=settings.WEB_ADDRESS,
    )
    for sent in notify(night, receivers):
        outcome = "verstuurd" if sent.succeeded else f"niet verstuurd: {sent.detail}"
        say(f"Bericht aan {sent.audience}{f' ({sent.cluster})' if sent.cluster else ''}: {outcome}")


def _clear_away() -> None:
    """Throw away what is too old, as the settings say; 0 days keeps everything."""
    days = chosen("KEEP_DAYS")
    if days > 0:
        pruned = retention.prune(datetime.now(UTC) - timedelta(days=days))
        if pruned.runs:
            log.info("opgeruimd", metingen=pruned.runs, tests=pruned.tests, inhoud=pruned.bodies)
