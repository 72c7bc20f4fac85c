"""Whether a run's facts changed since they were last read."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Max

from store import models


def revisions() -> Mapping[str, str]:
    """For each run a text that changes when it ends again or is judged again; a run that did neither has "0-0"."""
    ends = dict(models.RunEnd.objects.order_by().values_list("run_id").annotate(newest=Max("pk")))
    rounds = dict(models.JudgingRound.objects.order_by().values_list("run_id").annotate(newest=Max("pk")))
    runs = models.Run.objects.order_by().values_list("pk", flat=True)
    return {run: f"{ends.get(run, 0)}-{rounds.get(run, 0)}" for run in runs}
