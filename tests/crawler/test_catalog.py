from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler import catalog_bytes
from crawler.catalog import COLUMNS, catalog_sha256, examine_catalog, read_catalog
from model.errors import UserError
from model.product import Possible

HEADER = ",".join(COLUMNS)
URL = "https://www.voorbeeld.nl/paspoort"


def row(**cells: str) -> str:
    full = {
        "id": "paspoort",
        "naam": "Paspoort",
        "urls": URL,
        "online_mogelijk": "ja",
        "kosten_van_toepassing": "nee",
        "termijn_van_toepassing": "onbekend",
        **cells,
    }
    return ",".join(full.get(column, "") for column in COLUMNS)


def write(folder: Path, *lines: str, encoding: str = "utf-8", end: str = "\n") -> Path:
    path = folder / "catalogus.csv"
    path.write_bytes(end.join((*lines, "")).encode(encoding))
    return path


def faults(path: Path) -> list[UserError]:
    with pytest.raises(UserError) as caught:
        read_catalog(path)
    return [caught.value, *caught.value.further]


def only_fault(path: Path) -> UserError:
    found = faults(path)
    assert len(found) == 1, [str(each) for each in found]
    assert found[0].file == str(path)
    return found[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_comma_or_semicolon_with_or_without_byte_order_mark_give_the_same_products(tmp_path, encoding, end, delimiter):
    lines = [HEADER, row(naam="Café-vergunning", actief_van="2026-01-01", bron_datum="2025-11")]
    path = write(tmp_path, *(line.replace(",", delimiter) for line in lines), encoding=encoding, end=end)
    (product,) = read_catalog(path)
    assert (product.id, product.name, product.urls, product.line) == ("paspoort", "Café-vergunning", (URL,), 2)
    assert (product.online_possible, product.costs_possible, product.term_possible) == (
        Possible.JA,
        Possible.NEE,
        Possible.ONBEKEND,
    )
    assert (product.active_from, product.active_until, product.source_date) == (date(2026, 1, 1), None, "2025-11")


def test_columns_are_found_by_name_in_any_order_and_case(tmp_path):
    columns = list(reversed(COLUMNS))
    cells = dict(zip(COLUMNS, row().split(","), strict=True))
    path = write(tmp_path, ",".join(columns).upper(), ",".join(cells[column] for column in columns))
    assert [product.id for product in read_catalog(path)] == ["paspoort"]


def test_excels_separator_hint_is_no_row_and_line_numbers_still_count_it(tmp_path):
    path = write(tmp_path, "sep=;", HEADER.replace(",", ";"), row().replace(",", ";"))
    assert [product.line for product in read_catalog(path)] == [3]


def test_several_addresses_in_one_cell_stay_in_order(tmp_path):
    other = "https://www.voorbeeld.nl/loket/paspoort/"
    (product,) = read_catalog(write(tmp_path, HEADER, row(urls=f"{URL} {other}")))
    assert product.urls == (URL, other)


def test_line_numbers_are_those_of_an_editor_also_after_newlines_inside_a_cell(tmp_path):
    path = write(tmp_path, HEADER, row(naam='"Paspoort\nen\nreisdocument"'), "", row(id="b", urls="geen-adres"))
    fault = only_fault(path)
    assert (fault.line, fault.column) == (6, "urls")


def test_empty_rows_at_the_end_are_no_products(tmp_path):
    path = write(tmp_path, HEADER, row(), "," * (len(COLUMNS) - 1), "", "   ")
    assert len(read_catalog(path)) == 1


def test_extra_columns_give_a_warning_and_are_kept(tmp_path):
    catalog = examine_catalog(write(tmp_path, f"{HEADER},notitie", f"{row()},even nakijken"))
    assert catalog.products[0].extra == (("notitie", "even nakijken"),)
    assert len(catalog.warnings) == 1
    assert "notitie" in catalog.warnings[0]


def test_all_faults_come_at_once_in_order_of_line_with_their_columns(tmp_path):
    path = write(
        tmp_path,
        HEADER,
        row(id="Met Spatie", online_mogelijk="misschien"),
        row(id="b", urls="/loket/b", actief_van="31-12-2025"),
        row(id="c", urls="https://www.voorbeeld.nl/c", actief_van="2026-05-01", actief_tot="2026-04-30"),
        row(id="c", urls="https://www.voorbeeld.nl/d", naam=""),
    )
    assert [(fault.line, fault.column) for fault in faults(path)] == [
        (2, "id"),
        (2, "online_mogelijk"),
        (3, "urls"),
        (3, "actief_van"),
        (4, "actief_tot"),
        (5, "naam"),
        (5, "id"),
    ]


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"id": ""}, "id", "leeg"),
        ({"id": "Pas poort"}, "id", "kleine letters"),
        ({"naam": ""}, "naam", "leeg"),
        ({"urls": ""}, "urls", "leeg"),
        ({"urls": "/loket/paspoort"}, "urls", "https://"),
        ({"urls": "www.voorbeeld.nl/paspoort"}, "urls", "https://"),
        ({"urls": "ftp://www.voorbeeld.nl/x"}, "urls", "geen webadres"),
        ({"urls": "https://naam:geheim@www.voorbeeld.nl/"}, "urls", "geen webadres"),
        ({"urls": "https://www.voorbeeld.nl:poort/"}, "urls", "geen webadres"),
        ({"urls": "https://"}, "urls", "geen webadres"),
        ({"urls": f"{URL} {URL}/?utm_source=mail"}, "urls", "twee keer"),
        ({"urls": f"{URL}{'x' * 3000}"}, "urls", "te lang"),
        ({"online_mogelijk": ""}, "online_mogelijk", "ja, nee of onbekend"),
        ({"kosten_van_toepassing": "yes"}, "kosten_van_toepassing", "'yes'"),
        ({"termijn_van_toepassing": "j"}, "termijn_van_toepassing", "'j'"),
        ({"actief_van": "31-12-2025"}, "actief_van", "2025-12-31"),
        ({"actief_tot": "2026-02-30"}, "actief_tot", "bestaat niet"),
        ({"actief_tot": "morgen"}, "actief_tot", "jaar-maand-dag"),
        ({"bron_datum": "vorig jaar"}, "bron_datum", "geen datum"),
        ({"bron_datum": "2025-13"}, "bron_datum", "geen datum"),
    ],
)
def test_a_wrong_cell_is_named_with_its_column_and_what_to_do(tmp_path, cells, column, says):
    fault = only_fault(write(tmp_path, HEADER, row(**cells)))
    assert (fault.line, fault.column) == (2, column)
    assert says in fault.message


