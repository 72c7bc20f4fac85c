"""What a night has to tell whom: only what changed, in plain text, with the address where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.finding import Finding
from model.product import Product
from model.run import Run, RunState
from model.scan import AxeIssue
from reports.changes import Cause, Changes, ElementChange
from reports.changes_told import sentences
from reports.coverage import WITHOUT_CLUSTER
from reports.dutch import count, day, percent
from reports.words import QUESTION_WORDS, outcome_word

LONGEST = 30  # changes told one by one; a message is no report


class Audience(StrEnum):
    """Who is told."""

    WEBREDACTIE = "webredactie"
    TOEGANKELIJKHEID = "toegankelijkheid"
    MANAGEMENT = "management"
    BEHEER = "beheer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """A night as far as it is told. ``changed`` is None where there is no good night before it to compare with.

    ``issues`` and ``issues_before`` are what axe found then and now; ``alarms`` are Dutch sentences on what stands out;
    ``address`` is where readers find the rest.
    """

    run: Run
    products: Mapping[str, Product]
    changed: Changes | None
    issues: Sequence[AxeIssue]
    issues_before: Sequence[AxeIssue]
    alarms: Sequence[str]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Plain text to be sent."""

    title: str
    text: str


def message(night: Night, audience: Audience, cluster: str = "") -> Message | None:
    """What this audience (of this cluster; empty: of all) should know of the night; None where that is nothing."""
    lines = list(_told(night, audience, cluster))
    if not lines:
        return None
    title = f"Goedgeregeld, {day(night.run.started_at)}: {lines[0].rstrip('.:')}"
    return Message(title=_one_line(title), text="\n".join([*lines, "", f"Meer: {night.address}"]))


def _told(night: Night, audience: Audience, cluster: str) -> Iterator[str]:
    match audience:
        case Audience.WEBREDACTIE:
            return _to_editors(night, cluster)
        case Audience.TOEGANKELIJKHEID:
            return _to_officer(night)
        case Audience.MANAGEMENT:
            return _to_manager(night)
        case Audience.BEHEER:
            return _to_administrator(night)


def _to_editors(night: Night, cluster: str) -> Iterator[str]:
    if night.changed is None or night.run.state is not RunState.VOLLEDIG:
        return
    told = [
        change
        for change in night.changed.elements
        if change.check_id in QUESTION_WORDS
        and change.cause in (Cause.INHOUD, Cause.CATALOGUS)
        and (not cluster or _cluster(night, change) == cluster)
    ]
    if not told:
        return
    where = f" van {cluster}" if cluster else ""
    yield f"{count(len(told), 'antwoord', 'antwoorden')} over de producten{where} {'is' if len(told) == 1 else 'zijn'} anders."
    for change in told[:LONGEST]:
        product = night.products.get(change.product_id)
        yield ""
        yield f"{product.name if product else change.product_id}, {QUESTION_WORDS[change.check_id].lower()}:"
        yield f"  was {_said(change.old)}"
        yield f"  is nu {_said(change.new)}"
        if link := _link(change):
            yield f"  {link}"
    if len(told) > LONGEST:
        yield f"En nog {len(told) - LONGEST}."


def _to_officer(night: Night) -> Iterator[str]:
    if night.changed is None:
        return
    old, new = ({_place(issue): issue for issue in found} for found in (night.issues_before, night.issues))
    fresh = [issue for place, issue in new.items() if place not in old]
    gone = [issue for place, issue in old.items() if place not in new]
    if not fresh and not gone:
        return
    yield f"{count(len(fresh), 'nieuw knelpunt', 'nieuwe knelpunten')}, {len(gone)} verdwenen."
    for word, issues in (("Nieuw", fresh), ("Verdwenen", gone)):
        for issue in issues[:LONGEST]:
            first = issue.places[0].url if issue.places else ""
            yield f"  {word}: {issue.rule_id} op {count(len(issue.pages), 'pagina', 'paginas')}, bijvoorbeeld {first}"


def _to_manager(night: Night) -> Iterator[str]:
    if night.changed is None or night.run.state is not RunState.VOLLEDIG:
        return
    for norm in night.changed.norms:
        if norm.before != norm.after:
            yield (
                f"Norm {norm.norm}: van {percent(norm.before.met, norm.before.n)} naar {percent(norm.after.met, norm.after.n)} "
                f"({norm.after.met} van de {norm.after.n})."
            )
    if any(norm.before != norm.after for norm in night.changed.norms):
        yield from ("", *sentences(night.changed))


def _to_administrator(night: Night) -> Iterator[str]:
    if night.run.state is not RunState.VOLLEDIG:
        yield f"De meting is onvolledig: {night.run.reason}"
    yield from night.alarms


def _said(finding: Finding | None) -> str:
    if finding is None:
        return "er niet"
    quote = finding.evidence[0].quote if finding.evidence else ""
    return f'{outcome_word(finding.outcome)}: "{quote}"' if quote else outcome_word(finding.outcome)


def _link(change: ElementChange) -> str:
    finding = change.new if change.new and change.new.evidence else change.old
    return finding.evidence[0].link if finding and finding.evidence else ""


def _cluster(night: Night, change: ElementChange) -> str:
    product = night.products.get(change.product_id)
    return (product.cluster if product else "") or WITHOUT_CLUSTER


def _place(issue: AxeIssue) -> tuple[str, str, bool]:
    return issue.rule_id, issue.component, issue.needs_review


def _one_line(text: str) -> str:
    """A title without line breaks, which would begin a new header in a mail."""
    return " ".join(text.split())[:200]
