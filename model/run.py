"""One measurement over the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RunState(StrEnum):
    """Where a run is. ONVOLLEDIG: ended, but too little was measured for a figure, or it was stopped."""

    BEZIG = "bezig"
    VOLLEDIG = "volledig"
    ONVOLLEDIG = "onvolledig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run (Dutch: meting). Times are aware, UTC. ``site`` is the address that was measured.

    ``check_versions`` maps a check's id to the version that judged; filled when the run was judged.
    """

    id: str
    started_at: datetime
    site: str
    catalog_sha256: str
    tool_version: str
    finished_at: datetime | None = None
    state: RunState = RunState.BEZIG
    reason: str = ""
    axe_version: str = ""
    browser_version: str = ""
    check_versions: Mapping[str, int] = field(default_factory=dict)
