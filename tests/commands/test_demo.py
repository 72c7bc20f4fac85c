"""The main job, end to end: the whole catalog over the replica, held against what is really there."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.catalog import read_catalog
from goedgeregeld import settings
from tests.commands.conftest import Run

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, goedgeregeld_in: Callable[[Path], Run]) -> tuple[str, Path]:
    """What the demo printed, and the folder of its report."""
    folder = tmp_path_factory.mktemp("demo")
    done = goedgeregeld_in(folder)("demo", "--out", folder / "rapport")
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout, folder / "rapport"


def test_every_verdict_and_every_planted_fault_is_as_the_replica_was_built(demo: tuple[str, Path]) -> None:
    printed, _ = demo
    counts = re.findall(r"^  (\w+): (\d+) van de (\d+) (?:gelijk|geplante)", printed, re.MULTILINE)
    assert len(counts) == 9
    assert [name for name, equal, total in counts if equal != total] == [], printed
    assert "Niet geplant" not in printed


def test_every_product_ends_in_one_state_and_the_unreadable_ones_have_a_cause(demo: tuple[str, Path]) -> None:
    _, folder = demo
    products = read_catalog(settings.CATALOG)
    with (folder / "producten.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert sorted(row["id"] for row in rows) == sorted(product.id for product in products)
    states = Counter(row["toestand"] for row in rows)
    assert set(states) == {"gemeten", "niet gemeten"}
    assert all(row["oorzaak_onbekend"] for row in rows if row["toestand"] == "niet gemeten")
    told = json.loads((folder / "dekking.json").read_text(encoding="utf-8"))
    assert {name: amount for name, amount in told["aantal_producten"].items() if amount} == dict(states)


def test_both_norms_are_answered_and_the_report_is_named(demo: tuple[str, Path]) -> None:
    printed, folder = demo
    for norm in ("Norm 7: ", "Norm 8: ", "Toegankelijkheid: ", f"Rapport: {folder / 'rapport.html'}"):
        assert norm in printed


def test_each_page_was_asked_once_and_nothing_forbidden(demo: tuple[str, Path]) -> None:
    printed, _ = demo
    assert re.search(r"elk één keer gevraagd, op 2 na\.$", printed, re.MULTILINE), printed
    twice = re.findall(r": 2 keer \((.+)\)", printed)
    assert sorted(twice) == ["429, 200", "verbroken, verbroken"]
