"""How each noun lies in its table: rows from nouns and nouns from rows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields

from model.finding import CheckResult, Finding, Online, Outcome
from model.landing import Landing, LandingKind
from model.page import Evidence, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run, RunState
from model.scan import AxeScan, ScanOutcome, UntestedFrame
from store import models

PRODUCT_FIELDS = tuple(field.name for field in fields(Product) if field.name != "id")
SCALES: dict[str, type[Outcome] | type[Online]] = {"element": Outcome, "online": Online}
"""Both scales hold "onzeker" and "niet gemeten", so a row says which one it speaks of."""


def fingerprint(*parts: object) -> str:
    """One hash for the parts that make a fact the same fact."""
    return hashlib.sha256(json.dumps([str(part) for part in parts]).encode("ascii")).hexdigest()


def run_row(run: Run) -> models.Run:
    """The start of a run."""
    return models.Run(
        id=run.id,
        started_at=run.started_at,
        site=run.site,
        catalog_sha256=run.catalog_sha256,
        tool_version=run.tool_version,
    )


def run_noun(row: models.Run) -> Run:
    """A run with its newest end; ``row.ends`` must have been prefetched in order of id."""
    start = {
        "id": row.id,
        "started_at": row.started_at,
        "site": row.site,
        "catalog_sha256": row.catalog_sha256,
        "tool_version": row.tool_version,
    }
    ends = list(row.ends.all())
    if not ends:
        return Run(**start)
    end = ends[-1]
    return Run(
        **start,
        finished_at=end.finished_at,
        state=RunState(end.state),
        reason=end.reason,
        axe_version=end.axe_version,
        browser_version=end.browser_version,
        check_versions=end.check_versions,
    )


def product_row(run_id: str, position: int, product: Product) -> models.ProductRow:
    """The product at its place in the catalog of a run."""
    columns = {name: getattr(product, name) for name in PRODUCT_FIELDS}
    return models.ProductRow(run_id=run_id, position=position, product_id=product.id, **columns)


def product_noun(row: models.ProductRow) -> Product:
    """The product as it was in its run."""
    columns = {name: getattr(row, name) for name in PRODUCT_FIELDS}
    columns["urls"] = tuple(columns["urls"])
    columns["extra"] = tuple((name, cell) for name, cell in columns["extra"])
    for name in ("online_possible", "costs_possible", "term_possible"):
        columns[name] = Possible(columns[name])
    return Product(id=row.product_id, **columns)


def snapshot_row(snapshot: Snapshot) -> models.Snapshot:
    """The answer as a row; its body is saved apart."""
    return models.Snapshot(
        fingerprint=fingerprint(snapshot.run_id, snapshot.product_id, snapshot.url, snapshot.outcome),
        run_id=snapshot.run_id,
        product_id=snapshot.product_id,
        url=snapshot.url,
        final_url=snapshot.final_url,
        role=snapshot.role.value,
        outcome=snapshot.outcome.value,
        status=snapshot.status,
        fetched_at=snapshot.fetched_at,
        headers=dict(snapshot.headers),
        body_id=snapshot.body_sha256,
        detail=snapshot.detail,
    )


def snapshot_noun(row: models.Snapshot) -> Snapshot:
    """The answer as it was saved."""
    return Snapshot(
        run_id=row.run_id,
        product_id=row.product_id,
        url=row.url,
        final_url=row.final_url,
        role=Role(row.role),
        outcome=FetchOutcome(row.outcome),
        status=row.status,
        fetched_at=row.fetched_at,
        headers=row.headers,
        body_sha256=row.body_id,
        detail=row.detail,
    )


def landing_row(landing: Landing) -> models.Landing:
    """Where a button leads, as a row."""
    return models.Landing(
        fingerprint=fingerprint(landing.run_id, landing.url),
        run_id=landing.run_id,
        url=landing.url,
        final_url=landing.final_url,
        kind=landing.kind.value,
        status=landing.status,
        asked_at=landing.asked_at,
        detail=landing.detail,
    )


def landing_noun(row: models.Landing) -> Landing:
    """Where a button leads, as it was saved."""
    return Landing(
        run_id=row.run_id,
        url=row.url,
        final_url=row.final_url,
        kind=LandingKind(row.kind),
        status=row.status,
        asked_at=row.asked_at,
        detail=row.detail,
    )


def result_bytes(scan: AxeScan) -> bytes:
    """What axe reported, as bytes; the same result gives the same bytes."""
    return json.dumps(dict(scan.result), separators=(",", ":")).encode("ascii")


def scan_row(scan: AxeScan, result_sha256: str) -> models.AxeScan:
    """The test as a row; axe's result is kept apart, once per content."""
    return models.AxeScan(
        fingerprint=fingerprint(scan.run_id, scan.url, scan.viewport, scan.outcome),
        run_id=scan.run_id,
        url=scan.url,
        viewport=scan.viewport,
        scanned_at=scan.scanned_at,
        outcome=scan.outcome.value,
        axe_version=scan.axe_version,
        browser_version=scan.browser_version,
        result_id=result_sha256,
        frames_not_tested=[asdict(frame) for frame in scan.frames_not_tested],
        detail=scan.detail,
        seconds=scan.seconds,
        final_url=scan.final_url,
        key=scan.key,
        assets=dict(scan.assets),
        blocked=dict(scan.blocked),
        measured_at=scan.measured_at,
    )


def scan_noun(row: models.AxeScan) -> AxeScan:
    """The test as it was saved; ``row.result`` must have been selected along."""
    return AxeScan(
        run_id=row.run_id,
        url=row.url,
        viewport=row.viewport,
        scanned_at=row.scanned_at,
        outcome=ScanOutcome(row.outcome),
        axe_version=row.axe_version,
        browser_version=row.browser_version,
        result=json.loads(row.result.content),
        frames_not_tested=tuple(UntestedFrame(**frame) for frame in row.frames_not_tested),
        detail=row.detail,
        seconds=row.seconds,
        final_url=row.final_url,
        key=row.key,
        assets=row.assets,
        blocked=row.blocked,
        measured_at=row.measured_at,
    )


def result_row(round_id: int, result: CheckResult) -> models.CheckResult:
    """The result as a row of a judging round."""
    finding = result.finding
    return models.CheckResult(
        round_id=round_id,
        product_id=result.product_id,
        check_id=result.check_id,
        check_version=result.check_version,
        scale="online" if isinstance(finding.outcome, Online) else "element",
        outcome=finding.outcome.value,
        reason=finding.reason,
        evidence=[asdict(evidence) for evidence in finding.evidence],
        message=result.message,
        error=result.error,
    )


def result_noun(row: models.CheckResult) -> CheckResult:
    """The result as it was saved."""
    return CheckResult(
        product_id=row.product_id,
        check_id=row.check_id,
        check_version=row.check_version,
        finding=Finding(
            outcome=SCALES[row.scale](row.outcome),
            reason=row.reason,
            evidence=tuple(Evidence(**evidence) for evidence in row.evidence),
        ),
        message=row.message,
        error=row.error,
    )
