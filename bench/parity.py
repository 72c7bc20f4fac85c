"""Does the engine report what axe itself reports? Over W3C's ACT test cases, which are fetched apart and never kept here.

``python -m bench.parity FOLDER``, where FOLDER holds ``content-assets/wcag-act-rules`` of the public repository
w3c/wcag-act-rules.
"""

from __future__ import annotations

import argparse
import json
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException

from bench.plain import AXE, plain_browser, plain_result
from crawler.browser import BrowserSettings, scan
from model.scan import AxeScan, ScanOutcome

CASES = "content-assets/wcag-act-rules"
Seen = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one case gave on one side only."""

    url: str
    lost: Seen
    added: Seen


class Files(SimpleHTTPRequestHandler):
    """The cases, under the paths that they use among themselves."""

    def translate_path(self, path: str) -> str:
        """Cases are published below /WAI/."""
        return super().translate_path(path.removeprefix("/WAI"))

    def log_message(self, *ignored: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on loopback while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def seen(result: Mapping[str, Any]) -> Seen:
    """Kind, rule and element of everything reported."""
    return frozenset(
        (kind, rule["id"], json.dumps(node["target"]))
        for kind in ("violations", "incomplete")
        for rule in result.get(kind, ())
        for node in rule["nodes"]
    )


def reference(addresses: Sequence[str]) -> dict[str, Seen | str]:
    """What axe reports when run directly in the page; a text where it could not."""
    found: dict[str, Seen | str] = {}
    with plain_browser() as driver:
        for url in addresses:
            try:
                found[url] = seen(plain_result(driver, url, in_frames=True))
            except WebDriverException as error:
                found[url] = (error.msg or "").splitlines()[0]
    return found


def difference(ours: AxeScan, direct: Seen) -> Difference:
    """What only one side has; axe's remark that a frame was not tested is no loss where we did test it."""
    mine = seen(ours.result)
    lost = frozenset(one for one in direct - mine if one[1] != "frame-tested")
    return Difference(ours.url, lost, mine - direct)


def main() -> None:
    """Print the comparison; exit code 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    chosen = parser.parse_args()
    listing = json.loads((chosen.folder / CASES / "testcases.json").read_text("utf-8"))
    with served(chosen.folder) as base:
        paths = dict.fromkeys(case["relativePath"] for case in listing["testcases"])
        addresses = [f"{base}/WAI/{CASES}/{path}" for path in paths][: chosen.limit]
        settings = BrowserSettings(axe_path=AXE, viewports=(1280,))
        scans = {one.url: one for one in scan(addresses, settings, run_id="act", now=lambda: datetime.now(UTC))}
        direct = reference(addresses)
    outcomes = Counter(one.outcome.value for one in scans.values())
    print(f"{len(addresses)} cases, {len(scans)} ended: {dict(outcomes)}")
    compared = different = 0
    for url in addresses:
        ours, theirs = scans[url], direct[url]
        if ours.outcome is not ScanOutcome.GETEST or isinstance(theirs, str):
            told = theirs if isinstance(theirs, str) else "tested"
            print(f"  {url.rpartition('/')[2]}: {ours.outcome.value} ({ours.detail}); direct: {told}")
            continue
        compared += 1
        found = difference(ours, theirs)
        if found.lost or found.added:
            different += 1
            print(f"  {url}\n    lost: {sorted(found.lost)}\n    added: {sorted(found.added)}")
    elements = sum(len(theirs) for theirs in direct.values() if not isinstance(theirs, str))
    in_frames = sum(len(json.loads(target)) > 1 for one in scans.values() for _, _, target in seen(one.result))
    print(
        f"{compared} compared, {elements} findings of the direct run, {in_frames} more in frames, {different} cases differ"
    )
    raise SystemExit(different > 0)


if __name__ == "__main__":
    main()
