"""A run is held against the truth: what differs is named with its quote and its cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from demo.compare import compare, said
from demo.faults import SeededFault
from demo.truth import Truth
from model.finding import Finding, Online, Outcome
from model.page import Evidence, FetchOutcome
from model.scan import AxeScan, ScanOutcome

Findings = dict[str, dict[str, Finding]]


def perfect(truth: Truth) -> Findings:
    """The findings of a run that sees everything right."""
    return {
        product_id: {
            question: Finding(
                outcome=label, reason="zo", evidence=(Evidence(url="http://x/", selector="p", quote="Kosten: € 5"),)
            )
            for question, label in item.labels.items()
        }
        for product_id, item in truth.products.items()
    }


def scan_of(fault: SeededFault, *, viewport: int = 1280, key: str = "violations", rule: str = "") -> AxeScan:
    node = {"html": f'<i data-fout="{fault.mark}"></i>', "target": [fault.selector]}
    return AxeScan(
        run_id="1",
        url=f"http://127.0.0.1:1{fault.path}",
        viewport=viewport,
        scanned_at=datetime(2026, 11, 24, tzinfo=UTC),
        outcome=ScanOutcome.GETEST,
        axe_version="4",
        browser_version="1",
        result={key: [{"id": rule or fault.rule, "nodes": [node]}]},
    )


def lonely(truth: Truth) -> SeededFault:
    """A planted fault that is alone on its page."""
    paths = [fault.path for fault in truth.faults]
    return next(
        fault for fault in truth.faults if paths.count(fault.path) == 1 and fault.viewport is None and not fault.shared
    )


def test_a_perfect_run_agrees(truth: Truth) -> None:
    fetches = {product_id: item.fetch for product_id, item in truth.products.items()}
    comparison = compare(truth, perfect(truth), fetches=fetches)
    assert comparison.agrees
    assert comparison.equal == comparison.compared
    assert list(comparison.lines())[-1] == "Geen verschillen."


def test_a_wrong_finding_is_listed_with_its_quote_and_what_the_page_says(truth: Truth) -> None:
    findings = perfect(truth)
    item = next(
        item
        for item in truth.products.values()
        if item.labels["kosten"] is Outcome.ONTBREEKT and "€" in said(item, "kosten")
    )
    wrong = replace(findings[item.product.id]["kosten"], outcome=Outcome.AANWEZIG)
    findings[item.product.id]["kosten"] = wrong
    (difference,) = compare(truth, findings).differences
    assert (difference.product_id, difference.expected, difference.found) == (item.product.id, "ontbreekt", "aanwezig")
    line = str(difference)
    assert "Kosten: € 5" in line
    assert said(item, "kosten") in line


def test_a_product_that_is_missing_counts_as_not_measured(truth: Truth) -> None:
    findings = perfect(truth)
    product_id = next(key for key, item in truth.products.items() if item.mischief is None)
    del findings[product_id]
    found = compare(truth, findings).differences
    assert [difference.question for difference in found] == ["hoe", "waar", "kosten", "afhandeltermijn", "online"]
    assert {difference.found for difference in found} == {"niet gemeten"}


def test_an_unfriendly_page_that_was_read_all_the_same_is_a_difference(truth: Truth) -> None:
    findings: Mapping[str, Mapping[str, Finding]] = perfect(truth)
    gone = next(item for item in truth.products.values() if item.mischief and item.mischief.key == "404")
    ended = {product_id: item.fetch for product_id, item in truth.products.items()}
    ended[gone.product.id] = FetchOutcome.OPGEHAALD
    (difference,) = compare(truth, findings, fetches=ended).differences
    assert (difference.question, difference.expected, difference.found) == ("ophalen", "niet gevonden", "opgehaald")
    assert "404" in str(difference)


def test_online_is_compared_by_its_own_labels(truth: Truth) -> None:
    findings = perfect(truth)
    item = next(item for item in truth.products.values() if item.labels["online"] is Online.EXTERN)
    findings[item.product.id]["online"] = Finding(outcome=Online.JA, reason="knop")
    (difference,) = compare(truth, findings).differences
    assert (difference.question, difference.expected, difference.found) == ("online", "extern", "ja")


def test_a_planted_fault_that_axe_names_is_found(truth: Truth) -> None:
    fault = lonely(truth)
    key = "incomplete" if fault.needs_review else "violations"
    comparison = compare(truth, perfect(truth), [scan_of(fault, key=key)])
    assert (comparison.faults, comparison.missed, comparison.unexpected) == (1, (), ())


def test_a_planted_fault_that_axe_does_not_name_is_missed_and_another_rule_is_unexpected(truth: Truth) -> None:
    fault = lonely(truth)
    comparison = compare(truth, perfect(truth), [scan_of(fault, rule="bypass")])
    assert comparison.missed == (fault,)
    assert [extra.rule for extra in comparison.unexpected] == ["bypass"]
    assert any("Niet gevonden" in line for line in comparison.lines())


def test_a_fault_at_one_width_is_not_missed_at_another(truth: Truth) -> None:
    fault = next(fault for fault in truth.faults if fault.viewport == 320)
    wide = scan_of(fault, viewport=1280, rule="niets")
    assert fault not in compare(truth, perfect(truth), [replace(wide, result={})]).missed
    assert fault in compare(truth, perfect(truth), [replace(wide, viewport=320, result={})]).missed


def test_a_page_that_was_not_tested_misses_no_faults(truth: Truth) -> None:
    scan = replace(scan_of(lonely(truth)), outcome=ScanOutcome.TE_TRAAG, result={})
    comparison = compare(truth, perfect(truth), [scan])
    assert comparison.faults == 0
    assert [difference.question for difference in comparison.differences] == ["testen"]
