"""Databases for tests: real SQLite files and a real PostgreSQL cluster that lives as long as the test run."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import dj_database_url
import psycopg
import pytest
from django.conf import settings
from django.db import connections
from hypothesis import HealthCheck
from hypothesis import settings as examples

from store import history

# A busy machine must not fail a test: time is measured in bench/, not here.
examples.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("suite")

POSTGRES_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a private PostgreSQL cluster on a loopback port, without a database name; fails where none can start."""
    folder = Path(tempfile.mkdtemp(prefix="goedgeregeld-pg-"))
    owner = _owner_of_cluster(folder)
    port = _free_port()
    subprocess.run(
        [_program("initdb"), "-D", folder / "data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"],
        user=owner,
        cwd=folder,
        check=True,
        capture_output=True,
    )
    options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder, "fsync": "off"}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [_program("postgres"), "-D", folder / "data", *(f"--{name}={value}" for name, value in options.items())],
            user=owner,
            cwd=folder,
            stdout=log,
            stderr=log,
        )
    address = f"postgresql://tester@127.0.0.1:{port}"
    try:
        _wait_until_it_answers(f"{address}/postgres", server, folder / "log")
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str, django_db_blocker: pytest.DjangoDbBlocker) -> str:
    """The name of a database with all tables and no rows, to copy for each test."""
    _create_database(postgres_server, "leeg")
    with django_db_blocker.unblock(), connected_to(f"{postgres_server}/leeg"):
        history.migrate()
    return "leeg"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: pytest.DjangoDbBlocker) -> Path:
    """A SQLite file with all tables and no rows, to copy for each test."""
    file = tmp_path_factory.mktemp("sqlite") / "leeg.sqlite3"
    with django_db_blocker.unblock(), connected_to(f"sqlite:///{file}"):
        history.migrate()
    return file


@pytest.fixture
def sqlite_database(
    sqlite_template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: pytest.DjangoDbBlocker,
) -> Iterator[str]:
    """An empty, migrated SQLite file as the database of this test and, by DATABASE_URL, of the commands that it starts."""
    file = tmp_path / "test.sqlite3"
    shutil.copy(sqlite_template, file)
    url = f"sqlite:///{file}"
    monkeypatch.setenv("DATABASE_URL", url)
    with django_db_blocker.unblock(), connected_to(url):
        yield url


@pytest.fixture
def postgres_database(
    postgres_server: str,
    postgres_template: str,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: pytest.DjangoDbBlocker,
) -> Iterator[str]:
    """As ``sqlite_database``, in PostgreSQL."""
    name = f"test_{uuid4().hex}"
    _create_database(postgres_server, name, template=postgres_template)
    url = f"{postgres_server}/{name}"
    monkeypatch.setenv("DATABASE_URL", url)
    with django_db_blocker.unblock(), connected_to(url):
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """The test runs twice: on SQLite and on PostgreSQL."""
    address: str = request.getfixturevalue(f"{request.param}_database")
    return address


@contextmanager
def connected_to(url: str) -> Iterator[None]:
    """Make ``url`` Django's database, with the options that the settings give to its kind."""
    before = connections.settings["default"]
    database = dict(dj_database_url.parse(url, conn_max_age=0))
    if database["ENGINE"] == settings.DATABASES["default"]["ENGINE"]:
        database["OPTIONS"] = settings.DATABASES["default"].get("OPTIONS", {})
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": database})["default"]
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        del connections["default"]


def _owner_of_cluster(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root, so root lends the folder to ``postgres``."""
    if os.getuid() != 0:
        return None
    shutil.chown(folder, pwd.getpwnam("postgres").pw_uid)
    return "postgres"


def _program(name: str) -> str:
    for folder in POSTGRES_FOLDERS:
        if (folder / name).exists():
            return str(folder / name)
    found = shutil.which(name)
    assert found, f"PostgreSQL's {name} is not installed; `make setup` installs it"
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(address, connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            assert server.poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < deadline, log.read_text(errors="replace")
            time.sleep(0.05)


def _create_database(server: str, name: str, template: str = "template1") -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
