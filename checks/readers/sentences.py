"""Knows where a sentence starts and ends, and what the layout around it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.page import Block, Evidence, Page, Role, Section

_LONGEST_QUOTE = 300  # characters, design.md law 4
_END = re.compile(
    r"(?<=[.!?;])(?<!\b[A-Za-z]\.)(?<!bijv\.)(?<!o\.a\.)(?<!d\.w\.z\.)(?<!m\.u\.v\.)(?<!i\.v\.m\.)(?<!incl\.)(?<!excl\.)(?<!max\.)"
    r"(?<!min\.)(?<!ca\.)(?<!art\.)(?<!nr\.)(?<!tel\.)(?<!evt\.)(?<!resp\.)(?<!jl\.)(?<!mnd\.)\s+(?=[A-ZÀ-Ý€'\"‘“(0-9-])|\s*\n\s*"
)


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence with its surroundings.

    ``lead`` is the text that introduces it (the line before a list or table, where that ends with a colon or is a question). ``before``
    and ``after`` are the neighbouring sentences of the same section ("" at the ends).
    """

    page: Page
    section: Section
    block: Block
    text: str
    lead: str = ""
    before: str = ""
    after: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings above, the nearest first, without the page's title."""
        path = self.section.path[1:] if self.section.path else ()
        own = (self.section.heading,) if self.section.level != 1 and self.section.heading else ()
        return (*own, *reversed(path))

    @cached_property
    def context(self) -> str:
        """What the layout says of the sentence, in lower case: labels, lead and headings."""
        return " | ".join((*self.block.labels, self.lead, *self.heads)).lower()

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case."""
        return self.text.lower()

    @property
    def is_head(self) -> bool:
        """Whether this is a heading itself."""
        return self.block.kind == "heading"

    @property
    def is_question(self) -> bool:
        """Whether this asks instead of tells."""
        return self.text.rstrip().endswith("?")

    @property
    def on_product_page(self) -> bool:
        """Whether it stands on the product's own page, not on a start flow or explanation."""
        return self.page.role is Role.PRODUCTPAGINA

    def evidence(self) -> Evidence:
        """Quote the sentence; a longer one is cut at a word, which leaves it letter for letter."""
        quote = self.text
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0]
        return Evidence(url=self.page.url, selector=self.block.selector, quote=quote)


def sentences_of(page: Page) -> Iterator[Sentence]:
    """Cut a page into sentences, in reading order; a table cell, button, heading or list item is at least one."""
    for section in page.sections:
        cut = [(block, piece) for block in section.blocks for piece in (_END.split(block.text) if block.text else [""])]
        lead = ""
        for place, (block, text) in enumerate(cut):
            if not text and not block.links:
                continue
            yield Sentence(
                page=page,
                section=section,
                block=block,
                text=text.strip(),
                lead=lead if block.kind in ("li", "td", "th", "dd", "button", "text", "p") else "",
                before=cut[place - 1][1] if place else "",
                after=cut[place + 1][1] if place + 1 < len(cut) else "",
            )
            if block.kind in ("p", "text", "th") and text:
                lead = text if text.rstrip().endswith((":", "?")) else ""
