"""Compares a run with an earlier one, from what the store holds."""

from __future__ import annotations

import hashlib

from goedgeregeld.measuring import day_of, judged
from goedgeregeld.method import packed_method
from model.profile import SiteProfile
from model.run import Run
from reports.changes import Changes, Measured, changes
from store import history, judging


def compare(before: Run, after: Run, profile: SiteProfile) -> Changes:
    """All that changed from ``before`` to ``after``, split by cause.

    Where the checks changed in between, the old pages are judged again with the checks of ``after``, which must be those of
    now; else what the checks did cannot be told from what the pages did, and it all counts as pages.
    """
    then, now = judging.newest_round(before.id), judging.newest_round(after.id)
    today = hashlib.sha256(packed_method()).hexdigest()
    same = then is not None and now is not None and then.method_sha256 == now.method_sha256 != ""
    can = now is not None and now.method_sha256 == today
    between = None if same or not can else tuple(judged(before, profile))
    return changes(measured(before), measured(after), between)


def measured(run: Run) -> Measured:
    """What a run found."""
    return Measured(
        run=run,
        day=day_of(run),
        products=history.products(run.id),
        snapshots=history.snapshots(run.id),
        results=history.results(run.id),
    )
