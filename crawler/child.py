"""What runs in the crawling process: ``python -m crawler.child DESCRIPTOR``, started by crawler.process."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
import threading
import traceback
from dataclasses import fields
from multiprocessing.connection import Connection
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler import settings as project_settings
from crawler.connections import last_answers
from crawler.journal import alone
from crawler.process import ButtonJob, CrawlEnd, CrawlJob
from crawler.refusals import STOPPED_STAT

_under_way: list[tuple[asyncio.AbstractEventLoop, Crawler]] = []
"""The crawl that keeps a journal, once it has begun."""
_LAST_ANSWERS = 10.0  # seconds for what is on its way when the program that started this process is killed


def main() -> None:
    """Read a job from standard input; send every page or landing, then a CrawlEnd, to the descriptor."""
    sender = Connection(int(sys.argv[1]), readable=False)
    job: CrawlJob | ButtonJob = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started this one
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        if journal := job.settings.get("JOURNAL"):
            alone(Path(str(journal)))
        end = _crawl(job, sender)
    except Exception:
        end = CrawlEnd(error=traceback.format_exc())
    sender.send(end)
    sender.close()
    os._exit(0)  # the thread that waits for the parent would hold up an ordinary end


def _crawl(job: CrawlJob | ButtonJob, sender: Connection) -> CrawlEnd:
    settings = Settings()
    settings.setmodule(project_settings, priority="project")
    settings.set("LOG_LEVEL", "ERROR", priority="project")
    settings.setdict(job.settings, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    name = "knoppen" if isinstance(job, ButtonJob) else "producten"
    given = {each.name: getattr(job, each.name) for each in fields(job) if each.name != "settings"}
    crawler = process.create_crawler(name)
    if job.settings.get("JOURNAL"):
        _under_way.append((asyncio.get_event_loop(), crawler))
    task = process.crawl(crawler, **given, save=lambda *came: sender.send(came))
    process.start(install_signal_handlers=False)
    if isinstance(task_error := task.exception(), Exception):
        raise task_error
    stats = crawler.stats
    return CrawlEnd(requests=stats.get_value("downloader/request_count", 0), stopped=stats.get_value(STOPPED_STAT, ""))


def _end_with_parent() -> None:
    """Stop when the program that started this process is gone, also after kill -9.

    Where a journal is kept, what is on its way comes in first: the night that goes on then need not ask for it again.
    """
    sys.stdin.buffer.read()
    try:
        for loop, crawler in _under_way:
            waiting = asyncio.run_coroutine_threadsafe(last_answers(crawler, _LAST_ANSWERS), loop)
            waiting.result(_LAST_ANSWERS + 5.0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
