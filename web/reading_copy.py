"""A readable, safe copy of a stored page: its text in our own markup, with the quotes of the checks marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.page import Block, Evidence, Page
from reports.matrix import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of text. ``questions`` name the checks that quote it; ``anchors`` stand at the first part of a quote."""

    text: str
    questions: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the page: its parts, what it was, and what its layout says of it."""

    kind: str
    labels: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading with its paragraphs. ``collapsed`` says that a visitor must open it first."""

    heading: tuple[Part, ...]
    level: int
    collapsed: bool
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCopy:
    """One page: ``foreign`` holds its language where that is not Dutch."""

    url: str
    title: str
    role: str
    foreign: str
    passages: tuple[Passage, ...]


def reading_copy(page: Page, cells: Sequence[Cell], place: int) -> ReadingCopy:
    """The page with its quotes marked; ``place`` is its number on the screen, so that anchors are unique."""
    quotes = [(cell.question, evidence) for cell in cells for evidence in cell.evidence if evidence.url == page.url]
    marker = _Marker(quotes, place)
    return ReadingCopy(
        url=page.url,
        title=page.title,
        role=page.role.value,
        foreign="" if page.language in ("nl", "") else page.language,
        passages=tuple(
            Passage(
                heading=marker.parts(section.heading, section.selector) if section.heading else (),
                level=section.level,
                collapsed=section.collapsed,
                paragraphs=tuple(
                    _paragraph(block, marker) for block in section.blocks if block.text and block.kind != "heading"
                ),
            )
            for section in page.sections
        ),
    )


def _paragraph(block: Block, marker: _Marker) -> Paragraph:
    return Paragraph(kind=block.kind, labels=block.labels, parts=marker.parts(block.text, block.selector))


class _Marker:
    """Finds quotes in texts and remembers which were found, so that each is an anchor once."""

    def __init__(self, quotes: Sequence[tuple[str, Evidence]], place: int) -> None:
        self._quotes, self._place = quotes, place
        self._found: set[str] = set()

    def parts(self, text: str, selector: str) -> tuple[Part, ...]:
        """The text cut where a quote begins or ends; a quote that is longer than its block marks the whole block."""
        spans = []
        for question, evidence in self._quotes:
            begin = text.find(evidence.quote) if evidence.quote else -1
            if begin >= 0:
                spans.append((begin, begin + len(evidence.quote), question))
            elif evidence.selector and evidence.selector == selector and text:
                spans.append((0, len(text), question))
        cuts = sorted({0, len(text), *(edge for begin, end, _ in spans for edge in (begin, end))})
        return tuple(
            self._part(text[begin:end], [name for start, stop, name in spans if start <= begin and end <= stop])
            for begin, end in pairwise(cuts)
        )

    def _part(self, text: str, questions: list[str]) -> Part:
        names = tuple(dict.fromkeys(questions))
        new = [name for name in names if name not in self._found]
        self._found.update(names)
        return Part(text=text, questions=names, anchors=tuple(f"citaat-{self._place}-{name}" for name in new))
