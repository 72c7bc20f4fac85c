"""What people decide: corrections of a verdict, waivers and rulings on accessibility issues, steps with a task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from model.finding import Online, Outcome


class Group(StrEnum):
    """Who somebody is; decides what may be done (issue 7)."""

    WEBREDACTIE = "webredactie"
    TOEGANKELIJKHEID = "toegankelijkheid"
    MANAGEMENT = "management"
    BEHEER = "beheer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person says that a check was wrong about a product (Dutch: correctie, "klopt niet").

    ``found``, ``reason`` and ``quotes`` are what the check had concluded in ``run_id``: the review speaks of that conclusion
    and of no other. ``corrected`` is the right answer; None takes an earlier review back. ``quote`` holds the page's words
    that prove it, at ``url``; empty where the right answer is that nothing is there. ``on`` is aware, UTC.
    """

    product_id: str
    check_id: str
    run_id: str
    found: Outcome | Online
    reason: str
    quotes: tuple[str, ...]
    corrected: Outcome | Online | None
    quote: str
    url: str
    why: str
    by: str
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A person decided that an issue need not hold for a while (Dutch: afwijking); always ends.

    It covers the rule in the component, on all of its places. ``reason`` to ``measure`` are the texts that an accessibility
    statement asks for: why, what visitors notice, what they can use instead, what will be done. It holds from ``granted_on`` up
    to and including ``expires_on``; taken back, it has ``expires_on`` before ``granted_on``.
    """

    rule_id: str
    component: str
    reason: str
    effect: str
    alternative: str
    measure: str
    granted_by: str
    granted_on: date
    expires_on: date

    def holds_on(self, day: date) -> bool:
        """Whether the waiver covers ``day``."""
        return self.granted_on <= day <= self.expires_on

    def expires_soon(self, day: date) -> bool:
        """Whether it holds on ``day`` and ends within sixty days."""
        return self.holds_on(day) and self.expires_on - day <= timedelta(days=60)

    @property
    def taken_back(self) -> bool:
        """Whether it was taken back."""
        return self.expires_on < self.granted_on


class Judgement(StrEnum):
    """What an officer says of an issue, once for all of its places."""

    KNELPUNT = "knelpunt"
    GEEN_KNELPUNT = "geen knelpunt"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """An officer's judgement on a rule in a component. ``assigned_to`` names who will mend it; may be empty."""

    rule_id: str
    component: str
    judgement: Judgement
    assigned_to: str
    why: str
    by: str
    on: datetime


class Deed(StrEnum):
    """What an editor does with a task. None of them ends it: only the next run does."""

    TOEWIJZEN = "toewijzen"
    UITSTELLEN = "uitstellen"
    GEDAAN = "gedaan"
    HEROPENEN = "heropenen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One deed on the task of mending one element of one product. ``to`` is for TOEWIJZEN, ``until`` for UITSTELLEN."""

    product_id: str
    check_id: str
    deed: Deed
    run_id: str
    to: str
    until: date | None
    why: str
    by: str
    on: datetime


class TaskState(StrEnum):
    """Where a task is, as derived from its steps and the newest run."""

    OPEN = "open"
    UITGESTELD = "uitgesteld"
    WACHT = "wacht op de volgende meting"
    NIET_GEZIEN = "gedaan gemeld, maar de meting ziet het niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something an editor has to do (Dutch: taak): one element of one product that does not meet its norm.

    ``effect`` is the share of a product by which the norm rises when this task alone is done: 1 where it is the last missing
    element, ½ where two miss, 0 for what no norm asks for. ``since`` is the day of the first run of the unbroken row of runs
    that saw it missing.
    """

    product_id: str
    check_id: str
    outcome: Outcome | Online
    effect: float
    since: date
    state: TaskState
    assigned_to: str = ""
    until: date | None = None
