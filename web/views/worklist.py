"""Werklijst: what changed overnight and what is to be done, the greatest effect first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from checks.check import all_checks
from model.decision import Deed, Group, Step, Task, TaskState
from model.finding import CheckResult
from reports import words
from reports.dutch import HERE, count
from reports.matrix import Cell, Row
from reports.tasks import Change, tasks
from web import decisions
from web.derived import kept
from web.forms import StepForm
from web.gate import told_of
from web.rights import clusters_of, may_decide_on, may_open
from web.told import Told
from web.views.product import row_of
from web.views.products import changes_since

PAGE = 40
STATES = {
    "open": (TaskState.OPEN, TaskState.NIET_GEZIEN),
    "wacht": (TaskState.WACHT,),
    "uitgesteld": (TaskState.UITGESTELD,),
}
STATE_TITLES = {"open": "Te doen", "wacht": "Wacht op de volgende meting", "uitgesteld": "Uitgesteld"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One task on the screen. ``candidate`` is the sentence that comes nearest; ``days`` how long it is open."""

    task: Task
    row: Row
    cell: Cell
    days: int
    paste: str

    @property
    def candidate(self) -> str:
        """The nearest words on the page; empty where there are none."""
        return self.cell.evidence[0].quote if self.cell.evidence else ""

    @property
    def effect(self) -> str:
        """What doing this brings."""
        if not self.task.effect:
            return "Dit telt niet mee voor een norm."
        if self.task.effect == 1:
            return f"Daarmee voldoet dit product aan norm {8 if self.task.check_id == 'online' else 7}."
        return f"Hierna mist dit product nog {round(1 / self.task.effect) - 1} onderdeel{'en' if self.task.effect < 0.5 else ''}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Overnight:
    """An element that the newest run found otherwise, with the words of then and now."""

    change: Change
    row: Row
    was: str
    now: str


def worklist(request: HttpRequest) -> HttpResponse:
    """The screen."""
    told = told_of(request)
    if told.chosen is None:
        return render(request, "web/leeg.html", {"busy": told.busy})
    which = request.GET.get("toestand", "open")
    lines = _lines(told)
    tied = clusters_of(request.user)
    mine = [line for line in lines if not tied or line.row.product.cluster in tied]
    cluster, who = request.GET.get("cluster", ""), request.GET.get("wie", "")
    fitting = [
        line
        for line in mine
        if (not cluster or line.row.cluster == cluster) and (not who or line.task.assigned_to == who)
    ]
    counts = {name: sum(line.task.state in states for line in fitting) for name, states in STATES.items()}
    shown = [line for line in fitting if line.task.state in STATES.get(which, STATES["open"])]
    query = request.GET.copy()
    query.pop("blad", None)
    context = {
        "run": told.run,
        "page": Paginator(shown, PAGE).get_page(request.GET.get("blad")),
        "query": query.urlencode(),
        "tabs": [(name, title, counts[name]) for name, title in STATE_TITLES.items()],
        "which": which if which in STATES else "open",
        "sentence": _sentence(counts["open"], [line for line in fitting if line.task.state in STATES["open"]]),
        "overnight": overnight(told, tied),
        "dead_buttons": [
            (row, result)
            for row, result in told.overview().dead_buttons
            if (not tied or row.product.cluster in tied) and (not cluster or row.cluster == cluster)
        ],
        "clusters": sorted({line.row.cluster for line in mine}, key=str.casefold),
        "cluster": cluster,
        "people": sorted({line.task.assigned_to for line in mine if line.task.assigned_to}),
        "who": who,
        "may_decide": may_open("taak", request.groups),  # type: ignore[attr-defined]
        "previous": told.summaries(2)[1:],
    }
    return render(request, "web/werklijst.html", context)


def task(request: HttpRequest, product_id: str, check_id: str) -> HttpResponse:
    """One task: who does it, when, and the report that it is done."""
    told = told_of(request)
    row = row_of(told, product_id)
    if not may_decide_on(row.product.cluster, request.user):
        context = {"allowed": [f"webredactie van het cluster {row.cluster}"]}
        return render(request, "web/geweigerd.html", context, status=403)
    line = next(
        (each for each in _lines(told) if (each.task.product_id, each.task.check_id) == (product_id, check_id)), None
    )
    if check_id not in (*words.QUESTIONS, *words.BESIDE):
        raise Http404
    today = datetime.now(HERE).date()
    form = StepForm(request.POST if request.method == "POST" else None, today=today)
    if request.method == "POST" and form.is_valid():
        decisions.save_step(_step(request, told, form, product_id, check_id))
        messages.success(request, _said(Deed(form.cleaned_data["deed"])))
        back = request.POST.get("terug", "")
        safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
        return redirect(back if safe else reverse("werklijst"))
    context = {
        "run": told.run,
        "row": row,
        "line": line,
        "question": check_id,
        "form": form,
        "steps": tuple(reversed(decisions.steps().get((product_id, check_id), ()))),
        "people": _editors(),
        "me": request.user.get_username(),
        "terug": request.GET.get("terug", ""),
    }
    return render(request, "web/taak.html", context, status=400 if form.errors else 200)


