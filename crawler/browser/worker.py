"""One thread of the pool: a tab, renewed after a fault, in which page after page is tested."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from crawler.browser.assets import Assets
from crawler.browser.cdp import BrowserGoneError, CallTimedOutError
from crawler.browser.chromium import Chromium
from crawler.browser.keeping import kept_scans, page_key
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.serving import Serving
from crawler.browser.supply import Supply
from crawler.browser.tab import Tab, TabCrashedError
from crawler.browser.testing import Tested, refusal, test_page
from model.scan import AxeScan, ScanOutcome

TRIES = 2  # at the end of the run, one page at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What all workers of one run share.

    ``script`` is axe with our additions; ``engine_key`` stands for axe, browser and settings.
    """

    settings: BrowserSettings
    run_id: str
    now: Callable[[], datetime]
    earlier: Callable[[str], Sequence[AxeScan]]
    script: str
    axe_version: str
    engine_key: str
    assets: Assets


class Worker:
    """One tab at a time, renewed after a fault."""

    def __init__(self, assignment: Assignment, supply: Supply, try_again: Callable[[ServedPage | str], None]) -> None:
        self._task, self._supply, self._try_again = assignment, supply, try_again
        self._browser: Chromium | None = None
        self._tab: Tab | None = None
        self._pages = 0

    def test(self, page: ServedPage | str, *, last: bool) -> list[AxeScan]:
        """The page's scans; none where it is to be tried again."""
        began = time.monotonic()
        if refused := refusal(page):
            return self._scans(page, None, refused, began)
        if kept := self._kept(page):
            return kept
        for attempt in range(1, 1 + (TRIES if last else 1)):
            serving, tested = self._try(page)
            if tested.outcome is not ScanOutcome.VASTGELOPEN:
                break
            if not last:
                self._try_again(page)
                return []
            tested.detail += f" Dit was poging {attempt + 1}."
        return self._scans(page, serving, tested, began)

    def _try(self, page: ServedPage | str) -> tuple[Serving | None, Tested]:
        """Test once. VASTGELOPEN may be the fault of the page in the other tab."""
        serving, broken = None, True
        try:
            tab = self._ready_tab(sealed=not isinstance(page, str))
            serving = Serving(page, self._task.settings, self._task.assets, tab.channel)
            tested = test_page(tab, serving, self._task.settings)
            broken = False
        except CallTimedOutError:
            tested = Tested(ScanOutcome.TE_TRAAG, f"Na {self._task.settings.page_deadline:g} seconden nog niet klaar.")
        except (TabCrashedError, BrowserGoneError) as crash:
            what = "het tabblad" if isinstance(crash, TabCrashedError) else "de browser"
            tested = Tested(ScanOutcome.VASTGELOPEN, f"Tijdens het testen viel {what} om.")
        finally:
            if serving:
                serving.closed = True
            self._afterwards(broken)
        return serving, tested

    def _kept(self, page: ServedPage | str) -> list[AxeScan]:
        task = self._task
        if isinstance(page, str) or not (earlier := task.earlier(page.url)):
            return []
        key = page_key(page, task.engine_key)
        return kept_scans(earlier, key, task.settings, task.assets, task.run_id, task.now())

    def leave(self) -> None:
        """Close the tab and give the browser back."""
        if self._tab:
            self._tab.close()
        if self._browser:
            self._supply.give_back()
        self._tab = self._browser = None

    def _ready_tab(self, *, sealed: bool) -> Tab:
        if self._browser is None:
            self._browser = self._supply.take()
        worn = self._pages >= self._task.settings.pages_per_tab
        if self._tab and (worn or self._tab.sealed is not sealed):
            self._tab.close()
            self._tab = None
        if self._tab is None:
            self._tab = Tab(self._browser.channel, self._task.script, sealed=sealed)
            self._pages = 0
        self._pages += 1
        return self._tab

    def _afterwards(self, broken: bool) -> None:
        if broken and self._tab:
            self._tab.close()
            self._tab = None
        if self._browser and self._supply.wear(self._browser):
            self.leave()

    def _scans(self, page: ServedPage | str, serving: Serving | None, tested: Tested, began: float) -> list[AxeScan]:
        """One for each viewport; what a page did not reach is told for all alike."""
        seconds = time.monotonic() - began
        return [
            AxeScan(
                run_id=self._task.run_id,
                url=page if isinstance(page, str) else page.url,
                viewport=width,
                scanned_at=self._task.now(),
                outcome=tested.outcome,
                axe_version=self._task.axe_version,
                browser_version=self._supply.version,
                result=tested.results.get(width, {}) if tested.outcome is ScanOutcome.GETEST else {},
                frames_not_tested=tested.untested,
                detail=tested.detail,
                seconds=round(seconds / len(self._task.settings.viewports), 3),
                final_url=serving.address if serving else "",
                key="" if isinstance(page, str) else page_key(page, self._task.engine_key),
                assets=serving.assets() if serving else {},
                blocked=dict(serving.blocked) if serving else {},
            )
            for width in self._task.settings.viewports
        ]
