"""Browsers of a real Selenium Grid, a hub and two nodes on loopback, find what a browser beside us finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench import grid as machines
from tests.browser.conftest import Audit, Site, document, faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The hub's address while a hub and two nodes run."""
    if not machines.installed():
        pytest.skip("the Grid is not installed: run `make setup`")
    with machines.grid(tmp_path_factory.mktemp("grid")) as hub:
        yield hub


def test_two_nodes_find_what_a_browser_beside_us_finds(site: Site, audit: Audit, grid: str) -> None:
    style = '<link rel="stylesheet" href="/s.css">'
    site.pages = {
        f"/p{number:02}": document(
            f'<p class="c{number % 3}">Tekst</p><iframe title="f" src="{site.elsewhere}/frame"></iframe>', style
        )
        for number in range(24)
    }
    addresses = list(site.pages)
    site.pages["/s.css"] = (200, {"content-type": "text/css"}, b".c1{color:#999}")
    site.pages["/frame"] = document("<input>")
    pages = [site.served(path) for path in addresses]
    here = audit(*pages, viewports=(1280, 320))
    site.asked.clear()
    there = audit(*pages, viewports=(1280, 320), grid_url=grid, browsers=2)
    assert [(one.url, one.viewport, one.outcome, faults(one)) for one in there] == [
        (one.url, one.viewport, one.outcome, faults(one)) for one in here
    ]
    assert all(("label", "['iframe', 'input']") in faults(one) for one in there)
    assert sorted(path for _, path in site.asked) == ["/frame", "/s.css"]
