"""Knows which part of a sentence belongs to one fact in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_COMPARED = "meer|minder|hoger|lager|ouder|jonger|langer|korter|later|eerder|groter|kleiner|duurder"
_THAN = "".join(f"(?<!{word} )" for word in _COMPARED.split("|"))
_MARKS = re.compile(rf"[,;:()–|]|\b(?:en|maar|of|and|but|daarna|{_THAN}dan|terwijl|waarna)\b")  # "meer dan" is no mark


class Placed(Protocol):
    """A fact that knows where it stands in its sentence."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The place after its last character."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a fact, in lower case: ``before`` it, its own ``words`` and ``after`` it."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """The whole clause."""
        return f"{self.before}{self.words}{self.after}"

    @property
    def around(self) -> str:
        """The clause without the fact itself."""
        return f"{self.before} {self.after}"


def clause_of(fact: Placed, text: str, others: Iterable[Placed] = ()) -> Clause:
    """Cut ``text`` (lower case) at the last comma or "en", "maar" … between ``fact`` and each neighbouring fact."""
    left, right = 0, len(text)
    for other in others:
        if other.end <= fact.start:
            left = max(left, _cut(text, other.end, fact.start))
        elif other.start >= fact.end:
            right = min(right, _cut(text, fact.end, other.start))
    return Clause(text[left : fact.start], text[fact.start : fact.end], text[fact.end : right])


def _cut(text: str, start: int, end: int) -> int:
    marks = [match.start() for match in _MARKS.finditer(text, start, end)]
    return marks[-1] if marks else end
