"""Verdicts on a product and on a norm; derived when read, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ProductState(StrEnum):
    """The one state in which a product of the catalog ends a run."""

    GEMETEN = "gemeten"
    NIET_GEMETEN = "niet gemeten"
    NIET_ACTIEF = "niet actief"  # outside active_from..active_until; in no denominator


class Met(StrEnum):
    """Whether a product meets a norm. ONBEKEND counts in the bounds; BUITEN_DE_NORM is not in the denominator.

    NEE_OF_BUITEN: it does not meet the norm if it belongs in the denominator, and that is not known (norm 8).
    """

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"
    NEE_OF_BUITEN = "nee of buiten de norm"
    BUITEN_DE_NORM = "buiten de norm"


class NormOutcome(StrEnum):
    """Verdict on a norm: the line lies below both bounds, above both, or between them."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet gehaald"
    NIET_VAST_TE_STELLEN = "niet vast te stellen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductVerdict:
    """One product against one norm (7 or 8), with the state it ended in and, where not known, the Dutch cause.

    ``external`` marks a product that is applied for at another organisation (norm 8; offered, but reported apart).
    """

    product_id: str
    norm: int
    state: ProductState
    met: Met
    cause: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Between which shares the true one lies (Dutch: marge), given how often the checks are wrong; fractions of 1.

    ``estimate`` is the corrected share of the products with a known verdict. ``pages`` counts the pages, labelled by people, on
    which the sensitivity and specificity rest.
    """

    low: float
    high: float
    estimate: float
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Share of products that meet a norm (Dutch: dekking).

    ``n`` counts the products that are, or may be, in the denominator; ``met`` those known to meet the norm; ``unknown``
    those that may meet it; ``perhaps_outside`` those that do not meet it or are not in the denominator. The rest fails.
    ``lower`` and ``upper`` are fractions of 1, None when n is 0. ``line`` is the norm (0.90). ``external`` counts the
    products of ``met`` that another organisation offers. ``by_cluster`` maps a cluster to its own Coverage, by name;
    ``causes`` counts products per cause of not being known, most frequent first. ``interval`` is the margin that follows from
    the measured reliability of the checks; None where it cannot be told.
    """

    norm: int
    line: float
    n: int
    met: int
    unknown: int
    by_cluster: Mapping[str, Coverage]
    causes: Mapping[str, int]
    perhaps_outside: int = 0
    external: int = 0
    interval: Interval | None = None

    @property
    def failed(self) -> int:
        """Products known not to meet the norm."""
        return self.n - self.met - self.unknown - self.perhaps_outside

    @property
    def n_upper(self) -> int:
        """The denominator of the upper bound: without the products that can only fail or be outside."""
        return self.n - self.perhaps_outside

    @property
    def lower(self) -> float | None:
        """Everything unknown is in the denominator and fails."""
        return self.met / self.n if self.n else None

    @property
    def upper(self) -> float | None:
        """Everything unknown passes, or is outside the denominator where it cannot pass."""
        if not self.n:
            return None
        return (self.met + self.unknown) / self.n_upper if self.n_upper else 0.0

    @property
    def outcome(self) -> NormOutcome:
        """Compared with whole numbers, so that 90 of 100 meets 90%."""
        if not self.n_upper:
            return NormOutcome.NIET_VAST_TE_STELLEN
        if self.met >= self.needed:
            return NormOutcome.GEHAALD
        if self.met + self.unknown < self.needed_at_best:
            return NormOutcome.NIET_GEHAALD
        return NormOutcome.NIET_VAST_TE_STELLEN

    @property
    def needed(self) -> int:
        """The smallest number of products that reaches the line, if all of n is in the denominator."""
        return self._needed_of(self.n)

    @property
    def needed_at_best(self) -> int:
        """The smallest number of products that reaches the line in the upper bound."""
        return self._needed_of(self.n_upper)

    def _needed_of(self, n: int) -> int:
        per_mille = round(self.line * 1000)
        return -(-n * per_mille // 1000)
