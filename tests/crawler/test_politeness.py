from __future__ import annotations

import time
from itertools import pairwise

import pytest

from model.page import FetchOutcome
from tests.crawler.conftest import Crawl, product
from tests.crawler.unfriendly import HTML, UnfriendlySite, drips_for_ever, page, redirect

PRODUCTS = [product(f"p{number}", f"/p{number}") for number in range(6)]
PAGES = {f"/p{number}": page(f"Product {number}") for number in range(6)}


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_fails_stops_the_crawl_before_any_page(crawled: Crawl, status):
    with UnfriendlySite(PAGES, robots=(status, {}, b"")) as site:
        result = crawled(site, *PRODUCTS)
    assert site.asked == ["/robots.txt"]
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.NIET_GEVRAAGD}
    assert f"status {status}" in result.summary.stopped
    assert len(result.snapshots) == len(PRODUCTS)


def test_a_robots_txt_that_never_ends_stops_the_crawl(crawled: Crawl):
    with UnfriendlySite(PAGES, robots=drips_for_ever) as site:
        result = crawled(site, *PRODUCTS, DOWNLOAD_TIMEOUT=1)
    assert site.asked == ["/robots.txt"]
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.NIET_GEVRAAGD}


@pytest.mark.parametrize("robots", [(404, {}, b""), (403, {}, b""), (200, HTML, b"<html>Niet gevonden</html>")])
def test_no_robots_txt_allows_all(crawled: Crawl, robots):
    with UnfriendlySite(PAGES, robots=robots) as site:
        result = crawled(site, *PRODUCTS)
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.OPGEHAALD}
    assert site.counted["/robots.txt"] == 1


def test_a_redirected_robots_txt_is_followed_within_the_site(crawled: Crawl):
    rules = (
        200,
        {"Content-Type": "text/plain"},
        b"User-agent: goedgeregeld\nDisallow: /p1\n\nUser-agent: *\nDisallow: /",
    )
    with UnfriendlySite({**PAGES, "/regels": rules}, robots=redirect("/regels")) as site:
        result = crawled(site, *PRODUCTS)
    assert result.only("p1").outcome is FetchOutcome.ROBOTS_VERBIEDT
    assert result.only("p2").outcome is FetchOutcome.OPGEHAALD
    assert "/p1" not in site.asked


def test_a_page_that_redirects_to_a_forbidden_one_is_forbidden(crawled: Crawl):
    routes = {"/open": redirect("/dicht"), "/dicht": page("Dicht")}
    with UnfriendlySite(routes, robots=(200, {}, b"User-agent: *\nDisallow: /dicht")) as site:
        result = crawled(site, product("open", "/open"))
    assert result.only("open").outcome is FetchOutcome.ROBOTS_VERBIEDT
    assert site.asked == ["/robots.txt", "/open"]


def test_the_crawl_delay_of_robots_txt_is_kept(crawled: Crawl):
    with UnfriendlySite(PAGES, robots=(200, {}, b"User-agent: *\nCrawl-delay: 0.4")) as site:
        crawled(site, *PRODUCTS[:4], DOWNLOAD_DELAY_JITTER=0, RANDOMIZE_DOWNLOAD_DELAY=False)
    moments = sorted(moment for path, times in site.moments.items() if path in PAGES for moment in times)
    assert len(moments) == 4
    assert all(later - earlier > 0.3 for earlier, later in pairwise(moments))


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for_and_the_page_still_comes(crawled: Crawl, status):
    def busy(site: UnfriendlySite):
        return (status, {"Retry-After": "1"}, b"") if site.counted["/p0"] == 1 else PAGES["/p0"]

    with UnfriendlySite({**PAGES, "/p0": busy}) as site:
        result = crawled(site, *PRODUCTS)
    first, second = site.moments["/p0"]
    assert second - first >= 1.0
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.OPGEHAALD}


def test_a_long_retry_after_ends_the_crawl_and_says_so(crawled: Crawl):
    with UnfriendlySite({**PAGES, "/p0": (429, {"Retry-After": "7200"}, b"")}) as site:
        result = crawled(site, *PRODUCTS, CONCURRENT_REQUESTS=1)
    assert result.only("p0").outcome is FetchOutcome.TE_VEEL_VERZOEKEN
    assert [each.outcome for each in result.snapshots].count(FetchOutcome.NIET_GEVRAAGD) == 5
    assert "7200" in result.summary.stopped
    assert site.asked == ["/robots.txt", "/p0"]


def test_a_site_that_is_down_is_left_alone_after_some_failures(crawled: Crawl):
    with UnfriendlySite({path: (500, HTML, b"stuk") for path in PAGES}) as site:
        result = crawled(site, *PRODUCTS, SITE_DOWN_AFTER=3, CONCURRENT_REQUESTS=1)
    outcomes = [each.outcome for each in result.snapshots]
    assert (outcomes.count(FetchOutcome.SERVERFOUT), outcomes.count(FetchOutcome.NIET_GEVRAAGD)) == (3, 3)
    assert len(site.asked) == 4
    assert "3 keer achter elkaar" in result.summary.stopped


def test_the_run_ends_at_its_deadline_and_what_was_not_asked_says_so(crawled: Crawl):
    with UnfriendlySite(dict.fromkeys(PAGES, drips_for_ever)) as site:
        started = time.monotonic()
        result = crawled(site, *PRODUCTS, RUN_DEADLINE=1.5, DOWNLOAD_TIMEOUT=1, CONCURRENT_REQUESTS=1)
        took = time.monotonic() - started
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.TE_TRAAG, FetchOutcome.NIET_GEVRAAGD}
    assert len(result.snapshots) == len(PRODUCTS)
    assert "eindtijd" in result.summary.stopped
    assert took < 10


def test_the_crawler_names_itself_and_keeps_no_cookies(crawled: Crawl):
    cookie = (200, {**HTML, "Set-Cookie": "sessie=geheim"}, PAGES["/p0"][2])
    with UnfriendlySite({"/p0": cookie, "/p1": PAGES["/p1"]}) as site:
        result = crawled(site, *PRODUCTS[:2], CONCURRENT_REQUESTS=1)
    assert {agent.partition("/")[0] for agent in site.agents} == {"Goedgeregeld"}
    assert site.cookies == set()
    assert "set-cookie" not in result.only("p0").headers
