"""A PostgreSQL server of our own on loopback, which can be killed and started again."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import psycopg

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


class Cluster:
    """A server with its data in ``folder``; nothing listens outside this machine. Safe writing is on, as in real use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.owner = "postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to run as root
        self.port = _free_port()
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The server's address, without a database."""
        return f"postgresql://tester@127.0.0.1:{self.port}"

    def start(self) -> None:
        """Make the cluster where there is none, start the server and wait until it answers."""
        if not (self.folder / "data").exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.owner:
                os.chmod(self.folder.parent, 0o755)
                shutil.chown(self.folder, pwd.getpwnam(self.owner).pw_uid)
            self._run(
                "initdb", "-D", str(self.folder / "data"), "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"
            )
        options = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder}
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    program("postgres"),
                    "-D",
                    self.folder / "data",
                    *(f"--{name}={value}" for name, value in options.items()),
                ],
                user=self.owner,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        self._wait()

    def stop(self) -> None:
        """Stop the server in order."""
        if self._server and self._server.poll() is None:
            self._server.send_signal(signal.SIGINT)
            self._server.wait(timeout=60)

    def remove(self) -> None:
        """Stop the server and throw its data away."""
        self.stop()
        shutil.rmtree(self.folder.parent, ignore_errors=True)

    def kill_and_restart(self) -> None:
        """Kill -9 the server and start it again; it recovers from its log."""
        assert self._server is not None
        self._server.kill()
        self._server.wait()
        while True:
            try:
                return self.start()
            except AssertionError:  # a worker of the killed server still holds the memory
                time.sleep(0.2)

    def new_database(self, name: str) -> str:
        """The address of a new, empty database."""
        with psycopg.connect(f"{self.address}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
        return f"{self.address}/{name}"

    def _run(self, name: str, *arguments: str) -> None:
        subprocess.run([program(name), *arguments], user=self.owner, cwd=self.folder, check=True, capture_output=True)

    def _wait(self) -> None:
        assert self._server is not None
        deadline = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(f"{self.address}/postgres", connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                assert self._server.poll() is None, (self.folder / "log").read_text(errors="replace")[-2000:]
                assert time.monotonic() < deadline, (self.folder / "log").read_text(errors="replace")[-2000:]
                time.sleep(0.05)


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs; FileNotFoundError where it is not installed."""
    for folder in PROGRAMS:
        if (folder / name).exists():
            return str(folder / name)
    raise FileNotFoundError(f"PostgreSQL's {name} is not installed; `make setup` installs it")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
