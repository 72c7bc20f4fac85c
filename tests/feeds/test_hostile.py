from __future__ import annotations

import gzip
import itertools
import tracemalloc
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from feeds import delivery
from feeds.delivery import pieces
from feeds.reading import read_feed
from feeds.samenwerkende_catalogi import PRODUCT_TERMS
from feeds.upl import read_upl
from feeds.xml import records
from goedgeregeld import settings
from model.errors import UserError
from model.profile import ANY_SITE
from tests.feeds.official import CLOSE, OPEN, TODAY, feed, products, sdg_page

UPL = read_upl(settings.UPL)
WANTED = {(PRODUCT_TERMS, "scproduct")}
BOUND = 12_000_000  # bytes of memory that a hostile feed may cost
SMALL = 1_500_000  # bytes; the limit is made this small where a test must go past it
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def read(place: object):
    return read_feed([str(place)], upl=UPL, profile=ANY_SITE, today=TODAY)


def refusal(file, body: bytes) -> str:
    file.write_bytes(body)
    tracemalloc.start()
    try:
        with pytest.raises(UserError) as caught:
            read(file)
        assert tracemalloc.get_traced_memory()[1] < BOUND
    finally:
        tracemalloc.stop()
    assert caught.value.file == str(file)
    return str(caught.value)


@pytest.mark.parametrize(
    "document",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
        f'<!DOCTYPE a [<!ENTITY l "{"ha" * 50_000}">]><a>{"&l;" * 50_000}</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
        "<!DOCTYPE html><html><body>Inloggen</body></html>",
    ],
    ids=["laughs", "quadratic", "file", "network", "parameter entity", "external dtd", "web page"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_anything_in_it_is_done(tmp_path, document, encoding):
    said = refusal(tmp_path / "f.xml", document.encode(encoding))
    assert "DOCTYPE" in said
    assert "Er is niets overgenomen" in said


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ((OPEN + "<a>caf\xe9</a>" + CLOSE).encode("latin-1"), 3, "geen UTF-8"),
        (OPEN.replace("UTF-8", "UTF-99").encode() + CLOSE.encode(), 1, "'UTF-99'"),
        ((OPEN + CLOSE).replace("UTF-8", "utf-16").encode(), 1, "'utf-16'"),
        (feed(products(2))[:-40].encode(), 4, "houdt halverwege op"),
        (feed(products(2)).replace("</dcterms:title>", "").encode(), 3, "geen goede XML"),
        ((OPEN + CLOSE).encode(), None, "geen enkel product"),
        (b"<html><body>Inloggen</body></html>", None, "geen enkel product"),
        (b"naam;adres\nx;y\n", None, "geen XML (Samenwerkende Catalogi) en geen JSON"),
        (b"", None, "Hier staat niets in"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_with_its_line(tmp_path, body, line, says):
    file = tmp_path / "f.xml"
    said = refusal(file, body)
    assert says in said
    assert line is None or f"regel {line}" in said


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"])
def test_a_feed_in_another_encoding_that_it_names_is_read(tmp_path, encoding):
    file = tmp_path / "f.xml"
    file.write_bytes(feed(products(3)).replace("UTF-8", encoding).replace("Product 2", "Café 2").encode(encoding))
    assert [claim.title for claim in read(file).claims] == ["Product 0", "Product 1", "Café 2"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (OPEN + "<a>" * 20_000, "in elkaar"),
        (OPEN + "<overheidproduct:scproduct>" + "<x/>" * 30_000, "meer dan 5000 elementen"),
        (OPEN + "<a " + " ".join(f'x{n}="1"' for n in range(150_000)) + "/>", "groter dan 1 MB"),
        (OPEN + "<!--" + "x" * 1_500_000 + "-->" + CLOSE, "groter dan 1 MB"),
    ],
    ids=["deep", "wide", "attributes", "comment"],
)
def test_more_than_a_feed_can_hold_is_refused_in_bounded_memory(tmp_path, body, says):
    assert says in refusal(tmp_path / "f.xml", body.encode())


def test_two_hundred_megabytes_are_refused_without_being_read(tmp_path):
    file = tmp_path / "groot.xml"
    with file.open("wb") as stream:
        stream.write(OPEN.encode())
        stream.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(UserError, match="200 MB"):
        read(file)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_an_address_that_never_stops_is_cut_off(httpserver: HTTPServer, monkeypatch):
    monkeypatch.setattr(delivery, "LARGEST", SMALL)
    sent: list[int] = []

    def endless() -> Iterator[bytes]:
        yield OPEN.encode()
        for _ in itertools.count():
            sent.append(1)
            yield b"<x/>" * 25_000

    httpserver.expect_request("/f").respond_with_response(Response(endless()))
    tracemalloc.start()
    with pytest.raises(UserError, match="meer dan 1 MB"):
        read(httpserver.url_for("/f"))
    assert tracemalloc.get_traced_memory()[1] < BOUND
    tracemalloc.stop()
    assert len(sent) * 100_000 < 10 * SMALL


def test_a_packed_bomb_is_counted_as_what_comes_out_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(delivery, "LARGEST", SMALL)
    file = tmp_path / "f.xml.gz"
    file.write_bytes(gzip.compress(OPEN.encode() + b"<x/>" * 500_000, 9))
    assert "meer dan 1 MB" in refusal(file, file.read_bytes())


def test_a_packed_feed_is_read(tmp_path):
    file = tmp_path / "f.xml.gz"
    file.write_bytes(gzip.compress(feed(products(2)).encode()))
    assert len(read(file).claims) == 2


def test_a_large_honest_feed_is_read_product_by_product(tmp_path):
    file = tmp_path / "f.xml"
    file.write_text(feed(products(1_000)), encoding="utf-8")
    tracemalloc.start()
    assert sum(1 for _ in records(pieces(str(file)), WANTED, "f")) == 1_000
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"results": [{"uuid": "x"', "geen goede JSON"),
        (b"[" * 100_000, "diep of vreemd"),
        (b'{"results": [' + b"1" * 5_000 + b"]}", "diep of vreemd"),
        (b'{"results": "niets"}', "geen lijst"),
        (b'{"results": []}', "geen enkel product"),
        (b'{"results": [{"uuid": "caf\xe9"}]}', "geen UTF-8"),
    ],
)
def test_what_is_no_sdg_export_is_refused(tmp_path, body, says):
    assert says in refusal(tmp_path / "f.json", body)


def test_a_next_page_on_another_server_is_not_asked(httpserver: HTTPServer):
    elsewhere = sdg_page([{"uuid": "1", "upnLabel": "paspoort"}], "http://169.254.169.254/latest")
    httpserver.expect_request("/a").respond_with_data(elsewhere)
    with pytest.raises(UserError, match="andere server"):
        read(httpserver.url_for("/a"))


def test_pages_that_point_at_each_other_end(httpserver: HTTPServer):
    one = [{"uuid": "1", "upnLabel": "paspoort"}]
    httpserver.expect_request("/a").respond_with_data(sdg_page(one, httpserver.url_for("/b")))
    httpserver.expect_request("/b").respond_with_data(
        sdg_page([{"uuid": "2", "upnLabel": "x"}], httpserver.url_for("/a"))
    )
    assert len(read(httpserver.url_for("/a")).claims) == 2
