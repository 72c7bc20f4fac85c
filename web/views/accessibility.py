"""Toegankelijkheid: the officer's queue, one issue with all its places, waivers and what was not tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from model.decision import Judgement, Ruling, Waiver
from reports.accessibility import Kind
from reports.dutch import HERE, count
from reports.queue import IssueState, Queued
from reports.queue import queue as queued
from web import decisions, models
from web.axe_words import dutch_advice
from web.element_picture import picture_of
from web.forms import MilestoneForm, RulingForm, WaiverForm
from web.gate import told_of
from web.identity import issue_id
from web.rights import may_open
from web.told import Told

PAGE = 50
PLACES = 50
TABS = {
    "wacht": ("Vraagt een besluit", lambda line: line.waiting and line.issue.kind is not Kind.GOEDE_GEWOONTE),
    "open": ("Open knelpunten", lambda line: line.state is IssueState.OPEN and line.issue.kind is Kind.KNELPUNT),
    "afwijking": ("Afwijkingen", lambda line: line.waiver is not None),
    "geen": ("Geen knelpunt", lambda line: line.state is IssueState.GEEN_KNELPUNT),
    "gewoonte": ("Goede gewoonten", lambda line: line.issue.kind is Kind.GOEDE_GEWOONTE),
    "alles": ("Alles", lambda line: True),
}
TERMS = {
    "onderzoek": ("Onderzoek naar de toegankelijkheid", 3 * 12),
    "verklaring": ("Toegankelijkheidsverklaring met status C", 6),
}
"""What runs out, after how many months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A term that runs: ``until`` is None where nobody filled in when it began."""

    kind: str
    title: str
    began: date | None
    until: date | None
    days: int


def queue(request: HttpRequest) -> HttpResponse:
    """The queue."""
    told = told_of(request)
    if told.chosen is None:
        return render(request, "web/leeg.html", {"busy": told.busy})
    lines = queue_of(told)
    which = request.GET.get("lijst", "wacht")
    which = which if which in TABS else "wacht"
    shown = [line for line in lines if TABS[which][1](line)]
    rule = request.GET.get("regel", "")
    shown = [line for line in shown if not rule or line.issue.rule_id == rule]
    query = request.GET.copy()
    query.pop("blad", None)
    found = told.accessibility()
    context = {
        "run": told.run,
        "answer": told.accessible(),
        "kinds": [told.summary().totals[kind] for kind in Kind],
        "tabs": [(name, title, sum(test(line) for line in lines)) for name, (title, test) in TABS.items()],
        "which": which,
        "page": Paginator([(issue_id(line.issue), line) for line in shown], PAGE).get_page(request.GET.get("blad")),
        "query": query.urlencode(),
        "waiting": count(sum(TABS["wacht"][1](line) for line in lines), "knelpunt vraagt", "knelpunten vragen"),
        "found": found,
        "clocks": clocks(),
    }
    return render(request, "web/toegankelijkheid.html", context)


def issue(request: HttpRequest, issue_id: str) -> HttpResponse:
    """One issue with its places, what to do and what was decided."""
    told = told_of(request)
    line = _line(told, issue_id)
    return render(request, "web/knelpunt.html", _issue_context(request, told, line, issue_id))


def picture(request: HttpRequest, issue_id: str) -> HttpResponse:
    """The picture of the first element (GET), or the wish to have one made (POST)."""
    told = told_of(request)
    line = _line(told, issue_id)
    if request.method == "POST":
        if not picture_of(told, line.issue, make=True):
            messages.error(request, "Van dit element kan geen beeld worden gemaakt.")
        return redirect("knelpunt", issue_id)
    found = picture_of(told, line.issue, make=False)
    if not found:
        raise Http404
    return HttpResponse(found, content_type="image/png")


def rule(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Judge an issue once, for all of its places."""
    told = told_of(request)
    line = _line(told, issue_id)
    if request.method != "POST":
        return redirect("knelpunt", issue_id)
    form = RulingForm(request.POST)
    taken_back = "terug" in request.POST
    if not taken_back and not form.is_valid():
        return render(
            request,
            "web/knelpunt.html",
            {**_issue_context(request, told, line, issue_id), "ruling_form": form},
            status=400,
        )
    said = {} if taken_back else form.cleaned_data
    decisions.save_ruling(
        Ruling(
            rule_id=line.issue.rule_id,
            component=line.issue.component,
            judgement=Judgement.INGETROKKEN if taken_back else Judgement(said["judgement"]),
            assigned_to=said.get("assigned_to", ""),
            why=said.get("why", "Ingetrokken."),
            by=request.user.get_username(),
            on=datetime.now(UTC),
        )
    )
    places = count(len(line.issue.places), "plaats", "plaatsen")
    messages.success(request, "Het besluit is ingetrokken." if taken_back else f"Besloten voor alle {places} tegelijk.")
    return redirect("knelpunt", issue_id)


