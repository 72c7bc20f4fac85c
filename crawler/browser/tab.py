"""One tab: opens a page, waits until it stands still, and answers what it asks for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from typing import Any

from crawler.browser.axe import CALM
from crawler.browser.cdp import BrowserGoneError, CallFailedError, CallTimedOutError, Channel
from crawler.browser.frames import WORLD, Frame, Frames
from crawler.browser.nouns import HEIGHTS
from crawler.browser.serving import Serving
from crawler.browser.world import World, spoken

# A proxy that is not there, also for loopback addresses, which otherwise go past a proxy.
NO_NETWORK = {"proxyServer": "http://127.0.0.1:9", "proxyBypassList": "<-loopback>"}


class TabCrashedError(Exception):
    """The page took its tab down with it."""


class Tab:
    """A tab with its own cookies and storage. Used by one thread; its events come in on the channel's thread.

    ``script`` is given to every document before the page's own scripts, in a world that the page cannot reach. A ``sealed`` tab
    has no network at all: what is not handed to it does not exist, whichever way a page asks.
    """

    def __init__(self, channel: Channel, script: str, *, sealed: bool) -> None:
        self.channel, self._script, self.sealed = channel, script, sealed
        self._world = World(self.call, script)
        self._changed = threading.Condition()
        self._serving: Serving | None = None
        self._reached: set[tuple[str, str]] = set()
        self._crashed = False
        self._width = 0
        channel.on_closed(self._wake)
        room = {"disposeOnDetach": True, **(NO_NETWORK if sealed else {})}
        self._room = channel.call("Target.createBrowserContext", room)["browserContextId"]
        channel.call("Browser.setDownloadBehavior", {"behavior": "deny", "browserContextId": self._room})
        blank = {"url": "about:blank", "browserContextId": self._room}
        self.target = channel.call("Target.createTarget", blank)["targetId"]
        self.session = self._attach()

    def open(self, serving: Serving, patience: float, deadline: float) -> str:
        """Navigate and wait until the page has loaded; returns the browser's error, "" where the page came.

        After ``patience`` seconds a document that is there is enough: one frame or image may never come. ``deadline`` is on the
        monotonic clock. Raises CallTimedOutError, TabCrashedError or BrowserGoneError.
        """
        self._serving = serving
        self._reached.clear()
        before = self.top().loader
        answer = self.call("Page.navigate", {"url": serving.address}, deadline=deadline)
        if answer.get("errorText"):
            return str(answer["errorText"])

        def at(moment: str) -> bool:
            # Moments of the page before this one may still come in.
            loader = self.top().loader
            return bool(serving.elsewhere) or (loader != before and (loader, moment) in self._reached)

        with suppress(CallTimedOutError):
            self._wait(lambda: at("load"), min(deadline, time.monotonic() + patience))
        self._wait(lambda: at("DOMContentLoaded"), deadline)
        return ""

    def settle(self, serving: Serving, patience: float, deadline: float) -> None:
        """Wait until the page is at rest: nothing asked for, nothing put off for a moment; at most ``patience`` seconds."""
        end = min(deadline, time.monotonic() + patience)
        while time.monotonic() < end and not serving.elsewhere:
            with suppress(CallTimedOutError):
                self._wait(lambda: not serving.pending, end)
            before = len(serving.loaded)
            self.evaluate(self.top(), spoken("rest", 1000 * patience / 2), deadline)
            if not serving.pending and len(serving.loaded) == before:
                return

    def resize(self, width: int, deadline: float) -> None:
        """Set the viewport's width in CSS pixels."""
        if width == self._width:
            return
        self._width = width
        size = {"width": width, "height": HEIGHTS.get(width, 800), "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", size, deadline=deadline)

    def top(self) -> Frame:
        """The page's own frame."""
        frame = self.frames.find(self.frames.top)
        assert frame is not None
        return frame

    def evaluate(self, frame: Frame, expression: str, deadline: float) -> Any:
        """The value of ``expression`` in our world in ``frame``; a promise is awaited. Raises CallFailedError with the error."""
        return self._world.value(frame, expression, deadline)

    def frame_at(self, frame: Frame, expression: str, deadline: float) -> Frame | None:
        """The frame that the element given by ``expression`` holds, None where it holds none."""
        return self.frames.find(self._world.frame_id(frame, expression, deadline))

    def resources(self, deadline: float) -> frozenset[str]:
        """The addresses of all style sheets, scripts, fonts and images in the page and its frames, wherever they came from.

        A frame of another site that does not answer before ``deadline`` is left out.
        """
        trees: list[Mapping[str, Any]] = []
        for answer in [self.channel.send("Page.getResourceTree", session=one) for one in self.frames.sessions()]:
            with suppress(FutureTimeoutError, CallFailedError, BrowserGoneError):
                trees.append(answer.result(max(deadline - time.monotonic(), 0.001))["frameTree"])
        found: set[str] = set()
        while trees:
            tree = trees.pop()
            found.update(resource["url"].split("#")[0] for resource in tree["resources"])
            trees += tree.get("childFrames", [])
        return frozenset(found)

    def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, deadline: float, session: str = ""
    ) -> dict[str, Any]:
        """Ask the tab; a crash of the page ends the waiting."""
        answer = self.channel.send(method, params, session=session or self.session)
        answer.add_done_callback(lambda _: self._wake())
        self._wait(answer.done, deadline)
        return answer.result()

    def close(self) -> None:
        """Throw the tab and everything it stored away; does not wait."""
        self._serving = None
        self.channel.unsubscribe(self.session)
        self.channel.forget_closed(self._wake)
        self.channel.send("Target.closeTarget", {"targetId": self.target})
        self.channel.send("Target.disposeBrowserContext", {"browserContextId": self._room})

    def forget_visit(self) -> None:
        """Drop cookies; does not wait, as the next navigation comes after it."""
        self.channel.send("Storage.clearCookies", {"browserContextId": self._room})

    def _attach(self) -> str:
        attach = {"targetId": self.target, "flatten": True}
        session: str = self.channel.call("Target.attachToTarget", attach)["sessionId"]
        self.frames = Frames(self.target, session)
        self.channel.subscribe(session, lambda method, params: self._on_event(session, method, params))
        for answer in self._prepare(session):
            answer.result(30)
        return session

    def _prepare(self, session: str) -> list[Future[dict[str, Any]]]:
        """What a tab, or a frame of another site, must have before its first document. Never waits."""
        everything = [
            {"urlPattern": "*", "requestStage": "Request"},
            {"urlPattern": "*", "requestStage": "Response", "resourceType": "Document"},
        ]
        calls: list[tuple[str, Mapping[str, Any]]] = [
            ("Page.enable", {}),
            ("Page.setLifecycleEventsEnabled", {"enabled": True}),
            ("Page.addScriptToEvaluateOnNewDocument", {"source": CALM}),
            ("Page.addScriptToEvaluateOnNewDocument", {"source": self._script, "worldName": WORLD}),
            ("Runtime.enable", {}),
            ("Fetch.enable", {"patterns": everything}),
            ("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}),
            ("Emulation.setFocusEmulationEnabled", {"enabled": True}),
            ("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}),
            ("Runtime.runIfWaitingForDebugger", {}),
        ]
        return [self.channel.send(method, params, session=session) for method, params in calls]

    def _on_event(self, session: str, method: str, params: Mapping[str, Any]) -> None:
        self.frames.note(session, method, params)
        match method:
            case "Fetch.requestPaused" if self._serving:
                top = params.get("frameId") == self.frames.top
                self._serving.answer(session, params, top=top)
            case "Fetch.requestPaused":
                refusal = {"requestId": params["requestId"], "errorReason": "Aborted"}
                self.channel.send("Fetch.failRequest", refusal, session=session)
            case "Page.lifecycleEvent" if params["frameId"] == self.frames.top:
                self._reached.add((params["loaderId"], params["name"]))
            case "Page.javascriptDialogOpening":
                # A visitor closes a message; and whoever asks to stay on the page is left.
                leave = params["type"] == "beforeunload"
                self.channel.send("Page.handleJavaScriptDialog", {"accept": leave}, session=session)
            case "Target.attachedToTarget":
                self._on_attached(params)
            case "Target.detachedFromTarget":
                self.channel.unsubscribe(params["sessionId"])
            case "Inspector.targetCrashed" if session == self.session:
                self._crashed = True
            case _:
                return
        self._wake()

    def _on_attached(self, params: Mapping[str, Any]) -> None:
        session = params["sessionId"]
        self.channel.subscribe(session, lambda method, params: self._on_event(session, method, params))
        if params["targetInfo"]["type"] == "iframe":
            self._prepare(session)
        else:
            self.channel.send("Runtime.runIfWaitingForDebugger", session=session)

    def _wait(self, reached: Callable[[], bool], deadline: float) -> None:
        with self._changed:
            while not reached():
                if self.channel.closed:
                    raise BrowserGoneError("the browser went away")
                if self._crashed:
                    raise TabCrashedError
                left = deadline - time.monotonic()
                if left <= 0:
                    raise CallTimedOutError
                self._changed.wait(left)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
