"""What the checks are too often wrong about is left to a person, who sees what it looks like and why."""

from __future__ import annotations

from checks.check import judge
from checks.doubt import doubted, with_sureness
from model.finding import Online, Outcome
from model.page import Dossier
from model.product import Product
from model.reliability import Agreement, Reliability
from tests.checks.judging import page_of

PAGE = page_of("Kapvergunning", "<p>Maak een afspraak om de vergunning aan te vragen.</p><p>Het kost € 120.</p>")


def results(table: Reliability):
    found = judge(Dossier(product=Product(id="p", name="Kapvergunning", urls=(PAGE.url,)), pages=(PAGE,)))
    return {result.check_id: result for result in with_sureness(found, table)}


def a_table(check: str, reason: str, agreed: int, pages: int) -> Reliability:
    return Reliability(reasons={check: {reason: Agreement(neither=agreed, only_people=pages - agreed)}})


def test_a_doubtful_verdict_becomes_onzeker_and_keeps_its_reason_evidence_and_what_it_looks_like():
    before = results(a_table("waar", "afspraak zonder plaats", 30, 50))["waar"]
    (after,) = doubted([before])
    assert before.finding.outcome is Outcome.ONVOLLEDIG
    assert after.finding.outcome is Outcome.ONZEKER
    assert after.leaning is Outcome.ONVOLLEDIG
    assert (after.finding.reason, after.finding.evidence) == (before.finding.reason, before.finding.evidence)
    assert after.message.startswith(
        "Een mens moet kijken, want het programma had met deze reden ongelijk op 20 van de 50"
    )
    assert after.message.endswith(before.message)
    assert doubted([after]) == (after,)


def test_online_stays_on_its_own_scale():
    before = results(a_table("online", "afspraak", 30, 50))["online"]
    (after,) = doubted([before])
    assert (after.finding.outcome, after.leaning) == (Online.ONZEKER, Online.NEE)


def test_a_sure_verdict_and_one_that_was_never_measured_stay():
    sure = results(a_table("waar", "afspraak zonder plaats", 48, 50))
    assert doubted(sure.values()) == tuple(sure.values())
    assert sure["kosten"].sureness is None


def test_each_verdict_on_the_norms_says_how_sure_it_is():
    found = judge(Dossier(product=Product(id="p", name="Kapvergunning", urls=(PAGE.url,)), pages=(PAGE,)))
    sure = {result.check_id for result in found if result.sureness}
    assert sure == {"hoe", "waar", "kosten", "afhandeltermijn", "online"}
