"""Deals the wordings out over the catalog: every wording gets a product, weak ones go to a third of the city."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from demo.kinds import kind_of
from demo.phrases import foreign, kosten, routes_desk, routes_online, routes_weak, termijn
from demo.seating import Seat, costs_fit, route_fits, term_fits
from demo.unfriendly import MISCHIEF
from demo.wording import Route, Wording
from model.finding import Online
from model.product import Possible, Product

WEAK_SHARE = 0.30
ONLINE_WEIGHTS = (74, 26, 0)  # ja, extern, nee: nee has had its share when every desk route has a product
COMMON = ("subsidie", "vergunning", "uitkering", "parkeren", "aangifte", "belasting", "document", "verzoek")
LANGUAGES = ("en", "en", "en", "en", "fy", "fy")
Text = TypeVar("Text", Route, Wording)


@dataclass(slots=True, kw_only=True)
class Deal:
    """The dealt seats in the catalog's order, and the wordings for which no seat was found."""

    seats: list[Seat]
    unplaced: list[str] = field(default_factory=list)


def allot(places: Sequence[tuple[Product, str]], rng: random.Random) -> Deal:
    """Deal wordings over products with their paths; no two of ``places`` share a path."""
    seats = [
        Seat(product=product, kind=kind_of(product), path=path, start=start_of(product)) for product, path in places
    ]
    deal = Deal(seats=seats)
    misbehave(seats, rng)
    speak_foreign(seats, rng)
    readable = [seat for seat in seats if seat.readable and seat.language == "nl" and not seat.collected]
    for seat in rng.sample(readable, round(len(readable) * WEAK_SHARE)):
        seat.weak = True
    for seat in seats:
        if seat.product.term_possible is Possible.NEE and not seat.collected:
            seat.termijn = termijn.NOTHING_SAID
    deal_routes(deal, rng)
    deal_wordings(deal, "kosten", (*kosten.KOSTEN, *kosten.RECEIVING), foreign.KOSTEN, costs_fit, rng)
    deal_wordings(deal, "termijn", (*termijn.TERMIJN, *termijn.NOTHING_HANDLED), foreign.TERMIJN, term_fits, rng)
    return deal


def start_of(product: Product) -> str:
    """Where the catalog names the start flow: "hoofd" as the main page, "rij" as another address, "" nowhere."""
    flows = ["/start-" in url for url in product.urls]
    return "hoofd" if flows[0] else "rij" if any(flows) else ""


def misbehave(seats: Sequence[Seat], rng: random.Random) -> None:
    """Give each way of misbehaving to a product with one plain address."""
    plain = [
        seat
        for seat in seats
        if len(seat.product.urls) == 1 and not seat.start and seat.kind.key in COMMON and "?" not in seat.path
    ]
    for mischief, seat in zip(MISCHIEF, rng.sample(plain, min(len(plain), len(MISCHIEF))), strict=False):
        seat.mischief = mischief


def speak_foreign(seats: Sequence[Seat], rng: random.Random) -> None:
    """Make a few pages English or Frisian; products with an English name first."""
    able = [
        seat
        for seat in seats
        if seat.mischief is None
        and not seat.start
        and seat.product.costs_possible is Possible.JA
        and seat.product.online_possible is not Possible.NEE
        and seat.product.term_possible is not Possible.NEE
        and max(seat.kind.prices) > 0
        and seat.kind.key in ("vergunning", "parkeren", "akte", "belasting", "afval")
        and not seat.collected
    ]
    rng.shuffle(able)
    able.sort(key=lambda seat: not re.search(r"exemption|refuse", seat.product.name.lower()))
    for language, seat in zip(LANGUAGES, able, strict=False):
        seat.language = language


