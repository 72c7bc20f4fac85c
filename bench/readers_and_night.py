"""Fifty readers while a real night measures, on PostgreSQL: ``python -m bench.readers_and_night [--products 60]``.

The night is ``goedgeregeld nightly`` over the replica: it crawls, tests in Chromium, judges, closes and reports, in the same
database that the readers read. Prints how many screens were read, how many failed, what the night ended with, and the median
and the slowest twentieth of the time as readers feel it, all the while and during the night only.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import urllib3

READERS = 50
BEFORE = 10  # seconds of reading before and after the night
PAUSE = (1.0, 4.0)  # seconds that somebody looks at a screen before going on
PAGES, RUNS = 1_200, 6


def main() -> None:
    """Fill a city, start the app, let people read and a night write, tell what came of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--products", type=int, default=60)
    options.add_argument("--longest", type=int, default=900, help="seconds after which the night is stopped")
    chosen = options.parse_args()
    from bench.cluster import Cluster

    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-lezers-"))
    cluster = Cluster(folder / "cluster")
    cluster.start()
    try:
        os.environ["GOEDGEREGELD_VAR"] = str(folder)
        os.environ["DATABASE_URL"] = cluster.new_database("stad")
        for line in _measure(folder, chosen.products, chosen.longest):
            print(line, flush=True)
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _measure(folder: Path, products: int, longest: int) -> Iterator[str]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
    import django

    django.setup()
    from bench import screens

    screens.fill(PAGES, RUNS, "groot")
    screens._keeper()
    addresses = list(screens._screens().values())
    cookie = _session()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "goedgeregeld.cli",
        "serve",
        "--port",
        str(port),
        "--workers",
        "2",
        "--threads",
        "16",
    ]
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, env=os.environ, stdout=log, stderr=log)
    try:
        site = f"http://127.0.0.1:{port}"
        _wait(site, server, folder / "serve.log")
        end = threading.Event()
        times: list[tuple[float, float]] = []
        failures: list[str] = []
        people = [
            threading.Thread(target=_read, args=(site, cookie, addresses, end, times, failures, seed))
            for seed in range(READERS)
        ]
        for thread in people:
            thread.start()
        time.sleep(BEFORE)
        night = _night(folder, products, longest)
        time.sleep(BEFORE)
        end.set()
        for thread in people:
            thread.join()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)
    yield f"nacht over de nagebouwde site: {products} producten in {night.seconds:.0f} s, uitgang {night.code}, {night.told}"
    during = [spent for at, spent in times if night.began <= at <= night.began + night.seconds]
    for name, found in (("de hele tijd", [spent for _, spent in times]), ("tijdens de nacht", during)):
        found.sort()
        slow = found[int(0.95 * len(found))]
        yield (
            f"{READERS} lezers, {name}: {len(found)} schermen gelezen, mediaan {1000 * statistics.median(found):.0f} ms, "
            f"95% onder {1000 * slow:.0f} ms"
        )
    yield f"mislukt: {len(failures)} {failures[:3] or ''}"
    yield f"drukte op deze machine (gemiddeld wachtende processen): {os.getloadavg()[0]:.1f} bij {os.cpu_count()} rekenkernen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """A night that was: when it began (monotonic), its seconds, its exit code and its last line."""

    began: float
    seconds: float
    code: int
    told: str


def _night(folder: Path, products: int, longest: int) -> Night:
    """Measure the first products of the catalog on the replica, in the readers' database."""
    from crawler.catalog import read_catalog
    from demo.server import Replica

    root = Path(__file__).resolve().parent.parent
    lines = (root / "product_catalog.csv").read_text(encoding="utf-8").splitlines()
    catalog = folder / "catalogus.csv"
    catalog.write_text("\n".join(lines[: products + 1]) + "\n", encoding="utf-8")
    with Replica(read_catalog(catalog)) as replica:
        command = [sys.executable, "-m", "goedgeregeld.cli", "nightly", "--site", replica.base]
        began = time.monotonic()
        answer = subprocess.run(
            [*command, "--catalog", str(catalog)],
            env={**os.environ, "GOEDGEREGELD_NOTIFY": ""},
            capture_output=True,
            text=True,
            timeout=longest,
            check=False,
        )
    said = (answer.stdout + answer.stderr).strip().splitlines() or [""]
    assert answer.returncode in (0, 1), said[-15:]
    return Night(began=began, seconds=time.monotonic() - began, code=answer.returncode, told=said[-1])


def _session() -> str:
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from goedgeregeld.commands.serve import _keep_a_secret

    _keep_a_secret()
    client = Client()
    client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _wait(site: str, server: subprocess.Popen[bytes], log: Path) -> None:
    http = urllib3.PoolManager(retries=False, timeout=5)
    until = time.monotonic() + 300
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text(errors="replace")[-3000:]
        try:
            if http.request("GET", f"{site}/inloggen/").status == 200:
                return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.2)
    raise TimeoutError("de webapp kwam niet op")


def _read(
    site: str,
    cookie: str,
    addresses: list[str],
    end: threading.Event,
    times: list[tuple[float, float]],
    failures: list[str],
    seed: int,
) -> None:
    dice = random.Random(seed)
    http = urllib3.PoolManager(retries=False, timeout=60)
    end.wait(dice.uniform(0, PAUSE[1]))
    while not end.is_set():
        path = dice.choice(addresses)
        began = time.monotonic()
        try:
            answer = http.request("GET", site + path, headers={"Cookie": f"sessionid={cookie}"}, redirect=False)
            if answer.status != 200:
                failures.append(f"{path}: {answer.status}")
        except urllib3.exceptions.HTTPError as error:
            failures.append(f"{path}: {error}")
        times.append((began, time.monotonic() - began))
        end.wait(dice.uniform(*PAUSE))


if __name__ == "__main__":
    main()
