"""No machine of the own network is asked, unless a person named it."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.browser import BrowserSettings, ServedPage, scan
from crawler.crawl import crawl
from crawler.reach import guarded_pool, is_own_network, why_not_reached
from model.page import FetchOutcome, Snapshot
from model.scan import ScanOutcome
from tests.crawler.conftest import DAY, PROFILE, product
from tests.crawler.unfriendly import UnfriendlySite, page, redirect

OWN_NAME = socket.gethostname()
"""A name that is not "localhost" and points at this machine, as a name on the internet can be made to do."""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
    ],
)  # fmt: skip
def test_an_address_of_the_own_network_is_known_in_every_form(address: str):
    assert is_own_network(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "145.1.2.3", "2a00:1450:400e::1", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_none(address: str):
    assert not is_own_network(address)


@pytest.mark.parametrize("host", [OWN_NAME, "2130706433", "0x7f.1", "127.1"])
def test_a_name_that_leads_here_in_disguise_is_refused(host: str):
    assert "eigen netwerk" in why_not_reached(host, frozenset())
    assert why_not_reached(host, frozenset({host})) == ""


def _crawled(site: UnfriendlySite, **settings: object) -> list[Snapshot]:
    saved: list[Snapshot] = []
    port = site.host.rpartition(":")[2]
    profile = replace(PROFILE, hosts=(f"{OWN_NAME}:{port}",))
    crawl(
        [product("paspoort", f"http://{OWN_NAME}:{port}/paspoort")],
        run_id="meting-1",
        profile=profile,
        contact="beheer@voorbeeld.nl",
        save=lambda snapshot, body: saved.append(snapshot),
        day=DAY,
        settings={"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, **settings},
    )
    return saved


def test_a_name_of_the_site_that_points_into_the_own_network_is_not_asked():
    with UnfriendlySite({"/paspoort": page("Paspoort")}) as site:
        (snapshot,) = _crawled(site)
    assert snapshot.outcome is FetchOutcome.BUITEN_DE_SITE
    assert "eigen netwerk (127." in snapshot.detail
    assert site.asked == []


def test_a_test_site_in_the_own_network_is_asked_where_a_person_named_it():
    with UnfriendlySite({"/paspoort": page("Paspoort")}) as site:
        (snapshot,) = _crawled(site, PRIVATE_HOSTS=[OWN_NAME])
    assert snapshot.outcome is FetchOutcome.OPGEHAALD


def test_a_redirect_into_the_own_network_is_not_followed(crawled):
    with UnfriendlySite() as secret, UnfriendlySite({"/paspoort": redirect(f"{secret.url}/geheim")}) as site:
        result = crawled(site, product("paspoort", "/paspoort"))
    assert result.only("paspoort").outcome is FetchOutcome.BUITEN_DE_SITE
    assert secret.asked == []


def test_a_sub_resource_in_the_own_network_is_not_loaded():
    with UnfriendlySite({"/geheim.css": page("Geheim")}) as site:
        port = site.host.rpartition(":")[2]
        url = f"http://{OWN_NAME}:{port}/geheim.css"
        with pytest.raises(Exception, match="eigen netwerk"):
            guarded_pool(frozenset()).request("GET", url, retries=False)
        assert site.asked == []
        assert guarded_pool(frozenset({OWN_NAME})).request("GET", url, retries=False).status == 200


@pytest.mark.browser
@pytest.mark.parametrize(("permitted", "reached"), [((), False), ((OWN_NAME, "127.0.0.1"), True)])
def test_a_page_that_names_a_server_of_the_own_network_does_not_reach_it_through_the_browser(permitted, reached: bool):
    with UnfriendlySite() as site:
        port = site.host.rpartition(":")[2]
        body = (
            f"<!doctype html><html lang=nl><title>x</title><link rel=stylesheet href=http://{OWN_NAME}:{port}/a.css>"
            f"<main><h1>x</h1><img alt=x src={site.url}/b.png><iframe title=x src={site.url}/c></iframe></main></html>"
        )
        served = ServedPage(
            url="http://www.voorbeeld.nl/", final_url="http://www.voorbeeld.nl/", status=200,
            headers={"content-type": "text/html"}, body=body.encode(),
        )  # fmt: skip
        axe = Path("node_modules/axe-core/axe.min.js").resolve()
        settings = BrowserSettings(axe_path=axe, viewports=(1280,), own_network=permitted)
        (found,) = scan([served], settings, run_id="r", now=lambda: datetime.now(UTC))
        assert found.outcome is ScanOutcome.GETEST
        assert bool(site.asked) is reached
