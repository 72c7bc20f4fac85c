"""Remembers which page was asked for, where it led, and who waits for it: each page once in a run."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.addresses import page_key
from crawler.answers import Answer
from model.page import Role
from model.product import Product

HOPS = 10
"""Redirects in a row that are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A product that wants a page: at which address, and in what role."""

    product: Product
    url: str
    role: Role


@dataclass(slots=True, eq=False)
class Visit:
    """One page (by its key) in this run: the addresses tried for it, who waits, and what came of it.

    ``onward`` is the visit to which it redirected; its answer is then this one's too.
    """

    key: str
    tried: list[str] = field(default_factory=list)
    waiting: list[Wanted] = field(default_factory=list)
    led_here: list[Visit] = field(default_factory=list)
    onward: Visit | None = None
    answer: Answer | None = None

    def leads_to(self, other: Visit) -> bool:
        """Whether following redirects from here ends at ``other``, or passes it."""
        visit: Visit | None = self
        while visit is not None:
            if visit is other:
                return True
            visit = visit.onward
        return False

    @property
    def depth(self) -> int:
        """The longest row of redirects that led here, its own included."""
        return max((visit.depth for visit in self.led_here), default=0) + max(len(self.tried), 1)


class Visits:
    """All visits of one run."""

    def __init__(self) -> None:
        self._by_key: dict[str, Visit] = {}

    def visit(self, url: str) -> Visit:
        """The one visit for this page, made where there is none yet."""
        key = page_key(url)
        return self._by_key.setdefault(key, Visit(key))

    def known(self, key: str) -> Visit:
        """The visit with this key; KeyError where there is none."""
        return self._by_key[key]

    def __len__(self) -> int:
        return len(self._by_key)

    def answered(self, visit: Visit, answer: Answer) -> list[tuple[Wanted, Answer]]:
        """Note the answer for ``visit`` and all that led to it; returns who was waiting, in order of asking."""
        arrived = []
        ready = [visit]
        while ready:
            each = ready.pop()
            if each.answer is None:
                each.answer = answer
                arrived += [(wanted, answer) for wanted in each.waiting]
                each.waiting.clear()
                ready += each.led_here
        return arrived
