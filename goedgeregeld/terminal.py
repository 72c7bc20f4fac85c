"""What the command line shows: progress on a terminal, plain lines elsewhere, tables where there are rows."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

screen = Console(highlight=False, soft_wrap=True, markup=False)
aside = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
_STEPS = 10  # plain lines in a log for one long piece of work


class Steps:
    """How far a long piece of work is; call ``at`` as often as you like."""

    def __init__(self, label: str, total: int, bar: Progress | None) -> None:
        self._label, self._total, self._bar, self._said = label, total, bar, 0
        self._task = bar.add_task(label, total=total) if bar else None

    def at(self, done: int, total: int | None = None) -> None:
        """``done`` of ``total`` are ready."""
        self._total = total or self._total
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=done, total=self._total)
        elif self._total and done * _STEPS // self._total > self._said:
            self._said = done * _STEPS // self._total
            aside.print(f"{self._label}: {done} van {self._total}")


@contextmanager
def steps(label: str, total: int) -> Iterator[Steps]:
    """Show progress on stderr: a bar on a terminal, at most ten plain lines elsewhere."""
    if not aside.is_terminal:
        yield Steps(label, total, None)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside, transient=True) as bar:
        yield Steps(label, total, bar)


def say(*lines: str) -> None:
    """Print Dutch sentences for the person at the keyboard."""
    for line in lines:
        screen.print(line)


def show_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; not on a terminal: columns separated by tabs, for other programs."""
    if not screen.is_terminal:
        print(title)
        print("\t".join(heads))
        for row in rows:
            print("\t".join(" ".join(str(cell).split()) for cell in row))
        return
    table = Table(title=title, title_justify="left")
    for head in heads:
        table.add_column(head)
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    screen.print(table)


def show_json(value: object) -> None:
    """Print JSON and nothing else, for other programs."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
