"""The reasons for not asking for a page, as Scrapy passes them on."""

from __future__ import annotations

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from model.page import FetchOutcome

STOPPED_STAT = "goedgeregeld/stopped"
"""Name of the statistic that holds the first Dutch reason why a host was left alone."""


class Refused(IgnoreRequest):
    """A request that is not made: with what outcome, and the Dutch reason."""

    def __init__(self, outcome: FetchOutcome, detail: str) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail


class SiteResting(Refused):
    """A request that is not made since nothing more is asked of this host in this run."""

    def __init__(self, detail: str) -> None:
        super().__init__(FetchOutcome.NIET_GEVRAAGD, detail)


def note_stop(crawler: Crawler, reason: str) -> None:
    """Keep the first reason why a host was left alone, for the crawl's summary."""
    if not crawler.stats.get_value(STOPPED_STAT):
        crawler.stats.set_value(STOPPED_STAT, reason)
