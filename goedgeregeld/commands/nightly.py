"""``nightly``: a whole run, from catalog to report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import measuring, settings
from goedgeregeld.answers import answers
from goedgeregeld.options import CatalogOption, ContactOption, ProfileOption, SiteOption
from goedgeregeld.terminal import say
from model.run import Run, RunState


def nightly(
    catalog: CatalogOption = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    contact: ContactOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
) -> None:
    """Doe een hele meting: ophalen, toegankelijkheid testen, beoordelen en het rapport schrijven."""
    facts = measuring.profile_of(profile)
    address = settings.SITE if site is None else site
    run = measuring.begin(catalog or settings.CATALOG, address)
    stopped = measuring.crawl_run(run, profile=facts, site=address, contact=contact or settings.CONTACT).stopped
    measuring.audit_run(run, measuring.browser_settings(facts, address))
    measuring.judge_run(run, facts)
    run = measuring.finish(run, reason=stopped)
    files = measuring.report_run(run, out or settings.REPORT_FOLDER, facts)
    tell(run, files)


def tell(run: Run, files: tuple[Path, ...]) -> None:
    """Say what the run found and how it ended; exit code 1 for an incomplete run."""
    say(*answers(run), f"Rapport: {files[0]}")
    if run.state is not RunState.VOLLEDIG:
        say(f"De meting is onvolledig: {run.reason}")
        raise typer.Exit(1)
