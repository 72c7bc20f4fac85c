"""The picture of an issue's first element: made once for each page and element, on demand."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

from django.conf import settings
from selenium.common.exceptions import WebDriverException

from crawler.addresses import allowed_hosts
from crawler.browser import BrowserSettings, ServedPage
from crawler.browser.picture import picture
from model.page import FetchOutcome
from reports.accessibility import Issue
from store import history
from web.told import Told, profile

_one_at_a_time = threading.Lock()


def picture_of(told: Told, issue: Issue, *, make: bool) -> bytes | None:
    """The picture that was made before; where ``make`` is set and there is none, a new one.

    None where there is no picture (yet); empty bytes where the element cannot be shown.
    """
    for place in issue.places:
        found = next(
            (
                snapshot
                for snapshot in told.facts().snapshots
                if snapshot.outcome is FetchOutcome.OPGEHAALD and place.url in (snapshot.final_url, snapshot.url)
            ),
            None,
        )
        if found and found.body_sha256:
            name = hashlib.sha256(f"{found.body_sha256} {place.selector}".encode("utf-8", "replace")).hexdigest()
            file: Path = settings.VAR / "beelden" / f"{name}.png"
            if not file.exists() and make:
                body = history.body(found.body_sha256)
                headers = {"content-type": "text/html"}
                page = ServedPage(url=found.url, final_url=found.final_url, status=200, headers=headers, body=body)
                _keep(file, _made(page, place.selector, told.run.site))
            return file.read_bytes() if file.exists() else None
    return None


def _made(page: ServedPage, selector: str, site: str) -> bytes:
    facts = profile()
    chosen = BrowserSettings(
        chromium=settings.CHROMIUM,
        chromedriver=settings.CHROMEDRIVER,
        axe_path=settings.NODE_MODULES / "axe-core" / "axe.min.js",
        grid_url=settings.GRID_URL,
        page_deadline=15.0,
        allowed_hosts=allowed_hosts(facts, site) or None,
        silent_hosts=facts.silent_hosts,
        own_network=tuple(settings.PRIVATE_HOSTS),
    )
    with _one_at_a_time:
        try:
            return picture(page, selector, chosen)
        except WebDriverException:
            return b""


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
