"""Knows what may stand in each cell of a catalog row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from crawler.addresses import absolute, page_key
from model.errors import UserError
from model.product import Possible, Product

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SEEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LONGEST = 2_000  # characters in an address; browsers and servers go no further


def product_of(
    cells: Mapping[str, str], *, line: int, file: str, known: tuple[str, ...]
) -> tuple[Product | None, list[UserError]]:
    """The product in one row, and every fault in it. Cells of missing columns count as empty and are no fault here.

    Columns that are not ``known`` go into the product's ``extra``.
    """
    row = _Cells(cells=cells, line=line, file=file)
    product = Product(
        id=row.id(),
        name=row.needed("naam", "Geef het product een naam."),
        urls=row.urls(),
        cluster=row.text("cluster"),
        audience=row.text("doelgroep"),
        theme=row.text("thema"),
        upl=row.text("upl"),
        online_possible=row.possible("online_mogelijk"),
        costs_possible=row.possible("kosten_van_toepassing"),
        term_possible=row.possible("termijn_van_toepassing"),
        owner=row.text("eigenaar"),
        active_from=row.day("actief_van"),
        active_until=row.day("actief_tot"),
        source=row.text("bron"),
        source_date=row.seen("bron_datum"),
        line=line,
        extra=tuple((name, cell) for name, cell in cells.items() if name not in known),
    )
    if product.active_from and product.active_until and product.active_until < product.active_from:
        row.fault("actief_tot", f"De einddatum ligt voor de begindatum {product.active_from.isoformat()}.")
    return (product if product.id else None), row.faults


@dataclass
class _Cells:
    """The cells of one row by column, with the faults found so far."""

    cells: Mapping[str, str]
    line: int
    file: str
    faults: list[UserError] = field(default_factory=list)

    def fault(self, column: str, message: str) -> None:
        if column in self.cells:
            self.faults.append(UserError(message, file=self.file, line=self.line, column=column))

    def text(self, column: str) -> str:
        return " ".join(self.cells.get(column, "").split())

    def needed(self, column: str, advice: str) -> str:
        text = self.text(column)
        if not text:
            self.fault(column, f"Deze cel is leeg. {advice}")
        return text

    def id(self) -> str:
        text = self.needed("id", "Geef het product een eigen id, zoals 'paspoort-aanvragen'.")
        if text and not _ID.fullmatch(text):
            self.fault("id", f"{text!r} is geen id. Gebruik kleine letters, cijfers en streepjes, zonder spaties.")
        return text

    def urls(self) -> tuple[str, ...]:
        urls = tuple(self.cells.get("urls", "").split())
        if not urls:
            self.fault("urls", "Deze cel is leeg. Zet hier het adres van de productpagina.")
        seen: set[str] = set()
        usable = []
        for url in urls:
            if fault := _address_fault(url, seen):
                self.fault("urls", fault)
            else:
                seen.add(page_key(url))
                usable.append(url)
        return tuple(usable)

    def possible(self, column: str) -> Possible:
        text = self.text(column)
        try:
            return Possible(text.casefold())
        except ValueError:
            found = f"Hier staat {text!r}." if text else "Deze cel is leeg."
            self.fault(column, f"{found} Schrijf ja, nee of onbekend.")
            return Possible.ONBEKEND

    def day(self, column: str) -> date | None:
        text = self.text(column)
        if not text:
            return None
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            self.fault(column, f"{text!r} bestaat niet op de kalender. Schrijf jaar-maand-dag, zoals 2026-01-31.")
            return None
        dutch = _DUTCH_DAY.fullmatch(text)
        example = "{2}-{1:0>2}-{0:0>2}".format(*dutch.groups()) if dutch else "2026-01-31"
        self.fault(column, f"{text!r} is geen datum die het programma leest. Schrijf jaar-maand-dag: {example}.")
        return None

    def seen(self, column: str) -> str:
        text = self.text(column)
        if text and not _is_moment(text):
            self.fault(column, f"{text!r} is geen datum. Schrijf het jaar, jaar-maand of jaar-maand-dag: 2026-01-31.")
        return text


def _address_fault(url: str, seen: set[str]) -> str:
    """What is wrong with one address; empty where nothing is."""
    if len(url) > _LONGEST:
        return f"Een adres van {len(url)} tekens is te lang."
    if not absolute(url):
        if re.match(r"(?:www\.|/|[\w-]+(?:\.[\w-]+)+/)", url):
            return f"{url!r} is geen volledig adres. Schrijf het met https:// en de server ervoor."
        return f"{url!r} is geen webadres. Zet hier volledige adressen, met een spatie ertussen."
    if page_key(url) in seen:
        return f"{url!r} staat twee keer in deze cel. Laat er één staan."
    return ""


def _is_moment(text: str) -> bool:
    if not _SEEN.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True
