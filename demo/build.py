"""Decides the truth of a catalog and writes every page that shows it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from urllib.parse import urlsplit

from demo.allot import allot
from demo.buttons import plant_buttons
from demo.kinds import Kind
from demo.phrases.distractors import DISTRACTORS
from demo.seating import Seat
from demo.truth import ProductTruth, Truth
from demo.wording import Distractor, Wording
from demo.words import words_of
from model.finding import Outcome
from model.product import Product

SEED = 2026


def decide_truth(products: Sequence[Product], seed: int = SEED) -> Truth:
    """The truth for every product, in the catalog's order; the same catalog and seed give the same truth.

    Products that share their first address share that page and its labels. An empty catalog gives an empty truth.
    """
    rng = random.Random(seed)
    owners: dict[str, str] = {}
    for product in products:
        owners.setdefault(path_of(product.urls[0]), product.id)
    by_id = {product.id: product for product in products}
    deal = allot([(by_id[owner], path) for path, owner in owners.items()], rng)
    found: dict[str, ProductTruth] = {}
    calendar = calendar_product(deal.seats)
    for seat in deal.seats:
        found[seat.product.id] = truth_of(seat, seed, owners, calendar=seat.product.id == calendar)
    for product in products:
        if product.id not in found:
            found[product.id] = shared_page(product, found[owners[path_of(product.urls[0])]], owners)
    ordered = plant_buttons({product.id: found[product.id] for product in products})
    return Truth(seed=seed, products=ordered, unplaced=tuple(deal.unplaced))


def path_of(url: str) -> str:
    """Path and query of an address."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def calendar_product(seats: Sequence[Seat]) -> str:
    """The product whose page links to the calendar without end: the first plain one about events or marriage."""
    plain = [seat for seat in seats if seat.mischief is None and seat.language == "nl" and not seat.start]
    wanted = [seat for seat in plain if "evenement" in seat.product.id or "huwelijk" in seat.product.id]
    return next((seat.product.id for seat in [*wanted, *plain]), "")


def truth_of(seat: Seat, seed: int, owners: dict[str, str], *, calendar: bool) -> ProductTruth:
    """The truth of a seat that was dealt all its wordings."""
    rng = random.Random(f"{seed}:{seat.product.id}:woorden")
    route, costs, term = seat.route, seat.kosten, seat.termijn
    if route is None or costs is None or term is None:
        raise ValueError(f"{seat.product.id} was not dealt every wording")
    return ProductTruth(
        product=seat.product,
        path=seat.path,
        older=older_paths(seat.product, seat.path, owners),
        build=build_of(seat, rng),
        language=seat.language,
        kind=seat.kind.key,
        route=route,
        kosten=costs,
        afhandeltermijn=term,
        distractors=distractors_for(seat.kind, seat.language, costs, term, rng),
        words=words_of(seat.product, seat.kind, rng),
        mischief=seat.mischief,
        calendar=calendar,
    )


def shared_page(product: Product, owner: ProductTruth, owners: dict[str, str]) -> ProductTruth:
    """The truth of a product whose first address is another product's page."""
    return ProductTruth(
        product=product,
        path=owner.path,
        older=older_paths(product, owner.path, owners),
        build=owner.build,
        language=owner.language,
        kind=owner.kind,
        route=owner.route,
        kosten=owner.kosten,
        afhandeltermijn=owner.afhandeltermijn,
        distractors=owner.distractors,
        words=owner.words,
        mischief=owner.mischief,
        same_as=owner.product.id,
    )


def older_paths(product: Product, main: str, owners: dict[str, str]) -> tuple[str, ...]:
    """The product's other addresses, without those that are a page of their own."""
    paths = [path_of(url) for url in product.urls[1:]]
    return tuple(path for path in paths if path != main and path not in owners and "/start-" not in path)


def build_of(seat: Seat, rng: random.Random) -> str:
    """The era in which the page was made, as its address tells."""
    if seat.start == "hoofd":
        return "stappen"
    if seat.path.startswith("/loket/"):
        return "loket"
    if "product:" in seat.path or "?" in seat.path or seat.path.endswith(".html"):
        return "oud"
    return rng.choice(("leestijd", "knoppen"))


def distractors_for(
    kind: Kind, language: str, costs: Wording, term: Wording, rng: random.Random
) -> tuple[Distractor, ...]:
    """Up to three sentences that decide nothing, not repeating what the wordings themselves say."""
    if language != "nl":
        return ()
    used = {*costs.traps, *term.traps}
    able = [item for item in DISTRACTORS if kind.key in item.kinds and not used & set(item.traps)]
    if costs.label not in (Outcome.AANWEZIG, Outcome.ONVOLLEDIG):
        able = [item for item in able if "termijn-betaaltermijn" not in item.traps]
    return tuple(rng.sample(able, min(len(able), rng.choice((1, 2, 2, 3)))))
