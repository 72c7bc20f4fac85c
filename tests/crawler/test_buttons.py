"""Buttons are followed one step: politely, each address once, without sending anything; and it is told where they lead."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from crawler.buttons import buttons_to_follow, hosts_to_follow
from crawler.crawl import follow_buttons
from model.landing import Landing, LandingKind
from model.profile import SiteProfile
from pages import parse_page

HTML = {"Content-Type": "text/html"}
PDF = {"Content-Type": "application/pdf"}


class Forms:
    """A server with forms; ``asked`` counts (method, path)."""

    def __init__(self, routes: dict[str, tuple[int, dict[str, str]]], robots: str = "") -> None:
        self.asked: Counter[tuple[str, str]] = Counter()
        forms = self

        class Visitor(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                forms.asked[self.command, self.path] += 1
                if self.path == "/robots.txt":
                    status, headers, body = (200, {"Content-Type": "text/plain"}, robots.encode())
                else:
                    status, headers = routes.get(self.path, (404, {}))
                    body = b"<h1>Formulier</h1>" * 4
                if self.command == "HEAD" and headers.get("X-No-Head"):
                    status = 405
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            do_HEAD = do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Visitor)
        self.host = f"127.0.0.1:{self._server.server_port}"
        self.url = f"http://{self.host}"

    @contextmanager
    def serving(self) -> Iterator[Forms]:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()


ROUTES = {
    "/formulier": (200, HTML),
    "/zonder-head": (200, {**HTML, "X-No-Head": "ja"}),
    "/naar-pdf": (302, {"Location": "/bestand"}),
    "/bestand": (200, PDF),
    "/naar-login": (302, {"Location": "/inloggen/digid"}),
    "/ook-naar-login": (302, {"Location": "/inloggen/digid"}),
    "/inloggen/digid": (200, HTML),
    "/naar-afspraak": (302, {"Location": "/afspraak-maken"}),
    "/afspraak-maken": (200, HTML),
    "/elders": (302, {"Location": "https://www.rdw.example/aanvragen"}),
    "/voorpagina": (301, {"Location": "/"}),
    "/": (200, HTML),
    "/kring": (302, {"Location": "/kring2"}),
    "/kring2": (302, {"Location": "/kring"}),
    "/stuk": (500, HTML),
    "/weg": (410, HTML),
    "/verboden/formulier": (200, HTML),
}
EXPECTED = {
    "/formulier": LandingKind.PAGINA,
    "/zonder-head": LandingKind.PAGINA,
    "/naar-pdf": LandingKind.DOCUMENT,
    "/naar-login": LandingKind.INLOGGEN,
    "/ook-naar-login": LandingKind.INLOGGEN,
    "/naar-afspraak": LandingKind.AFSPRAAK,
    "/elders": LandingKind.ELDERS,
    "/voorpagina": LandingKind.WERKT_NIET,
    "/kring": LandingKind.ONBEKEND,
    "/stuk": LandingKind.ONBEKEND,
    "/weg": LandingKind.WERKT_NIET,
    "/bestaat-niet": LandingKind.WERKT_NIET,
    "/verboden/formulier": LandingKind.ONBEKEND,
}


def followed(forms: Forms, *addresses: str, hosts: tuple[str, ...] = ()) -> dict[str, Landing]:
    found: dict[str, Landing] = {}
    profile = SiteProfile(name="v", municipality="V", hosts=("www.voorbeeld.nl",), form_hosts=(forms.host,))
    follow_buttons(
        addresses,
        run_id="meting-1",
        profile=profile,
        hosts=hosts or (forms.host,),
        contact="beheer@voorbeeld.nl",
        save=lambda landing: found.__setitem__(landing.url, landing),
        settings={"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "DOWNLOAD_TIMEOUT": 10},
    )
    return found


def test_every_button_is_told_where_it_leads_and_each_address_is_asked_once():
    with Forms(ROUTES, robots="User-agent: *\nDisallow: /verboden/\n").serving() as forms:
        found = followed(forms, *(forms.url + path for path in EXPECTED))
        asked = forms.asked
    assert {url.removeprefix(forms.url): landing.kind for url, landing in found.items()} == EXPECTED
    assert max(asked.values()) == 1
    assert {method for method, _ in asked} == {"HEAD", "GET"}
    # GET only where HEAD gave an error that may not be meant
    gets = {path for method, path in asked if method == "GET"}
    assert gets == {"/robots.txt", "/zonder-head", "/stuk", "/weg", "/bestaat-niet"}
    assert ("HEAD", "/verboden/formulier") not in asked
    assert found[f"{forms.url}/elders"].final_url == "https://www.rdw.example/aanvragen"


def test_a_form_server_with_a_name_that_does_not_exist_does_not_work():
    with Forms(ROUTES).serving() as forms:
        gone = "http://formulieren.bestaat-niet.invalid/x"
        found = followed(forms, gone, hosts=(forms.host, "formulieren.bestaat-niet.invalid"))
    assert found[gone].kind is LandingKind.WERKT_NIET
    assert "bestaat niet" in found[gone].detail


def test_a_name_that_leads_into_the_own_network_is_not_asked():
    name = socket.gethostname()
    with Forms(ROUTES).serving() as forms:
        port = forms.host.rpartition(":")[2]
        address = f"http://{name}:{port}/formulier"
        found = followed(forms, address, hosts=(f"{name}:{port}",))
        asked = forms.asked
    assert found[address].kind is LandingKind.ONBEKEND
    assert "eigen netwerk" in found[address].detail
    assert not asked


PROFILE = SiteProfile(
    name="v",
    municipality="V",
    hosts=("www.voorbeeld.nl",),
    form_hosts=("formulieren.voorbeeld.nl",),
    appointment_hosts=("afspraken.voorbeeld.nl",),
    external_hosts=(".rdw.nl",),
)
PAGE = parse_page(
    b"""<html><body><nav><a href="https://formulieren.voorbeeld.nl/menu">Menu</a></nav><main><h1>Product</h1>
    <p>Via <a href="https://formulieren.voorbeeld.nl/a#deel">het formulier</a> of <a href="https://www.rdw.nl/x">de RDW</a>.</p>
    <a class="button" href="https://formulieren.voorbeeld.nl/a">Aanvragen</a>
    <a class="button" href="https://afspraken.voorbeeld.nl/b">Afspraak maken</a>
    <a class="button" href="/doorverwijzing/12">Aanvragen</a> <a class="button" href="/formulier.pdf">Formulier</a>
    <a class="button" href="/tarieven">Tarieven</a> <a href="/lees-meer">Lees meer</a> <a href="mailto:x@y.nl">Mail</a>
    <form action="https://formulieren.voorbeeld.nl/verstuur" method="post"><button>Verstuur</button></form>
    </main></body></html>""",
    url="https://www.voorbeeld.nl/product",
)


def test_what_is_followed_are_forms_appointments_and_own_buttons_each_once():
    known = ["https://www.voorbeeld.nl/tarieven/"]
    assert buttons_to_follow([PAGE, PAGE], PROFILE, PROFILE.hosts, known) == (
        "https://formulieren.voorbeeld.nl/a",
        "https://afspraken.voorbeeld.nl/b",
        "https://www.voorbeeld.nl/doorverwijzing/12",
    )


def test_a_rehearsal_on_this_machine_reaches_no_other():
    own = ("127.0.0.1:8800",)
    assert hosts_to_follow(PROFILE, own) == own
    assert buttons_to_follow([PAGE], PROFILE, own) == ()
