"""Every quote stands letter for letter in the element that its selector finds, over all pages of the bench."""

from __future__ import annotations

from bs4 import BeautifulSoup

from pages import parse_page
from tests.checks.judging import bench_pages, findings


def fold(text: str) -> str:
    return " ".join(text.split())


def test_every_quote_is_found_by_its_selector_letter_for_letter() -> None:
    wrong = []
    for name, body, labels in bench_pages():
        soup = BeautifulSoup(body, "lxml")
        for check, result in findings(parse_page(body, url=labels["url"]), labels["name"]).items():
            for evidence in result.finding.evidence:
                element = soup.select_one(evidence.selector)
                found = element is not None and evidence.quote in fold(element.get_text())
                if not found or not 0 < len(evidence.quote) <= 300:
                    wrong.append((name, check, evidence.selector))
    assert wrong == []


def test_no_check_crashes_on_a_page_of_the_bench() -> None:
    crashed = [
        (name, result.check_id)
        for name, body, labels in bench_pages()
        for result in findings(parse_page(body, url=labels["url"]), labels["name"]).values()
        if result.error
    ]
    assert crashed == []
