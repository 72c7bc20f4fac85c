"""Knows what a sentence or button says of how, where and by which channel a citizen gets the product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from checks.binding.subject import Subject
from checks.readers.actions import APPLY, DIGITAL, Action, Purpose, Target
from checks.readers.places import Channel, Place
from checks.readers.sentences import Sentence


class Role(StrEnum):
    """What a sentence does for somebody who wants the product."""

    AANVRAGEN = "aanvragen"  # tells to apply
    AFHALEN = "afhalen"  # tells where to collect or hand in
    VRAGEN = "vragen"  # contact for questions
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One sentence or button seen as a way to the product.

    ``acts`` is True where it tells the reader to do something ("vraag aan", "u belt"). ``digital`` and ``appointment`` say what the words
    name; ``places`` are the counters, addresses and numbers in it; ``refused`` is True for "niet online".
    """

    sentence: Sentence
    role: Role
    acts: bool
    digital: bool
    refused: bool
    appointment: bool
    places: tuple[Place, ...]
    actions: tuple[Action, ...]

    def has(self, *channels: Channel) -> bool:
        """Whether one of ``channels`` is named."""
        return any(place.channel in channels for place in self.places)


_ACT = re.compile(
    r"""(?:^|[.:;,]\s|\b(?:dan|en|of|kunt\ u|u|je|jij)\s)
    (?:vraag|vraagt|aanvragen|doe|doet|geef|geeft|meld|meldt|maak|maakt|bel|belt|mail|mailt|stuur|stuurt|vul|vult|lever|levert|dien|dient|regel|regelt|kom|komt|ga|gaat|log|logt|
    neem|neemt|schrijf|schrijft|download|downloadt|print|klik|klikt|gebruik|gebruikt|reserveer|reserveert|koop|koopt|open|start|upload|betaal|haal|haalt|zet|breng|brengt|bied|bestel|bestelt|kies|
    leg|registreer|teken|verstuur|verzend|onderteken|apply|make|call|fill|send|go|log|report|register|visit|come|hand|download|request|submit|book|meitsje|freegje|jou|skilje|folje)\b
    | \b(?:kunt|kun|kan|can|kinne|kinst|moet|dient)\ (?:u|je|jo|you|do)?\b | \b(?:u|je)\ (?:kunt|kan|moet|dient)\b | \byou\ can\b
    | \b(?:aan\ te\ vragen|aanvragen|doorgeven|aanmelden|melden|inschrijven|regelen|indienen|reserveren|inleveren)\b(?:\s+\w+){0,5}\s+(?:kan|kunt|gaat|gebeurt|moet|doet)\b
    | \b(?:aanvragen|aangifte\ doen|doorgeven|melden|aanmelden|aanvraag|melding)\b\s*(?:kan|kunt|gaat|gebeurt|doet|loopt|doe)\b
    | \b(?:kan|gebeurt|gaat|doet\ u|regelt\ u|vraagt\ u|meldt\ u|geeft\ u|doe\ je)\b | \bwordt\ .{0,40}aangevraagd""",
    re.VERBOSE | re.IGNORECASE,
)
_SUBMIT = re.compile(
    r"stuur|stuurt|opsturen|lever|inleveren|afgeven|geef .{0,30} af|dien|indienen|verstuur|verzend|mail|post|upload|invull|\bvul|send|hand it|submit|bring|breng",
    re.IGNORECASE,
)
_FORM = re.compile(r"\bformulier(?:en)?\b|\w+formulier\b|\bform\b|\bformulier", re.IGNORECASE)
_BUTTON = re.compile(
    r"\bknop(?:pen)?\b|\bbutton\b|\bklik\b|\blink hieronder\b|onderstaande link|\bklikt\b|\bclick\b", re.IGNORECASE
)
_APPOINTMENT = re.compile(r"\bafspra[ak]+\w*|\bappointment|\bôfspraak", re.IGNORECASE)
_COLLECT = re.compile(r"\b(?:op ?halen|afhalen|haalt|ophaalt|op te halen|collect|pick up|ophelje)\b", re.IGNORECASE)
_QUESTIONS = re.compile(
    r"\bvra(?:ag|gen)\b(?!\s+(?:u|je|het|de|een|uw)\b.{0,40}\baan\b)(?!.{0,50}\baan\b)|meer (?:informatie|weten)|informatie|contact (?:op)?|twijfel|hulp nodig|lukt (?:het|dit) niet|komt u er niet uit|"
    r"advies|questions|more information|need help|fragen",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"bezwaar|\bklacht|opzeg|stopzet|annuleer|annuler|afzeg|wijzig|verzet|bekijk|inzien|status van|volgen|beëindig|intrek|kwijt|gestolen|diefstal|object\b|cancel|change|aanpassen|verloren|doorgeven dat u",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\bniet\b.{0,30}\b(?:online|digitaal|via internet|per e-?mail)\b|\b(?:online|digitaal)\b.{0,50}\b(?:is|kan|kunt|gaat|lukt|mogelijk)?\s?\b(?:niet|nog niet)\b(?! (?:nodig|verplicht))|"
    r"\bnot\b.{0,30}\bonline\b|alleen (?:schriftelijk|per post|persoonlijk|aan de balie|op afspraak|in persoon)|uitsluitend (?:schriftelijk|per post|persoonlijk)|geen (?:digid|digitale?|online)",
    re.IGNORECASE,
)
_ONLINE_APPOINTMENT = re.compile(
    r"(?:online|digitaal|via (?:de|onze) (?:web)?site)\W{0,3}(?:\w+\W+){0,4}?(?:een\W+)?afspra[ak]+|afspra[ak]+\w*\W+(?:\w+\W+){0,4}?(?:online|digitaal|via (?:de|onze) (?:web)?site|via internet)|"
    r"appointment\W+(?:\w+\W+){0,3}?online|online\W+(?:\w+\W+){0,3}?appointment",
    re.IGNORECASE,
)
_NOT_APPLYING_DIGITAL = re.compile(
    r"digitale? (?:pasfoto|foto|bestand|kopie|tekening|scan|versie|nieuwsbrief|kaart|aanslag|post)|toestemming.{0,40}digid|digid.{0,60}(?:toestemming|aan te vragen|activeren|aanvragen\b(?! met))|"
    r"mail.{0,40}digitaal|digitaal.{0,30}mail|online (?:betalen|bekijken|inzien|volgen|veilig|informatie|winkel|cursus|training|wijzigen|opzeggen|aanpassen)|(?:bekijk|volg|wijzig|zeg)\w*\b.{0,40}\bonline",
    re.IGNORECASE,
)


