"""Fifty readers while a night writes, on PostgreSQL: ``python -m bench.readers_and_night [--seconds 60]``.

Prints how many screens were read, how many failed, and the median and the slowest twentieth of the time as readers feel it.
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
from datetime import UTC, datetime, timedelta
from pathlib import Path

import urllib3

READERS = 50
PAUSE = (1.0, 4.0)  # seconds that somebody looks at a screen before going on
PAGES, RUNS = 1_200, 6


def main() -> None:
    """Fill a city, start the app, let people read and a night write, tell what came of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=60)
    chosen = options.parse_args()
    from bench.cluster import Cluster

    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-lezers-"))
    cluster = Cluster(folder / "cluster")
    cluster.start()
    try:
        os.environ["GOEDGEREGELD_VAR"] = str(folder)
        os.environ["DATABASE_URL"] = cluster.new_database("stad")
        for line in _measure(folder, chosen.seconds):
            print(line, flush=True)
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _measure(folder: Path, seconds: int) -> Iterator[str]:
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
        times: list[float] = []
        failures: list[str] = []
        people = [
            threading.Thread(target=_read, args=(site, cookie, addresses, end, times, failures, seed))
            for seed in range(READERS)
        ]
        written = [0]
        night = threading.Thread(target=_write, args=(end, written, failures))
        for thread in (*people, night):
            thread.start()
        time.sleep(seconds)
        end.set()
        for thread in (*people, night):
            thread.join()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)
    times.sort()
    yield f"{READERS} lezers, {seconds} s: {len(times)} schermen gelezen, {written[0]} antwoorden door de nacht bewaard"
    yield f"mislukt: {len(failures)} {failures[:3] or ''}"
    yield f"mediaan {1000 * statistics.median(times):.0f} ms, 95% onder {1000 * times[int(0.95 * len(times))]:.0f} ms"
    yield f"drukte op deze machine (gemiddeld wachtende processen): {os.getloadavg()[0]:.1f} bij {os.cpu_count()} rekenkernen"


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
    times: list[float],
    failures: list[str],
    seed: int,
) -> None:
    dice = random.Random(seed)
    http = urllib3.PoolManager(retries=False, timeout=60)
    end.wait(dice.uniform(0, PAUSE[1]))
    while not end.is_set():
        path = dice.choice(addresses)
        began = time.perf_counter()
        try:
            answer = http.request("GET", site + path, headers={"Cookie": f"sessionid={cookie}"}, redirect=False)
            if answer.status != 200:
                failures.append(f"{path}: {answer.status}")
        except urllib3.exceptions.HTTPError as error:
            failures.append(f"{path}: {error}")
        times.append(time.perf_counter() - began)
        end.wait(dice.uniform(*PAUSE))


def _write(end: threading.Event, written: list[int], failures: list[str]) -> None:
    """A night: a run with its answers and tests, one after the other, as fast as they are taken."""
    from bench.screens import _found
    from model.page import FetchOutcome, Role, Snapshot
    from model.run import Run
    from model.scan import AxeScan, ScanOutcome
    from store import history

    dice, now = random.Random(3), datetime.now(UTC) + timedelta(days=1)
    try:
        history.start_run(
            Run(
                id="nacht",
                started_at=now,
                site="https://www.voorbeeldstad.example",
                catalog_sha256="c" * 64,
                tool_version="0.1.0",
            ),
            history.products("groot-000"),
        )
        while not end.is_set():
            place = written[0]
            url = f"https://www.voorbeeldstad.example/nacht/{place}"
            history.save_snapshot(
                Snapshot(
                    run_id="nacht",
                    product_id=f"product-{place % 300:05}",
                    url=url,
                    final_url=url,
                    role=Role.PRODUCTPAGINA,
                    outcome=FetchOutcome.NIET_GEVONDEN,
                    status=404,
                    fetched_at=now,
                    headers={},
                )
            )
            history.save_scan(
                AxeScan(
                    run_id="nacht",
                    url=url,
                    viewport=1280,
                    scanned_at=now,
                    outcome=ScanOutcome.GETEST,
                    axe_version="4.14.1",
                    browser_version="150",
                    result=_found(dice),
                )
            )
            written[0] += 1
            end.wait(0.05)
    except Exception as error:  # a writer that fails must be seen as a failure of the load
        failures.append(f"de nacht: {error!r}")


if __name__ == "__main__":
    main()
