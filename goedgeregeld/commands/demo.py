"""``demo``: a whole run over the replica, held against the truth that the replica was built from."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from crawler.catalog import read_catalog
from demo.compare import Comparison, compare
from demo.elsewhere import TOWNS
from demo.elsewhere.town import Town
from demo.server import Replica, Visit
from demo.truth import Truth
from goedgeregeld import measuring, settings
from goedgeregeld.answers import answers
from goedgeregeld.commands.init import begin
from goedgeregeld.following import buttons_told, follow_run
from goedgeregeld.options import CatalogOption
from goedgeregeld.terminal import say
from model.errors import UserError
from model.landing import LandingKind
from model.page import FetchOutcome, Role
from model.profile import SiteProfile
from model.run import Run, RunState
from store import history


def demo(
    catalog: CatalogOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
    town: Annotated[
        str, typer.Option("--town", help=f"Meet een kleine oefengemeente met een andere site: {' of '.join(TOWNS)}.")
    ] = "",
) -> None:
    """Meet een nagebouwde gemeentesite op deze computer en vergelijk de uitkomst met wat er werkelijk staat."""
    chosen, file = town_named(town), catalog or settings.CATALOG
    with Replica(town=chosen) if chosen else Replica(read_catalog(file)) as replica:
        say(f"De nagebouwde site staat op {replica.base}")
        if chosen:
            file, profile = _begun(chosen, replica.base)
        else:
            profile = replica.profile(measuring.profile_of(None))
        run, visits, led = _measured(file, profile, replica)
    files = measuring.report_run(run, out or settings.REPORT_FOLDER, profile)
    say("", *compared(run, replica.truth).lines())
    say("", *_visits_told(visits, replica.base), f"  {buttons_told(led)}", "")
    say(*answers(run))
    if run.state is not RunState.VOLLEDIG:
        say(f"De meting is onvolledig, zoals bedoeld: op deze site zijn met opzet pagina's stuk. {run.reason}")
    say(f"Rapport: {files[0]}")


def town_named(town: str) -> Town | None:
    """The small town with this name; None for an empty name, UserError for one that is not there."""
    if town and town not in TOWNS:
        raise UserError(f"De oefengemeente {town!r} bestaat niet. Kies uit: {', '.join(TOWNS)}.")
    return TOWNS.get(town)


def _begun(town: Town, base: str) -> tuple[Path, SiteProfile]:
    """What ``init`` makes of a town's site, without a question: its catalog and its profile."""
    folder = settings.VAR / f"oefengemeente-{town.key}"
    for old in ("siteprofiel.toml", "product_catalog.csv"):
        (folder / old).unlink(missing_ok=True)
    profile, catalog = begin(folder, name=town.name, site=base, quiet=True)
    return catalog, measuring.profile_of(profile)


def _measured(file: Path, profile: SiteProfile, replica: Replica) -> tuple[Run, list[Visit], dict[LandingKind, int]]:
    """A whole run, what the replica's access log holds of it, and where the buttons led."""
    run = measuring.begin(file, replica.base)
    journal = settings.NIGHT_FOLDER / run.id
    stopped = measuring.crawl_run(run, profile=profile, site=replica.base, contact="", journal=journal).stopped
    led = follow_run(run, profile=profile, site=replica.base, contact="", journal=journal)
    shutil.rmtree(journal, ignore_errors=True)
    measuring.audit_run(run, measuring.browser_settings(profile, replica.base))
    measuring.judge_run(run, profile)
    return measuring.finish(run, reason=stopped), replica.log.visits(), led


def compared(run: Run, truth: Truth) -> Comparison:
    """A run over the replica held against its truth."""
    fetches: dict[str, FetchOutcome] = {}
    for snapshot in history.snapshots(run.id):
        if snapshot.role is Role.PRODUCTPAGINA and fetches.get(snapshot.product_id) is not FetchOutcome.OPGEHAALD:
            fetches[snapshot.product_id] = snapshot.outcome
    findings: dict[str, dict[str, object]] = {}
    for result in history.results(run.id):
        findings.setdefault(result.product_id, {})[result.check_id] = result.finding
    return compare(truth, findings, history.scans(run.id), fetches)  # type: ignore[arg-type]


def _visits_told(visits: list[Visit], base: str) -> list[str]:
    """What the replica's access log says of our manners."""
    asked = Counter((visit.host, visit.path) for visit in visits if visit.method == "GET")
    heads = Counter((visit.host, visit.path) for visit in visits if visit.method == "HEAD")
    again = {place: times for place, times in asked.items() if times > 1}
    told = [f"Toegangslog: {len(visits)} verzoeken, {len(asked)} adressen, elk één keer gevraagd, op {len(again)} na."]
    for (_, path), times in sorted(again.items()):
        statuses = ", ".join(str(visit.status or "verbroken") for visit in visits if visit.path == path)
        told.append(f"  {path}: {times} keer ({statuses})")
    others = {visit.host for visit in visits} - {base.removeprefix("http://")}
    twice = sum(times > 1 for times in heads.values())
    told.append(
        f"  Knoppen: {len(heads)} adressen gevraagd met HEAD, elk één keer{f', op {twice} na' if twice else ''}; "
        f"op {len(others)} servers naast de site. Er is niets verstuurd."
    )
    return told
