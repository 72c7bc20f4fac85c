"""``crawl``: fetch the pages of the catalog into a run."""

from __future__ import annotations

import typer

from goedgeregeld import measuring, settings
from goedgeregeld.following import buttons_told, follow_run
from goedgeregeld.options import CatalogOption, ContactOption, ProfileOption, RunOption, SiteOption
from goedgeregeld.terminal import say
from model.page import FetchOutcome
from store import history
from web.chosen import chosen


def crawl(
    catalog: CatalogOption = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    contact: ContactOption = None,
    run: RunOption = None,
) -> None:
    """Haal de pagina's van de catalogus op en bewaar ze in een meting. Met --run gaat een meting verder."""
    address = settings.SITE if site is None else site
    if run:
        history.migrate()
    started = history.run(run) if run else measuring.begin(catalog or settings.CATALOG, address)
    summary = measuring.crawl_run(
        started, profile=measuring.profile_of(profile), site=address, contact=contact or chosen("CONTACT")
    )
    led = follow_run(started, profile=measuring.profile_of(profile), site=address, contact=contact or chosen("CONTACT"))
    say(f"Meting {started.id}: van {summary.fetched} van de {summary.products} producten kwam een pagina binnen.")
    for outcome, times in sorted(summary.outcomes.items()):
        if outcome is not FetchOutcome.OPGEHAALD:
            say(f"  {outcome}: {times}")
    say(buttons_told(led))
    say("Ga verder met: goedgeregeld audit, en daarna: goedgeregeld judge")
    if summary.stopped:
        say(f"Het ophalen is gestopt: {summary.stopped}")
        raise typer.Exit(1)
