"""A second opinion: another free engine on the same rendered page, kept apart from axe's result."""

from __future__ import annotations

import json
import time
from functools import cache
from pathlib import Path
from typing import Any

from crawler.browser.cdp import CallFailedError
from crawler.browser.tab import Tab
from crawler.browser.world import spoken
from model.errors import UserError

OURS = Path(__file__).with_name("second.js")
ENGINE = "accessibility-checker-engine"
PATIENCE = 10.0  # seconds; a second opinion may not cost a page its first


@cache
def load_engine(path: Path) -> tuple[str, str]:
    """The engine's script with our additions, and its version. Raises UserError where it is not installed."""
    try:
        version = json.loads(path.with_name("package.json").read_text("utf-8"))["version"]
        return f"{path.read_text('utf-8')}\n;{OURS.read_text('utf-8')};0", str(version)
    except (OSError, ValueError, KeyError) as error:
        raise UserError(f"De tweede motor ({ENGINE}) is niet geïnstalleerd.", file=str(path)) from error


def second_opinion(tab: Tab, path: Path, limit: int, deadline: float) -> dict[str, Any]:
    """What the other engine fails in the top document; ``error`` says why there is no opinion."""
    script, version = load_engine(path)
    end = min(deadline, time.monotonic() + PATIENCE)
    opinion: dict[str, Any] = {"engine": ENGINE, "version": version, "failures": []}
    try:
        tab.evaluate(tab.top(), script, end)
        opinion["failures"] = json.loads(tab.evaluate(tab.top(), spoken("secondOpinion", limit, of=""), end))
    except CallFailedError as failure:
        opinion["error"] = str(failure)[:300]
    return opinion
