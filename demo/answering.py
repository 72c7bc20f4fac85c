"""One of the replica's servers: answers a request as the site says, or misbehaves."""

from __future__ import annotations

import re
import socket
import struct
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from demo.access import AccessLog, Visit
from demo.bench import Bench
from demo.documents import Answer
from demo.site import LAST_MODIFIED
from demo.surroundings import calendar_page

LOOPBACK = "127.0.0.1"
CALENDAR = re.compile(r"/kalender/(\d{4})/(\d{2})$")
SLOW_SECONDS = 3.0
DRIP_SECONDS = 0.2
COMPRESSIBLE = ("text/", "application/xml", "image/svg")


class AnsweringServer(ThreadingHTTPServer):
    """A server on loopback: ``answers`` are by path, ``bench`` the further pages; ``stopping`` ends every wait."""

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
        super().__init__((LOOPBACK, port), _Visitor)

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"http://{LOOPBACK}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that hangs up is no news."""


class _Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: AnsweringServer

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
