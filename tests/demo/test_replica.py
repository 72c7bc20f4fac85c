"""The replica as a visitor meets it: three servers on loopback that answer as the truth says."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import threading
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from demo.compare import said
from demo.server import Replica
from demo.truth import ProductTruth, Truth
from model.finding import Online
from model.landing import LandingKind
from model.product import Product
from model.profile import ANY_SITE

Headers = dict[str, str]


def ask(address: str, headers: Headers | None = None, timeout: float = 10) -> tuple[int, Headers, bytes]:
    """One request without following redirects: status, headers with small letters, body."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=timeout)
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def misbehaving(truth: Truth, key: str) -> ProductTruth:
    return next(item for item in truth.products.values() if item.mischief and item.mischief.key == key)


def plain(truth: Truth) -> list[ProductTruth]:
    return [item for item in truth.products.values() if item.mischief is None and not item.same_as]


def test_every_plain_page_says_what_the_truth_says_it_says(replica: Replica, truth: Truth) -> None:
    for item in plain(truth):
        for question in ("hoe", "kosten", "afhandeltermijn"):
            status, _, body = ask(
                replica.base + (item.path if question == "hoe" else item.through.get(question, item.path))
            )
            assert status == 200
            text = folded(html.fromstring(body.decode()).text_content())
            first = said(item, question).split(" / ")[0]
            if first and not any(mark in first for mark in "[|=?>+"):
                assert folded(first.lstrip("#- 1.")) in text, (item.product.id, question)


def test_what_another_page_holds_is_reached_by_links_from_the_main_page(replica: Replica, truth: Truth) -> None:
    held = [(item, path) for item in plain(truth) for path in set(item.through.values())]
    assert len(held) > 4
    for item, path in held:
        seen, queue = set(), [item.path]
        while queue and path not in seen:
            here = queue.pop()
            seen.add(here)
            links = html.fromstring(ask(replica.base + here)[2].decode()).xpath("//main//a/@href")
            queue += [link for link in links if link.startswith(item.path_below("")) and link not in seen]
            queue += [link for link in links if link in item.step_paths and link not in seen]
        assert path in seen, item.product.id


def folded(text: str) -> str:
    return " ".join(text.split()).lower()


def test_an_older_address_leads_for_good_to_the_newest(replica: Replica, truth: Truth) -> None:
    older = [(old, item) for item in truth.products.values() for old in item.older]
    assert older
    for old, item in older:
        status, headers, _ = ask(replica.base + old)
        assert (status, headers["location"]) == (301, item.path)


def test_every_link_inside_the_site_leads_to_a_page(replica: Replica, truth: Truth) -> None:
    broken = set()
    for item in plain(truth):
        tree = html.fromstring(ask(replica.base + item.path)[2].decode())
        for link in tree.xpath("//main//a/@href | //nav//a/@href | //footer//a/@href"):
            if link.startswith("/"):
                known = {other.path for other in truth.products.values() if other.mischief}
                if link not in known and ask(replica.base + link)[0] >= 400:
                    broken.add(link)
        if len(broken) > 3:
            break
    assert not broken


def test_buttons_lead_to_the_servers_for_forms_and_appointments(replica: Replica, truth: Truth) -> None:
    seen = set()
    for item in plain(truth):
        for _, target in item.route.buttons:
            if target in ("@form", "@login", "@afspraak"):
                tree = html.fromstring(ask(replica.base + item.path)[2].decode())
                links = tree.xpath("//main//a/@href")
                host = replica.hosts.appointments if target == "@afspraak" else replica.hosts.forms
                link = next(link for link in links if link.startswith(host))
                if target not in seen and item.landing is None:
                    assert ask(link)[0] == 200
                    seen.add(target)
    assert seen == {"@form", "@login", "@afspraak"}


def test_one_button_is_dead_one_gives_a_pdf_and_one_asks_to_log_in(replica: Replica, truth: Truth) -> None:
    planted = {item.landing: item for item in plain(truth) if item.landing}
    assert set(planted) == {LandingKind.WERKT_NIET, LandingKind.DOCUMENT, LandingKind.INLOGGEN}
    answers = {}
    for kind, item in planted.items():
        tree = html.fromstring(ask(replica.base + item.path)[2].decode())
        link = next(link for link in tree.xpath("//main//a/@href") if link.startswith(replica.hosts.forms))
        status, headers, _ = ask(link)
        answers[kind] = (status, headers.get("location", ""))
    assert answers[LandingKind.WERKT_NIET] == (404, "")
    assert answers[LandingKind.INLOGGEN][1].startswith("/inloggen/")
    pdf = answers[LandingKind.DOCUMENT][1]
    assert ask(pdf)[1]["content-type"] == "application/pdf"
    assert planted[LandingKind.DOCUMENT].labels["online"] is Online.NEE


