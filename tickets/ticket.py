"""A finding as a ticket: a task of an editor, or an accessibility issue in a component."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from model.decision import Task, TaskState
from reports.accessibility import Kind
from reports.dutch import count
from reports.matrix import Row
from reports.queue import IssueState, Queued
from reports.words import question_word

_PLACES = 10  # places of an issue that a ticket names
_NOT_NOW = (IssueState.AFWIJKING, IssueState.LOOPT_AF, IssueState.GEEN_KNELPUNT, IssueState.TE_BEOORDELEN)


class What(StrEnum):
    """What a tracker gets."""

    TAKEN = "taken"
    KNELPUNTEN = "knelpunten"
    ALLES = "alles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One finding. ``key`` is the same every night, ``title`` and ``text`` are Dutch and hold no names of persons.

    ``address`` leads to the finding in our web app. What changes by itself (days, counts of days) is left out, so that a ticket
    is updated only where the finding changed.
    """

    what: What
    key: str
    title: str
    text: str
    labels: tuple[str, ...]
    cluster: str
    address: str

    @property
    def content(self) -> Mapping[str, object]:
        """As JSON."""
        return {**asdict(self), "labels": list(self.labels), "what": self.what.value}

    @property
    def sha256(self) -> str:
        """The hash of what it says."""
        return hashlib.sha256(json.dumps(self.content, sort_keys=True).encode()).hexdigest()

    @property
    def mark(self) -> str:
        """A short word that is this ticket's own, by which it is found again at the other side."""
        return "goedgeregeld-" + hashlib.sha256(self.key.encode()).hexdigest()[:16]


def of_tasks(tasks: Iterable[Task], rows: Sequence[Row], web: str) -> tuple[Ticket, ...]:
    """A ticket for each task that is not put off, in the order of the tasks."""
    by_id = {row.product.id: row for row in rows}
    return tuple(
        _of_task(task, by_id[task.product_id], web) for task in tasks if task.state is not TaskState.UITGESTELD
    )


def of_issues(queued: Iterable[Queued], web: str) -> tuple[Ticket, ...]:
    """A ticket for each issue that is one: no good habit, nothing waived, nothing that a person must judge first."""
    chosen = (each for each in queued if each.issue.kind is Kind.KNELPUNT and each.state not in _NOT_NOW)
    return tuple(_of_issue(each, web) for each in chosen)


def _of_task(task: Task, row: Row, web: str) -> Ticket:
    cell = next(cell for cell in (*row.cells, *row.beside) if cell.question == task.check_id)
    quotes = [f'Op de pagina staat: "{evidence.quote}" ({evidence.url})' for evidence in cell.evidence[:3]]
    lines = [cell.message, "", f"Pagina: {row.address}", *quotes, "", f"Meer: {web}/producten/{row.product.id}/"]
    return Ticket(
        what=What.TAKEN,
        key=f"taak:{task.product_id}:{task.check_id}",
        title=f"{row.product.name}: {question_word(task.check_id).lower()} {_state(task)}",
        text="\n".join(lines),
        labels=("goedgeregeld", "inhoud", task.check_id),
        cluster=row.product.cluster,
        address=f"{web}/producten/{row.product.id}/",
    )


def _state(task: Task) -> str:
    return {"nee": "kan niet", "onzeker": "nalezen"}.get(task.outcome.value, task.outcome.value)


def _of_issue(queued: Queued, web: str) -> Ticket:
    issue = queued.issue
    criteria = ", ".join(f"{criterion.number} ({criterion.clause})" for criterion in issue.criteria)
    places = [f"- {place.url} {place.selector}" for place in issue.places[:_PLACES]]
    more = len(issue.places) - _PLACES
    whole = hashlib.sha256(f"{issue.kind.value}|{issue.rule_id}|{issue.component}".encode()).hexdigest()[:24]
    lines = [
        issue.advice or issue.name,
        "",
        f"Regel: {issue.rule_id}. Succescriteria: {criteria or 'geen (goede gewoonte)'}.",
        f"Onderdeel: {issue.component}" + (" (in het sjabloon)" if issue.template else ""),
        f"Op {count(len(issue.pages), 'pagina', 'pagina’s')}:",
        *places,
        *([f"- en nog {count(more, 'plaats', 'plaatsen')}"] if more > 0 else []),
        "",
        f"Meer: {web}/toegankelijkheid/",
    ]
    return Ticket(
        what=What.KNELPUNTEN,
        key=f"knelpunt:{issue.rule_id}:{whole}",
        title=f"Toegankelijkheid: {issue.name}",
        text="\n".join(lines),
        labels=("goedgeregeld", "toegankelijkheid", issue.rule_id),
        cluster="",
        address=f"{web}/toegankelijkheid/",
    )
