"""What was saved is still there after kill -9, and a database that cannot be opened is said in Dutch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from model.errors import UserError
from store import history
from tests.conftest import connected_to
from tests.store.made_up import ADDRESS, a_product, a_run, a_scan, a_snapshot

WRITER = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
django.setup()
from itertools import count
from store import history
from tests.store.made_up import ADDRESS, a_product, a_run, a_scan, a_snapshot
history.start_run(a_run(), [a_product()])
for number in count():
    body = str(number).encode() * 1000
    history.save_snapshot(a_snapshot(body, url=f"{ADDRESS}/{number}"), body)
    history.save_scan(a_scan(url=f"{ADDRESS}/{number}"))
    print(number, flush=True)
"""


@pytest.mark.usefixtures("database")
def test_everything_that_was_saved_survives_kill_9_and_the_night_resumes_where_it_was():
    writer = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
    said = [writer.stdout.readline().strip() for _ in range(20)]
    writer.kill()
    said += writer.stdout.read().split()
    writer.wait()
    last = int(said[-1])

    assert history.unfinished_run() == a_run()
    kept = history.snapshots("nacht")
    assert len(kept) in {last + 1, last + 2}
    assert [history.body(each.body_sha256) for each in kept] == [str(n).encode() * 1000 for n in range(len(kept))]

    history.start_run(a_run(), [a_product()])
    for number in range(len(kept)):
        body = str(number).encode() * 1000
        history.save_snapshot(a_snapshot(body, url=f"{ADDRESS}/{number}"), body)
        history.save_scan(a_scan(url=f"{ADDRESS}/{number}"))
    assert history.snapshots("nacht") == kept
    assert len(history.scans("nacht")) == len(kept)


def test_a_database_in_a_folder_that_does_not_exist_yet_is_made(tmp_path: Path, django_db_blocker):
    file = tmp_path / "nieuw" / "diep" / "gg.sqlite3"
    with django_db_blocker.unblock(), connected_to(f"sqlite:///{file}"):
        history.migrate()
        history.migrate()
        assert history.runs() == ()
    assert file.exists()


@pytest.mark.parametrize(
    "make_url",
    [
        lambda folder: f"sqlite:///{folder / 'geen-database'}",
        lambda folder: f"sqlite:///{folder / 'geen-database' / 'gg.sqlite3'}",
        lambda folder: "postgresql://tester@127.0.0.1:1/nergens",
    ],
    ids=["no database", "no folder", "no server"],
)
def test_a_database_that_cannot_be_opened_is_a_sentence_in_dutch(tmp_path: Path, make_url, django_db_blocker):
    (tmp_path / "geen-database").write_bytes(b"dit is een brief en geen database" * 100)
    with (
        django_db_blocker.unblock(),
        connected_to(make_url(tmp_path)),
        pytest.raises(UserError, match="De database kan niet worden geopend") as mistake,
    ):
        history.migrate()
    assert "DATABASE_URL" in str(mistake.value)
