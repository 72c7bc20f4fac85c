"""Concept toetsen: the verdicts on a page before it is published."""

from __future__ import annotations

import re
from html import escape

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from checks.check import all_checks, judge
from model.errors import UserError
from model.finding import CheckResult
from model.page import Dossier, Page
from model.product import Product
from model.reliability import reliability_now
from pages import parse_page
from reports.matrix import Cell
from reports.words import QUESTIONS
from web.forms import ConceptForm
from web.reading_copy import reading_copy
from web.told import profile, surely, today

ADDRESS = "https://concept.invalid/pagina"
LARGEST = 3_000_000  # bytes
DEEPEST = 400  # elements inside each other; a real page stays below 60
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


def concept(request: HttpRequest) -> HttpResponse:
    """The form, and the verdicts below it."""
    form = ConceptForm(request.POST if request.method == "POST" else None, request.FILES or None)
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        body = file.read() if file else as_page(form.cleaned_data["html"])
        try:
            page, results = judge_draft(body, name=form.cleaned_data["name"])
        except UserError as mistake:
            form.add_error("file" if file else "html", str(mistake))
        else:
            context |= _answers(page, results)
    return render(request, "web/concept.html", context, status=400 if form.errors else 200)


def judge_draft(body: bytes, *, name: str, url: str = "") -> tuple[Page, tuple[CheckResult, ...]]:
    """What the checks say of one page that nobody has published. UserError for what cannot be a page."""
    if len(body) > LARGEST:
        raise UserError("Deze pagina is groter dan 3 MB. Geef alleen de tekst van de pagina.")
    if body.startswith(_BINARY) or (b"\x00" in body[:4096] and not body.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UserError("Dit is geen HTML maar een ander soort bestand. Bewaar de pagina als HTML.")
    if _depth(body) > DEEPEST:
        raise UserError("Deze HTML zit te diep in elkaar om te lezen. Geef alleen de tekst van de pagina.")
    page = parse_page(body, url=url or ADDRESS, content_type="text/html")
    if not any(section.blocks or section.heading for section in page.sections):
        raise UserError("Op deze pagina staat geen tekst.")
    product = Product(id="concept", name=name or page.title, urls=(page.url,))
    return page, surely(
        judge(Dossier(product=product, pages=(page,), profile=profile(), day=today())), reliability_now()
    )


def as_page(text: str) -> bytes:
    """Pasted text as a page: HTML as it is, plain text with a paragraph for each line."""
    if "<" in text and ">" in text:
        return text.encode("utf-8", "replace")
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html lang='nl'><body><main>{lines}</main></body></html>".encode("utf-8", "replace")


def _answers(page: Page, results: tuple[CheckResult, ...]) -> dict[str, object]:
    cells = [
        Cell(
            question=each.check_id,
            outcome=each.finding.outcome,
            message=each.message,
            evidence=each.finding.evidence,
            sureness=each.sureness,
            leaning=each.leaning,
        )
        for each in results
        if each.check_id in QUESTIONS
    ]
    pastes = {check.id: check.pastes for check in all_checks()}
    reasons = {each.check_id: each.finding.reason for each in results}
    return {
        "answers": [(cell, pastes[cell.question].get(reasons[cell.question], "")) for cell in cells],
        "copies": [reading_copy(page, cells, 1)],
        "missing": [cell.question for cell in cells if cell.outcome in ("onvolledig", "ontbreekt", "nee")],
        "judged": True,
    }


def _depth(body: bytes) -> int:
    """A rough count of elements that stand open at the same time; parsing more than a few hundred takes ages."""
    deepest = depth = 0
    for piece in _SCRIPT.sub(b"", body).split(b"<")[1:]:
        if piece[:1].isalpha() and not piece[:6].lower().startswith(_VOID) and b"/>" not in piece:
            depth += 1
            deepest = max(deepest, depth)
        elif piece[:1] == b"/":
            depth = max(0, depth - 1)
    return deepest


_SCRIPT = re.compile(rb"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_VOID = (
    b"p>",
    b"p ",
    b"li",
    b"br",
    b"img",
    b"hr",
    b"meta",
    b"link",
    b"input",
    b"td",
    b"tr",
    b"th",
    b"dt",
    b"dd",
    b"option",
)
