"""Kosten: does the page say what the product costs?"""

from __future__ import annotations

import re

from checks.binding.cost import COST_CUE, COST_HEAD, CostRole
from checks.check import Check
from checks.readers.sentences import Sentence
from checks.reading import Cost, Reading
from model.finding import Finding, Outcome
from model.product import Possible

_RULE = re.compile(
    r"\d+(?:,\d+)?\s?(?:%|procent|promille|‰)|\b(?:per|elke) (?:m2|m²|vierkante meter|strekkende meter)\b|(?:helft|kwart|deel) van (?:het|de)",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b\w*leges\w*\b|\btarie(?:f|ven)\w*|\w*tarieven\b|\b(?:de|er (?:zijn|zitten)|aan|extra|zijn|wat zijn de|welke|uw|in de|met|deze|gemaakte|om de) kosten\b|\bkosten\b|\bkost\b|\bbetaalt\b|\bbetaal\b|\bbetalen\b|\bbetaling\b|\bpin(?:nen|pas|betaling)?\b|\bideal\b|"
    r"\bcontant\b|creditcard|factuur|acceptgiro|incasso|eigen bijdrage|\bprij(?:s|zen)\b|verschuldigd|\brekening\b|\bfees?\b|\bcosts?\b|\bpay\b|\bpayment\b|betelje|in rekening|legesverordening|tarieventabel|griffierecht",
    re.IGNORECASE,
)
_NO_MENTION = re.compile(
    r"betaald parkeren|betaald-?parke|betaalde? (?:werk|baan)|uitbetaal|terugbetal|bijzondere kosten|extra kosten die|kosten van levensonderhoud|\bkosten (?:voor|van) (?:levens|uw levens|school|sport|zorg|eten|bewind|een advocaat|de uitvaart|uw uitvaart|het onderhoud|uw woning|herstel|de studie|reizen|vervoer(?! per)|opvang|kinderopvang|"
    r"de (?:verhuizing|bevalling|inrichting))|reiskosten|zorgkosten|woonkosten|ziektekosten|studiekosten|schoolkosten|onkosten|loonkosten|bouwkosten|de kosten vergoed|kosten (?:worden )?vergoed|vergoed\w* .{0,30}kosten|kosten .{0,60}vergoed|"
    r"kosten (?:zelf )?niet (?:zelf )?(?:kunt|kan|kunnen)|betaalbewij|bankrekening|rekeningnummer|rekeningafschrift|rekening (?:houd|mee)|betalings|bewijs van betaling|op uw rekening|betaalrekening|spaarrekening|belasting(?:en)? betal|huur (?:te )?betal|betaalt? .{0,15}(?:huur|alimentatie|belasting|premie)|"
    r"rekeningen|schulden|niet (?:meer )?(?:kan|kunt|kunnen) betalen|betalen van|moeite met|kosten besparen|lage kosten|geen kosten|bespaart|stookkosten|energiekosten|geld terug|boete|kostenoverzicht|kostenraming|(?:schatting|begroting|raming|overzicht|opgave) van de kosten|kosten die u|die u (?:maakt|zelf)|gemaakte kosten|specificatie|betaald met|energierekening|"
    r"moeilijk (?:kunt )?betalen|kosten maken|kosten maakt|kosten hebt|kosten heeft|(?:de|uw) kosten (?:moeten|van)",
    re.IGNORECASE,
)
_BENEFIT_MENTION = re.compile(
    r"\bleges|eigen bijdrage|\b(?:u|je) betaalt\b|kosten verbonden|\btarie(?:f|ven)\b|in rekening", re.IGNORECASE
)


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
    if not reading.subject.is_benefit and (found := _first(costs, CostRole.TOESLAG)):
        return _finding(Outcome.ONVOLLEDIG, "alleen toeslag", found.sentence)
    if mention := next((s for s in reading.sentences if _mentions(s, reading)), None):
        return _finding(Outcome.ONVOLLEDIG, "geen bedrag", mention)
    if reading.subject.is_benefit:
        return Finding(outcome=Outcome.NVT, reason="uitkering")
    if found := _first(costs, CostRole.BUUR):
        return _finding(Outcome.ONTBREEKT, "alleen iets anders", found.sentence)
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _first(costs: tuple[Cost, ...], role: CostRole) -> Cost | None:
    fitting = [cost for cost in costs if cost.role is role and (cost.fact.marked or _in_cost_context(cost.sentence))]
    return next((cost for cost in fitting if not cost.sentence.is_head), next(iter(fitting), None))


def _in_cost_context(sentence: Sentence) -> bool:
    return bool(COST_CUE.search(sentence.text) or COST_HEAD.search(sentence.context))


def _is_rule(sentence: Sentence, reading: Reading) -> bool:
    if reading.subject.is_benefit or not _RULE.search(sentence.text):
        return False
    if re.search(
        r"post|spoed|korting|toeslag|rente|inkomen|norm|btw|opslag|minimumloon|arbeids", sentence.text, re.IGNORECASE
    ):
        return False
    return bool(COST_CUE.search(sentence.text))


def _mentions(sentence: Sentence, reading: Reading) -> bool:
    text = sentence.text
    if not _MENTION.search(text) or _NO_MENTION.search(text):
        return False
    if reading.subject.is_benefit:
        return bool(_BENEFIT_MENTION.search(text))
    return not reading.subject.names_another(sentence.lower) or sentence.is_head


def _finding(outcome: Outcome, reason: str, sentence: Sentence) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(sentence.evidence(),))


CHECK = Check(
    version=1,
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
