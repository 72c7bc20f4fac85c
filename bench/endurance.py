"""Does the engine stay as fast and as small over many pages? ``python -m bench.endurance --pages 2000``."""

from __future__ import annotations

import argparse
import os
import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.plain import AXE
from bench.watching import descendants, memory
from crawler.browser import BrowserSettings, ServedPage, scan
from demo.server import Replica

EARLY = 200  # pages after which memory is compared


def main() -> None:
    """Print speed per two hundred pages and peak memory; exit code 1 where the end is worse than the issue allows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    chosen = parser.parse_args()
    outcomes: Counter[str] = Counter()
    moments, peaks, stop = [time.monotonic()], [0], threading.Event()
    with Replica([]) as replica:
        bench = replica.extra_pages(chosen.pages)
        pages = (served_page(replica.base + path, bench.body(path) or b"") for path in bench.paths())
        settings = BrowserSettings(axe_path=AXE, viewports=(1280,))
        watch = threading.Thread(target=_watch, args=(peaks, moments, stop), daemon=True)
        watch.start()
        for one in scan(pages, settings, run_id="endurance", now=lambda: datetime.now(UTC)):
            outcomes[one.outcome.value] += 1
            moments.append(time.monotonic())
            if len(moments) % EARLY == 1:
                speed = EARLY / (moments[-1] - moments[-1 - EARLY])
                print(
                    f"{len(moments) - 1}: {speed:.2f} pages/s, peak {max(peaks) / 1e9:.2f} GB, load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
        stop.set()
        watch.join()
    early, late = max(peaks[: EARLY + 1]), max(peaks)
    first, last = _speed(moments[1 : 2 + EARLY]), _speed(moments[-1 - EARLY :])
    print(
        f"{dict(outcomes)}; first {first:.2f}/s, last {last:.2f}/s;"
        f" peak at {EARLY}: {early / 1e9:.2f} GB, in all {late / 1e9:.2f} GB"
    )
    raise SystemExit(late > 1.25 * early or last < 0.9 * first)


def served_page(url: str, body: bytes) -> ServedPage:
    """A page as the spider would have it."""
    return ServedPage(
        url=url, final_url=url, status=200, headers={"content-type": "text/html; charset=utf-8"}, body=body
    )


def _speed(moments: Sequence[float]) -> float:
    return (len(moments) - 1) / (moments[-1] - moments[0])


def _watch(peaks: list[int], moments: list[float], stop: threading.Event) -> None:
    """Keep the peak of our own and the browser's memory for each number of pages done."""
    while not stop.wait(1.0):
        now = sum(memory(pid) for pid in (os.getpid(), *descendants(os.getpid())))
        done = len(moments) - 1
        peaks.extend([0] * (done + 1 - len(peaks)))
        peaks[done] = max(peaks[done], now)


if __name__ == "__main__":
    main()
