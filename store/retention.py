"""Throwing away what is too old: pages and tests of ordinary nights, never those of a reported tertaal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection, models, transaction

from model.run import RunState
from model.tertaal import Tertaal, tertaal_of
from store import history
from store import models as tables
from store.patience import patient
from store.stages import Stage

_HERE = ZoneInfo("Europe/Amsterdam")
_AT_ONCE = 500  # rows removed in one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """How much was thrown away: runs that lost their pages and tests, tests, and bodies that nothing names any more."""

    runs: int
    tests: int
    bodies: int


@patient
def reported_runs() -> dict[tuple[str, Tertaal], str]:
    """For each site and tertaal the run that gives its figure: the newest complete one in it."""
    found: dict[tuple[str, Tertaal], str] = {}
    for run in history.runs():
        if run.state is RunState.VOLLEDIG:
            found.setdefault((run.site, tertaal_of(run.started_at.astimezone(_HERE).date())), run.id)
    return found


def prune(before: datetime) -> Pruned:
    """Throw the pages and tests away of runs that started before ``before`` and give no tertaal its figure.

    What was found stays: the run, its catalog, answers, results and messages. The last good run of a site stays whole, too.
    May be stopped at any moment and done again.
    """
    runs = history.runs()
    kept = set(reported_runs().values())
    for site in {run.site for run in runs}:
        kept |= {
            run.id
            for run in runs
            if run.site == site and run.state is RunState.VOLLEDIG and _is_last(run.id, runs, site)
        }
    done = set(tables.Stage.objects.filter(name=Stage.OPGERUIMD.value).values_list("run_id", flat=True))
    old = [run.id for run in runs if run.started_at < before and run.id not in kept and run.id not in done]
    tests = sum(_prune_run(run_id) for run_id in old)
    return Pruned(runs=len(old), tests=tests, bodies=_drop_unnamed() if old else 0)


def _is_last(run_id: str, runs: tuple[history.Run, ...], site: str) -> bool:
    complete = (run.id for run in runs if run.site == site and run.state is RunState.VOLLEDIG)
    return run_id == next(complete, None)


@patient
def _prune_run(run_id: str) -> int:
    """Facts are added, never removed: this is the one place where that ends, so it goes around the guard."""
    with transaction.atomic():
        tests = models.QuerySet(tables.AxeScan).filter(run_id=run_id)
        count = tests.count()
        tests._raw_delete(tests.db)
        models.QuerySet(tables.Snapshot).filter(run_id=run_id).update(body=None)
        tables.Stage.objects.bulk_create(
            [tables.Stage(run_id=run_id, name=Stage.OPGERUIMD.value)], ignore_conflicts=True
        )
    return count


@patient
def _drop_unnamed() -> int:
    """Drop bodies that no page and no test names, some at a time, so that a writer never waits long."""
    named_by_page = tables.Snapshot.objects.filter(body_id=models.OuterRef("pk"))
    named_by_test = tables.AxeScan.objects.filter(result_id=models.OuterRef("pk"))
    unnamed = models.QuerySet(tables.Body).filter(~models.Exists(named_by_page), ~models.Exists(named_by_test))
    dropped = 0
    while True:
        with transaction.atomic():
            marks = list(unnamed.values_list("pk", flat=True)[:_AT_ONCE])
            doomed = models.QuerySet(tables.Body).filter(pk__in=marks)
            doomed._raw_delete(doomed.db)
        dropped += len(marks)
        if len(marks) < _AT_ONCE:
            break
    if dropped and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA incremental_vacuum")
    return dropped
