"""How fast the screens answer over three years of nights: ``python -m bench.screens [--pages 10000] [--runs 36] [--postgres]``.

Prints per screen the median of the server's time, the number of queries (beside those over a small city, which must be as
many) and the weight of the page.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

PAGES_PER_PRODUCT = 4
ASKED = 15  # times that each screen is asked
SMALL = 40  # pages of the small city


def main() -> None:
    """Fill a small and a large city, ask every screen, print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=36)
    options.add_argument("--postgres", action="store_true")
    chosen = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-schermen-"))
    try:
        for line in _measure(folder, chosen):
            print(line, flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(folder: Path, chosen: argparse.Namespace) -> Iterator[str]:
    os.environ["GOEDGEREGELD_VAR"] = str(folder)
    if not chosen.postgres:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'groot.sqlite3'}"
        yield from _asked(folder, chosen)
        return
    from bench.cluster import Cluster

    cluster = Cluster(folder / "cluster")
    cluster.start()
    try:
        os.environ["DATABASE_URL"] = cluster.new_database("groot")
        yield from _asked(folder, chosen)
    finally:
        cluster.stop()


def _asked(folder: Path, chosen: argparse.Namespace) -> Iterator[str]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection  # noqa: TID251 (counts queries)

    settings.DEBUG = False
    began = time.monotonic()
    fill(SMALL, 3, "klein")
    client = _keeper()
    small = {name: _ask(client, path, 2)[1] for name, path in _screens().items()}
    fill(chosen.pages, chosen.runs, "groot")
    yield (
        f"{connection.vendor}: {chosen.pages} pagina's × {chosen.runs} metingen gevuld in {time.monotonic() - began:.0f} s"
    )
    began, cpu = time.monotonic(), time.process_time()
    from web.told import Told

    told = Told()
    told.summaries()
    yield f"alle metingen afgeleid in {time.monotonic() - began:.1f} s ({time.process_time() - cpu:.1f} s cpu)"
    began, cpu = time.monotonic(), time.process_time()
    told.overview()
    yield f"nieuwste meting afgeleid in {time.monotonic() - began:.1f} s ({time.process_time() - cpu:.1f} s cpu)"
    yield f"na een correctie staat het overzicht er in {_after_a_correction(client):.1f} s"
    yield f"{'scherm':20}{'mediaan ms':>12}{'rekentijd ms':>14}{'vragen':>8}{'klein':>8}{'kB':>8}"
    slow = []
    for name, path in _screens().items():
        wall, queries, weight, cpu_ms = _ask(client, path, ASKED)
        slow += [name] if wall > 200 or queries > small[name] or weight > 300_000 else []
        yield f"{name:20}{wall:12.0f}{cpu_ms:14.0f}{queries:8}{small[name]:8}{weight / 1000:8.0f}"
    busy = os.getloadavg()[0]
    yield f"drukte op deze machine (gemiddeld wachtende processen): {busy:.1f} bij {os.cpu_count()} rekenkernen"
    yield f"boven 200 ms, 300 kB of met meer vragen dan bij een kleine stad: {', '.join(slow) or 'geen'}"


def _screens() -> dict[str, str]:
    from web.identity import issue_id
    from web.told import Told

    told = Told()
    row = next(row for row in told.overview().rows if row.missing and row.cells)
    issue = issue_id(told.accessibility().issues[0])
    question = row.missing[0]
    return {
        "overzicht": "/",
        "producten": "/producten/",
        "producten, gekozen": f"/producten/?{question}=ontbreekt&verschil=verloren",
        "product": f"/producten/{row.product.id}/",
        "klopt niet": f"/producten/{row.product.id}/{question}/klopt-niet/",
        "werklijst": "/werklijst/",
        "taak": f"/werklijst/{row.product.id}/{question}/",
        "toegankelijkheid": "/toegankelijkheid/?lijst=alles",
        "knelpunt": f"/toegankelijkheid/knelpunt/{issue}/",
        "getest": "/toegankelijkheid/getest/",
        "afwijkingen": "/toegankelijkheid/afwijkingen/",
        "rapporten": "/rapporten/",
        "metingen": "/metingen/",
        "beheer": "/beheer/",
        "gebruikers": "/beheer/gebruikers/",
        "instellingen": "/beheer/instellingen/",
        "logboek": "/beheer/logboek/",
        "api producten": "/api/v1/producten?aantal=100",
        "api elementen": "/api/v1/elementen?aantal=100",
        "api knelpunten": "/api/v1/knelpunten",
        "api dekking": "/api/v1/dekking",
    }


def _ask(client: Any, path: str, times: int) -> tuple[float, int, int, float]:
    """Median milliseconds, queries, bytes before compression, median milliseconds of computing."""
    from django.db import connection  # noqa: TID251 (counts queries)
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    wall, cpu = [], []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        answer = client.get(path)
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - spent))
        assert answer.status_code == 200, (path, answer.status_code)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    return statistics.median(wall), len(asked), len(answer.content), statistics.median(cpu)


def _after_a_correction(client: Any) -> float:
    """Seconds for the overview when somebody has just corrected a verdict; later screens take no longer than before."""
    name, path = next((name, path) for name, path in _screens().items() if name == "klopt niet")
    said = {"corrected": "nvt", "quote": "", "why": "Dit kan hier niet bestaan."}
    assert client.post(path, said).status_code == 302, name
    began = time.monotonic()
    assert client.get("/").status_code == 200
    return time.monotonic() - began


