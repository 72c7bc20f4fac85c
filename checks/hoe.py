"""Hoe: does the page tell how to get or arrange the product?"""

from __future__ import annotations

from checks.binding.channel import Role, Route, applies_by, hides_its_kind, is_for
from checks.binding.channel_wordings import (
    AT_HAND,
    FORM,
    FORM_USE,
    IN_WRITING,
    LETTER_ITSELF,
    PAPERS_HEAD,
    STEPS,
    SUBMITS,
    SUBMITS_IT,
    WRITE_WHAT,
)
from checks.check import Check
from checks.readers.actions import Purpose, Target
from checks.readers.places import Channel
from checks.readers.sentences import Sentence
from checks.reading import Reading
from model.finding import Finding, Outcome

_BY_CONTACT = (Channel.TELEFOON, Channel.MAIL)


def hoe(reading: Reading) -> Finding:
    """A concrete first action for the main group; a list of papers alone is not how."""
    if reading.closed is not None:
        return Finding(outcome=Outcome.ONTBREEKT, reason="gesloten", evidence=(reading.closed.evidence(),))
    own = [route for route in reading.routes if route.role is Role.AANVRAGEN]
    if found := next((route for route in own if _is_first_action(route, reading)), None):
        return _finding(Outcome.AANWEZIG, "stap", found.sentence)
    if told := _tells_beside_button(reading):
        return _finding(Outcome.AANWEZIG, "stap", told)
    for outcome, reason, fits in (
        (Outcome.AANWEZIG, "formulier", lambda route: _sends_form(route) or _opens_form(route, reading)),
        (Outcome.ONVOLLEDIG, "leest elders", lambda route: route.refers and route.tells),
        (Outcome.ONVOLLEDIG, "alleen knop", lambda route: _is_bare(route, reading)),
        (Outcome.ONVOLLEDIG, "alleen formulier", lambda route: route.form and not route.sentence.is_question),
        (Outcome.ONVOLLEDIG, "online zonder ingang", lambda route: route.digital and route.tells),
        (Outcome.ONVOLLEDIG, "vaag", _is_vague),
    ):
        if found := next((route for route in own if fits(route)), None):
            return _finding(outcome, reason, found.sentence)
    if found := next((route for route in reading.routes if _is_collected(route)), None):
        return _finding(Outcome.AANWEZIG, "ophalen", found.sentence)
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _finding(outcome: Outcome, reason: str, sentence: Sentence) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(sentence.evidence(),))


def _is_first_action(route: Route, reading: Reading) -> bool:
    if not route.tells or route.refers or route.later:
        return False
    if route.digital or route.portal or route.elsewhere:
        return not route.in_passing and reading.has_entry and (route.digital or route.applies)
    if (route.appointment or route.button) and (route.acts or route.applies):
        return True
    if route.has(Channel.BALIE):
        return route.acts or route.applies
    if route.has(Channel.POSTADRES) and not route.form and len(route.sentence.text) > 30:
        return route.acts or route.applies
    if route.has(*_BY_CONTACT):
        return route.acts
    if route.has(Channel.GEMEENTE) and not LETTER_ITSELF.found_in(route.sentence.lower):
        return False
    if route.letter and (route.acts or route.has(Channel.POSTADRES)) and not route.form:
        only_paper = IN_WRITING.found_in(route.told) and not LETTER_ITSELF.found_in(
            IN_WRITING.pattern.sub(" ", route.told)
        )
        if only_paper and not (route.has(Channel.POSTADRES) or WRITE_WHAT.found_in(route.sentence.after.lower())):
            return False
        return route.applies or SUBMITS.found_in(route.sentence.lower)
    return route.acts and route.leads_to(Target.FORMULIER, Target.EXTERN, Target.AFSPRAAK, Target.MAIL)


def _sends_form(route: Route) -> bool:
    """Whether it says what to do with a form, in the same breath or in the sentence after it."""
    if not (route.tells and FORM.found_in(route.told)) or route.later:
        return False
    if route.sentence.heads and PAPERS_HEAD.found_in(route.sentence.heads[0]) and not route.acts:
        return False
    return SUBMITS.found_in(route.told) or SUBMITS_IT.found_in(route.sentence.after.lower())


def _opens_form(route: Route, reading: Reading) -> bool:
    """Whether it tells to use a form that the page opens: by a link or button to a form host."""
    if not (route.tells and route.form and FORM_USE.found_in(route.sentence.lower)) or route.later or route.refers:
        return False
    if (
        AT_HAND.found_in(route.sentence.lower)
        and FORM.found_in(route.told)
        and any(
            action.target in (Target.ONBEKEND, Target.PAGINA)
            and (FORM.found_in(action.link.text.lower()) or is_for(action, reading.subject))
            for other in reading.routes
            for action in other.actions
        )
    ):
        return True
    return any(
        action.target in (Target.FORMULIER, Target.EXTERN) and applies_by(action, reading.subject)
        for other in reading.routes
        if other.role is Role.AANVRAGEN
        for action in other.actions
    )


