"""The judging rounds of a run: with what code and facts of the site each was made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.finding import CheckResult
from store import models, rows
from store.patience import patient


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One judging of a run. ``method_sha256`` names the packed code; empty, like ``profile``, where it was not kept."""

    id: int
    judged_at: datetime
    method_sha256: str
    profile: Mapping[str, Any]


@patient
def rounds(run_id: str) -> tuple[Round, ...]:
    """The judging rounds of a run, oldest first."""
    return tuple(map(_round, models.JudgingRound.objects.filter(run_id=run_id).order_by("pk")))


def newest_round(run_id: str) -> Round | None:
    """The round that readers get; None where the run was never judged."""
    return next(reversed(rounds(run_id)), None)


@patient
def results_of(judged: Round) -> tuple[CheckResult, ...]:
    """What was found in one round, in the order in which it was saved."""
    return tuple(map(rows.result_noun, models.CheckResult.objects.filter(round_id=judged.id).order_by("pk")))


def file_of(judged: Round, name: str) -> str:
    """One file of the code that judged, as text; empty where the code was not kept or had no such file."""
    if not judged.method_sha256:
        return ""
    with zipfile.ZipFile(io.BytesIO(method(judged.method_sha256))) as archive:
        return archive.read(name).decode("utf-8") if name in archive.namelist() else ""


@patient
def method(sha256: str) -> bytes:
    """The packed code with this hash; LookupError where it was never kept."""
    row = models.Method.objects.filter(pk=sha256).first()
    if row is None:
        raise LookupError(f"no method {sha256}")
    return bytes(row.code)


def _round(row: models.JudgingRound) -> Round:
    return Round(id=row.pk, judged_at=row.judged_at, method_sha256=row.method_id or "", profile=row.profile)
