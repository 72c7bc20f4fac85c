"""Scans as JSON, in axe's own form per address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.scan import AxeScan, ScanOutcome


def as_json(scans: Iterable[AxeScan]) -> dict[str, Any]:
    """The scans as plain values: per address its outcome and, per viewport, axe's violations and incomplete.

    Addresses stand in the order in which they first occur. ``violations`` and ``incomplete`` of an address are those of its first
    viewport; ``viewports`` holds all of them.
    """
    pages: dict[str, dict[str, Any]] = {}
    for scan in scans:
        width = {
            "violations": scan.result.get("violations", []),
            "incomplete": scan.result.get("incomplete", []),
            "page_width_px": scan.result.get("width"),
        }
        page = pages.setdefault(scan.url, _page(scan) | {name: width[name] for name in ("violations", "incomplete")})
        page["viewports"][str(scan.viewport)] = width
    tested = sum(page["outcome"] == ScanOutcome.GETEST for page in pages.values())
    return {"pages_total": len(pages), "pages_tested": tested, "pages": list(pages.values())}


def _page(scan: AxeScan) -> dict[str, Any]:
    return {
        "url": scan.url,
        "final_url": scan.final_url,
        "outcome": scan.outcome.value,
        "detail": scan.detail,
        "axe_version": scan.axe_version,
        "browser_version": scan.browser_version,
        "scanned_at": scan.scanned_at.isoformat(),
        "frames_not_tested": [{"url": frame.url, "reason": frame.reason} for frame in scan.frames_not_tested],
        "blocked_requests": dict(scan.blocked),
        "viewports": {},
    }
