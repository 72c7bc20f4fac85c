"""One page in one tab: open it, let it come to rest, let axe look at it at each width."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crawler.browser.cdp import CallFailedError, CallTimedOutError
from crawler.browser.frames import Frame
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.second import second_opinion
from crawler.browser.serving import Serving
from crawler.browser.tab import Tab, TabCrashedError
from crawler.browser.world import spoken
from model.scan import ScanOutcome, UntestedFrame

NODES_PER_RULE = 5_000
TELLING = 2.0  # seconds for the list of what a page uses
_LEFT = (
    "Cannot find context",
    "context was destroyed",
    "target navigated",
)  # Chromium's words for a document that went
# What a browser shows as a document of its own; everything else is a file.
DOCUMENTS = ("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml")


@dataclass(slots=True)
class Tested:
    """How one page ended: an outcome, and per viewport axe's slim result where it was tested."""

    outcome: ScanOutcome
    detail: str = ""
    results: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    untested: tuple[UntestedFrame, ...] = ()


def refusal(page: ServedPage | str) -> Tested | None:
    """Why a page need not be opened at all; None where it must."""
    if isinstance(page, str):
        return None
    kind = next((value for name, value in page.headers.items() if name.lower() == "content-type"), "text/html")
    return _refused(page.status, kind)


def test_page(tab: Tab, serving: Serving, settings: BrowserSettings) -> Tested:
    """Test the page that ``serving`` answers for. Raises CallTimedOutError, TabCrashedError or BrowserGoneError."""
    deadline = time.monotonic() + settings.page_deadline
    tab.resize(settings.viewports[0], deadline)
    try:
        error = tab.open(serving, settings.load_limit, deadline)
    except CallFailedError:
        return Tested(ScanOutcome.NIET_GELADEN, LOAD_ERRORS["net::ERR_INVALID_URL"])
    if serving.elsewhere:
        return Tested(ScanOutcome.DOORGESTUURD, _elsewhere(serving))
    if refused := _refused(serving.status, serving.content_type):
        return refused
    if error and serving.must_load:
        raise TabCrashedError
    if error:
        return Tested(ScanOutcome.NIET_GELADEN, _load_error(error))
    if not serving.served:
        return Tested(ScanOutcome.NIET_GELADEN, "De browser haalde de pagina niet bij de server.")
    tested = Tested(ScanOutcome.GETEST)
    try:
        for width in settings.viewports:
            if width != settings.viewports[0]:
                tab.resize(width, deadline)
            tab.settle(serving, settings.quiet_limit, deadline)
            result = _run_axe(tab, settings, deadline, tested, again=width != settings.viewports[0])
            if settings.second_opinion and width == settings.viewports[0]:
                result["second_opinion"] = second_opinion(tab, settings.second_opinion, NODES_PER_RULE, deadline)
            tested.results[width] = result
            if serving.elsewhere:
                return Tested(ScanOutcome.DOORGESTUURD, _elsewhere(serving))
        serving.note_resources(tab.resources(min(deadline, time.monotonic() + TELLING)))
        _forget_visit(tab, deadline)
    except CallFailedError as failure:
        if serving.elsewhere:
            return Tested(ScanOutcome.DOORGESTUURD, _elsewhere(serving))
        if any(words in str(failure) for words in _LEFT):
            return Tested(ScanOutcome.DOORGESTUURD, "De pagina laadde zichzelf opnieuw terwijl zij werd getest.")
        return Tested(ScanOutcome.AXE_FOUT, str(failure)[:300])
    return tested


def axe_options(settings: BrowserSettings) -> dict[str, Any]:
    """Axe's own options: only what is reported is worked out, and nothing that nobody reads."""
    options: dict[str, Any] = {
        "resultTypes": ["violations", "incomplete"], "xpath": False, "ancestry": False, "reporter": "v1",
    }  # fmt: skip
    if settings.rules:
        options["runOnly"] = {"type": "rule", "values": list(settings.rules)}
    elif settings.tags:
        options["runOnly"] = {"type": "tag", "values": list(settings.tags)}
    return options


