"""The same numbers in the web app, the static report, the PDF, the sheets, the figures and the API, for three runs."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from itertools import pairwise

import openpyxl
import pikepdf
import pypdf
import pytest
from lxml import html

from goedgeregeld import measuring
from model.finding import ELEMENTS
from model.profile import ANY_SITE
from reports.dutch import number
from reports.sentences import margin_sentence, margin_shares, sentence, shares
from store import history
from tests.web import city
from web.told import Told

COUNTS = ("aantal_telt_mee", "aantal_voldoet", "aantal_voldoet_niet", "aantal_onbekend")


@pytest.mark.parametrize(("run_id", "tertaal"), [("r1", "2026-T1"), ("r2", "2026-T2"), ("r3", "2026-T3")])
def test_every_form_of_a_run_shows_the_same_numbers(as_, tmp_path, run_id, tertaal):
    client = as_("management")
    told = Told(run_id)
    norms = told.overview().norms
    truth = {norm.norm: (norm.n, norm.met, norm.failed, norm.unknown) for norm in norms}
    assert {norm.met for norm in norms} != {0}

    seen = {"web": _web(client, run_id), "api": _api(client, run_id)}
    files = {form: client.get(f"/rapporten/{tertaal}.{form}").content for form in ("pdf", "xlsx", "csv", "json")}
    seen["json"] = {each["norm"]: tuple(each[name] for name in COUNTS) for each in json.loads(files["json"])["normen"]}
    lines = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig")), delimiter=";"))
    seen["csv"] = {
        int(line["norm"]): tuple(int(line[name]) for name in COUNTS) for line in lines if line["cluster"] == "Totaal"
    }
    seen["xlsx"] = _xlsx(files["xlsx"])
    measuring.report_run(history.run(run_id), tmp_path, ANY_SITE)
    static = json.loads((tmp_path / "dekking.json").read_text("utf-8"))
    seen["statisch"] = {each["norm"]: tuple(each[name] for name in COUNTS) for each in static["normen"]}
    assert seen == dict.fromkeys(seen, truth)

    margins = {norm.norm: _rounded(norm.interval) for norm in norms}
    assert all(margins.values())
    shown = {"api": client.get(f"/api/v1/dekking?meting={run_id}").json()["dekking"]}
    shown |= {"json": json.loads(files["json"])["normen"], "statisch": static["normen"], "csv": lines}
    shown["xlsx"] = _lines_of(files["xlsx"], "clusters")
    for form, found in shown.items():
        totals = [each for each in found if each.get("cluster") in (None, "Totaal")]
        assert {int(each["norm"]): _rounded(each) for each in totals} == margins, form
    elements = {name: _rounded(told.overview().margin(name)) for name in ELEMENTS}
    assert all(elements.values())
    shown = {"api": client.get(f"/api/v1/dekking?meting={run_id}").json()["onderdelen"]}
    shown["xlsx"] = _lines_of(files["xlsx"], "onderdelen")
    shown["csv"] = list(
        csv.DictReader((tmp_path / "onderdelen.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    )
    for form, found in shown.items():
        assert {each["onderdeel"]: _rounded(each) for each in found} == elements, form
    for whole in (json.loads(files["json"]), static):
        assert {name: _rounded(each) for name, each in whole["marges_per_onderdeel"].items()} == elements

    text = _pdf_text(files["pdf"])
    page = " ".join(html.fromstring(client.get(f"/?meting={run_id}").content).text_content().split())
    report = " ".join(html.fromstring((tmp_path / "rapport.html").read_bytes()).text_content().split())
    for norm in norms:
        assert sentence(norm) in page
        assert sentence(norm) in report
        assert _squeezed(sentence(norm)) in text
        assert margin_sentence(norm) in page
        assert margin_sentence(norm) in report
        assert _squeezed(margin_sentence(norm)) in text
        for element in ELEMENTS:
            margin = margin_shares(told.overview().margin(element))
            assert margin in page
            assert margin in report
            assert _squeezed(margin) in text
        for name, part in norm.by_cluster.items():
            row = _squeezed(f"{name}{part.met}{part.failed}{part.unknown}{part.n}{shares(part)}")
            assert row in text, (name, row)


def test_every_number_on_the_overview_leads_to_as_many_products(as_):
    client = as_("management")
    page = html.fromstring(client.get("/").content)
    links = [link for link in page.xpath("//td[contains(@class,'n')]/a") if "/producten/" in link.get("href")]
    assert len(links) > 20
    for link in links:
        listed = html.fromstring(client.get(link.get("href")).content)
        rows = listed.xpath("//div[contains(@class,'matrix')]//tbody/tr[th]")
        assert number(len(rows)) == link.text, link.get("href")


def test_a_past_tertaal_stays_what_it_was_when_a_later_run_is_corrected(as_):
    before = as_("management").get("/rapporten/2026-T2.json").json()
    editor = as_("webredactie")
    said = {"corrected": "aanwezig", "quote": "U krijgt binnen 5 werkdagen een besluit.", "why": "Er staat genoeg."}
    assert editor.post("/producten/uittreksel/kosten/klopt-niet/", said).status_code == 302
    now = as_("management").get("/rapporten/2026-T3.json").json()
    assert now["aantal_correcties"] == 1
    assert as_("management").get("/rapporten/2026-T2.json").json() == before


def test_a_report_is_rebuilt_to_the_same_bytes(as_):
    one, other = (as_("management").get("/rapporten/2026-T3.csv").content for _ in range(2))
    assert one == other


def test_figures_of_other_norms_stand_beside_ours_in_every_form(as_):
    client = as_("management")
    heads = "tertaal;norm;naam;waarde;van;eenheid;lijn;bron;brondatum\n"
    lines = f"{heads}2026-T3;1;Snel geholpen;182;200;gesprekken;180;Telefooncentrale;2026-11-30\n"
    wrong = lines.replace(";1;", ";7;").replace("182", "veel")
    refused = client.post("/rapporten/cijfers/", {"file": _file(wrong)})
    assert refused.status_code == 400
    assert "Servicenorm 7 meet Goedgeregeld zelf" in refused.content.decode()
    assert "regel 2, kolom waarde" in refused.content.decode()
    assert client.post("/rapporten/cijfers/", {"file": _file(lines)}).status_code == 302
    found = client.get("/rapporten/2026-T3.json").json()["andere_servicenormen"]
    assert [(each["norm"], each["waarde"], each["bron"]) for each in found] == [(1, 182.0, "Telefooncentrale")]
    assert b"Telefooncentrale" in client.get("/rapporten/2026-T3.csv").content
    assert _squeezed("182 van 200 gesprekken") in _pdf_text(client.get("/rapporten/2026-T3.pdf").content)


def test_the_pdf_is_tagged_titled_and_readable_without_seeing_it(as_):
    (name, began) = city.NIGHTS[-1]
    city.measure(f"{name}-b", began + timedelta(days=3))
    with pikepdf.open(io.BytesIO(as_("management").get("/rapporten/2026-T3.pdf").content)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "nl"
        assert bool(root.MarkInfo.Marked) is True
        assert bool(root.ViewerPreferences.DisplayDocTitle) is True
        assert 2 <= len(pdf.pages) <= 4
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"].startswith("Servicenormen van")
        kinds = list(_structure(root.StructTreeRoot))
    tags = [kind for kind, _ in kinds]
    assert tags.count("/H1") == 1
    assert {"/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/Caption", "/Figure", "/P"} <= set(tags)
    headings = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(headings))
    alternatives = [alt for kind, alt in kinds if kind == "/Figure"]
    assert len(alternatives) >= 2
    assert all("%" in alt for alt in alternatives)


def test_in_the_pdf_every_head_has_its_scope_every_figure_its_place_and_every_mark_on_paper_its_tag(as_):
    with pikepdf.open(io.BytesIO(as_("management").get("/rapporten/2026-T3.pdf").content)) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        heads = [each for each in elements if each.S == "/TH"]
        assert len(heads) > 20
        assert {str(each.A.Scope) for each in heads} == {"/Column", "/Row"}
        ids = {bytes(each.ID) for each in heads}
        cells = [each for each in elements if each.S == "/TD"]
        assert all(bytes(name) in ids for cell in cells for name in cell.A.Headers)
        for figure in (each for each in elements if each.S == "/Figure"):
            left, low, right, high = map(float, figure.A.BBox)
            assert 0 < left < right < 595
            assert 0 < low < high < 842
            assert high - low < 200
        for page in pdf.pages:
            assert page.Tabs == "/S"
            assert _unmarked(page) == []
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font
                (inner,) = font.DescendantFonts
                assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())


def test_the_workbook_has_its_sheets_frozen_heads_and_filters_and_no_formulas(as_):
    book = openpyxl.load_workbook(io.BytesIO(as_("management").get("/rapporten/2026-T3.xlsx").content))
    assert book.sheetnames == [
        "samenvatting",
        "clusters",
        "onderdelen",
        "producten",
        "elementen",
        "toegankelijkheid",
        "definities",
    ]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert any(str(cell.value) == city.HOSTILE for row in book["producten"].iter_rows() for cell in row)


def _web(client, run_id):
    page = html.fromstring(client.get(f"/?meting={run_id}").content)
    found = {}
    for norm in (7, 8):
        (table,) = page.xpath(f"//section[@aria-labelledby='norm-{norm}']//table")
        cells = {
            row.xpath("string(th)"): int(row.xpath("string(td)").strip().replace(".", ""))
            for row in table.xpath(".//tr")
        }
        found[norm] = tuple(cells[name] for name in ("telt mee", "voldoet", "voldoet niet", "onbekend"))
    return found


def _api(client, run_id):
    lines = client.get(f"/api/v1/dekking?meting={run_id}").json()["dekking"]
    return {each["norm"]: tuple(each[name] for name in COUNTS) for each in lines if each["cluster"] is None}


def _xlsx(body):
    sheet = openpyxl.load_workbook(io.BytesIO(body))["clusters"]
    heads, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    lines = [dict(zip(heads, row, strict=True)) for row in rows]
    return {line["norm"]: tuple(line[name] for name in COUNTS) for line in lines if line["cluster"] == "Totaal"}


def _rounded(margin):
    """Both ends in hundredths of a percent, and the pages; from an interval or from a line of a file."""
    if margin is None:
        return None
    names = ("marge_ondergrens", "marge_bovengrens", "marge_aantal_paginas")
    found = [margin[name] for name in names] if isinstance(margin, dict) else [margin.low, margin.high, margin.pages]
    low, high, pages = (float(str(each).replace(",", ".")) for each in found)
    return round(low, 6), round(high, 6), int(pages)


def _lines_of(body, name):
    heads, *rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(body))[name].iter_rows()]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _pdf_text(body):
    return _squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages))


def _squeezed(text):
    return re.sub(r"\s+", "", text)


def _structure(node):
    return ((str(each.S), str(each.get("/Alt", ""))) for each in _elements(node))


def _elements(node):
    for child in _children(node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _unmarked(page):
    """What paints outside any mark: neither in the structure nor declared as decoration (ISO 14289-1, 7.1)."""
    depth, found = 0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(word, 0)
        if depth == 0 and word in {"Tj", "TJ", "Do", "S", "f", "f*", "B", "sh"}:
            found.append((word, operands))
    return found


def _children(node):
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _file(text):
    body = io.BytesIO(text.encode())
    body.name = "cijfers.csv"
    return body
