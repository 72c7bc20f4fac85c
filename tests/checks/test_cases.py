"""The golden cases: written before the rules were tuned on them, one class of wording or trap each."""

from __future__ import annotations

from collections import Counter

import pytest

from checks.check import all_checks
from model.finding import ELEMENTS
from tests.checks.judging import Case, findings, golden_cases, page_of

CASES = tuple(golden_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}: {case.name}")
def test_a_golden_case_is_judged_as_a_careful_person_does(case: Case) -> None:
    result = findings(page_of(case.title, case.fragment), case.title)[case.check]
    assert result.error == ""
    assert str(result.finding.outcome) == case.expected
    assert tuple(evidence.quote for evidence in result.finding.evidence) == case.quotes


@pytest.mark.parametrize("check", [*ELEMENTS, "online"])
def test_each_element_has_at_least_sixty_cases_with_names_of_their_own(check: str) -> None:
    names = Counter(case.name for case in CASES if case.check == check)
    assert sum(names.values()) >= 60
    assert max(names.values()) == 1


@pytest.mark.parametrize("check", [*ELEMENTS, "online"])
def test_every_message_of_a_check_has_a_case(check: str) -> None:
    reasons = {
        findings(page_of(case.title, case.fragment), case.title)[check].finding.reason
        for case in CASES
        if case.check == check
    }
    messages = {found.id: found.messages for found in all_checks()}[check]
    assert set(messages) - reasons == set()


@pytest.mark.parametrize(
    ("check", "fragment"), [(check, fragment) for check in all_checks() for fragment in check.examples]
)
def test_an_example_in_the_documentation_is_true(check, fragment: str) -> None:  # type: ignore[no-untyped-def]
    assert findings(page_of("", fragment), "")[check.id].finding.outcome == check.examples[fragment]