def deal_routes(deal: Deal, rng: random.Random) -> None:
    """Give every seat its route: forced ones, then the weak, then the strong."""
    for seat in deal.seats:
        if seat.start == "hoofd":
            seat.route = routes_weak.START[0 if "per-post" in seat.path else 1]
        elif seat.start == "rij":
            seat.route = next(route for route in routes_online.ONLINE if route.id == "ja-start-stappen")
        elif seat.collected and seat.product.online_possible is not Possible.JA:
            seat.route = rng.choice(routes_desk.COLLECTION)
    deal_foreign(deal, foreign.ROUTES, lambda seat, route: setattr(seat, "route", route), rng)
    everything = (
        *routes_weak.WEAK,
        *routes_online.ONLINE,
        *routes_online.EXTERN,
        *routes_desk.DESK,
        *routes_weak.THROUGH,
    )
    weak = [route for route in everything if not route.strong]
    strong = [route for route in everything if route.strong]

    def open_seats(wanted: bool) -> list[Seat]:
        return [s for s in deal.seats if s.route is None and s.readable and s.weak is wanted]

    for route in rarest_first(weak, deal.seats, route_fits, rng):
        place(deal, route, open_seats(True), route_fits, lambda seat, text: setattr(seat, "route", text), rng)
    for route in rarest_first(strong, deal.seats, route_fits, rng):
        place(deal, route, open_seats(False), route_fits, lambda seat, text: setattr(seat, "route", text), rng)
    for seat in deal.seats:
        if seat.route is None:
            seat.route = usual_route(seat, strong, rng)


def usual_route(seat: Seat, strong: Sequence[Route], rng: random.Random) -> Route:
    """A strong route that fits, online or not in the city's usual shares."""
    fitting = [route for route in strong if route_fits(seat, route)]
    wanted = rng.choices((Online.JA, Online.EXTERN, Online.NEE), ONLINE_WEIGHTS)[0]
    return rng.choice([route for route in fitting if route.online is wanted] or fitting)


def deal_wordings(
    deal: Deal,
    element: str,
    table: Sequence[Wording],
    abroad: Sequence[Wording],
    fits: Callable[[Seat, Wording], bool],
    rng: random.Random,
) -> None:
    """Give every seat its wording for ``element``: foreign pages, then the weak, then the strong."""

    def sit(seat: Seat, text: Wording) -> None:
        setattr(seat, element, text)

    def open_seats(wanted: bool) -> list[Seat]:
        return [s for s in deal.seats if getattr(s, element) is None and s.readable and s.weak is wanted]

    deal_foreign(deal, abroad, sit, rng)
    weak = [text for text in table if not text.strong]
    strong = [text for text in table if text.strong]
    for text in rarest_first(weak, deal.seats, fits, rng):
        able = [seat for seat in open_seats(True) if fits(seat, text)]
        place(deal, text, able or open_seats(False), fits, sit, rng)
    for seat in open_seats(True):
        needed = element == "termijn" and seat.route and seat.route.strong and seat.kosten and seat.kosten.strong
        fitting = [text for text in weak if fits(seat, text)]
        if needed and fitting:
            sit(seat, rng.choice(fitting))
    for text in rarest_first(strong, deal.seats, fits, rng):
        place(deal, text, open_seats(False), fits, sit, rng)
    for seat in deal.seats:
        if getattr(seat, element) is None:
            fitting = [text for text in strong if fits(seat, text)]
            sit(seat, rng.choice(fitting or [text for text in weak if fits(seat, text)]))


def place(
    deal: Deal,
    text: Text,
    seats: Sequence[Seat],
    fits: Callable[[Seat, Text], bool],
    sit: Callable[[Seat, Text], None],
    rng: random.Random,
) -> None:
    """Seat the wording with a fitting product, or note that there is none."""
    fitting = [seat for seat in seats if fits(seat, text)]
    if isinstance(text, Route) and text.online is Online.NEE:
        fitting = [seat for seat in fitting if seat.product.online_possible is Possible.NEE] or fitting
    if fitting:
        sit(rng.choice(fitting), text)
    else:
        deal.unplaced.append(text.id)


def deal_foreign(deal: Deal, texts: Sequence[Text], sit: Callable[[Seat, Text], None], rng: random.Random) -> None:
    """Deal the wordings of each language in turn over that language's seats."""
    for language in sorted(set(LANGUAGES)):
        own = shuffled((text for text in texts if text.language == language), rng)
        seats = [seat for seat in deal.seats if seat.language == language]
        for number, seat in enumerate(seats):
            sit(seat, own[number % len(own)])


def shuffled(texts: Iterable[Text], rng: random.Random) -> list[Text]:
    """The texts in a random order."""
    own = list(texts)
    rng.shuffle(own)
    return own


def rarest_first(
    texts: Iterable[Text], seats: Sequence[Seat], fits: Callable[[Seat, Text], bool], rng: random.Random
) -> list[Text]:
    """The texts in a random order, those that suit the fewest seats first, so that they find one."""
    return sorted(shuffled(texts, rng), key=lambda text: sum(fits(seat, text) for seat in seats if seat.readable))
