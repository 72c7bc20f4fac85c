"""Holds a run against the replica's truth and lists every difference with its cause, in Dutch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from demo.comparefaults import Unexpected, compare_faults, path_of
from demo.faults import SeededFault
from demo.truth import ProductTruth, Truth
from model.finding import ELEMENTS, Finding, Online, Outcome
from model.landing import LandingKind
from model.page import FetchOutcome
from model.scan import AxeScan, ScanOutcome

QUESTIONS = (*ELEMENTS, "online")
UNKNOWN = {Outcome.NIET_GEMETEN, Online.NIET_GEMETEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One product and question on which run and truth differ; "knop", "ophalen" and "testen" compare how button and page behaved.

    ``quote`` and ``url`` are the run's evidence, empty where it had none; ``says`` is what the page says, ``reason`` the
    run's own reason, ``wording`` the id of the wording.
    """

    product_id: str
    question: str
    expected: str
    found: str
    reason: str = ""
    quote: str = ""
    url: str = ""
    wording: str = ""
    says: str = ""

    def __str__(self) -> str:
        reason = self.reason or "geen oordeel"
        return (
            f"{self.product_id}, {self.question}: verwacht {self.expected}, gevonden {self.found}."
            + (f' Geciteerd: "{self.quote}" ({reason}).' if self.quote else f" Zonder citaat ({reason}).")
            + (f' De pagina zegt: "{self.says}"' if self.says else " De pagina zegt hier niets over.")
            + f" [{self.wording}]"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The outcome. ``compared`` and ``equal`` count products per question; ``faults`` are the planted ones that could show
    in the scans given, of which ``missed`` were not reported. Empty tuples where run and truth agree.
    """

    compared: Mapping[str, int]
    equal: Mapping[str, int]
    differences: tuple[Difference, ...]
    faults: int
    missed: tuple[SeededFault, ...]
    unexpected: tuple[Unexpected, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not (self.differences or self.missed or self.unexpected)

    def lines(self) -> Iterator[str]:
        """The comparison as a person reads it: counts first, then each difference with its cause."""
        yield "Vergeleken met de waarheid van de oefensite:"
        for question, total in self.compared.items():
            yield f"  {question}: {self.equal[question]} van de {total} gelijk"
        yield f"  toegankelijkheid: {self.faults - len(self.missed)} van de {self.faults} geplante knelpunten gevonden"
        if self.differences:
            yield "1 verschil:" if len(self.differences) == 1 else f"{len(self.differences)} verschillen:"
            yield from (f"  - {difference}" for difference in self.differences)
        for fault in self.missed:
            place = f" in een {fault.frame}" if fault.frame else ""
            width = f", alleen bij {fault.viewport} px breed" if fault.viewport else ""
            yield f"  - Niet gevonden: {fault.rule} op {fault.path}{place} ({fault.selector}{width})"
        for extra, count in Counter(
            (item.rule, item.needs_review, item.html[:120]) for item in self.unexpected
        ).items():
            rule, review, html = extra
            pages = sorted({item.path for item in self.unexpected if (item.rule, item.html[:120]) == (rule, html)})
            kind = "nog te beoordelen" if review else "knelpunt"
            yield f"  - Niet geplant: {rule} ({kind}), {count} keer, zoals op {pages[0]}: {html}"
        if self.agrees:
            yield "Geen verschillen."


def compare(
    truth: Truth,
    findings: Mapping[str, Mapping[str, Finding]],
    scans: Sequence[AxeScan] = (),
    fetches: Mapping[str, FetchOutcome] | None = None,
) -> Comparison:
    """Compare a run with the truth.

    ``findings`` hold each product's finding per element and for "online"; a product or element that is missing counts as
    niet gemeten. ``fetches`` hold how asking for each product's main page ended; None leaves that out. Scans may be of
    several widths; planted faults that no scan could show (page not tested, other width) are not counted as missed.
    """
    compared: Counter[str] = Counter()
    equal: Counter[str] = Counter()
    differences: list[Difference] = []
    for difference, question in _differences(truth, findings, scans, fetches):
        compared[question] += 1
        if difference is None:
            equal[question] += 1
        else:
            differences.append(difference)
    pages = {address: item.path for item in truth.products.values() for address in item.addresses}
    axe = compare_faults(truth.faults, scans, pages)
    return Comparison(
        compared=compared,
        equal=equal,
        differences=tuple(differences),
        faults=len(axe.able),
        missed=axe.missed,
        unexpected=axe.unexpected,
    )


def _differences(
    truth: Truth,
    findings: Mapping[str, Mapping[str, Finding]],
    scans: Sequence[AxeScan],
    fetches: Mapping[str, FetchOutcome] | None,
) -> Iterator[tuple[Difference | None, str]]:
    ended: dict[str, set[ScanOutcome]] = {}
    for scan in scans:
        ended.setdefault(path_of(scan.url), set()).add(scan.outcome)
    for product_id, item in truth.products.items():
        for question in QUESTIONS:
            yield _difference(item, question, findings.get(product_id, {}).get(question)), question
        if any("aanvraagknop" in each for each in findings.values()):
            yield _button(item, findings.get(product_id, {}).get("aanvraagknop")), "knop"
        if fetches is not None:
            found = fetches.get(product_id)
            yield _behaviour(item, "ophalen", item.fetch, found.value if found else "niet gevraagd"), "ophalen"
        outcomes = {outcome for address in item.addresses for outcome in ended.get(address, ())}
        if item.scan and outcomes:
            worst = next((outcome for outcome in sorted(outcomes) if outcome is not item.scan), item.scan)
            yield _behaviour(item, "testen", item.scan, worst.value), "testen"


def _difference(item: ProductTruth, question: str, finding: Finding | None) -> Difference | None:
    expected = item.labels[question]
    found = finding.outcome if finding else Outcome.NIET_GEMETEN
    if found.value == expected.value:
        return None
    evidence = finding.evidence[0] if finding and finding.evidence else None
    return Difference(
        product_id=item.product.id,
        question=question,
        expected=expected.value,
        found=found.value,
        reason=finding.reason if finding else "",
        quote=evidence.quote if evidence else "",
        url=evidence.url if evidence else "",
        wording=item.variants[question],
        says=said(item, question),
    )


def _button(item: ProductTruth, finding: Finding | None) -> Difference | None:
    """A button that does not work must be an alarm, and no other one."""
    expected = item.landing is LandingKind.WERKT_NIET
    found = finding is not None and finding.outcome is Outcome.ONTBREEKT
    if found is expected:
        return None
    words = {True: "een knop die niet werkt", False: "geen knop die niet werkt"}
    evidence = finding.evidence[0] if finding and finding.evidence else None
    return Difference(
        product_id=item.product.id,
        question="knop",
        expected=words[expected],
        found=words[found],
        reason=finding.reason if finding else "",
        quote=evidence.quote if evidence else "",
        url=evidence.url if evidence else "",
        wording=item.route.id,
        says=said(item, "hoe"),
    )


def _behaviour(
    item: ProductTruth, question: str, expected: FetchOutcome | ScanOutcome, found: str
) -> Difference | None:
    if found == expected.value:
        return None
    why = item.mischief.why if item.mischief else "een gewone pagina"
    return Difference(
        product_id=item.product.id,
        question=question,
        expected=expected.value,
        found=found,
        reason=why,
        wording=item.path,
    )


def said(item: ProductTruth, question: str) -> str:
    """What the page says on the question, in one line; empty where it says nothing."""
    text = {"kosten": item.kosten, "afhandeltermijn": item.afhandeltermijn}.get(question)
    parts = [text.text] if text else [item.route.intro, *(label for label, _ in item.route.buttons), item.route.text]
    return " / ".join(part for part in parts if part).format_map(item.words).replace("\n", " / ")[:300]