def _tells_beside_button(reading: Reading) -> Sentence | None:
    """A sentence that tells to apply, on a page with a button whose form or appointment is known; None where there is none."""
    known = (Target.FORMULIER, Target.EXTERN, Target.AFSPRAAK)
    actions = [
        action for route in reading.routes for action in route.actions if action.is_button and action.target in known
    ]
    if not any(action.purpose is Purpose.AFSPRAAK or applies_by(action, reading.subject) for action in actions):
        return None
    for sentence in reading.sentences:
        route = Route(sentence=sentence, subject=reading.subject, places=(), actions=())
        told = route.tells and STEPS.found_in(sentence.lower) and route.applies and route.role is Role.AANVRAGEN
        if told and not (route.later or route.refers or "gemeente" in sentence.lower or " niet" in sentence.lower):
            return sentence
    return None


def _is_bare(route: Route, reading: Reading) -> bool:
    return any(
        applies_by(action, reading.subject)
        or hides_its_kind(action, reading.subject)
        or (action.is_button and action.purpose in (Purpose.AFSPRAAK, Purpose.AANVRAGEN, Purpose.AFDRUKKEN))
        for action in route.actions
    )


def _is_collected(route: Route) -> bool:
    """Whether the product is fetched at a counter, on a page that names no other way."""
    return route.role is Role.AFHALEN and route.tells and route.acts and route.has(Channel.BALIE)


def _is_vague(route: Route) -> bool:
    if not route.tells:
        return False
    return (route.applies and (bool(route.places) or route.letter)) or (route.acts and route.has(Channel.GEMEENTE))


CHECK = Check(
    version=4,
    norm=7,
    question="Staat op de pagina hoe de lezer het product krijgt of regelt?",
    source="Servicenorm 7: hoe",
    evaluate=hoe,
    messages={
        "stap": "Er staat wat de lezer als eerste moet doen.",
        "formulier": "Er staat wat de lezer met het formulier moet doen.",
        "ophalen": "Er staat waar de lezer het product ophaalt.",
        "leest elders": (
            "Er staat dat de lezer ergens anders leest hoe het gaat. De lezer moet doorklikken om het te weten. "
            "Schrijf in één zin wat de lezer doet, bijvoorbeeld: 'Vraag het online aan. Log in met DigiD.'"
        ),
        "gesloten": (
            "Er staat dat aanvragen nu niet kan. De lezer weet niet hoe het gaat als het weer open is. "
            "Schrijf wanneer en hoe de lezer het weer kan aanvragen, of haal de pagina weg."
        ),
        "alleen knop": (
            "Er is een knop of link, maar er staat niet bij hoe het gaat. De lezer weet niet wat er komt. "
            "Schrijf in één zin wat de lezer doet, bijvoorbeeld: 'Vraag het online aan. Log in met DigiD.'"
        ),
        "alleen formulier": (
            "Er wordt een formulier genoemd, maar niet wat de lezer ermee doet. "
            "Schrijf: vul het formulier in en stuur het naar … , of lever het in bij … ."
        ),
        "online zonder ingang": (
            "Er staat dat het online kan, maar er is geen knop, link of loket. De lezer weet niet waar hij moet beginnen. "
            "Zet er een knop 'Online aanvragen' bij."
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
        "leest elders": "Vraag het online aan met de knop hieronder. Log in met DigiD.",
        "gesloten": "Vanaf … kunt u het weer online aanvragen met DigiD.",
        "alleen knop": "Vraag het online aan met de knop hieronder. Log in met DigiD.",
        "alleen formulier": "Vul het formulier in en stuur het naar … .",
        "online zonder ingang": "Vraag het online aan met de knop hieronder. Log in met DigiD.",
        "vaag": "Maak een afspraak bij … . Neem mee: … .",
        "niets": "Vraag het online aan. Log in met DigiD.",
    },
    examples={
        "<h1>Uittreksel</h1><p>Vraag het online aan via Mijn Loket.</p>": Outcome.AANWEZIG,
        "<h1>Subsidie</h1><p>Vul het formulier in en stuur het op.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs.</p><a class='button' href='/x'>Aanvragen</a>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>U vraagt het uittreksel aan bij de gemeente.</p>": Outcome.ONVOLLEDIG,
        "<h1>Uittreksel</h1><p>Een uittreksel is een bewijs van inschrijving.</p>": Outcome.ONTBREEKT,
    },
)
