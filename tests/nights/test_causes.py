"""A site that as a whole is away, closed or replaced by one message gives no figure, and the cause is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from goedgeregeld import measuring
from goedgeregeld.runs import last_good
from model.page import FetchOutcome
from model.profile import SiteProfile
from model.run import Run, RunState
from store import history
from tests.nights.city import City, page

pytestmark = pytest.mark.usefixtures("sqlite_database")
PROFILE = SiteProfile(name="proef", municipality="Proefstad", hosts=("www.rotterdam.nl",))

Measure = Callable[..., Run]


@pytest.fixture
def measure(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Measure:
    """A run without the browser: begin, crawl, judge, finish."""

    def run(profile: SiteProfile = PROFILE, again: bool = False) -> Run:
        begun = measuring.begin(city.catalog(tmp_path / "catalogus.csv"), city.url)
        journal = tmp_path / "journaal" / begun.id
        facts = {"profile": profile, "site": city.url, "contact": "", "journal": journal}
        stopped = measuring.crawl_run(begun, **facts).stopped
        if again and not stopped:
            stopped = measuring.crawl_run(begun, **facts, again=True).stopped
        measuring.judge_run(begun, profile)
        return measuring.finish(begun, reason=stopped)

    return run


def test_a_good_site_gives_a_figure(measure: Measure):
    run = measure()
    assert (run.state, run.reason) == (RunState.VOLLEDIG, "")


def test_a_maintenance_page_on_every_address_is_no_content(city: City, measure: Measure):
    good = measure()
    city.instead = (200, page("onderhoud", "<p>Wij werken aan de site. Probeer het later nog eens, om 12:30 uur.</p>"))
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert run.reason.startswith("De site toont op 6 van de 6 bekeken adressen dezelfde tekst")
    assert last_good(run) == good


def test_a_maintenance_page_with_503_and_a_long_wait_ends_the_crawl(city: City, measure: Measure):
    city.instead = (503, "<h1>Onderhoud</h1>")
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert "De site was weg: op 6 van de 6 adressen" in run.reason


@pytest.mark.parametrize("status", [403, 401, 429])
def test_a_block_is_told_as_a_block(city: City, measure: Measure, status: int):
    city.instead = (status, "<h1>Geen toegang</h1>")
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert "De site weigert ons op 6 van de 6 adressen" in run.reason
    assert sum(path.endswith("aanvragen") for path, _ in city.asked) <= (12 if status == 429 else 6)


def test_a_login_wall_is_told_as_a_login_wall_and_the_login_page_is_never_asked(city: City, measure: Measure):
    city.redirect = "/inloggen/start"
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert "De site vraagt op 6 van de 6 adressen om in te loggen." in run.reason
    assert not [path for path, _ in city.asked if path.startswith("/inloggen")]


def test_a_site_that_was_renewed_asks_for_a_new_catalog(city: City, measure: Measure):
    city.pages = {}
    run = measure()
    assert "Op 6 van de 6 adressen is geen pagina meer." in run.reason


def test_robots_txt_with_a_server_error_stops_the_run_before_the_first_page(city: City, measure: Measure):
    city.robots = (503, "")
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert "robots.txt is niet te lezen (status 503)" in run.reason
    assert {path for path, _ in city.asked} == {"/robots.txt"}


def test_too_few_measured_products_give_no_figure(city: City, measure: Measure):
    del city.pages["/akte-aanvragen"]
    run = measure()
    assert run.state is RunState.ONVOLLEDIG
    assert run.reason == "Van de 6 producten zijn er 5 gemeten; nodig is 95%."


def test_one_more_try_is_for_passing_causes_only(city: City, measure: Measure):
    del city.pages["/akte-aanvragen"]
    city.instead_once = {"/paspoort-aanvragen": [503, 503], "/rijbewijs-aanvragen": [500]}
    run = measure(again=True)
    fetched = {snapshot.product_id: snapshot.outcome for snapshot in history.snapshots(run.id)}
    assert fetched["paspoort"] is FetchOutcome.OPGEHAALD
    assert fetched["rijbewijs"] is FetchOutcome.SERVERFOUT
    assert fetched["akte"] is FetchOutcome.NIET_GEVONDEN
    asked = [path for path, _ in city.asked]
    assert asked.count("/paspoort-aanvragen") == 3
    assert asked.count("/rijbewijs-aanvragen") == asked.count("/akte-aanvragen") == asked.count("/robots.txt") == 1
    assert asked.count("/uittreksel-aanvragen") == 1


def test_a_page_that_fails_is_never_answered_with_an_old_one(city: City, measure: Measure):
    measure()
    city.instead_once = {"/akte-aanvragen": [500]}
    run = measure()
    (snapshot,) = history.snapshots(run.id, "akte")
    assert snapshot.outcome is FetchOutcome.SERVERFOUT
    assert snapshot.body_sha256 is None
    assert replace(run, reason="").state is RunState.ONVOLLEDIG
