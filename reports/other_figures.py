"""Figures of the other service norms, measured elsewhere and handed in as one CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from model.errors import UserError
from model.tertaal import Tertaal, read_tertaal
from reports.dutch import number

NORMS = range(1, 11)
OURS = (7, 8)
COLUMNS = ("tertaal", "norm", "naam", "waarde", "van", "eenheid", "lijn", "bron", "brondatum")
MOST_LINES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFigure:
    """One norm's figure for a tertaal. ``of`` is the whole of which ``value`` is a part; None where it is no part of anything.

    ``line`` is the norm in the same unit, or None. ``source`` and ``source_date`` say where it was measured and when.
    """

    tertaal: Tertaal
    norm: int
    name: str
    value: Decimal
    of: Decimal | None
    unit: str
    line: Decimal | None
    source: str
    source_date: date

    @property
    def shown(self) -> str:
        """As readers meet it: "182 van 200 gesprekken", "4,2 minuten"."""
        whole = f" van {_dutch(self.of)}" if self.of is not None else ""
        return f"{_dutch(self.value)}{whole} {self.unit}".strip()

    @property
    def line_shown(self) -> str:
        """The norm's line; "–" where none was given."""
        return f"{_dutch(self.line)} {self.unit}".strip() if self.line is not None else "–"


def read_figures(body: bytes, file: str) -> tuple[OtherFigure, ...]:
    """The figures of a CSV file with COLUMNS; comma or semicolon, UTF-8, decimal comma or point.

    UserError with every mistake at once: a missing column, a norm that we measure ourselves, a number or date that is none.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("Dit is geen tekst in UTF-8. Sla het bestand op als CSV UTF-8.", file=file) from error
    first = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if first.count(";") >= first.count(",") else ",")
    names = {name.strip().casefold() for name in rows.fieldnames or () if name}
    missing = [column for column in COLUMNS if column not in names]
    if missing:
        raise UserError(f"Deze kolommen ontbreken: {', '.join(missing)}.", file=file, line=1)
    mistakes: list[UserError] = []
    found: dict[tuple[Tertaal, int], OtherFigure] = {}
    for place, row in enumerate(rows):
        if place >= MOST_LINES:
            raise UserError(f"Dit bestand heeft meer dan {MOST_LINES} regels. Kies het juiste bestand.", file=file)
        cells = {str(name).strip().casefold(): str(cell or "").strip() for name, cell in row.items() if name}
        wrong = list(_mistakes(cells, file, rows.line_num))
        mistakes += wrong
        if not wrong:
            figure = _figure(cells)
            found[figure.tertaal, figure.norm] = figure
    if mistakes:
        raise UserError(
            mistakes[0].message,
            file=file,
            line=mistakes[0].line,
            column=mistakes[0].column,
            further=tuple(mistakes[1:50]),
        )
    if not found:
        raise UserError("Er staat geen cijfer in dit bestand.", file=file)
    return tuple(found.values())


def _mistakes(cells: Mapping[str, str], file: str, line: int) -> Iterator[UserError]:
    def fault(column: str, message: str) -> UserError:
        return UserError(message, file=file, line=line, column=column)

    try:
        read_tertaal(cells["tertaal"])
    except UserError as mistake:
        yield fault("tertaal", mistake.message)
    norm = cells["norm"]
    if not norm.isascii() or not norm.isdigit() or int(norm[:4]) not in NORMS:
        yield fault("norm", f"{norm!r} is geen servicenorm. Schrijf een nummer van 1 tot en met 10.")
    elif int(norm) in OURS:
        yield fault("norm", f"Servicenorm {norm} meet Goedgeregeld zelf. Haal deze regel weg.")
    for column in ("naam", "bron", "waarde"):
        if not cells[column]:
            yield fault(column, "Vul dit in.")
    for column in ("waarde", "van", "lijn"):
        if cells[column] and _decimal(cells[column]) is None:
            yield fault(column, f"{cells[column]!r} is geen getal. Schrijf bijvoorbeeld 87,5.")
    if _day(cells["brondatum"]) is None:
        yield fault("brondatum", f"{cells['brondatum']!r} is geen datum. Schrijf bijvoorbeeld 2026-12-31.")


def _figure(cells: Mapping[str, str]) -> OtherFigure:
    value, day = _decimal(cells["waarde"]), _day(cells["brondatum"])
    assert value is not None
    assert day is not None
    return OtherFigure(
        tertaal=read_tertaal(cells["tertaal"]),
        norm=int(cells["norm"]),
        name=cells["naam"],
        value=value,
        of=_decimal(cells["van"]),
        unit=cells["eenheid"],
        line=_decimal(cells["lijn"]),
        source=cells["bron"],
        source_date=day,
    )


def _decimal(text: str) -> Decimal | None:
    plain = text.replace(".", "").replace(",", ".") if "," in text else text
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < 10**9 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _dutch(value: Decimal) -> str:
    plain = value.normalize()
    if plain == plain.to_integral_value():
        return number(int(plain))
    whole, _, rest = f"{plain:f}".partition(".")
    return f"{number(int(whole))},{rest}"
