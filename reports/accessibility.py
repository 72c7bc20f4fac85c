"""Accessibility issues as the report counts them: by kind, rule and component."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.criteria import CRITERIA, Criterion
from model.page import Evidence
from model.scan import AxeIssue, AxeScan, ScanOutcome, UntestedFrame
from reports.dutch import count, number
from reports.words import IMPACT_WORDS

HEAVIEST_FIRST = {impact: place for place, impact in enumerate(IMPACT_WORDS)}


class Kind(StrEnum):
    """The three kinds that are never added up."""

    KNELPUNT = "knelpunt"
    GOEDE_GEWOONTE = "goede gewoonte"
    TE_BEOORDELEN = "nog te beoordelen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One rule in one component. ``foreign`` says that ``name`` is axe's own English text; ``advice`` may be empty.

    ``criteria`` are those of WCAG 2.1 A and AA, ``other_criteria`` the numbers of all others (AAA, WCAG 2.2), which EN 301 549
    V3.2.1 does not ask for. ``places`` holds each element once per page; ``pages`` each address once.
    """

    kind: Kind
    rule_id: str
    name: str
    foreign: bool
    advice: str
    impact: str
    criteria: tuple[Criterion, ...]
    other_criteria: tuple[str, ...]
    component: str
    template: bool
    viewports: tuple[int, ...]
    pages: tuple[str, ...]
    places: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much there is of one kind; ``pages`` counts pages with at least one such issue, ``elements`` elements per page."""

    kind: Kind
    issues: int
    rules: int
    pages: int
    elements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """All that the automatic test found and could not test. Issues: heaviest first, then on most pages first."""

    issues: tuple[Issue, ...]
    tested: tuple[str, ...]
    untested: tuple[AxeScan, ...]
    frames: tuple[tuple[str, UntestedFrame], ...]

    def of(self, kind: Kind) -> tuple[Issue, ...]:
        """The issues of one kind, in order."""
        return tuple(issue for issue in self.issues if issue.kind is kind)

    def totals(self, kind: Kind) -> Totals:
        """What the issues of one kind add up to."""
        issues = self.of(kind)
        return Totals(
            kind=kind,
            issues=len(issues),
            rules=len({issue.rule_id for issue in issues}),
            pages=len({page for issue in issues for page in issue.pages}),
            elements=len({(place.url, place.selector) for issue in issues for place in issue.places}),
        )


def accessibility(
    issues: Iterable[AxeIssue],
    scans: Sequence[AxeScan],
    rule_texts: Mapping[str, str] | None = None,
    advice: Mapping[str, Mapping[str, str]] | None = None,
) -> Accessibility:
    """Order and name what axe found. ``rule_texts`` holds Dutch texts by rule id.

    ``advice`` holds by rule id what "redactie" and "webteam" can do. A page counts as tested where one of its widths was
    tested; it goes by the address at which it stood.
    """
    named = (_issue(issue, rule_texts or {}, advice or {}) for issue in issues)
    order = sorted(named, key=lambda issue: (HEAVIEST_FIRST.get(issue.impact, 9), -len(issue.pages), issue.rule_id))
    finished = [scan for scan in scans if scan.outcome is ScanOutcome.GETEST]
    tested = tuple(dict.fromkeys(scan.final_url or scan.url for scan in finished))
    asked = {scan.url for scan in finished}
    untested = {scan.url: scan for scan in scans if scan.url not in asked}
    frames = {(scan.url, frame): None for scan in scans for frame in scan.frames_not_tested}
    return Accessibility(issues=tuple(order), tested=tested, untested=tuple(untested.values()), frames=tuple(frames))


def answer(found: Accessibility) -> str:
    """What the automatic test found, in one or two sentences; never that the site conforms."""
    if not found.tested:
        return "Er is nog geen pagina op toegankelijkheid getest. Voer de opdracht audit uit."
    totals = found.totals(Kind.KNELPUNT)
    pages = count(len(found.tested), "geteste pagina", "geteste pagina’s")
    if not totals.issues:
        return f"De automatische test vond geen knelpunten op {pages}. Dat bewijst niet dat er geen drempels zijn."
    return (
        f"Op {number(totals.pages)} van de {pages} vond de automatische test minstens één knelpunt. "
        f"Het gaat om {count(totals.issues, 'knelpunt', 'verschillende knelpunten')} "
        f"op {count(totals.elements, 'plaats', 'plaatsen')}."
    )


def _issue(
    issue: AxeIssue,
    rule_texts: Mapping[str, str],
    advice: Mapping[str, Mapping[str, str]],
) -> Issue:
    criteria = tuple(CRITERIA[number] for number in issue.criteria if number in CRITERIA)
    dutch = rule_texts.get(issue.rule_id, "")
    return Issue(
        kind=_kind(issue, bool(criteria)),
        rule_id=issue.rule_id,
        name=dutch or issue.help or issue.rule_id,
        foreign=not dutch and bool(issue.help),
        advice=_advice(advice.get(issue.rule_id, {}), issue.template),
        impact=issue.impact,
        criteria=criteria,
        other_criteria=tuple(number for number in issue.criteria if number not in CRITERIA),
        component=issue.component,
        template=issue.template,
        viewports=issue.viewports,
        pages=issue.pages,
        places=tuple({(place.url, place.selector): place for place in issue.places}.values()),
    )


def _kind(issue: AxeIssue, asked: bool) -> Kind:
    """Only what WCAG 2.1 A or AA asks for is a knelpunt."""
    if issue.needs_review:
        return Kind.TE_BEOORDELEN
    return Kind.KNELPUNT if asked and not issue.best_practice else Kind.GOEDE_GEWOONTE


def _advice(words: Mapping[str, str], template: bool) -> str:
    """An editor cannot mend a template; the web team can mend both."""
    return words.get("webteam", "") if template else words.get("redactie") or words.get("webteam", "")
