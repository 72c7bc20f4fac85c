"""Product × element: what was found for each product, and its verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from model.finding import ELEMENTS, CheckResult, Online, Outcome
from model.page import Evidence, Snapshot
from model.product import Product
from model.reliability import Sureness
from model.verdict import Met, ProductState, ProductVerdict
from reports import causes
from reports.coverage import WITHOUT_CLUSTER, decide, main_page_first, pages_missing
from reports.words import BESIDE, QUESTIONS

FAILING = (Outcome.ONVOLLEDIG, Outcome.ONTBREEKT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What was found on one question for one product. ``message`` tells an editor what to do; ``note`` warns a reader.

    ``sureness``, ``leaning`` and ``paste`` are those of the CheckResult.
    """

    question: str
    outcome: Outcome | Online
    message: str
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    sureness: Sureness | None = None
    leaning: Outcome | Online | None = None
    paste: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One product of the catalog with its verdicts on norm 7 and 8 and a cell for each question.

    ``pages`` are the product's snapshots, its main page first. A product that is not active has no cells. ``beside`` holds what
    an editor has to solve though no norm asks for it.
    """

    product: Product
    seven: ProductVerdict
    eight: ProductVerdict
    cells: tuple[Cell, ...]
    pages: tuple[Snapshot, ...]
    beside: tuple[Cell, ...] = ()

    @property
    def cluster(self) -> str:
        """The cluster's name, also where the catalog names none."""
        return self.product.cluster or WITHOUT_CLUSTER

    @property
    def address(self) -> str:
        """Where the main page was asked for; the catalog's address where it was not; empty where there is none."""
        return self.pages[0].url if self.pages else next(iter(self.product.urls), "")

    @property
    def state(self) -> ProductState:
        """The one state in which the product ended."""
        return self.seven.state

    @property
    def missing(self) -> tuple[str, ...]:
        """The elements of norm 7 that are known to fail."""
        return tuple(cell.question for cell in self.cells if cell.question in ELEMENTS and cell.outcome in FAILING)

    @property
    def nearly(self) -> bool:
        """Whether one element alone stands between the product and norm 7."""
        known = all(
            cell.outcome not in (Outcome.ONZEKER, Outcome.NIET_GEMETEN)
            for cell in self.cells
            if cell.question != "online"
        )
        return self.seven.met is Met.NEE and len(self.missing) == 1 and known


def matrix(
    products: Sequence[Product], snapshots: Iterable[Snapshot], results: Iterable[CheckResult], day: date
) -> tuple[Row, ...]:
    """A row for every product of the catalog, by cluster and name."""
    snapshots, results = tuple(snapshots), tuple(results)
    answers = [result for result in results if result.check_id in QUESTIONS]
    verdicts = {(verdict.product_id, verdict.norm): verdict for verdict in decide(products, snapshots, answers, day)}
    judged = {(result.product_id, result.check_id): result for result in results}
    pages: dict[str, list[Snapshot]] = {}
    for snapshot in snapshots:
        pages.setdefault(snapshot.product_id, []).append(snapshot)
    rows = [
        Row(
            product=product,
            seven=verdicts[product.id, 7],
            eight=verdicts[product.id, 8],
            cells=_cells(product, verdicts[product.id, 7], judged, pages.get(product.id, [])),
            pages=main_page_first(product, pages.get(product.id, [])),
            beside=_beside(product, verdicts[product.id, 7], judged),
        )
        for product in products
    ]
    return tuple(sorted(rows, key=lambda row: (row.cluster.casefold(), row.product.name.casefold(), row.product.id)))


def _cells(
    product: Product,
    seven: ProductVerdict,
    judged: dict[tuple[str, str], CheckResult],
    pages: Sequence[Snapshot],
) -> tuple[Cell, ...]:
    if seven.state is ProductState.NIET_ACTIEF:
        return ()
    if seven.state is ProductState.NIET_GEMETEN:
        return tuple(_unknown(question, seven.cause) for question in QUESTIONS)
    note = causes.PAGES_MISSING if pages_missing(pages) else ""
    return tuple(_cell(question, judged.get((product.id, question)), note) for question in QUESTIONS)


def _beside(product: Product, seven: ProductVerdict, judged: dict[tuple[str, str], CheckResult]) -> tuple[Cell, ...]:
    if seven.state is not ProductState.GEMETEN:
        return ()
    found = ((name, judged.get((product.id, name))) for name in BESIDE)
    return tuple(_cell(name, result, "") for name, result in found if result and result.finding.outcome in FAILING)


def _cell(question: str, result: CheckResult | None, note: str) -> Cell:
    if result is None:
        return _unknown(question, causes.NOT_JUDGED)
    outcome = result.finding.outcome
    doubtful = outcome in FAILING or outcome is Online.NEE
    return Cell(
        question=question,
        outcome=outcome,
        message=result.message,
        evidence=result.finding.evidence,
        note=f"{note}; misschien staat het daar." if note and doubtful else "",
        sureness=result.sureness,
        leaning=result.leaning,
        paste=result.paste,
    )


def _unknown(question: str, cause: str) -> Cell:
    outcome = Online.NIET_GEMETEN if question == "online" else Outcome.NIET_GEMETEN
    return Cell(question=question, outcome=outcome, message=f"{cause}. {causes.ADVICE[cause]}")
