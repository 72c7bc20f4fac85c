"""Reads the few marks in which the wordings are written into blocks that the templates show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

LINK = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<target>@[a-z-]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text, or a link when ``href`` is filled."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One piece of layout: p, ul, ol, h3, table, glued, dl, button or question.

    ``items`` are the spans of each paragraph, bullet or term; ``rows`` the cells of a table. A button has ``label`` and
    ``href`` (empty: a script decides where it goes); a question has only its ``label``.
    """

    kind: str
    items: tuple[tuple[Span, ...], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSection:
    """A heading with its blocks; an empty heading belongs to the introduction."""

    heading: str
    blocks: tuple[TextBlock, ...] = field(default=())


MARKS = (
    ("button", ">> "),
    ("question", "?? "),
    ("h3", "# "),
    ("ul", "- "),
    ("table", "| "),
    ("glued", "+ "),
    ("dl", "= "),
)


def read_blocks(text: str, href: Callable[[str], str]) -> tuple[TextBlock, ...]:
    """The blocks of a filled wording, in order; ``href`` turns a target such as "@form" into an "
    "address. Empty: none."""
    lines = [(mark_of(line), line) for line in text.split("\n") if line]
    blocks: list[TextBlock] = []
    for kind, group in groupby(lines, key=lambda pair: pair[0]):
        bare = [strip_mark(kind, line) for _, line in group]
        blocks.extend(blocks_of(kind, bare, href))
    return tuple(blocks)


def mark_of(line: str) -> str:
    """The kind of block that the line's first characters announce."""
    if re.match(r"\d+\. ", line):
        return "ol"
    return next((kind for kind, mark in MARKS if line.startswith(mark)), "p")


def strip_mark(kind: str, line: str) -> str:
    """The line without its mark."""
    if kind == "ol":
        return re.sub(r"^\d+\. ", "", line)
    return line[len(dict((key, mark) for key, mark in MARKS).get(kind, "")) :]


def blocks_of(kind: str, lines: list[str], href: Callable[[str], str]) -> list[TextBlock]:
    """One block for lists and tables, one for each line otherwise."""
    if kind in ("ul", "ol"):
        return [TextBlock(kind=kind, items=tuple(spans(line, href) for line in lines))]
    if kind in ("table", "glued", "dl"):
        rows = tuple(tuple(cell.strip() for cell in line.strip("| ").split("|")) for line in lines)
        if kind == "table":
            width = max(len(row) for row in rows)
            rows = tuple(("",) * (width - len(row)) + row for row in rows)
        return [TextBlock(kind=kind, rows=rows)]
    if kind == "button":
        parts = [line.partition("|") for line in lines]
        return [TextBlock(kind=kind, label=label, href=href(target)) for label, _, target in parts]
    if kind in ("question", "h3"):
        return [TextBlock(kind=kind, label=line) for line in lines]
    return [TextBlock(kind="p", items=(spans(line, href),)) for line in lines]


def spans(line: str, href: Callable[[str], str]) -> tuple[Span, ...]:
    """The line as text and links, in order."""
    found: list[Span] = []
    end = 0
    for match in LINK.finditer(line):
        found.append(Span(text=line[end : match.start()]))
        found.append(Span(text=match["label"], href=href(match["target"])))
        end = match.end()
    found.append(Span(text=line[end:]))
    return tuple(span for span in found if span.text)
