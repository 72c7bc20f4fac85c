"""Brings in a file or an address piece by piece, and stops where it becomes more than a feed can be."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import urllib3

from crawler.addresses import netloc
from crawler.reach import guarded_pool, named_by_a_person
from model.errors import UserError

LARGEST = 60_000_000  # bytes of one file or page of a feed; 1,000 products with their whole text are some 20 MB
_PIECE = 64 * 1024
_DEADLINE = urllib3.Timeout(connect=15.0, read=60.0)  # seconds, for each answer
_LONGEST = 600.0  # seconds for a whole answer, however slowly it drips
_ACCEPT = "application/xml, application/json;q=0.9, */*;q=0.1"
_GZIP = b"\x1f\x8b"


def pieces(place: str, *, largest: int = 0, agent: str = "Goedgeregeld") -> Iterator[bytes]:
    """The bytes of a file or a web address, never more than 64 kB at once; gzip is unpacked on the way.

    UserError where it cannot be read, is empty, or is more than ``largest`` bytes (also after unpacking; 0: LARGEST).
    """
    read, largest = 0, largest or LARGEST
    for piece in _unpacked(
        _of_address(place, largest, agent) if is_address(place) else _of_file(place, largest), place
    ):
        read += len(piece)
        if read > largest:
            raise _too_large(place, largest)
        yield piece
    if not read:
        raise UserError("Hier staat niets in. Kijk of u het goede bestand of adres hebt.", file=place)


def is_address(place: str) -> bool:
    """Whether it is a web address; anything else is a file."""
    return urlsplit(place).scheme in ("http", "https")


def same_server(first: str, other: str) -> bool:
    """Whether two addresses lie on one server, reached in the same way; a feed may not send us elsewhere for its next page."""
    one, two = urlsplit(first), urlsplit(other)
    return (one.scheme, one.netloc.lower()) == (two.scheme, two.netloc.lower())


def _of_file(place: str, largest: int) -> Iterator[bytes]:
    path = Path(place)
    try:
        if path.is_dir():
            raise UserError("Dit is een map. Geef het bestand zelf op.", file=place)
        if path.exists() and not path.is_file():
            raise UserError("Dit is geen gewoon bestand.", file=place)
        if path.stat().st_size > largest:
            raise _too_large(place, largest, path.stat().st_size)
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
    except FileNotFoundError as error:
        raise UserError("Dit bestand bestaat niet. Kijk of de naam en de map kloppen.", file=place) from error
    except (OSError, ValueError) as error:
        raise UserError("Dit bestand kan niet worden gelezen. Kijk of u het mag openen.", file=place) from error


def _unpacked(packed: Iterable[bytes], place: str) -> Iterator[bytes]:
    """The pieces themselves, or what is packed in them; a bomb comes out in pieces, too, and is counted."""
    unpacking = None
    for number, piece in enumerate(packed):
        if number == 0 and piece.startswith(_GZIP):
            unpacking = zlib.decompressobj(31)
        if unpacking is None:
            yield piece
            continue
        try:
            while piece:
                yield unpacking.decompress(piece, _PIECE)
                piece = unpacking.unconsumed_tail
        except zlib.error as error:
            raise UserError("Dit ingepakte bestand (gzip) is stuk. Haal het opnieuw op.", file=place) from error


def _of_address(place: str, largest: int, agent: str) -> Iterator[bytes]:
    """What an address answers, and where it sends us on; never from the own network, unless a person named that server."""
    retries, limit = urllib3.Retry(3, redirect=5, status=0), time.monotonic() + _LONGEST
    http = guarded_pool(named_by_a_person((netloc(place),)), timeout=_DEADLINE, retries=retries)
    try:
        with http.request(
            "GET", place, preload_content=False, headers={"User-Agent": agent, "Accept": _ACCEPT}
        ) as answer:
            if answer.status != 200:
                raise UserError(f"Dit adres geeft status {answer.status} in plaats van een feed.", file=place)
            told = answer.headers.get("content-length", "")
            if told.isdecimal() and int(told) > largest:
                raise _too_large(place, largest, int(told))
            for piece in answer.stream(_PIECE, decode_content=True):
                yield piece
                if time.monotonic() > limit:
                    raise UserError(f"Dit adres was na {_LONGEST / 60:.0f} minuten nog niet klaar.", file=place)
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        message = "Dit adres geeft geen (volledig) antwoord. Kijk of het klopt en of de server werkt."
        raise UserError(message, file=place) from error
    finally:
        http.clear()


def _too_large(place: str, largest: int, size: int = 0) -> UserError:
    many = f"{size // 1_000_000} MB" if size else f"meer dan {largest // 1_000_000} MB"
    return UserError(
        f"Dit is {many}. Een feed mag hoogstens {largest // 1_000_000} MB zijn. Vraag de leverancier om een feed in delen.",
        file=place,
    )
