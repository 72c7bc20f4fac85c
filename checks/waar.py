"""Waar: does the page tell where: online, at which counter, by which phone number or address?"""

from __future__ import annotations

from checks.binding.channel import Role, Route, applies_by
from checks.check import Check
from checks.online import online
from checks.readers.actions import APPLY, Purpose, Target
from checks.readers.places import Channel
from checks.reading import Reading
from model.finding import Finding, Online, Outcome


def waar(reading: Reading) -> Finding:
    """At least one channel that is usable with what the page says."""
    digital = online(reading)
    if digital.outcome in (Online.JA, Online.EXTERN):
        return Finding(outcome=Outcome.AANWEZIG, reason="online", evidence=digital.evidence)
    routes = [route for route in reading.routes if route.role in (Role.AANVRAGEN, Role.AFHALEN)]
    for reason, channels in (
        ("balie", (Channel.BALIE,)),
        ("postadres", (Channel.POSTADRES,)),
        ("telefoon of mail", (Channel.TELEFOON, Channel.MAIL)),
    ):
        found = next((r for r in routes if r.has(*channels) and _usable(r, channels)), None)
        if found:
            return _finding(Outcome.AANWEZIG, reason, found)
    if by_mail := next((r for r in routes if any(a.target in (Target.MAIL, Target.TELEFOON) for a in r.actions)), None):
        return _finding(Outcome.AANWEZIG, "telefoon of mail", by_mail)
    return _half(reading, routes)


def _usable(route: Route, channels: tuple[Channel, ...]) -> bool:
    if Channel.BALIE in channels:
        return route.role is not Role.AFHALEN or route.appointment or not route.sentence.is_head
    if Channel.POSTADRES in channels:
        return True
    return bool(
        route.acts and (APPLY.search(route.sentence.text) or route.appointment or not route.sentence.is_question)
    )


def _half(reading: Reading, routes: list[Route]) -> Finding:
    for reason, fits in (
        ("afspraak zonder plaats", lambda r: r.appointment),
        ("per post zonder adres", lambda r: r.has(Channel.PER_POST)),
        ("bij de gemeente", lambda r: r.has(Channel.GEMEENTE) and bool(APPLY.search(r.sentence.text))),
        (
            "knop onbekend",
            lambda r: any(applies_by(a, reading.subject) or (_is_way(a.purpose) and a.is_button) for a in r.actions),
        ),
    ):
        if found := next((route for route in routes if fits(route)), None):
            return _finding(Outcome.ONVOLLEDIG, reason, found)
    questions = [r for r in reading.routes if r.has(Channel.TELEFOON, Channel.MAIL, Channel.BALIE, Channel.POSTADRES)]
    if questions:
        return _finding(Outcome.ONVOLLEDIG, "alleen vragen", questions[0])
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _is_way(purpose: Purpose) -> bool:
    return purpose in (Purpose.AFSPRAAK, Purpose.AANVRAGEN, Purpose.AFDRUKKEN)


def _finding(outcome: Outcome, reason: str, route: Route) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(route.sentence.evidence(),))


CHECK = Check(
    version=1,
    norm=7,
    question="Staat op de pagina waar de lezer het product krijgt of regelt?",
    source="Servicenorm 7: waar",
    evaluate=waar,
    messages={
        "online": "Er staat dat het online kan.",
        "balie": "Er staat bij welke balie of plek de lezer moet zijn.",
        "postadres": "Het adres staat op de pagina.",
        "telefoon of mail": "Er staat een telefoonnummer of mailadres om het te regelen.",
        "afspraak zonder plaats": (
            "De lezer moet een afspraak maken, maar er staat niet waar die is. "
            "Noem de plaats, bijvoorbeeld 'bij een Stadswinkel'."
        ),
        "per post zonder adres": (
            "Het kan per post, maar het adres staat er niet. De lezer moet het ergens anders zoeken. Zet het hele postadres erbij."
        ),
        "bij de gemeente": (
            "Er staat alleen 'bij de gemeente'. De lezer weet niet bij welke balie of op welke site. Noem de plek."
        ),
        "knop onbekend": (
            "Er is een knop, maar er staat niet waar die heen gaat. Schrijf erbij of het online, per post of aan de balie is."
        ),
        "alleen vragen": (
            "Er staat alleen waar de lezer vragen kan stellen, niet waar hij het product aanvraagt. "
            "Schrijf waar het kan: online, bij welke balie, of op welk nummer."
        ),
        "niets": (
            "Er staat niet waar de lezer het product krijgt. Schrijf waar het kan: online, bij welke balie, of op welk nummer."
        ),
    },
    pastes={
        "afspraak zonder plaats": "Maak een afspraak bij … .",
        "per post zonder adres": "Stuur het formulier naar: Gemeente … , Postbus … , … .",
        "bij de gemeente": "Vraag het aan bij … .",
        "knop onbekend": "U vraagt het online aan.",
        "alleen vragen": "U vraagt het online aan. Of maak een afspraak bij … .",
        "niets": "U vraagt het online aan. Of maak een afspraak bij … .",
    },
    examples={
        "<h1>Uittreksel</h1><p>Vraag het uittreksel online aan. Log in met DigiD.</p>": Outcome.AANWEZIG,
        "<h1>Paspoort</h1><p>Maak een afspraak bij een Stadswinkel.</p>": Outcome.AANWEZIG,
        "<h1>Adresonderzoek</h1><p>Bel 14 010 om het te melden.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>U kunt het per post aanvragen.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>U vraagt het aan bij de gemeente.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Voor vragen belt u 14 010.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs van inschrijving.</p>": Outcome.ONTBREEKT,
    },
)
