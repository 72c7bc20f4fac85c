"""Whether an earlier scan still holds: same bytes, same assets, same axe, rules, browser and settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from crawler.browser.assets import Assets
from crawler.browser.nouns import BrowserSettings, ServedPage
from model.scan import AxeScan, ScanOutcome

# The other headers (dates, cookies, tags) differ at each request and change nothing of what is shown.
DECIDING_HEADERS = (
    "content-type",
    "content-security-policy",
    "content-language",
    "link",
    "permissions-policy",
    "refresh",
)


def page_key(page: ServedPage, engine_key: str) -> str:
    """A hash of all that decides the result besides the assets; ``engine_key`` stands for axe, browser and settings."""
    headers = sorted((name.lower(), value) for name, value in page.headers.items() if name.lower() in DECIDING_HEADERS)
    told = json.dumps([engine_key, page.final_url, page.status, headers, hashlib.sha256(page.body).hexdigest()])
    return hashlib.sha256(told.encode()).hexdigest()


def kept_scans(
    earlier: Sequence[AxeScan], key: str, settings: BrowserSettings, assets: Assets, run_id: str, now: datetime
) -> list[AxeScan]:
    """The earlier scans as this run's, where they still hold; else none.

    They hold for at most ``settings.keep_nights`` days after they were really measured. Their assets are asked for to compare
    them, each once per run.
    """
    by_width = {one.viewport: one for one in earlier if one.outcome is ScanOutcome.GETEST and one.key == key}
    if not settings.keep_nights or any(width not in by_width for width in settings.viewports):
        return []
    chosen = [by_width[width] for width in settings.viewports]
    oldest = min(one.measured_at or one.scanned_at for one in chosen)
    if now - oldest >= timedelta(days=settings.keep_nights) - timedelta(hours=1):
        return []
    wanted = {url: sha256 for one in chosen for url, sha256 in one.assets.items()}
    found = {url: assets.load(url) for url in wanted}
    if any(found[url].result().sha256 != sha256 for url, sha256 in wanted.items()):
        return []
    return [
        replace(one, run_id=run_id, scanned_at=now, measured_at=one.measured_at or one.scanned_at, seconds=0.0)
        for one in chosen
    ]
