"""Reads an export of product texts for the Single Digital Gateway: JSON, paged or whole.

Field names: PaginatedProductList, Product and LocalizedProduct of the API of VNG's sdg-invoervoorziening (src/openapi.yaml, seen
2026-11-24); the same names with underscores are read, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from crawler.addresses import absolute, netloc
from feeds.delivery import is_address, pieces, same_server
from feeds.feed import MOST_PRODUCTS, Draft, Fault
from model.claim import Claim, Source
from model.errors import UserError
from model.profile import SiteProfile

_LARGEST = 30_000_000  # bytes of one page
_AUDIENCES = {"eu-burger": "inwoner", "eu-bedrijf": "ondernemer"}
Found = Mapping[str, Any]


def drafts(place: str, profile: SiteProfile, first: Iterable[bytes] | None = None) -> Iterator[Draft]:
    """Every product of a file or address, in order, with its Dutch text; further pages (``next``) are asked for, too.

    SDG names no page of the product: its address is the first of its links on the municipality's own site, if any. UserError for
    what is no such JSON, or a next page on another server.
    """
    page, asked, count = place, {place}, 0
    stream = first or pieces(place, largest=_LARGEST)
    while True:
        answer = _json(stream, page)
        products = _products(answer, page)
        for product in products:
            count += 1
            if count > MOST_PRODUCTS:
                raise UserError(f"Er staan meer dan {MOST_PRODUCTS} producten in. Dit is geen gewone feed.", file=page)
            yield _draft(_plain(product), page, profile)
        following = str(answer.get("next") or "") if isinstance(answer, dict) else ""
        if not following or following in asked or not is_address(page):
            break
        if not same_server(place, following):
            raise UserError(
                "De volgende bladzijde van deze feed staat op een andere server. Dat wordt niet gevolgd.", file=page
            )
        asked.add(following)
        page, stream = following, pieces(following, largest=_LARGEST)
    if not count:
        raise UserError("Er staat geen enkel product in.", file=place)


def _json(stream: Iterable[bytes], place: str) -> Any:
    body = bytearray()
    for piece in stream:
        body += piece
        if len(body) > _LARGEST:
            raise UserError(f"Dit is meer dan {_LARGEST // 1_000_000} MB. Vraag om een export in delen.", file=place)
    try:
        return json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise UserError(
            "Hier staat een teken dat geen UTF-8 is. Vraag om een export in UTF-8.", file=place, line=line
        ) from error
    except json.JSONDecodeError as error:
        message = "Dit is geen goede JSON. Haal de export opnieuw op."
        raise UserError(message, file=place, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise UserError("Deze JSON is zo diep of vreemd opgebouwd dat ze geen export kan zijn.", file=place) from error


def _products(answer: Any, place: str) -> list[dict[str, Any]]:
    listed = answer.get("results", answer.get("producten")) if isinstance(answer, dict) else answer
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise UserError("Dit is geen export van SDG-producten: er is geen lijst 'results' met producten.", file=place)
    return listed


def _plain(facts: Found) -> dict[str, Any]:
    """The facts by name without capitals and underscores: uitersteTermijn and uiterste_termijn are one name."""
    return {str(name).replace("_", "").casefold(): value for name, value in facts.items()}


def _draft(product: Found, place: str, profile: SiteProfile) -> Draft:
    faults: list[tuple[Fault, str]] = []
    text = _dutch(product)
    under = product.get("productvaltonder")
    why_under = _text(text, "productvaltondertoelichting") or (f"Valt onder {_label(under)}." if under else "")
    absent = product.get("productaanwezig") is False
    upl = _text(product, "upnlabel")
    claim = Claim(
        source=Source.SDG,
        key=_text(product, "uuid"),
        title=_text(text, "titel", "producttiteldecentraal") or upl,
        url=_page(text, profile),
        upl=upl,
        upl_uri=_text(product, "upnuri"),
        audience=_audience(product, faults),
        abstract=_text(text, "tekst", "specifieketekst"),
        modified=_modified(product, text, faults),
        apply_url=_apply(text),
        costs=_text(text, "kostenenbetaalmethoden"),
        term=_text(text, "uiterstetermijn"),
        procedure=_text(text, "procedurebeschrijving"),
        offered=False if absent or under else product.get("productaanwezig") or None,
        why_not=_text(text, "productaanwezigtoelichting") if absent else why_under,
        place=place,
    )
    responsible = product.get("verantwoordelijkeorganisatie")
    authority = _text(_plain(responsible), "owmspreflabel") if isinstance(responsible, dict) else ""
    return Draft(claim=claim, authority=authority, faults=faults)


def _dutch(product: Found) -> dict[str, Any]:
    """The Dutch text, or the product itself where the export is flat."""
    translations = product.get("vertalingen")
    if not isinstance(translations, list):
        return dict(product)
    texts = [_plain(each) for each in translations if isinstance(each, dict)]
    return next((each for each in texts if each.get("taal") == "nl"), {})


def _text(facts: Found, *names: str) -> str:
    found = next((facts[name] for name in names if isinstance(facts.get(name), str) and facts[name].strip()), "")
    return " ".join(found.split())[:20_000]


def _label(under: Any) -> str:
    return _text(_plain(under), "upnlabel") if isinstance(under, dict) else "een ander product"


def _audience(product: Found, faults: list[tuple[Fault, str]]) -> str:
    said = _text(product, "doelgroep")
    if said and said not in _AUDIENCES:
        faults.append((Fault.DOELGROEP_ONBEKEND, said))
    return _AUDIENCES.get(said, "")


def _modified(product: Found, text: Found, faults: list[tuple[Fault, str]]) -> date | None:
    said = _text(text, "datumwijziging") or _text(product, "publicatiedatum")
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        faults.append((Fault.GEEN_DATUM, said))
        return None


def _apply(text: Found) -> str:
    link = text.get("procedurelink")
    return _text(_plain(link), "url") if isinstance(link, dict) else _text(text, "decentraleprocedurelink")


def _page(text: Found, profile: SiteProfile) -> str:
    """The first link on the municipality's own site; empty where there is none."""
    links = text.get("links")
    for link in links if isinstance(links, list) else ():
        url = _text(_plain(link), "url") if isinstance(link, dict) else ""
        if absolute(url) and profile.hosts and SiteProfile.covers(profile.hosts, netloc(url)):
            return url
    return ""
