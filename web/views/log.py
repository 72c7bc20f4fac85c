"""Logboek: who decided and changed what, newest first, in words that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from auditlog.models import LogEntry
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reports import words
from web import models
from web.axe_words import dutch_rules
from web.chosen import CHOOSABLE

SHOWN = 200  # decisions of each kind
FIELDS = {
    "username": "gebruikersnaam",
    "first_name": "naam",
    "email": "e-mailadres",
    "is_active": "mag inloggen",
    "is_superuser": "mag alles",
    "groups": "groepen",
    "name": "naam",
    "revoked_on": "ingetrokken",
    "password": "wachtwoord",
}
"""The columns of accounts and keys that say something to people; the others are left out."""
KINDS = {"user": "account", "group": "groep", "apikey": "sleutel"}
DEEDS = {LogEntry.Action.CREATE: "gemaakt", LogEntry.Action.DELETE: "verwijderd"}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Decision:
    """One decision as a line of the log."""

    on: datetime
    by: str
    kind: str
    what: str


def log(request: HttpRequest) -> HttpResponse:
    """The screen."""
    waived = [
        (row.granted_on, row.granted_by, _rule(row.rule_id), row.expires_on)
        for row in models.Waiver.objects.order_by("-pk")[:SHOWN]
    ]
    entries = Paginator(LogEntry.objects.select_related("actor", "content_type").order_by("-pk"), 50)
    page = entries.get_page(request.GET.get("blad"))
    context = {
        "decided": sorted(_decisions(), reverse=True)[:SHOWN],
        "waived": waived,
        "page": page,
        "changes": [(entry, _thing(entry), _deed(entry)) for entry in page],
        "query": "",
    }
    return render(request, "web/logboek.html", context)


def _decisions() -> Iterator[Decision]:
    for review in models.Review.objects.order_by("-pk")[:SHOWN]:
        table: dict[str, str] = {
            str(key): word
            for key, word in (words.ONLINE_WORDS if review.check_id == "online" else words.ELEMENT_WORDS).items()
        }
        outcome = f"moet zijn: {table.get(review.corrected, review.corrected)}" if review.corrected else "ingetrokken"
        about = f"{review.product_id}, {_question(review.check_id)}: {outcome}"
        yield Decision(on=review.on, by=review.by, kind="correctie", what=about)
    for ruling in models.Ruling.objects.order_by("-pk")[:SHOWN]:
        yield Decision(on=ruling.on, by=ruling.by, kind="besluit", what=f"{_rule(ruling.rule_id)}: {ruling.judgement}")
    for step in models.Step.objects.order_by("-pk")[:SHOWN]:
        about = f"{step.product_id}, {_question(step.check_id)}: {step.deed}"
        yield Decision(on=step.on, by=step.by, kind="taak", what=about)
    for figure in models.Figure.objects.order_by("-pk")[:SHOWN]:
        yield Decision(on=figure.on, by=figure.by, kind="cijfer", what=f"{figure.tertaal}, norm {figure.norm}")
    known = {each.name: each for each in CHOOSABLE}
    for choice in models.Choice.objects.order_by("-pk")[:SHOWN]:
        if choice.name in known:
            each = known[choice.name]
            about = f"{each.title}: {each.told(choice.before)} werd {each.told(choice.value)}"
            yield Decision(on=choice.on, by=choice.by, kind="instelling", what=about)


def _question(check_id: str) -> str:
    return words.QUESTION_WORDS.get(check_id, check_id).lower()


def _rule(rule_id: str) -> str:
    return dutch_rules().get(rule_id, rule_id)


def _thing(entry: LogEntry) -> str:
    kind = KINDS.get(entry.content_type.model, entry.content_type.model)
    return f"{kind} {entry.object_repr}"


def _deed(entry: LogEntry) -> str:
    if entry.action in DEEDS:
        return DEEDS[entry.action]
    found = []
    for name, values in entry.changes_dict.items():
        if name not in FIELDS:
            continue
        if isinstance(values, dict):  # groups: {"type": "m2m", "operation": "add", "objects": [...]}
            way = "erbij" if values.get("operation") == "add" else "eraf"
            found.append(f"{FIELDS[name]} {way}: {', '.join(map(str, values.get('objects', ())))}")
        else:
            before, after = (YES_NO.get(str(value), str(value)) for value in values)
            found.append(f"{FIELDS[name]}: {before or 'leeg'} werd {after or 'leeg'}")
    return "; ".join(found) or "gewijzigd"


YES_NO = {"True": "ja", "False": "nee", "None": "leeg"}