def route_of(sentence: Sentence, places: tuple[Place, ...], actions: tuple[Action, ...], subject: Subject) -> Route:
    """See one sentence as a way to the product."""
    text = sentence.text
    return Route(
        sentence=sentence,
        role=_role(sentence, subject),
        acts=bool(_ACT.search(text)) and not sentence.is_question,
        digital=_is_digital(text),
        refused=bool(_REFUSED.search(text)),
        appointment=bool(_APPOINTMENT.search(text)),
        places=places,
        actions=actions,
    )


def _is_digital(text: str) -> bool:
    found = DIGITAL.search(text)
    if not found or _NOT_APPLYING_DIGITAL.search(text):
        return False
    return not _ONLINE_APPOINTMENT.search(text)


def _role(sentence: Sentence, subject: Subject) -> Role:
    text = sentence.text
    side = _SIDE.search(text)
    if side and side[0].lower()[:6] not in subject.name and not subject.is_change and not subject.is_appeal:
        return Role.ANDERS
    applies = bool(APPLY.search(text))
    heads = " | ".join(sentence.heads[:1]).lower()
    if (_QUESTIONS.search(text) or re.search(r"contact|vragen|meer informatie", heads)) and not applies:
        return Role.VRAGEN
    if _COLLECT.search(text) and not applies and not _APPOINTMENT.search(text):
        return Role.AFHALEN
    return Role.AANVRAGEN


def names_form(text: str) -> bool:
    """Whether a form is named."""
    return bool(_FORM.search(text))


def submits(text: str) -> bool:
    """Whether the reader is told to send, hand in or fill in something."""
    return bool(_SUBMIT.search(text))


def names_button(text: str) -> bool:
    """Whether the text points at a button or link."""
    return bool(_BUTTON.search(text))


def applies_by(action: Action, subject: Subject) -> bool:
    """Whether a link or button asks for the product itself (not for an appointment, a look, a change, a print)."""
    if action.target in (Target.MAIL, Target.TELEFOON, Target.DOCUMENT, Target.AFSPRAAK):
        return False
    if action.purpose is Purpose.AANVRAGEN:
        return True
    if action.purpose is Purpose.WIJZIGEN:
        return subject.is_change
    if action.purpose is Purpose.INZIEN:
        return subject.is_look
    return action.purpose is Purpose.ANDERS and action.is_button and action.target is Target.FORMULIER
