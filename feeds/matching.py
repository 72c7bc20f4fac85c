"""Which product of the catalog a claim is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crawler.addresses import page_key
from crawler.catalog import NUMBER_COLUMN
from model.claim import Claim, Source
from model.product import Product

SHORT = {Source.SC: "sc", Source.SDG: "sdg"}
"""How a source is called before a product's number in the catalog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """``pairs`` are claims with their product, ``new`` the claims without one, both in the order of the feed."""

    pairs: tuple[tuple[Claim, Product], ...]
    new: tuple[Claim, ...]


def match(claims: Sequence[Claim], products: Sequence[Product]) -> Matching:
    """Give each claim its product: by the number that an earlier import noted, else by page, by name, or (SDG) by UPL name.

    A name counts only where it is the only one on both sides. Each product gets at most one claim.
    """
    found: dict[int, Product] = {}
    taken: set[str] = set()
    ways: list[tuple[Callable[[Claim], str], Callable[[Product], Iterable[str]], bool]] = [
        (number_of, numbers_of, False),
        (lambda claim: page_key(claim.url) if claim.url else "", lambda product: map(page_key, product.urls), False),
        (lambda claim: claim.title.casefold(), lambda product: (product.name.casefold(),), True),
        (
            lambda claim: claim.upl.casefold() if claim.source is Source.SDG else "",
            lambda product: (product.upl.casefold(),),
            True,
        ),
    ]
    for of_claim, of_product, unique in ways:
        left = [(place, of_claim(claim)) for place, claim in enumerate(claims) if place not in found]
        free = [(name, product) for product in products if product.id not in taken for name in of_product(product)]
        asked, offered = Counter(name for _, name in left), Counter(name for name, _ in free)
        by_name = {name: product for name, product in reversed(free) if name}
        for place, name in left:
            product = by_name.get(name)
            if product is None or product.id in taken or (unique and (asked[name] > 1 or offered[name] > 1)):
                continue
            found[place] = product
            taken.add(product.id)
    return Matching(
        pairs=tuple((claims[place], found[place]) for place in sorted(found)),
        new=tuple(claim for place, claim in enumerate(claims) if place not in found),
    )


def number_of(claim: Claim) -> str:
    """The claim's number as the catalog notes it: "sc:5"; empty where the feed gives none."""
    return f"{SHORT[claim.source]}:{'_'.join(claim.key.split())}" if claim.key else ""


def numbers_of(product: Product) -> tuple[str, ...]:
    """The numbers that earlier imports noted with a product."""
    return tuple(dict(product.extra).get(NUMBER_COLUMN, "").split())
