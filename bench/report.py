"""The measurements as docs/snelheid.md, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.speed import Measurement

HEAD = """# Snelheid

Hoe snel is het testen op toegankelijkheid, en wat wordt er gevonden? Deze tabel vergelijkt de eigen motor met andere vrije
programma's, op dezelfde {pages} pagina's van de proefsite en met dezelfde regels: alle regels die axe standaard aan heeft.
Elk programma liep {rounds} keer, om de beurt; hier staat de middelste keer. Het starten van programma en browser telt mee.
Alleen pagina's die echt getest zijn tellen.

| programma | getest | pagina's per seconde | processorseconden per pagina | geheugen (GB) | geplante knelpunten gevonden |
|---|---:|---:|---:|---:|---:|
"""

TAIL = """
{ratios}

Machine: {machine}. Geheugen is PSS: wat processen delen telt één keer.
Opnieuw meten: `make bench`, op een machine die verder niets doet.
"""


def written(medians: Sequence[Measurement], faults: int, pages: int, rounds: int, machine: str) -> str:
    """The page's text; the first measurement is ours, the ratios compare it with the others."""
    rows = "".join(_row(one, faults) for one in medians)
    ratios = "\n".join(_ratio(medians[0], other) for other in medians[1:] if other.pages)
    head = HEAD.format(pages=pages, rounds=rounds)
    return head + rows + TAIL.format(ratios=ratios, machine=machine)


def _row(one: Measurement, faults: int) -> str:
    cells = (
        one.program, str(one.pages), _number(one.per_second, 2), _number(one.cpu_per_page, 2),
        _number(one.cost.peak / 1e9, 2), f"{one.faults} van {faults}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _ratio(ours: Measurement, other: Measurement) -> str:
    faster = ours.per_second / other.per_second
    cheaper = ours.cpu_per_page / other.cpu_per_page if other.cpu_per_page else 0
    return f"- {_number(faster, 1)} keer zo snel als {other.program}, met {_number(cheaper, 2)} keer de processortijd per pagina."


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")
