"""Reads a feed of any known kind, from one or more files and addresses."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date

from feeds import samenwerkende_catalogi, sdg
from feeds.delivery import pieces
from feeds.feed import Draft, Feed, checked
from feeds.upl import Upl
from model.claim import Source
from model.errors import UserError
from model.profile import SiteProfile


def read_feed(places: Sequence[str], *, upl: Upl, profile: SiteProfile, today: date) -> Feed:
    """What the parts of one feed say together: XML is Samenwerkende Catalogi, JSON is SDG.

    UserError for what is neither, for parts of two kinds, and for what cannot be read; nothing is half read then.
    """
    sources: set[Source] = set()

    def drafts() -> Iterator[Draft]:
        for place in places:
            source, found = _opened(place, profile)
            sources.add(source)
            if len(sources) > 1:
                raise UserError("Dit is een ander soort feed dan de vorige. Lees elke soort apart in.", file=place)
            yield from found

    everything = list(drafts())
    return checked(sources.pop(), everything, upl=upl, profile=profile, today=today)


def _opened(place: str, profile: SiteProfile) -> tuple[Source, Iterator[Draft]]:
    """The kind of feed, told by its first sign, and its products."""
    stream = pieces(place)
    first = next(stream, b"")
    whole = itertools.chain([first], stream)
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start in (b"{", b"["):
        return Source.SDG, sdg.drafts(place, profile, whole)
    if start == b"<" or first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Source.SC, samenwerkende_catalogi.drafts(place, whole)
    raise UserError("Dit is geen XML (Samenwerkende Catalogi) en geen JSON (SDG).", file=place)
