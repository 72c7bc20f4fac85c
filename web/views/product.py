"""Productpagina: what the page says, where it says so, and what an editor can do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from checks.check import all_checks
from model.decision import Review
from model.finding import CheckResult, Online, Outcome
from reports import words
from reports.accessibility import Issue
from reports.corrections import CORRECTED
from reports.matrix import Cell, Row
from reports.summary import Summary
from web import decisions
from web.derived import kept
from web.forms import ReviewForm
from web.gate import told_of
from web.identity import issue_id
from web.measuring_now import last_measured, measure_now
from web.reading_copy import reading_copy
from web.rights import may_decide_on, may_open
from web.told import Told, pages_of, stands_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One element on the screen. ``places`` are the numbers of the pages in the reading copy that hold its quotes."""

    cell: Cell
    paste: str
    corrected: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day on which an element was found otherwise than before."""

    day: date
    run_id: str
    question: str
    before: str
    now: str


def product(request: HttpRequest, product_id: str) -> HttpResponse:
    """The screen of one product."""
    told = told_of(request)
    row = row_of(told, product_id)
    copies = [reading_copy(page, row.cells, place) for place, page in enumerate(pages_of(told.run, row.product), 1)]
    anchors = {
        anchor for copy in copies for passage in copy.passages for part in _parts(passage) for anchor in part.anchors
    }
    results = _results(told, product_id)
    addresses = {address for snapshot in row.pages for address in (snapshot.url, snapshot.final_url)}
    context = {
        "run": told.run,
        "row": row,
        "answers": [_answer(cell, results, anchors) for cell in row.cells],
        "beside": [result for name, result in results.items() if name not in words.QUESTIONS],
        "copies": copies,
        "issues": _issues(told, addresses),
        "turns": _turns(told.summaries(), product_id),
        "reviews": decisions.reviews_of(product_id) if request.groups else (),  # type: ignore[attr-defined]
        "measured": last_measured(product_id) if request.groups else None,  # type: ignore[attr-defined]
        "may_decide": _may_decide(request, row),
    }
    return render(request, "web/product.html", context)


def review(request: HttpRequest, product_id: str, check_id: str) -> HttpResponse:
    """Say that a verdict is wrong, or take that back."""
    told = told_of(request)
    row = row_of(told, product_id)
    if not _may_decide(request, row):
        return _not_your_cluster(request, row)
    result = next(
        (each for each in told.facts().results if each.product_id == product_id and each.check_id == check_id), None
    )
    cell = next((cell for cell in row.cells if cell.question == check_id), None)
    if result is None or cell is None or check_id not in words.QUESTIONS:
        raise Http404
    quotes = [evidence.quote for evidence in cell.evidence]
    form = ReviewForm(
        request.POST if request.method == "POST" else None,
        check_id=check_id,
        initial={"corrected": cell.leaning, "quote": quotes[0] if quotes else ""} if cell.leaning else {},
    )
    if request.method == "POST" and "terug" in request.POST:
        decisions.save_review(_review(request, told, result, None, "", "", "Ingetrokken."))
        messages.success(request, "De correctie is ingetrokken. Het oordeel van het programma geldt weer.")
        return _back(row, check_id)
    if request.method == "POST" and form.is_valid():
        quote = " ".join(form.cleaned_data["quote"].split())
        url = stands_on(quote, pages_of(told.run, row.product)) if quote else ""
        if quote and not url:
            form.add_error("quote", "Deze woorden staan niet op de pagina's van dit product. Neem ze letterlijk over.")
        else:
            answer = form.cleaned_data["corrected"]
            right = Online(answer) if check_id == "online" else Outcome(answer)
            decisions.save_review(_review(request, told, result, right, quote, url, form.cleaned_data["why"]))
            messages.success(request, "Uw correctie telt vanaf nu mee in de cijfers en in het volgende rapport.")
            return _back(row, check_id)
    context = {
        "row": row,
        "cell": cell,
        "form": form,
        "corrected": _is_corrected(told, product_id, check_id),
        "run": told.run,
    }
    return render(request, "web/klopt_niet.html", context, status=400 if form.errors else 200)


@require_POST
def remeasure(request: HttpRequest, product_id: str) -> HttpResponse:
    """Read the product's pages now, to see whether a change works."""
    row = row_of(told_of(request), product_id)
    if not _may_decide(request, row):
        return _not_your_cluster(request, row)
    messages.info(request, measure_now(row.product, told_of(request).run.site, request.user.get_username()))
    return redirect(f"{reverse('product', args=[product_id])}#nu")


