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
    """Whether a product meets a norm. ONBEKEND counts in the bounds; BUITEN_DE_NORM is not in the denominator."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"
    BUITEN_DE_NORM = "buiten de norm"


class NormOutcome(StrEnum):
    """Verdict on a norm: the line lies below both bounds, above both, or between them."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet gehaald"
    NIET_VAST_TE_STELLEN = "niet vast te stellen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductVerdict:
    """One product against one norm (7 or 8), with the state it ended in and, where not measured, the Dutch cause."""

    product_id: str
    norm: int
    state: ProductState
    met: Met
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Share of products that meet a norm (Dutch: dekking).

    ``n`` is the denominator, ``met`` the products known to meet it, ``unknown`` those about which nothing is known.
    ``lower`` = met / n, ``upper`` = (met + unknown) / n, as fractions of 1; None when n is 0. ``line`` is the norm (0.90).
    ``by_cluster`` maps a cluster to its own Coverage; ``causes`` counts products per cause of not being known.
    """

    norm: int
    line: float
    n: int
    met: int
    unknown: int
    by_cluster: Mapping[str, Coverage]
    causes: Mapping[str, int]

    @property
    def lower(self) -> float | None:
        """Everything unknown fails."""
        return self.met / self.n if self.n else None

    @property
    def upper(self) -> float | None:
        """Everything unknown passes."""
        return (self.met + self.unknown) / self.n if self.n else None

    @property
    def outcome(self) -> NormOutcome:
        """Compared with whole numbers, so that 90 of 100 meets 90%."""
        if not self.n:
            return NormOutcome.NIET_VAST_TE_STELLEN
        needed = self.needed
        if self.met >= needed:
            return NormOutcome.GEHAALD
        return NormOutcome.NIET_GEHAALD if self.met + self.unknown < needed else NormOutcome.NIET_VAST_TE_STELLEN

    @property
    def needed(self) -> int:
        """The smallest number of products that reaches the line."""
        per_mille = round(self.line * 1000)
        return -(-self.n * per_mille // 1000)
