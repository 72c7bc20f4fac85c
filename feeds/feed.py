"""A feed as read: what it claims of each product, and what in it cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from crawler.addresses import absolute, netloc, page_key
from feeds.upl import Upl
from model.claim import Claim, Source
from model.profile import SiteProfile

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"
MOST_PRODUCTS = 20_000
LONGEST_NAME = 300


class Fault(StrEnum):
    """What can be wrong with one product of a feed, as a person reads it."""

    GEEN_TITEL = "er staat geen titel"
    GEEN_ADRES = "er staat geen (volledig) webadres"
    DUBBEL_ADRES = "het adres staat al bij een ander product"
    DUBBEL_NUMMER = "het productnummer staat al bij een ander product"
    BUITEN_DE_SITE = "het adres staat niet op de site van de gemeente"
    ANDERE_GEMEENTE = "het product is van een andere organisatie"
    ANDERE_TAAL = "de tekst is niet in het Nederlands"
    ONLINE_ONBEKEND = "onlineAanvragen is geen ja, nee of digid"
    GEEN_AANVRAAGADRES = "het kan online, maar er staat geen (volledig) aanvraagadres"
    GEEN_DATUM = "de datum van wijziging is geen datum"
    TOEKOMST = "de datum van wijziging ligt in de toekomst"
    DOELGROEP_ONBEKEND = "de doelgroep is geen particulier of ondernemer"
    UPL_ONBEKEND = "de productnaam staat niet in de landelijke lijst"
    UPL_STRIJDIG = "de productnaam en haar URI horen niet bij elkaar"
    FORMULE = "de titel begint met een teken dat een rekenblad als formule leest"
    TE_LANG = "de titel is langer dan 300 tekens"


SKIPS = frozenset(
    {
        *(Fault.GEEN_TITEL, Fault.GEEN_ADRES, Fault.DUBBEL_ADRES, Fault.DUBBEL_NUMMER),
        *(Fault.BUITEN_DE_SITE, Fault.ANDERE_GEMEENTE, Fault.ANDERE_TAAL, Fault.TE_LANG),
    }
)
"""Faults that leave the whole product out; the others leave out one value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One fault of one product: where it stands and what it says. ``seen`` quotes the feed."""

    fault: Fault
    place: str
    line: int
    title: str
    seen: str = ""

    @property
    def skipped(self) -> bool:
        """Whether the whole product was left out."""
        return self.fault in SKIPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What one source says. Claims and remarks are in the order of the feed; no two claims share a number.

    ``keys`` and ``pages`` hold the numbers and pages (as keys) of all its products, also of those that were left out: they have
    not ended.
    """

    source: Source
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]
    keys: frozenset[str]
    pages: frozenset[str]


@dataclass(slots=True)
class Draft:
    """A product as it stands in a feed, with the faults that its reader saw."""

    claim: Claim
    language: str = "nl"
    authority: str = ""
    faults: list[tuple[Fault, str]] = field(default_factory=list)


def checked(source: Source, drafts: Iterable[Draft], *, upl: Upl, profile: SiteProfile, today: date) -> Feed:
    """The feed with everything left out that cannot be used, and a remark for each fault."""
    claims: list[Claim] = []
    remarks: list[Remark] = []
    pages: set[str] = set()
    keys: set[str] = set()
    seen: set[str] = set()
    for draft in drafts:
        claim, faults = draft.claim, [*draft.faults]
        faults += _skipping(draft, profile, pages, keys)
        claim, wrong = _usable(claim, upl, today)
        faults += wrong
        remarks += [
            Remark(fault=fault, place=claim.place, line=claim.line, title=claim.title or claim.key, seen=seen[:200])
            for fault, seen in faults
        ]
        if not any(fault in SKIPS for fault, _ in faults):
            claims.append(claim)
            if claim.url:
                pages.add(page_key(claim.url))
        keys.add(claim.key)
        if absolute(claim.url):
            seen.add(page_key(claim.url))
    return Feed(
        source=source,
        claims=tuple(claims),
        remarks=tuple(remarks),
        keys=frozenset(keys - {""}),
        pages=frozenset(seen),
    )


def _skipping(draft: Draft, profile: SiteProfile, pages: set[str], keys: set[str]) -> Iterator[tuple[Fault, str]]:
    claim = draft.claim
    if not claim.title:
        yield Fault.GEEN_TITEL, claim.url
    if len(claim.title) > LONGEST_NAME:
        yield Fault.TE_LANG, claim.title
    if draft.language.split("-")[0].casefold() not in ("", "nl"):
        yield Fault.ANDERE_TAAL, draft.language
    if profile.municipality and draft.authority and draft.authority.casefold() != profile.municipality.casefold():
        yield Fault.ANDERE_GEMEENTE, draft.authority
    if claim.source is Source.SC:
        yield from _wrong_page(claim.url, profile, pages)
    if claim.key and claim.key in keys:
        yield Fault.DUBBEL_NUMMER, claim.key


def _wrong_page(url: str, profile: SiteProfile, pages: set[str]) -> Iterator[tuple[Fault, str]]:
    if not absolute(url):
        yield Fault.GEEN_ADRES, url
    elif profile.hosts and not SiteProfile.covers(profile.hosts, netloc(url)):
        yield Fault.BUITEN_DE_SITE, url
    elif page_key(url) in pages:
        yield Fault.DUBBEL_ADRES, url


def _usable(claim: Claim, upl: Upl, today: date) -> tuple[Claim, list[tuple[Fault, str]]]:
    """The claim without the values that cannot be right."""
    faults = []
    if claim.title.startswith(tuple(FORMULA_SIGNS)):
        faults.append((Fault.FORMULE, claim.title))
        claim = replace(claim, title=claim.title.lstrip(FORMULA_SIGNS + " "))
    if claim.modified and claim.modified > today:
        faults.append((Fault.TOEKOMST, claim.modified.isoformat()))
        claim = replace(claim, modified=None)
    if claim.apply_url and not absolute(claim.apply_url):
        faults.append((Fault.GEEN_AANVRAAGADRES, claim.apply_url))
        claim = replace(claim, apply_url="")
    if claim.upl or claim.upl_uri:
        by_name, by_uri = upl.named(claim.upl), upl.at(claim.upl_uri)
        if by_name is None and by_uri is None:
            faults.append((Fault.UPL_ONBEKEND, claim.upl or claim.upl_uri))
        elif by_name and by_uri and by_name != by_uri:
            faults.append((Fault.UPL_STRIJDIG, f"{claim.upl} | {claim.upl_uri}"))
            by_name = by_uri = None
        found = by_name or by_uri
        claim = replace(claim, upl=found.name if found else "", upl_uri=found.uri if found else "")
    return claim, faults
