"""Hoe: does the page tell how to get or arrange the product?"""

from __future__ import annotations

from checks.binding.channel import Role, Route, applies_by, names_button, names_form, submits
from checks.check import Check
from checks.readers.actions import APPLY, Purpose, Target
from checks.readers.places import Channel
from checks.reading import Reading
from model.finding import Finding, Outcome

_REACHABLE = (Channel.BALIE, Channel.POSTADRES, Channel.TELEFOON, Channel.MAIL)


def hoe(reading: Reading) -> Finding:
    """A concrete first action for the main group; a list of papers alone is not how."""
    own = [route for route in reading.routes if route.role is Role.AANVRAGEN and not route.sentence.is_head]
    if found := next((route for route in own if _is_first_action(route)), None):
        return _finding(Outcome.AANWEZIG, "stap", found)
    if found := next((route for route in own if _sends_form(route)), None):
        return _finding(Outcome.AANWEZIG, "formulier", found)
    if found := next((route for route in own if _is_bare(route, reading)), None):
        return _finding(Outcome.ONVOLLEDIG, "alleen knop", found)
    if found := next((route for route in own if names_form(route.sentence.text)), None):
        return _finding(Outcome.ONVOLLEDIG, "alleen formulier", found)
    if found := next(
        (route for route in own if route.acts and APPLY.search(route.sentence.text) and route.places), None
    ):
        return _finding(Outcome.ONVOLLEDIG, "vaag", found)
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _is_first_action(route: Route) -> bool:
    if route.sentence.block.kind == "button" or not route.acts:
        return False
    text = route.sentence.text
    if route.digital or route.appointment or names_button(text):
        return True
    if route.has(*_REACHABLE):
        return True
    return any(
        action.target in (Target.FORMULIER, Target.AFSPRAAK, Target.MAIL, Target.TELEFOON) for action in route.actions
    )


def _sends_form(route: Route) -> bool:
    return route.acts and names_form(route.sentence.text) and submits(route.sentence.text)


def _is_bare(route: Route, reading: Reading) -> bool:
    return any(
        applies_by(action, reading.subject)
        or (action.is_button and action.purpose in (Purpose.AFSPRAAK, Purpose.AANVRAGEN, Purpose.AFDRUKKEN))
        for action in route.actions
    )


def _finding(outcome: Outcome, reason: str, route: Route) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(route.sentence.evidence(),))


CHECK = Check(
    version=1,
    norm=7,
    question="Staat op de pagina hoe de lezer het product krijgt of regelt?",
    source="Servicenorm 7: hoe",
    evaluate=hoe,
    messages={
        "stap": "Er staat wat de lezer als eerste moet doen.",
        "formulier": "Er staat wat de lezer met het formulier moet doen.",
        "alleen knop": (
            "Er is een knop of link, maar er staat niet bij hoe het gaat. De lezer weet niet wat er komt. "
            "Schrijf in één zin wat de lezer doet, bijvoorbeeld: 'Vraag het online aan. Log in met DigiD.'"
        ),
        "alleen formulier": (
            "Er wordt een formulier genoemd, maar niet wat de lezer ermee doet. "
            "Schrijf: vul het formulier in en stuur het naar … , of lever het in bij … ."
        ),
        "vaag": (
            "Er staat dat de lezer het aanvraagt, maar niet hoe. "
            "Schrijf wat de lezer als eerste doet: online aanvragen, een afspraak maken, bellen of een formulier opsturen."
        ),
        "niets": (
            "Er staat niet hoe de lezer het product krijgt. "
            "Schrijf wat de lezer als eerste doet: online aanvragen, een afspraak maken, bellen of een formulier opsturen."
        ),
    },
    pastes={
        "alleen knop": "Vraag het online aan met de knop hieronder. Log in met DigiD.",
        "alleen formulier": "Vul het formulier in en stuur het naar … .",
        "vaag": "Maak een afspraak bij … . Neem mee: … .",
        "niets": "Vraag het online aan. Log in met DigiD.",
    },
    examples={
        "<h1>Uittreksel</h1><p>U vraagt het uittreksel online aan met DigiD.</p>": Outcome.AANWEZIG,
        "<h1>Subsidie</h1><p>Vul het formulier in en stuur het op.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs.</p><a class='button' href='/x'>Aanvragen</a>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>U vraagt het uittreksel aan bij de gemeente.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs van inschrijving.</p>": Outcome.ONTBREEKT,
    },
)
