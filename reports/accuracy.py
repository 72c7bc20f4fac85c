"""How well the checks read: their findings beside the labels that people gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.finding import CheckResult, Finding, Online, Outcome
from model.reliability import Sureness
from reports.cases import Case
from reports.words import QUESTIONS

MET = frozenset({Outcome.AANWEZIG, Outcome.NVT, Online.JA, Online.EXTERN})
"""Outcomes that meet a norm: aanwezig or nvt; for online ja or extern."""

UNDECIDED = frozenset({Outcome.ONZEKER, Outcome.NIET_GEMETEN, Online.ONZEKER, Online.NIET_GEMETEN})
"""Findings that leave it to a person; they count as not met and are also counted apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One question over a number of cases.

    ``confusion`` counts cases by (label, finding). Shares are fractions of 1, None where they divide by nothing.
    """

    confusion: Mapping[tuple[Outcome | Online, Outcome | Online], int]

    @property
    def cases(self) -> int:
        """All cases."""
        return sum(self.confusion.values())

    @property
    def labelled_met(self) -> int:
        """Cases that people call met."""
        return sum(amount for (label, _), amount in self.confusion.items() if label in MET)

    @property
    def found_met(self) -> int:
        """Cases that the check calls met."""
        return sum(amount for (_, found), amount in self.confusion.items() if found in MET)

    @property
    def both_met(self) -> int:
        """Cases that both call met."""
        return sum(amount for (label, found), amount in self.confusion.items() if label in MET and found in MET)

    @property
    def same_label(self) -> int:
        """Cases in which the finding is the label."""
        return sum(amount for (label, found), amount in self.confusion.items() if label == found)

    @property
    def same_met(self) -> int:
        """Cases in which both say met, or both say not met."""
        return sum(amount for (label, found), amount in self.confusion.items() if (label in MET) == (found in MET))

    @property
    def undecided(self) -> int:
        """Cases that the check left to a person."""
        return sum(amount for (_, found), amount in self.confusion.items() if found in UNDECIDED)

    @property
    def precision(self) -> float | None:
        """How much of what the check calls met is met."""
        return _share(self.both_met, self.found_met)

    @property
    def recall(self) -> float | None:
        """How much of what is met the check calls met."""
        return _share(self.both_met, self.labelled_met)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.both_met, self.found_met + self.labelled_met)

    @property
    def label_accuracy(self) -> float | None:
        """How often the finding is the label."""
        return _share(self.same_label, self.cases)

    @property
    def met_accuracy(self) -> float | None:
        """How often both agree on met or not met."""
        return _share(self.same_met, self.cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A case in which the finding is not the label. ``uncertain``: the person doubted too. ``sureness``: of the finding."""

    case: Case
    question: str
    label: Outcome | Online
    finding: Finding
    uncertain: bool
    sureness: Sureness | None = None

    @property
    def changes_met(self) -> bool:
        """Whether the miss turns met into not met, or the other way round."""
        return (self.label in MET) != (self.finding.outcome in MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """The scores per question without (``certain``) and with (``all``) the labels on which people doubted.

    ``doubtful`` counts, per question, the verdicts that are too often wrong to stand by themselves, and how many of them
    agreed with the label on met or not met.
    """

    cases: int
    certain: Mapping[str, Score]
    all: Mapping[str, Score]
    misses: tuple[Miss, ...]
    doubtful: Mapping[str, tuple[int, int]]


def accuracy(cases: Sequence[Case], results: Iterable[CheckResult]) -> Accuracy:
    """Compare labels with findings; a result's ``product_id`` is its case's id. A missing result is niet gemeten.

    Misses stand in the order of questions, then of cases.
    """
    given = {(result.product_id, result.check_id): result for result in results}
    found = {place: result.finding for place, result in given.items()}
    certain: dict[str, Counter[tuple[Outcome | Online, Outcome | Online]]] = {name: Counter() for name in QUESTIONS}
    everything = {name: Counter(tally) for name, tally in certain.items()}
    misses = []
    for question in QUESTIONS:
        for case in cases:
            label = case.labels[question]
            finding = found.get((case.id, question), _not_measured(question))
            everything[question][label, finding.outcome] += 1
            if question not in case.uncertain:
                certain[question][label, finding.outcome] += 1
            if finding.outcome != label:
                doubt = question in case.uncertain
                result = given.get((case.id, question))
                misses.append(
                    Miss(
                        case=case,
                        question=question,
                        label=label,
                        finding=finding,
                        uncertain=doubt,
                        sureness=result.sureness if result else None,
                    )
                )
    return Accuracy(
        cases=len(cases),
        certain={name: Score(confusion=dict(tally)) for name, tally in certain.items()},
        all={name: Score(confusion=dict(tally)) for name, tally in everything.items()},
        misses=tuple(misses),
        doubtful={question: _doubtful(question, cases, given) for question in QUESTIONS},
    )


def _doubtful(question: str, cases: Sequence[Case], given: Mapping[tuple[str, str], CheckResult]) -> tuple[int, int]:
    pairs = [
        (case.labels[question], result.leaning or result.finding.outcome)
        for case in cases
        if (result := given.get((case.id, question))) and result.sureness and result.sureness.doubtful
    ]
    return len(pairs), sum((label in MET) == (found in MET) for label, found in pairs)


def _not_measured(question: str) -> Finding:
    return Finding(outcome=Online.NIET_GEMETEN if question == "online" else Outcome.NIET_GEMETEN, reason="")


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
