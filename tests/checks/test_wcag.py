"""Axe's results become issues of one rule in one component."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from checks.wcag import axe_issues, criteria_of
from model.scan import AxeScan, ScanOutcome

CONTRAST = {
    "id": "color-contrast",
    "impact": "serious",
    "tags": ["cat.color", "wcag2aa", "wcag143", "EN-9.1.4.3"],
    "help": "Elements must meet minimum color contrast ratio thresholds",
}


def node(html: str, component: str = "", target: Any = None) -> dict[str, Any]:
    return {"target": target or ["a"], "html": html, "impact": "serious", "component": component}


def scanned(page: str, *nodes: dict[str, Any], kind: str = "violations", viewport: int = 1280, **more: Any) -> AxeScan:
    return AxeScan(
        run_id="r1",
        url=f"https://www.gemeente.example/{page}",
        viewport=viewport,
        scanned_at=datetime(2026, 11, 24, tzinfo=UTC),
        outcome=more.pop("outcome", ScanOutcome.GETEST),
        axe_version="4.14.1",
        browser_version="156",
        result={kind: [{**CONTRAST, **more, "nodes": list(nodes)}]},
    )


def test_a_fault_in_the_header_of_many_pages_is_one_issue_for_the_web_team() -> None:
    scans = [scanned(f"p{number}", node('<a class="logo">Home</a>', "header>a.logo")) for number in range(40)]
    (issue,) = axe_issues(scans)
    assert (issue.rule_id, issue.component, len(issue.places), len(issue.pages)) == (
        "color-contrast", "header>a.logo", 40, 40,
    )  # fmt: skip
    assert issue.template
    assert issue.criteria == ("1.4.3",)


def test_the_same_structure_with_its_own_text_on_each_page_stays_the_editors_work() -> None:
    scans = [scanned(f"p{number}", node(f"<p>Tekst {chr(97 + number)}</p>", "main>p")) for number in range(10)]
    (issue,) = axe_issues(scans)
    assert not issue.template


def test_an_element_that_fails_at_both_widths_is_one_place() -> None:
    scans = [scanned("p", node("<a>x</a>", "main>a"), viewport=width) for width in (1280, 320)]
    (issue,) = axe_issues(scans)
    assert (len(issue.places), issue.viewports) == (1, (1280, 320))


def test_what_axe_could_not_decide_is_kept_apart_and_comes_last() -> None:
    scans = [
        scanned("p", node("<a>x</a>", "main>a"), kind="incomplete"),
        scanned("p", node("<a>x</a>", "main>a")),
        scanned("p", node("<a>x</a>", "main>a"), tags=["best-practice"], id="region"),
    ]
    assert [(issue.rule_id, issue.needs_review, issue.best_practice) for issue in axe_issues(scans)] == [
        ("color-contrast", False, False), ("region", False, True), ("color-contrast", True, False),
    ]  # fmt: skip


def test_a_scan_that_did_not_end_well_says_nothing() -> None:
    assert axe_issues([scanned("p", node("<a>x</a>"), outcome=ScanOutcome.TE_TRAAG)]) == ()
    assert axe_issues([]) == ()


def test_a_component_from_another_tool_ignores_ids_digits_and_text() -> None:
    scans = [
        scanned("p1", node('<a id="n1" class="btn item-1">Een</a>')),
        scanned("p2", node('<a class="item-22 btn" id="n2">Twee</a>')),
    ]
    (issue,) = axe_issues(scans)
    assert issue.component == "a.btn"


def test_a_place_in_a_frame_or_shadow_root_is_named_step_by_step() -> None:
    (issue,) = axe_issues([scanned("p", node("<input>", "form>input", [["#kader", "iframe"], "input"]))])
    assert issue.places[0].selector == "#kader >>> iframe >>> input"
    assert issue.component == "iframe >>> form>input"


def test_tags_name_criteria_and_levels_are_none() -> None:
    assert criteria_of(["wcag2aa", "wcag21aa", "wcag111", "wcag1410", "best-practice", "EN-9.1.1.1"]) == (
        "1.1.1",
        "1.4.10",
    )
