"""Which frames a tab holds and where our scripts can be called in them, as the browser reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORLD = "goedgeregeld"


@dataclass(slots=True)
class Frame:
    """One frame now.

    ``context`` is our world in it, None until its document exists; ``ready`` says that axe is in there. ``failed`` holds
    the address that did not load. ``loader`` is another one for each document.
    """

    id: str
    parent: str
    session: str
    url: str = ""
    failed: str = ""
    context: int | None = None
    ready: bool = False
    loader: str = ""


class Frames:
    """The frames of one tab, kept up to date by events of its session and of those of frames of other sites."""

    def __init__(self, top: str, session: str) -> None:
        self.top = top
        self._frames = {top: Frame(id=top, parent="", session=session)}

    def __contains__(self, frame: str) -> bool:
        return frame in self._frames

    def find(self, frame: str) -> Frame | None:
        """The frame with this id, None where it is gone."""
        return self._frames.get(frame)

    @property
    def nested(self) -> bool:
        """Whether the page holds any frame at all."""
        return len(self._frames) > 1

    def sessions(self) -> frozenset[str]:
        """The sessions that hold a frame: the tab's own and those of frames of other sites."""
        return frozenset(frame.session for frame in list(self._frames.values()))

    def note(self, session: str, method: str, params: Mapping[str, Any]) -> None:
        """Take in one event of the domains Page, Runtime or Target; others are left alone."""
        match method:
            case "Page.frameAttached":
                self._frame(params["frameId"], params["parentFrameId"], session)
            case "Page.frameDetached" if params.get("reason") != "swap":
                self._remove(params["frameId"])
            case "Page.frameNavigated":
                self._navigated(session, params["frame"])
            case "Runtime.executionContextCreated" if params["context"]["name"] == WORLD:
                frame = self._frame(params["context"]["auxData"]["frameId"], "", session)
                frame.session, frame.context, frame.ready = session, params["context"]["id"], True
            case "Runtime.executionContextDestroyed":
                self._forget(session, params["executionContextId"])
            case "Runtime.executionContextsCleared":
                self._forget(session, None)

    def _frame(self, frame: str, parent: str, session: str) -> Frame:
        return self._frames.setdefault(frame, Frame(id=frame, parent=parent, session=session))

    def _navigated(self, session: str, params: Mapping[str, Any]) -> None:
        frame = self._frame(params["id"], params.get("parentId", ""), session)
        frame.session = session
        frame.url = params["url"] + params.get("urlFragment", "")
        frame.loader = params["loaderId"]
        frame.failed = params.get("unreachableUrl", "")
        for child in [found.id for found in self._frames.values() if found.parent == frame.id]:
            self._remove(child)

    def _remove(self, frame: str) -> None:
        if frame != self.top:
            self._frames.pop(frame, None)
        for child in [found.id for found in self._frames.values() if found.parent == frame]:
            self._remove(child)

    def _forget(self, session: str, context: int | None) -> None:
        for frame in self._frames.values():
            if frame.session == session and context in (None, frame.context):
                frame.context, frame.ready = None, False
