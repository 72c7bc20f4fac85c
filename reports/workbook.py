"""The tertaal report as an Excel file: six sheets with frozen heads and filters, and the same totals."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from model.finding import ELEMENTS
from reports import words
from reports.accessibility import Kind
from reports.dutch import day, listed, moment
from reports.figures import coverage_figures, element_figures
from reports.sentences import margin_sentence, sentence, shares
from reports.sheets import TOTAL
from reports.tertaal_report import TertaalReport

LONGEST = 32_000  # characters; Excel refuses a cell above 32,767
WIDEST = 60  # characters in a column
BAD = {"ontbreekt", "voldoet niet", "nee", "niet gehaald"}
DEFINITIONS = (
    ("aanwezig", "Na het lezen van de pagina weet de bezoeker het antwoord."),
    ("onvolledig", "De pagina noemt het, maar de bezoeker moet elders verder zoeken."),
    ("ontbreekt", "De pagina zegt er niets over."),
    ("niet van toepassing", "Dit kan voor dit product niet bestaan, zoals kosten bij een uitkering."),
    ("nog te beoordelen", "Het programma kan het niet beslissen. Een mens moet kijken."),
    ("niet gemeten", "De pagina kon niet worden gelezen. Dat zegt niets over de inhoud."),
    ("servicenorm 7", "Hoe, waar, kosten en afhandeltermijn zijn elk aanwezig of niet van toepassing. Lijn: 90%."),
    ("servicenorm 8", "De aanvraag zelf kan digitaal, hier of bij een andere organisatie. Lijn: 80%."),
    ("ondergrens", "Het aandeel als alles wat onbekend is tegenvalt (breuk van 1)."),
    ("bovengrens", "Het aandeel als alles wat onbekend is meezit (breuk van 1)."),
    ("marge_ondergrens, marge_bovengrens", "Het aandeel als meetelt hoe vaak het programma zich vergist (95%)."),
    ("marge_aantal_paginas", "Op zoveel pagina's, die ook mensen beoordeelden, rust de marge."),
    ("knelpunt", "Een regel van WCAG 2.1 A of AA die in een onderdeel van de site niet goed gaat."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The formats of the workbook. Colour never stands alone: the cell's word says the same."""

    head: Any
    plain: Any
    share: Any
    bold: Any
    bad: Any
    half: Any


def as_xlsx(report: TertaalReport) -> bytes:
    """The report as a workbook; the same report gives the same cells."""
    memory = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(memory, safe) as book:
        told = report.told
        book.set_properties(
            {
                "title": f"Servicenormen, {report.tertaal.title}",
                "author": "Goedgeregeld",
                "created": told.run.started_at.replace(tzinfo=None),
            }
        )
        looks = Looks(
            head=book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"}),
            plain=book.add_format({"text_wrap": True, "valign": "top"}),
            share=book.add_format({"num_format": "0.0%", "valign": "top"}),
            bold=book.add_format({"bold": True, "valign": "top"}),
            bad=book.add_format({"font_color": "#7a1f0b", "bg_color": "#fbeae5", "bold": True}),
            half=book.add_format({"font_color": "#5d3d00", "bg_color": "#fdf3dc"}),
        )
        _sheet(book, looks, "samenvatting", ("onderwerp", "waarde"), _summary(report))
        _sheet(book, looks, "clusters", ("norm", "cluster", *coverage_figures(told.norms[0])), _clusters(report))
        _sheet(book, looks, "onderdelen", ("onderdeel", *element_figures(told, ELEMENTS[0])), _shares(report))
        _sheet(book, looks, "producten", PRODUCT_HEADS, _products(report))
        _sheet(book, looks, "elementen", ELEMENT_HEADS, _elements(report))
        _sheet(book, looks, "toegankelijkheid", ISSUE_HEADS, _issues(report))
        _sheet(book, looks, "definities", ("woord", "betekenis"), DEFINITIONS)
    return memory.getvalue()


PRODUCT_HEADS = (
    *("id", "naam", "cluster", "eigenaar", "adres", "toestand", "servicenorm_7", "servicenorm_8"),
    *("oorzaak_onbekend", "mist", *words.QUESTIONS),
)
ELEMENT_HEADS = (
    *("product", "onderdeel", "oordeel", "lijkt_op", "eens_met_mensen", "aantal_paginas"),
    *("bericht", "citaat", "vindplaats"),
)
ISSUE_HEADS = (
    *("soort", "regel", "omschrijving", "impact", "succescriteria", "en_301_549", "onderdeel", "in_sjabloon"),
    *("aantal_paginas", "aantal_elementen"),
)


