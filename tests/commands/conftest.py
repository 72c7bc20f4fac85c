"""Runs the program as a person does: in a process of its own, on a database of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def goedgeregeld_in() -> Callable[[Path], Run]:
    """Give the program that keeps its things in a folder."""
    return program


@pytest.fixture
def goedgeregeld(tmp_path: Path) -> Run:
    """Call the command line with arguments; the answer holds returncode, stdout and stderr."""
    return program(tmp_path)


def program(folder: Path) -> Run:
    """The command line in a process of its own, with ``folder`` for what it keeps."""
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    surroundings |= {"GOEDGEREGELD_VAR": str(folder / "var")}

    def call(*arguments: object, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "goedgeregeld.cli", *map(str, arguments)],
            capture_output=True,
            text=True,
            input=stdin,
            env=surroundings | settings,
            timeout=900,
            check=False,
        )

    return call
