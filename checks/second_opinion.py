"""Where a second engine agrees with axe, per success criterion; never part of a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.wcag import criteria_of
from model.criteria import CRITERIA
from model.scan import AxeScan, ScanOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How two engines judge one criterion, in pages (addresses, each once).

    ``both`` fail it, ``axe_only`` or ``other_only`` does; pages on which neither does are not counted. ``axe_unsure`` are
    those of ``other_only`` on which axe asks for a person's judgement.
    """

    criterion: str
    both: int
    axe_only: int
    other_only: int
    axe_unsure: int

    @property
    def share(self) -> float | None:
        """Pages on which both fail it, of those on which at least one does; None where there are none."""
        together = self.both + self.axe_only + self.other_only
        return self.both / together if together else None


def agreement(scans: Sequence[AxeScan]) -> tuple[Agreement, ...]:
    """One for each criterion that an engine fails somewhere, in WCAG's order. Scans without a second opinion say nothing."""
    failed: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for scan in scans:
        if scan.outcome is not ScanOutcome.GETEST or "failures" not in scan.result.get("second_opinion", {}):
            continue
        if "error" in scan.result["second_opinion"]:
            continue
        for place, criterion in _judged(scan):
            failed.setdefault(criterion, (set(), set(), set()))[place].add(scan.url)
    return tuple(
        Agreement(
            criterion=criterion,
            both=len(axe & other),
            axe_only=len(axe - other),
            other_only=len(other - axe),
            axe_unsure=len((other - axe) & unsure),
        )
        for criterion, (axe, unsure, other) in sorted(failed.items(), key=lambda row: list(CRITERIA).index(row[0]))
        if axe or other
    )


def _judged(scan: AxeScan) -> Iterator[tuple[int, str]]:
    """0: axe fails it, 1: axe is not sure, 2: the other engine fails it; with the criterion."""
    for place, kind in enumerate(("violations", "incomplete")):
        for rule in scan.result[kind]:
            yield from ((place, criterion) for criterion in criteria_of(rule["tags"]) if criterion in CRITERIA)
    for failure in scan.result["second_opinion"]["failures"]:
        yield from ((2, criterion) for criterion in failure["criteria"] if criterion in CRITERIA)
