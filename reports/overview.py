"""All that the report tells, derived once, so that every form of it shows the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from model.finding import CheckResult, Outcome
from model.page import Snapshot
from model.product import Product
from model.reliability import Reliability
from model.run import Run
from model.scan import AxeIssue, AxeScan
from model.verdict import Coverage, Interval, ProductState, ProductVerdict
from reports.accessibility import Accessibility, accessibility
from reports.accuracy import MET
from reports.coverage import LINES, coverage
from reports.interval import margin
from reports.matrix import Row, matrix
from reports.words import BESIDE, ELEMENT_WORDS, ONLINE_WORDS, QUESTIONS

BUTTON = "aanvraagknop"
"""The check beside the norms that has an alarm of its own: a button to apply that leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One run as the report tells it. ``rows`` are in the order of the matrix; ``day`` decided which products count.

    ``dead_buttons`` are the products whose button to apply leads nowhere, with what was found.
    ``reliability`` is the table of the checks that judged; ``doubting`` says that doubtful verdicts were left to a person.
    """

    run: Run
    day: date
    municipality: str
    rows: tuple[Row, ...]
    norms: tuple[Coverage, ...]
    accessibility: Accessibility
    dead_buttons: tuple[tuple[Row, CheckResult], ...] = ()
    reliability: Reliability = field(default_factory=Reliability)
    doubting: bool = False

    @property
    def states(self) -> Mapping[ProductState, int]:
        """How many products ended in each state; together the whole catalog."""
        tally = Counter(row.state for row in self.rows)
        return {state: tally[state] for state in ProductState}

    @property
    def active(self) -> int:
        """The products that count in the elements: those of the catalog that the city offered that day."""
        return len(self.rows) - self.states[ProductState.NIET_ACTIEF]

    def outcomes(self, question: str) -> Mapping[str, int]:
        """How many active products have each outcome on a question, in the order of a table's columns."""
        tally = Counter(cell.outcome.value for row in self.rows for cell in row.cells if cell.question == question)
        words = ONLINE_WORDS if question == "online" else ELEMENT_WORDS
        return {outcome.value: tally[outcome.value] for outcome in words}

    def margin(self, element: str) -> Interval | None:
        """The margin of the share of active products that have an element of norm 7; None where it cannot be told."""
        words = {outcome.value: outcome for outcome in ELEMENT_WORDS}
        counts = {words[value]: amount for value, amount in self.outcomes(element).items()}
        met = sum(amount for outcome, amount in counts.items() if outcome in MET)
        unknown = counts[Outcome.ONZEKER] + counts[Outcome.NIET_GEMETEN]
        return margin(
            met=met,
            failed=sum(counts.values()) - met - unknown,
            unknown=unknown,
            agreement=self.reliability.of_check(element, doubting=self.doubting),
        )

    @property
    def outdated(self) -> tuple[str, ...]:
        """The checks that judged in another version than the one that was measured."""
        return self.reliability.outdated(self.run.check_versions)

    @property
    def nearly(self) -> int:
        """Products that miss norm 7 by one element alone."""
        return sum(row.nearly for row in self.rows)

    @property
    def causes(self) -> tuple[str, ...]:
        """Every cause for which a norm leaves a product open, most frequent first."""
        total: Counter[str] = Counter()
        for norm in self.norms:
            total.update(norm.causes)
        return tuple(sorted(total, key=lambda cause: (-total[cause], cause)))


def overview(
    *,
    run: Run,
    products: Sequence[Product],
    snapshots: Iterable[Snapshot],
    results: Iterable[CheckResult],
    issues: Iterable[AxeIssue],
    scans: Sequence[AxeScan],
    day: date,
    municipality: str = "",
    rule_texts: Mapping[str, str] | None = None,
    advice: Mapping[str, Mapping[str, str]] | None = None,
    reliability: Reliability | None = None,
    doubting: bool = False,
) -> Overview:
    """Derive everything from the stored facts of a run."""
    reliability = reliability or Reliability()
    known = {product.id for product in products}
    results = tuple(results)
    rows = matrix(products, snapshots, (result for result in results if result.check_id in (*QUESTIONS, *BESIDE)), day)
    dead = {r.product_id: r for r in results if r.check_id == BUTTON and r.finding.outcome is Outcome.ONTBREEKT}
    verdicts: list[ProductVerdict] = [verdict for row in rows for verdict in (row.seven, row.eight)]
    assert {verdict.product_id for verdict in verdicts} == known
    return Overview(
        run=run,
        day=day,
        municipality=municipality,
        rows=rows,
        norms=tuple(coverage(verdicts, products, norm, reliability, doubting=doubting) for norm in LINES),
        accessibility=accessibility(issues, scans, rule_texts, advice),
        dead_buttons=tuple((row, dead[row.product.id]) for row in rows if row.product.id in dead and row.cells),
        reliability=reliability,
        doubting=doubting,
    )
