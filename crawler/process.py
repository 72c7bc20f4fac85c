"""The process in which Scrapy runs: its reactor can be started once only, and a crawl may be wanted again."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from crawler import settings as project_settings
from model.product import Product
from model.profile import SiteProfile

_ROOT = str(Path(__file__).resolve().parent.parent)
_GRACE = 300.0  # seconds beyond its deadlines before a crawl counts as stuck; a throttled queue still empties in it


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlJob:
    """What the crawling process needs to know; can be pickled."""

    products: tuple[Product, ...]
    run_id: str
    profile: SiteProfile
    site: str
    contact: str
    day: date
    already: tuple[str, ...]
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonJob:
    """Which addresses behind buttons to follow, on which hosts; can be pickled."""

    addresses: tuple[str, ...]
    hosts: tuple[str, ...]
    run_id: str
    profile: SiteProfile
    contact: str
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlEnd:
    """The crawling process's last words. ``error`` is a stack; empty where all went well."""

    requests: int = 0
    stopped: str = ""
    error: str = ""


def crawl_apart(job: CrawlJob | ButtonJob, keep: Callable[..., None]) -> CrawlEnd:
    """Crawl in a process of its own; ``keep`` is called here with every page (snapshot and body) or landing.

    Returns how it ended. It ends in bounded time, whatever the site does. RuntimeError where our own code failed in it.
    """
    limit = time.monotonic() + _longest(job)
    with _process(job) as (process, pages):
        while True:
            if not pages.poll(max(0.0, limit - time.monotonic())):
                return CrawlEnd(stopped="Het ophalen kwam niet meer vooruit en is beëindigd.")
            try:
                came = pages.recv()
            except EOFError:
                process.wait()
                return CrawlEnd(stopped=f"Het ophalen stopte onverwacht (code {process.returncode}).")
            if isinstance(came, CrawlEnd):
                if came.error:
                    raise RuntimeError(f"the crawling process failed:\n{came.error}")
                return came
            keep(*came)


@contextmanager
def _process(job: CrawlJob | ButtonJob) -> Iterator[tuple[subprocess.Popen[bytes], Connection]]:
    """The crawling process and what it sends; it has ended when this is left, however that happens.

    It reads the job from its standard input, which then stays open: the end of it tells that we are gone. A session of
    its own keeps Ctrl-C for us. Not multiprocessing's spawn, which runs the caller's main module again.
    """
    reading, writing = os.pipe()
    receiver = Connection(reading, writable=False)
    process = subprocess.Popen(  # noqa: S603 - our own module with our own arguments
        [sys.executable, "-m", "crawler.child", str(writing)],
        stdin=subprocess.PIPE,
        pass_fds=(writing,),
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, sys.path)])},
    )
    os.close(writing)
    assert process.stdin is not None
    try:
        pickle.dump(job, process.stdin)
        process.stdin.flush()
        yield process, receiver
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        with suppress(BrokenPipeError):
            process.stdin.close()
        receiver.close()


def _longest(job: CrawlJob | ButtonJob) -> float:
    """Seconds in which a crawl ends by itself, whatever the site does."""

    def limit(name: str) -> float:
        return float(str(job.settings.get(name, getattr(project_settings, name))))

    return limit("RUN_DEADLINE") + 2 * limit("DOWNLOAD_TIMEOUT") + _GRACE
