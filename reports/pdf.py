"""The tertaal report on paper: a tagged PDF (PDF/UA-1), two to four pages."""

from __future__ import annotations

import base64
import logging
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from reports import words
from reports.accessibility import Kind, answer
from reports.charts import cluster_chart, tertaal_chart
from reports.dutch import number, percent
from reports.sentences import fractions, margin_shares, shares
from reports.tertaal_report import TertaalReport

SHOWN_CAUSES = 7

ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")], builtins=["reports.filters"])


def as_pdf(report: TertaalReport) -> bytes:
    """The report as a PDF; the same report gives the same bytes."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    document = HTML(string=as_html(report), url_fetcher=URLFetcher(allowed_protocols=["data"]))
    written = document.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=bytes.fromhex(report.origin)[:16],
        pdf_tags=True,
        finisher=_say_where_and_over_what,
    )
    return bytes(written)


def _say_where_and_over_what(document: Any, pdf: Any) -> None:
    """Give each head of a table its scope, and each figure its place in points from the bottom of the page.

    WeasyPrint ties cells to heads by their ids only, and gives a figure's box in CSS pixels from the top (ISO 14289-1, 7.5
    and ISO 32000-1, 14.8.5.4.3).
    """
    import pydyf

    high = document.pages[0].height
    for each in pdf.objects:
        if not isinstance(each, pydyf.Dictionary):
            continue
        if each.get("S") == "/TH":
            in_head = _parent(pdf, _parent(pdf, each)).get("S") == "/THead"
            each["A"]["Scope"] = "/Column" if in_head else "/Row"
        elif each.get("S") == "/Figure" and "A" in each:
            left, top, right, bottom = each["A"]["BBox"]
            place = (left, high - bottom, right, high - top)
            each["A"]["BBox"] = pydyf.Array([round(0.75 * side, 2) for side in place])


def _parent(pdf: Any, element: Any) -> Any:
    return pdf.objects[int(element["P"].split()[0])]


def as_html(report: TertaalReport) -> str:
    """What is printed."""
    told = report.told
    panels = [
        {
            "norm": norm,
            "title": words.NORM_NAMES[norm.norm],
            "outcome": words.NORM_WORDS[norm.outcome],
            "share": shares(norm),
            "fractions": fractions(norm),
            "clusters": [
                (name, part, shares(part), words.NORM_WORDS[part.outcome]) for name, part in norm.by_cluster.items()
            ],
            "cluster_chart": _inline(cluster_chart(norm)) if norm.n else "",
            "tertaal_chart": _inline(tertaal_chart(report.tertalen, norm.norm)) if len(report.tertalen) > 1 else "",
            "tertalen": [(tertaal.title, shares(each.coverage(norm.norm))) for tertaal, each in report.tertalen],
            "before": shares(report.before.coverage(norm.norm)) if report.before else "",
            "alternative": _alternative(report, norm.norm),
        }
        for norm in told.norms
    ]
    context = {
        "report": report,
        "told": told,
        "subject": told.municipality or told.run.site,
        "panels": panels,
        "elements": [
            (
                words.QUESTION_WORDS[question],
                list(outcomes.values()),
                percent(sum(list(outcomes.values())[:2]), told.active),
                margin_shares(told.margin(question)),
            )
            for question in words.QUESTIONS[:-1]
            for outcomes in [told.outcomes(question)]
        ],
        "element_words": list(words.ELEMENT_WORDS.values()),
        "causes": _causes(report),
        "answer": answer(told.accessibility),
        "kinds": [told.accessibility.totals(kind) for kind in Kind],
        "tested": number(len(told.accessibility.tested)),
    }
    return ENGINE.get_template("tertaal.html").render(Context(context))


def _causes(report: TertaalReport) -> list[tuple[str, list[int]]]:
    """The most frequent causes; the rest in one line, so that the report stays short and the totals hold."""
    told = report.told
    lines = [(cause, [norm.causes.get(cause, 0) for norm in told.norms]) for cause in told.causes]
    rest = lines[SHOWN_CAUSES:]
    others = [("Andere oorzaken samen", [sum(counts[place] for _, counts in rest) for place in (0, 1)])] if rest else []
    return [*lines[:SHOWN_CAUSES], *others]


def _alternative(report: TertaalReport, norm: int) -> str:
    """The chart of clusters in words."""
    coverage = next(each for each in report.told.norms if each.norm == norm)
    parts = [f"{name} {shares(part)}" for name, part in coverage.by_cluster.items() if part.n]
    return f"Dekking per cluster: {'; '.join(parts)}. De norm ligt bij {round(coverage.line * 100)}%."


def _inline(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