def waive(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Grant a waiver, or take it back."""
    told = told_of(request)
    line = _line(told, issue_id)
    today = datetime.now(HERE).date()
    form = WaiverForm(request.POST if request.method == "POST" else None, today=today)
    if request.method == "POST" and "terug" in request.POST and line.waiver:
        texts = {name: getattr(line.waiver, name) for name in ("reason", "effect", "alternative", "measure")}
        _save(request, line, today, today - timedelta(days=1), texts)
        messages.success(request, "De afwijking is ingetrokken. Het knelpunt staat weer in de wachtrij.")
        return redirect("knelpunt", issue_id)
    if request.method == "POST" and form.is_valid():
        _save(request, line, today, form.cleaned_data.pop("expires_on"), form.cleaned_data)
        messages.success(request, "De afwijking is vastgelegd. Na de einddatum komt het knelpunt vanzelf terug.")
        return redirect("knelpunt", issue_id)
    context = {"line": line, "issue": line.issue, "issue_id": issue_id, "form": form, "run": told.run}
    return render(request, "web/afwijken.html", context, status=400 if form.errors else 200)


def deviations(request: HttpRequest) -> HttpResponse:
    """The table of deviations for the accessibility statement."""
    told = told_of(request)
    today = datetime.now(HERE).date()
    known = {(line.issue.rule_id, line.issue.component): line for line in queue_of(told)} if told.chosen else {}
    waivers = sorted(decisions.waivers().items(), key=lambda pair: pair[1].expires_on)
    lines = [
        (waiver, known.get(subject), issue_id(known[subject].issue) if subject in known else "", waiver.holds_on(today))
        for subject, waiver in waivers
    ]
    return render(
        request, "web/afwijkingen.html", {"lines": lines, "clocks": clocks(), "form": MilestoneForm(), "today": today}
    )


def milestone(request: HttpRequest) -> HttpResponse:
    """Say from when a term runs."""
    form = MilestoneForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        models.Milestone.objects.create(by=request.user.get_username(), on=datetime.now(UTC), **form.cleaned_data)
        messages.success(request, "De datum is bewaard.")
    elif request.method == "POST":
        messages.error(request, "De datum is niet bewaard. Vul een geldige datum in.")
    return redirect(f"{reverse('afwijkingen')}#termijnen")


def scope(request: HttpRequest) -> HttpResponse:
    """Which pages were tested, which were not, and why."""
    told = told_of(request)
    if told.chosen is None:
        return render(request, "web/leeg.html", {"busy": told.busy})
    found = told.accessibility()
    page = Paginator(found.tested, 200).get_page(request.GET.get("blad"))
    return render(request, "web/getest.html", {"run": told.run, "found": found, "page": page, "query": ""})


def queue_of(told: Told) -> tuple[Queued, ...]:
    """Every issue of the chosen run with its state of today."""
    today = datetime.now(HERE).date()
    return queued(told.accessibility(), told.summaries(), decisions.rulings(), decisions.waivers(), today)


def clocks() -> list[Clock]:
    """The terms of the accessibility statement."""
    today = datetime.now(HERE).date()
    newest = {row.kind: row.day for row in models.Milestone.objects.order_by("pk")}
    found = []
    for kind, (title, months) in TERMS.items():
        began = newest.get(kind)
        until = _later(began, months) if began else None
        found.append(Clock(kind=kind, title=title, began=began, until=until, days=(until - today).days if until else 0))
    return found


def _later(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return day


def _line(told: Told, name: str) -> Queued:
    if told.chosen is not None:
        for line in queue_of(told):
            if issue_id(line.issue) == name:
                return line
    raise Http404


def _issue_context(request: HttpRequest, told: Told, line: Queued, name: str) -> dict[str, object]:
    advice = dutch_advice().get(line.issue.rule_id, {})
    initial = {"assigned_to": line.ruling.assigned_to if line.ruling else ""}
    return {
        "run": told.run,
        "line": line,
        "issue": line.issue,
        "issue_id": name,
        "editor_advice": advice.get("redactie", ""),
        "web_team_advice": advice.get("webteam", ""),
        "page": Paginator(line.issue.places, PLACES).get_page(request.GET.get("blad")),
        "query": "",
        "has_picture": bool(request.groups and picture_of(told, line.issue, make=False)),  # type: ignore[attr-defined]
        "products": _products(told, line),
        "decided": decisions.decided_on((line.issue.rule_id, line.issue.component)) if request.groups else (),  # type: ignore[attr-defined]
        "ruling_form": RulingForm(initial=initial),
        "may_decide": may_open("oordelen", request.groups),  # type: ignore[attr-defined]
        "history": [
            (each.day, each.run.id, each.issues.get((line.issue.kind.value, line.issue.rule_id, line.issue.component)))
            for each in told.summaries(12)
        ],
    }


def _products(told: Told, line: Queued) -> dict[str, tuple[str, str]]:
    """For each address of the issue the product to which it belongs."""
    wanted = set(line.issue.pages)
    return {
        address: (row.product.id, row.product.name)
        for row in told.overview().rows
        for snapshot in row.pages
        for address in (snapshot.url, snapshot.final_url)
        if address in wanted
    }


def _save(request: HttpRequest, line: Queued, today: date, until: date, texts: dict[str, str]) -> None:
    decisions.save_waiver(
        Waiver(
            rule_id=line.issue.rule_id,
            component=line.issue.component,
            granted_by=request.user.get_username(),
            granted_on=today,
            expires_on=until,
            **texts,
        )
    )
