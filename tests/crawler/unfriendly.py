"""A small municipal site on loopback with every unfriendliness that a crawler meets, and its access log."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]
Route = Answer | Callable[["UnfriendlySite"], Answer]
PAUSE = 0.1  # seconds between two drips

HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str, main: str = "<p>Vraag het aan bij de balie.</p>", *, head: str = "", around: str = "") -> Answer:
    """A page with a menu and a footer around its main content."""
    body = f"""<!doctype html><html lang="nl"><head><title>{title}</title>{head}</head><body>
    <nav><a href="/menu/tarieven">Tarieven</a></nav><main><h1>{title}</h1>{main}</main>{around}
    <footer><a href="/footer/openingstijden">Adressen en openingstijden</a></footer></body></html>"""
    return 200, HTML, body.encode()


def redirect(to: str, status: int = 301) -> Answer:
    return status, {"Location": to}, b""


class UnfriendlySite:
    """Routes by path (with query); ``asked`` lists every path in the order in which it was asked for."""

    def __init__(self, routes: dict[str, Route] | None = None, robots: Route = (404, {}, b"")) -> None:
        self.routes: dict[str, Route] = {"/robots.txt": robots, **(routes or {})}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.moments: dict[str, list[float]] = {}
        self.cookies: set[str] = set()
        self.closing = threading.Event()
        self.open = 0
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def counted(self) -> Counter[str]:
        return Counter(self.asked)

    def busy(self, requests: int, seconds: float) -> bool:
        """Whether within ``seconds`` at least so many requests are being answered at once."""
        with self._changed:
            return self._changed.wait_for(lambda: self.open >= requests, seconds)

    def left_alone(self, seconds: float) -> bool:
        """Whether within ``seconds`` nobody is being answered any more."""
        with self._changed:
            return self._changed.wait_for(lambda: self.open == 0, seconds)

    def count(self, change: int) -> None:
        with self._changed:
            self.open += change
            self._changed.notify_all()

    def __enter__(self) -> UnfriendlySite:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


def drips_for_ever(_: UnfriendlySite) -> Answer:
    """A page that comes in small pieces without end."""
    return 200, {**HTML, "X-Drip": "1"}, b"<html><body>"


def resets(_: UnfriendlySite) -> Answer:
    """No answer at all: the connection is closed."""
    return 0, {"X-Reset": "1"}, b""


def _handler(site: UnfriendlySite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.count(1)
            try:
                self._answer()
            except OSError:
                self.close_connection = True
            finally:
                site.count(-1)

        def _answer(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            if "Cookie" in self.headers:
                site.cookies.add(self.headers["Cookie"])
            site.moments.setdefault(self.path, []).append(time.monotonic())
            route = site.routes.get(self.path, (404, HTML, b"<h1>Niet gevonden</h1>"))
            status, headers, body = route(site) if callable(route) else route
            if "X-Reset" in headers:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "X-Drip" in headers:
                self._drip()
                return
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if int(headers.get("Content-Length", len(body))) != len(body):
                self.close_connection = True

        def _drip(self) -> None:
            self.close_connection = True
            self.end_headers()
            while not site.closing.wait(PAUSE):
                self.wfile.write(b"<p>nog even</p>")

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def zipped(body: bytes) -> Answer:
    return 200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(body)
