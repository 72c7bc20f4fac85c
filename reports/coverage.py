"""The arithmetic of the norms: from what was found to verdicts on products, and from verdicts to coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from model.finding import ELEMENTS, CheckResult, Online, Outcome
from model.page import FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.reliability import Agreement, Reliability
from model.verdict import Coverage, Met, ProductState, ProductVerdict
from reports import causes
from reports.interval import margin

LINES = {7: 0.90, 8: 0.80}
"""The norms, as fractions of 1."""

WITHOUT_CLUSTER = "Zonder cluster"

READS_NO_MORE = frozenset(
    {
        FetchOutcome.OPGEHAALD,
        FetchOutcome.NIET_GEVONDEN,
        FetchOutcome.VERVALLEN,
        FetchOutcome.KRINGVERWIJZING,
        FetchOutcome.LEEG,
        FetchOutcome.GEEN_HTML,
        FetchOutcome.BUITEN_DE_SITE,
    }
)
"""Outcomes after which a visitor can read nothing on the site that we did not read. After every other outcome the missing
element may stand on the page that we could not read, so it is not known to be missing."""


def decide(
    products: Iterable[Product], snapshots: Iterable[Snapshot], results: Iterable[CheckResult], day: date
) -> tuple[ProductVerdict, ...]:
    """For each product a verdict on norm 7 and one on norm 8, in the order of ``products``.

    ``day`` decides which products are active. A product without any snapshot was not asked for.
    """
    fetched: dict[str, list[Snapshot]] = {}
    for snapshot in snapshots:
        fetched.setdefault(snapshot.product_id, []).append(snapshot)
    judged: dict[str, dict[str, CheckResult]] = {}
    for result in results:
        judged.setdefault(result.product_id, {})[result.check_id] = result
    return tuple(
        verdict
        for product in products
        for verdict in _verdicts(product, fetched.get(product.id, []), judged.get(product.id, {}), day)
    )


def coverage(
    verdicts: Iterable[ProductVerdict],
    products: Iterable[Product],
    norm: int,
    reliability: Reliability | None = None,
    *,
    doubting: bool = False,
) -> Coverage:
    """The coverage of one norm, in total and per cluster (by name).

    ``reliability`` is the table of the checks that judged; without it there is no margin. ``doubting`` says that doubtful
    verdicts were left to a person.
    """
    agreement = (reliability or Reliability()).of_norm(norm, doubting=doubting)
    cluster_of = {product.id: product.cluster or WITHOUT_CLUSTER for product in products}
    of_norm = [verdict for verdict in verdicts if verdict.norm == norm]
    clusters: dict[str, list[ProductVerdict]] = {name: [] for name in sorted(set(cluster_of.values()))}
    for verdict in of_norm:
        clusters[cluster_of[verdict.product_id]].append(verdict)
    by_cluster = {name: _count(members, norm, {}, agreement) for name, members in clusters.items()}
    return _count(of_norm, norm, by_cluster, agreement)


def not_measured(product: Product, snapshots: Sequence[Snapshot], results: Sequence[CheckResult]) -> str:
    """Why nothing is known about a product; empty where something is.

    The main page's cause is given where several pages failed.
    """
    pages = [page for page in main_page_first(product, snapshots) if page.role is Role.PRODUCTPAGINA]
    if not product.urls:
        return causes.NO_ADDRESS
    if not pages:
        return causes.FETCH_CAUSES[FetchOutcome.NIET_GEVRAAGD]
    if all(page.outcome is not FetchOutcome.OPGEHAALD for page in pages):
        return causes.FETCH_CAUSES[pages[0].outcome]
    if not results:
        return causes.NOT_JUDGED
    if all(result.finding.outcome in (Outcome.NIET_GEMETEN, Online.NIET_GEMETEN) for result in results):
        return _cause_of(results[0])
    return ""


def main_page_first(product: Product, snapshots: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """The product's own pages in the order of the catalog, then its start flow, then explanations.

    Compared by path, since a run can measure another host than the catalog names.
    """
    places = {urlsplit(url).path: place for place, url in reversed(list(enumerate(product.urls)))}
    roles = list(Role)

    def place(page: Snapshot) -> tuple[int, int]:
        return roles.index(page.role), places.get(urlsplit(page.url).path, len(places))

    return tuple(sorted(snapshots, key=place))


def pages_missing(snapshots: Iterable[Snapshot]) -> bool:
    """Whether a page of the product exists for a visitor, or may exist, that we could not read."""
    return any(snapshot.outcome not in READS_NO_MORE for snapshot in snapshots)


def _verdicts(
    product: Product, snapshots: Sequence[Snapshot], results: dict[str, CheckResult], day: date
) -> tuple[ProductVerdict, ProductVerdict]:
    if not product.active_on(day):
        return (
            ProductVerdict(product_id=product.id, norm=7, state=ProductState.NIET_ACTIEF, met=Met.BUITEN_DE_NORM),
            ProductVerdict(product_id=product.id, norm=8, state=ProductState.NIET_ACTIEF, met=Met.BUITEN_DE_NORM),
        )
    cause = not_measured(product, snapshots, list(results.values()))
    state = ProductState.NIET_GEMETEN if cause else ProductState.GEMETEN
    missing = pages_missing(snapshots)
    met7, cause7 = (Met.ONBEKEND, cause) if cause else _norm_7(results, missing)
    met8, cause8 = _norm_8(product.online_possible, None if cause else results.get("online"), missing, cause)
    external = met8 is Met.JA and results["online"].finding.outcome is Online.EXTERN
    return (
        ProductVerdict(product_id=product.id, norm=7, state=state, met=met7, cause=cause7),
        ProductVerdict(product_id=product.id, norm=8, state=state, met=met8, cause=cause8, external=external),
    )


def _norm_7(results: dict[str, CheckResult], missing: bool) -> tuple[Met, str]:
    """One element that is known to fail decides; else one that is not known leaves it open."""
    answers = [_element(results.get(element), missing) for element in ELEMENTS]
    for wanted in (Met.NEE, Met.ONBEKEND):
        for met, cause in answers:
            if met is wanted:
                return met, cause
    return Met.JA, ""


def _element(result: CheckResult | None, missing: bool) -> tuple[Met, str]:
    if result is None:
        return Met.ONBEKEND, causes.NOT_JUDGED
    if result.finding.outcome in (Outcome.AANWEZIG, Outcome.NVT):
        return Met.JA, ""
    if result.finding.outcome in (Outcome.ONVOLLEDIG, Outcome.ONTBREEKT):
        return (Met.ONBEKEND, causes.PAGES_MISSING) if missing else (Met.NEE, "")
    return Met.ONBEKEND, _cause_of(result)


def _norm_8(possible: Possible, result: CheckResult | None, missing: bool, cause: str) -> tuple[Met, str]:
    """Being offered proves that it is possible; not being offered proves nothing where the catalog does not know."""
    if possible is Possible.NEE:
        return Met.BUITEN_DE_NORM, ""
    if result is None:
        return Met.ONBEKEND, cause or causes.NOT_JUDGED
    if result.finding.outcome in (Online.JA, Online.EXTERN):
        return Met.JA, ""
    if result.finding.outcome is not Online.NEE:
        return Met.ONBEKEND, _cause_of(result)
    if missing:
        return Met.ONBEKEND, causes.PAGES_MISSING
    return (Met.NEE, "") if possible is Possible.JA else (Met.NEE_OF_BUITEN, causes.POSSIBILITY_UNKNOWN)


def _cause_of(result: CheckResult) -> str:
    if result.error:
        return causes.CRASHED
    if result.finding.outcome in (Outcome.NIET_GEMETEN, Online.NIET_GEMETEN):
        return causes.NOT_JUDGED
    return causes.TO_REVIEW


def _count(
    verdicts: Sequence[ProductVerdict], norm: int, by_cluster: dict[str, Coverage], agreement: Agreement
) -> Coverage:
    tally = Counter(verdict.met for verdict in verdicts)
    why = Counter(verdict.cause for verdict in verdicts if verdict.met in (Met.ONBEKEND, Met.NEE_OF_BUITEN))
    told = Coverage(
        norm=norm,
        line=LINES[norm],
        n=len(verdicts) - tally[Met.BUITEN_DE_NORM],
        met=tally[Met.JA],
        unknown=tally[Met.ONBEKEND],
        perhaps_outside=tally[Met.NEE_OF_BUITEN],
        external=sum(verdict.external for verdict in verdicts),
        by_cluster=by_cluster,
        causes=dict(sorted(why.items(), key=lambda each: (-each[1], each[0]))),
    )
    interval = margin(
        met=told.met,
        failed=told.failed,
        agreement=agreement,
        unknown=told.unknown,
        perhaps_outside=told.perhaps_outside,
    )
    return replace(told, interval=interval)
