"""A channel to Chromium beside the driver: the Chrome DevTools Protocol over one websocket for all tabs."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from typing import Any

import websocket

Handler = Callable[[str, Mapping[str, Any]], None]


class BrowserGoneError(Exception):
    """The browser no longer answers: it crashed, was killed or closed the channel."""


class CallFailedError(Exception):
    """The browser refused a call; the text is the browser's."""


class CallTimedOutError(Exception):
    """No answer came within the time given."""


class Channel:
    """One websocket to one browser; sessions (tabs and frames of other sites) share it.

    Events are handled on the reader's thread, in the order in which the browser sent them; a handler may ``send`` but never
    ``call``, which would wait for itself. Threads may call at the same time.
    """

    def __init__(self, address: str) -> None:
        # No limit on size: a page's result and its images come through here. The browser is ours, so no validation.
        self._socket = websocket.create_connection(
            address, timeout=30, suppress_origin=True, enable_multithread=True, skip_utf8_validation=True
        )
        self._socket.settimeout(None)
        self._numbers = itertools.count(1)
        self._answers: dict[int, Future[dict[str, Any]]] = {}
        self._handlers: dict[str, Handler] = {}
        self._lock = threading.Lock()
        self._on_closed: list[Callable[[], None]] = []
        self.closed = False
        self._reader = threading.Thread(target=self._read, name="cdp", daemon=True)
        self._reader.start()

    def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, session: str = "", timeout: float = 30.0
    ) -> dict[str, Any]:
        """Ask and wait. Raises CallFailedError, CallTimedOutError or BrowserGoneError."""
        try:
            return self.send(method, params, session=session).result(max(timeout, 0.001))
        except FutureTimeoutError:
            raise CallTimedOutError(method) from None

    def send(
        self, method: str, params: Mapping[str, Any] | None = None, *, session: str = ""
    ) -> Future[dict[str, Any]]:
        """Ask without waiting; calls of one session are carried out in order."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        answer: Future[dict[str, Any]] = Future()
        with self._lock:
            if self.closed:
                answer.set_exception(BrowserGoneError("the channel is closed"))
                return answer
            self._answers[number] = answer
        try:
            self._socket.send(json.dumps(message))
        except (OSError, websocket.WebSocketException) as error:
            self._close(str(error))
        return answer

    def subscribe(self, session: str, handler: Handler) -> None:
        """Give the events of ``session`` to ``handler``; the empty session is the browser itself."""
        self._handlers[session] = handler

    def unsubscribe(self, session: str) -> None:
        """Drop the events of ``session`` from now on."""
        self._handlers.pop(session, None)

    def on_closed(self, tell: Callable[[], None]) -> None:
        """Call ``tell`` once when the browser is gone."""
        self._on_closed.append(tell)
        if self.closed:
            tell()

    def forget_closed(self, tell: Callable[[], None]) -> None:
        """No longer call ``tell``."""
        with suppress(ValueError):
            self._on_closed.remove(tell)

    def close(self) -> None:
        """Close the channel; everybody who waits gets BrowserGoneError."""
        self._close("closed")
        self._socket.close(timeout=0)

    def _read(self) -> None:
        try:
            while True:
                text = self._socket.recv()
                if not text:
                    return self._close("the browser closed the channel")
                self._dispatch(json.loads(text))
        except (OSError, websocket.WebSocketException, ValueError) as error:
            self._close(str(error))

    def _dispatch(self, message: dict[str, Any]) -> None:
        if "id" not in message:
            if handler := self._handlers.get(message.get("sessionId", "")):
                handler(message["method"], message["params"])
            return
        with self._lock:
            answer = self._answers.pop(message["id"], None)
        if answer is None:
            return
        if "error" in message:
            answer.set_exception(CallFailedError(message["error"].get("message", "")))
        else:
            answer.set_result(message["result"])

    def _close(self, why: str) -> None:
        with self._lock:
            if self.closed:
                return
            self.closed = True
            waiting, self._answers = list(self._answers.values()), {}
        for answer in waiting:
            answer.set_exception(BrowserGoneError(why))
        for tell in list(self._on_closed):
            tell()
