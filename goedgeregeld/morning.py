"""What is told of a night when it is over: the report, the changes, what stands out, and the messages."""

from __future__ import annotations

from pathlib import Path

from goedgeregeld import measuring
from goedgeregeld.answers import answers
from goedgeregeld.comparing import compare
from goedgeregeld.night import last_good
from goedgeregeld.terminal import say
from model.profile import SiteProfile
from model.run import Run, RunState
from reports.changes_told import sentences, write_changes
from reports.dutch import moment
from store import history


def tell(run: Run, profile: SiteProfile, folder: Path) -> None:
    """Write the report of the night and say what it found; may be done again.

    An incomplete night never takes the place of the last good report: it gets a folder of its own beside it.
    """
    good = last_good(run)
    complete = run.state is RunState.VOLLEDIG
    there = folder if complete or good is None else folder / "onvolledig"
    files = measuring.report_run(run, there, profile)
    say(*answers(run))
    if good is not None:
        changed = compare(good, run, profile)
        products = {product.id: product for each in (good, run) for product in history.products(each.id)}
        page, _ = write_changes(there, changed, products)
        say(f"Vergeleken met de meting van {moment(good.started_at)}:", *sentences(changed), f"Veranderingen: {page}")
    say(f"Rapport: {files[0]}")
    if not complete:
        say(f"De meting is onvolledig: {run.reason}")
        if good is not None:
            say(f"De laatste goede cijfers zijn van {moment(good.started_at)}:", *answers(good))
