"""Three years of history, made up: ``python -m bench.history [--postgres] [--pages 10000] [--runs 36]``.

Fills a database, prints its size, and how long the latest report's data takes to open, in a process of its own each time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.db.models import AutoField, Model  # noqa: TID251 (rows are written around the store, for speed)

PAGES_PER_PRODUCT = 4
CHANGED = 0.02  # share of the pages that change from one run to the next
ISSUES = 3  # rules that fail on a page

OPEN = """
import os, time, resource
os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
import django; django.setup()
from django.db import connection
connection.ensure_connection()
began = time.perf_counter()
from store import history
from store.revision import revisions
newest = history.latest_run(complete_only=True)
revisions()
store = time.perf_counter() - began
from web.told import Told
began = time.perf_counter()
shown = Told().summaries()
front = time.perf_counter() - began
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{store * 1000:.0f} {front * 1000:.0f} {len(shown)} {memory:.0f}")
"""


def fill(pages: int, runs: int) -> None:
    """Write the history: every run the same products, some pages changed."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
    django.setup()
    from model.finding import CheckResult, Finding, Online, Outcome
    from model.page import Evidence, FetchOutcome, Role, Snapshot
    from model.product import Possible, Product
    from model.run import Run, RunState
    from model.scan import AxeScan, ScanOutcome
    from store import history, models, rows

    history.migrate()
    chance = random.Random(36)
    products = [
        Product(
            id=f"product-{n}",
            name=f"Product {n}",
            urls=(f"https://www.voorbeeld.nl/product-{n}",),
            cluster=f"Cluster {n % 8}",
            online_possible=Possible.JA,
        )
        for n in range(pages // PAGES_PER_PRODUCT)
    ]
    version = [0] * pages
    marks: list[tuple[str, str]] = [("", "")] * pages
    bodies: set[str] = set()

    def keep(content: bytes) -> str:
        mark = sha256(content).hexdigest()
        if mark not in bodies:
            bodies.add(mark)
            waiting.append(models.Body(sha256=mark, content=content))
        return mark

    first = datetime.now(UTC) - timedelta(days=30 * runs)
    for number in range(runs):
        waiting: list[models.Body] = []
        started = first + timedelta(days=30 * number)
        run = Run(
            id=f"run-{number:02}",
            started_at=started,
            site="https://www.voorbeeld.nl",
            catalog_sha256="0" * 64,
            tool_version="1",
        )
        history.start_run(run, products)
        snapshots, scans, results = [], [], []
        for page in range(pages):
            if not marks[page][0] or chance.random() < CHANGED:
                version[page] += 1
                marks[page] = keep(a_body(page, version[page])), keep(a_result(page, version[page]))
            body, result = marks[page]
            product, place = divmod(page, PAGES_PER_PRODUCT)
            url = f"https://www.voorbeeld.nl/product-{product}" + (f"/stap-{place}" if place else "")
            snapshot = Snapshot(
                run_id=run.id,
                product_id=products[product].id,
                url=url,
                final_url=url,
                role=Role.STARTPROCES if place else Role.PRODUCTPAGINA,
                outcome=FetchOutcome.OPGEHAALD,
                status=200,
                fetched_at=started,
                headers={"content-type": "text/html; charset=utf-8", "etag": f'"{page}-{version[page]}"'},
                body_sha256=body,
            )
            snapshots.append(rows.snapshot_row(snapshot))
            for viewport in (1280, 320):
                scan = AxeScan(
                    run_id=run.id,
                    url=url,
                    viewport=viewport,
                    scanned_at=started,
                    outcome=ScanOutcome.GETEST,
                    axe_version="4.14.1",
                    browser_version="156",
                    key=f"{page}-{version[page]}",
                    final_url=url,
                    result={},
                )
                scans.append(rows.scan_row(scan, result))
        for product in products:
            for check in ("hoe", "waar", "kosten", "afhandeltermijn", "online"):
                outcome = (
                    Online.JA if check == "online" else chance.choice([Outcome.AANWEZIG] * 9 + [Outcome.ONTBREEKT])
                )
                quote = Evidence(
                    url=product.urls[0], selector="main > p", quote="Een zin van de pagina, het kost € 12,50."
                )
                finding = Finding(outcome=outcome, reason="x", evidence=(quote,))
                results.append(
                    CheckResult(
                        product_id=product.id, check_id=check, check_version=1, finding=finding, message="Dit staat er."
                    )
                )
        judging = models.JudgingRound.objects.create(run_id=run.id, profile={})
        answered = [rows.result_row(judging.pk, result) for result in results]
        load(waiting, snapshots, scans, answered)
        history.finish_run(
            run.id, finished_at=started + timedelta(hours=2), state=RunState.VOLLEDIG, axe_version="4.14.1"
        )
        print(f"meting {number + 1} van {runs}", file=sys.stderr, flush=True)


def load(*tables: Sequence[Model]) -> None:
    """Write rows as fast as the database takes them: COPY on PostgreSQL, one prepared statement on SQLite; all or nothing."""
    from django.db import connection, transaction  # noqa: TID251 (see above)

    with transaction.atomic(), connection.cursor() as cursor:
        for made in filter(None, tables):
            table = made[0]._meta
            fields = [field for field in table.local_concrete_fields if not isinstance(field, AutoField)]
            names = ", ".join(f'"{field.column}"' for field in fields)
            values = (
                [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields] for row in made
            )
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table.db_table} ({names}) FROM STDIN") as copy:
                    for line in values:
                        copy.write_row(line)
            else:
                places = ", ".join(["?"] * len(fields))
                cursor.connection.executemany(f"INSERT INTO {table.db_table} ({names}) VALUES ({places})", values)


