"""Knows what an amount is: the product's price, or a fine, a limit, a benefit, a surcharge, somebody else's price."""

from __future__ import annotations

import re
from enum import StrEnum

from checks.binding import cost_wordings as words
from checks.binding.clause import Clause, clause_of
from checks.binding.subject import Subject
from checks.readers.money import Money
from checks.readers.sentences import Sentence

SHORT = 40
"""A line with an amount and fewer characters than this says nothing else."""


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
    SOMMIGEN = "sommigen"  # free, but for one group only
    ANDERS = "anders"


def role_of_money(fact: Money, sentence: Sentence, subject: Subject, others: tuple[Money, ...] = ()) -> CostRole:
    """Say what ``fact`` is about, by the words around it, then by the layout around the sentence.

    ``others`` are all amounts in the sentence. A bare number with cents is money only where costs are spoken of.
    """
    clause = clause_of(fact, sentence.lower, others)
    if fact.free:
        return _role_of_free(fact, clause, sentence, subject)
    if not fact.marked and not speaks_of_costs(sentence):
        return CostRole.ANDERS
    other = _something_else(clause, sentence, subject)
    if other is not None:
        return other
    if subject.is_benefit:
        # "De lening kost € 475" names the loan and its price; what goes back to the lender is no price.
        paid = words.PAYS.found_in(clause.text) and not words.PAYS_BACK.found_in(sentence.lower)
        lent = subject.is_loan and paid
        if words.RECEIVES.found_in(clause.text) and not words.APPLICATION.found_in(clause.text) and not lent:
            return CostRole.UITKERING
        own = words.PAYS.found_in(clause.text) and words.APPLICATION.found_in(sentence.lower)
        own = own or lent or (subject.is_loan and under_cost_head(sentence))
        return CostRole.PRIJS if own else CostRole.UITKERING
    return CostRole.PRIJS if _is_bound(fact, sentence, subject) else CostRole.ANDERS


def _is_bound(fact: Money, sentence: Sentence, subject: Subject) -> bool:
    """Whether words of paying, the layout or the product's own name stand with the amount, or hardly anything else does."""
    if speaks_of_costs(sentence) or words.APPLICATION.found_in(sentence.lower):
        return True
    return subject.is_part_of(f"{sentence.lower} {sentence.labels}") or _is_price_line(fact, sentence)


def _is_price_line(fact: Money, sentence: Sentence) -> bool:
    """Whether the sentence is a line of a price list: short, or ending in an amount in a list or behind a colon."""
    listed = sentence.block.kind in ("li", "td", "dd") or sentence.text[: fact.start].rstrip().endswith(":")
    return len(sentence.text) < SHORT or (listed and not sentence.text[fact.end :].strip(" .;)"))


def speaks_of_costs(sentence: Sentence) -> bool:
    """Whether the sentence, or a heading, label or lead above it, is about costs."""
    return words.COST_CUE.found_in(sentence.lower) or words.COST_HEAD.found_in(sentence.context)


def under_cost_head(sentence: Sentence) -> bool:
    """Whether the nearest heading above the sentence, or a label beside it, is about costs."""
    return words.COST_HEAD.found_in(sentence.labels) or any(words.COST_HEAD.found_in(h) for h in sentence.heads[:2])


def _something_else(clause: Clause, sentence: Sentence, subject: Subject) -> CostRole | None:
    """The role of an amount that is not the product's price; None where it may be the price."""
    near = clause.text if len(clause.text) > 25 else sentence.lower
    around = f"{near} | {sentence.labels}"
    if words.FINE.found_in(around) or any(words.FINE.found_in(head) for head in sentence.heads):
        return CostRole.BOETE
    if _is_condition(clause):
        return CostRole.GRENS
    pays = words.PAYS.found_in(near) or words.COST_HEAD.found_in(sentence.labels)
    if not pays and not under_cost_head(sentence):
        lead = f"{near} | {sentence.lead.lower()} | {sentence.labels}"
        if words.LIMIT.found_in(lead):
            return CostRole.GRENS
        if words.RECEIVES.found_in(lead):
            return CostRole.UITKERING
    if words.LIMIT.found_in(sentence.labels) and not words.COST_HEAD.found_in(sentence.labels):
        return CostRole.GRENS
    if not subject.is_urgent and words.SURCHARGE.found_in(f"{near} | {sentence.labels}"):
        return CostRole.TOESLAG
    work = words.OTHER_WORK.search(near)
    if work is not None and work[0][:6] not in subject.name:
        return CostRole.BUUR
    if any(subject.names_another(text) for text in (around, sentence.lead.lower(), *sentence.heads[:1])):
        return CostRole.BUUR
    return None


def _is_condition(clause: Clause) -> bool:
    """Whether the amount stands in a part of the sentence, between commas, that sets a limit and asks nothing."""
    before = re.split(r"[,;:(]", clause.before)[-1]
    part = f"{before}{clause.words}{re.split(r'[,;:)]', clause.after)[0]}"
    return part != clause.text and words.LIMIT.found_in(part) and not words.PAYS.found_in(part)


def _role_of_free(fact: Money, clause: Clause, sentence: Sentence, subject: Subject) -> CostRole:
    tail, head = clause.after[:45], clause.before[-80:]
    if head.rstrip().endswith(("niet", "niet meer", "nooit")):
        return CostRole.ANDERS
    if words.FREE_USE.found_in(sentence.lower) and not words.APPLICATION.found_in(sentence.lower):
        return CostRole.VOORDEEL
    if words.FREE_APPEAL.found_in(head) and not subject.is_appeal:
        return CostRole.VOORDEEL
    if words.FREE_FOR_SOME.found_in(clause.text):
        return CostRole.SOMMIGEN
    own = words.FREE_HERE.found_in(head) or words.FREE_HERE.found_in(tail)
    for beside in (words.OTHER_FREE.search(tail), words.OTHER_FREE.search(head)):
        if beside and not own and beside[0][:6] not in subject.name:
            return CostRole.VOORDEEL
    if subject.is_benefit and not own and not under_cost_head(sentence):
        return CostRole.VOORDEEL
    if subject.names_another(head) and not own:
        return CostRole.BUUR
    bound = own or under_cost_head(sentence) or words.FREE_IT.found_in(clause.text) or len(sentence.text) < 45
    return CostRole.GRATIS if bound or subject.is_part_of(sentence.lower) else CostRole.VOORDEEL
