"""The lines of the document's tables and lists, as its templates meet them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.page import Evidence
from reports.accessibility import Issue
from reports.matrix import Row
from reports.selections import Counted

SHOWN_PLACES = 20
"""Places of one issue that stand in the document; all of them stand in ``toegankelijkheid.csv``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """A coverage as a table's line: each verdict with its number, then all that count."""

    name: str
    counts: tuple[tuple[str, Counted], ...]
    whole: Counted
    shares: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One norm on the first screen. ``solid``, ``open_`` and ``line`` are widths and places in the bar, in percent."""

    norm: int
    title: str
    sentence: str
    margin: str
    fractions: str
    total: CoverageLine
    clusters: tuple[CoverageLine, ...]
    outside: Counted
    external: Counted
    line_word: str
    solid: str
    open_: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question with its number of products per outcome, in the order of the table's columns."""

    question: str
    counts: tuple[Counted, ...]
    share: str
    margin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseLine:
    """Why products are open, how many per norm, and what to do."""

    cause: str
    counts: tuple[Counted, ...]
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLine:
    """A row of the matrix with its anchor and marks."""

    row: Row
    anchor: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """An issue with its anchor and the places that are shown."""

    issue: Issue
    anchor: str

    @property
    def shown(self) -> Sequence[Evidence]:
        """The first places."""
        return self.issue.places[:SHOWN_PLACES]

    @property
    def more(self) -> int:
        """How many places are not shown."""
        return max(0, len(self.issue.places) - SHOWN_PLACES)
