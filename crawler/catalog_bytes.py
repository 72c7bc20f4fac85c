"""Knows whether a file's bytes can be a catalog at all, and turns them into text."""

from __future__ import annotations

import codecs
from pathlib import Path

from model.errors import UserError

LARGEST = 20_000_000  # bytes; a thousand times the size of a usual catalog
_SAVE_AS = "Sla het bestand in Excel op met Opslaan als > CSV UTF-8 (door komma's gescheiden)."


def catalog_text(path: Path) -> str:
    """The file's text, without its byte order mark. UserError for anything that is no UTF-8 text file."""
    file = str(path)
    body = _bytes(path, file)
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UserError(f"Dit bestand is opgeslagen als UTF-16 (Unicode-tekst), niet als UTF-8. {_SAVE_AS}", file=file)
    if body.startswith(b"PK\x03\x04"):
        raise UserError(f"Dit is een werkmap (.xlsx of .ods), geen CSV-bestand. {_SAVE_AS}", file=file)
    if body.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(f"Dit is een oude Excel-werkmap (.xls), geen CSV-bestand. {_SAVE_AS}", file=file)
    if b"\0" in body:
        line = body[: body.index(b"\0")].count(b"\n") + 1
        raise UserError(f"Dit is geen tekstbestand: er staat een nulbyte in. {_SAVE_AS}", file=file, line=line)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong_encoding(body, error.start, file) from error
    if not text.strip():
        raise UserError("Het bestand is leeg. Zet in de eerste regel de kolomnamen.", file=file)
    return text


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.is_dir():
            raise UserError("Dit is een map, geen bestand. Geef het CSV-bestand zelf op.", file=file)
        if path.exists() and not path.is_file():
            raise UserError("Dit is geen gewoon bestand. Geef een CSV-bestand op.", file=file)
        size = path.stat().st_size
        if size > LARGEST:
            largest = LARGEST // 1_000_000
            message = f"Het bestand is te groot: {size / 1_000_000:.0f} MB. Een catalogus is ten hoogste {largest} MB."
            raise UserError(message, file=file)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("Dit bestand bestaat niet. Kijk of de naam en de map kloppen.", file=file) from error
    except (OSError, ValueError) as error:
        raise UserError("Dit bestand kan niet worden gelezen. Kijk of u het mag openen.", file=file) from error


def _wrong_encoding(body: bytes, start: int, file: str) -> UserError:
    before = body[:start]
    line = before.count(b"\n") + 1
    place = start - (before.rfind(b"\n") + 1) + 1
    meant = body[start : start + 1].decode("cp1252", "replace")
    likely = f" (waarschijnlijk {meant!r} uit Windows-1252)" if meant != "\ufffd" else ""
    return UserError(
        f"Byte 0x{body[start]:02X}{likely} op plaats {place} van deze regel is geen UTF-8. {_SAVE_AS}",
        file=file,
        line=line,
    )
