"""What runs in the crawling process: ``python -m crawler.child DESCRIPTOR``, started by crawler.process."""

from __future__ import annotations

import os
import pickle
import sys
import threading
import traceback
from dataclasses import fields
from multiprocessing.connection import Connection

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler import settings as project_settings
from crawler.process import ButtonJob, CrawlEnd, CrawlJob
from crawler.refusals import STOPPED_STAT


def main() -> None:
    """Read a job from standard input; send every page or landing, then a CrawlEnd, to the descriptor."""
    sender = Connection(int(sys.argv[1]), readable=False)
    job: CrawlJob | ButtonJob = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started this one
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
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
    task = process.crawl(crawler, **given, save=lambda *came: sender.send(came))
    process.start(install_signal_handlers=False)
    if isinstance(task_error := task.exception(), Exception):
        raise task_error
    stats = crawler.stats
    return CrawlEnd(requests=stats.get_value("downloader/request_count", 0), stopped=stats.get_value(STOPPED_STAT, ""))


def _end_with_parent() -> None:
    """Stop at once when the program that started this process is gone, also after kill -9."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
