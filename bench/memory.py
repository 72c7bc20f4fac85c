"""Is a night's memory flat, over more pages and over more nights? ``python -m bench.memory [--products 40 160] [--nights 3]``.

Does whole nights over the replica and prints the peak of each kind of process, in MB of proportional memory (PSS).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from bench.watching import descendants, memory
from crawler.catalog import read_catalog
from demo.server import Replica

ROOT = Path(__file__).resolve().parent.parent
EVERY = 0.5  # seconds between two looks
KINDS = {"nightly": "programma", "crawler.child": "ophalen"}


def main() -> None:
    """One store for each number of products, some nights on each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--products", type=int, nargs="+", default=[40, 160])
    asked.add_argument("--nights", type=int, default=3)
    wish = asked.parse_args()
    print("| producten | nacht | pagina's | programma | ophalen | browser | seconden |\n|---|---|---|---|---|---|---|")
    for number in wish.products:
        folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-geheugen-"))
        try:
            with Replica(read_catalog(ROOT / "product_catalog.csv")[:number]) as replica:
                catalog = _catalog(folder, number)
                for night in range(1, wish.nights + 1):
                    replica.log.clear()
                    began = time.monotonic()
                    peaks = _night(folder, replica.base, catalog)
                    pages = sum(visit.user_agent.startswith("Goedgeregeld/") for visit in replica.log.visits())
                    told = " | ".join(
                        f"{peaks.get(kind, 0) / 1e6:.0f} MB" for kind in ("programma", "ophalen", "browser")
                    )
                    print(f"| {number} | {night} | {pages} | {told} | {time.monotonic() - began:.0f} |", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _catalog(folder: Path, number: int) -> Path:
    """The first rows of the real catalog."""
    file = folder / "catalogus.csv"
    wanted = {product.line for product in read_catalog(ROOT / "product_catalog.csv")[:number]}
    lines = (ROOT / "product_catalog.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    file.write_text(lines[0] + "".join(lines[line - 1] for line in sorted(wanted)), encoding="utf-8")
    return file


def _night(folder: Path, site: str, catalog: Path) -> dict[str, int]:
    """The peak of each kind of process during one night."""
    surroundings = {**os.environ, "GOEDGEREGELD_VAR": str(folder / "var"), "GOEDGEREGELD_NOTIFY": ""}
    surroundings.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "goedgeregeld.cli", "nightly", "--new", "--site", site, "--catalog", str(catalog)]
    peaks: dict[str, int] = {}
    with (folder / "uitvoer.log").open("ab") as log:
        running = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log)
        while running.poll() is None:
            now: dict[str, int] = {}
            for pid in (running.pid, *descendants(running.pid)):
                kind = _kind(pid)
                now[kind] = now.get(kind, 0) + memory(pid)
            peaks = {kind: max(peaks.get(kind, 0), now.get(kind, 0)) for kind in {*peaks, *now}}
            time.sleep(EVERY)
    assert running.returncode in (0, 1), (folder / "uitvoer.log").read_text()[-3000:]
    return peaks


def _kind(pid: int) -> str:
    with suppress(OSError):
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        return next((kind for word, kind in KINDS.items() if word in words), "browser")
    return "browser"


if __name__ == "__main__":
    main()
