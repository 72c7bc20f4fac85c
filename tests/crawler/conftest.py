"""A crawl of a few products on a site of our own, with what it saved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

import pytest

from crawler.crawl import CrawlSummary, crawl
from model.page import FetchOutcome, Role, Snapshot
from model.product import Product
from model.profile import SiteProfile
from tests.crawler.unfriendly import UnfriendlySite

PROFILE = SiteProfile(
    name="voorbeeld", municipality="Voorbeeld", hosts=("www.voorbeeld.nl",), not_products=("/nieuws/",)
)
DAY = date(2026, 11, 24)


def product(id: str, *paths: str, **more: object) -> Product:
    urls = tuple(path if "://" in path else f"https://www.voorbeeld.nl{path}" for path in paths)
    return Product(id=id, name=id.replace("-", " ").title(), urls=urls, **more)  # type: ignore[arg-type]


@dataclass
class Crawled:
    """What a crawl saved, in order, and its summary."""

    saved: list[tuple[Snapshot, bytes]] = field(default_factory=list)
    summary: CrawlSummary | None = None

    @property
    def snapshots(self) -> list[Snapshot]:
        return [snapshot for snapshot, _ in self.saved]

    def outcomes(self, product_id: str) -> list[FetchOutcome]:
        return [each.outcome for each in self.snapshots if each.product_id == product_id]

    def paths(self, product_id: str, role: Role) -> set[str]:
        return {
            "/" + each.url.split("/", 3)[3]
            for each in self.snapshots
            if each.product_id == product_id and each.role is role
        }

    def only(self, product_id: str) -> Snapshot:
        (snapshot,) = [each for each in self.snapshots if each.product_id == product_id]
        return snapshot


Crawl = Callable[..., Crawled]


@pytest.fixture
def crawled() -> Crawl:
    def run(site: UnfriendlySite, *products: Product, already: Collection[str] = (), **settings: object) -> Crawled:
        result = Crawled()
        result.summary = crawl(
            products,
            run_id="meting-1",
            profile=PROFILE,
            site=site.url,
            contact="",
            save=lambda snapshot, body: result.saved.append((snapshot, body)),
            already=already,
            day=DAY,
            settings={"DOWNLOAD_TIMEOUT": 5, **settings},
        )
        return result

    return run
