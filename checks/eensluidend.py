"""Eensluidend: does the page say the same as what the municipality tells overheid.nl and Europe about the product?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from checks.actueel import changed_on
from checks.binding.cost import CostRole
from checks.binding.term import TermRole
from checks.check import Check
from checks.online import online
from checks.readers.actions import DIGITAL, Purpose, Target
from checks.readers.duration import Duration, read_durations
from checks.readers.money import Money, read_money
from checks.reading import Reading
from model.claim import Claim, OnlineClaim
from model.finding import Finding, Online, Outcome
from model.page import Evidence

_DAYS = {
    name: Decimal(days)
    for name, days in (
        *(
            ("minuut", "0"),
            ("uur", "0"),
            ("dag", "1"),
            ("werkdag", "1.4"),
            ("week", "7"),
            ("maand", "30.4"),
            ("jaar", "365"),
        ),
    )
}
_SLACK = Decimal("0.15")  # five working days are a week, and a month is four of them
_APART = timedelta(days=31)  # a feed is made from the page, some time later
_FEW_WORDS = 6
_SHARE = 0.35  # of the summary's telling words; less means that it is about something else
_OFFERED = (Online.JA, Online.EXTERN)

Contradiction = tuple[str, tuple[Evidence, ...]]
"""A reason with the words of the page and then those of the feed."""


def eensluidend(reading: Reading) -> Finding:
    """Hold every claim against the pages: the first contradiction gives the reason, the words of all are quoted.

    What only one of both tells is no contradiction: the other checks say what a page lacks.
    """
    claims = reading.dossier.claims
    if not claims:
        return Finding(outcome=Outcome.NVT, reason="geen feed")
    found = [each for compare in _COMPARISONS for claim in claims for each in compare(claim, reading)]
    if not found:
        return Finding(outcome=Outcome.AANWEZIG, reason="eensluidend")
    quotes = tuple(dict.fromkeys(quote for _, evidence in found for quote in evidence))
    return Finding(outcome=Outcome.ONVOLLEDIG, reason=found[0][0], evidence=quotes)


def _online(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    page = online(reading)
    said = _said(claim, "onlineAanvragen", claim.online.value)
    if claim.online in (OnlineClaim.JA, OnlineClaim.DIGID) and page.outcome is Online.NEE:
        yield "alleen landelijk online", (*page.evidence, said)
    elif claim.online is OnlineClaim.NEE and page.outcome in _OFFERED:
        yield "landelijk niet online", (*page.evidence, said)
    elif claim.online is OnlineClaim.ONBEKEND and DIGITAL.search(claim.procedure) and page.outcome is Online.NEE:
        yield "alleen landelijk online", (*page.evidence, _said(claim, "procedureBeschrijving", claim.procedure))


def _costs(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    page = [cost for cost in reading.costs if cost.role in (CostRole.PRIJS, CostRole.GRATIS)]
    feed = _prices(read_money(claim.costs))
    if page and feed and not feed & _prices([cost.fact for cost in page]):
        yield "kosten", (page[0].sentence.evidence(), _said(claim, "kostenEnBetaalmethoden", claim.costs))


def _term(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    page = [term for term in reading.terms if term.role is TermRole.AFHANDELING]
    feed = read_durations(claim.term)
    if page and feed and not any(_meets(one, other.fact) for one in feed for other in page):
        yield "termijn", (page[0].sentence.evidence(), _said(claim, "uitersteTermijn", claim.term))


def _apply_address(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    """Only where the page has its own way in: what the page lacks is for the check on online."""
    aimed = [
        (route.sentence.page.url, action.link)
        for route in reading.routes
        for action in route.actions
        if action.target in (Target.FORMULIER, Target.EXTERN) and action.purpose is Purpose.AANVRAGEN
    ]
    if not (claim.apply_url and aimed) or any(_place(link.url) == _place(claim.apply_url) for _, link in aimed):
        return
    url, link = aimed[0]
    page = Evidence(url=url, selector=link.selector, quote=(link.text or link.url)[:300])
    yield "aanvraagadres", (page, _said(claim, "aanvraagURL", claim.apply_url))


def _digid(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    page = online(reading)
    if claim.online is not OnlineClaim.DIGID or page.outcome is not Online.JA:
        return
    if not any("digid" in sentence.lower for sentence in reading.sentences):
        yield "digid", (*page.evidence, _said(claim, "onlineAanvragen", claim.online.value))


def _modified(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    stated = [(day, sentence) for sentence in reading.sentences if (day := changed_on(sentence))]
    if claim.modified is None or not stated:
        return
    day, sentence = max(stated, key=lambda pair: pair[0])
    if abs(day - claim.modified) > _APART:
        yield "datum", (sentence.evidence(), _said(claim, "modified", claim.modified.isoformat()))


def _abstract(claim: Claim, reading: Reading) -> Iterator[Contradiction]:
    words = set(re.findall(r"[^\W\d_]{5,}", claim.abstract.casefold()))
    text = " ".join(sentence.lower for sentence in reading.sentences)
    text += " ".join(page.title.casefold() for page in reading.dossier.pages)
    if len(words) >= _FEW_WORDS and sum(word in text for word in words) < _SHARE * len(words):
        yield "samenvatting", (_said(claim, "abstract", claim.abstract),)


_COMPARISONS = (_online, _costs, _term, _apply_address, _digid, _modified, _abstract)
"""What matters most to a reader first."""


def _said(claim: Claim, element: str, words: str) -> Evidence:
    place = claim.place if claim.place.startswith(("http://", "https://")) else ""
    return Evidence(url=place, selector=f"{claim.source.value}: {element}", quote=words[:300])


def _prices(facts: Sequence[Money]) -> set[Decimal | None]:
    """The amounts; 0 for what is free."""
    free = {Decimal(0)} if any(fact.free for fact in facts) else set()
    amounts = {amount for fact in facts for amount in (fact.amount, fact.upper) if amount is not None and fact.marked}
    return {*free, *amounts}


def _meets(one: Duration, other: Duration) -> bool:
    """Whether two lengths of time can be the same, counted in days."""
    low, high = one.low * _DAYS[one.unit] * (1 - _SLACK), one.high * _DAYS[one.unit] * (1 + _SLACK)
    return low <= other.high * _DAYS[other.unit] and other.low * _DAYS[other.unit] <= high


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/").casefold())


CHECK = Check(
    version=1,
    norm=None,
    question="Zegt de pagina hetzelfde als wat de gemeente landelijk opgeeft?",
    source="Naast de servicenormen: Samenwerkende Catalogi 4.0 en SDG",
    evaluate=eensluidend,
    messages={
        "geen feed": "Van dit product is geen landelijke opgave ingelezen.",
        "eensluidend": "De pagina spreekt de landelijke opgave niet tegen.",
        "alleen landelijk online": (
            "Landelijk staat dat het product online kan, maar op de pagina staat geen weg om het online aan te vragen. "
            "Wie van overheid.nl komt, zoekt hier vergeefs. Zet de knop op de pagina, of laat de opgave verbeteren."
        ),
        "landelijk niet online": (
            "Op de pagina kan het online, maar landelijk staat van niet. Wie op overheid.nl zoekt, denkt dat het niet kan. "
            "Laat in de landelijke opgave 'ja' of 'digid' zetten."
        ),
        "kosten": (
            "De pagina noemt een ander bedrag dan de landelijke opgave. De lezer weet niet welk klopt. "
            "Zoek uit wat geldt en pas de pagina of de opgave aan."
        ),
        "termijn": (
            "De pagina noemt een andere termijn dan de landelijke opgave. De lezer weet niet welke klopt. "
            "Zoek uit wat geldt en pas de pagina of de opgave aan."
        ),
        "aanvraagadres": (
            "De knop op de pagina gaat ergens anders heen dan het aanvraagadres in de landelijke opgave. "
            "Een van de twee is misschien oud. Kijk welke werkt en pas de andere aan."
        ),
        "digid": (
            "Landelijk staat dat er DigiD nodig is, maar de pagina noemt DigiD niet. De lezer merkt het pas bij het inloggen. "
            "Zet op de pagina dat DigiD nodig is, of laat de opgave verbeteren."
        ),
        "datum": (
            "De pagina noemt een andere datum van wijziging dan de landelijke opgave. Waarschijnlijk is een van beide niet "
            "bijgewerkt. Lees beide na."
        ),
        "samenvatting": (
            "De samenvatting in de landelijke opgave gaat over iets anders dan de pagina. Wie op overheid.nl zoekt, verwacht "
            "hier iets anders. Laat de samenvatting opnieuw schrijven."
        ),
    },
    pastes={"alleen landelijk online": "U vraagt … online aan. Log in met DigiD.", "digid": "U logt in met DigiD."},
    examples={"<h1>Uittreksel</h1><p>Een uittreksel kost € 17,40.</p>": Outcome.NVT},
)
