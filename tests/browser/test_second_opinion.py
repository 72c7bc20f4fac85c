"""Another engine looks at the same page; it is compared with axe and changes no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.second_opinion import agreement
from checks.wcag import axe_issues
from tests.browser.conftest import Audit, Site, document, faults

pytestmark = pytest.mark.browser
ACE = Path(__file__).parents[2] / "bench/node_modules/accessibility-checker-engine/ace.js"


def test_both_engines_are_compared_per_criterion_and_axes_findings_stay_what_they_are(site: Site, audit: Audit) -> None:
    if not ACE.exists():
        pytest.skip("the second engine is not installed: run `make setup`")
    site.pages = {
        "/a": document('<img src="/i.png"><p style="color:#999">bleek</p>'),
        "/b": document('<img src="/i.png">'),
        "/c": document("<p>Goed</p>"),
    }
    pages = [site.served(path) for path in site.pages]
    alone, together = audit(*pages), audit(*pages, second_opinion=ACE)
    assert [faults(one) for one in alone] == [faults(one) for one in together]
    assert axe_issues(alone) == axe_issues(together)
    assert agreement(alone) == ()
    by_criterion = {one.criterion: (one.both, one.axe_only, one.other_only, one.share) for one in agreement(together)}
    assert by_criterion["1.1.1"] == (2, 0, 0, 1.0)
    assert by_criterion["1.4.3"] == (1, 0, 0, 1.0)
    assert together[0].result["second_opinion"]["version"].startswith("4.")
