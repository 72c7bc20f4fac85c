"""Our own world in the frames of a tab: the page can neither see nor change what runs there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Protocol

from crawler.browser.cdp import CallFailedError
from crawler.browser.frames import WORLD, Frame


class Call(Protocol):
    """Asks the browser something about a tab; raises CallFailedError or CallTimedOutError."""

    def __call__(
        self, method: str, params: Mapping[str, Any] | None = None, *, deadline: float, session: str = ""
    ) -> dict[str, Any]:
        """Answer ``method`` before ``deadline``, on the monotonic clock."""


class World:
    """Evaluates in our world. ``script`` is what every document there starts with."""

    def __init__(self, call: Call, script: str) -> None:
        self._call, self._script = call, script

    def value(self, frame: Frame, expression: str, deadline: float) -> Any:
        """The value of ``expression`` in ``frame``; a promise is awaited. Raises CallFailedError with the page's error."""
        return self._evaluate(frame, expression, deadline, returnByValue=True).get("value")

    def frame_id(self, frame: Frame, expression: str, deadline: float) -> str:
        """The id of the frame that the element given by ``expression`` holds, "" where it holds none."""
        found = self._evaluate(frame, expression, deadline)
        if "objectId" not in found:
            return ""
        asked = {"objectId": found["objectId"]}
        node = self._call("DOM.describeNode", asked, deadline=deadline, session=frame.session)["node"]
        return str(node.get("frameId", ""))

    def _evaluate(self, frame: Frame, expression: str, deadline: float, **options: Any) -> dict[str, Any]:
        context = self._context(frame, deadline)
        asked = {"expression": expression, "contextId": context, "awaitPromise": True, **options}
        answer = self._call("Runtime.evaluate", asked, deadline=deadline, session=frame.session)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise CallFailedError(details.get("exception", {}).get("description") or details["text"])
        result: dict[str, Any] = answer["result"]
        return result

    def _context(self, frame: Frame, deadline: float) -> int:
        """Our world in the frame; made now where the document was born without it, as empty frames are."""
        if frame.context is None:
            asked = {"frameId": frame.id, "worldName": WORLD, "grantUniveralAccess": False}
            made = self._call("Page.createIsolatedWorld", asked, deadline=deadline, session=frame.session)
            frame.context, frame.ready = made["executionContextId"], False
        if not frame.ready:
            here = {"expression": "typeof goedgeregeld", "contextId": frame.context, "returnByValue": True}
            kind = self._call("Runtime.evaluate", here, deadline=deadline, session=frame.session)["result"]["value"]
            if kind == "undefined":
                give = {"expression": f"{self._script}\n;0", "contextId": frame.context}
                self._call("Runtime.evaluate", give, deadline=deadline, session=frame.session)
            frame.ready = True
        return frame.context


def spoken(function: str, *arguments: Any, of: str = "goedgeregeld.") -> str:
    """A call of one of our functions in the page, its arguments as JSON."""
    return f"{of}{function}({', '.join(json.dumps(argument) for argument in arguments)})"
