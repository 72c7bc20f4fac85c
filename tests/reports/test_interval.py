"""The margin of a coverage: holds the true share about as often as it says, and says nothing where nothing can be said."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reliability import Agreement
from reports.interval import margin, true_share

GOOD = Agreement(both=84, only_people=6, neither=40, only_program=5)
COUNTS = st.integers(0, 300)


def _binomial(rng: random.Random, n: int, p: float) -> int:
    return sum(rng.random() < p for _ in range(n))


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("true", "n", "sensitivity", "specificity", "met", "not_met"),
    [(0.3, 200, 0.93, 0.88, 90, 45), (0.9, 250, 0.8, 0.96, 20, 115), (0.62, 30, 0.95, 0.7, 110, 25)],
)
def test_the_true_share_lies_in_the_margin_in_about_95_of_100_simulated_cities(
    true, n, sensitivity, specificity, met, not_met, whole
):
    rng = random.Random(7)
    inside, times = 0, 400
    for _ in range(times):
        really = round(true * n) if whole else _binomial(rng, n, true)
        called = _binomial(rng, really, sensitivity) + _binomial(rng, n - really, 1 - specificity)
        both, neither = _binomial(rng, met, sensitivity), _binomial(rng, not_met, specificity)
        labelled = Agreement(both=both, only_people=met - both, neither=neither, only_program=not_met - neither)
        found = margin(met=called, failed=n - called, agreement=labelled)
        assert found is not None
        inside += found.low <= (really / n if whole else true) <= found.high
    assert inside / times >= 0.93


def test_the_estimate_is_the_one_of_rogan_and_gladen():
    agreement = Agreement(both=90, only_people=10, neither=80, only_program=20)
    _, estimate, _ = true_share(60, 100, agreement)
    assert estimate == pytest.approx((0.6 + 0.8 - 1) / (0.9 + 0.8 - 1))


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_margin_is_within_bounds_holds_its_estimate_and_grows_with_what_is_unknown(met, failed, unknown, outside):
    sure = margin(met=met, failed=failed, agreement=GOOD)
    open_ = margin(met=met, failed=failed, agreement=GOOD, unknown=unknown, perhaps_outside=outside)
    if met + failed == 0:
        assert sure is None
        return
    assert sure is not None
    assert open_ is not None
    assert 0 <= open_.low <= sure.low <= sure.estimate <= sure.high <= open_.high <= 1 + 1e-9


@pytest.mark.parametrize(
    "agreement",
    [
        Agreement(),
        Agreement(both=10, only_people=2),
        Agreement(neither=10, only_program=2),
        Agreement(both=5, only_people=5, neither=5, only_program=5),
        Agreement(both=1, only_people=9, neither=1, only_program=9),
    ],
)
def test_without_labelled_pages_or_with_checks_that_tell_nothing_there_is_no_margin(agreement):
    assert margin(met=50, failed=50, agreement=agreement) is None


def test_nothing_concluded_gives_no_margin():
    assert margin(met=0, failed=0, unknown=12, agreement=GOOD) is None
