"""Gives every request a connection of its own, so that none meets one that the server has just closed."""

from __future__ import annotations

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler


class AskOnceHandler(HTTP11DownloadHandler):
    """Scrapy's handler without kept connections.

    A kept connection that the server closes at the moment of the next request looks like a site that is down, and Twisted
    would hide it by silently asking twice. Whether a page is asked again is for PatienceMiddleware to say, which counts it.
    At a polite pace a new connection for each page costs the site next to nothing.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.persistent = False
