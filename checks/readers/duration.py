"""Knows lengths of time: numbers with a unit, ranges, and words such as "direct" and "dezelfde dag"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.readers.numbers import WORD, number_of
from checks.readers.wording import stems


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
    "jaar": r"ja(?:ar|ren)|jr\.?|jier(?:ren)?|years?",
    "uur": r"u(?:ur|ren)|hours?|oere?n?",
    "minuut": r"minu(?:ut|ten)|minutes?|min\.?",
    "seconde": r"secondes?|seconds?",
    "kwartaal": r"kwarta(?:al|len)",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_NUMBER = rf"(?:\d{{1,3}}(?:,5)?(?![\d.,]\d)|een\s+hal(?:f|ve)|{WORD})"

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
_WHOLE = re.compile(
    r"\b(?:(?:de|het|een)\s+)?(?:hele?|heel|gehele|volle)\s+(?P<unit>jaar|maand|week|dag|uur)\b", re.IGNORECASE
)  # het hele jaar
_ORDINALS = ("tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_ORDINAL = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<unit>werkdag|dag|week)\b", re.IGNORECASE
)  # de vijfde werkdag
_QUARTER = re.compile(r"\b(?:een\s+)?(?:kwartier|kwart\s+uur)\b", re.IGNORECASE)
_HALF_HOUR = re.compile(r"\b(?:een\s+)?halfuur\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*,\s*|\s+en\s+")
_SECONDS = {"minuut": 60, "uur": 3600, "dag": 86400, "week": 604800, "maand": 2592000, "jaar": 31536000}
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
    """Find every length of time in ``text``, in order of place. Clock times (9.00 uur) are not lengths.

    "1 jaar, 1 maand en 21 dagen" is one length, counted in its first unit.
    """
    if not _MAY_HOLD.search(text.lower()):
        return ()
    facts = sorted([*_spans(text), *_set_phrases(text)], key=lambda fact: fact.start)
    found = [*_joined(facts, text), *_at_once(text)]
    return tuple(sorted(found, key=lambda fact: fact.start))


_MAY_HOLD = stems(
    *(
        "dag",
        "week",
        "weken",
        "maand",
        "mnd",
        "jaar",
        "jaren",
        "jr",
        "uur",
        "uren",
        "minu",
        "min",
        "kwart",
        "etma",
        "direct",
    ),
    *(
        "meteen",
        "onmid",
        "gelijk",
        "plekke",
        "plaatse",
        "wacht",
        "morgen",
        "vandaag",
        "dei",
        "day",
        "month",
        "year",
        "hour",
    ),
    *("immed", "away", "once", "wike", "moanne", "jier", "oere", "daliks", "fuort", "second"),
)
"""Letters without which a text holds no length of time."""


def _spans(text: str) -> Iterator[Duration]:
    for match in _SPAN.finditer(text):
        low = _value(match["low"])
        high = _value(match["high"]) if match["high"] else low
        unit = next(name for name in _UNITS if match[name])
        if low is None or high is None or (unit == "uur" and _is_clock(text, match)):
            continue
        yield Duration(start=match.start(), end=match.end(), low=low, high=high, unit=unit)


def _set_phrases(text: str) -> Iterator[Duration]:
    for pattern, value, unit in ((_QUARTER, 15, "minuut"), (_HALF_HOUR, 30, "minuut"), (_WHOLE, 1, "")):
        for match in pattern.finditer(text):
            amount = Decimal(value)
            named = unit or match["unit"].lower()
            yield Duration(start=match.start(), end=match.end(), low=amount, high=amount, unit=named)
    for match in _ORDINAL.finditer(text):
        amount = Decimal(_ORDINALS.index(match["ordinal"].lower()) + 2)
        yield Duration(start=match.start(), end=match.end(), low=amount, high=amount, unit=match["unit"].lower())


def _joined(facts: list[Duration], text: str) -> list[Duration]:
    """Facts in different units with only a comma or "en" between them are one length."""
    joined: list[Duration] = []
    for fact in facts:
        last = joined[-1] if joined else None
        if last is not None and fact.start < last.end:
            continue
        countable = last is not None and last.unit in _SECONDS and fact.unit in _SECONDS and last.unit != fact.unit
        if last is not None and countable and _JOINT.fullmatch(text[last.end : fact.start]):
            more = fact.low * _SECONDS[fact.unit] / _SECONDS[last.unit]
            joined[-1] = Duration(
                start=last.start, end=fact.end, low=last.low + more, high=last.high + more, unit=last.unit
            )
        else:
            joined.append(fact)
    return joined


def _at_once(text: str) -> Iterator[Duration]:
    for match in _AT_ONCE.finditer(text):
        low = Decimal(1 if _NEXT_DAY.search(match["phrase"]) else 0)
        yield Duration(start=match.start(), end=match.end(), low=low, high=low, unit="dag", at_once=True)


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """Whether "9 uur" is a time of day: after "om", "tot", "van", "vanaf", or with minutes (9.00); "uren" and "voor een uur" never are."""
    if match[0].lower().endswith("uren"):
        return False
    before = text[: match.start()]
    if re.search(r"\b(?:voor|vóór|na)\s+$", before, re.IGNORECASE) and not match["low"][0].isdigit():
        return False
    return bool(re.search(r"(?:\b(?:om|van|vanaf|tussen|na|voor|vóór|tot)\s+|\d[.:])$", before, re.IGNORECASE))


def _value(number: str) -> Decimal | None:
    if number.lower().startswith("een ") and number.lower().endswith(("half", "halve")):
        return Decimal("0.5")
    return Decimal(number.replace(",", ".")) if number[0].isdigit() else number_of(number)
