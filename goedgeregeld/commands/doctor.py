"""``doctor``: is everything there that a run needs, and what to do where it is not?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from goedgeregeld import examining, settings, surroundings
from goedgeregeld.examining import Examined
from goedgeregeld.options import CatalogOption, ProfileOption, SiteOption
from goedgeregeld.terminal import say


def doctor(
    catalog: CatalogOption = None,
    profile: ProfileOption = None,
    site: SiteOption = None,
    send: Annotated[bool, typer.Option("--send", help="Stuur iedereen die berichten krijgt een proefbericht.")] = False,
) -> None:
    """Kijk of alles klaarstaat voor een meting en zeg wat er moet gebeuren als dat niet zo is."""
    file, facts = catalog or settings.CATALOG, profile or settings.PROFILE
    address = settings.SITE if site is None else site
    examinations: tuple[Callable[[], Examined], ...] = (
        examining.examine_python,
        surroundings.examine_packages,
        examining.examine_database,
        examining.examine_disk,
        lambda: examining.examine_program("Chromium", settings.CHROMIUM, "chromium"),
        lambda: examining.examine_program("ChromeDriver", settings.CHROMEDRIVER, "chromium-driver"),
        examining.examine_same_version,
        examining.examine_axe,
        examining.examine_browser,
        lambda: examining.examine_catalog(file),
        lambda: examining.examine_profile(facts),
        examining.examine_contact,
        lambda: surroundings.examine_site(file, facts, address),
        lambda: surroundings.examine_clock(file, address),
        lambda: surroundings.examine_notifications(send=send),
        surroundings.examine_nights,
    )
    wrong = 0
    for examine in examinations:
        found = examine()
        wrong += not found.good
        say(f"{'goed' if found.good else 'LET OP'}  {found.name}: {found.seen}")
        if not found.good:
            say(f"        Doe dit: {found.advice}")
    say("", "Alles is in orde." if not wrong else f"{wrong} van de {len(examinations)} punten vragen aandacht.")
    if wrong:
        raise typer.Exit(1)
