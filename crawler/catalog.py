"""Reads product_catalog.csv and says at once everything that is wrong in it."""

from __future__ import annotations

import csv
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.addresses import page_key
from crawler.catalog_bytes import catalog_text
from crawler.catalog_cells import product_of
from model.errors import UserError
from model.product import Product

COLUMNS = (
    "id",
    "naam",
    "urls",
    "cluster",
    "doelgroep",
    "thema",
    "upl",
    "online_mogelijk",
    "kosten_van_toepassing",
    "termijn_van_toepassing",
    "eigenaar",
    "actief_van",
    "actief_tot",
    "bron",
    "bron_datum",
)
"""The columns that a catalog must have, in any order. Others may stand beside them."""

NUMBER_COLUMN = "bron_id"
"""A column that an import adds: the product's numbers in official feeds, such as "sc:5"; kept in the product's ``extra``."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A catalog without faults: its products in the order of the file, and Dutch remarks that stop nothing."""

    products: tuple[Product, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One filled row: the line on which it starts (as an editor counts) and its cells."""

    line: int
    cells: tuple[str, ...]


def read_catalog(path: Path | str) -> tuple[Product, ...]:
    """The products of the catalog, in its order; warnings go to the log. UserError as ``examine_catalog``."""
    catalog = examine_catalog(path)
    for warning in catalog.warnings:
        logger.warning("%s: %s", path, warning)
    return catalog.products


def examine_catalog(path: Path | str) -> Catalog:
    """Read a catalog with its warnings.

    Comma or semicolon, UTF-8 with or without a byte order mark, columns by name in any order. Raises one UserError that
    holds every fault of the file (the first as itself, the others in ``further``), each with line and column.
    """
    file = str(path)
    rows, broken = _rows(catalog_text(Path(path)), file)
    faults: list[UserError] = list(broken)
    if not rows:
        raise _together(faults or [UserError("Het bestand heeft geen regel met kolomnamen.", file=file)])
    header, *rest = rows
    names = tuple(" ".join(cell.split()).casefold() for cell in header.cells)
    faults += _header_faults(names, header.line, file)
    products = []
    for row in rest:
        product, wrong = _product(row, names, file)
        faults += wrong
        if product:
            products.append(product)
    if not rest and not faults:
        faults.append(UserError("Er staan geen producten in het bestand, alleen kolomnamen.", file=file))
    faults += _duplicates(products, file)
    if faults:
        raise _together(sorted(faults, key=lambda fault: fault.line or 0))
    extra = [name for name in names if name and name not in (*COLUMNS, NUMBER_COLUMN)]
    warnings = tuple(f"De kolom {name!r} kent het programma niet. Ze blijft bewaard, maar telt niet." for name in extra)
    return Catalog(products=tuple(products), warnings=warnings)


def catalog_sha256(path: Path | str) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal; UserError where it cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise UserError("Het bestand kan niet worden gelezen.", file=str(path)) from error


def _rows(text: str, file: str) -> tuple[list[Row], list[UserError]]:
    """Every filled row, and the fault at which reading had to stop, if any."""
    lines = text.splitlines(keepends=True)
    first = 0
    if lines and lines[0].strip().lower() in ("sep=;", "sep=,"):  # Excel's own hint, no row
        first = 1
    reader = csv.reader(_physical(text, first), delimiter=delimiter_of(lines[first:]), strict=True)
    rows = []
    start = first + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line=start, cells=tuple(cell.strip() for cell in cells)))
            start = first + reader.line_num + 1
    except csv.Error as error:
        return rows, [_unreadable(error, start, file)]
    return rows, []


def _physical(text: str, first: int) -> Iterator[str]:
    """Lines as an editor counts them (not at form feeds and the like, as ``splitlines`` does), from ``first`` on."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number >= first:
            yield line + "\n"


def delimiter_of(lines: list[str]) -> str:
    """Comma or semicolon: whichever the first filled line has more of."""
    header = next((line for line in lines if line.strip()), "")
    return ";" if header.count(";") > header.count(",") else ","


def _unreadable(error: csv.Error, line: int, file: str) -> UserError:
    if "field limit" in str(error) or "end of data" in str(error):
        what = "Een aanhalingsteken wordt hier geopend en nergens gesloten."
    elif "expected after" in str(error):
        what = "Na een gesloten aanhalingsteken staat nog tekst."
    else:
        what = "Deze regel is niet te lezen."
    return UserError(
        f'{what} Zet om een cel met een komma of regeleinde één paar dubbele aanhalingstekens, en schrijf " in die cel '
        'als "". Wat na deze regel staat, is nog niet gecontroleerd.',
        file=file,
        line=line,
    )


def _header_faults(names: tuple[str, ...], line: int, file: str) -> list[UserError]:
    faults = [
        UserError(
            "Deze kolom ontbreekt. Zet haar naam in de eerste regel."
            + (" Staan er tabs tussen de kolommen? Gebruik komma's of puntkomma's." if "\t" in "".join(names) else ""),
            file=file,
            line=line,
            column=name,
        )
        for name in COLUMNS
        if name not in names
    ]
    faults += [
        UserError("Deze kolom komt meer dan één keer voor. Houd er één over.", file=file, line=line, column=name)
        for name in sorted({name for name in names if name and names.count(name) > 1})
    ]
    faults += [
        UserError(
            "Deze kolom heeft geen naam. Geef haar een naam of haal haar weg.", file=file, line=line, column=place
        )
        for place, name in enumerate(names, start=1)
        if not name
    ]
    return faults


def _product(row: Row, names: tuple[str, ...], file: str) -> tuple[Product | None, list[UserError]]:
    if len(row.cells) != len(names):
        many = "te veel" if len(row.cells) > len(names) else "te weinig"
        advice = "Zet een cel waarin het scheidingsteken voorkomt tussen dubbele aanhalingstekens."
        message = f"Deze regel heeft {many} cellen: {len(row.cells)} in plaats van {len(names)}. {advice}"
        return None, [UserError(message, file=file, line=row.line)]
    return product_of(dict(zip(names, row.cells, strict=True)), line=row.line, file=file, known=COLUMNS)


def _duplicates(products: list[Product], file: str) -> list[UserError]:
    faults = []
    ids: dict[str, int] = {}
    pages: dict[str, Product] = {}
    for product in products:
        if product.id in ids:
            message = f"{product.id!r} staat ook op regel {ids[product.id]}. Geef elk product een eigen id."
            faults.append(UserError(message, file=file, line=product.line, column="id"))
        ids.setdefault(product.id, product.line)
        for url in product.urls:
            other = pages.setdefault(page_key(url), product)
            if other is not product:
                message = (
                    f"{url} staat ook bij {other.id!r} op regel {other.line}. Laat het adres bij één product staan, of "
                    "voeg de producten samen."
                )
                faults.append(UserError(message, file=file, line=product.line, column="urls"))
    return faults


def _together(faults: list[UserError]) -> UserError:
    first, *further = faults
    return UserError(first.message, file=first.file, line=first.line, column=first.column, further=tuple(further))
