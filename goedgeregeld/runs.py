"""Which run a command is about."""

from __future__ import annotations

from model.errors import UserError
from model.run import Run, RunState
from store import history


def chosen_run(run_id: str | None) -> Run:
    """The named run, or the newest. Raises UserError where there is none."""
    history.migrate()
    if run_id:
        return history.run(run_id)
    newest = next(iter(history.runs()), None)
    if newest is None:
        raise UserError("Er is nog geen meting. Begin met: goedgeregeld crawl, of doe alles met: goedgeregeld nightly")
    return newest


def last_good(run: Run) -> Run | None:
    """The newest complete run of the same site before this one."""
    earlier = (each for each in history.runs() if each.site == run.site and each.started_at < run.started_at)
    return next((each for each in earlier if each.state is RunState.VOLLEDIG), None)