def test_the_same_id_twice_is_a_fault_that_names_the_other_line(tmp_path):
    fault = only_fault(write(tmp_path, HEADER, row(), row(urls="https://www.voorbeeld.nl/b")))
    assert (fault.line, fault.column) == (3, "id")
    assert "regel 2" in fault.message


@pytest.mark.parametrize(
    "same", [URL, URL + "/", URL + "?utm_medium=mail", URL.replace("https", "http"), URL + "#kosten"]
)
def test_the_same_page_at_two_products_is_a_fault_however_it_is_written(tmp_path, same):
    fault = only_fault(write(tmp_path, HEADER, row(), row(id="b", urls=same)))
    assert (fault.line, fault.column) == (3, "urls")
    assert "'paspoort'" in fault.message


def test_missing_columns_are_each_named_and_the_rest_is_still_checked(tmp_path):
    lines = ["id,naam,urls,online_mogelijk", f"a,A,{URL},nee", "b,B,geen,ja"]
    found = faults(write(tmp_path, *lines))
    assert {fault.column for fault in found} == {*COLUMNS} - {"id", "naam", "online_mogelijk"}
    assert [fault.line for fault in found if fault.column == "urls"] == [3]


def test_a_column_twice_or_without_a_name_is_a_fault(tmp_path):
    found = faults(write(tmp_path, f"{HEADER},naam,", f"{row()},x,y"))
    assert [(fault.line, fault.column) for fault in found] == [(1, "naam"), (1, len(COLUMNS) + 2)]


