"""Knows what a length of time is: the municipality's handling term, or validity, objection, a duty, a collection window."""

from __future__ import annotations

import re
from enum import StrEnum

from checks.binding import term_wordings as words
from checks.binding import verbs
from checks.binding.clause import Clause, clause_of
from checks.binding.subject import Subject
from checks.readers.duration import Duration
from checks.readers.sentences import Sentence
from checks.readers.wording import Wording

_MARK = re.compile(r"[,;:]\s")
ALONE = 50
"""A sentence of fewer characters than this with "binnen" says nothing else than a term."""


class TermRole(StrEnum):
    """What a length of time is about."""

    AFHANDELING = "afhandeling"
    DEELSTAP = "deelstap"  # we call you within 10 days
    ZIJKANAAL = "zijkanaal"  # by post only
    VARIANT = "variant"  # the urgent procedure, one group
    GELDIG = "geldigheid"
    BEZWAAR = "bezwaar"
    VOORAF = "vooraf aanvragen"
    PLICHT = "eigen plicht"
    OPHALEN = "ophaaltermijn"
    OUDERDOM = "ouderdom van papieren"
    BETALING = "betaling"
    HOE_VAAK = "hoe vaak"
    LEEFTIJD = "leeftijd"
    LOOPTIJD = "looptijd"
    ANDERS = "anders"


def role_of_duration(
    fact: Duration, sentence: Sentence, subject: Subject, others: tuple[Duration, ...] = ()
) -> TermRole:
    """Say what ``fact`` is about. ``others`` are all lengths of time in the sentence; each is judged on its own clause.

    The clause decides: who acts, from when, until when. Only where it says nothing do the headings and labels speak.
    """
    clause = clause_of(fact, sentence.lower, others)
    if fact.at_once:
        return _role_at_once(clause, sentence, subject)
    named = verbs.WITHIN_WHICH.pattern.match(clause.after.lstrip(" ,")) is not None
    other = None if named else _something_else(fact, clause, sentence, subject)
    if other is not None:
        return other
    if not named and not _is_handling(fact, clause, sentence):
        return TermRole.ANDERS
    return _which_handling(clause, sentence, subject)


def _something_else(fact: Duration, clause: Clause, sentence: Sentence, subject: Subject) -> TermRole | None:
    """The role of a time that the municipality does not work in; None where it may be a handling term."""
    text = clause.text
    part = _part_with_anchor(clause)
    actor = _actor(clause, sentence)
    handled, citizen = actor == "gemeente", actor == "inwoner"
    decides = handled or (words.DECIDES.found_in(text) and not citizen)
    if words.NAMED_BEFORE.found_in(clause.before[-12:]) and not handled:
        return TermRole.ANDERS
    if sentence.is_question or words.ALL_OF_IT.found_in(clause.words) or _is_other_process(sentence, subject):
        return TermRole.ANDERS
    runs = verbs.RUNS.found_in(text) and not verbs.PROCESS.found_in(clause.before)
    if runs or words.VALID.found_in(text) or (_in(words.VALID_HEAD, sentence) and not decides):
        return TermRole.GELDIG
    if not subject.is_appeal and (words.OBJECTS.found_in(text) or (_nearest(words.OBJECTS, sentence) and not decides)):
        return TermRole.BEZWAAR
    if subject.is_appeal and words.OBJECTING.found_in(text) and words.OBJECTS.found_in(text) and not decides:
        return TermRole.BEZWAAR
    if words.AFTER_DECISION.pattern.match(clause.after.lstrip(" ,(")):
        return TermRole.LOOPTIJD
    if words.LASTS_FOR.found_in(clause.before[-30:]) or words.AGAIN.found_in(text):
        return TermRole.LOOPTIJD
    if not subject.is_change and words.SIDE_PROCESS.found_in(sentence.lower):
        return TermRole.ANDERS
    if words.IN_COURT.found_in(text) or _goes_on_about_appeal(sentence, subject):
        return TermRole.BEZWAAR
    if _is_ahead(clause):
        return TermRole.VOORAF
    if fact.unit == "jaar" and words.AGE.found_in(text):
        return TermRole.LEEFTIJD
    if words.PAPERS.found_in(text) or words.PAPERS_BEFORE.found_in(clause.before[-30:]):
        return TermRole.OUDERDOM
    if words.OFTEN.found_in(clause.before[-16:] + clause.words + clause.after[:22]):
        return TermRole.HOE_VAAK
    if words.FILLING_IN.found_in(text):
        return TermRole.LOOPTIJD
    fetched = words.FROM.found_in(clause.before[-26:]) or words.WE_FETCH.found_in(text)
    if words.COLLECT_WITHIN.found_in(text) and not fetched:
        return TermRole.OPHALEN
    if _is_statutory(fact, subject) and not words.GETS.found_in(text):
        return TermRole.PLICHT
    if words.DUTY.found_in(text) and not decides:
        return TermRole.PLICHT
    applied = _runs_from_application(clause)
    if not (handled or applied) and words.DUTY.found_in(part) and not words.DECIDES.found_in(part):
        return TermRole.PLICHT
    if citizen or words.YOURS.found_in(clause.before[-40:]):
        return TermRole.PLICHT
    if words.STAYS.found_in(clause.before[-30:]) and not _runs_from_application(clause):
        return TermRole.OPHALEN
    if words.PAYMENT.found_in(text) and not decides and not words.PAYS_OUT.found_in(text):
        return TermRole.BETALING
    if words.LASTS.found_in(text) and not decides:
        return TermRole.LOOPTIJD
    return TermRole.ANDERS if words.OPEN.found_in(text) else None


