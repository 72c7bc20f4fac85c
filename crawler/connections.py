"""Gives every request a connection of its own, and can let the last answers come in while nothing more is asked."""

from __future__ import annotations

import asyncio
from typing import ClassVar
from weakref import WeakSet

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

_LOOK = 0.02  # seconds between two looks whether the last answer is in


class AskOnceHandler(HTTP11DownloadHandler):
    """Scrapy's handler without kept connections.

    A kept connection that the server closes at the moment of the next request looks like a site that is down, and Twisted
    would hide it by silently asking twice. Whether a page is asked again is for PatienceMiddleware to say, which counts it.
    At a polite pace a new connection for each page costs the site next to nothing.

    Of all handlers in the process, ``asked`` holds what went to a site; once ``closed`` is true nothing more goes.
    """

    asked: ClassVar[WeakSet[Request]] = WeakSet()
    closed: ClassVar[bool] = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.persistent = False

    async def download_request(self, request: Request) -> Response:
        """Ask the site; waits for ever where nothing more may be asked."""
        if AskOnceHandler.closed:
            await asyncio.Event().wait()
        AskOnceHandler.asked.add(request)
        return await super().download_request(request)


async def last_answers(crawler: Crawler, seconds: float) -> None:
    """Ask nothing more, and wait until what was on its way came in and went through the journal; ``seconds`` at most."""
    AskOnceHandler.closed = True
    under_way = crawler.engine.downloader.active if crawler.engine else ()
    limit = asyncio.get_running_loop().time() + seconds
    while any(request in under_way for request in tuple(AskOnceHandler.asked)):
        if asyncio.get_running_loop().time() >= limit:
            return
        await asyncio.sleep(_LOOK)
