"""Knows where a sentence starts and ends, and what the layout around it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.page import Block, Evidence, Page, Section

_LONGEST_QUOTE = 300  # characters, design.md law 4
_CAPTION_WORDS = 9  # a longer line tells something, it heads nothing
_CAPTION_KINDS = frozenset(["p", "text", "dt", "th", "td", "summary"])
_NO_CAPTION = re.compile(r"[.!;,…]\W*$|[€@]|\d[\d ]{3}|^[-•*(]|^(?:let op|tip|nb|note)\W|^\d+[,.]\d\d", re.IGNORECASE)
_END = re.compile(
    r"(?<=[.!?;])(?<!\b[A-Za-z]\.)(?<!bijv\.)(?<!o\.a\.)(?<!d\.w\.z\.)(?<!m\.u\.v\.)(?<!i\.v\.m\.)(?<!incl\.)(?<!excl\.)(?<!max\.)"
    r"(?<!min\.)(?<!ca\.)(?<!art\.)(?<!nr\.)(?<!tel\.)(?<!evt\.)(?<!resp\.)(?<!jl\.)(?<!mnd\.)\s+(?=[A-ZÀ-Ý€'\"‘“(0-9-])|\s*\n\s*"
)


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence with its surroundings.

    ``lead`` is the line that introduces it (the one before a list or table, where that ends with a colon or asks something).
    ``caption`` is the nearest short line above it in the same section that works as a heading without being one. ``before``
    and ``after`` are the neighbouring sentences of the same section ("" at the ends).
    """

    page: Page
    section: Section
    block: Block
    text: str
    lead: str = ""
    caption: str = ""
    before: str = ""
    after: str = ""

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What heads it, the nearest first, in lower case and without the page's title: caption, headings, those above."""
        path = self.section.path[1:] if self.section.path else ()
        own = (self.section.heading,) if self.section.level != 1 and self.section.heading else ()
        return tuple(head.lower() for head in (self.caption, *own, *reversed(path)) if head)

    @cached_property
    def labels(self) -> str:
        """The heads of its table cell or definition, in lower case."""
        return " | ".join(self.block.labels).lower()

    @cached_property
    def context(self) -> str:
        """What the layout says of the sentence, in lower case: labels, lead and headings."""
        return " | ".join((self.labels, self.lead.lower(), *self.heads))

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case."""
        return self.text.lower()

    @cached_property
    def surroundings(self) -> str:
        """The sentence before, itself and the one after, in lower case."""
        return f"{self.before} {self.text} {self.after}".lower()

    @property
    def is_head(self) -> bool:
        """Whether this is a heading itself."""
        return self.block.kind == "heading"

    @property
    def is_button(self) -> bool:
        """Whether this is what stands on a button."""
        return self.block.kind == "button"

    @property
    def is_question(self) -> bool:
        """Whether this asks instead of tells."""
        return self.text.endswith("?")

    def evidence(self) -> Evidence:
        """Quote the sentence; a longer one is cut at a word, which leaves it letter for letter."""
        quote = self.text
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0]
        return Evidence(url=self.page.url, selector=self.block.selector, quote=quote)


def sentences_of(page: Page) -> Iterator[Sentence]:
    """Cut a page into sentences, in reading order; a table cell, button, heading or list item is at least one."""
    for section in page.sections:
        cut = [(block, piece) for block in section.blocks for piece in _pieces(block)]
        lead = caption = ""
        for place, (block, text) in enumerate(cut):
            if not text and not block.links:
                continue
            yield Sentence(
                page=page,
                section=section,
                block=block,
                text=text,
                lead=lead if block.kind not in ("heading", "dt") else "",
                caption=caption,
                before=cut[place - 1][1] if place else "",
                after=cut[place + 1][1] if place + 1 < len(cut) else "",
            )
            if block.kind in ("p", "text", "th", "dt") and text:
                lead = text if text.endswith((":", "?")) else ""
            if _is_caption(block, text):
                caption = text


def _pieces(block: Block) -> list[str]:
    """A block's sentences; what stands on a button is one, and a block of links without text is one empty sentence."""
    if block.kind == "button" or not block.text:
        return [block.text]
    return [piece.strip() for piece in _END.split(block.text) if piece.strip()]


def _is_caption(block: Block, text: str) -> bool:
    if block.kind not in _CAPTION_KINDS or block.labels or text != block.text:
        return False
    if any(link.text == text for link in block.links):
        return False  # a line that is one link leads somewhere and heads nothing
    return 0 < text.count(" ") + 1 <= _CAPTION_WORDS and not _NO_CAPTION.search(text)
