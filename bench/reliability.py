"""How sure each answer of each check is: how often people agreed with it, by the reason that the check gave.

``python -m bench.reliability`` prints, per check and reason, on how many labelled pages the reason was given and on how many
people gave the same answer to met or not met; work pages and untouched pages apart. Counts only: no page is named.
"""

from __future__ import annotations

from collections import Counter

from bench.accuracy import judged, labelled
from model.finding import CheckResult
from reports.accuracy import MET
from reports.cases import LABELS

LEAST = 10  # pages; below that a share says nothing


def counts(*, untouched: bool) -> dict[tuple[str, str], tuple[int, int]]:
    """(check, reason) -> (pages on which people agreed on met or not met, pages in all)."""
    cases = labelled(untouched=untouched)
    labels = {case.id: case.labels for case in cases}
    agreed: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    for result in judged(cases):
        if result.check_id in LABELS:
            key = (result.check_id, result.finding.reason)
            given[key] += 1
            agreed[key] += _agrees(result, labels)
    return {key: (agreed[key], given[key]) for key in given}


def _agrees(result: CheckResult, labels: dict[str, object]) -> bool:
    label = labels[result.product_id][result.check_id]  # type: ignore[index]
    return (label in MET) == (result.finding.outcome in MET)


def main() -> None:
    """Print the table, the most frequent reason of each check first."""
    work, untouched = counts(untouched=False), counts(untouched=True)
    print("| controle | reden | werkpagina's | ongeziene pagina's |\n|---|---|---|---|")
    for check in LABELS:
        reasons = {reason for name, reason in (*work, *untouched) if name == check}
        for reason in sorted(reasons, key=lambda reason: -work.get((check, reason), (0, 0))[1]):
            cells = [_cell(found.get((check, reason), (0, 0))) for found in (work, untouched)]
            print(f"| {check} | {reason} | {cells[0]} | {cells[1]} |")


def _cell(found: tuple[int, int]) -> str:
    agreed, given = found
    share = f" ({agreed / given:.0%})" if given >= LEAST else ""
    return f"{agreed}/{given}{share}" if given else "–"


if __name__ == "__main__":
    main()
