"""The success criteria of WCAG 2.1 A and AA, and those that axe names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from model.criteria import CRITERIA, Level

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Level AAA of WCAG 2.1, and 2.5.8, which is new in WCAG 2.2.
BEYOND = {"1.4.6", "2.1.3", "2.2.4", "2.4.9", "2.5.8", "3.2.5"}


def test_there_are_thirty_of_level_a_and_twenty_of_level_aa() -> None:
    assert Counter(criterion.level for criterion in CRITERIA.values()) == {Level.A: 30, Level.AA: 20}


def test_they_stand_in_the_order_of_wcag_under_their_own_number() -> None:
    numbers = [tuple(map(int, number.split("."))) for number in CRITERIA]
    assert numbers == sorted(numbers)
    assert all(criterion.number == number for number, criterion in CRITERIA.items())


def test_a_criterion_has_its_dutch_name_and_its_clause_in_the_european_standard() -> None:
    contrast = CRITERIA["1.4.3"]
    assert (contrast.name, contrast.level, contrast.clause) == ("Contrast (minimum)", "AA", "9.1.4.3")
    assert CRITERIA["1.4.10"].title == "1.4.10 Reflow"
    assert len({criterion.name for criterion in CRITERIA.values()}) == 50


def test_every_criterion_that_axe_names_is_known_or_lies_beyond_wcag_2_1_aa() -> None:
    tags = set(re.findall(r"wcag([1-4])([1-9])([1-9]\d?)\b(?!a)", AXE.read_text("utf-8")))
    named = {".".join(tag) for tag in tags}
    assert "1.4.12" in named
    assert named - set(CRITERIA) <= BEYOND


def test_nobody_can_change_a_criterion() -> None:
    with pytest.raises(FrozenInstanceError):
        CRITERIA["1.1.1"].name = "Anders"  # type: ignore[misc]
