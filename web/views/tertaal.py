"""Rapporten: the tertaal report in every form, and figures that were measured elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from model.errors import UserError
from model.tertaal import Tertaal, read_tertaal
from reports.corrections import CORRECTED
from reports.other_figures import COLUMNS, OtherFigure, read_figures
from reports.tertaal_report import TertaalReport, as_csv, as_json, chosen
from reports.trend import last_of_tertaal
from web import models
from web.derived import kept
from web.forms import FileForm
from web.gate import told_of
from web.told import Told

KINDS = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def reports(request: HttpRequest) -> HttpResponse:
    """Every tertaal with a complete run, newest first."""
    told = told_of(request)
    lines = [(tertaal, told.summary(run)) for tertaal, run in last_of_tertaal(told.runs).items()]
    return render(request, "web/rapporten.html", {"lines": lines, "others": handed_in(), "forms": list(KINDS)})


def file(request: HttpRequest, label: str, form: str) -> HttpResponse:
    """One report as a file."""
    if form not in KINDS:
        raise Http404
    report = report_of(told_of(request), read_tertaal(label))
    if report is None:
        raise Http404
    body = kept(("tertaal", report.origin, form), lambda: WRITERS[form](report))
    answer = HttpResponse(body, content_type=KINDS[form])
    answer["Content-Disposition"] = f'attachment; filename="servicenormen-{label}.{form}"'
    return answer


def figures(request: HttpRequest) -> HttpResponse:
    """Hand in figures that were measured elsewhere."""
    form = FileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    mistakes: list[str] = []
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            found = read_figures(upload.read(), upload.name)
        except UserError as mistake:
            mistakes = [each.sentence() for each in (mistake, *mistake.further)]
        else:
            for figure in found:
                _save(figure, request.user.get_username())
            messages.success(
                request, f"{len(found)} cijfers bewaard. Ze staan vanaf nu in het rapport van hun tertaal."
            )
            return redirect("cijfers")
    context = {"form": form, "mistakes": mistakes, "columns": COLUMNS, "others": handed_in()}
    return render(request, "web/cijfers.html", context, status=400 if mistakes or form.errors else 200)


def report_of(told: Told, tertaal: Tertaal) -> TertaalReport | None:
    """The report of a tertaal from its newest complete run; None where it has none."""
    last = last_of_tertaal(told.runs)
    if tertaal not in last:
        return None
    run = last[tertaal]
    earlier = sorted(each for each in last if each <= tertaal)[-9:]
    overview = told.overview(run)
    return TertaalReport(
        tertaal=tertaal,
        told=overview,
        before=told.summary(last[earlier[-2]]) if len(earlier) > 1 else None,
        tertalen=tuple((each, told.summary(last[each])) for each in earlier),
        others=chosen(handed_in(), tertaal),
        corrections=sum(result.finding.reason == CORRECTED for result in told.results(run)),
    )


def handed_in() -> tuple[OtherFigure, ...]:
    """Every figure that was handed in, in that order; the last one of a norm and tertaal counts."""
    return tuple(
        OtherFigure(
            tertaal=read_tertaal(row.tertaal),
            norm=row.norm,
            name=row.name,
            value=row.met,
            of=row.of,
            unit=row.unit,
            line=row.line,
            source=row.source,
            source_date=row.source_date,
        )
        for row in models.Figure.objects.order_by("pk")
    )


def _save(figure: OtherFigure, by: str) -> None:
    models.Figure.objects.create(
        tertaal=figure.tertaal.label,
        norm=figure.norm,
        name=figure.name,
        met=figure.value,
        of=figure.of,
        unit=figure.unit,
        line=figure.line,
        source=figure.source,
        source_date=figure.source_date,
        by=by,
        on=datetime.now(UTC),
    )


def _pdf(report: TertaalReport) -> bytes:
    from reports.pdf import as_pdf

    return as_pdf(report)


def _xlsx(report: TertaalReport) -> bytes:
    from reports.workbook import as_xlsx

    return as_xlsx(report)


WRITERS: Mapping[str, Callable[[TertaalReport], bytes]] = {"pdf": _pdf, "xlsx": _xlsx, "csv": as_csv, "json": as_json}
"""How each form is written. What is heavy to load is loaded when it is asked for."""
