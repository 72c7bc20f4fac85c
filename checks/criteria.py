"""WCAG 2.1 A and AA: every success criterion with its Dutch name, level and clause in EN 301 549.

Names as in the authorised Dutch translation of WCAG 2.1 (W3C, seen 2026-11-24); clauses as in EN 301 549 V3.2.1, chapter 9, which
numbers each criterion as 9 followed by its own number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One success criterion. ``number`` as in "1.4.3"; ``level`` is A or AA."""

    number: str
    name: str
    level: str

    @property
    def clause(self) -> str:
        """The clause of EN 301 549 that demands it of web pages, as in "9.1.4.3"."""
        return f"9.{self.number}"

    @property
    def title(self) -> str:
        """As a reader meets it: "1.4.3 Contrast (minimum)"."""
        return f"{self.number} {self.name}"


_LEVEL_A = {
    "1.1.1": "Niet-tekstuele content",
    "1.2.1": "Louter-geluid en louter-videobeeld (vooraf opgenomen)",
    "1.2.2": "Ondertitels voor doven en slechthorenden (vooraf opgenomen)",
    "1.2.3": "Audiodescriptie of media-alternatief (vooraf opgenomen)",
    "1.3.1": "Info en relaties",
    "1.3.2": "Betekenisvolle volgorde",
    "1.3.3": "Zintuiglijke eigenschappen",
    "1.4.1": "Gebruik van kleur",
    "1.4.2": "Geluidsbediening",
    "2.1.1": "Toetsenbord",
    "2.1.2": "Geen toetsenbordval",
    "2.1.4": "Enkel teken sneltoetsen",
    "2.2.1": "Timing aanpasbaar",
    "2.2.2": "Pauzeren, stoppen, verbergen",
    "2.3.1": "Drie flitsen of beneden drempelwaarde",
    "2.4.1": "Blokken omzeilen",
    "2.4.2": "Paginatitel",
    "2.4.3": "Focus volgorde",
    "2.4.4": "Linkdoel (in context)",
    "2.5.1": "Aanwijzergebaren",
    "2.5.2": "Aanwijzerannulering",
    "2.5.3": "Label in naam",
    "2.5.4": "Bewegingsactivering",
    "3.1.1": "Taal van de pagina",
    "3.2.1": "Bij focus",
    "3.2.2": "Bij input",
    "3.3.1": "Foutidentificatie",
    "3.3.2": "Labels of instructies",
    "4.1.1": "Parsen",
    "4.1.2": "Naam, rol, waarde",
}

_LEVEL_AA = {
    "1.2.4": "Ondertitels voor doven en slechthorenden (live)",
    "1.2.5": "Audiodescriptie (vooraf opgenomen)",
    "1.3.4": "Weergavestand",
    "1.3.5": "Identificeer het doel van de input",
    "1.4.3": "Contrast (minimum)",
    "1.4.4": "Herschalen van tekst",
    "1.4.5": "Afbeeldingen van tekst",
    "1.4.10": "Reflow",
    "1.4.11": "Contrast van niet-tekstuele content",
    "1.4.12": "Tekstafstand",
    "1.4.13": "Content bij hover of focus",
    "2.4.5": "Meerdere manieren",
    "2.4.6": "Koppen en labels",
    "2.4.7": "Focus zichtbaar",
    "3.1.2": "Taal van onderdelen",
    "3.2.3": "Consistente navigatie",
    "3.2.4": "Consistente identificatie",
    "3.3.3": "Foutsuggestie",
    "3.3.4": "Foutpreventie (wettelijk, financieel, gegevens)",
    "4.1.3": "Statusberichten",
}


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


CRITERIA: dict[str, Criterion] = {
    number: Criterion(number=number, name=name, level=level)
    for number, name, level in sorted(
        [
            *((number, name, "A") for number, name in _LEVEL_A.items()),
            *((number, name, "AA") for number, name in _LEVEL_AA.items()),
        ],
        key=lambda row: _order(row[0]),
    )
}
"""All fifty, by number, in WCAG's order."""
