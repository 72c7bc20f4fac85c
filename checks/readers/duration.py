"""Knows lengths of time: numbers with a unit, ranges, and words such as "direct" and "dezelfde dag"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.readers.numbers import WORD, number_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time at ``text[start:end]``.

    ``low`` and ``high`` count ``unit`` (minuut, uur, dag, werkdag, week, maand, jaar); they are equal unless a range is
    given. ``at_once`` is True for "direct", "dezelfde dag", "de volgende werkdag"; low is then 0 or 1 dag.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    at_once: bool = False


_UNITS = {
    "werkdag": r"(?:werk|work)(?:ing\ |\ )?da(?:g(?:en)?|ys?)|wurkd(?:ei|agen)|business\ days?",
    "dag": r"(?:kalender)?dag(?:en)?|etma(?:al|len)|days?|dei|dagen",
    "week": r"we(?:ek|ken|eks)|wike(?:n)?|weeks?",
    "maand": r"maand(?:en)?|mnd\.?|moanne(?:n)?|months?",
    "jaar": r"ja(?:ar|ren)|jier(?:ren)?|years?",
    "uur": r"u(?:ur|ren)|hours?|oere?n?",
    "minuut": r"minu(?:ut|ten)|minutes?|min\.",
    "seconde": r"secondes?|seconds?",
    "kwartaal": r"kwarta(?:al|len)",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_NUMBER = rf"(?:\d{{1,3}}(?:,5)?(?![\d.,]\d)|{WORD})"

_SPAN = re.compile(
    rf"""(?<![\w,.€-])
    (?P<low>{_NUMBER})\s*
    (?:\(\s*\w+\s*\)\s*)?                                                  # acht (8) weken
    (?:(?:{_UNIT.replace("?P<", "?P<first_")})?\s*                          # 8 weken tot 6 maanden
       (?:tot(?:\ en\ met|\ maximaal)?|t/m|à|a|of|oant|to|[-–—])\s*(?P<high>{_NUMBER})\s*)?
    (?:hele\ |volle\ |kalender)?(?:{_UNIT})(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HALF_YEAR = re.compile(
    r"\b(?P<low>half|halve|anderhalf|anderhalve)\s+(?P<unit>jaar|uur|dag|week|maand)\b", re.IGNORECASE
)
_AT_ONCE = re.compile(
    r"""\b(?P<phrase>
        direct | meteen | onmiddellijk | gelijk | per\ direct              # U krijgt het meteen mee.
      | terwijl\ u\ (?:wacht|erbij\ bent) | ter\ plekke | ter\ plaatse | daar\ kunt\ u\ op\ wachten | kunt\ (?:u\ )?(?:er\ )?op\ (?:de\ \w+\ |het\ \w+\ )?wachten | morgen\ al | vandaag\ nog | klaar\ terwijl\ (?:u|je)\ wacht
      | (?:nog\ )?(?:op\ )?dezelfde\ (?:werk)?dag | zelfde\ dag
      | (?:de\ )?(?:eerst)?volgende\ (?:werk)?dag | de\ dag\ erna
      | (?:immediately|straight\ away|right\ away|same\ day|at\ once|next\ (?:working\ )?day)
      | daliks | fuort(?:daliks)? | deselde\ dei
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"volgende|erna|next", re.IGNORECASE)


def read_durations(text: str) -> tuple[Duration, ...]:
    """Find every length of time in ``text``, in order of place. Clock times (9.00 uur) are not lengths."""
    facts = [*_spans(text), *_at_once(text)]
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _spans(text: str) -> Iterator[Duration]:
    for match in _SPAN.finditer(text):
        low = _value(match["low"])
        high = _value(match["high"]) if match["high"] else low
        unit = next(name for name in _UNITS if match[name])
        if low is None or high is None or (unit == "uur" and _is_clock(text, match.start())):
            continue
        yield Duration(start=match.start(), end=match.end(), low=low, high=high, unit=unit)


def _at_once(text: str) -> Iterator[Duration]:
    for match in _AT_ONCE.finditer(text):
        low = Decimal(1 if _NEXT_DAY.search(match["phrase"]) else 0)
        yield Duration(start=match.start(), end=match.end(), low=low, high=low, unit="dag", at_once=True)


def _is_clock(text: str, start: int) -> bool:
    """Whether "9 uur" is a time of day: after "om", "tot", "van", "vanaf", or with minutes (9.00)."""
    return bool(re.search(r"(?:\b(?:om|van|vanaf|tussen|na|voor|vóór|tot)\s+|\d[.:])$", text[:start], re.IGNORECASE))


def _value(number: str) -> Decimal | None:
    return Decimal(number.replace(",", ".")) if number[0].isdigit() else number_of(number)