def a_body(page: int, version: int) -> bytes:
    """A page of about 12 kB."""
    filler = random.Random(page * 1000 + version)
    lines = (f"<p class=utrecht-paragraph>Alinea {filler.randrange(10**9)} over dit product.</p>" for _ in range(150))
    return f"<html lang=nl><main><h1>Product {page}</h1><p>Versie {version}</p>{''.join(lines)}</main></html>".encode()


def a_result(page: int, version: int) -> bytes:
    """What axe could report on it: some rules with one element each."""
    node = {
        "target": [f"#e{page % 50}"],
        "html": f"<input id=e{page % 50}>",
        "impact": "serious",
        "component": "main > input",
    }
    rules = [
        {
            "id": f"regel-{(page + version + n) % 40}",
            "impact": "serious",
            "tags": ["wcag2a", "wcag111"],
            "nodes": [node],
        }
        for n in range(ISSUES)
    ]
    return json.dumps({"violations": rules, "incomplete": []}).encode("ascii")


def main() -> None:
    """Fill, weigh and open."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=10_000)
    asked.add_argument("--runs", type=int, default=36)
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    wish = asked.parse_args()
    if wish.fill:
        fill(wish.pages, wish.runs)
        return
    from bench.cluster import Cluster

    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-history-"))
    cluster = Cluster(folder / "postgres") if wish.postgres else None
    surroundings = {**os.environ, "GOEDGEREGELD_VAR": str(folder / "var")}
    surroundings.pop("DATABASE_URL", None)
    try:
        if cluster:
            cluster.start()
            surroundings["DATABASE_URL"] = cluster.new_database("geschiedenis")
        began = time.monotonic()
        command = [sys.executable, "-m", "bench.history", "--fill", f"--pages={wish.pages}", f"--runs={wish.runs}"]
        subprocess.run(command, env=surroundings, check=True)
        seconds, kind = time.monotonic() - began, "PostgreSQL" if cluster else "SQLite"
        print(f"{kind}: {wish.pages} pagina's x {wish.runs} metingen, gevuld in {seconds:.0f} s", flush=True)
        print(f"grootte van de database: {size(folder, surroundings) / 1e6:.0f} MB")
        for label in ("eerste keer (alles afgeleid)", "daarna", "daarna"):
            told = subprocess.run(
                [sys.executable, "-c", OPEN], env=surroundings, capture_output=True, text=True, check=True
            )
            store, front, shown, memory = told.stdout.split()
            print(
                f"{label}: store {store} ms, beginscherm met {shown} metingen {front} ms, geheugen {memory} MB",
                flush=True,
            )
    finally:
        if cluster:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def size(folder: Path, surroundings: dict[str, str]) -> int:
    """Bytes of the database."""
    if url := surroundings.get("DATABASE_URL"):
        import psycopg

        with psycopg.connect(url) as connection:
            found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
            assert found is not None
            return int(found[0])
    return sum(file.stat().st_size for file in (folder / "var").glob("goedgeregeld.sqlite3*"))


if __name__ == "__main__":
    main()
