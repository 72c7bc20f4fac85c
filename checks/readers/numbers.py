"""Knows Dutch, Frisian and English numbers, in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from text_to_num import text2num

_SMALL = {
    "een": 1, "één": 1, "eén": 1, "eene": 1, "ien": 1, "one": 1,
    "twee": 2, "twa": 2, "two": 2,
    "drie": 3, "trije": 3, "three": 3,
    "vier": 4, "fjouwer": 4, "four": 4,
    "vijf": 5, "fiif": 5, "five": 5,
    "zes": 6, "seis": 6, "six": 6,
    "zeven": 7, "sân": 7, "seven": 7,
    "acht": 8, "eight": 8,
    "negen": 9, "njoggen": 9, "nine": 9,
    "tien": 10, "tsien": 10, "ten": 10,
    "elf": 11, "alve": 11, "eleven": 11,
    "twaalf": 12, "tolve": 12, "twelve": 12,
    "dertien": 13, "veertien": 14, "fourteen": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19, "twintig": 20, "tweintich": 20, "twenty": 20, "thirty": 30,
    "half": Decimal("0.5"), "halve": Decimal("0.5"), "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"),
}  # fmt: skip
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"

_AND_A_HALF = re.compile(rf"(?P<whole>{_UNITS})(?:(?:ën|en)(?:een)?|\s+en\s+een\s+)hal(?:f|ve)")

WORD = (
    r"(?:anderhal(?:f|ve)|half|halve|"
    rf"(?:{_UNITS})(?:(?:ën|en)(?:een)?|\s+en\s+een\s+)hal(?:f|ve)|"
    rf"(?:{_UNITS})(?:ën|en)(?:{_TENS})|"
    rf"(?:{_UNITS})?(?:honderd|duizend)(?:(?:{_UNITS}|{_TENS}|tien|elf|twaalf)(?:(?:ën|en)(?:{_TENS}))?)?|"
    rf"{_TENS}|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|"
    r"tien|elf|twaalf|één|eén|een|twee|drie|vier|vijf|zes|zeven|acht|negen|"
    r"ien|twa|trije|fjouwer|fiif|seis|sân|njoggen|tsien|tolve|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty)"
)
"""Pattern of a number in words; must be bounded by the pattern around it."""


@cache
def number_of(word: str) -> Decimal | None:
    """Return the value of a number in words ("vijfentwintig", "anderhalf"), or None when it is none."""
    word = word.lower().strip()
    if half := _AND_A_HALF.fullmatch(word):
        return Decimal(str(_SMALL[half["whole"]])) + Decimal("0.5")
    if word in _SMALL:
        return Decimal(str(_SMALL[word]))
    try:
        return Decimal(text2num(word.replace("één", "een").replace("ë", "e"), "nl"))
    except ValueError:
        return None


def amount_of(digits: str) -> Decimal:
    """Return the value of digits in Dutch form: 1.234,50 and 1 234,50 and 12,- and 36 and 36.50."""
    digits = re.sub(r"[\s\u00a0]", "", digits)
    digits = re.sub(r",[-–—=]+$", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits) or "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits)
