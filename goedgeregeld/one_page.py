"""One page from a file or an address, outside any run; refuses what cannot be a page."""

from __future__ import annotations

from pathlib import Path

import urllib3

from model.errors import UserError

LARGEST = 20_000_000  # bytes; the largest page seen on a municipal site is below 3 MB
_DEADLINE = 30.0  # seconds
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


def read_file(path: Path) -> tuple[bytes, str, str]:
    """The bytes of a file with its address and content type. UserError for what is missing, empty, too large or no HTML."""
    try:
        if path.is_dir():
            raise UserError("Dit is een map. Geef een HTML-bestand.", file=str(path))
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError(_too_large(size), file=str(path))
        body = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("Dit bestand bestaat niet. Kijk of de naam klopt.", file=str(path)) from error
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden gelezen: {error.strerror}.", file=str(path)) from error
    return _checked(body, str(path)), path.resolve().as_uri(), "text/html"


def fetch_page(address: str) -> tuple[bytes, str, str]:
    """Ask for one address, as a visitor would. UserError where no HTML page answers."""
    http = urllib3.PoolManager(timeout=_DEADLINE, retries=urllib3.Retry(3, redirect=5, status=0))
    try:
        with http.request("GET", address, preload_content=False, headers={"User-Agent": "Goedgeregeld"}) as answer:
            body = answer.read(LARGEST + 1, decode_content=True)
            status, kind = answer.status, answer.headers.get("content-type", "")
            final = answer.geturl() or address
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise UserError(
            "Dit adres geeft geen antwoord. Kijk of het klopt en of de site werkt.", file=address
        ) from error
    if status != 200:
        raise UserError(f"Dit adres geeft status {status} in plaats van een pagina.", file=address)
    if len(body) > LARGEST:
        raise UserError(_too_large(len(body)), file=address)
    return _checked(body, address), final if final.startswith("http") else address, kind


def _checked(body: bytes, file: str) -> bytes:
    if not body.strip():
        raise UserError("Dit bestand is leeg. Geef een pagina in HTML.", file=file)
    utf16 = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    if body.startswith(_BINARY) or (b"\x00" in body[:4096] and not utf16):
        raise UserError("Dit is geen HTML maar een ander soort bestand. Bewaar de pagina als HTML.", file=file)
    return body


def _too_large(size: int) -> str:
    return f"Dit is {size // 1_000_000} MB. Een pagina mag hoogstens {LARGEST // 1_000_000} MB zijn."