def overnight(told: Told, tied: frozenset[str] = frozenset()) -> tuple[Overnight, ...]:
    """What was lost and gained since the run before, with the words of then and now."""
    found = [change for change in changes_since(told) if change.lost or change.gained]
    if not found:
        return ()
    rows = {row.product.id: row for row in told.overview().rows}
    before = kept(
        ("quotes", *told.key(told.summaries(2)[1].run)),
        lambda: _quotes(told.results(told.summaries(2)[1].run)),
        on_disk=False,
        large=True,
    )
    now = kept(("quotes", *told.key()), lambda: _quotes(told.results()), on_disk=False, large=True)
    return tuple(
        Overnight(
            change=change,
            row=rows[change.product_id],
            was=before.get((change.product_id, change.check_id), ""),
            now=now.get((change.product_id, change.check_id), ""),
        )
        for change in found
        if change.product_id in rows and (not tied or rows[change.product_id].product.cluster in tied)
    )


def _quotes(results: tuple[CheckResult, ...]) -> dict[tuple[str, str], str]:
    return {
        (each.product_id, each.check_id): each.finding.evidence[0].quote for each in results if each.finding.evidence
    }


def _lines(told: Told) -> list[Line]:
    today = datetime.now(HERE).date()
    everything = told.overview()
    rows = {row.product.id: row for row in everything.rows}
    reasons = kept(
        ("reasons", *told.key()),
        lambda: {(r.product_id, r.check_id): r.finding.reason for r in told.results()},
        on_disk=False,
        large=True,
    )
    pastes = {check.id: check.pastes for check in all_checks()}
    found = []
    for each in tasks(everything.rows, told.summaries(), decisions.steps(), today):
        row = rows[each.product_id]
        cell = next(cell for cell in (*row.cells, *row.beside) if cell.question == each.check_id)
        paste = pastes[each.check_id].get(reasons.get((each.product_id, each.check_id), ""), "")
        found.append(Line(task=each, row=row, cell=cell, days=(today - each.since).days, paste=paste))
    return found


def _sentence(amount: int, lines: list[Line]) -> str:
    if not amount:
        return "Er is niets te doen: van elk product dat u beheert, is alles in orde, gemeld of uitgesteld."
    last = sum(line.task.effect == 1 for line in lines)
    whole = f"Er {'is' if amount == 1 else 'zijn'} {count(amount, 'taak', 'taken')}."
    if not last:
        return whole
    return f"{whole} {count(last, 'product mist', 'producten missen')} nog één ding; die staan bovenaan."


def _step(request: HttpRequest, told: Told, form: StepForm, product_id: str, check_id: str) -> Step:
    said = form.cleaned_data
    deed = Deed(said["deed"])
    until: date | None = said["until"] if deed is Deed.UITSTELLEN else None
    return Step(
        product_id=product_id,
        check_id=check_id,
        deed=deed,
        run_id=told.run.id,
        to=said["to"].strip() if deed is Deed.TOEWIJZEN else "",
        until=until,
        why=said["why"],
        by=request.user.get_username(),
        on=datetime.now(UTC),
    )


def _said(deed: Deed) -> str:
    return {
        Deed.TOEWIJZEN: "De taak is toegewezen.",
        Deed.UITSTELLEN: "De taak is uitgesteld. Na die dag staat hij weer in de lijst.",
        Deed.GEDAAN: "Gemeld. De volgende meting kijkt of het nu op de pagina staat.",
        Deed.HEROPENEN: "De taak staat weer in de lijst.",
    }[deed]


def _editors() -> list[str]:
    groups = [Group.WEBREDACTIE.value, Group.BEHEER.value]
    return list(
        User.objects.filter(is_active=True, groups__name__in=groups)
        .order_by("username")
        .distinct()
        .values_list("username", flat=True)
    )
