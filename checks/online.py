"""Online: can the product be applied for digitally, with the municipality or elsewhere?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.binding.channel import Role, Route, applies_by
from checks.check import Check
from checks.readers.actions import APPLY, Action, Purpose, Target
from checks.reading import Reading
from model.finding import Finding, Online
from model.page import Evidence

_OTHERS = re.compile(
    r"\b(?:rdw|omgevingsloket|justis|svhw|svb|sociale verzekeringsbank|duo|cak|cjib|kvk|kamer van koophandel|ind\b|belastingdienst|omgevingsdienst|dcmr|kadaster|politie|uwv|"
    r"mijnoverheid|mijn overheid|overheid\.nl|kansspelautoriteit|huurcommissie|woonnet|valys|regionale belasting\w*|belastingsamenwerking|gblt|cocensus|bsgr|ggd)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    APPLY.pattern + r"|\b(?:kunt u|kun je|kan|gaat|gebeurt|log(?:t)? (?:u |dan )?in|inloggen|knop|via)\b",
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:direct |nu |zelf )?(?:naar (?:het|de) )?(?:\w+ ){0,6}?(?:aanvra(?:ag|gen)|vergunning|melden|melding|doorgeven|aanmelden|inschrijven|regelen|indienen|"
    r"aangifte|formulier|starten|start|invullen|apply|request|oanfreegje)\w*\b",
    re.IGNORECASE,
)


def online(reading: Reading) -> Finding:
    """The target of the button decides; then what the text says; a bare button of unknown kind stays unknown."""
    actions = list(_apply_actions(reading))
    for target, outcome, reason in (
        (Target.FORMULIER, Online.JA, "formulier"),
        (Target.EXTERN, Online.EXTERN, "elders"),
    ):
        for route, action in actions:
            if action.target is target and (action.is_button or action.online or action.purpose is Purpose.AANVRAGEN):
                return Finding(outcome=outcome, reason=reason, evidence=(_quote(route, action),))
    for route in reading.routes:
        if _says_online(route):
            elsewhere = _OTHERS.search(route.sentence.text)
            return Finding(
                outcome=Online.EXTERN if elsewhere else Online.JA,
                reason="tekst elders" if elsewhere else "tekst",
                evidence=(route.sentence.evidence(),),
            )
    for route, action in actions:
        if action.is_button and action.target in (Target.ONBEKEND, Target.PAGINA) and _BARE.search(action.link.text):
            return Finding(outcome=Online.ONBEKEND, reason="knop onbekend", evidence=(_quote(route, action),))
    return _not_offered(reading)


def _apply_actions(reading: Reading) -> Iterator[tuple[Route, Action]]:
    for route in reading.routes:
        for action in route.actions:
            if applies_by(action, reading.subject) and (route.role is not Role.ANDERS or action.is_button):
                yield route, action


def _says_online(route: Route) -> bool:
    sentence = route.sentence
    if not route.digital or route.refused or sentence.is_question or route.role is Role.ANDERS:
        return False
    if sentence.block.kind == "heading":
        return False
    return bool(_PURPOSE.search(sentence.text) or sentence.block.kind == "button")


def _not_offered(reading: Reading) -> Finding:
    for reason, fits in (
        ("niet online", lambda route: route.refused),
        ("afspraak", lambda route: route.appointment and route.role is not Role.VRAGEN),
        ("formulier op papier", lambda route: any(action.target is Target.DOCUMENT for action in route.actions)),
        ("post of mail", lambda route: bool(route.places) and route.acts),
    ):
        if found := next((route for route in reading.routes if fits(route) and route.sentence.text), None):
            return Finding(outcome=Online.NEE, reason=reason, evidence=(found.sentence.evidence(),))
    return Finding(outcome=Online.NEE, reason="geen weg")


def _quote(route: Route, action: Action) -> Evidence:
    text = action.link.text if action.link.text and action.link.text in route.sentence.text else ""
    if not text:
        return route.sentence.evidence()
    return Evidence(url=route.sentence.page.url, selector=action.link.selector, quote=text)


CHECK = Check(
    version=1,
    norm=8,
    question="Kan de lezer het product online aanvragen?",
    source="Servicenorm 8: online aanvraag",
    evaluate=online,
    messages={
        "formulier": "Het product is online aan te vragen bij de gemeente.",
        "tekst": "Op de pagina staat dat het product online is aan te vragen.",
        "elders": "Het product is online aan te vragen bij een andere organisatie.",
        "tekst elders": "Op de pagina staat dat het product online is aan te vragen bij een andere organisatie.",
        "knop onbekend": (
            "Er is een knop, maar het is niet te zien wat erachter zit. De lezer weet niet of het online kan. "
            "Zet in de tekst of op de knop dat het online kan, bijvoorbeeld 'Online aanvragen'."
        ),
        "niet online": "Op de pagina staat dat het niet online kan.",
        "afspraak": (
            "De lezer kan alleen een afspraak maken. Een afspraak is geen online aanvraag. "
            "Kan het product ook online? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "formulier op papier": (
            "Er is alleen een formulier om te printen. Dat telt niet als online aanvraag. "
            "Is er ook een online formulier? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "post of mail": (
            "De lezer kan het alleen per post, mail, telefoon of aan de balie regelen. "
            "Kan het ook online? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "geen weg": (
            "Er staat niet dat het online kan. De lezer vindt geen knop of formulier. "
            "Kan het online? Zet er dan een knop 'Online aanvragen' bij."
        ),
    },
    pastes={
        "knop onbekend": "U vraagt het online aan. Log in met DigiD.",
        "afspraak": "U kunt het ook online aanvragen. Log in met DigiD.",
        "formulier op papier": "U kunt het ook online aanvragen. Log in met DigiD.",
        "post of mail": "U kunt het ook online aanvragen. Log in met DigiD.",
        "geen weg": "U vraagt het online aan. Log in met DigiD.",
    },
    examples={
        "<h1>Uittreksel</h1><p>Vraag het uittreksel online aan. Log in met DigiD.</p>": Online.JA,
        "<h1>Uitrit</h1><a class='button' href='https://omgevingswet.overheid.nl/home'>Vergunning aanvragen</a>": Online.EXTERN,
        "<h1>Paspoort</h1><p>Maak online een afspraak bij de Stadswinkel.</p>": Online.NEE,
        "<h1>Subsidie</h1><a class='button' href='/media/formulier.pdf'>Subsidie aanvragen</a>": Online.NEE,
        "<h1>Subsidie</h1><a class='button' href='/doorverwijzing/12'>Aanvragen</a>": Online.ONBEKEND,
    },
)
