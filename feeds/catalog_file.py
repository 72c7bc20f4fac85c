"""Changes rows of the catalog's file; every row that stays the same keeps its very bytes."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.catalog import NUMBER_COLUMN, delimiter_of, examine_catalog
from crawler.catalog_bytes import catalog_text
from model.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogFile:
    """A catalog without faults as it lies on disk. ``rows`` are (text with its line end, cells); the first one holds the names.

    ``hint`` is Excel's own first line, if any; ``delimiter`` and ``end`` are the file's, ``sha256`` is of its bytes.
    """

    path: Path
    sha256: str
    marked: bool
    hint: str
    delimiter: str
    end: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, as the reader of the catalog knows them."""
        head = next(cells for _, cells in self.rows if any(cell.strip() for cell in cells))
        return tuple(" ".join(cell.split()).casefold() for cell in head)


def open_catalog(path: Path) -> CatalogFile:
    """The file's rows, verbatim. UserError for a catalog with faults: those are mended by a person first."""
    examine_catalog(path)
    body = path.read_bytes()
    text = catalog_text(path)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = io.StringIO(text, newline="").readlines()
    hint = lines[0] if lines[0].strip().lower() in ("sep=;", "sep=,") else ""
    lines = lines[bool(hint) :]
    delimiter = delimiter_of(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows, start = [], 0
    for cells in reader:
        rows.append(("".join(lines[start : reader.line_num]), tuple(cells)))
        start = reader.line_num
    return CatalogFile(
        path=path,
        sha256=hashlib.sha256(body).hexdigest(),
        marked=body.startswith(codecs.BOM_UTF8),
        hint=hint,
        delimiter=delimiter,
        end=end,
        rows=tuple(rows),
    )


def edited(
    file: CatalogFile, changes: Mapping[str, Mapping[str, str]], additions: Sequence[Mapping[str, str]]
) -> bytes:
    """The file's bytes with other cells (by product id and column) and with rows added at the end.

    Where a column with the feed's numbers is needed and not there, it is added as the last one.
    """
    columns = file.columns
    wanted = any(NUMBER_COLUMN in cells for cells in (*changes.values(), *additions))
    widened = wanted and NUMBER_COLUMN not in columns
    names = (*columns, NUMBER_COLUMN) if widened else columns
    out, first = [file.hint], True
    for text, cells in file.rows:
        if not any(cell.strip() for cell in cells):
            out.append(text)
            continue
        if first:
            out.append(_widened(text, file, NUMBER_COLUMN) if widened else text)
            first = False
            continue
        new = dict(changes.get(cells[columns.index("id")].strip(), {}))
        number = new.pop(NUMBER_COLUMN, "") if widened else ""
        if new:
            text = _rewritten(text, cells, new, file)
        out.append(_widened(text, file, number) if widened else text)
    if out[-1] and not out[-1].endswith(("\n", "\r")):
        out[-1] += file.end
    out += [_line([row.get(name, "") for name in names], file) for row in additions]
    return (codecs.BOM_UTF8 if file.marked else b"") + "".join(out).encode("utf-8")


def write_catalog(file: CatalogFile, body: bytes, keep: Path) -> Path:
    """Put the new bytes in the place of the old ones, at once; returns where the old file is kept.

    Nothing is written where the new file would have faults or the old one was changed meanwhile (UserError).
    """
    path = file.path.resolve()
    try:
        keep.mkdir(parents=True, exist_ok=True)
        kept = keep / f"{path.stem}-{file.sha256[:12]}{path.suffix}"
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(body)
                stream.flush()
                os.fsync(stream.fileno())
            examine_catalog(name)
            if hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
                raise UserError(
                    "De catalogus is intussen veranderd. Er is niets geschreven; bekijk het voorstel opnieuw.",
                    file=str(path),
                )
            shutil.copy2(path, kept)
            shutil.copymode(path, name)
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            f"De catalogus kan niet worden geschreven: {error.strerror}. Er is niets veranderd.", file=str(path)
        ) from error
    return kept


def _widened(text: str, file: CatalogFile, cell: str) -> str:
    bare = text.rstrip("\r\n")
    return bare + file.delimiter + cell + text[len(bare) :]


def _rewritten(text: str, cells: Sequence[str], new: Mapping[str, str], file: CatalogFile) -> str:
    line = _line([new.get(name, cell) for name, cell in zip(file.columns, cells, strict=True)], file)
    return line.removesuffix(file.end) + text[len(text.rstrip("\r\n")) :]


def _line(cells: Sequence[str], file: CatalogFile) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=file.delimiter, lineterminator=file.end).writerow(cells)
    return made.getvalue()
