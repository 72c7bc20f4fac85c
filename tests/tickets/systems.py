"""Stand-ins on loopback for Jira, GitHub and a receiver of webhooks: they keep what they get and can be away."""

from __future__ import annotations

import base64
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tickets.webhook import secret_bytes, signature


class Systems:
    """One server that is all three. ``away``: every answer is 503; ``silent``: it does what is asked and then breaks off."""

    def __init__(self) -> None:
        self.github: dict[str, dict[str, Any]] = {}
        self.jira: dict[str, dict[str, Any]] = {}
        self.hooks: list[dict[str, Any]] = []
        self.comments: list[str] = []
        self.away = False
        self.silent = 0
        self.secret = "whsec_" + base64.b64encode(b"een geheim van 32 bytes, ongeveer").decode()
        self.unsigned = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def lines(self) -> str:
        """All three as settings."""
        return (
            f"alles github+http://gh-token@{self.host}/stad/site\n"
            f"knelpunten jira+http://jan:jira-token@{self.host}/WEB\n"
            f"taken/Wonen webhook+http://{self.secret}@{self.host}/haak\n"
        )

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> tuple[int, Any]:
        parts = urlsplit(path)
        if self.away:
            return 503, {}
        if parts.path == "/haak":
            return self._hook(headers, body)
        said = json.loads(body) if body else {}
        if parts.path.startswith("/repos/stad/site/issues"):
            if headers["Authorization"] != "Bearer gh-token":
                return 401, {"message": "Bad credentials gh-token"}
            return self._github(
                method, parts.path.removeprefix("/repos/stad/site/issues").strip("/"), said, parts.query
            )
        if headers["Authorization"] != "Basic " + base64.b64encode(b"jan:jira-token").decode():
            return 401, {}
        return self._jira(method, parts.path.removeprefix("/rest/api/2/"), said, parts.query)

    def _hook(self, headers: Any, body: bytes) -> tuple[int, Any]:
        stamp, name = int(headers["webhook-timestamp"]), headers["webhook-id"]
        if headers["webhook-signature"] != signature(secret_bytes(self.secret), name, stamp, body):
            self.unsigned += 1
            return 401, {}
        if name not in {each["id"] for each in self.hooks}:
            self.hooks.append({"id": name, **json.loads(body)})
        return 204, None

    def _github(self, method: str, rest: str, said: dict[str, Any], query: str) -> tuple[int, Any]:
        if method == "GET":
            page = int(parse_qs(query)["page"][0])
            newest = sorted(self.github.values(), key=lambda each: -each["number"])
            return 200, newest[(page - 1) * 100 : page * 100]
        if rest.endswith("/comments"):
            self.comments.append(rest)
            return 201, {"id": 1}
        if method == "POST":
            number = len(self.github) + 1
            self.github[str(number)] = {"number": number, "state": "open", **said}
            return 201, self.github[str(number)]
        self.github[rest].update(said)
        return 200, self.github[rest]

    def _jira(self, method: str, rest: str, said: dict[str, Any], query: str) -> tuple[int, Any]:
        if rest == "search/jql":
            return 404, {}
        if rest == "search":
            mark = re.search(r'labels = "([^"]+)"', unquote(query))[1]  # type: ignore[index]
            return 200, {"issues": [{"key": key} for key, each in self.jira.items() if mark in each["labels"]]}
        if rest == "issue":
            key = f"WEB-{len(self.jira) + 1}"
            self.jira[key] = {**said["fields"], "done": False}
            return 201, {"key": key}
        key, _, part = rest.removeprefix("issue/").partition("/")
        issue = self.jira[key]
        if part == "transitions" and method == "GET":
            ways = [("11", "Te doen", "new"), ("31", "Gereed", "done")]
            return 200, {
                "transitions": [{"id": i, "name": n, "to": {"statusCategory": {"key": c}}} for i, n, c in ways]
            }
        if part == "transitions":
            issue["done"] = said["transition"]["id"] == "31"
            return 204, None
        if part == "comment":
            self.comments.append(key)
            return 201, {}
        if method == "PUT":
            issue.update(said["fields"])
            return 204, None
        return 200, {"fields": {"status": {"statusCategory": {"key": "done" if issue["done"] else "new"}}}}


def _handler(systems: Systems) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, said = systems.answer(self.command, self.path, self.headers, body)
            if systems.silent and self.command == "POST":
                systems.silent -= 1
                self.close_connection = True
                self.connection.close()
                return
            text = json.dumps(said).encode() if said is not None else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PUT = do_PATCH = _any

        def log_message(self, *_: object) -> None:
            pass

    return Handler
