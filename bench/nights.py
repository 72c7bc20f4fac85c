"""Kills a night at random moments and holds what it stored against an undisturbed night: ``python -m bench.nights --help``.

Each kill is a kill -9 of the process of ``goedgeregeld nightly``. With ``--power`` all that it started is killed at the same
moment, as when the power goes; with ``--server-kills`` the PostgreSQL server is killed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from bench.cluster import Cluster
from crawler.catalog import read_catalog
from crawler.journal import kept_tonight
from crawler.patience import PASSING
from demo.server import Replica

ROOT = Path(__file__).resolve().parent.parent
STARTING = 0.15  # share of the kills that may fall while the program still starts
PATIENCE = 120.0  # seconds for what a killed night started to end by itself, also on a busy machine
LONG = {"eindeloos", "script"}  # pages that only cost time: half a minute each

# What must be the same; the moments, serial numbers and names of runs never are.
ROWS = {
    "store_productrow": "position, product_id, name, urls, cluster, online_possible, owner",
    "store_snapshot": "product_id, url, final_url, role, outcome, status, body_id, detail",
    "store_axescan": "url, viewport, outcome, axe_version, browser_version, result_id, frames_not_tested, detail, final_url, "
    "key, blocked",
    "store_checkresult": "product_id, check_id, check_version, scale, outcome, reason, evidence, message, error",
    "store_judginground": "method_id, profile",
    "store_runend": "state, reason, axe_version, browser_version, check_versions",
    "store_stage": "name",
    "store_body": "sha256",
}


@dataclass
class Tally:
    """What was counted over all nights."""

    nights: int = 0
    kills: int = 0
    power_kills: int = 0
    server_kills: int = 0
    differences: list[str] = field(default_factory=list)
    asked_though_stored: list[str] = field(default_factory=list)
    on_the_wire: list[str] = field(default_factory=list)
    second_tries: int = 0
    stages: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """The count as a person reads it."""
        yield f"nachten: {self.nights}; kill -9 van de meting: {self.kills}, van alles tegelijk: {self.power_kills}"
        yield f"kill -9 van PostgreSQL: {self.server_kills}"
        yield f"afgebroken tijdens: {dict(self.stages)}"
        yield f"verschillen met een ongestoorde nacht: {len(self.differences)}"
        yield from (f"  {each}" for each in self.differences[:20])
        yield f"pagina's opnieuw gevraagd hoewel ze bewaard waren: {len(self.asked_though_stored)}"
        yield from (f"  {each}" for each in self.asked_though_stored[:20])
        yield f"pagina's opnieuw gevraagd die bij een kill nog onderweg waren: {len(self.on_the_wire)}"
        yield from (f"  {each}" for each in self.on_the_wire[:20])
        yield f"tweede pogingen na een voorbijgaande storing, zoals ook zonder kill: {self.second_tries}"


class Nights:
    """Nights over one replica, each on a store of its own."""

    def __init__(self, folder: Path, replica: Replica, catalog: Path, cluster: Cluster | None) -> None:
        self.folder, self.replica, self.catalog, self.cluster = folder, replica, catalog, cluster
        self.number = 0
        self.tally = Tally()

    def new_store(self) -> dict[str, str]:
        """The surroundings of a night that has nothing stored yet."""
        self.number += 1
        var = self.folder / f"var{self.number}"
        surroundings = {**os.environ, "GOEDGEREGELD_VAR": str(var), "GOEDGEREGELD_NOTIFY": ""}
        surroundings.pop("DATABASE_URL", None)
        if self.cluster:
            surroundings["DATABASE_URL"] = self.cluster.new_database(f"nacht{self.number}")
        return surroundings

    def start(self, surroundings: dict[str, str]) -> subprocess.Popen[bytes]:
        """Start ``nightly``; it goes on by itself where a night was interrupted."""
        command = [sys.executable, "-m", "goedgeregeld.cli", "nightly", "--site", self.replica.base]
        with (self.folder / "uitvoer.log").open("ab") as log:
            return subprocess.Popen(
                [*command, "--catalog", str(self.catalog)], env=surroundings, stdout=log, stderr=log
            )

    def undisturbed(self) -> tuple[dict[str, Counter[Any]], float]:
        """The rows of a night that nobody disturbs, and its seconds."""
        surroundings, began = self.new_store(), time.monotonic()
        code = self.start(surroundings).wait(timeout=900)
        assert code in (0, 1), (self.folder / "uitvoer.log").read_text()[-3000:]
        return self.rows(surroundings), time.monotonic() - began

    def disturbed(
        self, kills: int, server_kills: int, span: float, chance: random.Random, power_kills: int = 0
    ) -> dict[str, Counter[Any]]:
        """The rows of a night that is killed again and again, and then left to end."""
        surroundings = self.new_store()
        self.replica.log.clear()
        stored: dict[str, float] = {}
        what = ["night"] * kills + ["server"] * server_kills + ["power"] * power_kills
        chance.shuffle(what)
        for target in what:
            process = self.start(surroundings)
            if chance.random() > STARTING:
                self.wait_until_under_way(process, surroundings)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.0, span))
                break  # the night was over before its turn to be killed
            if target == "server" and self.cluster:
                self.cluster.kill_and_restart()
                self.tally.server_kills += 1
                with suppress(subprocess.TimeoutExpired):
                    process.wait(0.2 * span)
                    continue
            self.kill(process, surroundings, stored, everything=target == "power")
            if self.stage(surroundings) == "klaar":
                break  # all was done; the next start would be the next night
        if self.stage(surroundings) != "klaar":
            code = self.start(surroundings).wait(timeout=900)
            assert code in (0, 1), (self.folder / "uitvoer.log").read_text()[-3000:]
        self.look_at_log(stored)
        return self.rows(surroundings)

    def wait_until_under_way(self, process: subprocess.Popen[bytes], surroundings: dict[str, str]) -> None:
        """Wait until the process has told that it began or went on with a night."""
        log = Path(surroundings["GOEDGEREGELD_VAR"]) / "nacht.jsonl"
        said = self.times_said(log)
        while process.poll() is None and self.times_said(log) == said:
            time.sleep(0.02)

    def times_said(self, log: Path) -> int:
        """How often a night began or went on, according to the log."""
        text = log.read_text(encoding="ascii") if log.exists() else ""
        return text.count('"meting begonnen"') + text.count('"meting hervat"')

    def kill(
        self, process: subprocess.Popen[bytes], surroundings: dict[str, str], stored: dict[str, float], everything: bool
    ) -> None:
        """Kill -9, wait until all that belonged to it is gone, and note what was stored by then."""
        family = list(descendants(process.pid))
        process.kill()
        for pid in family if everything else ():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()
        limit = time.monotonic() + PATIENCE
        while any(alive(pid) for pid in family) and time.monotonic() < limit:
            time.sleep(0.02)
        left = [command(pid) for pid in family if alive(pid)]
        if left:
            self.tally.differences.append(f"processen bleven achter: {left}")
        now = time.time()
        for journal in (Path(surroundings["GOEDGEREGELD_VAR"]) / "nachten").glob("*"):
            for url in kept_tonight(journal):
                stored.setdefault(url, now)
        self.tally.power_kills += everything
        self.tally.kills += not everything
        self.tally.stages[self.stage(surroundings)] += 1

    def look_at_log(self, stored: dict[str, float]) -> None:
        """Count what was asked again, and whether that was stored, or failed in a way that is always tried once more."""
        seen: dict[str, int] = {}
        for visit in self.replica.log.visits():
            url = f"http://{visit.host}{visit.path}"
            if not visit.user_agent.startswith("Goedgeregeld/"):
                continue  # style sheets and images, for the browser
            if url in stored and visit.time > stored[url]:
                self.tally.asked_though_stored.append(url)
            elif url in seen and seen[url] in (*PASSING, 0):
                self.tally.second_tries += 1
            elif url in seen:
                self.tally.on_the_wire.append(url)
            seen[url] = visit.status

    def stage(self, surroundings: dict[str, str]) -> str:
        """How far the night was; "start" where there is no night yet."""
        try:
            rows = self.query(surroundings, "SELECT name FROM store_stage ORDER BY id")
        except (sqlite3.Error, psycopg.Error):
            return "start"
        return str(rows[-1][0]) if rows else "start"

    def rows(self, surroundings: dict[str, str]) -> dict[str, Counter[Any]]:
        """Every row of every table that must be the same, with how often it is there."""
        found = {}
        for table, columns in ROWS.items():
            rows = self.query(surroundings, f"SELECT {columns} FROM {table}")
            found[table] = Counter(tuple(plain(value) for value in row) for row in rows)
        return found

    def query(self, surroundings: dict[str, str], sql: str) -> list[Any]:
        """What the night's own database answers."""
        if url := surroundings.get("DATABASE_URL"):
            with psycopg.connect(url) as connection:
                return connection.execute(sql).fetchall()  # type: ignore[arg-type]
        file = Path(surroundings["GOEDGEREGELD_VAR"]) / "goedgeregeld.sqlite3"
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


