"""Moving from SQLite to PostgreSQL, dumping and restoring: everything is there, and a night goes on in the new place."""

from __future__ import annotations

import subprocess
import threading
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from bench.cluster import program
from model.errors import UserError
from model.run import RunState
from store import history, judging, sendings, stages
from store.locking import hold
from store.moving import move
from store.stages import Stage
from tests.conftest import connected_to
from tests.store.made_up import ADDRESS, NIGHT, a_product, a_result, a_run, a_scan, a_snapshot


def fill() -> None:
    """One night with one of everything."""
    stages.begin(a_run(), [a_product(), a_product("rijbewijs")])
    for number in range(20):
        body = str(number).encode() * 500
        history.save_snapshot(a_snapshot(body, url=f"{ADDRESS}/{number}"), body)
        history.save_scan(a_scan(url=f"{ADDRESS}/{number}"))
    history.save_results("nacht", [a_result(), a_result("hoe")], method=b"code", profile={"name": "x"})
    history.finish_run("nacht", finished_at=NIGHT, state=RunState.VOLLEDIG)
    stages.reach("nacht", Stage.AFGESLOTEN)
    sendings.save(
        sendings.Sending(
            run_id="nacht", audience="beheer", cluster="", place="json", title="t", sent_at=NIGHT, succeeded=True
        )
    )  # fmt: skip


def all_there() -> tuple[object, ...]:
    bodies = [history.body(each.body_sha256) for each in history.snapshots("nacht") if each.body_sha256]
    newest = judging.newest_round("nacht")
    assert newest is not None
    return (
        history.runs(), history.products("nacht"), history.snapshots("nacht"), bodies, history.scans("nacht"),
        history.results("nacht"), judging.method(newest.method_sha256), dict(newest.profile),
        stages.reached("nacht"), sendings.sendings("nacht"),
    )  # fmt: skip


def new_database(server: str) -> str:
    name = f"doel_{uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
        maintenance.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


@pytest.mark.usefixtures("sqlite_database")
def test_all_that_sqlite_holds_comes_to_postgresql_and_the_night_goes_on_there(postgres_server: str):
    fill()
    before = all_there()
    there = new_database(postgres_server)
    moved = move(there)
    assert sum(table.rows for table in moved if table.table.startswith("store_")) > 50
    assert all_there() == before
    with connected_to(there):
        assert all_there() == before
        history.save_scan(a_scan(url=f"{ADDRESS}/nieuw"))
        assert len(history.scans("nacht")) == 21


@pytest.mark.usefixtures("sqlite_database")
def test_a_database_that_holds_runs_is_not_written_over(postgres_server: str):
    fill()
    there = new_database(postgres_server)
    move(there)
    with pytest.raises(UserError, match="lege database"):
        move(there)


@pytest.mark.usefixtures("sqlite_database")
def test_a_database_that_is_not_there_is_told_and_nothing_changed():
    fill()
    before = all_there()
    with pytest.raises(UserError, match="Verhuizen lukt niet"):
        move("postgresql://niemand@127.0.0.1:9/weg")
    assert all_there() == before


def test_a_dump_of_postgresql_can_be_restored(postgres_database: str, postgres_server: str, tmp_path):
    fill()
    before = all_there()
    connection.close()
    dump = tmp_path / "goedgeregeld.dump"
    subprocess.run([program("pg_dump"), "--format=custom", f"--file={dump}", postgres_database], check=True)
    there = new_database(postgres_server)
    subprocess.run([program("pg_restore"), "--no-owner", f"--dbname={there}", str(dump)], check=True)
    with connected_to(there):
        assert all_there() == before
        history.save_scan(a_scan(url=f"{ADDRESS}/nieuw"))


@pytest.mark.usefixtures("database")
def test_several_people_read_while_a_night_writes():
    fill()
    seen: list[int] = []
    faults: list[BaseException] = []
    ended = threading.Event()

    def read() -> None:
        try:
            while not ended.is_set():
                seen.append(len(history.snapshots("nacht")))
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(60):
        body = f"nieuw {number}".encode()
        history.save_snapshot(a_snapshot(body, url=f"{ADDRESS}/nieuw/{number}"), body)
    ended.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert seen == sorted(seen) or max(seen) <= 80
    assert len(history.snapshots("nacht")) == 80


@pytest.mark.usefixtures("database")
def test_one_night_at_a_time_and_a_lock_of_a_process_that_is_gone_is_taken_over():
    import sys

    script = (
        "import os, django\nos.environ['DJANGO_SETTINGS_MODULE'] = 'goedgeregeld.settings'\ndjango.setup()\n"
        "from store.locking import hold\nwith hold('meting'):\n    print('vast', flush=True)\n    input()\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "vast\n"
    with pytest.raises(UserError, match=rf"Er loopt al een meting op .* \(proces {holder.pid}"), hold("meting"):
        pass
    holder.kill()
    holder.wait()
    with hold("meting"):
        pass
    with hold("meting"):
        pass