def _is_corrected(told: Told, product_id: str, check_id: str) -> bool:
    found = _results(told, product_id).get(check_id)
    return found is not None and found.finding.reason == CORRECTED


def row_of(told: Told, product_id: str) -> Row:
    """The product's row; 404 where the run does not know it."""
    if told.chosen is None:
        raise Http404
    row = next((row for row in told.overview().rows if row.product.id == product_id), None)
    if row is None:
        raise Http404
    return row


def _may_decide(request: HttpRequest, row: Row) -> bool:
    return may_open("klopt_niet", request.groups) and may_decide_on(row.product.cluster, request.user)  # type: ignore[attr-defined]


def _not_your_cluster(request: HttpRequest, row: Row) -> HttpResponse:
    context = {"allowed": [f"webredactie van het cluster {row.cluster}"]}
    return HttpResponseForbidden(render(request, "web/geweigerd.html", context).content)


def _back(row: Row, check_id: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('product', args=[row.product.id])}#{check_id}")


def _results(told: Told, product_id: str) -> Mapping[str, CheckResult]:
    found = kept(("by product", *told.key()), lambda: _by_product(told), on_disk=False, large=True)
    return found.get(product_id, {})


def _by_product(told: Told) -> dict[str, dict[str, CheckResult]]:
    found: dict[str, dict[str, CheckResult]] = {}
    for result in told.results():
        found.setdefault(result.product_id, {})[result.check_id] = result
    return found


def _answer(cell: Cell, results: Mapping[str, CheckResult], anchors: set[str]) -> Answer:
    result = results.get(cell.question)
    reason = result.finding.reason if result else ""
    check = next((check for check in all_checks() if check.id == cell.question), None)
    return Answer(
        cell=cell,
        paste=check.pastes.get(reason, "") if check else "",
        corrected=reason == CORRECTED,
        anchors=tuple(sorted(anchor for anchor in anchors if anchor.endswith(f"-{cell.question}"))),
    )


def _parts(passage: object) -> list[object]:
    return [*passage.heading, *(part for paragraph in passage.paragraphs for part in paragraph.parts)]  # type: ignore[attr-defined]


def _issues(told: Told, addresses: set[str]) -> list[tuple[str, Issue, int]]:
    by_page = kept(("issues by page", *told.key()), lambda: _by_page(told), on_disk=False, large=True)
    found: dict[str, tuple[Issue, int]] = {}
    for address in addresses:
        for issue, amount in by_page.get(address, ()):
            name = issue_id(issue)
            found[name] = issue, found.get(name, (issue, 0))[1] + amount
    return [(name, issue, amount) for name, (issue, amount) in found.items()]


def _by_page(told: Told) -> dict[str, list[tuple[Issue, int]]]:
    found: dict[str, list[tuple[Issue, int]]] = {}
    for issue in told.accessibility().issues:
        counts: dict[str, int] = {}
        for place in issue.places:
            counts[place.url] = counts.get(place.url, 0) + 1
        for url, amount in counts.items():
            found.setdefault(url, []).append((issue, amount))
    return found


def _turns(summaries: tuple[Summary, ...], product_id: str) -> list[Turn]:
    """Newest first; a run that did not read the page is no turn."""
    found = []
    for question in words.QUESTIONS:
        before = ""
        for each in reversed(summaries):
            now = each.outcome(product_id, question)
            if now and now != "niet gemeten":
                if before and now != before:
                    found.append(Turn(day=each.day, run_id=each.run.id, question=question, before=before, now=now))
                before = now
    return sorted(found, key=lambda turn: turn.day, reverse=True)


def _review(
    request: HttpRequest,
    told: Told,
    result: CheckResult,
    corrected: Outcome | Online | None,
    quote: str,
    url: str,
    why: str,
) -> Review:
    return Review(
        product_id=result.product_id,
        check_id=result.check_id,
        run_id=told.run.id,
        found=result.finding.outcome,
        reason=result.finding.reason,
        quotes=tuple(evidence.quote for evidence in result.finding.evidence),
        corrected=corrected,
        quote=quote,
        url=url,
        why=why,
        by=request.user.get_username(),
        on=datetime.now(UTC),
    )
