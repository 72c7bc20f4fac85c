"""One product measured by day: its pages are read and judged at once. No run, no figure; the night decides."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from checks.check import judge
from crawler.crawl import crawl
from model.errors import UserError
from model.finding import CheckResult, Finding, Online, Outcome
from model.landing import Landing
from model.page import Dossier, Evidence, FetchOutcome, Page, Role, Snapshot
from model.product import Product
from pages import parse_page
from reports.causes import FETCH_CAUSES
from store import history
from web import models
from web.chosen import chosen
from web.told import profile, today

PAUSE = timedelta(minutes=1)
"""Between two measurements of one product, so that nobody loads the site by clicking."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a measurement by day found; ``cause`` says why nothing was read."""

    on: datetime
    by: str
    cause: str
    results: tuple[CheckResult, ...]


def measure_now(product: Product, site: str, by: str) -> str:
    """Measure and keep the outcome; returns what happened, in Dutch."""
    last = last_measured(product.id)
    if last and datetime.now(UTC) - last.on < PAUSE:
        return "Dit product is net gemeten. Wacht een minuut en probeer het opnieuw."
    if not _one_at_a_time.acquire(blocking=False):
        return "Er wordt nu een ander product gemeten. Probeer het zo opnieuw."
    try:
        outcome = _measure(product, site)
    except UserError as mistake:
        return f"Meten lukt niet: {mistake}"
    finally:
        _one_at_a_time.release()
    models.Remeasurement.objects.create(product_id=product.id, outcome=outcome, by=by, on=datetime.now(UTC))
    return (
        "De pagina is opnieuw gelezen. Hieronder staat wat er nu staat; de cijfers veranderen bij de volgende meting."
    )


def last_measured(product_id: str) -> Measured | None:
    """The newest measurement of the product by day; None where there is none."""
    row = models.Remeasurement.objects.filter(product_id=product_id).order_by("-pk").first()
    if row is None:
        return None
    results = tuple(_result(product_id, each) for each in row.outcome["results"])
    return Measured(on=row.on, by=row.by, cause=row.outcome["cause"], results=results)


def _measure(product: Product, site: str) -> dict[str, Any]:
    answers: list[tuple[Snapshot, bytes]] = []
    crawl(
        (product,),
        run_id="nu",
        profile=profile(),
        site=site,
        contact=chosen("CONTACT"),
        save=lambda snapshot, body: answers.append((snapshot, body)),
    )
    read: dict[str, Page] = {}
    order = list(Role)
    for snapshot, body in sorted(answers, key=lambda pair: order.index(pair[0].role)):
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.final_url not in read:
            kind = snapshot.headers.get("content-type", "")
            read[snapshot.final_url] = parse_page(body, url=snapshot.final_url, content_type=kind, role=snapshot.role)
    own = [snapshot for snapshot, _ in answers if snapshot.role is Role.PRODUCTPAGINA]
    if not read:
        outcome = own[0].outcome if own else FetchOutcome.NIET_GEVRAAGD
        return {"cause": FETCH_CAUSES.get(outcome, outcome.value), "results": []}
    results = judge(
        Dossier(product=product, pages=tuple(read.values()), profile=profile(), day=today(), landings=_landings(site))
    )
    return {"cause": "", "results": [_plain(result) for result in results]}


def _landings(site: str) -> dict[str, Landing]:
    """Where buttons led in the newest run; now they are not followed again."""
    run = history.latest_run(site)
    return history.landings(run.id) if run else {}


def _plain(result: CheckResult) -> dict[str, Any]:
    return {
        "check_id": result.check_id,
        "check_version": result.check_version,
        "outcome": result.finding.outcome.value,
        "reason": result.finding.reason,
        "message": result.message,
        "evidence": [{"url": e.url, "selector": e.selector, "quote": e.quote} for e in result.finding.evidence],
    }


def _result(product_id: str, plain: Mapping[str, Any]) -> CheckResult:
    kind = Online if plain["check_id"] == "online" else Outcome
    evidence = tuple(Evidence(**each) for each in plain["evidence"])
    return CheckResult(
        product_id=product_id,
        check_id=plain["check_id"],
        check_version=plain["check_version"],
        finding=Finding(outcome=kind(plain["outcome"]), reason=plain["reason"], evidence=evidence),
        message=plain["message"],
    )
