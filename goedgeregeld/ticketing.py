"""Makes tickets of what the newest complete run found, and hands them over; failing here ends no night."""

from __future__ import annotations

from collections.abc import Iterator

from goedgeregeld import settings
from goedgeregeld.logs import log
from model.finding import Online, Outcome
from model.run import Run, RunState
from model.verdict import ProductState
from reports.overview import Overview
from reports.queue import queue
from reports.tasks import tasks
from reports.words import BESIDE, QUESTIONS
from tickets.handing_over import HandedOver, hand_over, lay_ready
from tickets.ticket import Ticket, of_issues, of_tasks
from tickets.trackers import Tracker, read_trackers


def trackers() -> tuple[Tracker, ...]:
    """Where tickets go, from the settings. UserError for a faulty line."""
    return read_trackers(settings.TICKETS, settings.TICKETS_FILE)


def tickets_of(run: Run) -> tuple[tuple[Ticket, ...], frozenset[str], frozenset[str]]:
    """The tickets of a run, the keys of which it says nothing (not read, put off), and the pages that were not tested."""
    from web import decisions  # tasks and waivers are people's decisions, which live with the web app
    from web.told import Told, today

    told = Told(run.id)
    overview = told.overview()
    todo = tasks(overview.rows, told.summaries(), decisions.steps(), today())
    queued = queue(overview.accessibility, told.summaries(), decisions.rulings(), decisions.waivers(), today())
    web = settings.WEB_ADDRESS.rstrip("/")
    found = (*of_tasks(todo, overview.rows, web), *of_issues(queued, web))
    put_off = {f"taak:{task.product_id}:{task.check_id}" for task in todo} - {ticket.key for ticket in found}
    untested = frozenset(scan.final_url or scan.url for scan in overview.accessibility.untested)
    return found, frozenset({*put_off, *_unread(overview)}), untested


def give_tickets(run: Run, to: tuple[Tracker, ...]) -> Iterator[HandedOver]:
    """Lay ready what a complete run changes, and hand over all that waits, also from earlier nights."""
    if to and run.state is RunState.VOLLEDIG:
        found, unknown, untested = tickets_of(run)
        for tracker in to:
            lay_ready(run.id, tracker, found, unknown, untested)
    for tracker in to:
        came = hand_over(tracker)
        log.info("tickets", plaats=came.tracker, gedaan=came.done, wacht=came.waiting, weg=came.away)
        yield came


def sentences(came: HandedOver) -> Iterator[str]:
    """What came of one tracker, as a person reads it."""
    rest = f", {came.waiting} wachten" if came.waiting else ""
    away = (
        f" De andere kant is nu niet te bereiken ({came.away}); de volgende keer gaat het verder." if came.away else ""
    )
    yield f"Tickets {came.tracker}: {came.done} verwerkt{rest}.{away}"
    for said in came.refused[:10]:
        yield f"  Geweigerd: {said}"


def _unread(overview: Overview) -> Iterator[str]:
    unknown = (Outcome.NIET_GEMETEN, Outcome.ONZEKER, Online.NIET_GEMETEN, Online.ONBEKEND, Online.ONZEKER)
    for row in overview.rows:
        if row.state is ProductState.NIET_GEMETEN:
            yield from (f"taak:{row.product.id}:{name}" for name in (*QUESTIONS, *BESIDE))
        yield from (f"taak:{row.product.id}:{cell.question}" for cell in row.cells if cell.outcome in unknown)
