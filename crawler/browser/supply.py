"""The browser that is in use now: started when needed, renewed when worn out or dead."""

from __future__ import annotations

import threading

from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from crawler.browser.chromium import Chromium, installed_version
from crawler.browser.nouns import BrowserSettings
from model.errors import UserError

STARTS = 3  # a loaded machine may let one start time out
PAGES_PER_WEIGHING = 20


class Supply:
    """Hands one browser to all tabs' threads.

    A browser that must go is first left by all of them, so that there are never two at the same time.
    """

    def __init__(self, settings: BrowserSettings) -> None:
        self._settings = settings
        self._changed = threading.Condition()
        self._browser: Chromium | None = None
        self._users = 0
        self._worn = False
        self._pages = 0
        self._ended = threading.Event()
        self.version = "" if settings.grid_url else installed_version(settings)
        threading.Thread(target=self._watch, name="memory", daemon=True).start()

    def take(self) -> Chromium:
        """The browser, to be given back. Waits while others still leave a worn one. Raises UserError where none starts."""
        with self._changed:
            while self._worn and self._users:
                self._changed.wait()
            if self._ended.is_set():
                raise UserError("De meting is gestopt.")
            if self._worn or self._browser is None:
                self._renew()
            assert self._browser is not None
            self._users += 1
            return self._browser

    def give_back(self) -> None:
        """Say that a thread no longer uses the browser that it took."""
        with self._changed:
            self._users -= 1
            self._changed.notify_all()

    def wear(self, browser: Chromium, *, broken: bool = False) -> bool:
        """Count a page; returns whether the browser must be given back because it is worn out or ``broken``."""
        with self._changed:
            if browser is not self._browser:
                return True
            self._pages += 1
            weigh = self._pages % PAGES_PER_WEIGHING == 0
            self._worn = (
                self._worn
                or broken
                or browser.channel.closed
                or self._pages >= self._settings.pages_per_browser
                or (weigh and browser.memory() > self._settings.memory_limit)
            )
            return self._worn

    def stop(self) -> None:
        """End the browser, also under the hands of its users."""
        with self._changed:
            self._ended.set()
            if self._browser:
                self._browser.quit()
            self._browser = None
            self._changed.notify_all()

    def _watch(self) -> None:
        """A page can eat all memory between two countings of pages; look every second."""
        while not self._ended.is_set():
            if browser := self._browser:
                browser.end_greedy_pages(self._settings.tab_memory_limit)
            self._ended.wait(1.0)

    def _renew(self) -> None:
        if self._browser:
            self._browser.kill() if self._browser.channel.closed else self._browser.quit()
            self._browser = None
        for attempt in range(1, STARTS + 1):
            try:
                self._browser = Chromium(self._settings)
                break
            except (WebDriverException, HTTPError, OSError) as error:
                if attempt == STARTS:
                    where = self._settings.grid_url or self._settings.chromium
                    raise UserError(
                        f"De browser start niet ({where}). Controleer met: goedgeregeld doctor."
                        f" Melding: {str(error).strip()[:300]}"
                    ) from error
        assert self._browser is not None
        self.version, self._pages, self._worn = self._browser.version, 0, False
