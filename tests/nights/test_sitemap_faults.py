"""Every way in which a site's sitemap fails, by name, ends in a Dutch sentence or is left out."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest

from crawler.robots import Robots, read_robots, robots_address
from feeds.sitemap import read_sitemaps, sitemap_addresses
from model.errors import UserError
from tests.crawler.unfriendly import Answer, UnfriendlySite
from tests.nights.faults import SITE_FAULTS

XML = {"Content-Type": "application/xml"}
PAGES = (
    "<urlset><url><loc>{base}/een</loc></url><url><loc>http://[</loc></url><url><loc>javascript:1</loc></url></urlset>"
)


def index(*places: str) -> str:
    return "<sitemapindex>" + "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places) + "</sitemapindex>"


BOMB = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'
ANSWERS: dict[str, Callable[[str], Answer]] = {
    "sitemap is er niet": lambda base: (404, XML, b"weg"),
    "sitemap geeft 500": lambda base: (500, XML, b""),
    "sitemap is leeg": lambda base: (200, XML, b""),
    "sitemap noemt geen pagina": lambda base: (200, XML, b"<urlset></urlset>"),
    "sitemap is een webpagina": lambda base: (200, XML, b"<!doctype html><html><body><p>Hallo<br></body></html>"),
    "sitemap houdt halverwege op": lambda base: (200, XML, PAGES.format(base=base).encode()[:60]),
    "sitemap is in andere tekens dan zij zegt": lambda base: (
        200,
        XML,
        b"<?xml version='1.0' encoding='utf-8'?><urlset>\xff",
    ),
    "sitemap is een bom in gzip": lambda base: (200, XML, gzip.compress(b"<urlset>" + b" " * 80_000_000)),
    "sitemap is een kapot gzip-bestand": lambda base: (200, XML, gzip.compress(b"")[:10] + b"\xff" * 99),
    "sitemap is een bom in XML": lambda base: (200, XML, BOMB.encode()),
    "sitemap wijst alleen naar zichzelf": lambda base: (200, XML, index(f"{base}/sitemap.xml").encode()),
    "sitemap wijst naar het eigen netwerk": lambda base: (
        200,
        XML,
        index("http://169.254.169.254/sitemap.xml").encode(),
    ),
    "sitemap stuurt door naar het eigen netwerk": lambda base: (302, {"Location": "http://169.254.169.254/x"}, b""),
    "sitemap stuurt door naar een bestand": lambda base: (302, {"Location": "file:///etc/passwd"}, b""),
    "sitemap stuurt in een kring door": lambda base: (302, {"Location": f"{base}/sitemap.xml"}, b""),
    "sitemap wijst naar iets dat geen adres is": lambda base: (200, XML, index("http://[", "").encode()),
}
WORDS = {
    "sitemap is er niet": "status 404",
    "sitemap geeft 500": "status 500",
    "sitemap is leeg": "Hier staat niets in",
    "sitemap is een webpagina": "geen webpagina",
    "sitemap houdt halverwege op": "houdt halverwege op",
    "sitemap is in andere tekens dan zij zegt": "geen UTF-8",
    "sitemap is een bom in gzip": "hoogstens 60 MB",
    "sitemap is een kapot gzip-bestand": "gzip",
    "sitemap is een bom in XML": "DOCTYPE",
    "sitemap stuurt door naar het eigen netwerk": "geen (volledig) antwoord",
    "sitemap stuurt door naar een bestand": "geen (volledig) antwoord",
    "sitemap stuurt in een kring door": "geen (volledig) antwoord",
}


def read(site: UnfriendlySite) -> tuple[str, ...]:
    places = sitemap_addresses(site.url, {})
    return read_sitemaps(places, hosts=(site.host,), robots={}, agent="Goedgeregeld")


@pytest.mark.parametrize("name", ANSWERS)
def test_the_fault_is_told_in_dutch(name: str):
    with UnfriendlySite() as site:
        site.routes["/sitemap.xml"] = ANSWERS[name](site.url)
        with pytest.raises(UserError, match=re.escape(WORDS.get(name, "noemt geen enkele pagina"))):
            read(site)


def test_each_fault_stands_in_the_table():
    assert {name for group, name, _ in SITE_FAULTS if group == "sitemap"} == {*ANSWERS, "sitemap noemt ook onzin"}


def test_what_is_no_address_is_left_out():
    with UnfriendlySite() as site:
        site.routes["/sitemap.xml"] = (200, XML, PAGES.format(base=site.url).encode())
        assert read(site) == (f"{site.url}/een",)


def test_a_robots_txt_that_names_nonsense_as_sitemap_leaves_the_usual_place():
    robots: dict[str, Robots] = {robots_address("https://www.x.nl"): read_robots(200, b"Sitemap: http://[\n")}
    assert sitemap_addresses("https://www.x.nl", robots) == ("https://www.x.nl/sitemap.xml",)
