"""Whatever comes in, nothing of ours falls over: a named outcome or a Dutch mistake, never a stack.

GOEDGEREGELD_EXAMPLES sets how many examples each test tries; ten thousand each were tried before release.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.check import judge
from crawler.addresses import absolute, askable, netloc, page_key
from crawler.catalog import read_catalog
from crawler.reach import why_not_reached
from crawler.redirects import why_not_followed
from crawler.robots import read_robots
from feeds.delivery import pieces
from feeds.xml import records
from goedgeregeld.notifying import read_receivers
from model.errors import UserError
from model.page import Dossier
from model.product import Product
from model.tertaal import read_tertaal
from pages import parse_page
from tests.nights.city import HEAD

EXAMPLES = int(os.environ.get("GOEDGEREGELD_EXAMPLES", "150"))
many = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)

CELL = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "ja",
            "nee",
            "onbekend",
            "",
            "https://www.rotterdam.nl/paspoort",
            '"',
            '""',
            ",",
            ";",
            "\n",
            "\r",
            "\x00",
            "2026-13-40",
        ]
    ),
)
TAG = st.sampled_from(
    ["p", "h1", "h2", "h7", "main", "table", "tr", "td", "th", "dl", "dt", "dd", "ul", "li", "a", "button", "form", "input",
     "details", "summary", "script", "style", "template", "svg", "math", "iframe", "base", "title", "body", "html", "br", "nav"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["Kosten", "€ 12,50", "gratis", "5 werkdagen", "binnen acht weken", "aanvragen", "Maak een afspraak", "DigiD", "leges",
     "1.234,-", "€", "\u00a0", "&amp;", "&#0;", "&#xD800;", "<", ">", "]]>", "<!--", "-->", "<![CDATA[", "\x00", "\ud800"]
)  # fmt: skip
ATTRIBUTE = st.sampled_from(
    ["", " class=x", " href='/x'", " href=javascript:x", " id=''", " hidden", " colspan=99999999", " href='http://['"]
)
PIECE = st.one_of(
    WORDS,
    st.text(max_size=12),
    st.builds(lambda tag, attribute: f"<{tag}{attribute}>", TAG, ATTRIBUTE),
    st.builds(lambda tag: f"</{tag}>", TAG),
)
MARKUP = st.lists(PIECE, max_size=40).map("".join)
PAGE = st.one_of(
    st.binary(max_size=400),
    MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")),
    MARKUP.map(lambda text: text.encode("utf-16", "surrogatepass")),
    MARKUP.map(lambda text: b"<html lang=nl><body><main><h1>Paspoort</h1>" + text.encode("utf-8", "surrogatepass")),
)
KIND = st.sampled_from(
    [
        "",
        "text/html",
        "text/html; charset=utf-8",
        "text/html; charset=klingon",
        "application/xhtml+xml",
        "text/html; charset=utf-16",
    ]
)
ADDRESS = st.one_of(
    st.text(max_size=40),
    st.builds(lambda a, b: f"http{a}://{b}", st.sampled_from(["", "s", "x"]), st.text(max_size=30)),
    st.sampled_from(
        [
            "http://[",
            "http://[::1]:99999/",
            "//",
            "javascript:1",
            "data:,",
            "http://a:b@c/",
            "http://1.1.1.1.1/",
            "http://xn--/",
        ]
    ),
)


@many
@given(page=PAGE, kind=KIND)
def test_any_page_is_read_and_judged(page: bytes, kind: str):
    read = parse_page(page, url="https://www.voorbeeld.nl/p", content_type=kind)
    dossier = Dossier(product=Product(id="p", name="Paspoort", urls=(read.url,)), pages=(read,))
    results = judge(dossier)
    assert results
    assert [result.error for result in results if result.error] == []
    assert all(len(evidence.quote) <= 300 for result in results for evidence in result.finding.evidence)


@many
@given(
    rows=st.lists(st.lists(CELL, min_size=12, max_size=16), max_size=4),
    separator=st.sampled_from([",", ";", "\t"]),
    head=st.one_of(st.just(HEAD), st.text(max_size=60)),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"]),
)
def test_any_catalog_is_read_or_told_in_dutch(tmp_path: Path, rows, separator: str, head: str, encoding: str):
    text = "\n".join([head.replace(",", separator), *(separator.join(row) for row in rows)])
    check_catalog(tmp_path / "catalogus.csv", text.encode(encoding, "replace"))


@many
@given(content=st.binary(max_size=300))
def test_any_file_as_catalog_is_told_in_dutch(tmp_path: Path, content: bytes):
    check_catalog(tmp_path / "catalogus.csv", content)


def check_catalog(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    try:
        products = read_catalog(file)
    except UserError as error:
        if not str(error).strip():
            raise
        return
    assert len({product.id for product in products}) == len(products)
    assert all(absolute(url) for product in products for url in product.urls)


@many
@given(
    status=st.integers(0, 999),
    body=st.one_of(
        st.binary(max_size=300),
        st.lists(
            st.builds(
                lambda name, value: f"{name}: {value}",
                st.sampled_from(
                    ["User-agent", "Disallow", "Allow", "Crawl-delay", "Sitemap", "Request-rate", "Visit-time", "x"]
                ),
                st.one_of(
                    st.text(max_size=20),
                    st.sampled_from(["*", "/", "1/0", "-1", "nan", "inf", "9" * 400, "$", "/*$*", "%"]),
                ),
            ),
            max_size=12,
        ).map(lambda lines: "\r\n".join(lines).encode("utf-8", "surrogatepass")),
    ),
    path=st.text(max_size=20),
)
def test_any_robots_txt_gives_an_answer(status: int, body: bytes, path: str):
    robots = read_robots(status, body)
    address = (
        askable(f"https://www.voorbeeld.nl/{path}")
        if absolute(f"https://www.voorbeeld.nl/{path}")
        else "https://www.voorbeeld.nl/"
    )
    assert robots.allows(address, "Goedgeregeld") in (True, False)
    robots.delay("Goedgeregeld")


SITEMAP = st.lists(
    st.sampled_from(
        ["<urlset>", "</urlset>", "<sitemapindex>", "</sitemapindex>", "<url>", "</url>", "<loc>", "</loc>", "<sitemap>",
         "</sitemap>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE x>", "&lt;", "&x;", "<![CDATA[", "]]>", "http://[",
         "https://www.voorbeeld.nl/a", "<x:loc xmlns:x='y'>", "<loc xmlns=''>", "\x00", "é", "<!--", "-->", " "]
    ),
    max_size=30,
).map(lambda pieces: "".join(pieces).encode())  # fmt: skip


@many
@given(content=st.one_of(SITEMAP, SITEMAP.map(gzip.compress), st.binary(max_size=200)))
def test_any_sitemap_is_read_or_told_in_dutch(tmp_path: Path, content: bytes):
    file = tmp_path / "sitemap.xml"
    file.write_bytes(content)
    try:
        for record in records(pieces(str(file)), {(None, "url"), (None, "sitemap")}, "sitemap.xml"):
            assert absolute(next(iter(record.texts("loc")), "")) in (True, False)
    except UserError as error:
        if not str(error).strip():
            raise


@many
@given(address=ADDRESS)
def test_any_address_is_followed_or_refused(address: str):
    assert isinstance(netloc(address), str)
    why_not_followed(address, ("www.voorbeeld.nl",))
    if absolute(address):
        assert askable(address).startswith("http")
        assert page_key(address)


@many
@given(text=st.text(max_size=80))
def test_any_setting_is_read_or_told_in_dutch(text: str):
    told: list[str] = []
    for read in (lambda: read_receivers(text, ""), lambda: read_tertaal(text)):
        try:
            read()
        except UserError as mistake:
            told.append(str(mistake))
    assert all(told)


@settings(many, max_examples=min(EXAMPLES, 300))
@given(host=st.text(alphabet="0123456789abcdefx.:-[]%\u3002é", max_size=20))
def test_any_host_is_reached_or_not(host: str):
    assert isinstance(why_not_reached(host, frozenset()), str)
