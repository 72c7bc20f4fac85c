from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.test import Client

from goedgeregeld.measuring import judge_run
from goedgeregeld.method import packed_method
from goedgeregeld.rebuilding import rebuild
from model.claim import Claim, OnlineClaim, Source
from model.profile import ANY_SITE
from reports.tasks import tasks
from store import history
from store.claims import claims_at, save_claims
from tests.web.city import NIGHTS, SITE, fill
from web.told import Told

SC = Claim(source=Source.SC, key="1", title="Dakkapel", url=f"{SITE}/dakkapel", online=OnlineClaim.JA)


def test_the_same_feed_again_is_nothing_new_and_the_newest_reading_before_a_moment_counts(database):
    first, later = NIGHTS[0][1], NIGHTS[1][1]
    assert save_claims(Source.SC, [("dakkapel", SC)], first)
    assert not save_claims(Source.SC, [("dakkapel", replace(SC, line=99))], later)
    changed = replace(SC, online=OnlineClaim.NEE)
    assert save_claims(Source.SC, [("dakkapel", changed)], later)
    sdg = replace(SC, source=Source.SDG, costs="€ 5,00\x00")
    assert save_claims(Source.SDG, [("dakkapel", sdg)], later)
    assert claims_at(first - timedelta(seconds=1)) == {}
    assert claims_at(first) == {"dakkapel": (SC,)}
    assert claims_at(later) == {"dakkapel": (changed, sdg)}


def test_a_contradiction_becomes_a_task_stands_in_the_report_and_can_be_judged_again_as_then(sqlite_database, tmp_path):
    fill()
    run = history.run("r3")
    save_claims(Source.SC, [("dakkapel", SC)], run.started_at - timedelta(days=1))
    save_claims(Source.SDG, [("dakkapel", replace(SC, source=Source.SDG))], run.started_at + timedelta(days=1))
    judge_run(run, ANY_SITE)
    told = Told()
    todo = tasks(told.overview().rows, told.summaries(), {}, datetime.now(UTC).date())
    assert [(task.product_id, task.effect) for task in todo if task.check_id == "eensluidend"] == [("dakkapel", 0.0)]
    assert todo[-1].check_id == "eensluidend"
    again = rebuild(run, then=True)
    assert again.same or not again.others
    assert packed_method()
    page = Client(SERVER_NAME="localhost").get("/")
    assert page.status_code in (200, 302)
    from goedgeregeld.measuring import report_run

    html = report_run(run, tmp_path, ANY_SITE)[0].read_text()
    assert "Landelijke opgave" in html
    assert "spreekt elkaar tegen" in html
    assert "Samenwerkende Catalogi: onlineAanvragen" in html
