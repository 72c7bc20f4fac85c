"""The words of one product with which the wordings are filled: its name, its verbs, its price and its term."""

from __future__ import annotations

import random
from collections.abc import Mapping

from demo.kinds import Kind
from model.product import Product

THINGS = (
    ("ontheffing", "de ontheffing"),
    ("vergunning", "de vergunning"),
    ("uitkering", "de uitkering"),
    ("bijstand", "de bijstand"),
    ("toeslag", "de toeslag"),
    ("tegoed", "het tegoed"),
    ("vergoeding", "de vergoeding"),
    ("kwijtschelding", "de kwijtschelding"),
    ("paspoort", "het paspoort"),
    ("rijbewijs", "het rijbewijs"),
    ("identiteitskaart", "de identiteitskaart"),
    ("kaart", "de kaart"),
    ("verklaring", "de verklaring"),
    ("akte", "de akte"),
)
OWN_THING = {"vergunning": "de toestemming", "uitkering": "de bijdrage"}
NUMBERS = {
    2: "twee",
    3: "drie",
    4: "vier",
    5: "vijf",
    6: "zes",
    7: "zeven",
    8: "acht",
    10: "tien",
    12: "twaalf",
    13: "dertien",
}
ENGLISH = {"werkdagen": "working days", "weken": "weeks"}
FRISIAN = {"werkdagen": "wurkdagen", "weken": "wiken"}
COUNTERS = (
    "stadswinkel",
    "stadswinkel Haven",
    "stadswinkel Oost",
    "publiekshal van het stadskantoor",
    "stadswinkel Noord",
)


def euros(cents: int) -> str:
    """An amount as Dutch text writes it: "€ 1.345,20", and without decimals where there are none."""
    whole, rest = divmod(cents, 100)
    gap = "\u00a0" if whole % 2 else " "  # editors write both
    thousands = f"{whole:,}".replace(",", ".")
    return f"€{gap}{thousands}" if rest == 0 else f"€{gap}{thousands},{rest:02d}"


def words_of(product: Product, kind: Kind, rng: random.Random) -> Mapping[str, str]:
    """Every word that a wording can ask for; the same product and random state give the same words."""
    imperative, present, part, infinitive = kind.verb
    name = product.name.lower()
    thing = next((own for stem, own in THINGS if stem in name), OWN_THING.get(kind.key, kind.thing))
    if kind.key not in ("vergunning", "uitkering", "document", "akte", "parkeren"):
        thing = kind.thing
    price = rng.choice(kind.prices)
    act = f"{kind.noun} doen" if infinitive == "doen" else infinitive
    number, unit = rng.choice(kind.terms)
    return {
        "naam": in_running_text(product.name),
        "Naam": product.name,
        "thing": thing,
        "Thing": capital(thing),
        "noun": kind.noun,
        "V0": imperative,
        "u0": present,
        "v1": part,
        "inf": infinitive,
        "Inf": capital(infinitive),
        "act": act,
        "Act": capital(act),
        "login": "eHerkenning" if product.audience == "ondernemer" else "DigiD",
        "balie": rng.choice(COUNTERS),
        "prijs": euros(price),
        "prijs2": euros(price * 3 // 5 + 45),
        "prijs3": euros(price * 9),
        "bedrag": f"{price // 100},{price % 100:02d}",
        "rond": str(price // 100),
        "akte": "€ 17,20",
        "post": "€ 9,85",
        "termijn": f"{number} {unit}",
        "termijn_woorden": f"{NUMBERS[number]} {unit}",
        "n": str(number),
        "unit_en": ENGLISH[unit],
        "unit_fy": FRISIAN[unit],
    }


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def in_running_text(name: str) -> str:
    """The name as it stands inside a sentence: a small letter, unless it starts with an abbreviation or a digit."""
    return name if name[1:2].isupper() or not name[:1].isalpha() else name[0].lower() + name[1:]
