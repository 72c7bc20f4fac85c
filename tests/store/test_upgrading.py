"""A database of an earlier version is brought up to date without losing a fact, a verdict or a decision."""

from __future__ import annotations

import lzma
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from model.run import RunState
from store import history
from tests.conftest import connected_to
from web.models import Review, Waiver

EARLIER = sorted((Path(__file__).parent / "versions").glob("*.sqlite3.xz"))
DECISIONS = ("web_waiver", "web_review")
FACTS = ("store_run", "store_productrow", "store_snapshot", "store_checkresult", "store_axescan", "store_body")


@pytest.fixture(params=EARLIER, ids=[file.name for file in EARLIER])
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "vroeger.sqlite3"
    file.write_bytes(lzma.decompress(request.param.read_bytes()))
    return file


def rows(file: Path, tables: tuple[str, ...]) -> dict[str, int]:
    with sqlite3.connect(file) as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_every_row_of_an_earlier_version_is_there_after_the_upgrade(
    earlier: Path, django_db_blocker: pytest.DjangoDbBlocker
) -> None:
    before = rows(earlier, FACTS + DECISIONS)

    with django_db_blocker.unblock(), connected_to(f"sqlite:///{earlier}"):
        history.migrate()
        history.migrate()  # again changes nothing
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)

    assert before["store_checkresult"] > 100
    assert rows(earlier, FACTS + DECISIONS) == before


def test_the_figures_of_an_earlier_version_are_read_as_they_were(
    earlier: Path, django_db_blocker: pytest.DjangoDbBlocker
) -> None:
    with sqlite3.connect(earlier) as database:
        told = Counter(database.execute("SELECT check_id, outcome FROM store_checkresult").fetchall())

    with django_db_blocker.unblock(), connected_to(f"sqlite:///{earlier}"):
        history.migrate()
        (run,) = history.runs()
        found = Counter((each.check_id, each.finding.outcome.value) for each in history.results(run.id))
        waiver, review = Waiver.objects.get(), Review.objects.get()

    assert run.state is RunState.ONVOLLEDIG
    assert found == told
    assert (waiver.rule_id, review.corrected) == ("image-alt", "aanwezig")
