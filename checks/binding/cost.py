"""Knows what an amount is: the product's price, or a fine, a limit, a benefit, a surcharge, somebody else's price."""

from __future__ import annotations

import re
from enum import StrEnum

from checks.binding.subject import Subject
from checks.readers.money import Money
from checks.readers.sentences import Sentence


class CostRole(StrEnum):
    """What an amount, or a statement that something is free, is about."""

    PRIJS = "prijs"
    GRATIS = "gratis"
    TOESLAG = "toeslag"  # a surcharge beside a price
    BUUR = "buur"  # another product's price
    UITKERING = "uitkering"  # what the citizen receives
    GRENS = "grens"  # income, wealth, value, turnover
    BOETE = "boete"
    VOORDEEL = "voordeel"  # free, but not the product: parking, the appointment, delivery
    ANDERS = "anders"


_BEFORE, _AFTER = 110, 70  # characters around an amount in which its meaning is looked for

COST_HEAD = re.compile(
    r"\b(?:kosten|kost|tarie(?:f|ven)|prij(?:s|zen)|leges|betalen|betaling|bedrag(?:en)?|eigen bijdrage|costs?|fees?|price|rates?|"
    r"kostet|priis|prizen|betelje|retributie|heffing|rechten|geld)\b|wat kost|hoeveel (?:kost|betaal)",
    re.IGNORECASE,
)
"""Headings, labels and lead-ins under which prices stand."""

COST_CUE = re.compile(
    r"\b(?:kost(?:en|te)?|betaal(?:t|d|de)?|betalen|bedraagt|bedragen|tarie(?:f|ven)|\w*prij(?:s|zen)|\w*leges|\w*rechten|"
    r"\w*heffing|\w*belasting|eigen bijdrage|\w*kosten|(?:inschrijf|lid|jaar)geld|lidmaatschap|abonnement|in rekening|verschuldigd|rekenen|berekenen|borg|huur|"
    r"costs?|pay|fees?|price|charged?|kostet|betellet|betelje|\w*gelden|retributie|vergoeding voor|afgeschreven|griffierecht)\b",
    re.IGNORECASE,
)
"""Words in a sentence that say that its amount must be paid."""

_FINE = re.compile(
    r"\w*boetes?\b|dwangsom|sanctie|naheffing|strafbaar|bekeuring|bestuurlijke|wielklem|\bfine[ds]?\b|penalty",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"inkomen|inkomsten|vermogen|spaargeld|bezit|verdien|\bloon|salaris|bijstandsnorm|omzet|waarde\b|\w*grens|minder dan|meer dan|lager dan|"
    r"hoger dan|niet meer|huurprijs|huur van|kale huur|koopprijs|koopsom|hypotheek|schuld|woz|prijzenpot|prijzen en premies|inleg|bouwkosten|bouwsom|"
    r"aanneemsom|investering|begroting|winst|minimumloon|rekenhuur|in kas|op uw rekening|verzeker|eigen vermogen|schade van|drempel|income|assets|earn",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"\b(?:u|je|jij|jo|men|ouders?|kinderen|gezin(?:nen)?|organisaties?|aanvrager|you|iedereen|jongeren|een (?:alleenstaande|gezin|paar))\b.{0,60}?"
    r"\b(?:krijg(?:t|en)?|ontvang(?:t|en)?|receive|get|krijgen|recht op)\b|"
    r"vergoed(?:t|en)?\b|vergoeding(?! voor)|tegemoetkoming|uitbetaald|uitkering|subsidie(?:bedrag|plafond)?|toeslag\b|budget|tegoed|voucher|waardebon|"
    r"\bkorting\b|maximale bijdrage|bijdrage van (?:maximaal|de gemeente)|lenen|lening|leenbedrag|hoogte van|schenk|gift|terugkrijg|krijgt u .{0,20}terug|premie",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\bbetaalt\b|\bbetaal\b|\bkost\b|\bkosten (?:zijn|bedragen)|\bleges|eigen bijdrage|\btarief|\bpay\b|\bcosts?\b|in rekening|verschuldigd",
    re.IGNORECASE,
)
_SURCHARGE = re.compile(
    r"spoed|\bextra (?:kosten|betalen|bedrag|leges)|\bextra\b|meerprijs|meerkosten|\btoeslag\b|bezorgkosten|bezorging|(?:thuis|laten) bezorg|verzendkosten|"
    r"verzending|portokosten|administratiekosten|\burgent|toesliten|vermissing|bovenop|daar ?bovenop|opslag|duurder|surcharge|additional",
    re.IGNORECASE,
)
_OTHER_FREE = re.compile(
    r"afspra[ak]+\w*|appointment|parkeren|parkeer\w*|reizen|meereizen|bezorg\w*|thuisbezorg\w*|telefoon\w*|\bbel\w*|nummer|toegang|wifi|advies|hulp\b|pasfoto|"
    r"hulp bij|ondersteuning|rechtsbijstand|cliëntondersteun\w*|bus\b|tram|openbaar vervoer|zwem\w*|sport\w*|museum|app\b|download\w*|folder|brochure|zakken|"
    r"opladen|informatie|workshop|cursus|kopie\w*|gratis te downloaden|spreekuur|proefles|gereedschap|container(?!\w)",
    re.IGNORECASE,
)