def compare(reference: dict[str, Counter[Any]], found: dict[str, Counter[Any]], night: int) -> Iterator[str]:
    """Each row that is missing, extra or double."""
    for table in reference:
        for row, times in (reference[table] - found[table]).items():
            yield f"nacht {night}, {table}: {times} keer te weinig: {str(row)[:200]}"
        for row, times in (found[table] - reference[table]).items():
            yield f"nacht {night}, {table}: {times} keer te veel: {str(row)[:200]}"


def plain(value: Any) -> Any:
    """A value as it can be compared."""
    return bytes(value) if isinstance(value, memoryview | bytearray) else value


def descendants(pid: int) -> Iterator[int]:
    """Every process below ``pid``."""
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from descendants(int(child))


def command(pid: int) -> str:
    """What a process was started as."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[:120]
    return str(pid)


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be reaped does not."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


@contextmanager
def stage_set(products: int, postgres: bool) -> Iterator[Nights]:
    """A replica, a catalog of so many products, and a place to store."""
    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-kills-"))
    chosen = read_catalog(ROOT / "product_catalog.csv")[:products]
    cluster = Cluster(folder / "postgres") if postgres else None
    try:
        with Replica(chosen) as replica:
            truths = replica.truth.products.items()
            long = {id for id, truth in truths if truth.mischief and truth.mischief.key in LONG}
            catalog = folder / "catalogus.csv"
            lines = (ROOT / "product_catalog.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
            wanted = {product.line for product in chosen if product.id not in long}
            catalog.write_text(lines[0] + "".join(lines[line - 1] for line in sorted(wanted)), encoding="utf-8")
            if cluster:
                cluster.start()
            yield Nights(folder, replica, catalog, cluster)
    finally:
        if cluster:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Kill as often as asked and print the count; exit code 1 where anything differed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--server-kills", type=int, default=0, help="kills of PostgreSQL; needs --postgres")
    asked.add_argument("--power", type=int, default=0, help="kills of the night and all that it started, at once")
    asked.add_argument("--per-night", type=int, default=10)
    asked.add_argument("--products", type=int, default=30)
    asked.add_argument("--span", type=float, help="seconds after the start within which to kill; half a night")
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--seed", type=int, default=20261124)
    wish = asked.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    chance = random.Random(wish.seed)
    with stage_set(wish.products, wish.postgres) as nights:
        reference, seconds = nights.undisturbed()
        tally = nights.tally
        rows = {table: sum(found.values()) for table, found in reference.items()}
        print(f"ongestoorde nacht: {seconds:.0f} s, rijen {json.dumps(rows)}", flush=True)
        while tally.kills < wish.kills or tally.server_kills < wish.server_kills or tally.power_kills < wish.power:
            kills = max(0, min(wish.per_night, wish.kills - tally.kills))
            servers = max(0, min(2, wish.server_kills - tally.server_kills))
            power = max(0, min(wish.per_night - kills, wish.power - tally.power_kills))
            found = nights.disturbed(kills, servers, wish.span or seconds / 2, chance, power)
            tally.nights += 1
            tally.differences += compare(reference, found, tally.nights)
            print(*tally.lines(), sep="\n", flush=True)
        sys.exit(bool(tally.differences or tally.asked_though_stored))


if __name__ == "__main__":
    main()
