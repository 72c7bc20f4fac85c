"""Everything that the readers found on a product's pages, bound to what it is about; what the checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.binding.channel import Route, applies_by, is_entry, may_lead, names_one
from checks.binding.channel_wordings import CLOSED
from checks.binding.cost import CostRole, role_of_money
from checks.binding.subject import Subject, subject_of
from checks.binding.term import TermRole, role_of_duration
from checks.readers.actions import read_action
from checks.readers.duration import Duration, read_durations
from checks.readers.landing import follow_action
from checks.readers.money import Money, read_money
from checks.readers.places import read_places
from checks.readers.sentences import Sentence, sentences_of
from model.page import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """An amount or "gratis" with what it is about."""

    fact: Money
    role: CostRole
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time with what it is about."""

    fact: Duration
    role: TermRole
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One dossier as read. Everything stands in reading order, the product's own pages first.

    ``routes`` holds the sentences that can name a way. ``has_entry`` tells whether the pages hold a way in: a button, link,
    form or named digital desk. ``closed`` is the sentence that says that nobody can apply at the moment; None where there
    is none, or a way to apply.
    """

    dossier: Dossier
    subject: Subject
    sentences: tuple[Sentence, ...]
    costs: tuple[Cost, ...]
    terms: tuple[Term, ...]
    routes: tuple[Route, ...]
    has_entry: bool = False
    closed: Sentence | None = None


def read(dossier: Dossier) -> Reading:
    """Read a dossier once, for all checks. A dossier without pages gives an empty reading."""
    subject = subject_of(dossier)
    sentences = tuple(sentence for page in dossier.pages for sentence in sentences_of(page))
    routes = tuple(route for sentence in sentences for route in _routes(sentence, dossier, subject))
    return Reading(
        dossier=dossier,
        subject=subject,
        sentences=sentences,
        costs=tuple(cost for sentence in sentences for cost in _costs(sentence, subject)),
        terms=tuple(term for sentence in sentences for term in _terms(sentence, subject)),
        routes=routes,
        has_entry=any(is_entry(route) for route in routes),
        closed=_closed(sentences, routes, subject),
    )


def _closed(sentences: tuple[Sentence, ...], routes: tuple[Route, ...], subject: Subject) -> Sentence | None:
    if any(action.is_button and applies_by(action, subject) for route in routes for action in route.actions):
        return None
    return next((sentence for sentence in sentences if CLOSED.found_in(sentence.lower)), None)


def _costs(sentence: Sentence, subject: Subject) -> list[Cost]:
    facts = read_money(sentence.text, column=f"{sentence.labels} {sentence.lead.lower()}".strip())
    return [Cost(fact=fact, role=role_of_money(fact, sentence, subject, facts), sentence=sentence) for fact in facts]


def _terms(sentence: Sentence, subject: Subject) -> list[Term]:
    facts = read_durations(sentence.text)
    return [Term(fact=fact, role=role_of_duration(fact, sentence, subject, facts), sentence=sentence) for fact in facts]


def _routes(sentence: Sentence, dossier: Dossier, subject: Subject) -> Iterator[Route]:
    actions = tuple(
        follow_action(
            read_action(link, sentence.page.url, dossier.profile), sentence.page.url, dossier.profile, dossier.landings
        )
        for link in sentence.block.links
        if not sentence.text or link.text in sentence.text or not link.text
    )
    profile = dossier.profile
    places = read_places(sentence.text, profile)
    named = names_one(sentence.lower, (*profile.portals, *profile.partners))
    if places or actions or named or may_lead(sentence):
        yield Route(sentence=sentence, subject=subject, places=places, actions=actions, profile=profile)
