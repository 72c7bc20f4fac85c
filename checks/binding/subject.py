"""Knows what a product is by its name: a benefit, something urgent, an objection, a change, a look at your own data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.page import Dossier

_BENEFIT = re.compile(
    r"""uitkering | bijstand(?!\s*bij) | toeslag | kwijtschelding | subsidie | tegemoetkoming | vergoeding | tegoed | fonds\b | ioaw | ioaz |
    \bbbz\b | energietoeslag | premie | stimulering | inkomensondersteuning | compensatie | \bbijdrage\b | geld\ lenen | starterslening | lening | subsidy |
    benefit | allowance | rotterdampas\ geld | bijzondere\ kosten | uitstapprogramma""",
    re.VERBOSE | re.IGNORECASE,
)
_TRANSPORT = re.compile(r"vervoer|eigen bijdrage|wmo|parke|vergunning|ontheffing", re.IGNORECASE)
_URGENT = re.compile(r"\bspoed|\burgent", re.IGNORECASE)
_APPEAL = re.compile(r"bezwaar|beroep|zienswijze", re.IGNORECASE)
_CHANGE = re.compile(
    r"wijzig|aanpass|opzeg|stopzet|beëindig|annuler|be[ëe]indig|intrek|verleng|overschrijv|doorgeven|verzet",
    re.IGNORECASE,
)
_LOOK = re.compile(r"inzage|inzien|bekijk|raadpleg", re.IGNORECASE)
_FIXED_DAYS = re.compile(
    r"(?:rest|huis)-?afval(?!\s*pas)|\bgft\b|papier en karton|oud papier|plastic(?:\s|,|-)|glasbak|\bkca\b|klein chemisch|klein gevaarlijk|"
    r"milieupark|milieustraat|afvalbreng|afvalkalender|afval scheiden|textiel|kringloop|inzameldag|ophaaldag|kerstbo(?:om|men)|"
    r"speeltuin|hondenlos|losloop|laadpalen|openbaar toilet|wandelroute|begraafplaats bezoeken|markten\b",
    re.IGNORECASE,
)
_DOCUMENTS = (
    ("paspoort", "passport", "reisdocument", "paspoarten"),
    ("identiteitskaart", "id-kaart", "identity card", "id card"),
    ("rijbewijs", "rijbewijzen", "driving licen", "rydbewiis"),
    ("uittreksel", "afschrift", "akte", "extract", "certificate"),
    ("pasfoto", "fotohok", "foto"),
    ("trouwboekje", "partnerschapsboekje", "familieboekje"),
    ("apostille", "legalis", "vertaling", "vertal"),
    ("begrafenis", "crematie", "uitvaart"),
    ("naturalisatie", "optie"),
    ("dwangsom",),
    ("afspraak", "appointment"),
    ("trouw", "huwelijk", "partnerschap"),
    ("medisch", "keuring", "rijvaardigheid", "gezondheidsverklaring"),
    ("kenteken",),
    ("borg", "waarborg"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is known of the product before reading its pages. ``name`` is its name and the page's title, in lower case."""

    name: str
    is_benefit: bool
    is_urgent: bool
    is_appeal: bool
    is_change: bool
    is_look: bool
    on_fixed_days: bool

    def names_another(self, text: str) -> bool:
        """Whether ``text`` (lower case) names a document or service that this product is not (the passport photo, an extract)."""
        named = [group for group in _DOCUMENTS if any(word in text for word in group)]
        return bool(named) and not any(word in self.name for group in named for word in group)


def subject_of(dossier: Dossier) -> Subject:
    """Say what the product is, by the catalog's name and the first page's h1 (or title)."""
    page = dossier.pages[0] if dossier.pages else None
    heading = next((s.heading for s in page.sections if s.level == 1), page.title) if page else ""
    name = (dossier.product.name or heading).lower()
    both = f"{name} {heading}".lower()
    return Subject(
        name=both,
        is_benefit=bool(_BENEFIT.search(name) and not _TRANSPORT.search(name)),
        is_urgent=bool(_URGENT.search(name)),
        is_appeal=bool(_APPEAL.search(name)),
        is_change=bool(_CHANGE.search(name)),
        is_look=bool(_LOOK.search(name)),
        on_fixed_days=bool(_FIXED_DAYS.search(name)),
    )
