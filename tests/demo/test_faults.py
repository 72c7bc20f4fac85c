"""The replica in a real browser: axe finds nothing on clean pages and every planted fault on the others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.browser import BrowserSettings, scan
from demo.comparefaults import FaultComparison, compare_faults
from demo.faults import KINDS_OF_FAULT
from demo.server import Replica
from demo.truth import Truth
from model.scan import AxeScan

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = pytest.mark.browser


def scans_of(replica: Replica, paths: Iterable[str]) -> list[AxeScan]:
    settings = BrowserSettings(axe_path=AXE, allowed_hosts=None, viewports=(1280, 320))
    addresses = [replica.base + path for path in paths]
    return list(scan(addresses, settings, run_id="1", now=lambda: datetime.now(UTC)))


def told(comparison: FaultComparison) -> list[str]:
    missed = [f"gemist: {fault.rule} {fault.mark} op {fault.path}" for fault in comparison.missed]
    return missed + [f"extra: {extra.rule} op {extra.path}: {extra.html}" for extra in comparison.unexpected]


def test_axe_finds_nothing_on_a_clean_page_of_each_build(replica: Replica, truth: Truth) -> None:
    faulty = {fault.path for fault in truth.faults if not fault.shared}
    clean = {
        (item.build, item.language): item.path
        for item in truth.products.values()
        if item.mischief is None and item.path not in faulty
    }
    assert {build for build, _ in clean} == {"knoppen", "leestijd", "loket", "oud", "stappen"}
    others = ["/", "/nieuws/nieuwe-tarieven/", "/kalender/2026/11", "/tarieven/"]
    comparison = compare_faults(truth.faults, scans_of(replica, [*clean.values(), *others]))
    assert told(comparison) == []


def test_axe_finds_every_kind_of_planted_fault_and_nothing_else(replica: Replica, truth: Truth) -> None:
    paths = {f"{fault.rule} {fault.mark.rsplit('-', 1)[0]}": fault.path for fault in truth.faults if not fault.shared}
    assert len(paths) == len(KINDS_OF_FAULT) >= 17
    comparison = compare_faults(truth.faults, scans_of(replica, sorted(set(paths.values()))))
    assert told(comparison) == []
    frames = {fault.frame for fault in comparison.able}
    assert frames == {"", "frame", "geneste frame", "frame van andere server", "schaduw"}
    assert any(fault.needs_review for fault in comparison.able)
    assert any(fault.viewport == 320 for fault in comparison.able)


def test_the_header_fault_returns_on_every_page_of_its_build(truth: Truth) -> None:
    loket = {item.path for item in truth.products.values() if item.build == "loket" and item.scan and not item.same_as}
    shared = {fault.path for fault in truth.faults if fault.shared}
    assert len(shared) > 50
    assert shared <= loket


def test_axe_finds_the_seventeen_faults_of_the_extra_pages(replica: Replica) -> None:
    bench = replica.extra_pages(17)
    comparison = compare_faults(bench.faults, scans_of(replica, sorted({fault.path for fault in bench.faults})))
    assert told(comparison) == []
    assert len(comparison.able) == 17
