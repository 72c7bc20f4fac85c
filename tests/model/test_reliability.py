"""How sure a verdict is, and the table that says so."""

from __future__ import annotations

from datetime import date

import pytest

from checks.check import all_checks
from model.finding import ELEMENTS
from model.reliability import Agreement, Reliability, Sureness, read_reliability, reliability_now

TABLE = """
measured_on = 2026-11-24
[checks.kosten]
version = 3
[checks.kosten.reasons]
"prijs" = [58, 2, 0, 0]
"geen bedrag" = [0, 0, 9, 21]
"rekenregel" = [0, 3, 0, 0]
[norms]
7 = [16, 4, 4, 111]
[norms_doubting]
7 = [16, 4, 3, 109]
"""


def test_a_reason_with_enough_pages_speaks_for_itself_and_a_rare_one_with_the_rate_of_its_check():
    table = read_reliability(TABLE)
    assert table.measured_on == date(2026, 11, 24)
    assert table.sureness("kosten", "prijs") == Sureness(agreed=58, pages=60, of_reason=True)
    assert table.sureness("kosten", "rekenregel") == Sureness(agreed=79, pages=93, of_reason=False)
    assert table.sureness("kosten", "een nieuwe reden") == Sureness(agreed=79, pages=93, of_reason=False)


def test_nothing_is_said_of_what_was_not_measured_or_rests_on_no_page():
    table = read_reliability(TABLE)
    assert table.sureness("duidelijk", "duidelijk") is None
    assert table.sureness("kosten", "catalogus") is None
    assert Reliability().sureness("kosten", "prijs") is None


@pytest.mark.parametrize(
    ("agreed", "pages", "doubtful"),
    [(44, 52, False), (7, 10, True), (44, 55, True), (9, 10, False), (0, 1, True), (21, 30, True), (135, 135, False)],
)
def test_a_verdict_is_doubtful_only_where_the_pages_are_enough_to_say_that_one_in_ten_is_wrong(agreed, pages, doubtful):
    sureness = Sureness(agreed=agreed, pages=pages, of_reason=True)
    low, high = sureness.interval
    assert 0 <= low <= sureness.share <= high <= 1
    assert sureness.doubtful is doubtful


def test_a_check_is_measured_without_its_doubtful_reasons_where_those_are_left_to_a_person():
    table = read_reliability(TABLE)
    assert table.of_check("kosten") == Agreement(both=58, only_program=5, only_people=9, neither=21)
    assert table.of_check("kosten", doubting=True) == Agreement(both=58, only_program=5)
    assert table.of_norm(7, doubting=True).pages == 132


def test_a_check_of_another_version_is_named():
    assert read_reliability(TABLE).outdated({"kosten": 4, "hoe": 9}) == ("kosten",)
    assert read_reliability(TABLE).outdated({"kosten": 3}) == ()


def test_the_committed_table_counts_the_same_pages_for_every_check_and_knows_no_reason_that_a_check_lacks():
    table = reliability_now()
    assert {table.of_check(check).pages for check in (*ELEMENTS, "online")} == {table.of_norm(7).pages}
    messages = {check.id: set(check.messages) for check in all_checks()}
    for check, reasons in table.reasons.items():
        assert set(reasons) <= messages[check], "run python -m bench.reliability --write"
