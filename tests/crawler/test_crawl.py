from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from crawler.crawl import crawl
from crawler.journal import alone, kept_tonight
from model.errors import UserError
from model.page import FetchOutcome, Role
from tests.crawler.conftest import DAY, PROFILE, Crawl, product
from tests.crawler.unfriendly import Answer, UnfriendlySite, drips_for_ever, page, redirect, resets, zipped

PASSPORT = page(
    "Paspoort",
    """<p><a href="/paspoort/start-paspoort">Online aanvragen</a> <a href="/tarieven">Bekijk de tarieven</a>
    <a href="/rijbewijs">Wat kost een rijbewijs?</a> <a href="https://www.elders.nl/tarieven">Tarieven elders</a></p>""",
)
ROUTES = {
    "/paspoort": PASSPORT,
    "/loket/paspoort/": redirect("/paspoort"),
    "/rijbewijs": page("Rijbewijs", '<p><a href="/tarieven#rijbewijs">Tarieven</a></p>'),
    "/tarieven": page("Tarieven", "<p>€ 83,87</p>"),
    "/paspoort/start-paspoort": page(
        "Start", '<p>Stap 1 van 2 <a href="/paspoort/start-paspoort/stap-2">Verder</a></p>'
    ),
    "/paspoort/start-paspoort/stap-2": page(
        "Stap", '<p>Stap 2 van 2 <a href="/paspoort/start-paspoort">Vorige</a></p>'
    ),
}
PASPOORT = product("paspoort", "/paspoort", "/loket/paspoort/")
RIJBEWIJS = product("rijbewijs", "/rijbewijs")


def test_a_dossier_holds_the_product_its_start_flow_and_its_explanations_and_each_page_is_asked_once(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site, PASPOORT, RIJBEWIJS)
    assert result.paths("paspoort", Role.PRODUCTPAGINA) == {"/paspoort", "/loket/paspoort/"}
    assert result.paths("paspoort", Role.STARTPROCES) == {
        "/paspoort/start-paspoort",
        "/paspoort/start-paspoort/stap-2",
    }
    assert result.paths("paspoort", Role.TOELICHTING) == {"/tarieven"}
    assert result.paths("rijbewijs", Role.TOELICHTING) == {"/tarieven"}
    assert site.counted == Counter(dict.fromkeys(["/robots.txt", *ROUTES], 1))
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.OPGEHAALD}


def test_a_snapshot_names_what_was_asked_what_answered_and_its_bytes(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site, PASPOORT)
    old, body = next((each, body) for each, body in result.saved if each.url.endswith("/loket/paspoort/"))
    assert old.url == f"{site.url}/loket/paspoort/"
    assert old.final_url == f"{site.url}/paspoort"
    assert (old.run_id, old.status, old.headers["content-type"]) == ("meting-1", 200, "text/html; charset=utf-8")
    assert body == PASSPORT[2]
    assert old.body_sha256 == hashlib.sha256(body).hexdigest()
    assert old.fetched_at.utcoffset() == timedelta(0)


def test_the_summary_counts_products_outcomes_and_requests_and_progress_ends_at_all(crawled: Crawl):
    seen: list[tuple[int, int]] = []
    with UnfriendlySite(ROUTES) as site:
        summary = crawl(
            [PASPOORT, RIJBEWIJS, product("weg", "/weg"), product("oud", "/oud", active_until=date(2020, 1, 1))],
            run_id="1",
            profile=PROFILE,
            site=site.url,
            contact="",
            save=lambda *_: None,
            progress=lambda done, total: seen.append((done, total)),
            day=DAY,
        )
    assert (summary.products, summary.fetched, summary.stopped) == (3, 2, "")
    assert summary.outcomes == {FetchOutcome.OPGEHAALD: 7, FetchOutcome.NIET_GEVONDEN: 1}
    assert summary.requests == len(site.asked)
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert "/oud" not in site.asked


