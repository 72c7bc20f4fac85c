"""Waar: does the page tell where: online, at which counter, by which phone number or address?"""

from __future__ import annotations

from checks.binding.channel import Role, Route, applies_by, hides_its_kind
from checks.binding.channel_wordings import GETS
from checks.binding.subject import Subject
from checks.check import Check
from checks.online import online
from checks.readers.actions import Action, Purpose, Target
from checks.readers.places import Channel
from checks.reading import Reading
from model.finding import Finding, Online, Outcome

_CONTACT = (Channel.TELEFOON, Channel.MAIL, Channel.BALIE, Channel.POSTADRES)

_NOT_FOR_ALL = ("terloops", "alleen groep")


def waar(reading: Reading) -> Finding:
    """At least one channel that is usable with what the page says."""
    if reading.closed is not None:
        return Finding(outcome=Outcome.ONTBREEKT, reason="gesloten", evidence=(reading.closed.evidence(),))
    digital = online(reading)
    if digital.outcome in (Online.JA, Online.EXTERN) and digital.reason not in _NOT_FOR_ALL:
        return Finding(outcome=Outcome.AANWEZIG, reason="online", evidence=digital.evidence)
    routes = [route for route in reading.routes if route.role in (Role.AANVRAGEN, Role.AFHALEN)]
    for outcome, reason, fits in (
        (Outcome.AANWEZIG, "balie", _names_counter),
        (Outcome.AANWEZIG, "postadres", lambda r: r.has(Channel.POSTADRES)),
        (Outcome.AANWEZIG, "telefoon of mail", _names_contact),
        (Outcome.AANWEZIG, "balie", lambda r: _has_place_of_appointment(r, reading)),
        (Outcome.ONVOLLEDIG, "afspraak zonder plaats", lambda r: r.appointment),
        (Outcome.ONVOLLEDIG, "per post zonder adres", lambda r: r.has(Channel.PER_POST) or (r.letter and r.acts)),
        (Outcome.ONVOLLEDIG, "bij de gemeente", lambda r: r.has(Channel.GEMEENTE) and (r.applies or r.acts)),
        (Outcome.ONVOLLEDIG, "knop onbekend", lambda r: _is_button(r, reading)),
    ):
        if found := next((route for route in routes if fits(route)), None):
            return Finding(outcome=outcome, reason=reason, evidence=(found.sentence.evidence(),))
    if digital.reason == "terloops":
        return Finding(outcome=Outcome.ONVOLLEDIG, reason="terloops", evidence=digital.evidence)
    if found := next((r for r in reading.routes if r.role is Role.VRAGEN and r.has(*_CONTACT)), None):
        return Finding(outcome=Outcome.ONVOLLEDIG, reason="alleen vragen", evidence=(found.sentence.evidence(),))
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _names_counter(route: Route) -> bool:
    """A counter counts where one applies, comes, has an appointment or collects; not where it is named in passing."""
    if route.subject.is_waste and route.has(Channel.STOEP) and "container" not in route.subject.name:
        return True
    given = GETS.found_in(route.sentence.lower)
    if not route.has(Channel.BALIE) or (route.later and not given):
        return False
    short = len(route.sentence.text.split()) <= 12 and route.sentence.block.kind in ("li", "td", "dd", "text")
    return route.applies or route.acts or route.appointment or route.role is Role.AFHALEN or short or given


def _has_place_of_appointment(route: Route, reading: Reading) -> bool:
    """Whether it names a counter on a page that makes appointments: that is where one comes (norms.md section 3)."""
    if not route.has(Channel.BALIE) or not route.tells:
        return False
    return any(other.appointment and other.role is not Role.ANDERS for other in reading.routes)


def _names_contact(route: Route) -> bool:
    if any(_asks_by_mail(action, route.subject) for action in route.actions):
        return True
    named = route.has(Channel.TELEFOON, Channel.MAIL) or route.leads_to(Target.MAIL, Target.TELEFOON)
    return named and route.tells and route.acts


def _asks_by_mail(action: Action, subject: Subject) -> bool:
    """Whether a button that opens a mail or calls is for the product itself."""
    asks = action.purpose is Purpose.AANVRAGEN or subject.is_about(action.link.text.lower())
    return action.is_button and asks and action.target in (Target.MAIL, Target.TELEFOON)


def _is_button(route: Route, reading: Reading) -> bool:
    ways = (Purpose.AFSPRAAK, Purpose.AANVRAGEN, Purpose.AFDRUKKEN)
    return any(
        a.is_button and (a.purpose in ways or applies_by(a, reading.subject) or hides_its_kind(a, reading.subject))
        for a in route.actions
    )


CHECK = Check(
    version=4,
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
            "Het kan per post, maar het adres staat er niet. De lezer moet het zoeken. Zet het hele postadres erbij."
        ),
        "bij de gemeente": (
            "Er staat alleen 'bij de gemeente'. De lezer weet niet bij welke balie of op welke site. Noem de plek."
        ),
        "knop onbekend": (
            "Er is een knop, maar er staat niet waar die heen gaat. Schrijf erbij of het online, per post of aan de balie is."
        ),
        "terloops": (
            "Er is een online aanvraag, maar er staat niet waar. De lezer moet zoeken. Zet er een knop 'Online aanvragen' bij."
        ),
        "gesloten": (
            "Er staat dat aanvragen nu niet kan. De lezer weet niet waar het kan als het weer open is. "
            "Schrijf waar en vanaf wanneer de lezer het weer kan aanvragen, of haal de pagina weg."
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
        "terloops": "U vraagt het online aan met de knop hieronder.",
        "gesloten": "Vanaf … vraagt u het online aan.",
        "afspraak zonder plaats": "Maak een afspraak bij … .",
        "per post zonder adres": "Stuur het formulier naar: Gemeente … , Postbus … , … .",
        "bij de gemeente": "Vraag het aan bij … .",
        "knop onbekend": "U vraagt het online aan.",
        "alleen vragen": "U vraagt het online aan. Of maak een afspraak bij … .",
        "niets": "U vraagt het online aan. Of maak een afspraak bij … .",
    },
    examples={
        "<h1>Uittreksel</h1><p>Vraag het online aan via Mijn Loket.</p>": Outcome.AANWEZIG,
        "<h1>Paspoort</h1><p>Maak een afspraak bij een Stadswinkel.</p>": Outcome.AANWEZIG,
        "<h1>Adresonderzoek</h1><p>Bel 14 010 om het te melden.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>U kunt het per post aanvragen.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>U vraagt het aan bij de gemeente.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Voor vragen belt u 14 010.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs van inschrijving.</p>": Outcome.ONTBREEKT,
    },
)