def _runs_from_application(clause: Clause) -> bool:
    """Whether right behind the time stands that it runs from the application: "… weken na ontvangst"."""
    return verbs.FROM_APPLICATION.pattern.match(clause.after.lstrip(" ,(")) is not None


def _without_anchor(clause: Clause) -> Clause:
    """The clause without the part behind the time that only says from when it runs ("nadat uw aanvraag compleet is")."""
    anchor = verbs.ANCHOR.search(clause.after)
    return Clause(clause.before, clause.words, clause.after[: anchor.start()] if anchor else clause.after)


def _own_part(clause: Clause) -> Clause:
    """The part between commas in which the time stands, without what only says from when it runs."""
    main = _without_anchor(clause)
    return Clause(_MARK.split(main.before)[-1], main.words, _MARK.split(main.after)[0])


def _part_with_anchor(clause: Clause) -> str:
    """The part between commas in which the time stands, with what says from when it runs."""
    return f"{_MARK.split(clause.before)[-1]}{clause.words}{_MARK.split(clause.after)[0]}"


def _actor(clause: Clause, sentence: Sentence) -> str:
    """Who acts in this time: "gemeente", "inwoner" or "krijgt" (the citizen gets it); "" where the words do not say.

    The part between commas decides; only where it says nothing does the whole clause.
    """
    return _actor_in(_own_part(clause).text, sentence) or _actor_in(f"{clause.before}{clause.words}", sentence)


def _actor_in(text: str, sentence: Sentence) -> str:
    """A passive with "moet" asks something of the citizen; getting what was asked for is no act of the citizen."""
    if verbs.HANDLED.found_in(text) and not verbs.OBLIGED.found_in(text):
        return "gemeente"
    if verbs.GETS_IT.found_in(text):
        return "krijgt"
    if verbs.THAT_MAY.found_in(text) and not verbs.CITIZEN_MAY.found_in(text):
        antecedent = f"{sentence.before.lower()} {' '.join(sentence.heads[:1])}"
        return "krijgt" if verbs.GETS_IT.found_in(antecedent) else "inwoner"
    return "inwoner" if verbs.CITIZEN_MAY.found_in(text) else ""


def _is_other_process(sentence: Sentence, subject: Subject) -> bool:
    text = sentence.lower
    if text.startswith(("die ", "dat ", "deze ", "dit ", "de brief", "het ", "zij ", "de code")):
        text = f"{sentence.before.lower()} {text}"
    found = words.OTHER_PROCESS.search(text)
    return found is not None and found[0][:6] not in subject.name and not words.OWN_PROCESS.found_in(sentence.lower)


def _goes_on_about_appeal(sentence: Sentence, subject: Subject) -> bool:
    """Whether the sentence before is about going to court, and this one names nothing else that is handled."""
    before = words.IN_COURT.found_in(sentence.before.lower()) and not sentence.before.endswith("?")
    return before and not subject.is_appeal and not words.OWN_PROCESS_NAMED.found_in(sentence.lower)


def _is_ahead(clause: Clause) -> bool:
    if words.AHEAD_AFTER.pattern.match(clause.after.lstrip(" ,(")) and not words.HANDLED_BEFORE.found_in(clause.text):
        return True
    return words.AHEAD.found_in(clause.text) and not words.HANDLED_BEFORE.found_in(clause.text)


def _is_statutory(fact: Duration, subject: Subject) -> bool:
    """Whether this is the number of days in which the law wants the citizen to report just this."""
    if any(paper in subject.name for paper in words.PROOFS):
        return False
    days = [days for stem, days in words.STATUTORY.items() if stem in subject.name]
    return fact.unit in ("dag", "werkdag") and any(fact.low in numbers for numbers in days)


