"""Chromium, started and owned through Selenium, locally or on a Grid, with the channel beside it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from urllib3.exceptions import HTTPError

from crawler.browser import guard
from crawler.browser.cdp import Channel
from crawler.browser.nouns import BrowserSettings
from model.errors import UserError

# Selenium Manager would look for browsers on the network; everything is installed at set-up.
os.environ.setdefault("SE_OFFLINE", "true")
os.environ.setdefault("SE_AVOID_STATS", "true")

IP = re.compile(r"[\d.]+|\[.*")
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication"
    # A page is left for good: it is not kept to go back to, and the next one gets its process and frame as they are
    # (measured: 5 to 10% less processor time and half the page faults).
    ",BackForwardCache,RenderDocument,SpareRendererForSitePerProcess",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-ipc-flooding-protection",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    # A frame of another site gets its own process, also in the headless shell: when it hangs, the page does not.
    "--site-per-process",
    # Each page compiles axe anew and runs it once: the quick compilers earn their cost, the thorough one does not
    # (measured: 15 to 20% less processor time, also on pages of 10,000 elements). And a page cannot eat the machine.
    "--js-flags=--always-sparkplug --no-turbofan --invocation-count-for-maglev=5000 --max-old-space-size=1024",
)


class GuardedService(Service):
    """The driver below our guard, in its own session so that Ctrl-C reaches us first."""

    def command_line_args(self) -> list[str]:
        """The guard's arguments, then the driver's own."""
        return ["-I", guard.__file__, str(os.getpid()), self.folder, self.driver, *super().command_line_args()]

    def __init__(self, driver: str, folder: str) -> None:
        self.driver, self.folder = driver, folder
        # The driver makes the browser's profile below TMPDIR, so that we can remove it also after a crash.
        environment = {**os.environ, "TMPDIR": folder}
        super().__init__(executable_path=sys.executable, env=environment, popen_kw={"start_new_session": True})


class Chromium:
    """One running browser. Raises WebDriverException where it cannot start."""

    def __init__(self, settings: BrowserSettings) -> None:
        self.settings = settings
        self.service: GuardedService | None = None
        self._folder = tempfile.mkdtemp(prefix="goedgeregeld-")
        try:
            self._driver = self._start()
            self.version: str = self._driver.capabilities["browserVersion"]
            self.channel = Channel(self._address())
            self._refuse_windows()
        except BaseException:
            self.kill()
            raise

    @property
    def guard_pid(self) -> int | None:
        """The process above driver and browser; None on a Grid."""
        return self.service.process.pid if self.service and self.service.process else None

    def memory(self) -> int:
        """Bytes held by driver and browser together, shared pages counted once (PSS); 0 on a Grid."""
        return sum(_proportional_set_size(pid) for pid in _descendants(self.guard_pid)) if self.guard_pid else 0

    def end_greedy_pages(self, limit: int) -> None:
        """Kill every process of a page that holds more than ``limit`` bytes."""
        for pid in _descendants(self.guard_pid) if self.guard_pid else []:
            with suppress(OSError, IndexError):
                resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_SIZE
                if resident > limit and "--type=renderer" in Path(f"/proc/{pid}/cmdline").read_text():
                    os.kill(pid, signal.SIGKILL)

    def quit(self) -> None:
        """Close the browser in order, else kill it; nothing of it remains."""
        with suppress(WebDriverException, HTTPError, OSError):
            self.channel.close()
            self._driver.quit()
        self.kill()

    def kill(self) -> None:
        """End every process of the browser and remove its folder."""
        if self.service and self.service.process:
            self.service.process.terminate()
            self.service.process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _refuse_windows(self) -> None:
        """Close every window that a page opens, by whatever way."""

        def on_event(method: str, params: Mapping[str, Any]) -> None:
            if method == "Target.targetCreated" and params["targetInfo"].get("openerId"):
                self.channel.send("Target.closeTarget", {"targetId": params["targetInfo"]["targetId"]})

        self.channel.subscribe("", on_event)
        self.channel.call("Target.setDiscoverTargets", {"discover": True, "filter": [{"type": "page"}]})

    def _start(self) -> webdriver.Remote:
        options = webdriver.ChromeOptions()
        options.page_load_strategy = "none"
        options.accept_insecure_certs = True
        arguments = [*ARGUMENTS, *_deaf_to(self.settings.silent_hosts), *self.settings.extra_arguments]
        for argument in arguments:
            options.add_argument(argument)
        if self.settings.grid_url:
            return webdriver.Remote(self.settings.grid_url, options=options)
        options.binary_location = _binary(self.settings)
        self.service = GuardedService(self.settings.chromedriver, self._folder)
        return webdriver.Chrome(options=options, service=self.service)

    def _address(self) -> str:
        """The browser's own websocket; on a Grid the hub passes it on."""
        if through_grid := self._driver.capabilities.get("se:cdp"):
            return str(through_grid)
        debugger = self._driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urllib.request.urlopen(f"http://{debugger}/json/version", timeout=10) as answer:
            return str(json.load(answer)["webSocketDebuggerUrl"])


def _deaf_to(hosts: Sequence[str]) -> list[str]:
    """Silent hosts have no address for the browser, whichever way a page asks for them."""
    names = [host.partition(":")[0] if not host.startswith("[") else host for host in hosts]
    rules = [
        f"MAP {'*' + name if name.startswith('.') else name} ~NOTFOUND" for name in names if not IP.fullmatch(name)
    ]
    return [f"--host-resolver-rules={', '.join(rules)}"] if rules else []


def installed_version(settings: BrowserSettings) -> str:
    """The version of the browser on this machine, as in "156.0.8078.79". Raises UserError where there is none."""
    command = [_binary(settings), "--version"]  # from the settings, never from a page
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise UserError(
            f"De browser is niet gevonden of start niet: {settings.chromium}. Voer eerst `make setup` uit."
        ) from error
    found = re.search(r"\d+(\.\d+){3}", told.stdout)
    return found[0] if found else told.stdout.strip()


def _binary(settings: BrowserSettings) -> str:
    """The headless shell where it stands beside Debian's Chromium: the same engine without a window around it."""
    if settings.headless_shell and settings.chromium == "/usr/bin/chromium" and Path(settings.headless_shell).exists():
        return settings.headless_shell
    return settings.chromium


def _descendants(pid: int) -> list[int]:
    found = guard.children(pid)
    return found + [below for child in found for below in _descendants(child)]


def _proportional_set_size(pid: int) -> int:
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
