"""A small municipal site on loopback whose pages can be edited between two nights, and a mailbox that keeps what is sent."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

NAMES = ("paspoort", "rijbewijs", "uittreksel", "akte", "parkeervergunning", "kapvergunning")
HEAD = (
    "id,naam,urls,cluster,doelgroep,thema,upl,online_mogelijk,kosten_van_toepassing,termijn_van_toepassing,"
    "eigenaar,actief_van,actief_tot,bron,bron_datum"
)
COMPLETE = (
    "<h2>Aanvragen</h2><p>Maak een afspraak en vraag het aan bij de balie van de Stadswinkel Centrum.</p>"
    "<h2>Kosten</h2><p>Een {name} kost € {price}.</p>"
    "<h2>Hoelang duurt het</h2><p>U kunt uw {name} na 5 werkdagen ophalen.</p>"
)


def page(name: str, main: str = COMPLETE, price: str = "83,87") -> str:
    """A product page that tells all, with a menu and footer around it."""
    body = main.format(name=name, price=price)
    title = name.capitalize() + " aanvragen"
    return (
        f'<!doctype html><html lang="nl"><head><title>{title}</title></head><body><header><nav><a href="/">Home</a></nav>'
        f"</header><main><h1>{title}</h1><p>Over dit product van de gemeente, voor inwoners die het {name} nodig hebben.</p>"
        f"{body}</main><footer><p>Gemeente</p></footer></body></html>"
    )


class City:
    """``pages`` by path; ``instead`` answers every page with one status and text, as maintenance and blocks do.

    ``instead_once`` holds, by path, statuses to give first, each once.
    """

    def __init__(self) -> None:
        self.pages: dict[str, str] = {f"/{name}-aanvragen": page(name) for name in NAMES}
        self.instead: tuple[int, str] | None = None
        self.instead_once: dict[str, list[int]] = {}
        self.redirect = ""
        self.robots = (404, "")
        self.asked: list[tuple[str, int]] = []
        self.mail: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def mailbox(self) -> str:
        """Where messages can be sent, in apprise's words."""
        return f"json://127.0.0.1:{self._server.server_port}/post"

    def catalog(self, file: Path, names: tuple[str, ...] = NAMES, **changes: str) -> Path:
        """Write the catalog; ``changes`` maps a product to another name for it."""
        lines = [
            f"{name},{changes.get(name, name.capitalize())},https://www.rotterdam.nl/{name}-aanvragen,"
            f"{'Dienstverlening' if place % 2 == 0 else 'Stadsbeheer'},inwoner,documenten,,ja,ja,ja,Team {name},,,test,2026-11"
            for place, name in enumerate(names)
        ]
        file.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
        return file

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(city: City) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, body, headers = self._answer()
            city.asked.append((self.path, status))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            city.mail.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _answer(self) -> tuple[int, bytes, dict[str, str]]:
            html = {"Content-Type": "text/html; charset=utf-8"}
            if self.path == "/robots.txt":
                return city.robots[0], city.robots[1].encode(), {"Content-Type": "text/plain"}
            if city.redirect and self.path != city.redirect:
                return 302, b"", {"Location": city.redirect}
            if left := city.instead_once.get(self.path):
                return left.pop(0), b"<h1>Storing</h1>", {**html, "Retry-After": "0"}
            if city.instead:
                return city.instead[0], city.instead[1].encode(), {**html, "Retry-After": "0"}
            if self.path not in city.pages:
                return 404, b"<h1>Weg</h1>", html
            body = city.pages[self.path].encode()
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == etag:
                return 304, b"", {"ETag": etag}
            return 200, body, {**html, "ETag": etag}

        def log_message(self, *_: object) -> None:
            pass

    return Handler
