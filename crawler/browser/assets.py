"""Style sheets, scripts, fonts and images: each asked of the site once per run and shared by all tabs."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import urllib3
from urllib3.exceptions import HTTPError

from crawler.reach import guarded_pool

# The body is handed on decoded; cookies are not kept, so that each page is a first visit; and the length is the browser's.
DROPPED_HEADERS = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"})

MEMORY = 100_000_000  # bytes of bodies, in base64


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """What an address answered. ``status`` 0: no answer, ``detail`` says why.

    The body is kept in base64: ``encoded``, or at ``place`` (start and length) in the overflow where memory was full.
    ``sha256`` also covers the status.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    encoded: str = ""
    place: tuple[int, int] | None = None
    sha256: str = ""
    detail: str = ""


class Assets:
    """The cache of one run. Addresses are asked for once, also by tabs that want one at the same moment.

    Bodies beyond ``memory`` bytes wait in a file without a name, which is gone with us, however we end.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        limit: int,
        deadline: float,
        memory: int = MEMORY,
        own_network: tuple[str, ...] | None = None,
    ) -> None:
        options = {"num_pools": 20, "maxsize": 4, "block": True, "cert_reqs": "CERT_REQUIRED"}
        unguarded = own_network is None
        self._pool = (
            urllib3.PoolManager(**options) if unguarded else guarded_pool(frozenset(own_network or ()), **options)
        )
        self._workers = ThreadPoolExecutor(4, thread_name_prefix="asset")
        self._user_agent, self._limit, self._deadline = user_agent, limit, deadline
        self._found: dict[tuple[str, str, str], Future[Asset]] = {}
        self._by_url: dict[str, Future[Asset]] = {}
        self._lock = threading.Lock()
        self._room = memory
        self._overflow = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`

    def load(self, url: str, *, method: str = "GET", accept: str = "*/*", origin: str = "") -> Future[Asset]:
        """The answer of ``url``, now or later. Redirects are answers: the browser follows them itself."""
        with self._lock:
            key = (method, url, origin)
            if key not in self._found:
                self._found[key] = self._by_url[url] = self._workers.submit(self._fetch, method, url, accept, origin)
            return self._found[key]

    def known(self, url: str) -> Future[Asset] | None:
        """The answer of an address that was asked for before, None where it was not."""
        return self._by_url.get(url)

    def body(self, asset: Asset) -> str:
        """The asset's body in base64."""
        if asset.place is None:
            return asset.encoded
        start, length = asset.place
        return os.pread(self._overflow.fileno(), length, start).decode("ascii")

    def close(self) -> None:
        """Stop fetching and forget everything."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._pool.clear()
        self._overflow.close()

    def _fetch(self, method: str, url: str, accept: str, origin: str) -> Asset:
        headers = {"User-Agent": self._user_agent, "Accept": accept, "Accept-Encoding": "gzip, deflate, br"}
        if origin:
            headers["Origin"] = origin
        try:
            answer = self._pool.request(
                method, url, headers=headers, redirect=False, retries=1, timeout=self._deadline, preload_content=False
            )
            body = answer.read(self._limit + 1, decode_content=True)
            too_large = len(body) > self._limit
            # A connection with an unread rest cannot serve the next request.
            answer.close() if too_large else answer.release_conn()
        except (HTTPError, OSError, ValueError) as error:
            return Asset(status=0, detail=str(error))
        if too_large:
            return Asset(status=0, detail=f"meer dan {self._limit} bytes")
        kept = tuple((name, value) for name, value in answer.headers.items() if name.lower() not in DROPPED_HEADERS)
        return self._asset(answer.status, kept, body)

    def _asset(self, status: int, headers: tuple[tuple[str, str], ...], body: bytes) -> Asset:
        sha256 = hashlib.sha256(b"%d %s" % (status, body)).hexdigest()
        encoded = base64.b64encode(body).decode()
        with self._lock:
            self._room -= len(encoded)
            if self._room >= 0:
                return Asset(status=status, headers=headers, encoded=encoded, sha256=sha256)
            start = self._overflow.seek(0, os.SEEK_END)
            self._overflow.write(encoded.encode("ascii"))
            self._overflow.flush()
        return Asset(status=status, headers=headers, place=(start, len(encoded)), sha256=sha256)
