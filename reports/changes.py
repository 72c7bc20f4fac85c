"""What changed from one run to another, and why: the catalog, the method, what could be measured, or the pages themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from model.finding import CheckResult, Finding
from model.page import FetchOutcome, Snapshot
from model.product import Product
from model.run import Run
from model.verdict import Met, ProductState, ProductVerdict
from reports import causes
from reports.coverage import LINES, decide


class Cause(StrEnum):
    """Why a figure changed, in the order in which it is told apart."""

    CATALOGUS = "catalogus gewijzigd"
    METHODE = "methode gewijzigd"
    METING = "wel of niet gemeten"
    INHOUD = "inhoud gewijzigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run with what it found. ``day`` decided which products counted."""

    run: Run
    day: date
    products: Sequence[Product]
    snapshots: Sequence[Snapshot]
    results: Sequence[CheckResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many products count in a norm, meet it, and may meet it."""

    n: int = 0
    met: int = 0
    unknown: int = 0

    @property
    def share(self) -> Fraction:
        """The lower bound; 0 where nothing counts."""
        return Fraction(self.met, self.n) if self.n else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one cause did to a norm: the figure before and after, and the products whose part in it changed."""

    cause: Cause
    before: Figure
    after: Figure
    products: tuple[str, ...]

    @property
    def difference(self) -> Fraction:
        """The change of the share; the steps of a norm together are the whole change, exactly."""
        return self.after.share - self.before.share


@dataclass(frozen=True, slots=True, kw_only=True)
class NormChange:
    """The change of one norm, step by step; each step begins where the one before ended."""

    norm: int
    steps: tuple[Step, ...]

    @property
    def before(self) -> Figure:
        """The figure of the earlier run."""
        return self.steps[0].before

    @property
    def after(self) -> Figure:
        """The figure of the later run."""
        return self.steps[-1].after


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementChange:
    """Another answer, or another quote, to one question about one product. None: the product was not in that run."""

    product_id: str
    check_id: str
    cause: Cause
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that changed. ``pages`` are the addresses that were read in both runs and held other bytes."""

    before: Run
    after: Run
    norms: tuple[NormChange, ...]
    elements: tuple[ElementChange, ...]
    added: tuple[Product, ...]
    removed: tuple[Product, ...]
    renamed: tuple[tuple[Product, Product], ...]
    pages: tuple[str, ...]


def changes(before: Measured, after: Measured, between: Iterable[CheckResult] | None = None) -> Changes:
    """Compare two runs of one site.

    ``between`` is what the checks of ``after`` say of the pages of ``before``; None where both runs were judged by the same
    checks. The causes are taken one after the other, so that they add up to the whole.
    """
    old, new = {p.id: p for p in before.products}, {p.id: p for p in after.products}
    rejudged = before.results if between is None else tuple(between)
    return Changes(
        before=before.run,
        after=after.run,
        norms=_norms(before, after, rejudged),
        elements=_elements(before, after, rejudged),
        added=tuple(product for product in after.products if product.id not in old),
        removed=tuple(product for product in before.products if product.id not in new),
        renamed=tuple((old[p.id], p) for p in after.products if p.id in old and old[p.id].name != p.name),
        pages=_other_bytes(before.snapshots, after.snapshots),
    )


def _norms(before: Measured, after: Measured, rejudged: Sequence[CheckResult]) -> tuple[NormChange, ...]:
    """For each norm the figures after each cause."""
    first = _verdicts(before.products, before.snapshots, before.results, before.day)
    last = _verdicts(after.products, after.snapshots, after.results, after.day)
    same = _same_to_the_checks(before.products, after.products)
    kept = [product for product in after.products if product.id in same]
    # The products of both runs as the new catalog has them, on the old pages; the others as they are now.
    catalog = {**last, **_verdicts(kept, before.snapshots, before.results, after.day)}
    method = {**catalog, **_verdicts(kept, before.snapshots, rejudged, after.day)}
    measuring = {place: last[place] if _unmeasured(method[place], last[place]) else method[place] for place in last}
    stages = (first, catalog, method, measuring, last)
    return tuple(_norm(norm, stages) for norm in LINES)


def _norm(norm: int, stages: Sequence[Mapping[tuple[str, int], ProductVerdict]]) -> NormChange:
    parts = [{id: _part(verdict) for (id, n), verdict in stage.items() if n == norm} for stage in stages]
    steps = []
    for cause, (old, new) in zip(Cause, pairwise(parts), strict=True):
        changed = tuple(sorted(id for id in {*old, *new} if old.get(id, Figure()) != new.get(id, Figure())))
        steps.append(Step(cause=cause, before=_sum(old.values()), after=_sum(new.values()), products=changed))
    return NormChange(norm=norm, steps=tuple(steps))


def _part(verdict: ProductVerdict) -> Figure:
    """What one product adds to the figure."""
    if verdict.met is Met.BUITEN_DE_NORM:
        return Figure()
    return Figure(n=1, met=int(verdict.met is Met.JA), unknown=int(verdict.met is Met.ONBEKEND))


def _sum(parts: Iterable[Figure]) -> Figure:
    listed = tuple(parts)
    return Figure(
        n=sum(part.n for part in listed),
        met=sum(part.met for part in listed),
        unknown=sum(part.unknown for part in listed),
    )


def _verdicts(
    products: Iterable[Product], snapshots: Iterable[Snapshot], results: Iterable[CheckResult], day: date
) -> dict[tuple[str, int], ProductVerdict]:
    return {(each.product_id, each.norm): each for each in decide(products, snapshots, results, day)}


def _same_to_the_checks(old: Iterable[Product], new: Iterable[Product]) -> frozenset[str]:
    """Products in both catalogs of which nothing changed that a check or the crawler sees."""
    known = {product.id: _as_checked(product) for product in old}
    return frozenset(product.id for product in new if known.get(product.id) == _as_checked(product))


def _as_checked(product: Product) -> Product:
    """The product without what only people, clusters and denominators look at."""
    return replace(
        Product(id=product.id, name=product.name, urls=product.urls),
        costs_possible=product.costs_possible,
        term_possible=product.term_possible,
        audience=product.audience,
        theme=product.theme,
        upl=product.upl,
    )


def _unmeasured(old: ProductVerdict, new: ProductVerdict) -> bool:
    """Whether in one of the runs the product, or a page of it, could not be measured."""
    reasons = (causes.PAGES_MISSING, causes.NOT_JUDGED, causes.CRASHED)
    return any(each.state is ProductState.NIET_GEMETEN or each.cause in reasons for each in (old, new))


def _elements(before: Measured, after: Measured, rejudged: Sequence[CheckResult]) -> tuple[ElementChange, ...]:
    """Every question with another outcome or quote; where the method changed, what it did and what the pages did apart."""
    old, between, new = (_by_question(results) for results in (before.results, rejudged, after.results))
    same = _same_to_the_checks(before.products, after.products)
    missing = _unread(before.snapshots) | _unread(after.snapshots)
    changed = []
    for place in dict.fromkeys([*new, *old]):
        product_id, check_id = place
        then, middle, now = old.get(place), between.get(place), new.get(place)
        if product_id not in same:
            steps = [(Cause.CATALOGUS, then, now)]
        else:
            last = Cause.METING if product_id in missing else Cause.INHOUD
            steps = [(Cause.METHODE, then, middle), (last, middle, now)]
        changed += [
            ElementChange(product_id=product_id, check_id=check_id, cause=cause, old=a, new=b)
            for cause, a, b in steps
            if _says(a) != _says(b)
        ]
    return tuple(changed)


def _by_question(results: Iterable[CheckResult]) -> dict[tuple[str, str], Finding]:
    return {(result.product_id, result.check_id): result.finding for result in results}


def _says(finding: Finding | None) -> tuple[object, ...] | None:
    """What a reader sees of a finding."""
    return (finding.outcome, tuple(evidence.quote for evidence in finding.evidence)) if finding else None


def _unread(snapshots: Iterable[Snapshot]) -> set[str]:
    """Products of which a page could not be read for a reason that may pass."""
    gone = {FetchOutcome.NIET_GEVONDEN, FetchOutcome.VERVALLEN}
    return {s.product_id for s in snapshots if s.outcome is not FetchOutcome.OPGEHAALD and s.outcome not in gone}


def _other_bytes(before: Iterable[Snapshot], after: Iterable[Snapshot]) -> tuple[str, ...]:
    was = {snapshot.url: snapshot.body_sha256 for snapshot in before if snapshot.body_sha256}
    now = {snapshot.url: snapshot.body_sha256 for snapshot in after if snapshot.body_sha256}
    return tuple(sorted(url for url in was.keys() & now.keys() if was[url] != now[url]))
