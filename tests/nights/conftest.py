"""A city, and the program as a person runs it over that city."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.nights.city import City


@dataclass
class Program:
    """``goedgeregeld`` with a folder of its own; ``night`` does a whole night over the city."""

    city: City
    var: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
        surroundings = {
            name: value for name, value in os.environ.items() if not name.startswith(("GOEDGEREGELD", "DATABASE"))
        }
        surroundings |= {"GOEDGEREGELD_VAR": str(self.var), **self.settings, **settings}
        return subprocess.run(
            [sys.executable, "-m", "goedgeregeld.cli", *map(str, arguments)],
            capture_output=True,
            text=True,
            env=surroundings,
            timeout=300,
            check=False,
        )

    def night(self, *arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
        catalog = self.var.parent / "catalogus.csv"
        if not catalog.exists():
            self.city.catalog(catalog)
        self.city.asked.clear()
        return self("nightly", "--site", self.city.url, "--catalog", catalog, *arguments, **settings)

    def rows(self, name: str = "veranderingen.csv") -> list[dict[str, str]]:
        text = (self.var / "rapport" / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(text.splitlines(), delimiter=";"))


def a_program(city: City, folder: Path) -> Program:
    return Program(city=city, var=folder / "var")


@pytest.fixture
def city() -> Iterator[City]:
    running = City()
    yield running
    running.stop()


@pytest.fixture
def goedgeregeld(city: City, tmp_path: Path) -> Program:
    return a_program(city, tmp_path)
