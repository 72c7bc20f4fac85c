"""National product names that the municipality does not offer, each with its reason; a CSV file that people keep."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from feeds.delivery import pieces
from feeds.upl import Upl
from model.errors import UserError

COLUMNS = ("upl", "omdat", "sinds")
_LARGEST = 2_000_000  # bytes


def beside(catalog: Path) -> Path:
    """Where the file is kept: beside the catalog."""
    return catalog.with_name("niet_van_toepassing.csv")


def read_not_here(path: Path, upl: Upl) -> Mapping[str, str]:
    """Name -> why it does not apply; empty where there is no file yet. UserError with every fault at once."""
    if not path.exists():
        return {}
    file = str(path)
    try:
        text = b"".join(pieces(file, largest=_LARGEST)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("Dit bestand is geen UTF-8. Bewaar het als CSV UTF-8.", file=file) from error
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.split("\n", 1)[0] else ",")
    names = {(name or "").strip().casefold() for name in rows.fieldnames or ()}
    if missing := [column for column in COLUMNS[:2] if column not in names]:
        raise UserError(f"In dit bestand ontbreken de kolommen {', '.join(missing)}.", file=file, line=1)
    faults, found = [], {}
    for row in rows:
        cells = {
            str(name).strip().casefold(): " ".join((cell or "").split())
            for name, cell in row.items()
            if isinstance(cell, str)
        }
        name, why = cells.get("upl", ""), cells.get("omdat", "")
        if not (name or why):
            continue
        if upl.named(name) is None:
            faults.append(
                UserError(
                    f"{name!r} staat niet in de landelijke lijst (UPL).", file=file, line=rows.line_num, column="upl"
                )
            )
        elif not why:
            faults.append(
                UserError("Schrijf waarom dit hier niet geldt.", file=file, line=rows.line_num, column="omdat")
            )
        else:
            found[name.casefold()] = why
    if faults:
        first, *further = faults
        raise UserError(first.message, file=file, line=first.line, column=first.column, further=tuple(further))
    return found


def add_not_here(path: Path, new: Mapping[str, str], upl: Upl, today: date) -> int:
    """Add names that the file does not hold yet; returns how many. The lines that are there keep their words."""
    known = read_not_here(path, upl)
    adding = []
    for name, why in new.items():
        listed = upl.named(name)
        if listed is None:
            raise UserError(
                f"{name!r} staat niet in de landelijke lijst (UPL). Neem de naam over uit: goedgeregeld catalog compare"
            )
        if not why.strip():
            raise UserError(f"Schrijf bij {name!r} waarom dit hier niet geldt, met --because.")
        if listed.name.casefold() not in known:
            adding.append((listed.name, " ".join(why.split()).lstrip("=+-@"), today.isoformat()))
    if not adding:
        return 0
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ",".join(COLUMNS) + "\n"
    delimiter = ";" if ";" in before.split("\n", 1)[0] else ","
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="\n").writerows(adding)
    text = before if before.endswith("\n") else before + "\n"
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text + made.getvalue())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(path)) from error
    return len(adding)
