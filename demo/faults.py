"""The accessibility faults that are planted in the replica, by axe rule and element."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededFault:
    """One planted fault: on the page ``path`` the rule ``rule`` fails at the element that carries ``mark``.

    ``mark`` is a value of the attribute data-fout in the element's markup; ``frame`` says in what it lies ("" the page
    itself). ``viewport`` is the only width in CSS pixels at which it shows, None for all. ``needs_review`` is True where
    axe cannot decide (incomplete). ``shared`` is True for a fault in the template, which returns on every page of a build.
    """

    rule: str
    path: str
    mark: str
    selector: str
    frame: str = ""
    viewport: int | None = None
    needs_review: bool = False
    shared: bool = False
