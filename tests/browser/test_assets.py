"""Assets that no longer fit in memory are the same as those that do."""

from __future__ import annotations

import base64

from crawler.browser.assets import Assets
from tests.browser.conftest import Site


def test_bodies_beyond_the_memory_limit_come_back_unchanged_and_are_asked_for_once(site: Site) -> None:
    site.pages = {f"/{number}": (200, {"content-type": "image/png"}, bytes([number]) * 5000) for number in range(20)}
    assets = Assets(user_agent="test", limit=10_000, deadline=5, memory=20_000)
    found = [assets.load(site.here + path) for path in [*site.pages, *site.pages]]
    bodies = [base64.b64decode(assets.body(one.result())) for one in found]
    assert bodies == [bytes([number]) * 5000 for number in range(20)] * 2
    assert len(site.asked) == 20
    assets.close()


def test_an_asset_that_is_too_large_or_not_there_is_named(site: Site) -> None:
    site.pages = {"/groot": (200, {}, b"x" * 20_000)}
    assets = Assets(user_agent="test", limit=10_000, deadline=5)
    large, lost = assets.load(site.here + "/groot").result(), assets.load("http://127.0.0.1:9/").result()
    assert (large.status, large.detail) == (0, "meer dan 10000 bytes")
    assert lost.status == 0
    assert lost.detail
    assets.close()
