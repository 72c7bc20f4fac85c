"""The success criteria of WCAG 2.1, levels A and AA, as Dutch readers and EN 301 549 name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """The conformance level of a success criterion; Dutch law asks for both."""

    A = "A"
    AA = "AA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One success criterion (Dutch: succescriterium), such as 1.4.3.

    ``name`` is its name in the authorised Dutch translation of WCAG 2.1 (Stichting Accessibility, 26 May 2020), spelled as
    there. WCAG 2.2 dropped 4.1.1; WCAG 2.1 and EN 301 549 V3.2.1 still hold it.
    """

    number: str
    level: Level
    name: str

    @property
    def clause(self) -> str:
        """The clause of EN 301 549 V3.2.1: chapter 9 (Web) numbers its clauses as WCAG does, so 1.4.3 is 9.1.4.3."""
        return f"9.{self.number}"

    @property
    def title(self) -> str:
        """As a reader meets it: "1.4.3 Contrast (minimum)"."""
        return f"{self.number} {self.name}"


_NAMES = {
    "1.1.1": (Level.A, "Niet-tekstuele content"),
    "1.2.1": (Level.A, "Louter-geluid en louter-videobeeld (vooraf opgenomen)"),
    "1.2.2": (Level.A, "Ondertitels voor doven en slechthorenden (vooraf opgenomen)"),
    "1.2.3": (Level.A, "Audiodescriptie of media-alternatief (vooraf opgenomen)"),
    "1.2.4": (Level.AA, "Ondertitels voor doven en slechthorenden (live)"),
    "1.2.5": (Level.AA, "Audiodescriptie (vooraf opgenomen)"),
    "1.3.1": (Level.A, "Info en relaties"),
    "1.3.2": (Level.A, "Betekenisvolle volgorde"),
    "1.3.3": (Level.A, "Zintuiglijke eigenschappen"),
    "1.3.4": (Level.AA, "Weergavestand"),
    "1.3.5": (Level.AA, "Identificeer het doel van de input"),
    "1.4.1": (Level.A, "Gebruik van kleur"),
    "1.4.2": (Level.A, "Geluidsbediening"),
    "1.4.3": (Level.AA, "Contrast (minimum)"),
    "1.4.4": (Level.AA, "Herschalen van tekst"),
    "1.4.5": (Level.AA, "Afbeeldingen van tekst"),
    "1.4.10": (Level.AA, "Reflow"),
    "1.4.11": (Level.AA, "Contrast van niet-tekstuele content"),
    "1.4.12": (Level.AA, "Tekstafstand"),
    "1.4.13": (Level.AA, "Content bij hover of focus"),
    "2.1.1": (Level.A, "Toetsenbord"),
    "2.1.2": (Level.A, "Geen toetsenbordval"),
    "2.1.4": (Level.A, "Enkel teken sneltoetsen"),
    "2.2.1": (Level.A, "Timing aanpasbaar"),
    "2.2.2": (Level.A, "Pauzeren, stoppen, verbergen"),
    "2.3.1": (Level.A, "Drie flitsen of beneden drempelwaarde"),
    "2.4.1": (Level.A, "Blokken omzeilen"),
    "2.4.2": (Level.A, "Paginatitel"),
    "2.4.3": (Level.A, "Focus volgorde"),
    "2.4.4": (Level.A, "Linkdoel (in context)"),
    "2.4.5": (Level.AA, "Meerdere manieren"),
    "2.4.6": (Level.AA, "Koppen en labels"),
    "2.4.7": (Level.AA, "Focus zichtbaar"),
    "2.5.1": (Level.A, "Aanwijzergebaren"),
    "2.5.2": (Level.A, "Aanwijzerannulering"),
    "2.5.3": (Level.A, "Label in naam"),
    "2.5.4": (Level.A, "Bewegingsactivering"),
    "3.1.1": (Level.A, "Taal van de pagina"),
    "3.1.2": (Level.AA, "Taal van onderdelen"),
    "3.2.1": (Level.A, "Bij focus"),
    "3.2.2": (Level.A, "Bij input"),
    "3.2.3": (Level.AA, "Consistente navigatie"),
    "3.2.4": (Level.AA, "Consistente identificatie"),
    "3.3.1": (Level.A, "Foutidentificatie"),
    "3.3.2": (Level.A, "Labels of instructies"),
    "3.3.3": (Level.AA, "Foutsuggestie"),
    "3.3.4": (Level.AA, "Foutpreventie (wettelijk, financieel, gegevens)"),
    "4.1.1": (Level.A, "Parsen"),
    "4.1.2": (Level.A, "Naam, rol, waarde"),
    "4.1.3": (Level.AA, "Statusberichten"),
}

CRITERIA: Mapping[str, Criterion] = MappingProxyType(
    {number: Criterion(number=number, level=level, name=name) for number, (level, name) in _NAMES.items()}
)
"""By number, in WCAG's order. axe also names criteria outside it (level AAA, WCAG 2.2's 2.5.8): use ``.get``."""
