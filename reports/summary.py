"""A run in short: small enough to hold three years of nights beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.run import Run
from model.verdict import Coverage
from reports.accessibility import Kind, Totals
from reports.overview import Overview
from reports.words import QUESTIONS

IssueId = tuple[str, str, str]
"""Kind, rule and component: what makes an issue the same issue in another run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """``outcomes`` holds for each active product its outcome on each of QUESTIONS, as text; ``met`` its verdicts on norm 7 and 8.

    ``issues`` holds for each accessibility issue its number of pages and of places.
    """

    run: Run
    day: date
    norms: tuple[Coverage, ...]
    elements: Mapping[str, Mapping[str, int]]
    outcomes: Mapping[str, tuple[str, ...]]
    met: Mapping[str, tuple[str, str]]
    totals: Mapping[Kind, Totals]
    tested: int
    issues: Mapping[IssueId, tuple[int, int]]

    def outcome(self, product_id: str, question: str) -> str:
        """What was found; empty where the product was not in the run or not active."""
        found = self.outcomes.get(product_id)
        return found[QUESTIONS.index(question)] if found else ""

    def coverage(self, norm: int) -> Coverage:
        """The coverage of norm 7 or 8."""
        return next(each for each in self.norms if each.norm == norm)


def summary(told: Overview) -> Summary:
    """The short form of all that a run tells."""
    found = told.accessibility
    return Summary(
        run=told.run,
        day=told.day,
        norms=told.norms,
        elements={question: dict(told.outcomes(question)) for question in QUESTIONS},
        outcomes={row.product.id: tuple(cell.outcome.value for cell in row.cells) for row in told.rows if row.cells},
        met={row.product.id: (row.seven.met.value, row.eight.met.value) for row in told.rows},
        totals={kind: found.totals(kind) for kind in Kind},
        tested=len(found.tested),
        issues={
            (issue.kind.value, issue.rule_id, issue.component): (len(issue.pages), len(issue.places))
            for issue in found.issues
        },
    )
