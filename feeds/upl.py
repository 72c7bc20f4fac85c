"""The national list of product names (Uniforme Productnamenlijst, standaarden.overheid.nl/owms/oquery/UPL-actueel)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from feeds.delivery import pieces
from model.errors import UserError

_LARGEST = 10_000_000  # bytes; the list is some 300 kB
_COLUMNS = {"uniformeproductnaam": "naam", "uri": "uri", "gemeente": "gemeente"}
"""The columns of the list as Logius publishes it, and what ours are called."""
PLACEHOLDER = "UPL-naam nog niet beschikbaar"
"""Stands in the list for products without a name; no product itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UplName:
    """One name. ``kinds`` are those of aanvraag, melding and subsidie that the list ticks; ``municipal``: for municipalities."""

    name: str
    uri: str
    municipal: bool
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upl:
    """The list, each name once (the published list repeats a name for each law on which it rests)."""

    names: tuple[UplName, ...]
    by_name: Mapping[str, UplName]
    by_uri: Mapping[str, UplName]

    def named(self, name: str) -> UplName | None:
        """The entry with this name, whatever the case; None where there is none."""
        return self.by_name.get(" ".join(name.split()).casefold())

    def at(self, uri: str) -> UplName | None:
        """The entry with this URI; None where there is none."""
        return self.by_uri.get(_bare(uri))

    @property
    def municipal(self) -> tuple[UplName, ...]:
        """The names for municipalities, in the list's order."""
        return tuple(name for name in self.names if name.municipal and name.name != PLACEHOLDER)


def read_upl(place: str | Path) -> Upl:
    """The list in a CSV file or at an address: ours, or as Logius publishes it. UserError where it is neither."""
    place = str(place)
    try:
        text = b"".join(pieces(place, largest=_LARGEST)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("Deze lijst is geen tekst in UTF-8.", file=place) from error
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.split("\n", 1)[0] else ",")
    heads = {name: _COLUMNS.get(name.strip().casefold(), name.strip().casefold()) for name in rows.fieldnames or ()}
    if missing := {"naam", "uri", "gemeente"} - set(heads.values()):
        message = (
            f"In deze lijst ontbreken de kolommen {', '.join(sorted(missing))}. Is dit de lijst met productnamen (UPL)?"
        )
        raise UserError(message, file=place, line=1)
    names: dict[str, UplName] = {}
    for row in rows:
        cells = {heads[name]: " ".join((cell or "").split()) for name, cell in row.items() if name in heads}
        if cells["naam"]:
            names.setdefault(cells["naam"].casefold(), _name(cells))
    return Upl(
        names=tuple(names.values()),
        by_name=names,
        by_uri={_bare(name.uri): name for name in names.values() if name.uri},
    )


def _name(cells: Mapping[str, str]) -> UplName:
    return UplName(
        name=cells["naam"],
        uri=cells["uri"],
        municipal=_ticked(cells["gemeente"]),
        kinds=tuple(kind for kind in ("aanvraag", "melding", "subsidie") if _ticked(cells.get(kind, ""))),
    )


def _ticked(cell: str) -> bool:
    return cell.casefold() in ("x", "ja")


def _bare(uri: str) -> str:
    return uri.strip().removeprefix("https://").removeprefix("http://").casefold()