def _summary(report: TertaalReport) -> Iterable[Sequence[object]]:
    told, run = report.told, report.told.run
    yield "tertaal", report.tertaal.title
    yield "gemeten op", day(told.day)
    for norm in told.norms:
        yield words.NORM_NAMES[norm.norm], sentence(norm)
        yield f"servicenorm {norm.norm}: oordeel", words.NORM_WORDS[norm.outcome]
        yield f"servicenorm {norm.norm}: dekking", shares(norm)
        yield f"servicenorm {norm.norm}: marge", margin_sentence(norm)
        yield f"servicenorm {norm.norm}: aantal voldoet", norm.met
        yield f"servicenorm {norm.norm}: aantal telt mee", norm.n
        if report.before:
            yield f"servicenorm {norm.norm}: dekking in het tertaal daarvoor", shares(report.before.coverage(norm.norm))
    for state, amount in told.states.items():
        yield f"aantal producten {words.STATE_WORDS[state]}", amount
    for kind in Kind:
        totals = told.accessibility.totals(kind)
        yield f"toegankelijkheid, {kind.value}: aantal regel en onderdeel", totals.issues
        yield f"toegankelijkheid, {kind.value}: aantal elementen", totals.elements
    for line in report.norms:
        if not line.ours:
            figure = line.figure
            told_elsewhere = (
                f"{figure.shown} (lijn {figure.line_shown}; {figure.source}, {day(figure.source_date)})"
                if figure
                else "nog niet aangeleverd"
            )
            yield f"servicenorm {line.norm}{f': {figure.name}' if figure else ''} (elders gemeten)", told_elsewhere
    yield "aantal correcties door mensen", report.corrections
    yield "meting", run.id
    yield "begonnen", moment(run.started_at)
    yield "productcatalogus (sha256)", run.catalog_sha256
    yield "kenmerk van deze cijfers (sha256)", report.origin


def _clusters(report: TertaalReport) -> Iterable[Sequence[object]]:
    for norm in report.told.norms:
        for name, part in [(TOTAL, norm), *norm.by_cluster.items()]:
            yield norm.norm, name, *coverage_figures(part).values()


def _shares(report: TertaalReport) -> Iterable[Sequence[object]]:
    for element in ELEMENTS:
        yield element, *element_figures(report.told, element).values()


def _products(report: TertaalReport) -> Iterable[Sequence[object]]:
    for row in report.told.rows:
        found = {cell.question: words.outcome_word(cell.outcome) for cell in row.cells}
        yield (
            row.product.id,
            row.product.name,
            row.cluster,
            row.product.owner,
            row.address,
            words.STATE_WORDS[row.state],
            words.MET_WORDS[row.seven.met],
            words.MET_WORDS[row.eight.met],
            listed(tuple(dict.fromkeys(filter(None, (row.seven.cause, row.eight.cause))))),
            ", ".join(row.missing),
            *(found.get(question, "") for question in words.QUESTIONS),
        )


def _elements(report: TertaalReport) -> Iterable[Sequence[object]]:
    for row in report.told.rows:
        for cell in row.cells:
            evidence = cell.evidence[0] if cell.evidence else None
            quote, place = (evidence.quote, evidence.url) if evidence else ("", "")
            leaning = words.outcome_word(cell.leaning) if cell.leaning else ""
            sure = (cell.sureness.share, cell.sureness.pages) if cell.sureness else (None, None)
            found = (words.outcome_word(cell.outcome), leaning, *sure, cell.message, quote, place)
            yield row.product.id, cell.question, *found


def _issues(report: TertaalReport) -> Iterable[Sequence[object]]:
    for issue in report.told.accessibility.issues:
        yield (
            issue.kind.value,
            issue.rule_id,
            issue.name,
            words.IMPACT_WORDS.get(issue.impact, issue.impact),
            ", ".join([*(criterion.title for criterion in issue.criteria), *issue.other_criteria]),
            ", ".join(criterion.clause for criterion in issue.criteria),
            issue.component,
            "ja" if issue.template else "nee",
            len(issue.pages),
            len(issue.places),
        )


def _sheet(book: Any, looks: Looks, name: str, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    sheet = book.add_worksheet(name)
    widths = [len(head) for head in heads]
    sheet.write_row(0, 0, heads, looks.head)
    last = 0
    for last, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            _write(sheet, looks, last, column, value, heads[column])
            widths[column] = max(widths[column], min(WIDEST, len(str(value))))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, last), len(heads) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for word in BAD:
        sheet.conditional_format(1, 0, max(1, last), len(heads) - 1, _equals(word, looks.bad))
    sheet.conditional_format(1, 0, max(1, last), len(heads) - 1, _equals("onvolledig", looks.half))


def _write(sheet: Any, looks: Looks, row: int, column: int, value: object, head: str) -> None:
    if isinstance(value, float):
        sheet.write_number(row, column, value, looks.share)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, looks.plain)
    elif value is not None:
        sheet.write_string(row, column, _clean(str(value)), looks.plain)


def _clean(text: str) -> str:
    """Without the characters that XML refuses."""
    kept = "".join(char if char >= " " or char in "\n\t" else "\ufffd" for char in text[:LONGEST])
    return kept.encode("utf-8", "replace").decode("utf-8").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _equals(word: str, look: Any) -> dict[str, Any]:
    return {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
