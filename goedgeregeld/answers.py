"""A run's answers in a few Dutch sentences, as the report gives them."""

from __future__ import annotations

from checks.wcag import axe_issues
from goedgeregeld import settings
from goedgeregeld.measuring import day_of
from model.run import Run
from reports.accessibility import accessibility, answer
from reports.coverage import LINES, coverage, decide
from reports.sentences import margin_sentence, sentence
from store import history
from web.told import corrected_results, facts_of, reliability_of


def answers(run: Run) -> tuple[str, ...]:
    """One sentence for each norm and one on accessibility."""
    products = history.products(run.id)
    results = corrected_results(run, facts_of(run), history.runs())
    verdicts = decide(products, history.snapshots(run.id), results, day_of(run))
    scans = history.scans(run.id)
    found = accessibility(axe_issues(scans), scans, {}, {})
    table = reliability_of(run)
    covered = [coverage(verdicts, products, norm, table, doubting=settings.DOUBT) for norm in LINES]
    norms = (" ".join(filter(None, (f"Norm {c.norm}: {sentence(c)}", margin_sentence(c)))) for c in covered)
    return (*norms, f"Toegankelijkheid: {answer(found)}")