def role_of_money(fact: Money, sentence: Sentence, subject: Subject) -> CostRole:
    """Say what ``fact`` is about, by the words around it, then by the layout around the sentence."""
    near = sentence.lower[max(0, fact.start - _BEFORE) : fact.end + _AFTER]
    if fact.free:
        return _role_of_free(fact, near, sentence, subject)
    labels = " ".join(sentence.block.labels).lower()
    around = f"{near} {labels}"
    if _FINE.search(around) or any(_FINE.search(head) for head in sentence.heads):
        return CostRole.BOETE
    pays = bool(_PAYS.search(near)) or bool(sentence.block.labels and COST_HEAD.search(labels))
    if not pays and (_LIMIT.search(near) or _LIMIT.search(sentence.lead)) and not _head_is_cost(sentence):
        return CostRole.GRENS
    if not pays and _RECEIVES.search(f"{sentence.lead.lower()} {near}"):
        return CostRole.UITKERING
    if _is_limit_label(labels):
        return CostRole.GRENS
    if _SURCHARGE.search(near) and not subject.is_urgent:
        return CostRole.TOESLAG
    if subject.names_another(around) or (sentence.lead and subject.names_another(sentence.lead.lower())):
        return CostRole.BUUR
    if any(subject.names_another(head.lower()) for head in sentence.heads[:1]):
        return CostRole.BUUR
    if pays or COST_CUE.search(near) or COST_HEAD.search(sentence.context):
        return CostRole.UITKERING if subject.is_benefit and not pays else CostRole.PRIJS
    return CostRole.ANDERS


def _role_of_free(fact: Money, near: str, sentence: Sentence, subject: Subject) -> CostRole:
    tail = sentence.lower[fact.end : fact.end + 40]
    head = sentence.lower[max(0, fact.start - 45) : fact.start]
    beside = _OTHER_FREE.search(tail) or _OTHER_FREE.search(head)
    if beside and beside[0].lower().rstrip("s") not in subject.name and not _PAYS.search(head):
        return CostRole.VOORDEEL
    if re.search(r"\bniet\s*$|\bniet meer\s*$", head):
        return CostRole.ANDERS
    if subject.names_another(head) and not re.search(r"aanv|aangifte|melden|doorgeven", head):
        return CostRole.BUUR
    return CostRole.GRATIS


def _head_is_cost(sentence: Sentence) -> bool:
    return any(COST_HEAD.search(head) for head in sentence.heads[:1])


def _is_limit_label(labels: str) -> bool:
    return bool(labels and _LIMIT.search(labels) and not COST_HEAD.search(labels))
