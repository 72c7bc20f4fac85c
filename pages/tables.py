"""Knows what the layout of a table says of a cell: the heads of its column and of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_LONGEST_HEAD = 80  # characters; a longer cell is text, and the table only its layout
_FIGURE = re.compile(r"€|â‚¬|\d,(?:\d\d|-)|\d%")


def cell_labels(cell: HtmlElement) -> tuple[str, ...]:
    """The heads of a cell: its column's (first row of the table) and its row's (first cell); a first row of one cell heads all.

    Cells that span columns are counted as such. A row of figures is no head. A layout table (role presentation) has none.
    """
    row = cell.getparent()
    table = next(cell.iterancestors("table"), None)
    if row is None or table is None or table.get("role") == "presentation":
        return ()
    heads = [_column_head(cell, row, table), _row_head(cell, row)]
    caption = table.find("caption")
    if caption is not None:
        heads.append(_text(caption))
    return tuple(head for head in heads if head)


def _column_head(cell: HtmlElement, row: HtmlElement, table: HtmlElement) -> str:
    first = next(table.iter("tr"), None)
    if first is None or first is row:
        return ""
    cells = list(_cells(first))
    if len(cells) == 1:
        return _head(cells[0][1])
    place = next(start for start, other in _cells(row) if other is cell)
    covering = [other for start, other in cells if start <= place < start + _span(other)]
    return _head(covering[0]) if covering else ""


def _row_head(cell: HtmlElement, row: HtmlElement) -> str:
    first = next(other for _, other in _cells(row))
    return "" if first is cell else _head(first)


def _cells(row: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """The cells of a row, each with the column in which it starts."""
    place = 0
    for cell in row:
        if cell.tag in ("td", "th"):
            yield place, cell
            place += _span(cell)


def _span(cell: HtmlElement) -> int:
    span = cell.get("colspan", "1")[:9]  # Python refuses to read a number of thousands of digits
    return min(int(span), 100) if span.isdecimal() and int(span) > 0 else 1


def _head(cell: HtmlElement) -> str:
    text = _text(cell)
    if len(text) > _LONGEST_HEAD or (cell.tag == "td" and _FIGURE.search(text)):
        return ""
    return text


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
