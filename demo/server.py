"""Serves the replica on three loopback servers and keeps an access log."""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

from demo.bench import Bench
from demo.build import SEED
from demo.hosts import Hosts
from demo.site import LAST_MODIFIED, NLDS, Answer, Site, build_site
from demo.surroundings import calendar_page
from demo.truth import Truth
from model.product import Product
from model.profile import SiteProfile

LOOPBACK = "127.0.0.1"
CALENDAR = re.compile(r"/kalender/(\d{4})/(\d{2})$")
SLOW_SECONDS = 3.0
DRIP_SECONDS = 0.2
COMPRESSIBLE = ("text/", "application/xml", "image/svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request: method, host (with port), path with query, user agent, status, and seconds since the epoch.

    ``status`` is 0 where the connection was broken off without an answer.
    """

    method: str
    host: str
    path: str
    user_agent: str
    status: int
    time: float


class AccessLog:
    """The visits in the order in which they were answered; also written as JSON lines where a path was given."""

    def __init__(self, path: Path | None = None) -> None:
        self._visits: list[Visit] = []
        self._lock = threading.Lock()
        self._file = path.open("w", encoding="utf-8", buffering=1) if path else None

    def add(self, visit: Visit) -> None:
        """Remember one visit."""
        with self._lock:
            self._visits.append(visit)
            if self._file:
                self._file.write(json.dumps(asdict(visit), ensure_ascii=False) + "\n")

    def visits(self) -> list[Visit]:
        """A copy of all visits so far."""
        with self._lock:
            return list(self._visits)

    def clear(self) -> None:
        """Forget the visits so far (the file keeps them)."""
        with self._lock:
            self._visits.clear()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._file:
                self._file.close()
                self._file = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, port: int, log: AccessLog, stopping: threading.Event) -> None:
        self.answers: dict[str, Answer] = {}
        self.bench: Bench | None = None
        self.log = log
        self.stopping = stopping
        self.refused_once: set[str] = set()
        self.open_sockets: set[socket.socket] = set()
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"http://{LOOPBACK}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.open_sockets.add(self.connection)

    def finish(self) -> None:
        self.server.open_sockets.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        """Answer, or misbehave as the answer says."""
        answer = self.find()
        if answer.behaviour == "reset":
            return self.reset()
        if answer.behaviour == "drip":
            return self.drip(answer)
        if answer.behaviour == "slow":
            self.server.stopping.wait(SLOW_SECONDS)
        if answer.behaviour == "retry" and self.path not in self.server.refused_once:
            self.server.refused_once.add(self.path)
            return self.send(replace(answer, body=b"", status=429), {"Retry-After": "1"})
        if answer.status == 200 and self.headers.get("If-None-Match") == answer.etag:
            return self.send(replace(answer, body=b"", status=304))
        return self.send(answer)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """Nothing may be submitted here."""
        self.close_connection = True
        self.send(Answer(b"", status=405))

    def find(self) -> Answer:
        """The answer for the path as asked, else without its query, else the calendar, else not found."""
        answers = self.server.answers
        path = self.path
        found = answers.get(path) or answers.get(path.split("?")[0])
        if found:
            return found
        if self.server.bench and (body := self.server.bench.body(path)):
            return Answer(body)
        if month := CALENDAR.match(path):
            return Answer(calendar_page(int(month[1]), int(month[2])))
        if not path.split("?")[0].endswith("/") and (slashed := answers.get(path + "/")):
            return slashed
        return answers.get("/404", Answer(b"Niet gevonden", "text/plain; charset=utf-8", 404))

    def send(self, answer: Answer, extra: Mapping[str, str] | None = None) -> None:
        """Write status, headers and body in one go, and log the visit."""
        body = answer.body
        headers = {"Content-Type": answer.content_type, **(extra or {})}
        if answer.status in (200, 304):
            headers |= {"ETag": answer.etag, "Last-Modified": LAST_MODIFIED, "Vary": "Accept-Encoding"}
        if answer.location:
            headers["Location"] = answer.location
        if (
            len(body) > 500
            and "gzip" in self.headers.get("Accept-Encoding", "")
            and answer.content_type.startswith(COMPRESSIBLE)
        ):
            body = answer.gzipped
            headers["Content-Encoding"] = "gzip"
        if answer.status != 304:
            headers["Content-Length"] = str(len(body))
        self.log_visit(answer.status)
        self.send_response_only(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and answer.status != 304:
            self.wfile.write(body)
        self.wfile.flush()

    def drip(self, answer: Answer) -> None:
        """Send the page's start and then a few bytes at a time, until the visitor or the server stops."""
        self.log_visit(200)
        self.close_connection = True
        self.send_response_only(200)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body.partition(b"</main>")[0])
        self.wfile.flush()
        while not self.server.stopping.wait(DRIP_SECONDS):
            self.wfile.write(b"<p>En verder.</p>\n")
            self.wfile.flush()

    def reset(self) -> None:
        """Break the connection off without an answer."""
        self.log_visit(0)
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_visit(self, status: int) -> None:
        """Remember who asked for what."""
        self.server.log.add(
            Visit(
                method=self.command,
                host=self.headers.get("Host", ""),
                path=self.path,
                user_agent=self.headers.get("User-Agent", ""),
                status=status,
                time=time.time(),
            )
        )

    def log_message(self, format: str, *args: object) -> None:
        """The access log takes the place of lines on the terminal."""


