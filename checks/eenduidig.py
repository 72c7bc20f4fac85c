"""Eenduidig: do the pages of one product name one price and one term?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from checks.binding.cost import CostRole
from checks.binding.term import TermRole
from checks.check import Check
from checks.readers.sentences import Sentence
from checks.reading import Cost, Reading, Term
from model.finding import Finding, Outcome


def eenduidig(reading: Reading) -> Finding:
    """Compare pages that each name exactly one price, or one term: where they differ, a reader cannot know which holds.

    A page with several prices (adults, children) says for itself which is which, and is left out.
    """
    if len(reading.dossier.pages) < 2:
        return Finding(outcome=Outcome.NVT, reason="één pagina")
    prices = [cost for cost in reading.costs if cost.role in (CostRole.PRIJS, CostRole.GRATIS)]
    if differing := _differing((cost.sentence, _price(cost)) for cost in prices):
        return _finding("twee prijzen", differing)
    terms = [term for term in reading.terms if term.role is TermRole.AFHANDELING and not term.fact.at_once]
    if differing := _differing((term.sentence, _length(term)) for term in terms):
        return _finding("twee termijnen", differing)
    return Finding(outcome=Outcome.AANWEZIG, reason="eenduidig")


def _price(cost: Cost) -> Hashable:
    return "gratis" if cost.fact.free else (cost.fact.amount, cost.fact.upper)


def _length(term: Term) -> Hashable:
    return (term.fact.low, term.fact.high, term.fact.unit)


def _differing(facts: Iterable[tuple[Sentence, Hashable]]) -> tuple[Sentence, Sentence] | None:
    """Two sentences of different pages whose only value differs; None where there are none."""
    by_page: dict[str, dict[Hashable, Sentence]] = {}
    for sentence, value in facts:
        by_page.setdefault(sentence.page.url, {}).setdefault(value, sentence)
    single = [next(iter(values.items())) for values in by_page.values() if len(values) == 1]
    for value, sentence in single[1:]:
        if value != single[0][0]:
            return single[0][1], sentence
    return None


def _finding(reason: str, sentences: tuple[Sentence, Sentence]) -> Finding:
    evidence = tuple(sentence.evidence() for sentence in sentences)
    return Finding(outcome=Outcome.ONVOLLEDIG, reason=reason, evidence=evidence)


CHECK = Check(
    version=1,
    norm=None,
    question="Noemen de pagina's van het product dezelfde prijs en termijn?",
    source="Naast de servicenormen: eenduidigheid",
    evaluate=eenduidig,
    messages={
        "eenduidig": "De pagina's van dit product spreken elkaar niet tegen.",
        "één pagina": "Dit product heeft één pagina. Er is niets om te vergelijken.",
        "twee prijzen": (
            "Twee pagina's van dit product noemen een andere prijs. De lezer weet niet welke klopt. "
            "Noem de prijs op één plek, of zet op beide pagina's hetzelfde bedrag."
        ),
        "twee termijnen": (
            "Twee pagina's van dit product noemen een andere termijn. De lezer weet niet welke klopt. "
            "Noem de termijn op één plek, of zet op beide pagina's dezelfde."
        ),
    },
    pastes={},
    examples={"<h1>Uittreksel</h1><p>Een uittreksel kost € 17,40.</p>": Outcome.NVT},
)
