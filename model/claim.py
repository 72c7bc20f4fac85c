"""What the municipality itself says of a product in an official feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Source(StrEnum):
    """Which official description of products a claim stands in."""

    SC = "Samenwerkende Catalogi"  # IPM Samenwerkende Catalogi 4.0 (Logius)
    SDG = "SDG"  # product texts for the Single Digital Gateway (VNG, sdg-invoervoorziening)


class OnlineClaim(StrEnum):
    """What a feed says of applying online; the values of onlineAanvragen in Samenwerkende Catalogi 4.0."""

    JA = "ja"
    NEE = "nee"
    DIGID = "digid"
    ONBEKEND = ""  # the feed does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One product as a feed describes it. Texts are empty where the feed says nothing; white space is folded.

    ``key`` is the product's own number in the feed (productID, uuid). ``url`` is its page, ``apply_url`` where one applies.
    ``upl`` is the name from the national list of product names, ``upl_uri`` its URI. ``audience`` is in the words of
    the catalog. ``costs``, ``term`` and ``procedure`` are free text, of SDG only. ``offered`` is False where the municipality
    says that it does not offer the product, for the reason ``why_not``; None where it did not say. ``place`` is the file or
    address in which the claim stands, ``line`` its line there (0 where lines mean nothing).
    """

    source: Source
    key: str
    title: str
    url: str = ""
    upl: str = ""
    upl_uri: str = ""
    audience: str = ""
    abstract: str = ""
    modified: date | None = None
    online: OnlineClaim = OnlineClaim.ONBEKEND
    apply_url: str = ""
    costs: str = ""
    term: str = ""
    procedure: str = ""
    offered: bool | None = None
    why_not: str = ""
    place: str = ""
    line: int = 0
