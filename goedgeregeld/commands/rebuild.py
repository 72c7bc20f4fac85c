"""``rebuild``: work a past figure out again from the stored pages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from goedgeregeld import rebuilding
from goedgeregeld.options import JsonOption, ProfileOption, SiteOption
from goedgeregeld.terminal import say, show_json


class Checks(StrEnum):
    """With which checks a figure is worked out again."""

    TOEN = "toen"
    NU = "nu"


def rebuild(
    which: Annotated[str, typer.Argument(metavar="TERTAAL|METING", help="Een tertaal zoals T2-2026, of een meting.")],
    checks: Annotated[
        Checks, typer.Option("--checks", help="Met de controles van toen, of met die van nu.")
    ] = Checks.TOEN,
    site: SiteOption = None,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Reken een cijfer van vroeger opnieuw uit, met de bewaarde pagina's. Er wordt niets opgehaald en niets gewijzigd."""
    run = rebuilding.run_of(which, site or "")
    again = rebuilding.rebuild(run, then=checks is Checks.TOEN, profile=profile)
    if json:
        show_json(again.as_json())
    else:
        say(*again.lines())
    if not again.same:
        raise typer.Exit(1)
