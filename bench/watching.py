"""What a program and everything that it starts costs: time, processor seconds and memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
EVERY = 0.25  # seconds between two looks; a process that lives shorter is missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """``seconds`` on the clock, ``cpu`` in seconds of all processes, ``peak`` in bytes of proportional memory (PSS)."""

    seconds: float
    cpu: float
    peak: int
    exit_code: int
    output: str


def watched(command: Sequence[str], *, folder: Path, environment: Mapping[str, str], limit: float = 900.0) -> Cost:
    """Run a program to its end and add up the costs of it and its descendants; it is ended after ``limit`` seconds."""
    began, used, peak = time.monotonic(), {}, 0
    log = folder / "output.txt"
    with log.open("wb") as output:
        running = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder, env={**os.environ, **environment})
        while running.poll() is None and time.monotonic() - began < limit:
            family = [running.pid, *descendants(running.pid)]
            used.update({pid: seconds for pid in family if (seconds := cpu_seconds(pid)) is not None})
            peak = max(peak, sum(map(memory, family)))
            time.sleep(EVERY)
        running.kill()
        running.wait()
    return Cost(
        seconds=time.monotonic() - began,
        cpu=sum(used.values()),
        peak=peak,
        exit_code=running.returncode,
        output=log.read_text("utf-8", "replace")[-2000:],
    )


def descendants(pid: int) -> list[int]:
    """Every process that ``pid`` started, at any depth."""
    found: list[int] = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, listing.read_text().split()):
                found += [child, *descendants(child)]
    return found


def cpu_seconds(pid: int) -> float | None:
    """Processor seconds of one process so far; None where it is gone."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    return None


def memory(pid: int) -> int:
    """Bytes held by one process, what it shares counted in proportion."""
    with suppress(OSError, IndexError, ValueError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(text.split("\nPss:")[1].split()[0]) * 1024
    return 0
