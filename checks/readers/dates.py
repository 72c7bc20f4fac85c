"""Knows dates and years in Dutch text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december"),
)
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(_MONTHS)})\s+(?P<year>(?:19|20)\d\d)\b"  # 1 juli 2021
    r"|\b(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)\b",  # 16-01-2017
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,€-])(?<!€ )(?P<year>(?:19|20)\d\d)(?![\d.,]?\d|\s?[A-Z]{2}\b|\s*(?:euro|meter|m2|kg))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date (``day`` set) or a year alone (``day`` None) at ``text[start:end]``."""

    start: int
    end: int
    year: int
    day: date | None = None


def read_moments(text: str) -> tuple[Moment, ...]:
    """Find every date with its year, and every year alone, in order of place; impossible dates count as a year."""
    found = []
    for match in _DATE.finditer(text):
        year = int(match["year"] or match["y"])
        found.append(Moment(start=match.start(), end=match.end(), year=year, day=_day(match, year)))
    taken = [(moment.start, moment.end) for moment in found]
    for match in _YEAR.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append(Moment(start=match.start(), end=match.end(), year=int(match["year"])))
    return tuple(sorted(found, key=lambda moment: moment.start))


def _day(match: re.Match[str], year: int) -> date | None:
    month = _MONTHS.index(match["name"].lower()) + 1 if match["name"] else int(match["m"])
    try:
        return date(year, month, int(match["day"] or match["d"]))
    except ValueError:
        return None
