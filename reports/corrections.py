"""Corrections by people, laid over what the checks concluded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from model.decision import Review
from model.finding import CheckResult, Finding
from model.page import Evidence

CORRECTED = "correctie"
"""The reason of a finding that a person gave."""


def corrected(
    results: Iterable[CheckResult], reviews: Iterable[Review], stands: Callable[[Review], bool]
) -> tuple[CheckResult, ...]:
    """The results with each review that still holds in the place of what the check concluded.

    A review holds as long as the check says the same of the same words, and ``stands`` says that the words which the person
    pointed at are still on the product's pages. Otherwise the page has changed and the check's own conclusion counts again.
    """
    given = {(review.product_id, review.check_id): review for review in reviews}
    return tuple(_overlaid(result, given.get((result.product_id, result.check_id)), stands) for result in results)


def speaks_of(review: Review, result: CheckResult) -> bool:
    """Whether the check concluded again what the person had in view."""
    finding = result.finding
    quotes = tuple(evidence.quote for evidence in finding.evidence)
    return (review.found, review.reason, review.quotes) == (finding.outcome, finding.reason, quotes)


def _overlaid(result: CheckResult, review: Review | None, stands: Callable[[Review], bool]) -> CheckResult:
    if review is None or review.corrected is None or not speaks_of(review, result) or not stands(review):
        return result
    evidence = (Evidence(url=review.url, selector="", quote=review.quote),) if review.quote else ()
    return replace(
        result,
        finding=Finding(outcome=review.corrected, reason=CORRECTED, evidence=evidence),
        message=f"Een mens heeft dit oordeel gecorrigeerd: {review.why}",
        error="",
    )
