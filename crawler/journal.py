"""Keeps every answer of a night at once, so that a night that was killed asks for nothing twice; and asks conditionally.

Scrapy's cache middleware does the work; where answers lie, which are kept and when they hold is ours.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scrapy.downloadermiddlewares.httpcache import HttpCacheMiddleware
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector

from crawler.addresses import askable
from crawler.answers import UNCHANGED
from crawler.patience import PASSING

_TONIGHT, _EARLIER = "vannacht", "eerder"
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
# The body lies decoded; what else describes the wire does not hold for it.
_OF_THE_WIRE = frozenset(["content-encoding", "content-length", "transfer-encoding", "connection"])


class Journal(HttpCacheMiddleware):
    """What came in tonight is not asked again; what an earlier run brought is asked whether it changed.

    Set JOURNAL to a folder of this run; without it nothing is kept. A request that fails is never answered with an old page.
    """

    def __init__(self, settings: Settings, stats: StatsCollector) -> None:
        if not settings.get("JOURNAL"):
            raise NotConfigured
        self.policy = _Policy()
        self.storage = _Answers(Path(settings["JOURNAL"]))
        self.ignore_missing = False
        self.stats = stats

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Scrapy would answer with the old page here; a page that cannot be reached is not measured."""
        request.meta.pop("cached_response", None)


class _Policy:
    """When an answer is kept and when it holds."""

    def should_cache_request(self, request: Request) -> bool:
        return request.method == "GET"

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """All but what may pass by itself; of robots.txt also no server error, which must be asked again."""
        passing = response.status in PASSING or response.status == 304
        return not passing and not (request.meta.get("is_robots") and response.status >= 500)

    def is_cached_response_fresh(self, kept: Response, request: Request) -> bool:
        if "eerder" not in kept.flags:
            return True
        for header, condition in _VALIDATORS.items():
            if value := kept.headers.get(header):
                request.headers[condition] = value
        return False

    def is_cached_response_valid(self, kept: Response, response: Response, request: Request) -> bool:
        if response.status != 304:
            return False
        kept.flags[:] = [UNCHANGED]
        return True


class _Answers:
    """One file per answer, written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open_spider(self, spider: Any) -> None:
        (self._folder / _TONIGHT).mkdir(parents=True, exist_ok=True)

    def close_spider(self, spider: Any) -> None:
        """Nothing stays open."""

    def store_response(self, spider: Any, request: Request, response: Response) -> None:
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in _lines(response.headers)]
        flags = [flag for flag in response.flags if flag == UNCHANGED]
        _write(
            _file(self._folder / _TONIGHT, request.url), response.url, response.status, headers, flags, response.body
        )

    def retrieve_response(self, spider: Any, request: Request) -> Response | None:
        return _read(_file(self._folder / _TONIGHT, request.url)) or _read(
            _file(self._folder / _EARLIER, request.url), "eerder"
        )


def lay_ready(folder: Path, url: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Lay a page of an earlier run ready, to ask whether it changed; False where its headers give nothing to ask with."""
    if not any(headers.get(name) for name in _VALIDATORS):
        return False
    there = folder / _EARLIER
    there.mkdir(parents=True, exist_ok=True)
    kept = [(name, value) for name, value in headers.items() if name not in _OF_THE_WIRE]
    _write(_file(there, askable(url)), url, 200, kept, [], body)
    return True


def alone(folder: Path) -> None:
    """Wait until no other process writes in the journal, and keep it for this one until it ends, however that happens.

    A crawl whose program was killed still takes in what was on its way; it ends within seconds. The file stays open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fcntl.flock(os.open(folder / "in gebruik", os.O_RDWR | os.O_CREAT, 0o600), fcntl.LOCK_EX)


def kept_tonight(folder: Path) -> frozenset[str]:
    """The addresses of which the journal holds an answer of this run."""
    files = (folder / _TONIGHT).glob("*/*") if folder.exists() else ()
    answers = (_read(file) for file in files if not file.name.endswith(".deel"))
    return frozenset(answer.url for answer in answers if answer is not None)


def _file(folder: Path, url: str) -> Path:
    name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / name[:2] / name


def _write(file: Path, url: str, status: int, headers: list[tuple[str, str]], flags: list[str], body: bytes) -> None:
    head = {"url": url, "status": status, "headers": headers, "flags": flags, "size": len(body)}
    file.parent.mkdir(exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.deel")
    part.write_bytes(json.dumps(head).encode("ascii") + b"\n" + body)
    part.replace(file)


def _read(file: Path, *flags: str) -> Response | None:
    """The answer in a file; None where there is none or it is not whole (a machine that lost power)."""
    with contextlib.suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        first, _, body = file.read_bytes().partition(b"\n")
        head = json.loads(first)
        if len(body) != head["size"]:
            return None
        headers = Headers()
        for name, value in head["headers"]:
            headers.appendlist(name, value.encode("latin-1"))
        kind = responsetypes.from_args(headers=headers, url=head["url"], body=body)
        return kind(url=head["url"], status=head["status"], headers=headers, body=body, flags=[*head["flags"], *flags])
    return None


def _lines(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]
