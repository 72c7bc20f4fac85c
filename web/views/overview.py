"""Overzicht: do we meet the norms, since when, why not, and what would bring us there?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from model.verdict import Coverage, ProductState
from reports import words
from reports.dutch import percent
from reports.matrix import Row
from reports.promise import Outcomes, Promise, kept, promise, rows_of
from reports.summary import Summary
from reports.trend import Trend, last_of_tertaal, trend
from web.gate import told_of
from web.told import Told

SHOWN_PROMISED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One norm on the screen. ``outside`` counts active products that are not in the denominator."""

    norm: Coverage
    title: str
    deed: str
    trend: Trend
    promise: Promise
    promised: tuple[Row, ...]
    came_true: Outcomes | None
    outside: int
    slug: str

    @property
    def more(self) -> int:
        """How many promised products are not shown."""
        return len(self.promise.products) - len(self.promised)


def overview(request: HttpRequest) -> HttpResponse:
    """The first screen."""
    told = told_of(request)
    if told.chosen is None:
        return render(request, "web/leeg.html", {"busy": told.busy})
    summaries = told.summaries()
    everything = told.overview()
    context = {
        "everything": everything,
        "run": told.run,
        "panels": [_panel(norm, everything.rows, summaries) for norm in everything.norms],
        "states": [(words.STATE_WORDS[state], state.value, everything.states[state]) for state in ProductState],
        "elements": [
            (*_element(summaries[0].elements[question], question, everything.active), everything.margin(question))
            for question in words.QUESTIONS[:-1]
        ],
        "element_words": tuple(words.ELEMENT_WORDS.items()),
        "causes": [(cause, [norm.causes.get(cause, 0) for norm in everything.norms]) for cause in everything.causes],
        "accessible": told.accessible(),
        "tertalen": _tertalen(told),
    }
    return render(request, "web/overzicht.html", context)


def runs(request: HttpRequest) -> HttpResponse:
    """Every run, to choose one from."""
    told = told_of(request)
    lines = [(run, told.summary(run)) for run in told.runs[:36]]
    return render(
        request, "web/metingen.html", {"lines": lines, "busy": told.busy, "more": max(0, len(told.runs) - 36)}
    )


def terms(request: HttpRequest) -> HttpResponse:
    """What the words mean and how we know."""
    return render(request, "web/begrippen.html")


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures of the last night for Prometheus, as the night wrote them; empty where there was none yet."""
    file: Path = settings.METRICS_FILE
    text = file.read_text("utf-8") if file.exists() else ""
    return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")


def api_explained(request: HttpRequest) -> HttpResponse:
    """The addresses for other programs, in plain words."""
    from web.api import api

    described = api.get_openapi_schema(path_prefix="/api/v1/")
    lines = [
        (method.upper(), path, operation.get("summary", ""), operation.get("description", ""))
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "web/api.html", {"lines": lines})


def _panel(norm: Coverage, rows: tuple[Row, ...], summaries: tuple[Summary, ...]) -> Panel:
    made = promise(summaries[0], norm.norm)
    before = next((each for each in summaries[1:] if each.run.state == summaries[0].run.state), None)
    active = sum(row.state is not ProductState.NIET_ACTIEF for row in rows)
    return Panel(
        norm=norm,
        title=words.NORM_NAMES[norm.norm],
        deed="missen" if norm.norm == 7 else "zijn nog niet online",
        trend=trend(summaries, norm.norm),
        promise=made,
        promised=rows_of(made, rows)[:SHOWN_PROMISED],
        came_true=kept(before, summaries[0], norm.norm) if before else None,
        outside=active - norm.n,
        slug=f"norm{norm.norm}",
    )


def _element(outcomes: Mapping[str, int], question: str, active: int) -> tuple[str, list[tuple[str, int]], str]:
    counts = list(outcomes.items())
    return question, counts, percent(counts[0][1] + counts[1][1], active)


def _tertalen(told: Told) -> list[tuple[str, str, Summary]]:
    found = last_of_tertaal(told.runs)
    return [(tertaal.title, tertaal.label, told.summary(run)) for tertaal, run in list(found.items())[:9]]
