"""What was measured: the only way into and out of the database, in the nouns of ``model``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import Max, Prefetch, QuerySet

from model.errors import UserError
from model.finding import CheckResult
from model.landing import Landing
from model.page import FetchOutcome, Snapshot
from model.product import Product
from model.run import Run, RunState
from model.scan import AxeScan, ScanOutcome
from store import models, rows
from store.patience import patient

BATCH = 500  # rows in one insert


def migrate() -> None:
    """Bring the database up to date; makes it where it is not there yet. UserError where it cannot be opened."""
    name = str(connection.settings_dict["NAME"])
    try:
        if connection.vendor == "sqlite" and name != ":memory:" and not name.startswith("file:"):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, OSError) as error:
        raise UserError(
            f"De database kan niet worden geopend: {str(error).strip()}. Kijk of DATABASE_URL klopt en of de map "
            "beschrijfbaar is.",
            file=name,
        ) from error


@contextmanager
def at_once() -> Iterator[None]:
    """What is saved in the block is saved whole or not at all."""
    with transaction.atomic():
        yield


@patient
def start_run(run: Run, products: Iterable[Product]) -> None:
    """Save a run's start with its catalog. Starting the same run again changes nothing."""
    with transaction.atomic():
        models.Run.objects.bulk_create([rows.run_row(run)], ignore_conflicts=True)
        models.ProductRow.objects.bulk_create(
            [rows.product_row(run.id, position, product) for position, product in enumerate(products)],
            batch_size=BATCH,
            ignore_conflicts=True,
        )


@patient
def finish_run(
    run_id: str,
    *,
    finished_at: datetime,
    state: RunState,
    reason: str = "",
    axe_version: str = "",
    browser_version: str = "",
    check_versions: Mapping[str, int] | None = None,
) -> None:
    """Say how a run ended; said again, the newest counts. ValueError for BEZIG, UserError for a run that is not there."""
    if state is RunState.BEZIG:
        raise ValueError("a run that ends is not bezig")
    models.RunEnd.objects.create(
        run_id=run(run_id).id,
        finished_at=finished_at,
        state=state.value,
        reason=reason,
        axe_version=axe_version,
        browser_version=browser_version,
        check_versions=dict(check_versions or {}),
    )


@patient
def run(run_id: str) -> Run:
    """The run with this id; UserError where there is none."""
    row = _runs().filter(pk=run_id).first()
    if row is None:
        raise UserError(f"Meting {run_id!r} staat niet in de database. Laat de keuze weg voor de nieuwste meting.")
    return rows.run_noun(row)


@patient
def runs() -> tuple[Run, ...]:
    """Every run, newest first."""
    return tuple(rows.run_noun(row) for row in _runs())


@patient
def latest_run(site: str | None = None, complete_only: bool = False) -> Run | None:
    """The newest run, of one site and complete ones only where asked; None where there is none."""
    asked = _runs() if site is None else _runs().filter(site=site)
    found = (rows.run_noun(row) for row in asked.iterator(chunk_size=BATCH))
    return next((each for each in found if not complete_only or each.state is RunState.VOLLEDIG), None)


@patient
def unfinished_run() -> Run | None:
    """The newest run that has not ended, for resuming; None where all have ended."""
    row = _runs().filter(ends__isnull=True).first()
    return rows.run_noun(row) if row else None


@patient
def products(run_id: str) -> tuple[Product, ...]:
    """The catalog as it was in the run, in its order."""
    asked = models.ProductRow.objects.filter(run_id=run_id).order_by("position")
    return tuple(rows.product_noun(row) for row in asked)


@patient
def save_snapshot(snapshot: Snapshot, body: bytes = b"") -> None:
    """Save an answer with its body, or neither. The same answer twice is one row and one body.

    ``body`` is kept where the snapshot names its hash; ValueError where hash and body differ.
    """
    with transaction.atomic():
        if snapshot.body_sha256 is not None:
            _save_body(snapshot.body_sha256, body)
        models.Snapshot.objects.bulk_create([rows.snapshot_row(snapshot)], ignore_conflicts=True)


@patient
def snapshots(run_id: str, product_id: str | None = None) -> tuple[Snapshot, ...]:
    """One answer per product and address, in order of first arrival: a fetched one, or else the newest.

    So an address that failed and was fetched on a second try counts as fetched, and never the other way round.
    """
    asked = models.Snapshot.objects.filter(run_id=run_id).order_by("pk")
    if product_id is not None:
        asked = asked.filter(product_id=product_id)
    best: dict[tuple[str, str], Snapshot] = {}
    for snapshot in map(rows.snapshot_noun, asked):
        place = snapshot.product_id, snapshot.url
        if place not in best or best[place].outcome is not FetchOutcome.OPGEHAALD:
            best[place] = snapshot
    return tuple(best.values())


