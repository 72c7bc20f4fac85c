"""What the municipality says of a product in an official feed, beside what its page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.check import all_checks, judge
from model.claim import Claim, OnlineClaim, Source
from model.finding import Finding, Outcome
from model.page import Dossier
from model.product import Product
from model.profile import SiteProfile
from tests.checks.judging import page_of

FORM = "https://formulieren.voorbeeld.nl/uittreksel"
PROFILE = SiteProfile(name="v", municipality="V", hosts=("www.voorbeeld.nl",), form_hosts=("formulieren.voorbeeld.nl",))
BUTTON = f"<p>U vraagt het uittreksel online aan. U logt in met DigiD.</p><a class='button' href='{FORM}'>Online aanvragen</a>"
DESK = "<p>U vraagt het uittreksel aan bij de balie van het stadhuis. Maak eerst een afspraak.</p>"
COST = "<h2>Kosten</h2><p>Een uittreksel kost € 17,40.</p>"
TERM = "<h2>Hoelang duurt het</h2><p>U krijgt het uittreksel binnen 5 werkdagen.</p>"
SC = Claim(source=Source.SC, key="1", title="Uittreksel", place="https://www.voorbeeld.nl/sc.xml")
SDG = Claim(source=Source.SDG, key="1", title="Uittreksel")


def finding(text: str, *claims: Claim) -> Finding:
    product = Product(id="uittreksel", name="Uittreksel", urls=("https://www.voorbeeld.nl/product",))
    dossier = Dossier(
        product=product, pages=(page_of("Uittreksel", text),), profile=PROFILE, day=date(2026, 11, 24), claims=claims
    )
    return {result.check_id: result for result in judge(dossier)}["eensluidend"].finding


@pytest.mark.parametrize(
    ("text", "claim", "reason", "page_says", "feed_says"),
    [
        (DESK, replace(SC, online=OnlineClaim.JA), "alleen landelijk online", "afspraak", "ja"),
        (BUTTON, replace(SC, online=OnlineClaim.NEE), "landelijk niet online", "Online aanvragen", "nee"),
        (
            DESK,
            replace(SDG, procedure="U vraagt het online aan met DigiD."),
            "alleen landelijk online",
            "afspraak",
            "DigiD",
        ),
        (
            BUTTON.replace("met DigiD", "op de site"),
            replace(SC, online=OnlineClaim.DIGID, apply_url=FORM),
            "digid",
            "Online aanvragen",
            "digid",
        ),
        (
            BUTTON,
            replace(SC, online=OnlineClaim.DIGID, apply_url="https://formulieren.voorbeeld.nl/oud"),
            "aanvraagadres",
            "Online aanvragen",
            "/oud",
        ),
        (COST, replace(SDG, costs="U betaalt € 16,90."), "kosten", "17,40", "16,90"),
        (COST, replace(SDG, costs="Een uittreksel is gratis."), "kosten", "17,40", "gratis"),
        (TERM, replace(SDG, term="8 weken"), "termijn", "5 werkdagen", "8 weken"),
        (
            "<p>Laatst gewijzigd op 3 mei 2026.</p>",
            replace(SC, modified=date(2024, 1, 1)),
            "datum",
            "3 mei 2026",
            "2024",
        ),
        (
            COST,
            replace(
                SC, abstract="Parkeren voor bewoners: vergunning aanvragen, wijzigen, opzeggen of tijdelijk overzetten."
            ),
            "samenvatting",
            "",
            "Parkeren",
        ),
    ],
)
def test_what_page_and_feed_say_against_each_other_is_found_with_the_words_of_both(
    text, claim, reason, page_says, feed_says
):
    found = finding(text, claim)
    assert (found.outcome, found.reason) == (Outcome.ONVOLLEDIG, reason)
    page = " ".join(each.quote for each in found.evidence if not each.selector.startswith(claim.source.value))
    feed = " ".join(each.quote for each in found.evidence if each.selector.startswith(claim.source.value))
    assert page_says in page
    assert feed_says in feed


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (BUTTON, replace(SC, online=OnlineClaim.DIGID, apply_url=f"{FORM}/?bron=overheid")),
        (DESK, replace(SC, online=OnlineClaim.NEE)),
        (COST, replace(SDG, costs="De kosten zijn € 17,40 of voor een afschrift € 20,00.")),
        (TERM, replace(SDG, term="Een week")),
        (TERM, replace(SDG, costs="€ 12,00", term="")),
        (COST, replace(SDG, term="8 weken")),
        ("<p>Laatst gewijzigd op 3 mei 2026.</p>", replace(SC, modified=date(2026, 5, 20))),
        (COST, replace(SC, abstract="Een uittreksel vraagt u aan.")),
    ],
)
def test_what_agrees_or_what_only_one_of_them_tells_is_no_contradiction(text, claim):
    assert finding(text, claim).outcome is Outcome.AANWEZIG


def test_without_a_feed_there_is_nothing_to_compare():
    assert (finding(COST).outcome, finding(COST).reason) == (Outcome.NVT, "geen feed")


def test_all_contradictions_are_quoted_and_the_one_that_matters_most_gives_the_message():
    claims = (replace(SC, online=OnlineClaim.JA), replace(SDG, costs="€ 16,90", term="8 weken"))
    found = finding(DESK + COST + TERM, *claims)
    assert found.reason == "alleen landelijk online"
    assert [each.selector.split(": ")[-1] for each in found.evidence if ": " in each.selector] == [
        "onlineAanvragen",
        "kostenEnBetaalmethoden",
        "uitersteTermijn",
    ]


def test_a_file_on_somebodys_disk_is_no_place_to_point_at():
    found = finding(COST, replace(SDG, costs="€ 16,90", place="/home/jan/export.json"))
    assert [each.url for each in found.evidence if each.selector.startswith("SDG")] == [""]


def test_every_reason_has_a_message():
    check = next(check for check in all_checks() if check.id == "eensluidend")
    assert {"geen feed", "eensluidend", "kosten", "termijn", "datum", "digid"} <= set(check.messages)
