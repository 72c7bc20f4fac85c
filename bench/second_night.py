"""What does a second night cost on which little changed, and what is the site asked? ``python -m bench.second_night``."""

from __future__ import annotations

import argparse
import os
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bench.endurance import served_page
from bench.plain import AXE
from bench.watching import EVERY, cpu_seconds, descendants
from crawler.browser import BrowserSettings, ServedPage, scan
from demo.server import Replica
from model.scan import AxeScan

VIEWPORTS = (1280, 320)
FIRST = datetime(2026, 11, 24, 1, tzinfo=UTC)


def main() -> None:
    """Print both nights; exit code 1 where the second costs more than 1/20, or an address was asked for twice in a night."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--changed", type=float, default=0.02, help="share of the pages that changed")
    chosen = parser.parse_args()
    wrong, costs, earlier = False, [], dict[str, list[AxeScan]]()
    with Replica([]) as replica:
        paths = replica.extra_pages(chosen.pages).paths()
        for night in (0, 1):
            replica.log.clear()
            pages = [served_page(url, _fetched(url)) for url in (replica.base + path for path in paths)]
            if night:
                pages = _changed(pages, chosen.changed)
            began = time.monotonic()
            with browser_seconds() as used:
                scans = _scanned(pages, earlier, FIRST + timedelta(days=night))
            costs.append(sum(used.values()))
            asked = Counter(f"http://{visit.host}{visit.path}" for visit in replica.log.visits())
            twice = {url: times for url, times in asked.items() if times > 1}
            print(
                f"night {night + 1}: {len(pages)} pages at {len(VIEWPORTS)} widths,"
                f" {sum(not one.reused for one in scans)} tests made, {sum(one.reused for one in scans)} kept,"
                f" {costs[-1]:.1f} s of browser time, {time.monotonic() - began:.1f} s on the clock;"
                f" asked of the site: {len(asked)} addresses, {sum(asked.values())} requests, more than once: {twice or 'none'}",
                flush=True,
            )
            wrong |= bool(twice)
            for one in scans:
                earlier.setdefault(one.url, []).append(one)
    print(f"the second night costs 1/{costs[0] / max(costs[1], 0.01):.0f} of the first night's browser time")
    raise SystemExit(wrong or costs[1] > costs[0] / 20)


@contextmanager
def browser_seconds() -> Iterator[dict[int, float]]:
    """Processor seconds of every process that is started while the block runs, by its number."""
    used: dict[int, float] = {}
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(EVERY):
            found = {pid: cpu_seconds(pid) for pid in descendants(os.getpid())}
            used.update({pid: seconds for pid, seconds in found.items() if seconds is not None})

    watch = threading.Thread(target=look, daemon=True)
    watch.start()
    try:
        yield used
    finally:
        stop.set()
        watch.join()


def _fetched(url: str) -> bytes:
    """A page, asked of the site once, as the spider does."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        body: bytes = answer.read()
        return body


def _changed(pages: Sequence[ServedPage], share: float) -> list[ServedPage]:
    """The pages with another text on a share of them, spread evenly."""
    every = round(1 / share)
    return [
        replace(page, body=page.body.replace(b"</main>", b"<p>Nieuw.</p></main>")) if number % every == 0 else page
        for number, page in enumerate(pages)
    ]


def _scanned(pages: Sequence[ServedPage], earlier: dict[str, list[AxeScan]], now: datetime) -> list[AxeScan]:
    settings = BrowserSettings(axe_path=AXE, viewports=VIEWPORTS)
    known = dict(earlier)
    return list(scan(pages, settings, run_id="night", now=lambda: now, earlier=lambda url: known.get(url, ())))


if __name__ == "__main__":
    main()
