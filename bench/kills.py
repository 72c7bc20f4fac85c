"""A hundred pages while tabs, browsers and drivers are killed at random moments: ``python -m bench.kills``."""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bench.endurance import served_page
from bench.plain import AXE
from bench.watching import descendants
from crawler.browser import BrowserSettings, ServedPage, scan
from demo.server import Replica
from model.scan import AxeScan

KINDS = ("tab", "browser", "driver")


def main() -> None:
    """Compare with an undisturbed run; exit code 1 where a page is missing or a finding differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--kills", type=int, default=10)
    chosen = parser.parse_args()
    with Replica([]) as replica:
        bench = replica.extra_pages(chosen.pages)
        pages = [served_page(replica.base + path, bench.body(path) or b"") for path in bench.paths()]
        calm, again = (findings(_run(pages, "", 0)) for _ in range(2))
        print(f"twice undisturbed: {'identical' if calm == again else 'DIFFERENT'}, {len(calm)} pages", flush=True)
        wrong = calm != again
        for kind in KINDS:
            scans = _run(pages, kind, chosen.kills)
            found = findings(scans)
            differing = [url for url in calm if found.get(url) not in (calm[url], None)]
            named = {url for url in calm if url not in found}
            outcomes = dict(Counter(one.outcome.value for one in scans))
            print(
                f"{kind} killed {chosen.kills} times: {outcomes}, {len(named)} named only, {len(differing)} differ",
                flush=True,
            )
            wrong |= bool(differing) or len(scans) != len(pages)
    sys.exit(wrong)


def _run(pages: list[ServedPage], kind: str, kills: int) -> list[AxeScan]:
    moments = set(random.Random(kind).sample(range(1, len(pages) - 1), kills))
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,))
    scans = []
    for one in scan(pages, settings, run_id="kills", now=lambda: datetime.now(UTC)):
        scans.append(one)
        if len(scans) in moments:
            for pid in _processes(kind)[-1:]:
                os.kill(pid, signal.SIGKILL)
    return scans


def findings(scans: list[AxeScan]) -> dict[str, frozenset[tuple[str, str, str]]]:
    """Per tested address the rule, the element and the component's fingerprint of everything that was reported."""
    return {
        one.url: frozenset(
            (rule["id"], str(node["target"]), node.get("component") or "")
            for kind in ("violations", "incomplete")
            for rule in one.result[kind]
            for node in rule["nodes"]
        )
        for one in scans
        if one.result
    }


def _processes(kind: str) -> list[int]:
    found = []
    for pid in descendants(os.getpid()):
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
            program = Path(command.split(" ")[0]).name
            role = "tab" if "--type=renderer" in command else "" if "--type=" in command else "browser"
            if (program == "chromedriver" and kind == "driver") or (program.startswith("chromium") and role == kind):
                found.append(pid)
    return found


if __name__ == "__main__":
    main()
