"""What a page gets when it asks for something: the spider's bytes, a cached asset, or nothing."""

from __future__ import annotations

import base64
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlsplit

from crawler.browser.assets import DROPPED_HEADERS, Asset, Assets
from crawler.browser.cdp import Channel
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.reach import why_not_reached
from model.profile import SiteProfile

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# A stream never ends, and a ping or report tells the site about a visitor who is not there.
NEVER = frozenset({"EventSource", "Ping", "CSPViolationReport", "Prefetch"})


class Serving:
    """Answers every request of one page. Methods are called on the channel's reader thread, except where said."""

    def __init__(self, page: ServedPage | str, settings: BrowserSettings, assets: Assets, channel: Channel) -> None:
        self._page = page
        self._settings, self._assets, self._channel = settings, assets, channel
        self._lock = threading.Lock()
        self._pending = 0
        self.closed = False
        self.address = (page.final_url if isinstance(page, ServedPage) else page).split("#")[0]
        self.own_host = urlsplit(self.address).netloc
        self.served = 0
        self.loaded: dict[str, Future[Asset]] = {}
        self.blocked: Counter[str] = Counter()
        self.elsewhere = ""
        self.status: int | None = page.status if isinstance(page, ServedPage) else None
        self.content_type = ""

    @property
    def pending(self) -> int:
        """How many requests wait for an answer."""
        return self._pending

    @property
    def must_load(self) -> bool:
        """Whether nothing but a fault of the browser can stop the page: its bytes are here and are to be shown."""
        if isinstance(self._page, str):
            return False
        told = " ".join(value for name, value in self._page.headers.items() if name.lower() == "content-disposition")
        return self._page.status not in (204, 205) and not told.lower().startswith("attachment")

    def assets(self) -> dict[str, str]:
        """Every address that the page loaded with the hash of its bytes; "" where it could not be had."""
        return {url: found.result().sha256 if found.done() else "" for url, found in sorted(self.loaded.items())}

    def note_resources(self, urls: Iterable[str]) -> None:
        """Add what the page uses without having asked for it: Chromium still had it from a page before. On the tab's thread."""
        for url in urls:
            if url not in self.loaded and (found := self._assets.known(url)):
                self.loaded[url] = found

    def answer(self, session: str, event: Mapping[str, Any], *, top: bool) -> None:
        """Answer one paused request. ``top`` says whether it would replace the page itself."""
        if "responseStatusCode" in event or "responseErrorReason" in event:
            return self._pass_response(session, event, top=top)
        request, kind = event["request"], event["resourceType"]
        url = request["url"].split("#")[0]
        if self.closed or not (self.served or top):
            # The page before this one, on its way out.
            return self._refuse(session, event, "Aborted")
        if top and kind == "Document" and not event.get("redirectedRequestId"):
            return self._answer_top(session, event, url)
        itself = kind == "Document" and isinstance(self._page, str)
        if not self.allows(url, request, kind) or (itself and self._into_own_network(url)):
            self.blocked[urlsplit(url).netloc] += 1
            return self._refuse(session, event, "BlockedByClient")
        if itself:
            return self._continue(session, event)
        return self._answer_asset(session, event, url)

    def allows(self, url: str, request: Mapping[str, Any], kind: str) -> bool:
        """Whether a page may ask for this at all."""
        host = urlsplit(url).netloc
        headers = {name.lower(): value for name, value in request["headers"].items()}
        endless = headers.get("accept") == "text/event-stream"
        ahead = "prefetch" in headers.get("sec-purpose", headers.get("purpose", ""))
        if request["method"] not in SAFE_METHODS or kind in NEVER or endless or ahead:
            return False
        if SiteProfile.covers(self._settings.silent_hosts, host):
            return False
        if self._settings.allowed_hosts is None or SiteProfile.covers(self._settings.allowed_hosts, host):
            return True
        return isinstance(self._page, str) and host == self.own_host

    def _into_own_network(self, url: str) -> bool:
        """Whether a document that the browser would fetch itself lies in the own network, and no person named it."""
        permitted = self._settings.own_network
        return permitted is not None and bool(why_not_reached(urlsplit(url).hostname or "", frozenset(permitted)))

    def _answer_top(self, session: str, event: Mapping[str, Any], url: str) -> None:
        # A page may load itself again, as consent walls do, but not for ever.
        if url != self.address or self.served >= 3:
            self.elsewhere = self.elsewhere or event["request"]["url"]
            return self._refuse(session, event, "Aborted")
        self.served += 1
        if isinstance(self._page, str):
            return self._continue(session, event)
        headers = [(name, value) for name, value in self._page.headers.items() if name.lower() not in DROPPED_HEADERS]
        self._fulfill(session, event, self._page.status, headers, base64.b64encode(self._page.body).decode())

    def _pass_response(self, session: str, event: Mapping[str, Any], *, top: bool) -> None:
        """Documents that the browser fetched itself: note what the site answered and let it through."""
        status = event.get("responseStatusCode")
        if top and status is not None and not 300 <= status < 400:
            headers = {header["name"].lower(): header["value"] for header in event.get("responseHeaders", [])}
            self.status, self.content_type = status, headers.get("content-type", "")
        self._continue(session, event)

    def _answer_asset(self, session: str, event: Mapping[str, Any], url: str) -> None:
        request = event["request"]
        headers = {name.lower(): value for name, value in request["headers"].items()}
        found = self._assets.load(
            url, method=request["method"], accept=headers.get("accept", "*/*"), origin=headers.get("origin", "")
        )
        self.loaded[url] = found
        with self._lock:
            self._pending += 1
        found.add_done_callback(lambda done: self._deliver(session, event, done))

    def _deliver(self, session: str, event: Mapping[str, Any], done: Future[Asset]) -> None:
        """Called on whichever thread finished the fetch."""
        try:
            asset = Asset(status=0) if done.cancelled() else done.result()
            if not asset.status:
                return self._refuse(session, event, "ConnectionFailed")
            self._fulfill(session, event, asset.status, list(asset.headers), self._assets.body(asset))
        finally:
            with self._lock:
                self._pending -= 1

    def _fulfill(
        self, session: str, event: Mapping[str, Any], status: int, headers: list[tuple[str, str]], body: str
    ) -> None:
        answer = {
            "requestId": event["requestId"],
            "responseCode": status,
            "responseHeaders": [{"name": name, "value": value} for name, value in headers],
            "body": body,
        }
        self._channel.send("Fetch.fulfillRequest", answer, session=session)

    def _continue(self, session: str, event: Mapping[str, Any]) -> None:
        self._channel.send("Fetch.continueRequest", {"requestId": event["requestId"]}, session=session)

    def _refuse(self, session: str, event: Mapping[str, Any], reason: str) -> None:
        answer = {"requestId": event["requestId"], "errorReason": reason}
        self._channel.send("Fetch.failRequest", answer, session=session)
