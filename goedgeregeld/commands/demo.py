"""``demo``: a whole run over the replica, held against the truth that the replica was built from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from crawler.catalog import read_catalog
from demo.compare import Comparison, compare
from demo.server import Replica, Visit
from demo.truth import Truth
from goedgeregeld import measuring, settings
from goedgeregeld.answers import answers
from goedgeregeld.options import CatalogOption
from goedgeregeld.terminal import say
from model.page import FetchOutcome, Role
from model.run import Run, RunState
from store import history


def demo(
    catalog: CatalogOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="De map waarin het rapport komt.", show_default=False)
    ] = None,
) -> None:
    """Meet een nagebouwde gemeentesite op deze computer en vergelijk de uitkomst met wat er werkelijk staat."""
    file = catalog or settings.CATALOG
    with Replica(read_catalog(file)) as replica:
        say(f"De nagebouwde site staat op {replica.base}")
        profile = replica.profile(measuring.profile_of(None))
        run = measuring.begin(file, replica.base)
        stopped = measuring.crawl_run(run, profile=profile, site=replica.base, contact="").stopped
        measuring.audit_run(run, measuring.browser_settings(profile, replica.base))
        measuring.judge_run(run, profile)
        visits = replica.log.visits()
    run = measuring.finish(run, reason=stopped)
    files = measuring.report_run(run, out or settings.REPORT_FOLDER, profile)
    say("", *compared(run, replica.truth).lines())
    say("", *_visits_told(visits, replica.base), "")
    say(*answers(run))
    if run.state is not RunState.VOLLEDIG:
        say(f"De meting is onvolledig, zoals bedoeld: op deze site zijn met opzet pagina's stuk. {run.reason}")
    say(f"Rapport: {files[0]}")


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
    again = {place: times for place, times in asked.items() if times > 1}
    told = [f"Toegangslog: {len(visits)} verzoeken, {len(asked)} adressen, elk één keer gevraagd, op {len(again)} na."]
    for (_, path), times in sorted(again.items()):
        statuses = ", ".join(str(visit.status or "verbroken") for visit in visits if visit.path == path)
        told.append(f"  {path}: {times} keer ({statuses})")
    others = {visit.host for visit in visits} - {base.removeprefix("http://")}
    told.append(
        f"  Formulieren en afspraken: {'niet bezocht' if not others else 'bezocht: ' + ', '.join(sorted(others))}"
    )
    return told
