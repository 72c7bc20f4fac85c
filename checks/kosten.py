"""Kosten: does the page say what the product costs?"""

from __future__ import annotations

from checks.binding.cost import CostRole, speaks_of_costs, under_cost_head
from checks.binding.cost_wordings import (
    APPEAL_MENTION,
    BENEFIT_MENTION,
    COST_HEAD,
    LEGES,
    MAY_MENTION,
    MENTIONS,
    NO_MENTION,
    NO_RULE,
    RULE,
    TARIFF,
)
from checks.check import Check
from checks.readers.sentences import Sentence
from checks.reading import Cost, Reading
from model.finding import Finding, Outcome
from model.product import Possible


def kosten(reading: Reading) -> Finding:
    """Trust an amount only where it is bound to the product; elsewhere it may be a fine or a limit."""
    costs = reading.costs
    if found := _first(costs, CostRole.PRIJS):
        return _finding(Outcome.AANWEZIG, "prijs", found.sentence)
    if found := _first(costs, CostRole.GRATIS):
        return _finding(Outcome.AANWEZIG, "gratis", found.sentence)
    if rule := next((s for s in reading.sentences if _is_rule(s, reading)), None):
        return _finding(Outcome.AANWEZIG, "rekenregel", rule)
    if reading.dossier.product.costs_possible is Possible.NEE:
        return Finding(outcome=Outcome.NVT, reason="catalogus")
    benefit = reading.subject.is_benefit
    if not benefit and (found := _first(costs, CostRole.TOESLAG)):
        return _finding(Outcome.ONVOLLEDIG, "alleen toeslag", found.sentence)
    if mention := next((s for s in reading.sentences if _mentions(s, reading)), None):
        return _finding(Outcome.ONVOLLEDIG, "geen bedrag", mention)
    if found := _first(costs, CostRole.SOMMIGEN):
        return _finding(Outcome.ONVOLLEDIG, "gratis voor sommigen", found.sentence)
    if benefit:
        return Finding(outcome=Outcome.NVT, reason="uitkering")
    if found := _first(costs, CostRole.BUUR):
        return _finding(Outcome.ONTBREEKT, "alleen iets anders", found.sentence)
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _first(costs: tuple[Cost, ...], role: CostRole) -> Cost | None:
    """The best cost of a role: one that speaks of costs before one that does not, running text before headings."""
    fitting = [cost for cost in costs if cost.role is role]
    return min(fitting, key=lambda cost: (cost.sentence.is_head, not speaks_of_costs(cost.sentence)), default=None)


def _is_rule(sentence: Sentence, reading: Reading) -> bool:
    if reading.subject.is_benefit or not RULE.found_in(sentence.lower) or NO_RULE.found_in(sentence.lower):
        return False
    return speaks_of_costs(sentence)


def _mentions(sentence: Sentence, reading: Reading) -> bool:
    text = sentence.lower
    if reading.subject.is_benefit:
        return BENEFIT_MENTION.found_in(text) and "kwijtschelding" not in reading.subject.name
    if sentence.is_head:
        return _heads_costs(sentence, reading)
    if LEGES.found_in(text) and not sentence.is_question:
        return True
    if NO_MENTION.found_in(text) or not (MENTIONS.found_in(text) or _may_mention(sentence, reading)):
        return False
    about_paying = reading.subject.is_appeal or reading.subject.is_payment
    if about_paying and not APPEAL_MENTION.found_in(text):
        return False
    return not reading.subject.names_another(text) or TARIFF.found_in(text)


def _may_mention(sentence: Sentence, reading: Reading) -> bool:
    if sentence.is_question or not MAY_MENTION.found_in(sentence.lower):
        return False
    if any(cost.sentence is sentence for cost in reading.costs):
        return False
    return under_cost_head(sentence) or reading.subject.is_part_of(sentence.lower)


def _heads_costs(sentence: Sentence, reading: Reading) -> bool:
    """Whether this heading promises costs and no amounts of something else stand below it (a heading never decides)."""
    about_paying = reading.subject.is_appeal or reading.subject.is_payment
    if sentence.section.level == 1 or about_paying or NO_MENTION.found_in(sentence.lower):
        return False
    below = any(cost.sentence.section is sentence.section for cost in reading.costs)
    return COST_HEAD.found_in(sentence.lower) and not below


def _finding(outcome: Outcome, reason: str, sentence: Sentence) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(sentence.evidence(),))


CHECK = Check(
    version=3,
    norm=7,
    question="Staat op de pagina wat het product kost?",
    source="Servicenorm 7: kosten",
    evaluate=kosten,
    messages={
        "prijs": "De kosten staan op de pagina.",
        "gratis": "Er staat dat het product gratis is.",
        "rekenregel": "Er staat hoe de kosten worden berekend.",
        "uitkering": "De inwoner krijgt hier geld of korting. Kosten gelden dan niet.",
        "alleen toeslag": (
            "Er staat alleen een toeslag, niet het gewone bedrag. De lezer weet dan nog niet wat het kost. "
            "Noem ook het gewone bedrag, onder een kop 'Kosten'."
        ),
        "geen bedrag": (
            "Er staat dat het product geld kost, maar niet hoeveel. De lezer moet daarvoor ergens anders zoeken. "
            "Noem het bedrag of schrijf dat het gratis is, onder een kop 'Kosten'."
        ),
        "gratis voor sommigen": (
            "Er staat alleen voor wie het gratis is. De andere lezers weten niet wat zij betalen. "
            "Noem ook het bedrag voor de andere lezers."
        ),
        "alleen iets anders": (
            "Er staat alleen een bedrag voor iets anders. De lezer weet niet wat dit product kost. "
            "Noem de kosten van dit product of schrijf dat het gratis is."
        ),
        "niets": (
            "Er staat niets over kosten. De lezer weet niet of het geld kost. "
            "Noem de kosten of schrijf dat het gratis is, onder een kop 'Kosten'."
        ),
    },
    pastes={
        "alleen toeslag": "De aanvraag kost € … . Met spoed betaalt u € … extra.",
        "geen bedrag": "De aanvraag kost € … .",
        "gratis voor sommigen": "De aanvraag kost € … . Voor … is het gratis.",
        "alleen iets anders": "De aanvraag kost € … . / Er zijn geen kosten aan verbonden.",
        "niets": "De aanvraag kost € … . / Er zijn geen kosten aan verbonden.",
    },
    examples={
        "<h1>Uittreksel</h1><h2>Kosten</h2><p>€ 17,40</p>": Outcome.AANWEZIG,
        "<h1>Verhuizing doorgeven</h1><p>Doorgeven is gratis.</p>": Outcome.AANWEZIG,
        "<h1>Reclamebelasting</h1><p>U betaalt 2% van de waarde van het pand.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>U betaalt bij de aanvraag met pin.</p>": Outcome.ONVOLLEDIG,
        "<h1>Paspoort</h1><p>Met spoed betaalt u € 57,85 extra.</p>": Outcome.ONVOLLEDIG,
        "<h1>Bijstandsuitkering</h1><p>U krijgt € 1.345 per maand.</p>": Outcome.NVT,
        "<h1>Adres doorgeven</h1><p>Geeft u het niet door? De boete is € 325.</p>": Outcome.ONTBREEKT,
    },
)
