"""``report``: write the report of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import measuring, settings
from goedgeregeld.answers import answers
from goedgeregeld.options import FailBelowOption, ProfileOption, RunOption
from goedgeregeld.pipeline import read_lines, stop_below, told_of_run, write_file
from goedgeregeld.runs import chosen_run
from goedgeregeld.terminal import say
from reports.junit import as_junit
from reports.sarif import as_sarif


def report(
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
    run: RunOption = None,
    profile: ProfileOption = None,
    sarif: Annotated[Path | None, typer.Option("--sarif", help="Schrijf de bevindingen ook als SARIF 2.1.0.")] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help="Schrijf de bevindingen ook als JUnit-XML.")] = None,
    fail_below: FailBelowOption = None,
) -> None:
    """Schrijf het rapport van een meting: rapport.html, dekking.json en drie CSV-bestanden."""
    lines = read_lines(fail_below or ())
    chosen = chosen_run(run)
    files = measuring.report_run(chosen, out or settings.REPORT_FOLDER, measuring.profile_of(profile))
    say(*answers(chosen), f"Rapport: {files[0]}")
    told = told_of_run(chosen)
    for file, write in ((sarif, as_sarif), (junit, as_junit)):
        if file:
            write_file(file, write(told))
            say(f"Geschreven: {file}")
    stop_below(told, lines)
