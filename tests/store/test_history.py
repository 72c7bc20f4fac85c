"""Facts go into the database and come out the same, on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from model.errors import UserError
from model.finding import Online, Outcome
from model.page import FetchOutcome
from model.run import RunState
from model.scan import ScanOutcome
from store import history, models
from tests.store.made_up import ADDRESS, NIGHT, a_product, a_result, a_run, a_scan, a_snapshot

pytestmark = pytest.mark.usefixtures("database")


def test_a_run_comes_back_with_the_catalog_of_its_night_in_order():
    catalog = (a_product("z"), a_product("a", active_from=None), a_product("m", urls=()))
    history.start_run(a_run(), catalog)
    assert history.run("nacht") == a_run()
    assert history.products("nacht") == catalog


def test_starting_a_run_again_doubles_nothing():
    history.start_run(a_run(), [a_product()])
    history.start_run(a_run(), [a_product()])
    assert history.runs() == (a_run(),)
    assert history.products("nacht") == (a_product(),)


def test_a_run_ends_with_its_state_and_versions():
    history.start_run(a_run(), [])
    end = {
        "finished_at": NIGHT + timedelta(hours=1),
        "state": RunState.VOLLEDIG,
        "axe_version": "4.14.1",
        "browser_version": "156",
        "check_versions": {"hoe": 1, "kosten": 2},
    }
    history.finish_run("nacht", **end)
    assert history.run("nacht") == a_run(**end)


def test_a_run_that_was_stopped_can_end_again_and_the_newest_end_counts():
    history.start_run(a_run(), [])
    history.finish_run("nacht", finished_at=NIGHT, state=RunState.ONVOLLEDIG, reason="gestopt")
    history.finish_run("nacht", finished_at=NIGHT + timedelta(hours=2), state=RunState.VOLLEDIG)
    assert history.run("nacht").state is RunState.VOLLEDIG
    assert [each.state for each in history.runs()] == [RunState.VOLLEDIG]
    assert models.RunEnd.objects.count() == 2


def test_a_run_cannot_end_as_busy():
    history.start_run(a_run(), [])
    with pytest.raises(ValueError, match="bezig"):
        history.finish_run("nacht", finished_at=NIGHT, state=RunState.BEZIG)


def test_an_unknown_run_is_a_sentence_in_dutch():
    with pytest.raises(UserError, match="Meting 'gisteren' staat niet in de database"):
        history.run("gisteren")
    with pytest.raises(UserError):
        history.save_results("gisteren", [a_result()])


def test_the_latest_run_is_the_newest_of_its_site_and_complete_where_asked():
    for day, (name, site) in enumerate([("a", "https://a"), ("b", "https://a"), ("c", "https://b")]):
        history.start_run(a_run(name, site=site, started_at=NIGHT + timedelta(days=day)), [])
    history.finish_run("a", finished_at=NIGHT, state=RunState.VOLLEDIG)
    history.finish_run("b", finished_at=NIGHT, state=RunState.ONVOLLEDIG)
    assert [each.id for each in history.runs()] == ["c", "b", "a"]
    assert history.latest_run().id == "c"
    assert history.latest_run("https://a").id == "b"
    assert history.latest_run("https://a", complete_only=True).id == "a"
    assert history.latest_run("https://b", complete_only=True) is None


def test_the_unfinished_run_is_the_newest_that_has_no_end():
    assert history.unfinished_run() is None
    history.start_run(a_run("a"), [])
    history.start_run(a_run("b", started_at=NIGHT + timedelta(days=1)), [])
    history.finish_run("b", finished_at=NIGHT, state=RunState.VOLLEDIG)
    assert history.unfinished_run() == a_run("a")


def test_an_answer_comes_back_letter_for_letter_also_with_a_nul_and_half_a_character():
    history.start_run(a_run(), [a_product()])
    body = b"\x00\xff<h1>Paspoort</h1>" * 1000
    history.save_snapshot(a_snapshot(body), body)
    assert history.snapshots("nacht") == (a_snapshot(body),)
    assert history.body(a_snapshot(body).body_sha256) == body


def test_text_that_no_database_can_hold_is_marked_and_stops_nothing():
    history.start_run(a_run(), [])
    history.save_snapshot(a_snapshot(None, outcome=FetchOutcome.GEEN_VERBINDING, detail="a\x00b\ud83d"))
    assert history.snapshots("nacht")[0].detail == "a\ufffdb\ufffd"


def test_an_address_of_20000_characters_is_kept():
    history.start_run(a_run(), [])
    letters = random.Random(7)
    long = ADDRESS + "?" + "".join(letters.choice("abcdefghijklmnop0123456789") for _ in range(20_000))
    history.save_snapshot(a_snapshot(None, url=long, outcome=FetchOutcome.NIET_GEVONDEN))
    history.save_scan(a_scan(url=long))
    assert history.snapshots("nacht")[0].url == long
    assert history.scans("nacht")[0].url == long


def test_the_same_answer_twice_is_one_row_and_a_body_is_kept_once():
    history.start_run(a_run(), [])
    body = b"<h1>Paspoort</h1>"
    for product in ("paspoort", "paspoort", "kinderpaspoort"):
        history.save_snapshot(a_snapshot(body, product_id=product), body)
    assert [each.product_id for each in history.snapshots("nacht")] == ["paspoort", "kinderpaspoort"]
    assert models.Snapshot.objects.count() == 2
    assert models.Body.objects.count() == 1


def test_a_body_is_kept_compressed():
    history.start_run(a_run(), [])
    body = b"<p>gemeente</p>" * 10_000
    history.save_snapshot(a_snapshot(body), body)
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(content) FROM store_body")
        assert cursor.fetchone()[0] < len(body) / 20


def test_a_body_that_is_not_the_one_named_is_refused_and_leaves_nothing():
    history.start_run(a_run(), [])
    with pytest.raises(ValueError, match="hash"):
        history.save_snapshot(a_snapshot(b"een"), b"ander")
    assert history.snapshots("nacht") == ()
    with pytest.raises(LookupError):
        history.body(a_snapshot(b"een").body_sha256)


def test_a_page_fetched_on_the_second_try_counts_and_a_later_failure_does_not():
    history.start_run(a_run(), [])
    body = b"<h1>Paspoort</h1>"
    history.save_snapshot(a_snapshot(None, outcome=FetchOutcome.NIET_GEVRAAGD, status=None))
    history.save_snapshot(a_snapshot(None, outcome=FetchOutcome.SERVERFOUT, status=503))
    assert [each.outcome for each in history.snapshots("nacht")] == [FetchOutcome.SERVERFOUT]
    history.save_snapshot(a_snapshot(body), body)
    history.save_snapshot(a_snapshot(None, outcome=FetchOutcome.TE_TRAAG, status=None))
    assert history.snapshots("nacht") == (a_snapshot(body),)
    assert models.Snapshot.objects.count() == 4


def test_snapshots_can_be_asked_of_one_product():
    history.start_run(a_run(), [])
    for product in ("a", "b"):
        for page in range(3):
            history.save_snapshot(a_snapshot(None, product_id=product, url=f"{ADDRESS}/{page}"))
    assert {each.product_id for each in history.snapshots("nacht", "b")} == {"b"}
    assert len(history.snapshots("nacht", "b")) == 3


def test_a_snapshot_of_a_run_that_was_never_started_is_refused():
    with pytest.raises(IntegrityError):
        history.save_snapshot(a_snapshot(None))


def test_a_scan_comes_back_whole_and_twice_is_once():
    history.start_run(a_run(), [])
    history.save_scan(a_scan())
    history.save_scan(a_scan(seconds=9.0))
    history.save_scan(a_scan(viewport=320))
    assert history.scans("nacht") == (a_scan(), a_scan(viewport=320))


def test_a_scan_that_failed_never_replaces_a_good_one():
    history.start_run(a_run(), [])
    crash = a_scan(outcome=ScanOutcome.VASTGELOPEN, result={}, frames_not_tested=())
    history.save_scan(crash)
    assert history.scans("nacht") == (crash,)
    history.save_scan(a_scan())
    history.save_scan(a_scan(outcome=ScanOutcome.TE_TRAAG, result={}))
    assert history.scans("nacht") == (a_scan(),)


def test_a_test_of_an_earlier_night_is_found_by_its_key():
    for night in ("gisteren", "nacht"):
        history.start_run(a_run(night), [])
        history.save_scan(a_scan(run_id=night, key="zelfde"))
        history.save_scan(a_scan(run_id=night, key=f"{night} anders", viewport=320))
    crash = a_scan(key="vastgelopen", url=ADDRESS + "/x", outcome=ScanOutcome.VASTGELOPEN, result={})
    history.save_scan(crash)
    assert history.scans_by_key(["zelfde", "gisteren anders", "vastgelopen", "nooit", ""]) == {
        "zelfde": a_scan(run_id="nacht", key="zelfde"),
        "gisteren anders": a_scan(run_id="gisteren", key="gisteren anders", viewport=320),
    }
    assert history.scans_by_key([]) == {}


def test_every_field_of_a_noun_has_its_column():
    """So that a noun that grows cannot lose its new part on the way through the database."""
    for noun, row in (
        (a_product(), models.ProductRow),
        (a_snapshot(None), models.Snapshot),
        (a_scan(), models.AxeScan),
    ):
        columns = {field.attname for field in row._meta.get_fields() if hasattr(field, "attname")} | {
            "body_sha256",
            "result",
        }
        assert {field.name for field in fields(noun)} - {"id"} <= columns


def test_results_come_back_on_their_own_scale():
    history.start_run(a_run(), [])
    judged = (
        a_result("kosten", Outcome.NIET_GEMETEN, error="Traceback …"),
        a_result("online", Online.NIET_GEMETEN),
        a_result("hoe", Outcome.ONZEKER),
    )
    history.save_results("nacht", judged)
    assert history.results("nacht") == judged
    assert [type(each.finding.outcome) for each in history.results("nacht")] == [Outcome, Online, Outcome]


def test_judging_again_adds_a_round_and_readers_get_the_newest():
    history.start_run(a_run(), [])
    history.start_run(a_run("gisteren"), [])
    history.save_results("gisteren", [a_result("waar")])
    history.save_results("nacht", [a_result("kosten", Outcome.ONTBREEKT), a_result("hoe")])
    history.save_results("nacht", [a_result("kosten", Outcome.AANWEZIG, check_version=2)])
    assert history.results("nacht") == (a_result("kosten", check_version=2),)
    assert history.results("gisteren") == (a_result("waar"),)
    assert models.CheckResult.objects.count() == 4


def test_a_judging_that_breaks_off_leaves_the_older_round_in_force():
    def broken():
        yield from (a_result(f"hoe{number}") for number in range(history.BATCH + 1))
        raise RuntimeError("halverwege")

    history.start_run(a_run(), [])
    history.save_results("nacht", [a_result("kosten")])
    with pytest.raises(RuntimeError):
        history.save_results("nacht", broken())
    assert history.results("nacht") == (a_result("kosten"),)


def test_a_judging_without_results_does_not_hide_the_older_one():
    history.start_run(a_run(), [])
    history.save_results("nacht", [a_result()])
    history.save_results("nacht", [])
    assert history.results("nacht") == (a_result(),)


def test_a_run_that_was_not_started_has_nothing():
    assert history.products("x") == history.snapshots("x") == history.scans("x") == history.results("x") == ()


def test_reading_a_whole_night_takes_a_few_queries_however_many_products():
    history.start_run(a_run(), [a_product(f"p{number}") for number in range(300)])
    for number in range(30):
        history.save_snapshot(a_snapshot(None, product_id=f"p{number}"))
        history.save_scan(a_scan(url=f"{ADDRESS}/{number}"))
    history.save_results("nacht", [a_result(product_id=f"p{number}") for number in range(300)])
    with CaptureQueriesContext(connection) as asked:
        history.run("nacht")
        assert len(history.products("nacht")) == 300
        assert len(history.snapshots("nacht")) == 30
        assert len(history.scans("nacht")) == 30
        assert len(history.results("nacht")) == 300
    assert len(asked) <= 6


def test_a_fact_can_be_added_and_never_changed_or_removed():
    history.start_run(a_run(), [a_product()])
    row = models.Run.objects.get()
    row.site = "elders"
    for change in (row.save, row.delete, models.Run.objects.all().delete, lambda: models.Run.objects.update(site="")):
        with pytest.raises(TypeError, match="facts are added"):
            change()
    assert history.run("nacht") == a_run()


def test_the_migrations_say_all_that_the_tables_need():
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
