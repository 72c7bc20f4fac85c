"""The reasons for not asking for a page, as Scrapy passes them on."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest

from model.page import FetchOutcome


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
