"""Keeps the HTTP client from asking twice by itself."""

from __future__ import annotations

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler


class AskOnceHandler(HTTP11DownloadHandler):
    """Scrapy's handler without Twisted's silent second request when a kept connection breaks.

    Whether a page is asked again is for PatienceMiddleware to say, which counts it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.retryAutomatically = False
