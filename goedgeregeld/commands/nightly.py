"""``nightly``: a whole run, from catalog to report, that can be left alone."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import measuring, morning, night, settings, ticketing
from goedgeregeld.logs import log, write_logs
from goedgeregeld.notifying import all_receivers
from goedgeregeld.options import CatalogOption, ContactOption, ProfileOption, SiteOption
from goedgeregeld.summary import summary
from goedgeregeld.terminal import say
from model.run import Run, RunState
from store import history
from store.locking import hold
from store.patience import patience
from web.chosen import chosen

_DATABASE_PATIENCE = 120.0  # seconds in which a database may be restarted without ending the night


def nightly(
    catalog: CatalogOption = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    contact: ContactOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Ga alleen verder met een onderbroken meting; begin geen nieuwe.")
    ] = False,
    new: Annotated[
        bool, typer.Option("--new", help="Begin een nieuwe meting, ook als er een onderbroken meting is.")
    ] = False,
    deadline: Annotated[
        float | None, typer.Option("--deadline", min=1, help="Seconden waarin de meting klaar moet zijn.")
    ] = None,
) -> None:
    """Doe een hele meting: ophalen, testen, beoordelen, vergelijken, melden. Een onderbroken meting gaat vanzelf verder."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop in order; what was stored stays
    write_logs(settings.LOG_FILE)
    facts = measuring.profile_of(profile)
    with patience(_DATABASE_PATIENCE):
        history.migrate()
        all_receivers()  # a mistake in it is told now, not after a night's work
        ticketing.trackers()
        order = night.Order(
            catalog=catalog or settings.CATALOG,
            site=settings.SITE if site is None else site,
            profile=facts,
            contact=contact or chosen("CONTACT"),
            deadline=deadline or chosen("NIGHT_DEADLINE"),
        )
        with hold("meting"):
            run = _chosen(order, resume=resume, new=new)
            if run is None:
                say("Er is geen onderbroken meting.")
                return
            run = night.measure(run, order)
            morning.tell(run, order.profile, out or settings.REPORT_FOLDER)
            night.close(run)
        _end(run)


def _chosen(order: night.Order, *, resume: bool, new: bool) -> Run | None:
    """The night to do: the interrupted one, or a new one where that may be."""
    found = None if new else night.resumable(order, datetime.now(UTC))
    if found:
        say(f"De onderbroken meting {found.id} gaat verder.")
        log.info("meting hervat", run=found.id)
    return found or (None if resume else night.begin(order))


def _end(run: Run) -> None:
    """The summary line and the exit code: 1 for an incomplete run."""
    say(summary(run, datetime.now(UTC)))
    if run.state is not RunState.VOLLEDIG:
        raise typer.Exit(1)
