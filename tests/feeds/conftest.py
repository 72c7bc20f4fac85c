"""Feeds are taken over as a person does, on the command line; here within one process, for starting Python takes seconds."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from goedgeregeld import settings
from goedgeregeld.cli import main
from tests.commands.conftest import Run


@pytest.fixture
def goedgeregeld(
    tmp_path: Path, sqlite_database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Call the command line with arguments; the answer holds returncode, stdout and stderr."""
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")

    def call(*arguments: object, stdin: str = "") -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["goedgeregeld", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return CompletedProcess(arguments, int(end.value.code or 0), out, err)

    return call
