"""What a check concludes: outcomes, findings and their stored results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from model.page import Evidence
from model.reliability import Sureness


class Outcome(StrEnum):
    """What a reader knows about an element after the page (norms.md section 1)."""

    AANWEZIG = "aanwezig"
    ONVOLLEDIG = "onvolledig"
    ONTBREEKT = "ontbreekt"
    NVT = "nvt"
    ONZEKER = "onzeker"
    NIET_GEMETEN = "niet gemeten"


class Online(StrEnum):
    """Whether the product can be applied for digitally (norms.md section 6)."""

    JA = "ja"
    EXTERN = "extern"
    NEE = "nee"
    ONBEKEND = "onbekend"
    ONZEKER = "onzeker"
    NIET_GEMETEN = "niet gemeten"


ELEMENTS = ("hoe", "waar", "kosten", "afhandeltermijn")
"""The four elements of norm 7, in the order in which a reader needs them; also the ids of their checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One check's conclusion on one dossier. ``reason`` is a key into the check's messages; ``evidence`` quotes the page."""

    outcome: Outcome | Online
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """A finding as stored: who found it, in which run, with which version of the check, and what an editor reads.

    ``error`` holds the traceback of a check that crashed; the outcome is then NIET_GEMETEN. ``leaning`` is what the check
    concluded where that is left to a person: the finding's outcome is then ONZEKER (see ``checks.doubt``). Derived, never
    stored: ``sureness`` says how often people agreed with this check and reason, None where that was not measured; ``paste`` is
    a sentence that an editor can fill in and put on the page, empty where nothing is missing.
    """

    product_id: str
    check_id: str
    check_version: int
    finding: Finding
    message: str
    error: str = ""
    sureness: Sureness | None = None
    leaning: Outcome | Online | None = None
    paste: str = ""