def test_a_second_crawl_in_the_same_program_works_like_the_first(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        first, second = crawled(site, RIJBEWIJS), crawled(site, RIJBEWIJS)
    assert [each.outcome for each in first.snapshots] == [each.outcome for each in second.snapshots]
    assert site.counted["/rijbewijs"] == 2


def test_every_kind_of_ending_is_told_apart_in_bounded_time(crawled: Crawl):
    big = b"<html><body>" + b"x" * 6_000_000
    html = {"Content-Type": "text/html"}
    routes = {
        "/goed": page("Goed"),
        "/410": (410, html, b"weg"),
        "/401": (401, html, b"nee"),
        "/403": (403, html, b"nee"),
        "/429": (429, html, b"rustig"),
        "/500": (500, html, b"stuk"),
        "/503": (503, html, b"stuk"),
        "/418": (418, html, b"thee"),
        "/304": (304, {}, b""),
        "/kring-a": redirect("/kring-b"),
        "/kring-b": redirect("/kring-a"),
        "/zelf": redirect("/zelf"),
        **{f"/keten/{n}": redirect(f"/keten/{n + 1}", 302) for n in range(40)},
        "/elders": redirect("https://www.elders.nl/paspoort"),
        "/hopt": redirect("/hopt-2"),
        "/hopt-2": redirect("//localhost:1/x"),
        "/inlog": redirect("/inloggen?terug=/inlog"),
        "/ververst": page("Verhuisd", head='<meta http-equiv="refresh" content="0; url=/goed">'),
        "/druppelt": drips_for_ever,
        "/groot": (200, html, big),
        "/groot-zip": zipped(big),
        "/verbroken": resets,
        "/afgebroken": (200, {**html, "Content-Length": "5000"}, b"<html>kort"),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
        "/pdf-als-html": (200, html, b"%PDF-1.7 binair"),
        "/leeg": (200, html, b"  \n"),
        "/zachte-404": page("Pagina niet gevonden"),
        "/thuis": redirect("/"),
        "/": page("Welkom"),
        "/verboden/x": page("Verboden"),
    }
    expected = {
        "goed": FetchOutcome.OPGEHAALD,
        "404": FetchOutcome.NIET_GEVONDEN,
        "410": FetchOutcome.VERVALLEN,
        "401": FetchOutcome.GEEN_TOEGANG,
        "403": FetchOutcome.GEEN_TOEGANG,
        "429": FetchOutcome.TE_VEEL_VERZOEKEN,
        "500": FetchOutcome.SERVERFOUT,
        "503": FetchOutcome.SERVERFOUT,
        "418": FetchOutcome.ANDERE_STATUS,
        "304": FetchOutcome.ANDERE_STATUS,
        "kring-a": FetchOutcome.KRINGVERWIJZING,
        "kring-b": FetchOutcome.KRINGVERWIJZING,
        "zelf": FetchOutcome.KRINGVERWIJZING,
        "keten/0": FetchOutcome.KRINGVERWIJZING,
        "elders": FetchOutcome.BUITEN_DE_SITE,
        "hopt": FetchOutcome.BUITEN_DE_SITE,
        "inlog": FetchOutcome.GEEN_TOEGANG,
        "ververst": FetchOutcome.OPGEHAALD,
        "druppelt": FetchOutcome.TE_TRAAG,
        "groot": FetchOutcome.TE_GROOT,
        "groot-zip": FetchOutcome.TE_GROOT,
        "verbroken": FetchOutcome.GEEN_VERBINDING,
        "afgebroken": FetchOutcome.GEEN_VERBINDING,
        "pdf": FetchOutcome.GEEN_HTML,
        "pdf-als-html": FetchOutcome.GEEN_HTML,
        "leeg": FetchOutcome.LEEG,
        "zachte-404": FetchOutcome.NIET_GEVONDEN,
        "thuis": FetchOutcome.NIET_GEVONDEN,
        "verboden/x": FetchOutcome.ROBOTS_VERBIEDT,
    }
    products = [product(path.replace("/", "-"), f"/{path}") for path in expected]
    robots = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /verboden/\n")
    with UnfriendlySite(routes, robots) as site:
        result = crawled(site, *products, product("buiten", "https://www.elders.nl/x"), DOWNLOAD_TIMEOUT=2)
    assert {path: result.only(path.replace("/", "-")).outcome for path in expected} == expected
    assert result.only("buiten").outcome is FetchOutcome.BUITEN_DE_SITE
    assert result.only("ververst").final_url.endswith("/goed")
    assert all(each.detail for each in result.snapshots if each.outcome is not FetchOutcome.OPGEHAALD)
    assert all(body == b"" for each, body in result.saved if each.outcome is not FetchOutcome.OPGEHAALD)
    assert "/verboden/x" not in site.asked
    assert "/inloggen?terug=/inlog" not in site.asked
    twice = {path for path, times in site.counted.items() if times > 1}
    assert twice == {"/429", "/503", "/verbroken", "/afgebroken"}  # one more chance for what may pass
    assert result.summary.seconds < 20


@pytest.mark.parametrize(
    ("site", "outcome"),
    [
        ("http://127.0.0.1:1", FetchOutcome.GEEN_VERBINDING),
        ("http://bestaat-niet.invalid", FetchOutcome.ONBEKENDE_SERVER),
    ],
)
def test_a_host_that_cannot_be_reached_gives_each_page_the_cause(site, outcome):
    saved = []
    crawl(
        [PASPOORT],
        run_id="1",
        profile=PROFILE,
        site=site,
        contact="redactie@voorbeeld.nl",
        save=lambda snapshot, _: saved.append(snapshot),
        day=DAY,
        settings={"DOWNLOAD_DELAY": 0, "DOWNLOAD_TIMEOUT": 5},
    )
    assert [each.outcome for each in saved] == [outcome, outcome]


def test_a_secure_connection_that_fails_is_no_connection(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        saved = []
        crawl(
            [RIJBEWIJS],
            run_id="1",
            profile=PROFILE,
            site=site.url.replace("http://", "https://"),
            contact="",
            save=lambda snapshot, _: saved.append(snapshot),
            day=DAY,
        )
    assert [each.outcome for each in saved] == [FetchOutcome.GEEN_VERBINDING]
    assert "TLS" in saved[0].detail
    assert site.asked == []


def test_two_products_that_end_at_one_page_share_one_request(crawled: Crawl):
    routes = {
        "/nieuw": page("Nieuw"),
        "/oud-1": redirect("/nieuw"),
        "/oud-2": redirect("/nieuw/"),
        "/nieuw/": page("N"),
    }
    with UnfriendlySite(routes) as site:
        result = crawled(site, product("a", "/oud-1"), product("b", "/oud-2"), product("c", "/nieuw"))
    assert {each.outcome for each in result.snapshots} == {FetchOutcome.OPGEHAALD}
    assert site.counted["/nieuw"] + site.counted["/nieuw/"] == 1


def test_an_explanation_that_turns_out_to_be_another_products_page_or_one_seen_already_gives_no_row(crawled: Crawl):
    links = "".join(f'<p><a href="/{path}">Tarieven</a></p>' for path in ("naar-b", "leges", "oude-leges", "terug"))
    routes = {
        "/a": page("A", links),
        "/b": page("B"),
        "/leges": page("Leges"),
        "/naar-b": redirect("/b"),
        "/oude-leges": redirect("/leges"),
        "/terug": redirect("/a"),
    }
    with UnfriendlySite(routes) as site:
        result = crawled(site, product("a", "/a"), product("b", "/b"))
    explanations = [each.final_url for each in result.snapshots if each.role is Role.TOELICHTING]
    assert explanations == [f"{site.url}/leges"]
    assert max(site.counted.values()) == 1


def test_a_page_that_can_be_read_is_kept_though_it_sends_its_reader_on(crawled: Crawl):
    refresh = '<meta http-equiv="refresh" content="0; url=/tarieven">'
    full = page("Vol", f"<p>{'U vraagt het aan bij de balie. ' * 10}</p>", head=refresh)
    with UnfriendlySite({**ROUTES, "/vol": full, "/leeg": page("Verhuisd", head=refresh)}) as site:
        result = crawled(site, product("vol", "/vol"), product("leeg", "/leeg"))
    assert result.only("vol").final_url == f"{site.url}/vol"
    assert result.only("leeg").final_url == f"{site.url}/tarieven"


def test_a_broken_connection_is_tried_again_once_and_not_by_the_client_as_well(crawled: Crawl):
    with UnfriendlySite({**ROUTES, "/verbroken": resets}) as site:
        result = crawled(site, RIJBEWIJS, product("verbroken", "/verbroken"), CONCURRENT_REQUESTS=1)
    assert result.only("verbroken").outcome is FetchOutcome.GEEN_VERBINDING
    assert site.counted["/verbroken"] == 2


def test_a_product_is_fetched_when_one_of_its_addresses_is(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site, product("rijbewijs", "/weg", "/rijbewijs"))
    assert sorted(result.outcomes("rijbewijs")) == sorted(
        [FetchOutcome.NIET_GEVONDEN, FetchOutcome.OPGEHAALD, FetchOutcome.OPGEHAALD]
    )
    assert result.summary.fetched == 1


def test_what_is_stored_already_is_not_asked_again_and_the_rest_is(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site, PASPOORT, RIJBEWIJS, already=[f"{site.url}/rijbewijs", f"{site.url}/tarieven"])
    assert site.counted["/rijbewijs"] == 0
    assert {each.product_id for each in result.snapshots} == {"paspoort"}
    assert result.paths("paspoort", Role.TOELICHTING) == {"/tarieven"}  # stored for another product, perhaps
    assert (result.summary.already, result.summary.fetched) == (1, 1)


def test_a_stored_catalog_address_vouches_for_the_other_pages_of_its_product(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site, PASPOORT)
    roles = [each.role for each in result.snapshots]
    assert roles[-2:] == [Role.PRODUCTPAGINA, Role.PRODUCTPAGINA]
    assert Role.PRODUCTPAGINA not in roles[:-2]


def test_a_crawl_of_nothing_asks_for_nothing(crawled: Crawl):
    with UnfriendlySite(ROUTES) as site:
        result = crawled(site)
    assert site.asked == []
    assert (result.summary.products, result.snapshots) == (0, [])


def test_what_save_raises_ends_the_crawl_and_travels_up():
    def full(*_: object) -> None:
        raise OSError("schijf vol")

    with UnfriendlySite(ROUTES) as site, pytest.raises(OSError, match="schijf vol"):
        crawl([RIJBEWIJS], run_id="1", profile=PROFILE, site=site.url, contact="", save=full, day=DAY)


def test_a_site_of_others_is_not_crawled_without_a_contact():
    with pytest.raises(UserError, match="contactadres"):
        crawl([RIJBEWIJS], run_id="1", profile=PROFILE, contact=" ", save=lambda *_: None, day=DAY)


def test_a_crawl_ends_with_the_program_that_started_it_also_after_kill_9(tmp_path: Path):
    program = f"""
import sys
sys.path.insert(0, {str(Path.cwd())!r})
from tests.crawler.conftest import PROFILE, DAY, product
from crawler.crawl import crawl
products = [product(f"p{{n}}", f"/druppelt/{{n}}") for n in range(30)]
crawl(products, run_id="1", profile=PROFILE, site=sys.argv[1], contact="", save=lambda *_: None, day=DAY)
"""
    with UnfriendlySite({f"/druppelt/{n}": drips_for_ever for n in range(30)}) as site:
        process = subprocess.Popen([sys.executable, "-c", program, site.url])
        assert site.busy(10, 60)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert site.left_alone(60)


def test_what_was_on_its_way_at_a_kill_9_comes_into_the_journal_and_nothing_more_is_asked(tmp_path: Path):
    program = f"""
import sys
sys.path.insert(0, {str(Path.cwd())!r})
from tests.crawler.conftest import PROFILE, DAY, product
from crawler.crawl import crawl
products = [product(f"p{{n}}", f"/wacht/{{n}}") for n in range(40)]
crawl(products, run_id="1", profile=PROFILE, site=sys.argv[1], contact="", save=lambda *_: None, day=DAY,
    settings={{"JOURNAL": {str(tmp_path)!r}}})
"""
    answer = threading.Event()

    def waits(_: UnfriendlySite) -> Answer:
        answer.wait(60)
        return page("Wacht")

    with UnfriendlySite({f"/wacht/{n}": waits for n in range(40)}) as site:
        process = subprocess.Popen([sys.executable, "-c", program, site.url])
        assert site.busy(10, 60)
        process.kill()
        process.wait()
        asked = set(site.asked)
        answer.set()
        alone(tmp_path)  # waits for the crawling process
        assert {url.removeprefix(site.url) for url in kept_tonight(tmp_path)} >= asked - {"/robots.txt"}
        assert site.counted.most_common(1)[0][1] == 1
        assert len(site.counted) < 41


def test_scrapys_own_command_lists_and_runs_the_spider_with_feeds_and_settings(tmp_path: Path):
    catalog = tmp_path / "catalogus.csv"
    columns = "id,naam,urls,cluster,doelgroep,thema,upl,online_mogelijk,kosten_van_toepassing,termijn_van_toepassing,"
    columns += "eigenaar,actief_van,actief_tot,bron,bron_datum"
    catalog.write_text(
        f"{columns}\nrijbewijs,Rijbewijs,https://www.rotterdam.nl/rijbewijs,,,,,ja,ja,ja,,,,,\n", "utf-8"
    )
    scrapy = [sys.executable, "-m", "scrapy"]
    listed = subprocess.run([*scrapy, "list"], capture_output=True, text=True, check=True)
    assert listed.stdout == "knoppen\nproducten\n"
    feed = tmp_path / "pages.jsonl"
    with UnfriendlySite(ROUTES) as site:
        arguments = ["-a", f"site={site.url}", "-a", f"catalogus={catalog}", "-o", str(feed), "-s", "LOG_LEVEL=ERROR"]
        command = [*scrapy, "crawl", "producten", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    rows = [json.loads(line) for line in feed.read_text("utf-8").splitlines()]
    assert [(row["product_id"], row["role"], row["outcome"]) for row in rows] == [
        ("rijbewijs", "toelichting", "opgehaald"),
        ("rijbewijs", "productpagina", "opgehaald"),
    ]
    assert "€ 83,87" in rows[0]["body"]


def test_a_redirect_to_anything_at_all_ends_in_a_named_outcome(crawled: Crawl):
    expected = {
        "http://[": FetchOutcome.BUITEN_DE_SITE,
        "javascript:alert(1)": FetchOutcome.BUITEN_DE_SITE,
        "mailto:redactie@voorbeeld.nl": FetchOutcome.BUITEN_DE_SITE,
        "http://gebruiker:wachtwoord@www.elders.nl/": FetchOutcome.BUITEN_DE_SITE,
        "": FetchOutcome.ANDERE_STATUS,
        "//": FetchOutcome.KRINGVERWIJZING,
        "/rij bewijs?a=<b>#c": FetchOutcome.NIET_GEVONDEN,
        "/caf\xe9": FetchOutcome.NIET_GEVONDEN,
        "tarieven": FetchOutcome.OPGEHAALD,
    }
    routes = {f"/{number}": redirect(location) for number, location in enumerate(expected)}
    products = [product(location or "leeg", path) for path, location in zip(routes, expected, strict=True)]
    with UnfriendlySite({**ROUTES, **routes}) as site:
        result = crawled(site, *products)
    assert {location: result.only(location or "leeg").outcome for location in expected} == expected
