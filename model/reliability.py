"""How often the checks agreed with people on labelled pages: what a verdict's sureness and a norm's margin rest on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("reliability.toml")
"""Made by ``python -m bench.reliability --write``, never by hand."""

Z = 1.959963984540054
"""The normal quantile of a two-sided interval of 95%."""

LIMIT = 0.90
"""A verdict is doubtful where people agree with it less often than this (issue 4, point 8: an error rate above 10%)."""

LEAST = 10
"""Pages; a reason that was given on fewer says nothing by itself, and the rate of its whole check counts."""

NOT_READ = frozenset({"catalogus", "geen pagina", "controle vastgelopen"})
"""Reasons that rest on no reading of a page, so that no agreement on pages speaks of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """On how many labelled pages program and people said met: both, the program only, people only, neither."""

    both: int = 0
    only_program: int = 0
    only_people: int = 0
    neither: int = 0

    @property
    def pages(self) -> int:
        """All labelled pages."""
        return self.both + self.only_program + self.only_people + self.neither

    @property
    def agreed(self) -> int:
        """Pages on which both said the same."""
        return self.both + self.neither

    @property
    def met(self) -> int:
        """Pages that people call met: what the sensitivity rests on."""
        return self.both + self.only_people

    @property
    def not_met(self) -> int:
        """Pages that people call not met: what the specificity rests on."""
        return self.neither + self.only_program

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            both=self.both + other.both,
            only_program=self.only_program + other.only_program,
            only_people=self.only_people + other.only_people,
            neither=self.neither + other.neither,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """On ``agreed`` of ``pages`` labelled pages people gave the same answer to met or not met as the program.

    ``of_reason``: counted over the pages on which the check gave the same reason; else over all pages of the check.
    """

    agreed: int
    pages: int
    of_reason: bool

    @property
    def share(self) -> float:
        """The agreement as a fraction of 1."""
        return self.agreed / self.pages

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval of 95% around ``share`` (E. B. Wilson, JASA 22, 1927); holds for small numbers too."""
        n = self.pages + Z * Z
        middle = (self.agreed + Z * Z / 2) / n
        half = Z / n * sqrt(self.agreed * (self.pages - self.agreed) / self.pages + Z * Z / 4)
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def doubtful(self) -> bool:
        """Whether there are enough pages to say that the error rate passes 10%: the whole interval lies below LIMIT."""
        return self.interval[1] < LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """The agreement per check and reason, and of the verdicts on norm 7 and 8, on pages for which no rule was written.

    ``versions`` are those of the checks that were measured. ``norms`` count a page as a product: norm 7 is met where its four
    elements are. ``norms_doubting`` leave out the pages on which a doubtful verdict decides, as ``onzeker`` does.
    ``measured_on`` is None and everything empty where nothing was measured.
    """

    measured_on: date | None = None
    versions: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[str, Agreement]] = field(default_factory=dict)
    norms: Mapping[int, Agreement] = field(default_factory=dict)
    norms_doubting: Mapping[int, Agreement] = field(default_factory=dict)

    def sureness(self, check_id: str, reason: str) -> Sureness | None:
        """How sure a verdict is; None for a check that was not measured and for a reason that rests on no reading."""
        known = self.reasons.get(check_id)
        if not known or reason in NOT_READ:
            return None
        own = known.get(reason, Agreement())
        counted = own if own.pages >= LEAST else _sum(known.values())
        return Sureness(agreed=counted.agreed, pages=counted.pages, of_reason=counted is own) if counted.pages else None

    def of_check(self, check_id: str, *, doubting: bool = False) -> Agreement:
        """The agreement of a check over all its reasons; ``doubting`` leaves out the reasons that are doubtful."""
        return _sum(
            agreement
            for reason, agreement in self.reasons.get(check_id, {}).items()
            if not (doubting and self.doubtful(check_id, reason))
        )

    def of_norm(self, norm: int, *, doubting: bool = False) -> Agreement:
        """The agreement of the verdict on a norm."""
        return (self.norms_doubting if doubting else self.norms).get(norm, Agreement())

    def doubtful(self, check_id: str, reason: str) -> bool:
        """Whether a verdict with this reason is left to a person."""
        sureness = self.sureness(check_id, reason)
        return sureness is not None and sureness.doubtful

    def outdated(self, versions: Mapping[str, int]) -> tuple[str, ...]:
        """The checks that have another version than was measured; checks that were not measured are left out."""
        return tuple(check for check, version in self.versions.items() if versions.get(check, version) != version)


def read_reliability(text: str) -> Reliability:
    """The table in the form of ``reliability.toml``; raises ValueError or KeyError for another form."""
    facts = tomllib.loads(text)
    return Reliability(
        measured_on=facts["measured_on"],
        versions={check: told["version"] for check, told in facts["checks"].items()},
        reasons={check: _agreements(told["reasons"]) for check, told in facts["checks"].items()},
        norms={int(norm): counts for norm, counts in _agreements(facts["norms"]).items()},
        norms_doubting={int(norm): counts for norm, counts in _agreements(facts["norms_doubting"]).items()},
    )


@cache
def reliability_now() -> Reliability:
    """The table of the checks of now; an empty one where there is no file."""
    return read_reliability(FILE.read_text(encoding="utf-8")) if FILE.exists() else Reliability()


def _agreements(told: Mapping[str, Any]) -> dict[str, Agreement]:
    names = ("both", "only_program", "only_people", "neither")
    return {name: Agreement(**dict(zip(names, counts, strict=True))) for name, counts in told.items()}


def _sum(agreements: Iterable[Agreement]) -> Agreement:
    return sum(agreements, Agreement())
