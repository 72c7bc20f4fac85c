"""One tab: opens a page, waits until it stands still, and answers what it asks for."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from crawler.browser.axe import CALM
from crawler.browser.cdp import BrowserGoneError, CallFailedError, CallTimedOutError, Channel
from crawler.browser.frames import WORLD, Frame, Frames
from crawler.browser.nouns import HEIGHTS
from crawler.browser.serving import Serving


class TabCrashedError(Exception):
    """The page took its tab down with it."""


class Tab:
    """A tab with its own cookies and storage. Used by one thread; its events come in on the channel's thread.

    ``script`` is given to every document before the page's own scripts, in a world that the page cannot reach.
    """

    def __init__(self, channel: Channel, script: str) -> None:
        self.channel, self._script = channel, script
        self._changed = threading.Condition()
        self._serving: Serving | None = None
        self._parsed = self._loaded = False
        self._crashed = False
        self._width = 0
        channel.on_closed(self._wake)
        self._room = channel.call("Target.createBrowserContext", {"disposeOnDetach": True})["browserContextId"]
        channel.call("Browser.setDownloadBehavior", {"behavior": "deny", "browserContextId": self._room})
        self.target = channel.call("Target.createTarget", {"url": "about:blank", "browserContextId": self._room})[
            "targetId"
        ]
        self.session = self._attach()

    def open(self, serving: Serving, patience: float, deadline: float) -> str:
        """Navigate and wait until the page has loaded; returns the browser's error, "" where the page came.

        After ``patience`` seconds a document that is there is enough: one frame or image may never come. ``deadline`` is on the
        monotonic clock. Raises CallTimedOutError, TabCrashedError or BrowserGoneError.
        """
        self._serving = serving
        self._loaded = self._parsed = False
        answer = self.call("Page.navigate", {"url": serving.address}, deadline=deadline)
        if answer.get("errorText"):
            return str(answer["errorText"])
        with suppress(CallTimedOutError):
            self._wait(lambda: self._loaded or bool(serving.elsewhere), min(deadline, time.monotonic() + patience))
        self._wait(lambda: self._parsed or bool(serving.elsewhere), deadline)
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
        return self._evaluate(frame, expression, deadline, returnByValue=True).get("value")

    def frame_at(self, frame: Frame, expression: str, deadline: float) -> Frame | None:
        """The frame that the element given by ``expression`` holds, None where it holds none."""
        found = self._evaluate(frame, expression, deadline)
        if "objectId" not in found:
            return None
        node = self.call("DOM.describeNode", {"objectId": found["objectId"]}, deadline=deadline, session=frame.session)
        return self.frames.find(node["node"].get("frameId", ""))

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
        self.channel.send("Target.closeTarget", {"targetId": self.target})
        self.channel.send("Target.disposeBrowserContext", {"browserContextId": self._room})

    def forget_visit(self) -> None:
        """Drop cookies; does not wait, as the next navigation comes after it."""
        self.channel.send("Storage.clearCookies", {"browserContextId": self._room})

    def _evaluate(self, frame: Frame, expression: str, deadline: float, **options: Any) -> dict[str, Any]:
        params = {
            "expression": expression,
            "contextId": self._context(frame, deadline),
            "awaitPromise": True,
            **options,
        }
        answer = self.call("Runtime.evaluate", params, deadline=deadline, session=frame.session)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise CallFailedError(details.get("exception", {}).get("description") or details["text"])
        result: dict[str, Any] = answer["result"]
        return result

    def _context(self, frame: Frame, deadline: float) -> int:
        """Our world in the frame; made now where the document was born without it, as empty frames are."""
        if frame.context is None:
            made = {"frameId": frame.id, "worldName": WORLD, "grantUniveralAccess": False}
            context = self.call("Page.createIsolatedWorld", made, deadline=deadline, session=frame.session)
            frame.context = context["executionContextId"]
        here = {"expression": "typeof goedgeregeld", "contextId": frame.context, "returnByValue": True}
        if not frame.ready:
            if (
                self.call("Runtime.evaluate", here, deadline=deadline, session=frame.session)["result"]["value"]
                == "undefined"
            ):
                give = {"expression": self._script + ";0", "contextId": frame.context}
                self.call("Runtime.evaluate", give, deadline=deadline, session=frame.session)
            frame.ready = True
        return frame.context

    def _attach(self) -> str:
        session: str = self.channel.call("Target.attachToTarget", {"targetId": self.target, "flatten": True})[
            "sessionId"
        ]
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
                self._parsed |= params["name"] == "DOMContentLoaded"
                self._loaded |= params["name"] == "load"
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


def spoken(function: str, *arguments: Any, of: str = "goedgeregeld.") -> str:
    """A call of one of our functions in the page, its arguments as JSON."""
    return f"{of}{function}({', '.join(json.dumps(argument) for argument in arguments)})"
