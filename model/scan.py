"""What axe-core reported on a rendered page, and the accessibility issues that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from model.page import Evidence


class ScanOutcome(StrEnum):
    """How testing one address in the browser ended."""

    GETEST = "getest"
    NIET_GELADEN = "niet geladen"  # navigation failed
    TE_TRAAG = "te traag"  # deadline passed while loading or testing
    VASTGELOPEN = "vastgelopen"  # tab or browser crashed
    DOORGESTUURD = "doorgestuurd"  # the page went elsewhere while it was tested
    GEEN_HTML = "geen html"
    AXE_FOUT = "axe-fout"  # axe itself threw


@dataclass(frozen=True, slots=True, kw_only=True)
class UntestedFrame:
    """A frame in which axe could not run: its address and the Dutch reason."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeScan:
    """One test of one address at one width. ``viewport`` is the width in CSS pixels.

    ``result`` is axe's own slim JSON: ``violations`` and ``incomplete``, each a list of rules with id, impact, tags, help,
    helpUrl and nodes (target, html, impact, failureSummary; ``component`` is ours: the path of tags and classes down to the
    element, without ids, digits and state). Empty unless the outcome is GETEST. ``seconds`` is wall time.

    ``final_url`` is where the page stood when tested. ``key`` is a hash of everything else that decides the result: the
    page's bytes, axe, rules, browser, settings; ``assets`` maps each address that the page loaded to the hash of its bytes.
    The same key and assets give the same result. ``blocked`` counts, per host, requests that were not let through.
    ``measured_at`` is set where the result was kept from an earlier run: when it was really measured.
    """

    run_id: str
    url: str
    viewport: int
    scanned_at: datetime
    outcome: ScanOutcome
    axe_version: str
    browser_version: str
    result: Mapping[str, Any]
    frames_not_tested: tuple[UntestedFrame, ...] = ()
    detail: str = ""
    seconds: float = 0.0
    final_url: str = ""
    key: str = ""
    assets: Mapping[str, str] = field(default_factory=dict)
    blocked: Mapping[str, int] = field(default_factory=dict)
    measured_at: datetime | None = None

    @property
    def reused(self) -> bool:
        """Whether the result was kept from an earlier run, because nothing that matters had changed."""
        return self.measured_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeIssue:
    """One rule failing (or to be reviewed) in one component, with every place where it was seen.

    ``criteria`` are WCAG success criteria such as "1.4.3"; empty for best practices. ``needs_review`` is axe's incomplete.
    ``component`` is the fingerprint of the markup without ids, digits and text. ``places`` quote the markup with its page.
    ``help`` is axe's sentence on the rule. ``viewports`` are the widths at which it occurs, widest first. ``template`` says
    that the same markup returns on many pages: work for the web team; otherwise for the page's editor.
    """

    rule_id: str
    impact: str
    criteria: tuple[str, ...]
    best_practice: bool
    needs_review: bool
    component: str
    places: tuple[Evidence, ...]
    help: str = ""
    viewports: tuple[int, ...] = ()
    template: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses on which it occurs, each once, in the order of ``places``."""
        return tuple(dict.fromkeys(place.url for place in self.places))
