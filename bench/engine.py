"""The engine of this project as a program, for measuring: ``python -m bench.engine ADDRESSES OUT``."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.plain import AXE
from crawler.browser import BrowserSettings, scan
from model.scan import ScanOutcome


def main() -> None:
    """Test every address of a JSON list at one viewport; write what was found and when each page was ready."""
    addresses, out = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,))
    began, found, ready = time.monotonic(), {}, []
    for one in scan(addresses, settings, run_id="bench", now=lambda: datetime.now(UTC)):
        ready.append(time.monotonic() - began)
        if one.outcome is ScanOutcome.GETEST:
            found[one.url] = [
                {"rule": rule["id"], "html": node["html"]}
                for kind in ("violations", "incomplete")
                for rule in one.result[kind]
                for node in rule["nodes"]
            ]
    out.write_text(json.dumps({"pages": found, "ready": ready}), "utf-8")


if __name__ == "__main__":
    main()
