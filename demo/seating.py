"""One product while wordings are dealt, and which wordings can truly be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from demo.kinds import Kind
from demo.phrases import kosten, termijn
from demo.unfriendly import Mischief
from demo.wording import IN_START_FLOW, Route, Wording
from model.finding import Online, Outcome
from model.product import Possible, Product


@dataclass(slots=True, kw_only=True)
class Seat:
    """One product while the wordings are dealt."""

    product: Product
    kind: Kind
    path: str
    language: str = "nl"
    mischief: Mischief | None = None
    weak: bool = False
    start: str = ""
    route: Route | None = None
    kosten: Wording | None = None
    termijn: Wording | None = None

    @property
    def readable(self) -> bool:
        """Whether a program that asks for the page can read it."""
        return self.mischief is None or self.mischief.judged

    @property
    def collected(self) -> bool:
        """Whether the product is fetched or brought without anything being handled."""
        own = self.product
        return self.kind.key == "afval" and Possible.JA not in (own.term_possible, own.online_possible)


def route_fits(seat: Seat, route: Route) -> bool:
    """Whether the product can truly be applied for in this way."""
    if route.kinds and seat.kind.key not in route.kinds:
        return False
    digital = route.online in (Online.JA, Online.EXTERN, Online.ONBEKEND)
    return not (digital and seat.product.online_possible is Possible.NEE)


def costs_fit(seat: Seat, text: Wording) -> bool:
    """Whether this can truly be said of the product's costs."""
    if not kind_and_channel_fit(seat, text):
        return False
    if seat.start == "hoofd" and said(text):
        return False  # a start flow never names costs
    receiving = seat.product.costs_possible is Possible.NEE
    if receiving or text in kosten.RECEIVING:
        return receiving and text in kosten.RECEIVING
    free = max(seat.kind.prices) == 0
    if free and ("{prijs" in said(text) or "{bedrag" in said(text) or "{rond" in said(text)):
        return False
    if not text.strong:
        return seat.kind.key not in ("lening", "uitkering") and not (free and text.label is Outcome.ONVOLLEDIG)
    return True


def term_fits(seat: Seat, text: Wording) -> bool:
    """Whether this can truly be said of the product's handling term."""
    if not kind_and_channel_fit(seat, text):
        return False
    if seat.collected or text in termijn.NOTHING_HANDLED:
        return seat.collected and text in termijn.NOTHING_HANDLED
    if "termijn-betaaltermijn" in text.traps:
        return seat.kosten is not None and seat.kosten.label in (Outcome.AANWEZIG, Outcome.ONVOLLEDIG)
    if text.heading == IN_START_FLOW:
        return seat.route is not None and bool(seat.route.steps)
    return not (seat.route and seat.route.extra and text.extra)


def kind_and_channel_fit(seat: Seat, text: Wording) -> bool:
    """Whether the wording suits the sort of product and the channels that its route names."""
    if seat.language != text.language or (text.kinds and seat.kind.key not in text.kinds):
        return False
    return not text.channel or (seat.route is not None and seat.route.channel in text.channel)


def said(text: Wording) -> str:
    """All that the wording says, also on its extra page."""
    return text.text + (text.extra.text if text.extra else "")
