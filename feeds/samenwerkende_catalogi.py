"""Reads Samenwerkende Catalogi 4.0: the XML that a municipality delivers, or what the search service of overheid.nl gives.

Element names and order: IPM Samenwerkende Catalogi 4.0, part B (Logius, 23 April 2012), schema sc/4.0/xsd/sc.xsd on
standaarden.overheid.nl; the search service: openapi.yaml of zoekdienst-sc.github.io (SRU 1.2). Both seen 2026-11-24.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from feeds.delivery import is_address, pieces
from feeds.feed import MOST_PRODUCTS, Draft, Fault
from feeds.xml import Leaf, Name, Record, records
from model.claim import Claim, OnlineClaim, Source
from model.errors import UserError

PRODUCT_TERMS = "http://standaarden.overheid.nl/product/terms/"
SRU = ("http://www.loc.gov/zing/srw/", "http://docs.oasis-open.org/ns/search-ws/sruResponse")
_PRODUCT: Name = (PRODUCT_TERMS, "scproduct")
_NEXT: frozenset[Name] = frozenset((namespace, "nextRecordPosition") for namespace in SRU)
_AUDIENCES = {"particulier": "inwoner", "ondernemer": "ondernemer"}  # overheid:Doelgroep -> the catalog's words
_KERN, _MANTEL, _SC = ("meta", "owmskern"), ("meta", "owmsmantel"), ("meta", "scmeta")


def drafts(place: str, first: Iterable[bytes] | None = None) -> Iterator[Draft]:
    """Every product of a file or address, in order; the further pages of the search service are asked for, too.

    ``first`` are the bytes of the first page where they were opened already. UserError as ``records``, and where there is not
    one product.
    """
    found = 0
    page, asked = place, {place}
    stream = first or pieces(place)
    while True:
        position = ""
        for record in records(stream, {_PRODUCT, *_NEXT}, page):
            if record.name in _NEXT:
                position = record.text
                continue
            found += 1
            if found > MOST_PRODUCTS:
                raise UserError(f"Er staan meer dan {MOST_PRODUCTS} producten in. Dit is geen gewone feed.", file=page)
            yield _draft(record, page)
        page = _next_page(page, position)
        if not page or page in asked:
            break
        asked.add(page)
        stream = pieces(page)
    if not found:
        raise UserError(
            "Er staat geen enkel product (scproduct) in. Is dit een feed volgens Samenwerkende Catalogi 4.0?",
            file=place,
        )


def _next_page(page: str, position: str) -> str:
    """The address of the page that starts at ``position``; empty where there is none."""
    if not (position.isdecimal() and is_address(page)):
        return ""
    parts = urlsplit(page)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "startRecord"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("startRecord", position)])))


def _draft(record: Record, place: str) -> Draft:
    faults: list[tuple[Fault, str]] = []
    online = _online(record, faults)
    names = [leaf for leaf in record.leaves if leaf.path == (*_SC, "uniformeProductnaam")]
    apply_url = _resource(record.leaf(*_SC, "aanvraagURL"))
    if online in (OnlineClaim.JA, OnlineClaim.DIGID) and not apply_url:
        faults.append((Fault.GEEN_AANVRAAGADRES, ""))
    claim = Claim(
        source=Source.SC,
        key=_first(record, *_SC, "productID"),
        title=_first(record, *_KERN, "title"),
        url=_first(record, *_KERN, "identifier"),
        upl=names[0].text if names else "",
        upl_uri=_resource(names[0]) if names else "",
        audience=_audience(record, faults),
        abstract=_first(record, *_MANTEL, "abstract"),
        modified=_modified(record, faults),
        online=online,
        apply_url=apply_url,
        place=place,
        line=record.line,
    )
    return Draft(
        claim=claim,
        language=_first(record, *_KERN, "language") or "nl",
        authority=_first(record, *_KERN, "authority"),
        faults=faults,
    )


def _first(record: Record, *path: str) -> str:
    return next(iter(record.texts(*path)), "")


def _resource(leaf: Leaf | None) -> str:
    return leaf.attributes.get("resourceIdentifier", "").strip() if leaf else ""


def _online(record: Record, faults: list[tuple[Fault, str]]) -> OnlineClaim:
    said = _first(record, *_SC, "onlineAanvragen").casefold()
    if said in ("ja", "nee", "digid"):
        return OnlineClaim(said)
    faults.append((Fault.ONLINE_ONBEKEND, said))
    return OnlineClaim.ONBEKEND


def _audience(record: Record, faults: list[tuple[Fault, str]]) -> str:
    said = record.texts(*_MANTEL, "audience")
    faults += [(Fault.DOELGROEP_ONBEKEND, each) for each in said if each.casefold() not in _AUDIENCES]
    known = {each.casefold() for each in said}
    return " en ".join(word for name, word in _AUDIENCES.items() if name in known)


def _modified(record: Record, faults: list[tuple[Fault, str]]) -> date | None:
    said = _first(record, *_KERN, "modified")
    try:
        return date.fromisoformat(said[:10])  # xsd:date or xsd:dateTime
    except ValueError:
        faults.append((Fault.GEEN_DATUM, said))
        return None
