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

## Waar de tijd blijft

Negen tiende van de tijd in de browser is axe zelf, en daarvan twee derde de regel voor kleurcontrast. Het laden en opmaken
van een pagina kost een tiende, ons eigen programma een tot twee honderdste. Dezelfde pagina nog eens testen kost een kwart
minder: dat is wat de browser bij elke nieuwe pagina opnieuw moet leren. Veel sneller kan het dus niet zonder axe te
veranderen, en dat doen we niet: de uitkomsten moeten die van axe blijven.

## Wat hielp

Gemeten in paren, steeds op dezelfde pagina's, als deel van de processortijd per pagina.

| wat | scheelt |
|---|---:|
| wat axe op één moment al las (stijl, maten) niet nog eens aan de browser vragen | 7 tot 14% |
| elke pagina in het proces en het frame van de vorige, geen proces in voorraad, geen vorige pagina bewaren | 5 tot 10% |
| alleen de snelle vertalers van JavaScript (eerder gemeten) | 15 tot 20% |
| axe één keer vertalen per proces en niet per pagina | 20% |

## Wat niet hielp

| wat | uitkomst |
|---|---|
| meer geheugen voor nieuwe objecten, opruimen op één draad | 0 tot 2%, binnen de ruis |
| geen Maglev, of Maglev eerder of later | 2 tot 4% meer processortijd, of binnen de ruis |
| meteen leren in plaats van na enkele keren (`--no-lazy-feedback-allocation`) | geen verschil |
| het grafische proces in het proces van de browser | 2% meer |
| de snelle zoekfunctie voor lijsten in axe vervangen | niet gedaan: minder dan 1 ms per pagina |
| plaatjes en lettertypen niet laden | niet gedaan: dan verandert de opmaak, en dus de uitkomst |
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