def test_the_start_flow_can_be_walked_step_by_step(replica: Replica, truth: Truth) -> None:
    item = next(item for item in plain(truth) if item.route.id == "ja-start-stappen")
    tree = html.fromstring(ask(replica.base + item.path)[2].decode())
    path = next(link for link in tree.xpath("//main//a/@href") if "/start-" in link)
    steps = []
    while path:
        tree = html.fromstring(ask(replica.base + path)[2].decode())
        steps.append(tree.xpath("string(//*[@class='stad-stap'])"))
        path = next(iter(tree.xpath("//main//a[.='Volgende stap']/@href")), "")
    assert steps == ["Stap 1 van 3", "Stap 2 van 3", "Stap 3 van 3"]


def test_a_page_is_not_sent_again_to_who_has_it(replica: Replica, truth: Truth) -> None:
    address = replica.base + plain(truth)[0].path
    _, headers, _ = ask(address)
    status, _, body = ask(address, {"If-None-Match": headers["etag"]})
    assert (status, body) == (304, b"")
    assert headers["last-modified"]


def test_a_page_is_compressed_for_who_can_read_that(replica: Replica, truth: Truth) -> None:
    address = replica.base + plain(truth)[0].path
    _, headers, body = ask(address, {"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == ask(address)[2]


def test_the_compressed_sitemap_index_leads_to_every_product(replica: Replica, truth: Truth) -> None:
    robots = ask(f"{replica.base}/robots.txt")[2].decode()
    index = next(line.removeprefix("Sitemap: ") for line in robots.splitlines() if line.startswith("Sitemap: "))
    found: set[str] = set()
    for part in locations(ask(index)[2]):
        found |= set(locations(ask(part)[2]))
    assert found == {replica.base + item.path for item in truth.products.values()}


def locations(body: bytes) -> list[str]:
    text = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
    return [str(place) for place in etree.fromstring(text).xpath("//*[local-name()='loc']/text()")]


def test_robots_forbids_one_product(replica: Replica, truth: Truth) -> None:
    robots = ask(f"{replica.base}/robots.txt")[2].decode()
    assert f"Disallow: {misbehaving(truth, 'robots').path}\n" in robots
    assert "crawl-delay" not in robots.lower()


@pytest.mark.parametrize("key", ["404", "410", "500", "403"])
def test_a_failing_address_fails_with_its_status(key: str, replica: Replica, truth: Truth) -> None:
    assert ask(replica.base + misbehaving(truth, key).path)[0] == int(key)


def test_a_chain_of_redirects_ends_at_the_page(replica: Replica, truth: Truth) -> None:
    item = misbehaving(truth, "keten")
    hops, path = 0, item.path
    while (answer := ask(replica.base + path))[0] == 302:
        hops, path = hops + 1, answer[1]["location"]
    assert (hops, answer[0]) == (3, 200)
    assert path in item.addresses


def test_a_ring_of_redirects_comes_back_to_where_it_began(replica: Replica, truth: Truth) -> None:
    item = misbehaving(truth, "kring")
    there = ask(replica.base + item.path)[1]["location"]
    assert ask(replica.base + there)[1]["location"] == item.path


def test_another_server_is_where_one_product_leads(replica: Replica, truth: Truth) -> None:
    location = ask(replica.base + misbehaving(truth, "andere-host").path)[1]["location"]
    assert location.startswith(replica.hosts.appointments)


def test_the_slow_page_takes_three_seconds_and_then_comes(replica: Replica, truth: Truth) -> None:
    began = time.monotonic()
    status, _, _ = ask(replica.base + misbehaving(truth, "traag").path)
    assert status == 200
    assert time.monotonic() - began >= 2.9


def test_the_endless_page_goes_on_after_its_end(replica: Replica, truth: Truth) -> None:
    parts = urlsplit(replica.base + misbehaving(truth, "eindeloos").path)
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
        connection.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        got = b""
        while got.count(b"En verder") < 3:
            got += connection.recv(4096)
    assert b"200 OK" in got


def test_the_page_with_wrong_characters_is_windows_1252_but_says_utf_8(replica: Replica, truth: Truth) -> None:
    _, headers, body = ask(replica.base + misbehaving(truth, "tekens").path)
    assert headers["content-type"] == "text/html; charset=utf-8"
    with pytest.raises(UnicodeDecodeError):
        body.decode()
    assert "›" in body.decode("cp1252") or "é" in body.decode("cp1252") or "€" in body.decode("cp1252")


def test_the_big_page_is_bigger_than_ten_megabytes(replica: Replica, truth: Truth) -> None:
    assert len(ask(replica.base + misbehaving(truth, "groot").path)[2]) > 10 * 1024 * 1024


def test_too_many_requests_asks_for_one_second_and_then_answers(products: Sequence[Product]) -> None:
    with Replica(products) as fresh:
        address = fresh.base + misbehaving(fresh.truth, "429").path
        status, headers, _ = ask(address)
        assert (status, headers["retry-after"]) == (429, "1")
        assert ask(address)[0] == 200


def test_one_product_is_a_pdf_and_one_is_empty(replica: Replica, truth: Truth) -> None:
    _, headers, body = ask(replica.base + misbehaving(truth, "pdf").path)
    assert headers["content-type"] == "application/pdf"
    assert body.startswith(b"%PDF-")
    assert ask(replica.base + misbehaving(truth, "leeg").path)[::2] == (200, b"")


def test_one_connection_is_broken_off(replica: Replica, truth: Truth) -> None:
    with pytest.raises(ConnectionError):
        ask(replica.base + misbehaving(truth, "afgebroken").path)


def test_the_calendar_always_has_a_next_month(replica: Replica) -> None:
    path = "/kalender/2026/11"
    for _ in range(15):
        tree = html.fromstring(ask(replica.base + path)[2].decode())
        path = tree.xpath("//main//a[.='Volgende maand']/@href")[0]
    assert path == "/kalender/2028/02"


def test_the_access_log_tells_who_asked_for_what(replica: Replica) -> None:
    before = len(replica.log.visits())
    ask(f"{replica.base}/nieuws/", {"User-Agent": "een bezoeker"})
    visit = replica.log.visits()[before]
    assert (visit.method, visit.path, visit.status, visit.user_agent) == ("GET", "/nieuws/", 200, "een bezoeker")
    assert visit.host == urlsplit(replica.base).netloc


def test_the_access_log_is_kept_as_json_lines(products: Sequence[Product], tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "toegang.jsonl"
    with Replica(products[:3], log_path=file) as small:
        ask(f"{small.base}/")
        ask(f"{small.base}/bestaat-niet")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(line["path"], line["status"]) for line in lines] == [("/", 200), ("/bestaat-niet", 404)]


def test_nothing_can_be_submitted(replica: Replica) -> None:
    parts = urlsplit(replica.hosts.forms)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    connection.request("POST", "/formulieren/iets", body=b"naam=x")
    assert connection.getresponse().status == 405
    connection.close()


def test_stopping_frees_the_ports_even_while_a_page_drips(products: Sequence[Product]) -> None:
    running = Replica(products).start()
    address = running.base + misbehaving(running.truth, "eindeloos").path
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
        connection.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        assert connection.recv(100)
        began = time.monotonic()
        running.stop()
        assert time.monotonic() - began < 3
    ports = [urlsplit(host).port or 0 for host in (running.hosts.site, running.hosts.forms, running.hosts.appointments)]
    with Replica([], ports=(ports[0], ports[1], ports[2])) as again:
        assert ask(f"{again.base}/")[0] == 200


def test_the_site_gives_more_than_four_hundred_pages_a_second(replica: Replica, truth: Truth) -> None:
    paths = [item.path for item in plain(truth)][:150]

    def visit() -> None:
        connection = http.client.HTTPConnection(urlsplit(replica.base).netloc)
        for path in paths:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            connection.getresponse().read()
        connection.close()

    visit()
    visitors = [threading.Thread(target=visit) for _ in range(4)]
    began = time.monotonic()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert 4 * len(paths) / (time.monotonic() - began) > 400


def test_the_profile_counts_the_three_servers_as_the_citys_own(replica: Replica) -> None:
    profile = replica.profile(ANY_SITE)
    assert profile.hosts == (urlsplit(replica.base).netloc,)
    assert profile.form_hosts == (urlsplit(replica.hosts.forms).netloc,)
    assert profile.appointment_hosts == (urlsplit(replica.hosts.appointments).netloc,)


def test_extra_pages_have_about_a_thousand_elements_and_seventeen_known_faults(replica: Replica) -> None:
    bench = replica.extra_pages(40)
    assert len(bench.paths()) == 40
    assert len(bench.faults) == 17
    tree = html.fromstring(ask(replica.base + bench.paths()[20])[2].decode())
    assert 900 <= len(tree.xpath("//*")) <= 1100
    assert ask(f"{replica.base}/bench/41")[0] == 404
    for fault in bench.faults:
        if not fault.frame:
            tree = html.fromstring(ask(replica.base + fault.path)[2].decode())
            assert tree.cssselect(fault.selector)
