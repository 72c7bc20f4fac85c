"""A page on which nothing changed keeps its result, and says how old it is; everything that matters makes it be tested again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.browser import BrowserSettings, ServedPage, scan
from model.scan import AxeScan
from tests.browser.conftest import AXE, Site, document

pytestmark = pytest.mark.browser
FIRST_NIGHT = datetime(2026, 11, 24, 3, tzinfo=UTC)
Night = Callable[..., list[AxeScan]]


@pytest.fixture
def night(site: Site) -> Night:
    """Test the pages ``days`` after the first night, knowing the earlier scans."""
    site.pages["/s.css"] = (200, {"content-type": "text/css"}, b"p{color:#999}")
    site.pages["/a"] = document("<p>Tekst</p>", '<link rel="stylesheet" href="/s.css">')
    site.pages["/b"] = document("<p>Andere tekst</p>", '<link rel="stylesheet" href="/s.css">')

    def run(earlier: list[AxeScan], days: int = 1, pages: list[ServedPage] | None = None, **more: Any) -> list[AxeScan]:
        settings = BrowserSettings(axe_path=AXE, **more)
        found = scan(
            pages or [site.served("/a"), site.served("/b")],
            settings,
            run_id=f"night {days}",
            now=lambda: FIRST_NIGHT + timedelta(days=days),
            earlier=lambda url: [one for one in earlier if one.url == url],
        )
        return sorted(found, key=lambda one: (one.url, -one.viewport))

    return run


def test_an_unchanged_night_keeps_every_result_with_its_date_and_starts_no_browser(site: Site, night: Night) -> None:
    first = night([], 0)
    second = night(first, 1, chromedriver="/bestaat/niet")
    third = night(second, 2, chromedriver="/bestaat/niet")
    assert [one.reused for one in first + third] == [False] * 4 + [True] * 4
    assert {one.measured_at for one in third} == {FIRST_NIGHT}
    assert [one.result for one in third] == [one.result for one in first]
    assert {one.run_id for one in third} == {"night 2"}


@pytest.mark.parametrize("tabs", [1, 2])
@pytest.mark.parametrize("what", ["page", "style", "rules", "policy"])
def test_whatever_matters_makes_the_page_be_tested_again(site: Site, night: Night, what: str, tabs: int) -> None:
    # With one tab, Chromium has the style of the second page still from the first, and asks for nothing.
    first = night([], 0, tabs=tabs)
    assert all(f"{site.here}/s.css" in one.assets for one in first)
    pages = [site.served("/a"), site.served("/b")]
    more: dict[str, Any] = {}
    if what == "page":
        pages[0] = replace(pages[0], body=pages[0].body + b"<!-- -->")
    elif what == "policy":
        pages[0] = replace(pages[0], headers={**pages[0].headers, "Content-Security-Policy": "default-src 'none'"})
    elif what == "style":
        site.pages["/s.css"] = (200, {"content-type": "text/css"}, b"p{color:#111}")
    else:
        more = {"rules": ("image-alt",)}
    again = {one.url.rpartition("/")[2] for one in night(first, 1, pages, **more) if not one.reused}
    assert again == ({"a"} if what in ("page", "policy") else {"a", "b"})


def test_other_dates_and_cookies_change_nothing(site: Site, night: Night) -> None:
    first = night([], 0)
    page = site.served("/a")
    later = replace(page, headers={**page.headers, "Date": "morgen", "Set-Cookie": "x=1"})
    assert all(one.reused for one in night(first, 1, [later]))


def test_a_result_is_kept_for_a_week_at_most(night: Night) -> None:
    first = night([], 0)
    assert all(one.reused for one in night(first, 6))
    assert not any(one.reused for one in night(first, 7))
    assert not any(one.reused for one in night(first, 1, keep_nights=0))
