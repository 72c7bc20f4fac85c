"""One product measured by day: what the page says now, without changing a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import override_settings

from model.finding import Outcome
from store import history
from tests.web import city
from web.element_picture import picture_of
from web.identity import issue_id
from web.measuring_now import last_measured, measure_now
from web.told import Told
from web.views.accessibility import queue_of


@pytest.fixture
def product(httpserver):
    """A product on a real server, mended since the night."""
    body = city.page("uittreksel", {"uittreksel": city.FULL})
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/uittreksel").respond_with_data(body, content_type="text/html")
    (found,) = [each for each in city.products() if each.id == "uittreksel"]
    return replace(found, urls=(httpserver.url_for("/uittreksel"),))


@override_settings(CONTACT="webmaster@voorbeeldstad.example")
def test_a_mended_page_is_seen_at_once_and_counts_only_after_the_night(app, product, httpserver):
    before = Told().overview().norms[0].met
    runs = len(history.runs())
    assert "opnieuw gelezen" in measure_now(product, httpserver.url_for("").rstrip("/"), "webredactie")
    measured = last_measured("uittreksel")
    assert measured is not None
    assert {each.check_id: each.finding.outcome for each in measured.results}["kosten"] is Outcome.AANWEZIG
    assert "17,40" in next(each for each in measured.results if each.check_id == "kosten").finding.evidence[0].quote
    assert (Told().overview().norms[0].met, len(history.runs())) == (before, runs)
    assert "Wacht een minuut" in measure_now(product, httpserver.url_for("").rstrip("/"), "webredactie")


@override_settings(CONTACT="webmaster@voorbeeldstad.example")
def test_a_page_that_is_gone_says_why(app, product, httpserver):
    gone = replace(product, urls=(httpserver.url_for("/weg"),))
    httpserver.expect_request("/weg").respond_with_data("weg", status=404)
    measure_now(gone, httpserver.url_for("").rstrip("/"), "webredactie")
    measured = last_measured("uittreksel")
    assert measured is not None
    assert measured.cause == "De pagina bestaat niet (404)"
    assert measured.results == ()


@pytest.mark.browser
def test_an_officer_gets_a_picture_of_the_element(as_):
    client = as_("toegankelijkheid")
    (line,) = [each for each in queue_of(Told()) if each.issue.rule_id == "button-name"]
    address = f"/toegankelijkheid/knelpunt/{issue_id(line.issue)}/beeld.png"
    assert client.get(address).status_code == 404
    with_header = replace(line.issue, places=(replace(line.issue.places[0], selector="main > h1"),))
    shown = picture_of(Told(), with_header, make=True)
    assert shown is not None
    assert shown.startswith(b"\x89PNG")
    client.post(address)
    answer = client.get(address)
    assert answer.status_code == 404, "op deze pagina bestaat het element van de test niet"