def _is_handling(fact: Duration, clause: Clause, sentence: Sentence) -> bool:
    below_term = _in(words.TERM_HEAD, sentence) or words.TERM_HEAD.found_in(_before_colon(sentence))
    if fact.unit != "jaar" and words.PART.found_in(clause.text) and words.SOON.found_in(clause.before):
        return True
    if fact.unit in ("minuut", "seconde") or (fact.unit == "uur" and not words.SOON.found_in(clause.before)):
        return False
    if fact.unit == "jaar" and not words.LASTS_HANDLING.found_in(clause.text):
        return below_term and len(sentence.text) < 60
    if words.LASTING.found_in(clause.text) and not below_term and not verbs.PROCESS.found_in(clause.text):
        return False
    if words.WE.found_in(clause.text) and words.SOON.found_in(clause.before):
        return True
    unknown = words.WITHIN.found_in(clause.before[-24:]) and not words.NEVER_WITHIN.found_in(
        clause.before + clause.words
    )
    if unknown and fact.unit != "jaar" and len(sentence.text) < ALONE:
        return True
    shaped = words.SHAPE_BEFORE.found_in(clause.before[-34:]) or words.SHAPE_AFTER.found_in(clause.after[:24])
    got = verbs.GETS_IT.found_in(clause.text) and words.FROM.found_in(clause.before[-26:])
    ends = got or words.HANDLES.found_in(clause.text) or _actor(clause, sentence) == "gemeente"
    handles = ends or words.HANDLES.found_in(sentence.lead.lower())
    if _runs_from_application(clause) and fact.unit != "uur" and not words.EARLIEST.found_in(clause.before[-24:]):
        return True
    return below_term or (handles and (shaped or words.DECIDES.found_in(clause.text)))


def _which_handling(clause: Clause, sentence: Sentence, subject: Subject) -> TermRole:
    text = clause.text
    if words.NOT_SO.found_in(clause.before[-14:]):
        return TermRole.VARIANT
    main = _without_anchor(clause).text
    if words.PART.found_in(main) and not words.WHOLE.found_in(text):
        return TermRole.DEELSTAP if words.SOON.found_in(clause.before) else TermRole.ANDERS
    if words.REGULAR.found_in(text):
        return TermRole.AFHANDELING
    asked = _question_before(sentence)
    if not subject.is_urgent and (words.URGENT.found_in(f"{asked} {text}") or _nearest(words.URGENT, sentence)):
        return TermRole.VARIANT
    if _is_renewal(sentence, subject) or (words.VARIANT_ASKED.found_in(asked) and not subject.is_change):
        return TermRole.VARIANT
    if sentence.block.kind == "li" and words.GROUP.pattern.match(sentence.lower) and not _neighbour_has_term(sentence):
        return TermRole.VARIANT
    labels = f"{sentence.labels} {sentence.lead.lower()}"
    by_post = words.BY_POST.found_in(text) and not words.DELIVERED.found_in(text)
    if by_post or words.BY_POST.found_in(labels) or _nearest(words.BY_POST, sentence):
        return TermRole.ZIJKANAAL
    return TermRole.AFHANDELING


def _is_renewal(sentence: Sentence, subject: Subject) -> bool:
    """Whether it stands below a heading about renewing, or goes on ("dan") about it; unless renewing is the product."""
    if words.RENEWAL.found_in(subject.name):
        return False
    goes_on = " dan " in f" {sentence.lower}" and words.RENEWAL.found_in(sentence.before.lower())
    return goes_on or _nearest(words.RENEWAL, sentence)


def _neighbour_has_term(sentence: Sentence) -> bool:
    """Whether the list item of another group beside this one has a length of time too."""
    beside = [text.lower() for text in (sentence.before, sentence.after) if words.GROUP.pattern.match(text.lower())]
    return not beside or all(any(mark.isdigit() for mark in text) for text in beside)


def _role_at_once(clause: Clause, sentence: Sentence, subject: Subject) -> TermRole:
    text = clause.text
    if sentence.is_question or sentence.is_button or words.NOT_SO.found_in(clause.before[-14:]):
        return TermRole.ANDERS
    sure = words.SURE_RESULT.found_in(text)
    if words.DEADLINE.found_in(clause.before[-12:]):
        return TermRole.PLICHT
    if not subject.is_change and words.SIDE_PROCESS.found_in(sentence.lower):
        return TermRole.ANDERS
    if words.AT_ONCE_SELF.found_in(text) or (words.CONFIRMS.found_in(text) and not sure):
        return TermRole.ANDERS
    gives = sure or words.RESULT.found_in(text)
    if words.AT_ONCE_DOING.search(clause.words + clause.after) and not sure:
        return TermRole.ANDERS
    if words.URGENT.found_in(text) and not gives:
        return TermRole.VARIANT
    if not gives and not (_in(words.TERM_HEAD, sentence) and len(sentence.text) < 60):
        return TermRole.ANDERS
    if words.DUTY.found_in(text) and not sure:
        return TermRole.PLICHT
    urgent = words.URGENT.found_in(f"{_question_before(sentence)} {text}") or _nearest(words.URGENT, sentence)
    return TermRole.VARIANT if urgent else TermRole.AFHANDELING


def _before_colon(sentence: Sentence) -> str:
    head, colon, _ = sentence.lower.partition(":")
    return head if colon else ""


def _question_before(sentence: Sentence) -> str:
    before = sentence.before.lower()
    return before if before.endswith("?") else ""


def _in(wording: Wording, sentence: Sentence) -> bool:
    """Whether labels, lead or one of the two nearest headings hold the wording."""
    return any(wording.found_in(text) for text in (sentence.labels, sentence.lead.lower(), *sentence.heads[:2]))


def _nearest(wording: Wording, sentence: Sentence) -> bool:
    return bool(sentence.heads) and wording.found_in(sentence.heads[0])
