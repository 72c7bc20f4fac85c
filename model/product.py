"""A product of the municipality, as the product catalog names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Possible(StrEnum):
    """Whether something can exist for a product, as people wrote it in the catalog."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One row of ``product_catalog.csv``.

    ``urls`` are absolute, the main page first. ``online_possible`` decides norm 8's denominator; ``costs_possible`` and
    ``term_possible`` being NEE make kosten or afhandeltermijn nvt. ``active_from`` and ``active_until`` are inclusive;
    None means without limit. ``source`` and ``source_date`` say where the row's facts were seen (date as YYYY, YYYY-MM or
    YYYY-MM-DD). ``line`` is the line in the file, for messages;
    ``extra`` holds columns that the program does not know, as (name, cell).
    """

    id: str
    name: str
    urls: tuple[str, ...]
    cluster: str = ""
    audience: str = ""
    theme: str = ""
    upl: str = ""
    online_possible: Possible = Possible.ONBEKEND
    costs_possible: Possible = Possible.ONBEKEND
    term_possible: Possible = Possible.ONBEKEND
    owner: str = ""
    active_from: date | None = None
    active_until: date | None = None
    source: str = ""
    source_date: str = ""
    line: int = 0
    extra: tuple[tuple[str, str], ...] = ()

    def active_on(self, day: date) -> bool:
        """Whether the city offers the product on ``day``."""
        return (self.active_from is None or self.active_from <= day) and (
            self.active_until is None or day <= self.active_until
        )
