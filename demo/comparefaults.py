"""Holds axe's results against the planted faults: which were found, which not, and what nobody planted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from demo.faults import SeededFault
from model.scan import AxeScan, ScanOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Unexpected:
    """Something that axe reported and that was not planted: rule, page, markup, and whether axe was sure."""

    rule: str
    path: str
    html: str
    needs_review: bool
    viewport: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultComparison:
    """``able`` are the planted faults that the scans could show (page tested, width right), ``missed`` those of them that
    were not reported, ``unexpected`` the reports that were not planted.
    """

    able: tuple[SeededFault, ...]
    missed: tuple[SeededFault, ...]
    unexpected: tuple[Unexpected, ...]


def compare_faults(
    faults: Sequence[SeededFault], scans: Sequence[AxeScan], pages: Mapping[str, str] | None = None
) -> FaultComparison:
    """Compare scans with planted faults; ``pages`` maps other addresses of a page to the path that the faults name.

    A fault that axe is sure of counts as found among the violations only, one that needs review among the incomplete.
    """
    known = pages or {}
    by_path: dict[str, list[SeededFault]] = {}
    for fault in faults:
        by_path.setdefault(fault.path, []).append(fault)
    able: dict[SeededFault, None] = {}
    found: set[SeededFault] = set()
    unexpected: list[Unexpected] = []
    for scan in scans:
        if scan.outcome is not ScanOutcome.GETEST:
            continue
        path = known.get(path_of(scan.url), path_of(scan.url))
        own = by_path.get(path, [])
        able.update((fault, None) for fault in own if fault.viewport in (None, scan.viewport))
        for rule, html, review in reports(scan):
            hits = [fault for fault in own if matches(fault, rule, html, review)]
            found.update(hits)
            if not hits:
                extra = Unexpected(rule=rule, path=path, html=html, needs_review=review, viewport=scan.viewport)
                unexpected.append(extra)
    missed = tuple(fault for fault in able if fault not in found)
    return FaultComparison(able=tuple(able), missed=missed, unexpected=tuple(unexpected))


def path_of(url: str) -> str:
    """Path and query of an address, as the truth writes them."""
    parts = urlsplit(url)
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def reports(scan: AxeScan) -> Iterator[tuple[str, str, bool]]:
    """Rule, markup and "needs review" of every place that axe names."""
    for kind in ("violations", "incomplete"):
        for rule in scan.result.get(kind, ()):
            for node in rule["nodes"]:
                yield rule["id"], node["html"], kind == "incomplete"


def matches(fault: SeededFault, rule: str, html: str, review: bool) -> bool:
    """Whether axe's report is of this fault: same rule, as sure, and the markup's data-fout names its mark."""
    if (fault.rule, fault.needs_review) != (rule, review):
        return False
    _, _, rest = html.partition('data-fout="')
    return fault.mark in rest.partition('"')[0].split(" ")
