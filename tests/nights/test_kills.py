"""A night that is killed at random moments ends with the rows of an undisturbed one, and asks for no page again.

Two hundred kills, and twenty of the database server: ``python -m bench.nights`` (see docs/storingen.md).
"""

from __future__ import annotations

import random

import pytest

from bench.nights import compare, stage_set

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_night_killed_three_times_is_like_one_that_was_left_alone():
    with stage_set(products=8, postgres=False) as nights:
        reference, seconds = nights.undisturbed()
        found = nights.disturbed(3, 0, min(seconds / 2, 6.0), random.Random(11))
        tally = nights.tally
        assert tally.kills >= 1  # a quick machine may end the night between two kills
        assert list(compare(reference, found, 1)) == []
        assert tally.differences == tally.asked_though_stored == tally.on_the_wire == []
