"""What a button turned out to be goes before what its address promises; a dead one is an alarm and no verdict."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checks.check import judge
from model.finding import Finding, Online, Outcome
from model.landing import Landing, LandingKind
from model.page import Dossier
from model.product import Product
from model.profile import SiteProfile
from tests.checks.judging import page_of

PROFILE = SiteProfile(
    name="v",
    municipality="V",
    hosts=("www.voorbeeld.nl",),
    form_hosts=("formulieren.voorbeeld.nl",),
    external_hosts=(".rdw.nl",),
)
FORM = "https://formulieren.voorbeeld.nl/kap"
NEUTRAL = "https://www.voorbeeld.nl/doorverwijzing/12"


def found(address: str, kind: LandingKind | None, final: str = "") -> dict[str, Finding]:
    page = page_of("Kapvergunning", f"<a class='button' href='{address}'>Vergunning aanvragen</a>")
    landings = {}
    if kind:
        landing = Landing(
            run_id="r", url=address, final_url=final or address, kind=kind, status=200, asked_at=datetime.now(UTC)
        )
        landings[address] = landing
    product = Product(id="p", name="Kapvergunning", urls=(page.url,))
    results = judge(Dossier(product=product, pages=(page,), profile=PROFILE, landings=landings))
    assert not any(result.error for result in results)
    return {result.check_id: result.finding for result in results}


@pytest.mark.parametrize(
    ("address", "kind", "final", "online"),
    [
        (FORM, None, "", Online.JA),
        (FORM, LandingKind.PAGINA, "", Online.JA),
        (FORM, LandingKind.DOCUMENT, "https://www.voorbeeld.nl/kap.pdf", Online.NEE),
        (FORM, LandingKind.AFSPRAAK, "", Online.NEE),
        (FORM, LandingKind.WERKT_NIET, "", Online.JA),
        (FORM, LandingKind.ONBEKEND, "", Online.JA),
        (NEUTRAL, None, "", Online.ONBEKEND),
        (NEUTRAL, LandingKind.PAGINA, "", Online.ONBEKEND),
        (NEUTRAL, LandingKind.PAGINA, FORM, Online.JA),
        (NEUTRAL, LandingKind.INLOGGEN, "https://login.digid.example/", Online.JA),
        (NEUTRAL, LandingKind.ELDERS, "https://www.rdw.nl/aanvragen", Online.EXTERN),
        (NEUTRAL, LandingKind.DOCUMENT, "https://www.voorbeeld.nl/x", Online.NEE),
    ],
)
def test_online_is_what_stands_behind_the_button(address, kind, final, online):
    assert found(address, kind, final)["online"].outcome is online


@pytest.mark.parametrize(
    ("kind", "outcome", "reason"),
    [
        (LandingKind.WERKT_NIET, Outcome.ONTBREEKT, "werkt niet"),
        (LandingKind.ONBEKEND, Outcome.ONZEKER, "geen antwoord"),
        (LandingKind.INLOGGEN, Outcome.AANWEZIG, "werkt"),
        (None, Outcome.NVT, "niet gevolgd"),
    ],
)
def test_a_button_that_leads_nowhere_is_an_alarm_that_quotes_the_button(kind, outcome, reason):
    alarm = found(FORM, kind)["aanvraagknop"]
    assert (alarm.outcome, alarm.reason) == (outcome, reason)
    assert [evidence.quote for evidence in alarm.evidence] == (["Vergunning aanvragen"] if kind else [])
