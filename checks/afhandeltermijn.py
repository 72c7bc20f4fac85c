"""Afhandeltermijn: does the page say how long it takes from application to product or decision?"""

from __future__ import annotations

from checks.binding.term import TermRole
from checks.binding.term_wordings import ELSEWHERE, FIXED_DAYS, HOW_LONG, OTHER_TERM
from checks.binding.verbs import THAT_MAY
from checks.check import Check
from checks.readers.sentences import Sentence
from checks.reading import Reading, Term
from model.finding import Finding, Outcome
from model.product import Possible


def afhandeltermijn(reading: Reading) -> Finding:
    """A number counts only where it runs from the application to the product or the decision."""
    if found := _first(reading.terms, TermRole.AFHANDELING):
        return _finding(Outcome.AANWEZIG, "direct" if found.fact.at_once else "termijn", found.sentence)
    if reading.dossier.product.term_possible is Possible.NEE:
        return Finding(outcome=Outcome.NVT, reason="catalogus")
    for role in (TermRole.ZIJKANAAL, TermRole.VARIANT, TermRole.DEELSTAP):
        if found := _first(reading.terms, role):
            return _finding(Outcome.ONVOLLEDIG, str(role), found.sentence)
    if elsewhere := next((s for s in reading.sentences if _points_elsewhere(s)), None):
        return _finding(Outcome.ONVOLLEDIG, "elders", elsewhere)
    if folded := next((s for s in reading.sentences if _is_empty_question(s)), None):
        return _finding(Outcome.ONVOLLEDIG, "ingeklapt", folded)
    if reading.subject.on_fixed_days or any(FIXED_DAYS.found_in(sentence.lower) for sentence in reading.sentences):
        return Finding(outcome=Outcome.NVT, reason="vaste dagen")
    if other := next((term for term in reading.terms if term.fact.unit not in ("minuut", "uur")), None):
        return _finding(Outcome.ONTBREEKT, "andere termijn", other.sentence)
    return Finding(outcome=Outcome.ONTBREEKT, reason="niets")


def _points_elsewhere(sentence: Sentence) -> bool:
    if sentence.is_question or sentence.is_head or OTHER_TERM.found_in(sentence.lower):
        return False
    if THAT_MAY.found_in(sentence.lower):  # "dat moet u doen binnen de termijn die in de brief staat"
        return False
    return ELSEWHERE.found_in(sentence.lower)


def _is_empty_question(sentence: Sentence) -> bool:
    """Whether this heading asks how long it takes and nothing stands below it (norms.md ruling 9)."""
    alone = sentence.is_head and len(sentence.section.blocks) == 1 and sentence.section.level != 1
    return alone and HOW_LONG.found_in(sentence.lower)


def _first(terms: tuple[Term, ...], role: TermRole) -> Term | None:
    fitting = [term for term in terms if term.role is role]
    return next((term for term in fitting if not term.sentence.is_head), next(iter(fitting), None))


def _finding(outcome: Outcome, reason: str, sentence: Sentence) -> Finding:
    return Finding(outcome=outcome, reason=reason, evidence=(sentence.evidence(),))


CHECK = Check(
    version=3,
    norm=7,
    question="Staat op de pagina hoe lang de afhandeling duurt?",
    source="Servicenorm 7: afhandeltermijn",
    evaluate=afhandeltermijn,
    messages={
        "termijn": "De afhandeltermijn staat op de pagina.",
        "direct": "Er staat dat het meteen of de volgende dag klaar is.",
        "vaste dagen": "Hier wordt niets afgehandeld. Een termijn geldt dan niet.",
        "zijkanaal": (
            "De termijn staat er alleen voor aanvragen per post. Wie het anders aanvraagt, weet niet hoe lang het duurt. "
            "Noem de termijn ook voor de gewone aanvraag."
        ),
        "variant": (
            "De termijn staat er alleen voor een bijzonder geval, zoals spoed. De meeste lezers weten niet hoe lang het duurt. "
            "Noem de termijn voor de gewone aanvraag."
        ),
        "deelstap": (
            "Er staat alleen hoe lang een tussenstap duurt. De lezer weet niet wanneer hij het product of besluit heeft. "
            "Noem de hele termijn: van aanvraag tot besluit."
        ),
        "elders": (
            "Er staat dat de termijn ergens anders te vinden is. De lezer moet zoeken. Noem de termijn op de pagina zelf."
        ),
        "ingeklapt": (
            "De vraag hoe lang het duurt staat er, maar het antwoord niet. De lezer weet niet wanneer het klaar is. "
            "Schrijf onder de vraag binnen hoeveel dagen of weken u klaar bent."
        ),
        "andere termijn": (
            "Er staat een tijd op de pagina, maar niet hoe lang de afhandeling duurt. De lezer weet niet wanneer het klaar is. "
            "Schrijf onder een kop 'Hoelang duurt het' binnen hoeveel dagen of weken u klaar bent."
        ),
        "niets": (
            "Er staat niet hoe lang de afhandeling duurt. De lezer weet niet wanneer het klaar is. "
            "Schrijf onder een kop 'Hoelang duurt het' binnen hoeveel dagen of weken u klaar bent."
        ),
    },
    pastes={
        "zijkanaal": "Vraagt u het online aan? Dan krijgt u binnen … werkdagen bericht.",
        "variant": "Een gewone aanvraag duurt … werkdagen.",
        "deelstap": "U krijgt binnen … weken na uw aanvraag een besluit.",
        "elders": "U krijgt binnen … weken na uw aanvraag een besluit.",
        "ingeklapt": "U krijgt binnen … weken na uw aanvraag een besluit.",
        "andere termijn": "U krijgt binnen … weken na uw aanvraag een besluit.",
        "niets": "U krijgt binnen … weken na uw aanvraag een besluit.",
    },
    examples={
        "<h1>Kapvergunning</h1><p>U krijgt binnen 8 weken een besluit.</p>": Outcome.AANWEZIG,
        "<h1>Rijbewijs</h1><p>Na 5 werkdagen kunt u het rijbewijs ophalen.</p>": Outcome.AANWEZIG,
        "<h1>Uittreksel</h1><p>Aan de balie krijgt u het uittreksel direct mee.</p>": Outcome.AANWEZIG,
        "<h1>Kapvergunning</h1><p>Wij nemen binnen 5 werkdagen contact met u op.</p>": Outcome.ONVOLLEDIG,
        "<h1>Rijbewijs</h1><p>Het rijbewijs is 10 jaar geldig.</p>": Outcome.ONTBREEKT,
        "<h1>Verhuizing doorgeven</h1><p>Geef uw verhuizing binnen 5 dagen door.</p>": Outcome.ONTBREEKT,
        "<h1>Kapvergunning</h1><p>U kunt binnen 6 weken bezwaar maken.</p>": Outcome.ONTBREEKT,
    },
)
