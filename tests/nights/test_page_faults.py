"""A page whose scripts or memory misbehave ends in its named outcome, and costs no other page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.browser import BrowserSettings, scan
from model.scan import AxeScan, ScanOutcome
from tests.browser.conftest import AXE, document, served
from tests.nights.page_faults import PAGE_FAULTS, PageFault

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FAULT = '<img src="/i.png">'
PATIENCE = 15.0  # seconds for one page; every page that ends by itself does so in a fraction


@pytest.fixture(scope="module")
def scans() -> dict[str, AxeScan]:
    """The test of each fault by its name, all in one go with the same browser, a good page at the end."""
    bodies = {fault.name: fault.body + FAULT for fault in PAGE_FAULTS} | {"goed": FAULT}
    names = {f"https://www.gemeente.example/p{number:03}": name for number, name in enumerate(bodies)}
    pages = [served(url, document(bodies[name])) for url, name in names.items()]
    chosen = BrowserSettings(
        axe_path=AXE, page_deadline=PATIENCE, viewports=(1280,), allowed_hosts=("www.gemeente.example",)
    )
    return {names[one.url]: one for one in scan(pages, chosen, run_id="r1", now=lambda: datetime.now(UTC))}


@pytest.mark.parametrize("fault", PAGE_FAULTS, ids=lambda fault: f"{fault.group}: {fault.name}")
def test_the_page_ends_in_its_named_outcome(scans: dict[str, AxeScan], fault: PageFault):
    found = scans[fault.name]
    assert found.outcome in fault.outcomes, found.detail
    assert found.detail or found.outcome is ScanOutcome.GETEST


def test_the_page_after_all_of_them_is_tested(scans: dict[str, AxeScan]):
    assert [rule["id"] for rule in scans["goed"].result["violations"]] == ["image-alt"]


def test_no_page_is_lost(scans: dict[str, AxeScan]):
    assert len(scans) == len(PAGE_FAULTS) + 1
