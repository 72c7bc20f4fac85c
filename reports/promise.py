"""Which few products would bring a norm to its line, and whether that came true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.finding import ELEMENTS, Online, Outcome
from model.verdict import Coverage, Met
from reports.matrix import Row
from reports.summary import Summary
from reports.words import QUESTIONS

FAILING = (Outcome.ONVOLLEDIG.value, Outcome.ONTBREEKT.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """``products`` are the ids of the products that are the least work, as many as the line asks for.

    ``short`` counts what would still be missing after them: more than 0 where too few products are known to fail, because
    too much is unknown. Both are 0 and empty where the norm is met.
    """

    norm: int
    products: tuple[str, ...]
    short: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What came of an earlier promise: how many of its products meet the norm now, and both coverages."""

    promise: Promise
    before: Coverage
    now: Coverage
    kept: int
    gone: int


def promise(told: Summary, norm: int) -> Promise:
    """The products that bring the norm to its line with the fewest elements to mend, by effort and then by id."""
    coverage = told.coverage(norm)
    wanted = max(0, coverage.needed - coverage.met) if coverage.n else 0
    failing = sorted(
        (effort(told.outcomes[product], norm), product)
        for product, met in told.met.items()
        if met[norm == 8] == Met.NEE.value and product in told.outcomes
    )
    chosen = tuple(product for _, product in failing[:wanted])
    return Promise(norm=norm, products=chosen, short=wanted - len(chosen))


def kept(before: Summary, now: Summary, norm: int) -> Outcomes | None:
    """What came of the promise that ``before`` would have made; None where it made none."""
    made = promise(before, norm)
    if not made.products:
        return None
    met = [now.met.get(product, ("", ""))[norm == 8] for product in made.products]
    return Outcomes(
        promise=made,
        before=before.coverage(norm),
        now=now.coverage(norm),
        kept=sum(each == Met.JA.value for each in met),
        gone=sum(each in ("", Met.BUITEN_DE_NORM.value) for each in met),
    )


def effort(outcomes: Sequence[str], norm: int) -> int:
    """How many elements stand between a product and the norm."""
    if norm == 8:
        return int(outcomes[QUESTIONS.index("online")] == Online.NEE.value)
    return sum(outcomes[QUESTIONS.index(element)] in FAILING for element in ELEMENTS)


def rows_of(made: Promise, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The promised products as rows, in the promise's order."""
    by_id = {row.product.id: row for row in rows}
    return tuple(by_id[product] for product in made.products if product in by_id)
