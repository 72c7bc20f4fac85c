"""The digest of each audience as a mail: plain text and HTML that say the same, readable by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.template import Context, Engine

from model.decision import Group, Task
from reports.accessibility import answer
from reports.dutch import count, day
from reports.overview import Overview
from reports.queue import Queued
from reports.sentences import sentence
from reports.tasks import Change
from reports.words import ELEMENT_WORDS, NORM_NAMES, ONLINE_WORDS, QUESTION_WORDS, question_word

ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")], builtins=["reports.filters"])
MOST = 12  # lines in one part; a mail is no report


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to know, with the address where it stands; empty where there is none."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with its lines. ``more`` counts the lines that are left out."""

    title: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail. ``first`` is its answer in one sentence, which is also its subject's promise; ``start`` where to read on."""

    subject: str
    first: str
    parts: tuple[Part, ...]
    start: str

    @property
    def text(self) -> str:
        """The mail as plain text."""
        blocks = [self.first]
        for part in self.parts:
            lines = [f"- {line.text}" + (f"\n  {line.address}" if line.address else "") for line in part.lines]
            blocks.append("\n".join([part.title, *lines, *([f"En nog {part.more}."] if part.more else [])]))
        return "\n\n".join([*blocks, f"Lees verder: {self.start}"]) + "\n"

    @property
    def html(self) -> str:
        """The mail as HTML, without pictures or anything that is fetched."""
        return ENGINE.get_template("mail.html").render(Context({"mail": self}))


def to_editors(told: Overview, changes: Sequence[Change], tasks: Sequence[Task], web: str) -> Mail:
    """What changed overnight and what to do first."""
    names = {row.product.id: row.product.name for row in told.rows}
    lost = [change for change in changes if change.lost]
    gained = [change for change in changes if change.gained]
    last = [task for task in tasks if task.effect == 1]
    lost_told = f"{count(len(lost), 'onderdeel', 'onderdelen')} verloren sinds de vorige meting"
    first = f"{count(len(tasks), 'taak', 'taken')} te doen; {lost_told}."
    parts = (
        _part("Verloren", [_changed(change, names, web) for change in lost]),
        _part("Gewonnen", [_changed(change, names, web) for change in gained]),
        _part("Eén ding nog, en het product voldoet", [_to_do(task, names, web) for task in last]),
    )
    return Mail(subject=_subject(told, first), first=first, parts=_filled(parts), start=f"{web}/werklijst/")


def to_officer(told: Overview, queue: Sequence[tuple[str, Queued]], web: str) -> Mail:
    """What asks for a decision."""
    waiting = [(name, line) for name, line in queue if line.waiting]
    first = f"{count(len(waiting), 'knelpunt vraagt', 'knelpunten vragen')} een besluit. {answer(told.accessibility)}"
    lines = [
        Line(
            text=f"{line.issue.name}: {line.state.value}, {count(len(line.issue.pages), 'pagina', 'pagina’s')}",
            address=f"{web}/toegankelijkheid/knelpunt/{name}/",
        )
        for name, line in waiting
    ]
    parts = (_part("Vraagt een besluit", lines),)
    return Mail(subject=_subject(told, first), first=first, parts=_filled(parts), start=f"{web}/toegankelijkheid/")


def to_manager(told: Overview, web: str) -> Mail:
    """Both norms in a sentence each."""
    first = sentence(told.norms[0])
    lines = [Line(text=f"{NORM_NAMES[norm.norm]}. {sentence(norm)}", address="") for norm in told.norms]
    return Mail(
        subject=_subject(told, first),
        first=first,
        parts=(Part(title="De twee servicenormen", lines=tuple(lines), more=0),),
        start=f"{web}/",
    )


AUDIENCES = (Group.WEBREDACTIE, Group.TOEGANKELIJKHEID, Group.MANAGEMENT)
"""Who gets a digest."""


def _subject(told: Overview, first: str) -> str:
    """One line without breaks, which would begin a new header."""
    return " ".join(f"Goedgeregeld, {day(told.day)}: {first.split('. ')[0].rstrip('.')}".split())[:200]


def _part(title: str, lines: Sequence[Line]) -> Part:
    return Part(title=title, lines=tuple(lines[:MOST]), more=max(0, len(lines) - MOST))


def _filled(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.lines)


def _changed(change: Change, names: dict[str, str], web: str) -> Line:
    was, now = (_word(change.check_id, value) for value in (change.before, change.now))
    text = f"{names.get(change.product_id, change.product_id)}, {QUESTION_WORDS[change.check_id].lower()}: was {was}, is nu {now}"
    return Line(text=text, address=f"{web}/producten/{change.product_id}/#{change.check_id}")


def _to_do(task: Task, names: dict[str, str], web: str) -> Line:
    text = f"{names.get(task.product_id, task.product_id)}: {question_word(task.check_id).lower()}"
    return Line(text=text, address=f"{web}/producten/{task.product_id}/#{task.check_id}")


def _word(check_id: str, value: str) -> str:
    table = ONLINE_WORDS if check_id == "online" else ELEMENT_WORDS
    return {str(key): word for key, word in table.items()}[value]
