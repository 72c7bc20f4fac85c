"""A third of a year, for which the norms are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from model.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tertaal:
    """T1 is January to April, T2 May to August, T3 September to December."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 4 * self.number - 3, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        after = date(self.year + 1, 1, 1) if self.number == 3 else date(self.year, 4 * self.number + 1, 1)
        return after - timedelta(days=1)

    @property
    def label(self) -> str:
        """As it stands in addresses and file names, so that names sort by time: 2026-T3."""
        return f"{self.year}-T{self.number}"

    @property
    def title(self) -> str:
        """As readers meet it: T3 2026."""
        return f"T{self.number} {self.year}"

    def __str__(self) -> str:
        return f"T{self.number}-{self.year}"


def tertaal_of(day: date) -> Tertaal:
    """The tertaal in which ``day`` lies."""
    return Tertaal(year=day.year, number=(day.month + 3) // 4)


def read_tertaal(text: str) -> Tertaal:
    """The tertaal written as T2-2026 or 2026-T2; UserError for anything else."""
    found = re.fullmatch(r"T([123])-(\d{4})|(\d{4})-T([123])", text.strip(), re.IGNORECASE)
    if not found:
        raise UserError(f"{text!r} is geen tertaal. Schrijf T1, T2 of T3 met het jaar, zoals T2-2026.")
    return Tertaal(year=int(found[2] or found[3]), number=int(found[1] or found[4]))
