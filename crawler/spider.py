"""The spider "producten": asks the site for the pages of the catalog, each once."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.addresses import allowed_hosts, askable, moved, netloc, on_loopback, page_key
from crawler.agent import user_agent
from crawler.answers import Answer, answer_of, failure_of, no_answer
from crawler.catalog import read_catalog
from crawler.dossiers import Dossiers
from crawler.pipeline import FetchedPage
from crawler.profile import read_profile
from crawler.redirects import redirect_of, why_not_followed
from crawler.site import Surroundings, says_not_found
from crawler.visits import HOPS, Visit, Visits, Wanted
from model.errors import UserError
from model.page import FetchOutcome, Snapshot
from model.product import Product
from model.profile import SiteProfile
from pages import parse_page


class ProductSpider(Spider):
    """Crawls every active product: ``scrapy crawl producten -a site=… -a catalogus=… -a profiel=… -a contact=… -a dag=…``.

    ``site`` replaces scheme, host and port of the catalog's addresses. Each address of each product gives one FetchedPage,
    also where nothing could be fetched; a product's catalog addresses come last, when its other pages are known.
    """

    name = "producten"

    def __init__(
        self,
        *,
        products: Iterable[Product],
        profile: SiteProfile,
        site: str = "",
        run_id: str = "",
        day: date,
        already: Collection[str] = (),
        save: Callable[[Snapshot, bytes], None] | None = None,
    ) -> None:
        super().__init__(self.name)
        self.run_id = run_id
        self.save = save
        self.products = tuple(
            replace(product, urls=tuple(moved(url, profile, site) for url in product.urls))
            for product in products
            if product.active_on(day)
        )
        self.hosts = allowed_hosts(profile, site) or tuple({netloc(url) for each in self.products for url in each.urls})
        self.visits = Visits()
        self.dossiers = Dossiers(self._surroundings(profile), already)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider from Scrapy's arguments and settings. UserError for a wrong catalog, profile, site or contact."""
        settings = crawler.settings
        contact = kwargs.pop("contact", "")
        catalog, profile, day = (kwargs.pop(name, "") for name in ("catalogus", "profiel", "dag"))
        kwargs.setdefault("day", _day(day))
        if "products" not in kwargs:
            kwargs["products"] = read_catalog(catalog or settings["CATALOG"])
        if "profile" not in kwargs:
            kwargs["profile"] = read_profile(profile or settings["PROFILE"])
        spider = super().from_crawler(crawler, *args, **kwargs)
        if on_loopback(spider.hosts):
            settings.setdict(settings.getdict("LOOPBACK"), priority="spider")
        if settings.getpriority("USER_AGENT") in (None, 0):
            settings.set("USER_AGENT", user_agent(contact, spider.hosts), priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every catalog address that is within the hosts and not stored yet."""
        for product in self.products:
            for wanted in self.dossiers.open(product):
                for each in self._want(wanted):
                    yield each

    def parse(self, response: Response, key: str) -> Iterator[Request | FetchedPage]:
        """Follow a redirect, or deliver the page to every product that waits for it."""
        visit = self.visits.known(key)
        target = redirect_of(response)
        if target is None:
            yield from self._deliver(visit, self._read(answer_of(response)))
        else:
            yield from self._onward(visit, target, response.status)

    def failed(self, failure: Failure) -> Iterator[Request | FetchedPage]:
        """Deliver the reason why there is no page."""
        outcome, detail = failure_of(failure.value)
        visit = self.visits.known(failure.request.cb_kwargs["key"])
        yield from self._deliver(visit, no_answer(failure.request.url, outcome, detail))

    def _want(self, wanted: Wanted) -> Iterator[Request | FetchedPage]:
        """Ask for a page, or wait for it, or use it, or refuse it."""
        if not SiteProfile.covers(self.hosts, netloc(wanted.url)):
            detail = f"{netloc(wanted.url)} hoort niet bij de site."
            yield from self._arrive(wanted, no_answer(wanted.url, FetchOutcome.BUITEN_DE_SITE, detail))
            return
        visit = self.visits.visit(wanted.url)
        if visit.answer:
            yield from self._arrive(wanted, visit.answer)
            return
        visit.waiting.append(wanted)
        if not visit.tried:
            yield self._request(visit, wanted.url)

    def _request(self, visit: Visit, url: str) -> Request:
        url = askable(url)
        visit.tried.append(url)
        return Request(url, callback=self.parse, errback=self.failed, cb_kwargs={"key": visit.key}, dont_filter=True)

    def _onward(self, visit: Visit, target: str, status: int) -> Iterator[Request | FetchedPage]:
        """Take one redirect: to the same page's other address, to a page known or new, or nowhere."""
        if refusal := why_not_followed(target, self.hosts):
            outcome, detail = refusal
            final = target if netloc(target) else visit.tried[-1]
            yield from self._deliver(visit, no_answer(final, outcome, detail, status=status))
            return
        there = self.visits.visit(target)
        if askable(target) in visit.tried or (there is not visit and there.leads_to(visit)) or visit.depth > HOPS:
            detail = f"De pagina stuurt in een kring of meer dan {HOPS} keer door."
            yield from self._deliver(visit, no_answer(target, FetchOutcome.KRINGVERWIJZING, detail, status=status))
        elif there is visit:
            yield self._request(visit, target)
        else:
            visit.onward = there
            there.led_here.append(visit)
            if there.answer:
                yield from self._deliver(visit, there.answer)
            elif not there.tried:
                yield self._request(there, target)

    def _deliver(self, visit: Visit, answer: Answer) -> Iterator[Request | FetchedPage]:
        for wanted, each in self.visits.answered(visit, answer):
            yield from self._arrive(wanted, each)

    def _arrive(self, wanted: Wanted, answer: Answer) -> Iterator[Request | FetchedPage]:
        """Put an answer in its product's dossier; yields the rows that are now known and asks for what it leads to."""
        more, rows = self.dossiers.put(wanted, answer)
        for arrived, result in rows:
            yield self._row(arrived, result)
        for each in more:
            yield from self._want(each)
        for arrived, result in self.dossiers.close(wanted.product):
            yield self._row(arrived, result)

    def _row(self, wanted: Wanted, answer: Answer) -> FetchedPage:
        return FetchedPage(
            run_id=self.run_id,
            product_id=wanted.product.id,
            url=wanted.url,
            final_url=answer.final_url,
            role=wanted.role,
            outcome=answer.outcome,
            status=answer.status,
            fetched_at=answer.fetched_at,
            headers=answer.headers,
            body_sha256=answer.body_sha256,
            detail=answer.detail,
            body=answer.body,
        )

    def _read(self, answer: Answer) -> Answer:
        """The answer with its page; a page that says that it does not exist counts as not found."""
        if answer.outcome is not FetchOutcome.OPGEHAALD:
            return answer
        try:
            page = parse_page(answer.body, url=answer.final_url, content_type=answer.content_type)
        except Exception:
            self.log(f"cannot read {answer.final_url}", level=logging.ERROR, exc_info=True)
            return answer
        if says_not_found(page):
            detail = "De server antwoordt met status 200, maar de pagina zegt dat ze niet bestaat."
            return replace(answer, outcome=FetchOutcome.NIET_GEVONDEN, body=b"", detail=detail)
        return replace(answer, page=page)

    def _surroundings(self, profile: SiteProfile) -> Surroundings:
        owners: dict[str, set[str]] = {}
        for product in self.products:
            for url in product.urls:
                owners.setdefault(page_key(url), set()).add(product.id)
        names = tuple(product.name for product in self.products)
        return Surroundings(profile=profile, hosts=self.hosts, owners=owners, names=names)


def _day(text: str) -> date:
    """The day on which products must be active; today where nothing is given."""
    try:
        return date.fromisoformat(text) if text else datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    except ValueError as error:
        raise UserError(f"{text!r} is geen datum. Schrijf jaar-maand-dag, zoals 2026-01-31.") from error
