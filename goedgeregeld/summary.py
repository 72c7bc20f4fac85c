"""The last line of a night, for monitoring systems: in the form of a check plugin of Nagios and its kin."""

from __future__ import annotations

from datetime import datetime

from goedgeregeld.measuring import day_of
from model.page import FetchOutcome
from model.run import Run, RunState
from model.verdict import Coverage, ProductState
from reports.coverage import LINES, coverage, decide
from store import history
from web.told import corrected_results, facts_of


def summary(run: Run, now: datetime) -> str:
    """One line: state, sentence, and after the bar the figures."""
    products, snapshots = history.products(run.id), history.snapshots(run.id)
    verdicts = decide(products, snapshots, corrected_results(run, facts_of(run), history.runs()), day_of(run))
    norms = [coverage(verdicts, products, norm) for norm in LINES]
    seven = [verdict for verdict in verdicts if verdict.norm == 7]
    measured = sum(verdict.state is ProductState.GEMETEN for verdict in seven)
    active = sum(verdict.state is not ProductState.NIET_ACTIEF for verdict in seven)
    pages = len({each.final_url for each in snapshots if each.outcome is FetchOutcome.OPGEHAALD})
    state = "OK" if run.state is RunState.VOLLEDIG else "WARNING"
    told = ", ".join(f"norm {norm.norm} {norm.met} van {norm.n}" for norm in norms)
    figures = " ".join(
        [
            *(figure for norm in norms for figure in _figures(norm)),
            f"producten={active}",
            f"gemeten={measured}",
            f"paginas={pages}",
            f"duur={(now - run.started_at).total_seconds():.0f}s",
        ]
    )
    reason = f" ({' '.join(run.reason.split()).replace('|', ' ')})" if run.reason else ""
    return f"GOEDGEREGELD {state} - meting {run.id} {run.state.value}{reason}: {told} | {figures}"


def _figures(norm: Coverage) -> list[str]:
    if norm.lower is None or norm.upper is None:
        return []
    name = f"norm{norm.norm}"
    return [f"{name}_ondergrens={norm.lower * 100:.1f}%", f"{name}_bovengrens={norm.upper * 100:.1f}%"]
