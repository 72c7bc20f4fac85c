"""Leaves to a person what the checks are too often wrong about: the verdict becomes onzeker, and says what it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checks.check import all_checks
from model.finding import CheckResult, Online, Outcome
from model.reliability import Reliability

_WORDS = {Outcome.NVT: "niet van toepassing", Online.EXTERN: "ja, elders"}
UNDECIDED = frozenset({Outcome.ONZEKER, Outcome.NIET_GEMETEN, Online.ONZEKER, Online.NIET_GEMETEN})
"""Outcomes that decide nothing, so that nobody can agree with them."""


def with_sureness(results: Iterable[CheckResult], reliability: Reliability) -> tuple[CheckResult, ...]:
    """The results as they come from the store, each with its sentence to paste and with how sure it is by ``reliability``.

    ``reliability`` is the table that belongs to the checks that gave them.
    """
    pastes = {check.id: check.pastes for check in all_checks()}
    return tuple(
        replace(
            result,
            sureness=reliability.sureness(result.check_id, result.finding.reason),
            paste=pastes.get(result.check_id, {}).get(result.finding.reason, ""),
        )
        for result in results
    )


def doubted(results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """The results, with onzeker in the place of every verdict of which the measured error rate passes 10%.

    The reason and the evidence stay, the original outcome becomes the ``leaning``, and the message begins with why a person
    must look. A verdict whose sureness is not known is left as it is.
    """
    return tuple(map(_doubted, results))


def _doubted(result: CheckResult) -> CheckResult:
    found, sureness = result.finding.outcome, result.sureness
    if sureness is None or not sureness.doubtful or found in UNDECIDED:
        return result
    where = "met deze reden" if sureness.of_reason else "over dit onderdeel"
    wrong = sureness.pages - sureness.agreed
    why = (
        f"Een mens moet kijken, want het programma had {where} ongelijk op {wrong} van de {sureness.pages} pagina's "
        f"die mensen beoordeelden. Het lijkt op '{_WORDS.get(found, found.value)}'. {result.message}"
    )
    return replace(
        result,
        finding=replace(result.finding, outcome=Online.ONZEKER if isinstance(found, Online) else Outcome.ONZEKER),
        message=why,
        leaning=found,
    )
