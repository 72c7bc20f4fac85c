"""The answer of a norm, as a full Dutch sentence, for every kind of figure."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from model.verdict import Met
from reports.dutch import count, listed, moment, number, percent, whole_percent
from reports.sentences import fractions, sentence, shares
from tests.reports.test_coverage import tallied, tallies
from tests.store.made_up import NIGHT

ALL = "vertellen hoe, waar, wat het kost en hoe lang het duurt"
ONE = "vertelt hoe, waar, wat het kost en hoe lang het duurt"


@pytest.mark.parametrize(
    ("norm", "tally", "expected"),
    [
        (
            7,
            {Met.JA: 187, Met.NEE: 25},
            f"187 van de 212 producten (88,2%) {ALL}. Dat is 4 producten te weinig voor de norm van 90%.",
        ),
        (
            7,
            {Met.JA: 89, Met.NEE: 11},
            f"89 van de 100 producten (89,0%) {ALL}. Dat is 1 product te weinig voor de norm van 90%.",
        ),
        (7, {Met.JA: 90, Met.NEE: 10}, f"90 van de 100 producten (90,0%) {ALL}. Daarmee is de norm van 90% gehaald."),
        (
            7,
            {Met.JA: 1, Met.NEE: 9},
            f"1 van de 10 producten (10,0%) {ONE}. Dat is 8 producten te weinig voor de norm van 90%.",
        ),
        (7, {Met.NEE: 10}, f"Geen van de 10 producten (0%) {ONE}. Dat is 9 producten te weinig voor de norm van 90%."),
        (7, {Met.JA: 10}, f"Alle 10 producten (100%) {ALL}. Daarmee is de norm van 90% gehaald."),
        (
            7,
            {Met.JA: 187, Met.NEE: 17, Met.ONBEKEND: 8},
            f"187 tot 195 van de 212 producten (88,2% tot 92,0%) {ALL}. Over 8 producten is te weinig bekend. "
            "Of de norm van 90% is gehaald, is niet vast te stellen.",
        ),
        (
            7,
            {Met.JA: 80, Met.NEE: 18, Met.ONBEKEND: 2},
            f"80 tot 82 van de 100 producten (80,0% tot 82,0%) {ALL}. Ook als alle 2 onbekende producten meezitten, "
            "is dat 8 producten te weinig voor de norm van 90%.",
        ),
        (
            7,
            {Met.JA: 95, Met.NEE: 4, Met.ONBEKEND: 1},
            f"95 tot 96 van de 100 producten (95,0% tot 96,0%) {ALL}. Daarmee is de norm van 90% gehaald, "
            "wat er ook blijkt over 1 onbekend product.",
        ),
        (
            7,
            {},
            "Er zijn geen producten die meetellen voor servicenorm 7. Of de norm van 90% is gehaald, is niet vast te stellen.",
        ),
        (7, {Met.JA: 1}, f"Het ene product dat meetelt (100%), {ONE}. Daarmee is de norm van 90% gehaald."),
        (
            8,
            {Met.NEE: 1},
            "Het ene product dat meetelt (0%), is niet online aan te vragen. Dat is 1 product te weinig voor de norm van 80%.",
        ),
        (
            7,
            {Met.ONBEKEND: 1},
            "Er telt één product mee, en daarvan is het nog niet bekend. Over 1 product is te weinig bekend. "
            "Of de norm van 90% is gehaald, is niet vast te stellen.",
        ),
        (
            8,
            {Met.JA: 150, Met.NEE: 30, Met.ONBEKEND: 10, Met.NEE_OF_BUITEN: 10, Met.BUITEN_DE_NORM: 12},
            "150 tot 160 van de 190 tot 200 producten waarvoor dat kan (75,0% tot 84,2%) zijn online aan te vragen. "
            "Over 20 producten is te weinig bekend. Of de norm van 80% is gehaald, is niet vast te stellen.",
        ),
        (
            8,
            {Met.NEE_OF_BUITEN: 3},
            "Geen van de 3 producten is online aan te vragen. Over 3 producten is te weinig bekend. "
            "Of de norm van 80% is gehaald, is niet vast te stellen.",
        ),
        (
            7,
            {Met.JA: 2250, Met.NEE: 250},
            f"2.250 van de 2.500 producten (90,0%) {ALL}. Daarmee is de norm van 90% gehaald.",
        ),
    ],
)
def test_the_sentence_of_a_norm(norm, tally, expected):
    assert sentence(tallied(norm, tally)) == expected


@given(tally=tallies(40))
def test_every_figure_gives_full_sentences_without_leftovers(tally):
    text = sentence(tallied(8, tally))
    assert re.fullmatch(r"[A-Z0-9][^{}]*\.", text)
    assert "  " not in text
    assert "None" not in text


def test_a_share_just_below_the_line_does_not_read_as_the_line():
    assert shares(tallied(7, {Met.JA: 1799, Met.NEE: 201})) == "89,9%"
    assert percent(2499, 2500) == "99,9%"
    assert percent(1, 3) == "33,3%"
    assert percent(2, 3) == "66,7%"
    assert percent(0, 0) == "–"


def test_fractions_name_both_ends_where_they_differ():
    assert fractions(tallied(7, {Met.JA: 3, Met.NEE: 1})) == "3 van 4"
    assert fractions(tallied(8, {Met.JA: 3, Met.ONBEKEND: 1, Met.NEE_OF_BUITEN: 2})) == "3 van 6 tot 4 van 4"
    assert fractions(tallied(7, {Met.JA: 3, Met.ONBEKEND: 1})) == "3 tot 4 van 4"


def test_numbers_dates_and_lists_are_dutch():
    assert number(1234567) == "1.234.567"
    assert number(1234.56) == "1.234,6"
    assert count(1, "pagina", "pagina's") == "1 pagina"
    assert whole_percent(0.9) == "90%"
    assert whole_percent(0.825) == "82,5%"
    assert moment(NIGHT) == "24 november 2026, 02.30 uur"
    assert listed(["hoe"]) == "hoe"
    assert listed(["hoe", "waar", "kosten"]) == "hoe, waar en kosten"
