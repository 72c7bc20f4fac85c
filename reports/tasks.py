"""What editors have to do: derived from the newest runs and from the steps that people took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.decision import Deed, Step, Task, TaskState
from model.finding import ELEMENTS, Online, Outcome
from model.verdict import Met
from reports.matrix import Row
from reports.promise import effort
from reports.summary import Summary
from reports.words import BESIDE, QUESTIONS

TO_DO = {Outcome.ONVOLLEDIG.value, Outcome.ONTBREEKT.value, Outcome.ONZEKER.value}
TO_DO_ONLINE = {Online.NEE.value, Online.ONZEKER.value}
IN_ORDER = {Outcome.AANWEZIG.value, Outcome.NVT.value, Online.JA.value, Online.EXTERN.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An element that another run found otherwise. ``lost`` says that it was in order and is no more."""

    product_id: str
    check_id: str
    before: str
    now: str

    @property
    def lost(self) -> bool:
        """Whether it was in order and is no more."""
        return self.before in IN_ORDER and self.now not in IN_ORDER

    @property
    def gained(self) -> bool:
        """Whether it was not in order and is now."""
        return self.before not in IN_ORDER and self.now in IN_ORDER


def changes(before: Summary, now: Summary) -> tuple[Change, ...]:
    """Every element of a product in both runs that was found otherwise; what was lost first, then what was gained."""
    found = [
        Change(product_id=product, check_id=question, before=old, now=new)
        for product, outcomes in now.outcomes.items()
        if product in before.outcomes
        for question, old, new in zip(QUESTIONS, before.outcomes[product], outcomes, strict=True)
        if old != new
    ]
    return tuple(sorted(found, key=lambda change: (not change.lost, not change.gained, change.product_id)))


def tasks(
    rows: Sequence[Row],
    summaries: Sequence[Summary],
    steps: Mapping[tuple[str, str], Sequence[Step]],
    today: date,
) -> tuple[Task, ...]:
    """What is to be done, the greatest effect on a norm first, then the longest open.

    ``summaries`` are newest first; the first one belongs to ``rows``. An element that nobody can mend by writing, because
    the page was not read, is no task here.
    """
    found = []
    for row in rows:
        for cell in (*row.cells, *row.beside):
            if not _is_task(row, cell.question, cell.outcome.value):
                continue
            product = row.product.id
            taken = steps.get((product, cell.question), ())
            found.append(
                Task(
                    product_id=product,
                    check_id=cell.question,
                    outcome=cell.outcome,
                    effect=_effect(row, cell.question),
                    since=_since(product, cell.question, summaries),
                    state=state(taken, summaries[0], today),
                    assigned_to=next((step.to for step in reversed(taken) if step.deed is Deed.TOEWIJZEN), ""),
                    until=_until(taken),
                )
            )
    order = [*QUESTIONS, *BESIDE]
    return tuple(
        sorted(found, key=lambda task: (-task.effect, task.since, task.product_id, order.index(task.check_id)))
    )


def state(taken: Sequence[Step], newest: Summary, today: date) -> TaskState:
    """Where a task is that the newest run still sees: only a later run can end it, never a click."""
    last = next((step for step in reversed(taken) if step.deed is not Deed.TOEWIJZEN), None)
    if last is None or last.deed is Deed.HEROPENEN:
        return TaskState.OPEN
    if last.deed is Deed.UITSTELLEN:
        return TaskState.UITGESTELD if last.until and last.until > today else TaskState.OPEN
    return TaskState.WACHT if newest.run.started_at <= last.on else TaskState.NIET_GEZIEN


def _effect(row: Row, question: str) -> float:
    if question in BESIDE:
        return 0.0
    return 1 / max(1, effort([each.outcome.value for each in row.cells], 8 if question == "online" else 7))


def _is_task(row: Row, question: str, outcome: str) -> bool:
    if question in (*ELEMENTS, *BESIDE):
        return outcome in TO_DO
    return outcome in TO_DO_ONLINE and row.eight.met is not Met.BUITEN_DE_NORM


def _since(product: str, question: str, summaries: Sequence[Summary]) -> date:
    """The day of the oldest run of the unbroken row; a run that did not read the page breaks nothing."""
    day = summaries[0].day
    if question in BESIDE:  # a summary holds the norms' questions only
        return day
    for each in summaries:
        outcome = each.outcome(product, question)
        if outcome in IN_ORDER or not outcome:
            break
        if outcome in TO_DO or outcome in TO_DO_ONLINE:
            day = each.day
    return day


def _until(taken: Sequence[Step]) -> date | None:
    last = next((step for step in reversed(taken) if step.deed is not Deed.TOEWIJZEN), None)
    return last.until if last is not None and last.deed is Deed.UITSTELLEN else None