def _keeper() -> Any:
    from django.contrib.auth.models import Group, User
    from django.test import Client

    user = User.objects.create_user("beheer", password=None)
    user.groups.add(Group.objects.create(name="beheer"))
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def fill(pages: int, runs: int, name: str) -> None:
    """Runs of a city with so many pages: the first through the store's own door, the others copied from it in SQL."""
    from model.run import RunState
    from store import history

    history.migrate()
    first = f"{name}-000"
    began = datetime(2023, 12, 20, 1, 0, tzinfo=UTC) + timedelta(days=3 if name == "groot" else 0)
    _first_run(first, began, pages)
    for place in range(1, runs):
        _copied(first, f"{name}-{place:03}", began + timedelta(days=30 * place), RunState.VOLLEDIG.value)


def _first_run(run_id: str, began: datetime, pages: int) -> None:
    from model.finding import CheckResult, Finding, Online, Outcome
    from model.page import Evidence, FetchOutcome, Role, Snapshot
    from model.product import Possible, Product
    from model.run import Run, RunState
    from model.scan import AxeScan, ScanOutcome
    from store import history

    dice = random.Random(7)
    site, amount = "https://www.voorbeeldstad.example", pages // PAGES_PER_PRODUCT
    products = [
        Product(
            id=f"product-{place:05}",
            name=f"Product {place}",
            urls=(f"{site}/product-{place:05}",),
            cluster=f"Cluster {place % 9}",
            owner=f"Team {place % 30}",
            online_possible=Possible.JA,
        )
        for place in range(amount)
    ]
    history.start_run(
        Run(id=run_id, started_at=began, site=site, catalog_sha256="c" * 64, tool_version="0.1.0"), products
    )
    body = b"<html lang='nl'><main><h1>Product</h1><p>De aanvraag kost 17,40 euro.</p></main></html>"
    import hashlib

    sha256 = hashlib.sha256(body).hexdigest()
    results = []
    with history.at_once():
        for product in products:
            for place in range(PAGES_PER_PRODUCT):
                url = product.urls[0] + (f"/deel-{place}" if place else "")
                role = Role.TOELICHTING if place else Role.PRODUCTPAGINA
                history.save_snapshot(
                    Snapshot(
                        run_id=run_id,
                        product_id=product.id,
                        url=url,
                        final_url=url,
                        role=role,
                        outcome=FetchOutcome.OPGEHAALD,
                        status=200,
                        fetched_at=began,
                        headers={"content-type": "text/html"},
                        body_sha256=sha256,
                    ),
                    body,
                )
                history.save_scan(
                    AxeScan(
                        run_id=run_id,
                        url=url,
                        viewport=1280,
                        scanned_at=began,
                        outcome=ScanOutcome.GETEST,
                        axe_version="4.14.1",
                        browser_version="150",
                        result=_found(dice),
                    )
                )
            quote = (Evidence(url=product.urls[0], selector="p", quote="De aanvraag kost 17,40 euro."),)
            for check in ("hoe", "waar", "kosten", "afhandeltermijn", "online"):
                choices: Any = (Online.JA, Online.NEE) if check == "online" else (Outcome.AANWEZIG, Outcome.ONTBREEKT)
                outcome = dice.choices(choices, (9, 1))[0]
                results.append(
                    CheckResult(
                        product_id=product.id,
                        check_id=check,
                        check_version=1,
                        finding=Finding(outcome=outcome, reason="niets", evidence=quote),
                        message="Er staat niets over kosten.",
                    )
                )
    history.save_results(run_id, results)
    history.finish_run(
        run_id, finished_at=began + timedelta(hours=3), state=RunState.VOLLEDIG, check_versions={"hoe": 1}
    )


def _found(dice: random.Random) -> dict[str, Any]:
    rules = []
    for rule in dice.sample(range(60), 4):
        component = f"body>main>div.deel-{rule % 20}"
        node = {
            "target": [f"#plek-{rule}"],
            "html": f"<div class='deel-{rule % 20}'>",
            "impact": "serious",
            "component": component,
        }
        rules.append({"id": f"regel-{rule}", "impact": "serious", "tags": ["wcag143"], "help": "x", "nodes": [node]})
    return {"violations": rules, "incomplete": []}


def _copied(first: str, run_id: str, began: datetime, state: str) -> None:
    """The same run on another day; about one answer in fifty is another one."""
    from django.db import connection  # noqa: TID251 (filling a database for a benchmark)

    from model.run import Run, RunState
    from store import history

    source = history.run(first)
    history.start_run(
        Run(id=run_id, started_at=began, site=source.site, catalog_sha256=source.catalog_sha256, tool_version="0.1.0"),
        [],
    )
    with connection.cursor() as cursor:
        for table, changed in (
            ("store_productrow", {"run_id": "%s"}),
            ("store_snapshot", {"run_id": "%s", "fingerprint": "substr(fingerprint, 1, 40) || %s"}),
            ("store_axescan", {"run_id": "%s", "fingerprint": "substr(fingerprint, 1, 40) || %s"}),
        ):
            names = [
                each.name for each in connection.introspection.get_table_description(cursor, table) if each.name != "id"
            ]
            values = ", ".join(changed.get(name, f'"{name}"') for name in names)
            columns = ", ".join(f'"{name}"' for name in names)
            given = [run_id if name == "run_id" else run_id[-12:] for name in names if name in changed]
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE run_id = %s", [*given, first]
            )
    results = list(history.results(first))
    dice = random.Random(run_id)
    for place in dice.sample(range(len(results)), len(results) // 50):
        other = results[(place + 5) % len(results)]
        if other.check_id == results[place].check_id:
            from dataclasses import replace

            results[place] = replace(results[place], finding=other.finding)
    history.save_results(run_id, results)
    history.finish_run(run_id, finished_at=began + timedelta(hours=3), state=RunState(state), check_versions={"hoe": 1})


if __name__ == "__main__":
    main()
