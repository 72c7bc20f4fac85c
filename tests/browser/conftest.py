"""A site on loopback with every kind of page that a browser can meet, and the engine aimed at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from crawler.browser import BrowserSettings, ServedPage, scan
from model.scan import AxeScan

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
HTML = {"content-type": "text/html; charset=utf-8"}


def document(body: str, head: str = "") -> str:
    """A page without faults around ``body``."""
    return (
        f'<!doctype html><html lang="nl"><head><title>Pagina</title>{head}</head>'
        f"<body><main><h1>Pagina</h1>{body}</main></body></html>"
    )


def served(url: str, body: str) -> ServedPage:
    """A page of that address as the spider would have it."""
    return ServedPage(url=url, final_url=url, status=200, headers=HTML, body=body.encode())


@dataclass
class Site:
    """A server: ``pages`` maps a path to HTML or to (status, headers, body); ``asked`` lists host and path of each request."""

    pages: dict[str, str | tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def here(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def elsewhere(self) -> str:
        """The same server as another site: a browser gives its frames another process."""
        return f"http://localhost:{self.port}"

    def served(self, path: str) -> ServedPage:
        """A page as the spider would have it."""
        answer = self.pages[path]
        status, headers, body = (200, HTML, answer.encode()) if isinstance(answer, str) else answer
        return ServedPage(url=self.here + path, final_url=self.here + path, status=status, headers=headers, body=body)


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.headers["Host"], self.path))
            answer = found.pages.get(self.path, (404, HTML, b"<title>weg</title>"))
            status, headers, body = (200, HTML, answer.encode()) if isinstance(answer, str) else answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *ignored: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    found.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


Audit = Callable[..., list[AxeScan]]


@pytest.fixture
def audit() -> Audit:
    """Test pages with settings for impatient tests; returns the scans ordered by address and width."""

    def run(*pages: ServedPage | str, **settings: Any) -> list[AxeScan]:
        chosen = BrowserSettings(
            **{"axe_path": AXE, "page_deadline": 120.0, "frame_deadline": 60.0, "viewports": (1280,), **settings}
        )
        found = scan(pages, chosen, run_id="r1", now=lambda: datetime.now(UTC))
        return sorted(found, key=lambda one: (one.url, -one.viewport))

    return run


def faults(scan: AxeScan, kind: str = "violations") -> set[tuple[str, str]]:
    """Rule and element of everything that was found."""
    return {(rule["id"], str(node["target"])) for rule in scan.result[kind] for node in rule["nodes"]}