@pytest.mark.parametrize(("line", "says"), [(row() + ",over", "te veel"), ("a,b", "te weinig")])
def test_too_many_or_too_few_cells_is_a_fault_of_the_row(tmp_path, line, says):
    fault = only_fault(write(tmp_path, HEADER, line))
    assert fault.line == 2
    assert says in fault.message


def test_a_quote_that_is_not_closed_is_named_at_the_line_where_it_opens(tmp_path):
    path = write(tmp_path, HEADER, row(), row(id="b", naam='"Open', urls="https://www.voorbeeld.nl/b"), row(id="c"))
    fault = only_fault(path)
    assert fault.line == 3
    assert "nergens gesloten" in fault.message


def test_text_after_a_closed_quote_is_a_fault(tmp_path):
    fault = only_fault(write(tmp_path, HEADER, row(naam='"Pas"poort')))
    assert fault.line == 2
    assert "Na een gesloten aanhalingsteken" in fault.message


def test_windows_encoding_is_told_by_byte_line_and_place_with_the_way_out_in_excel(tmp_path):
    fault = only_fault(write(tmp_path, HEADER, row(naam="Café"), encoding="cp1252"))
    assert fault.line == 2
    assert "0xE9" in fault.message
    assert "'é'" in fault.message
    assert "plaats 13 " in fault.message
    assert "CSV UTF-8" in fault.message


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf \n\n", "leeg"),
        (HEADER.encode() + b"\n", "geen producten"),
        ("id;naam\n".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04rest", "werkmap"),
        (b"\xd0\xcf\x11\xe0rest", "werkmap"),
        (b"id,naam\n\x00\x01", "nulbyte"),
    ],
)
def test_a_file_that_is_no_catalog_at_all_is_refused_with_the_reason(tmp_path, body, says):
    path = tmp_path / "catalogus.csv"
    path.write_bytes(body)
    assert says in only_fault(path).message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    assert "bestaat niet" in only_fault(tmp_path / "weg.csv").message
    assert "map" in only_fault(tmp_path).message


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(catalog_bytes.LARGEST + 1)
    assert "te groot" in only_fault(path).message


def test_the_hash_is_of_the_bytes_and_a_missing_file_is_the_persons_mistake(tmp_path):
    path = write(tmp_path, "abc", end="")
    assert catalog_sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    with pytest.raises(UserError):
        catalog_sha256(tmp_path / "weg.csv")


@given(st.one_of(st.text(), st.text(alphabet='",;\n\r ja-2é\x0b\x1c'), st.binary().map(lambda b: b.decode("latin-1"))))
@settings(deadline=None, max_examples=150)
def test_any_text_below_the_header_gives_products_or_a_users_mistake(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("tekst") / "catalogus.csv"
    path.write_bytes(f"{HEADER}\n{row()}\n{text}".encode("utf-8", "surrogatepass"))
    _products_or_mistake(path)


@given(st.lists(st.text(max_size=30), min_size=len(COLUMNS), max_size=len(COLUMNS)))
@settings(deadline=None, max_examples=150)
def test_any_cells_in_a_row_give_products_or_a_users_mistake(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("cellen") / "catalogus.csv"
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    path.write_bytes(f"{HEADER}\n{quoted}\n".encode("utf-8", "replace"))
    _products_or_mistake(path)


def _products_or_mistake(path: Path) -> None:
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
    try:
        products = read_catalog(path)
    except UserError as mistake:
        for fault in (mistake, *mistake.further):
            assert fault.line is None or 1 <= fault.line <= lines
            assert re.search(r"[.!?]$", fault.message)
    else:
        assert all(product.id and product.name and product.urls for product in products)
