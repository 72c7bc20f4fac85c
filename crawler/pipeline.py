"""Hands each fetched page on to whoever keeps it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields

from scrapy.crawler import Crawler
from w3lib.encoding import html_to_unicode

from model.page import Snapshot


def _as_text(body: bytes) -> str:
    """Page bytes as text, for a feed."""
    return html_to_unicode(None, body)[1] if body else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage(Snapshot):
    """What the spider yields: a snapshot with its body.

    In a feed (``-o pages.jsonl``) the body is text; in a log it is left out.
    """

    body: bytes = field(default=b"", repr=False, metadata={"serializer": _as_text})

    @property
    def snapshot(self) -> Snapshot:
        """The same without the body, as the store keeps it."""
        return Snapshot(**{each.name: getattr(self, each.name) for each in fields(Snapshot)})


class SnapshotPipeline:
    """Calls the spider's ``save(snapshot, body)``, one page at a time and in order, outside the event loop.

    A database may be slow and Django's refuses to work in an event loop. Without a ``save`` pages only pass.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SnapshotPipeline:
        """Make one for a crawl (Scrapy's protocol)."""
        return cls(crawler)

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        """Save one page and pass it on to the feeds."""
        save = self.crawler.spider.save
        if save is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, save, item.snapshot, item.body)
        return item

    def close_spider(self) -> None:
        """Wait until the last page is saved."""
        self._thread.shutdown()
