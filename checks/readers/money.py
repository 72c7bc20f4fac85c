"""Knows amounts of money and statements that something is free, in Dutch, Frisian and English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.readers.numbers import WORD, amount_of, number_of
from checks.readers.wording import stems


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in euro, or the statement that something is free, at ``text[start:end]``.

    ``amount`` is the only or lowest amount, ``upper`` the highest of a range; both None when ``free``. ``per`` is the unit
    that it is counted by ("jaar", "m2"; empty when none). ``at_least`` is True for "vanaf". ``marked`` is False for a bare
    number with cents (52,90), which is money only where its surroundings say so.
    """

    start: int
    end: int
    amount: Decimal | None = None
    upper: Decimal | None = None
    per: str = ""
    at_least: bool = False
    free: bool = False
    marked: bool = True


_DIGITS = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?!\d)(?:,(?:\d{2}(?!\d)|[-–—=]{1,2}))?|\d+(?:,(?:\d{1,2}(?!\d)|[-–—=]{1,2})|\.\d{2}(?!\d))?"
_SIGN = r"(?:€|â‚¬|&euro;|\beuro?\b(?=\s*\d)|\bEUR\b)"
_EURO = r"(?:euro['’]?s?|eurootsjes|€)"

_AMOUNT = re.compile(
    rf"""
    (?P<from>\b(?:vanaf|minimaal|minstens|from|fanôf)\s+)?
    (?:
        {_SIGN}\s*(?P<sign>{_DIGITS})                                  # € 36 | EUR 12,50 | gratis€8,20 (glued)
        (?:\s*(?:tot(?:\ en\ met)?|t/m|[-–—]|en)\s*{_SIGN}?\s*(?P<sign_upper>{_DIGITS})(?!\s*(?:jaar|dagen|weken|maanden|%)))?
      | (?<![\d.,])(?P<word_euro>{_DIGITS})\s*(?:{_EURO})(?!\w)         # 36 euro | 5 euro 50
        (?:\s*(?:en\s+)?(?P<cents>\d{{1,2}})(?:\s*cent)?(?![\d.,]*\d))?
      | (?<![\d.,])(?P<post>{_DIGITS})\s*EUR\b                           # 200 EUR
      | (?<![\d.,])(?P<large>\d+(?:,\d+)?)\s+(?P<scale>miljoen|miljard)\s+euro\b  # 1,7 miljard euro
      | (?<![\w])(?P<words>{WORD})\s+{_EURO}\b                          # vijf euro | vijf euro vijftig
        (?:\s+(?:en\s+)?(?P<cent_words>{WORD})(?:\s+cent)?\b)?
      | (?<![\d.,])(?P<dash>(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}),[-–—=]{{1,2}})(?!\d)  # 114,-
      | (?<![\w,.])(?P<only_cents>\d{{1,3}}|{WORD})\s*(?:eurocent|cent)\b # 50 cent
      | (?<![\d.,€/:])(?P<bare>\d{{1,3}}(?:\.\d{{3}})*,\d{{2}})(?![\d%])(?!\s*(?:%|meter|m2|m²|km|uur|kg|ha\b|liter|cm|mm|procent))  # 52,90
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?:.*:\s*|\W*)(?P<n>{_DIGITS})\W*")
_MONEY_COLUMN = re.compile(r"€|\beuro|\bprij[sz]|tarie[fv]|\bkosten\b|\bbedrag|leges")
_PER = re.compile(
    r"""\s*,?\s*(?:\(?(?:per|/|a|elke?|iedere?|yn\ 't|the|each)\s*
    (?P<per>persoon|jaar|maand|week|dag|dagdeel|kwartaal|half\ jaar|uur|nacht|m2|m²|m3|m³|vierkante\ meter|strekkende\ meter|
    stuk|exemplaar|kilometer|km|keer|aanvraag|kind|aansluiting|rit|zone|voertuig|kaart|document|year|month|day|person|
    jier|moanne|deel|pagina|kenteken|vergunning|graf|overnachting|avond))""",
    re.VERBOSE | re.IGNORECASE,
)
_FREE = re.compile(
    r"""
    (?<![\w-])(?:
        (?:is|zijn|bin|binne)?\s*(?P<core>
        gratis                                                        # Aangifte doen is gratis.
      | kosteloos | kosteloze                                         # U kunt kosteloos bezwaar maken.
      | (?:er\ (?:zijn|zitten)\ |hieraan\ zijn\ |zijn\ |brengt\ |heeft\ )?(?:voor\ u\ )?geen(?:\ extra)?\ kosten(?:\ aan)?(?!\ (?:in|af)trek) # Er zijn geen kosten aan verbonden.
      | zonder\ (?:kosten|te\ betalen)                                # zonder kosten
      | geen\ leges                                                   # U betaalt geen leges.
      | vrij\ van\ leges | legesvrij
      | (?:kost|kosten)\ (?:u\ |je\ )?(?:niets|niks)                  # Het kost niets.
      | (?:betaalt|betaal|betaalje|betalen)\ (?:u\ |je\ )?(?:hier(?:voor)?\ |daar(?:voor)?\ |er\ )?(?:niets|niks|geen\ (?:geld|kosten|eigen\ bijdrage|leges)) # U betaalt niets.
      | (?:hoeft|hoef|hoeven)\ (?:u\ |je\ )?(?:\w+\ ){0,3}?(?:niets|niks|niet)\ (?:voor\ )?te\ betalen # U hoeft hiervoor niets te betalen.
      | free\ of\ charge | for\ free | (?<=is\ )free(?![-\w]) | (?<=are\ )free(?![-\w]) | no\ (?:costs|charge|fee)s?            # is free of charge
      | fergees | gjin\ kosten | kostet\ (?:jo\ )?neat                # is fergees
      | € \s* (?:0|0,00|0,-)(?!\d|[.,]\d)                               # € 0
      | (?<=:\ )(?:geen|niets|nihil)(?=\W*$)                           # Kosten aangifte: geen.
      | nihil | geen\ (?:rooie\ )?cent
    ))""",
    re.VERBOSE | re.IGNORECASE,
)


def read_money(text: str, column: str = "") -> tuple[Money, ...]:
    """Find every amount in euro and every statement of being free in ``text``, in order of place.

    ``column`` is what stands above or beside a table cell, in lower case: a plain number below "Tarief in euro" is money.
    """
    if not _MAY_HOLD.search(text.lower()):
        return ()
    plain = _PLAIN.fullmatch(text) if column and _MONEY_COLUMN.search(column) else None
    if plain is not None:
        return (Money(start=plain.start("n"), end=plain.end("n"), amount=amount_of(plain["n"])),)
    facts = [*(_amounts(text) if _SIGNED.search(text) else ()), *_free(text)]
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end)))


_MAY_HOLD = stems(
    *"0123456789€",
    *(
        "euro",
        "cent",
        "gratis",
        "koste",
        "leges",
        "niets",
        "niks",
        "betalen",
        "free",
        "charge",
        "fergees",
        "neat",
        "nihil",
        "costs",
    ),
)
"""Letters and figures without which a text holds no money."""
_SIGNED = re.compile(r"€|eur|â‚¬|cent|,\s?[-–—=]|,\d\d", re.IGNORECASE)
"""What every amount has: a sign, the name of the money, or cents."""


def _amounts(text: str) -> Iterator[Money]:
    for match in _AMOUNT.finditer(text):
        amount, upper = _values(match)
        if amount is None or (amount == 0 and match["sign"]):
            continue
        per = _PER.match(text, match.end())
        yield Money(
            start=match.start("from") if match["from"] else match.start(),
            end=per.end() if per else match.end(),
            amount=amount,
            upper=upper,
            per=(per["per"].lower() if per else ""),
            at_least=bool(match["from"]),
            marked=match["bare"] is None,
        )


def _values(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    if match["sign"]:
        return amount_of(match["sign"]), amount_of(match["sign_upper"]) if match["sign_upper"] else None
    if match["post"]:
        return amount_of(match["post"]), None
    if match["large"]:
        return Decimal(match["large"].replace(",", ".")) * (
            10**6 if match["scale"].lower() == "miljoen" else 10**9
        ), None
    if match["word_euro"]:
        return amount_of(match["word_euro"]) + Decimal(match["cents"] or 0) / 100, None
    if match["words"]:
        whole, cents = number_of(match["words"]), number_of(match["cent_words"] or "")
        return (whole + (cents or Decimal(0)) / 100 if whole is not None else None), None
    if match["only_cents"]:
        cents = Decimal(match["only_cents"]) if match["only_cents"].isdigit() else number_of(match["only_cents"])
        return (cents / 100 if cents is not None else None), None
    return amount_of(match["dash"] or match["bare"]), None


def _free(text: str) -> Iterator[Money]:
    for match in _FREE.finditer(text):
        yield Money(start=match.start("core"), end=match.end("core"), free=True)
