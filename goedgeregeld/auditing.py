"""Tests pages in the browser while the crawl still brings more."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from crawler.browser import BrowserSettings, ServedPage, scan
from goedgeregeld.measuring import earlier_scans, served, tested_pages
from model.errors import UserError
from model.page import FetchOutcome, Snapshot
from model.run import Run
from store import history


class Auditing:
    """One browser for a run, fed with pages as they are stored; each address is tested once.

    ``earlier`` is the last good run: what did not change since keeps its result. After ``until`` (of time.monotonic) nothing
    new is tested. Use offer for each stored page, then finish.
    """

    def __init__(self, run: Run, browser: BrowserSettings, *, earlier: Run | None, until: float) -> None:
        self._run, self._browser, self._earlier, self._until = run, browser, earlier, until
        self._seen = set(tested_pages(run, browser))
        self._waiting: queue.SimpleQueue[Snapshot | None] = queue.SimpleQueue()
        self._abandoned = threading.Event()
        self._error: BaseException | None = None
        self.tests = 0
        self.left = 0
        self._thread = threading.Thread(target=self._work, name="audit", daemon=True)
        self._thread.start()
        for snapshot in history.snapshots(run.id):
            self.offer(snapshot)

    def offer(self, snapshot: Snapshot) -> None:
        """Have a fetched page tested; one that was tested or offered before is left."""
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.final_url not in self._seen:
            self._seen.add(snapshot.final_url)
            self._waiting.put(snapshot)

    def finish(self) -> str:
        """Wait until all is tested; returns the Dutch reason why not all could be, empty where it was.

        What went wrong in our own code is raised here.
        """
        self._waiting.put(None)
        self._thread.join()
        if isinstance(self._error, UserError):
            return f"De toegankelijkheid kon niet worden getest: {self._error}"
        if self._error is not None:
            raise self._error
        return f"Voor {self.left} pagina's was geen tijd om de toegankelijkheid te testen." if self.left else ""

    def abandon(self) -> None:
        """Stop as soon as the pages in hand are tested."""
        self._abandoned.set()
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        try:
            for found in scan(
                self._pages(),
                self._browser,
                run_id=self._run.id,
                now=lambda: datetime.now(UTC),
                earlier=earlier_scans(self._earlier, self._browser),
            ):
                history.save_scan(found)
                self.tests += 1
        except BaseException as error:  # raised again in the thread that asked
            self._error = error
        finally:
            history.leave()

    def _pages(self) -> Iterator[ServedPage]:
        """The pages as they come; asked for by the browser's threads, which must be left without a connection."""
        while (snapshot := self._waiting.get()) is not None and not self._abandoned.is_set():
            if time.monotonic() >= self._until:
                self.left += 1
                continue
            try:
                page = served(snapshot)
            finally:
                history.leave()
            yield page
