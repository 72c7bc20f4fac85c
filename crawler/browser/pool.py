"""Many pages through one browser with a few tabs; each page ends in a named outcome, whatever it does."""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from crawler.browser.assets import Assets
from crawler.browser.axe import load_script
from crawler.browser.cdp import BrowserGoneError, CallTimedOutError
from crawler.browser.chromium import Chromium
from crawler.browser.keeping import kept_scans, page_key
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.serving import Serving
from crawler.browser.supply import Supply
from crawler.browser.tab import Tab, TabCrashedError
from crawler.browser.testing import Tested, refusal, test_page
from model.scan import AxeScan, ScanOutcome

Pages = Iterable[ServedPage | str]


def scan(
    pages: Pages,
    settings: BrowserSettings,
    *,
    run_id: str,
    now: Callable[[], datetime],
    on_progress: Callable[[AxeScan], None] = lambda scan: None,
    earlier: Callable[[str], Sequence[AxeScan]] = lambda url: (),
) -> Iterator[AxeScan]:
    """Test every page at every viewport: one AxeScan for each, in the order in which they end.

    A ServedPage gets the bytes that it brings; a string is an address which the browser fetches itself. ``now`` gives the time of
    each scan (aware, UTC). ``on_progress`` is called with each scan before it is given out. Stop early by closing the iterator:
    the browser ends with it. ``earlier`` gives the scans of an address in the last run: an unchanged page keeps them, with
    ``measured_at`` saying from when they are. Raises UserError where axe or a browser cannot be had.
    """
    run = Pool(settings, run_id, now, earlier)
    try:
        for found in run.scans(pages):
            on_progress(found)
            yield found
    finally:
        run.stop()


class Pool:
    """The tabs' threads, the browser they share and the pages in their hands."""

    def __init__(
        self,
        settings: BrowserSettings,
        run_id: str,
        now: Callable[[], datetime],
        earlier: Callable[[str], Sequence[AxeScan]],
    ) -> None:
        self.settings, self.run_id, self.now, self.earlier = settings, run_id, now, earlier
        self.script, self.axe_version = load_script(settings)
        self.assets = Assets(
            user_agent=settings.user_agent, limit=settings.asset_limit, deadline=settings.asset_deadline
        )
        self.supplies = [Supply(settings) for _ in range(max(1, min(settings.browsers, settings.tabs)))]
        told = f"{settings.key()} {hashlib.sha256(self.script.encode()).hexdigest()} {self.supplies[0].version}"
        self.engine_key = hashlib.sha256(told.encode()).hexdigest()
        self._ended: queue.Queue[list[AxeScan] | BaseException | None] = queue.Queue()
        self._lock = threading.Lock()
        self._again: list[ServedPage | str] = []
        self._stopped = False

    def scans(self, pages: Pages) -> Iterator[AxeScan]:
        """Test all. Pages whose tab or browser went down are tried again at the end, one at a time: so the guilty are known."""
        yield from self._through(iter(pages), self.settings.tabs, last=False)
        yield from self._through(iter(self._again), 1, last=True)

    def try_again(self, page: ServedPage | str) -> None:
        """Keep a page for the end."""
        with self._lock:
            self._again.append(page)

    def stop(self) -> None:
        """End the browser and with it the threads."""
        self._stopped = True
        for supply in self.supplies:
            supply.stop()
        self.assets.close()

    def _through(self, pages: Iterator[ServedPage | str], tabs: int, *, last: bool) -> Iterator[AxeScan]:
        for number in range(tabs):
            supply = self.supplies[number % len(self.supplies)]
            threading.Thread(target=self._work, args=(pages, supply, last), name=f"tab-{number}", daemon=True).start()
        working = tabs
        while working:
            match self._ended.get():
                case None:
                    working -= 1
                case BaseException() as error:
                    raise error
                case scans:
                    yield from scans

    def _work(self, pages: Iterator[ServedPage | str], supply: Supply, last: bool) -> None:
        """One thread with one tab: takes pages until there are none."""
        worker = Worker(self, supply)
        try:
            while not self._stopped:
                with self._lock:
                    page = next(pages, None)
                if page is None:
                    break
                self._ended.put(worker.test(page, last=last))
        except BaseException as error:  # handed to the thread that asked
            self._ended.put(error)
        finally:
            worker.leave()
            self._ended.put(None)


class Worker:
    """One tab at a time, renewed after a fault."""

    def __init__(self, pool: Pool, supply: Supply) -> None:
        self._pool, self._supply = pool, supply
        self._browser: Chromium | None = None
        self._tab: Tab | None = None

    def test(self, page: ServedPage | str, *, last: bool) -> list[AxeScan]:
        """The page's scans; none where it is to be tried again."""
        began = time.monotonic()
        if refused := refusal(page):
            return self._scans(page, None, refused, began)
        if kept := self._kept(page):
            return kept
        serving, broken = None, True
        try:
            tab = self._ready_tab()
            serving = Serving(page, self._pool.settings, self._pool.assets, tab.channel)
            tested = test_page(tab, serving, self._pool.settings)
            broken = False
        except CallTimedOutError:
            tested = Tested(ScanOutcome.TE_TRAAG, f"Na {self._pool.settings.page_deadline:g} seconden nog niet klaar.")
        except (TabCrashedError, BrowserGoneError) as crash:
            if not last:
                self._pool.try_again(page)
                return []
            what = "het tabblad" if isinstance(crash, TabCrashedError) else "de browser"
            tested = Tested(ScanOutcome.VASTGELOPEN, f"Tijdens het testen viel {what} om, ook bij een tweede poging.")
        finally:
            if serving:
                serving.closed = True
            self._afterwards(broken)
        return self._scans(page, serving, tested, began)

    def _kept(self, page: ServedPage | str) -> list[AxeScan]:
        pool = self._pool
        if isinstance(page, str) or not (earlier := pool.earlier(page.url)):
            return []
        key = page_key(page, pool.engine_key)
        return kept_scans(earlier, key, pool.settings, pool.assets, pool.run_id, pool.now())

    def leave(self) -> None:
        """Close the tab and give the browser back."""
        if self._tab:
            self._tab.close()
        if self._browser:
            self._supply.give_back()
        self._tab = self._browser = None

    def _ready_tab(self) -> Tab:
        if self._browser is None:
            self._browser = self._supply.take()
        if self._tab is None:
            self._tab = Tab(self._browser.channel, self._pool.script)
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
                run_id=self._pool.run_id,
                url=page if isinstance(page, str) else page.url,
                viewport=width,
                scanned_at=self._pool.now(),
                outcome=tested.outcome,
                axe_version=self._pool.axe_version,
                browser_version=self._supply.version,
                result=tested.results.get(width, {}) if tested.outcome is ScanOutcome.GETEST else {},
                frames_not_tested=tested.untested,
                detail=tested.detail,
                seconds=round(seconds / len(self._pool.settings.viewports), 3),
                final_url=serving.address if serving else "",
                key="" if isinstance(page, str) else page_key(page, self._pool.engine_key),
                assets=serving.assets() if serving else {},
                blocked=dict(serving.blocked) if serving else {},
            )
            for width in self._pool.settings.viewports
        ]
