"""Old pages go, what was found stays, and a reported tertaal is never touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from model.run import RunState
from model.tertaal import Tertaal
from store import history, models
from store.retention import prune, reported_runs
from tests.store.made_up import ADDRESS, a_product, a_result, a_run, a_scan, a_snapshot

pytestmark = pytest.mark.usefixtures("database")
SHARED = b"<h1>altijd dezelfde</h1>"


def a_night(name: str, started: datetime, state: RunState = RunState.VOLLEDIG) -> None:
    history.start_run(a_run(name, started_at=started), [a_product()])
    own = name.encode() * 50
    history.save_snapshot(a_snapshot(own, run_id=name), own)
    history.save_snapshot(a_snapshot(SHARED, run_id=name, url=f"{ADDRESS}/zelfde"), SHARED)
    history.save_scan(a_scan(run_id=name, result={"violations": [{"id": name}], "incomplete": []}))
    history.save_results(name, [a_result()])
    history.finish_run(name, finished_at=started + timedelta(hours=1), state=state)


@pytest.fixture
def year(database: str) -> None:
    for month, day in ((1, 10), (4, 29), (5, 3), (8, 30), (9, 1), (11, 20)):
        a_night(f"n{month:02}{day:02}", datetime(2026, month, day, 2, tzinfo=UTC))
    a_night("kapot", datetime(2026, 4, 30, 2, tzinfo=UTC), RunState.ONVOLLEDIG)


@pytest.mark.usefixtures("year")
def test_the_newest_complete_run_gives_a_tertaal_its_figure():
    site = a_run().site
    assert reported_runs() == {
        (site, Tertaal(year=2026, number=1)): "n0429",
        (site, Tertaal(year=2026, number=2)): "n0830",
        (site, Tertaal(year=2026, number=3)): "n1120",
    }


@pytest.mark.usefixtures("year")
def test_old_nights_lose_their_pages_and_tests_but_not_what_was_found():
    pruned = prune(datetime(2026, 12, 1, tzinfo=UTC))
    assert (pruned.runs, pruned.tests) == (4, 4)
    assert pruned.bodies == 8
    for name in ("n0110", "n0503", "n0901", "kapot"):
        assert history.scans(name) == ()
        assert [each.body_sha256 for each in history.snapshots(name)] == [None, None]
        assert len(history.results(name)) == len(history.products(name)) == 1
    assert prune(datetime(2026, 12, 1, tzinfo=UTC)).runs == 0


@pytest.mark.usefixtures("year")
def test_a_reported_tertaal_keeps_every_page_and_test_also_those_it_shares():
    prune(datetime(2026, 12, 1, tzinfo=UTC))
    for name in ("n0429", "n0830", "n1120"):
        kept = history.snapshots(name)
        assert [history.body(each.body_sha256) for each in kept] == [name.encode() * 50, SHARED]
        assert history.scans(name)[0].result["violations"] == [{"id": name}]


@pytest.mark.usefixtures("year")
def test_young_nights_keep_everything():
    assert prune(datetime(2026, 1, 1, tzinfo=UTC)).runs == 0
    assert models.AxeScan.objects.count() == 7
