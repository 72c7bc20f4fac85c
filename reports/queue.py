"""The accessibility officer's queue: each issue with what was decided on it and what must be decided now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.decision import Judgement, Ruling, Waiver
from reports.accessibility import HEAVIEST_FIRST, Accessibility, Issue, Kind
from reports.summary import Summary


class IssueState(StrEnum):
    """What an officer must do with an issue, most urgent first."""

    VERLOPEN = "afwijking verlopen"
    TERUG = "teruggekomen"
    NIEUW = "nieuw"
    TE_BEOORDELEN = "te beoordelen"
    LOOPT_AF = "afwijking loopt af"
    OPEN = "open"
    AFWIJKING = "afwijking"
    GEEN_KNELPUNT = "geen knelpunt"


WAITING = (IssueState.VERLOPEN, IssueState.TERUG, IssueState.NIEUW, IssueState.TE_BEOORDELEN, IssueState.LOOPT_AF)
"""States that ask for a decision now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """An issue in the queue. ``first_seen`` is the day of the oldest run known that saw it."""

    issue: Issue
    state: IssueState
    first_seen: date
    ruling: Ruling | None
    waiver: Waiver | None

    @property
    def waiting(self) -> bool:
        """Whether somebody must decide now."""
        return self.state in WAITING


def queue(
    found: Accessibility,
    summaries: Sequence[Summary],
    rulings: Mapping[tuple[str, str], Ruling],
    waivers: Mapping[tuple[str, str], Waiver],
    today: date,
) -> tuple[Queued, ...]:
    """Every issue of the newest of ``summaries`` (newest first): the most urgent state first, then the heaviest impact."""
    order = {state: place for place, state in enumerate(IssueState)}
    lines = [_queued(issue, summaries, rulings, waivers, today) for issue in found.issues]
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                order[line.state],
                HEAVIEST_FIRST.get(line.issue.impact, 9),
                -len(line.issue.pages),
                line.issue.rule_id,
                line.issue.component,
            ),
        )
    )


def _queued(
    issue: Issue,
    summaries: Sequence[Summary],
    rulings: Mapping[tuple[str, str], Ruling],
    waivers: Mapping[tuple[str, str], Waiver],
    today: date,
) -> Queued:
    subject = issue.rule_id, issue.component
    name = issue.kind.value, issue.rule_id, issue.component
    seen = [each for each in summaries if name in each.issues]
    ruling, waiver = rulings.get(subject), waivers.get(subject)
    return Queued(
        issue=issue,
        state=_state(issue, ruling, waiver, _is_back(name, summaries), len(seen) <= 1 < len(summaries), today),
        first_seen=seen[-1].day if seen else summaries[0].day,
        ruling=ruling,
        waiver=waiver,
    )


def _state(
    issue: Issue, ruling: Ruling | None, waiver: Waiver | None, back: bool, new: bool, today: date
) -> IssueState:
    """A waiver speaks first, then an officer, then what the runs show."""
    if waiver is not None and waiver.expires_soon(today):
        return IssueState.LOOPT_AF
    if waiver is not None:
        return IssueState.AFWIJKING if waiver.holds_on(today) else IssueState.VERLOPEN
    if ruling is not None and ruling.judgement is Judgement.GEEN_KNELPUNT:
        return IssueState.GEEN_KNELPUNT
    if back and issue.kind is Kind.KNELPUNT:
        return IssueState.TERUG
    if ruling is not None:
        return IssueState.OPEN
    if issue.kind is Kind.TE_BEOORDELEN:
        return IssueState.TE_BEOORDELEN
    return IssueState.NIEUW if new and issue.kind is Kind.KNELPUNT else IssueState.OPEN


def _is_back(name: tuple[str, str, str], summaries: Sequence[Summary]) -> bool:
    """Whether the run before did not see it, and an older one did."""
    tested = [each for each in summaries if each.tested]
    return len(tested) > 2 and name not in tested[1].issues and any(name in each.issues for each in tested[2:])