@patient
def save_landing(landing: Landing) -> None:
    """Save where a button leads; the same address of the same run twice is one row."""
    models.Landing.objects.bulk_create([rows.landing_row(landing)], ignore_conflicts=True)


@patient
def landings(run_id: str) -> dict[str, Landing]:
    """Where the buttons of a run lead, by the address that the page names."""
    found = models.Landing.objects.filter(run_id=run_id).order_by("pk")
    return {row.url: rows.landing_noun(row) for row in found}


@patient
def body(sha256: str) -> bytes:
    """The bytes with this hash; LookupError where they were never saved."""
    row = models.Body.objects.filter(pk=sha256).first()
    if row is None:
        raise LookupError(f"no body {sha256}")
    return row.content


@patient
def save_scan(scan: AxeScan) -> None:
    """Save a test in the browser. The same outcome of the same address and width twice is one row."""
    result = rows.result_bytes(scan)
    sha256 = hashlib.sha256(result).hexdigest()
    with transaction.atomic():
        _save_body(sha256, result)
        models.AxeScan.objects.bulk_create([rows.scan_row(scan, sha256)], ignore_conflicts=True)


@patient
def scans(run_id: str) -> tuple[AxeScan, ...]:
    """One test per address and width, in order of first arrival: a completed one, or else the newest."""
    best: dict[tuple[str, int], AxeScan] = {}
    tested = models.AxeScan.objects.filter(run_id=run_id).select_related("result").order_by("pk")
    for scan in map(rows.scan_noun, tested):
        place = scan.url, scan.viewport
        if place not in best or best[place].outcome is not ScanOutcome.GETEST:
            best[place] = scan
    return tuple(best.values())


@patient
def earlier_scans(run_id: str, url: str, viewports: Iterable[int]) -> tuple[AxeScan, ...]:
    """The completed tests of one address in a run. May be asked by any thread; leaves that thread no connection."""
    marks = [rows.fingerprint(run_id, url, width, ScanOutcome.GETEST) for width in viewports]
    try:
        tested = models.AxeScan.objects.filter(fingerprint__in=marks).select_related("result")
        return tuple(map(rows.scan_noun, tested))
    finally:
        if not connection.in_atomic_block:
            connection.close()


@patient
def scans_by_key(keys: Iterable[str]) -> dict[str, AxeScan]:
    """The newest completed test of any run for each key that was tested before; the other keys are left out."""
    asked = sorted({key for key in keys if key})
    found: dict[str, AxeScan] = {}
    for start in range(0, len(asked), BATCH):
        tested = models.AxeScan.objects.filter(key__in=asked[start : start + BATCH], outcome=ScanOutcome.GETEST.value)
        newest = tested.values("key").annotate(newest=Max("pk")).values("newest")
        chosen = models.AxeScan.objects.filter(pk__in=newest).select_related("result")
        found |= {row.key: rows.scan_noun(row) for row in chosen}
    return found


def save_results(
    run_id: str,
    results: Iterable[CheckResult],
    *,
    method: bytes | None = None,
    profile: Mapping[str, object] | None = None,
) -> None:
    """Save one judging of a run as a new round, whole or not at all; no results, no round.

    The older rounds stay. ``method`` is the packed code that judged, ``profile`` the site's facts that it used; both are for
    working the figure out again. UserError for a run that is not there.
    """
    rest = iter(results)
    batch = list(islice(rest, BATCH))
    if not batch:
        return
    with transaction.atomic():
        judging = models.JudgingRound.objects.create(
            run_id=run(run_id).id, method_id=method and _save_method(method), profile=dict(profile or {})
        )
        while batch:
            models.CheckResult.objects.bulk_create([rows.result_row(judging.pk, result) for result in batch])
            batch = list(islice(rest, BATCH))


@patient
def results(run_id: str) -> tuple[CheckResult, ...]:
    """The newest judging of the run, in the order in which it was saved; empty where it was never judged."""
    newest = models.JudgingRound.objects.filter(run_id=run_id).order_by("-pk").values("pk")[:1]
    asked = models.CheckResult.objects.filter(round_id__in=newest).order_by("pk")
    return tuple(rows.result_noun(row) for row in asked)


def leave() -> None:
    """Close this thread's connection; the next deed opens a new one."""
    connection.close()


def _runs() -> QuerySet[models.Run]:
    """Runs newest first, each with its ends in order."""
    ends = Prefetch("ends", queryset=models.RunEnd.objects.order_by("pk"))
    return models.Run.objects.order_by("-started_at", "-pk").prefetch_related(ends)


def _save_method(code: bytes) -> str:
    sha256 = hashlib.sha256(code).hexdigest()
    models.Method.objects.bulk_create([models.Method(sha256=sha256, code=code)], ignore_conflicts=True)
    return sha256


def _save_body(sha256: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"body does not have hash {sha256}")
    if not models.Body.objects.filter(pk=sha256).exists():
        models.Body.objects.bulk_create([models.Body(sha256=sha256, content=content)], ignore_conflicts=True)
