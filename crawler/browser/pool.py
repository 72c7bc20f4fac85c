"""Many pages through one browser with a few tabs; each page ends in a named outcome, whatever it does."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from crawler.browser.assets import Assets
from crawler.browser.axe import load_script
from crawler.browser.nouns import BrowserSettings, ServedPage
from crawler.browser.supply import Supply
from crawler.browser.worker import Assignment, Worker
from model.scan import AxeScan

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
        script, axe_version = load_script(settings)
        self._supplies = [Supply(settings) for _ in range(max(1, min(settings.browsers, settings.tabs)))]
        told = f"{settings.key()} {hashlib.sha256(script.encode()).hexdigest()} {self._supplies[0].version}"
        self._tabs = settings.tabs
        self._assignment = Assignment(
            settings=settings,
            run_id=run_id,
            now=now,
            earlier=earlier,
            script=script,
            axe_version=axe_version,
            engine_key=hashlib.sha256(told.encode()).hexdigest(),
            assets=Assets(
                user_agent=settings.user_agent,
                limit=settings.asset_limit,
                deadline=settings.asset_deadline,
                own_network=settings.own_network,
            ),
        )
        self._ended: queue.Queue[list[AxeScan] | BaseException | None] = queue.Queue()
        self._lock = threading.Lock()
        self._again: list[ServedPage | str] = []
        self._stopped = False

    def scans(self, pages: Pages) -> Iterator[AxeScan]:
        """Test all. Pages whose tab or browser went down are tried again at the end, one at a time: so the guilty are known."""
        yield from self._through(iter(pages), self._tabs, last=False)
        yield from self._through(iter(self._again), 1, last=True)

    def stop(self) -> None:
        """End the browser and with it the threads."""
        self._stopped = True
        for supply in self._supplies:
            supply.stop()
        self._assignment.assets.close()

    def _through(self, pages: Iterator[ServedPage | str], tabs: int, *, last: bool) -> Iterator[AxeScan]:
        for number in range(tabs):
            supply = self._supplies[number % len(self._supplies)]
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
        worker = Worker(self._assignment, supply, self._try_again)
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

    def _try_again(self, page: ServedPage | str) -> None:
        """Keep a page for the end."""
        with self._lock:
            self._again.append(page)
