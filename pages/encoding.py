"""Knows in which character set a page's bytes are written, also where the server says otherwise."""

from __future__ import annotations

import re

from bs4.dammit import UnicodeDammit

_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)


def decode(body: bytes, content_type: str = "") -> str:
    """Turn a page's bytes into text; never fails.

    UTF-8 is tried first whatever is declared: text that is valid UTF-8 with letters beyond ASCII is hardly ever anything
    else, while old sites declare ISO-8859-1 on UTF-8 bytes. Then the declared character sets, then what BeautifulSoup
    detects. ``content_type`` is the response header.
    """
    declared = _CHARSET.findall(content_type) + [
        name.decode("ascii", "replace") for name in _META_CHARSET.findall(body[:4096])
    ]
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or any("16" in name for name in declared):
        return UnicodeDammit(body, known_definite_encodings=declared).unicode_markup or ""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for name in [*declared, "windows-1252"]:
        # Browsers read ISO-8859-1 as windows-1252 (WHATWG Encoding), which is where the euro sign lives.
        name = "windows-1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "utf-8") else name
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return UnicodeDammit(body).unicode_markup or body.decode("windows-1252", "replace")
