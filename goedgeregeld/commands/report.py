"""``report``: write the report of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import measuring, settings
from goedgeregeld.answers import answers
from goedgeregeld.options import ProfileOption, RunOption
from goedgeregeld.runs import chosen_run
from goedgeregeld.terminal import say


def report(
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
    run: RunOption = None,
    profile: ProfileOption = None,
) -> None:
    """Schrijf het rapport van een meting: rapport.html, dekking.json en drie CSV-bestanden."""
    chosen = chosen_run(run)
    files = measuring.report_run(chosen, out or settings.REPORT_FOLDER, measuring.profile_of(profile))
    say(*answers(chosen), f"Rapport: {files[0]}")
