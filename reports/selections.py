"""Which rows a number counts: marks on rows, and selections by which a reader sees only those rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.verdict import Met, ProductVerdict
from reports.matrix import Row
from reports.words import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number and the anchor of the list that it counts; no anchor where there is nothing to see."""

    amount: int
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The rows that bear all ``marks``; ``text`` finishes the sentence "U ziet alleen producten …"."""

    marks: tuple[str, ...]
    text: str
    amount: int

    @property
    def anchor(self) -> str:
        """The id of the selection in the document."""
        return f"alleen-{'-'.join(self.marks)}"

    @property
    def classes(self) -> str:
        """The marks as a CSS selector."""
        return "".join(f".{mark}" for mark in self.marks)


class Marking:
    """The marks of every row, and every selection that a number asked for."""

    def __init__(self, rows: Iterable[Row], clusters: Iterable[str], causes: Iterable[str]) -> None:
        self.cluster_marks = {name: f"c{place}" for place, name in enumerate(clusters)}
        self.cause_marks = {text: f"o{place}" for place, text in enumerate(causes)}
        self.marks: Mapping[str, tuple[str, ...]] = {row.product.id: self._marks(row) for row in rows}
        self._selections: dict[tuple[str, ...], Selection] = {}

    def counted(self, amount: int, text: str, *marks: str) -> Counted:
        """``amount`` as a number that leads to the rows with ``marks``; AssertionError where it does not count them."""
        rows = sum(set(marks) <= set(each) for each in self.marks.values())
        assert rows == amount, f"{amount} is shown where {rows} rows bear {marks}"
        if not amount:
            return Counted(amount=0)
        selection = Selection(marks=marks, text=text, amount=amount)
        return Counted(amount=amount, anchor=self._selections.setdefault(marks, selection).anchor)

    @property
    def selections(self) -> tuple[Selection, ...]:
        """Every selection, in the order in which it was first asked for."""
        return tuple(self._selections.values())

    def _marks(self, row: Row) -> tuple[str, ...]:
        marks = [self.cluster_marks[row.cluster], f"s-{slug(row.state)}", "alle"]
        for verdict in (row.seven, row.eight):
            marks.append(met_mark(verdict.norm, verdict.met))
            marks += [f"telt{verdict.norm}"] if verdict.met is not Met.BUITEN_DE_NORM else []
            marks += [f"{self.cause_marks[verdict.cause]}n{verdict.norm}"] if _leaves_open(verdict) else []
        marks += ["elders"] if row.eight.external else []
        marks += ["bijna"] if row.nearly else []
        marks += [f"{cell.question}-{slug(cell.outcome)}" for cell in row.cells]
        return tuple(marks)


def met_mark(norm: int, met: Met) -> str:
    """The mark of rows with this verdict on this norm."""
    return f"n{norm}-{slug(met)}"


def _leaves_open(verdict: ProductVerdict) -> bool:
    return verdict.met in (Met.ONBEKEND, Met.NEE_OF_BUITEN)