def _run_axe(tab: Tab, settings: BrowserSettings, deadline: float, tested: Tested, *, again: bool) -> dict[str, Any]:
    options = axe_options(settings)
    tab.evaluate(tab.top(), "goedgeregeld.calm()", deadline)
    if not tab.frames.nested:
        text = tab.evaluate(
            tab.top(),
            spoken("run", options, NODES_PER_RULE, again, not again and len(settings.viewports) > 1),
            deadline,
        )
    else:
        walk = FrameWalk(tab, options, settings.frame_deadline, deadline)
        walk.enter(tab.top(), None)
        tested.untested = tuple(dict.fromkeys([*tested.untested, *walk.untested]))
        text = tab.evaluate(tab.top(), spoken("finish", walk.parts, options, NODES_PER_RULE), deadline)
    result: dict[str, Any] = json.loads(text)
    return result


class FrameWalk:
    """Tests every frame below the top one, in reading order, each with a deadline."""

    def __init__(self, tab: Tab, options: Mapping[str, Any], patience: float, deadline: float) -> None:
        self._tab, self._options, self._patience, self._deadline = tab, options, patience, deadline
        self.parts: list[Any] = []
        self.untested: list[UntestedFrame] = []

    def enter(self, frame: Frame, context: Mapping[str, Any] | None) -> None:
        """Test one document and then the frames in it."""
        deadline = self._deadline if context is None else min(self._deadline, time.monotonic() + self._patience)
        found = json.loads(self._tab.evaluate(frame, spoken("partial", context, self._options), deadline))
        if context is not None:
            self.parts.append(found["partial"])
        for number, child in enumerate(found["frames"]):
            self._enter_child(frame, number, child)

    def _enter_child(self, parent: Frame, number: int, child: Mapping[str, Any]) -> None:
        before, url = len(self.parts), child["url"]
        deadline = min(self._deadline, time.monotonic() + self._patience)
        try:
            frame = self._tab.frame_at(parent, spoken("frame", number), deadline)
            if frame is None:
                return self._skip(before, url, "Het kader heeft geen inhoud.")
            if frame.failed:
                return self._skip(before, frame.failed, "Het kader is niet geladen of zijn adres is niet toegestaan.")
            url = frame.url or url
            self.enter(frame, child["context"])
        except CallTimedOutError:
            self._skip(before, url, "Het kader antwoordde niet op tijd.")
        except CallFailedError as failure:
            self._skip(before, url, f"axe kon in het kader niet werken: {str(failure)[:200]}")

    def _skip(self, before: int, url: str, reason: str) -> None:
        """A frame that fails half-way takes what stands in it along."""
        del self.parts[before:]
        self.parts.append(None)
        self.untested.append(UntestedFrame(url=url, reason=reason))


def _forget_visit(tab: Tab, deadline: float) -> None:
    tab.evaluate(tab.top(), "goedgeregeld.forget()", deadline)
    tab.forget_visit()


def _refused(status: int | None, kind: str) -> Tested | None:
    if status is not None and status >= 400:
        return Tested(ScanOutcome.NIET_GELADEN, f"De server antwoordde met status {status}.")
    if kind and not kind.lower().startswith(DOCUMENTS):
        return Tested(ScanOutcome.GEEN_HTML, f"Het adres geeft {kind.split(';')[0]}.")
    return None


def _elsewhere(serving: Serving) -> str:
    return f"De pagina stuurt zelf door naar {serving.elsewhere}."


LOAD_ERRORS = {
    "net::ERR_NAME_NOT_RESOLVED": "De server is onbekend.",
    "net::ERR_CONNECTION_REFUSED": "De server neemt geen verbinding aan.",
    "net::ERR_CONNECTION_RESET": "De server verbrak de verbinding.",
    "net::ERR_EMPTY_RESPONSE": "De server gaf een leeg antwoord.",
    "net::ERR_TOO_MANY_REDIRECTS": "De server blijft doorverwijzen.",
    "net::ERR_BLOCKED_BY_CLIENT": "De server verwijst naar een adres dat niet is toegestaan.",
    "net::ERR_UNSAFE_PORT": "De browser gebruikt deze poort niet.",
    "net::ERR_INVALID_URL": "Dit is geen geldig adres.",
    "net::ERR_ABORTED": "Het adres geeft een bestand om te bewaren of helemaal geen inhoud.",
}


def _load_error(error: str) -> str:
    return LOAD_ERRORS.get(error, f"De browser kon de pagina niet laden ({error}).")
