"""Numbers, dates and counts as Dutch readers write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
TENTH = Decimal("0.1")


def number(value: int | float) -> str:
    """1234.5 as "1.234,5"; whole numbers without decimals."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))


def percent(part: int, whole: int, line: float | None = None) -> str:
    """187 of 212 as "88,2%"; "–" where whole is 0.

    Never rounds up to 100% or to ``line``: what falls just short must not read as if it got there.
    """
    if not whole:
        return "–"
    exact = Decimal(100 * part) / Decimal(whole)
    if exact in (0, 100):
        return f"{int(exact)}%"
    rounded = exact.quantize(TENTH, ROUND_HALF_UP)
    thresholds = [Decimal(100)] + ([] if line is None else [Decimal(str(line)) * 100])
    if any(exact < threshold <= rounded for threshold in thresholds):
        rounded = exact.quantize(TENTH, ROUND_FLOOR)
    return f"{rounded}%".replace(".", ",")


def whole_percent(line: float) -> str:
    """A norm's line, 0.9 as "90%"."""
    return f"{Decimal(str(line)) * 100:f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def count(amount: int, one: str, many: str) -> str:
    """1 as "1 product", 1200 as "1.200 producten"."""
    return f"{number(amount)} {one if amount == 1 else many}"


def span(low: int, high: int) -> str:
    """3 and 3 as "3", 3 and 5 as "3 tot 5"; the sentence around it makes clear that the end is included."""
    return number(low) if low == high else f"{number(low)} tot {number(high)}"


def day(value: date) -> str:
    """24 november 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """24 november 2026, 06.30 uur, by the clock of the Netherlands."""
    here = value.astimezone(HERE)
    return f"{day(here)}, {here:%H.%M} uur"


def listed(words: Sequence[str]) -> str:
    """hoe, waar en kosten; empty for none."""
    *first, last = words or [""]
    return f"{', '.join(first)} en {last}" if first else last