class Replica:
    """The municipal site for ``products``, on three servers that listen on loopback only.

    Use as a context manager, or call start and stop. ``ports`` are those of site, forms and appointments; 0 takes a free
    one. ``log_path`` is where the access log is written as JSON lines. ``nlds`` is the design system's style sheet.
    """

    def __init__(
        self,
        products: Sequence[Product],
        *,
        seed: int = SEED,
        ports: tuple[int, int, int] = (0, 0, 0),
        log_path: Path | None = None,
        nlds: Path = NLDS,
    ) -> None:
        self.log = AccessLog(log_path)
        self._stopping = threading.Event()
        self._servers = [_Server(port, self.log, self._stopping) for port in ports]
        site, forms, appointments = (server.address for server in self._servers)
        self.hosts = Hosts(site=site, forms=forms, appointments=appointments)
        self.site: Site = build_site(products, seed, hosts=self.hosts, nlds=nlds)
        tables = (self.site.answers, self.site.form_answers, self.site.appointment_answers)
        for server, answers in zip(self._servers, tables, strict=True):
            server.answers = answers
        self._threads: list[threading.Thread] = []

    @property
    def base(self) -> str:
        """The site's address: scheme, host and port, without a slash at the end."""
        return self.hosts.site

    @property
    def truth(self) -> Truth:
        """What a perfect measurement would find."""
        return self.site.truth

    def profile(self, base: SiteProfile) -> SiteProfile:
        """``base`` with the hosts of these servers added, so that they count as the city's own."""
        site, forms, appointments = (server.address.removeprefix("http://") for server in self._servers)
        return replace(
            base,
            hosts=(*base.hosts, site),
            form_hosts=(*base.form_hosts, forms),
            appointment_hosts=(*base.appointment_hosts, appointments),
        )

    def extra_pages(self, count: int) -> Bench:
        """Serve ``count`` further pages under /bench/ and return what they are; replaces those of an earlier call."""
        bench = Bench(count, self.truth.seed, self.hosts)
        self.site.answers.update({path: Answer(body.encode()) for path, body in bench.plan.frames.items()})
        self.site.form_answers.update({path: Answer(body.encode()) for path, body in bench.plan.foreign_frames.items()})
        self._servers[0].bench = bench
        return bench

    def start(self) -> Replica:
        """Start serving; returns at once."""
        for server in self._servers:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def stop(self) -> None:
        """Stop serving, break off what still hangs, and free the ports."""
        self._stopping.set()
        for server in self._servers:
            if self._threads:
                server.shutdown()
            server.server_close()
            for connection in list(server.open_sockets):
                with_shutdown(connection)
        for thread in self._threads:
            thread.join(timeout=5)
        self.log.close()

    def __enter__(self) -> Replica:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def with_shutdown(connection: socket.socket) -> None:
    """Wake a thread that waits for a visitor's next request."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
