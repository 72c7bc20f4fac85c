"""The checks beside the norms: up to date, without contradictions, easy to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.check import judge
from checks.readers.dates import read_moments
from checks.readers.ease import ease_of
from checks.readers.hard_words import read_hard_words
from model.finding import Finding, Outcome
from model.page import Dossier
from model.product import Product
from tests.checks.judging import page_of

DAY = date(2026, 11, 24)
LONG = (
    "Wie een vergunning nodig heeft voor een feest in de straat en daarbij ook nog muziek wil maken of iets te eten "
    "verkoopt, moet daar eerst met de buren en de gemeente over praten. "
)


def finding(check: str, *fragments: str, day: date | None = DAY) -> Finding:
    pages = tuple(
        replace(page_of("Uittreksel", text), url=f"https://www.voorbeeld.nl/{n}") for n, text in enumerate(fragments)
    )
    product = Product(id="p", name="Uittreksel", urls=("https://www.voorbeeld.nl/0",))
    return {r.check_id: r for r in judge(Dossier(product=product, pages=pages, day=day))}[check].finding


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        ("<p>In 2024 kost een uittreksel € 17,40.</p>", "oud tarief"),
        (
            "<table><tr><th>Soort</th><th>2025</th></tr><tr><td>Uittreksel</td><td>€ 17,40</td></tr></table>",
            "oud tarief",
        ),
        ("<h2>Kosten 2023</h2><p>Een uittreksel kost € 17,40.</p>", "oud tarief"),
        ("<p>In 2026 kost een uittreksel € 17,40.</p>", "actueel"),
        ("<p>In 2025 was het € 16, in 2026 kost het € 17.</p>", "actueel"),
        ("<p>Aanvragen kan tot en met 29 februari 2024.</p>", "voorbije datum"),
        ("<p>De balie sluit vanaf 1 maart 2027.</p>", "actueel"),
        ("<p>Sinds 1 juli 2021 geldt een nieuwe wet.</p>", "actueel"),
        ("<p>Gepubliceerd op: 16-01-2017</p>", "lang niet gewijzigd"),
        ("<p>Laatst gewijzigd op 3 mei 2026</p>", "actueel"),
        ("<p>De tarieven staan in het <a href='/tarieven.pdf'>tarievenoverzicht</a>.</p>", "alleen pdf"),
        ("<p>Postbus 2010, 2020 AB Voorbeeld</p>", "actueel"),
    ],
)
def test_a_page_is_up_to_date_or_it_says_what_is_not(fragment: str, reason: str) -> None:
    found = finding("actueel", fragment)
    assert found.reason == reason
    assert bool(found.evidence) is (reason != "actueel")


def test_without_a_day_nothing_is_said_of_age() -> None:
    assert finding("actueel", "<p>In 2014 kost het € 5.</p>", day=None).outcome is Outcome.NVT


def test_two_pages_with_another_price_or_term_contradict_each_other() -> None:
    prices = finding(
        "eenduidig", "<p>Een uittreksel kost € 17,40.</p>", "<p>U betaalt € 16,10 voor een uittreksel.</p>"
    )
    terms = finding("eenduidig", "<p>U krijgt het binnen 5 werkdagen.</p>", "<p>U krijgt het binnen 2 weken.</p>")
    assert (prices.reason, len(prices.evidence)) == ("twee prijzen", 2)
    assert (terms.reason, len({evidence.url for evidence in terms.evidence})) == ("twee termijnen", 2)


def test_pages_that_agree_or_list_several_prices_contradict_nothing() -> None:
    same = finding("eenduidig", "<p>Een uittreksel kost € 17,40.</p>", "<p>U betaalt € 17,40.</p>")
    several = finding("eenduidig", "<ul><li>balie: € 17,40</li><li>online: € 9</li></ul>", "<p>U betaalt € 17,40.</p>")
    assert same.outcome is several.outcome is Outcome.AANWEZIG
    assert finding("eenduidig", "<p>Een uittreksel kost € 17,40.</p>").reason == "één pagina"


def test_long_sentences_and_hard_words_are_shown_to_the_editor() -> None:
    short = "<p>" + "U vraagt het aan. Dat gaat snel. " * 20 + "</p>"
    assert finding("duidelijk", short).reason == "goed te lezen"
    assert finding("duidelijk", f"<p>{LONG * 4}</p>").reason == "lange zinnen"
    hard = finding(
        "duidelijk", short + "<p>Indien u dit wenst.</p><p>Tevens dient u te tekenen.</p><p>Thans is dat zo.</p>"
    )
    assert (hard.reason, len(hard.evidence)) == ("moeilijke woorden", 3)
    assert finding("duidelijk", "<p>Kort.</p>").reason == "te weinig tekst"


def test_flesch_douma_tells_easy_from_hard_text() -> None:
    easy = ease_of(["De kat zit op de mat.", "Hij is blij."])
    hard = ease_of(
        ["De vergunningverleningsprocedure vereist onafhankelijke adviescommissies en belanghebbendenparticipatie."]
    )
    assert easy.score > 90 > 30 > hard.score
    assert ease_of([]).words == 0


def test_a_hard_word_comes_with_an_everyday_one() -> None:
    assert read_hard_words("Indien u tevens komt") == (("Indien", "als"), ("tevens", "ook"))


def test_dates_and_years_are_read_and_numbers_are_not() -> None:
    moments = read_moments("Tot 1 juli 2021 of 16-01-2017, in 2024; € 2024, 3000 BA, 31-02-2020")
    assert [(moment.year, moment.day) for moment in moments] == [
        (2021, date(2021, 7, 1)),
        (2017, date(2017, 1, 16)),
        (2024, None),
        (2020, None),
    ]
