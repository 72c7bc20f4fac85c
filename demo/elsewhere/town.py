"""The nouns of a small town, and the seeded dealing of its wordings: the truth that its pages show."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from demo.build import SEED
from demo.truth import ProductTruth, Truth
from demo.wording import Distractor, Route, Wording
from demo.words import capital, euros, in_running_text
from model.product import Product

Chosen = TypeVar("Chosen", Route, Wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One product of a town: the last part of its address is its id. ``price`` is in cents, ``term`` as in "8 weken"."""

    path: str
    name: str
    kind: str
    thing: str
    noun: str
    price: int
    term: str

    @property
    def id(self) -> str:
        """The last part of the address."""
        return self.path.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A municipality of our own making, named after how its site is built.

    ``template`` is a file of demo/pages; ``headings`` name the sections in the order of the page (keys: how, kosten,
    termijn, conditions, extra, contact). ``others`` are pages that are no product: path to title and text. ``targets`` are
    the addresses behind "@name" that are the town's own or of other organisations; ``{site}``, ``{forms}``,
    ``{appointments}`` and ``{id}`` are filled in. ``split_sitemap`` gives an index with compressed parts that robots.txt
    does not name.
    """

    key: str
    name: str
    phone: str
    template: str
    headings: Mapping[str, str]
    offers: tuple[Offer, ...]
    routes: tuple[Route, ...]
    costs: tuple[Wording, ...]
    terms: tuple[Wording, ...]
    distractors: tuple[Distractor, ...]
    openings: tuple[str, ...]
    conditions: tuple[str, ...]
    contact: str
    themes: Mapping[str, str]
    others: Mapping[str, tuple[str, str]]
    targets: Mapping[str, str] = field(default_factory=dict)
    split_sitemap: bool = False

    def truth(self, seed: int = SEED) -> Truth:
        """What each product's pages say; the same seed gives the same. Every wording that fits a product is used."""
        rng = random.Random(f"{seed}:{self.key}")
        used: Counter[str] = Counter()
        found = {offer.id: self._dealt(offer, used, rng) for offer in self.offers}
        return Truth(seed=seed, products=found)

    def _dealt(self, offer: Offer, used: Counter[str], rng: random.Random) -> ProductTruth:
        route = _least_used(self.routes, offer, used, rng)
        return ProductTruth(
            product=Product(id=offer.id, name=offer.name, urls=(f"https://www.{self.key}.example{offer.path}",)),
            path=offer.path,
            older=(),
            build=self.key,
            language="nl",
            kind=offer.kind,
            route=route,
            kosten=_least_used(self.costs, offer, used, rng),
            afhandeltermijn=_least_used(
                [term for term in self.terms if not term.channel or route.channel in term.channel], offer, used, rng
            ),
            distractors=(rng.choice(self.distractors),),
            words=_words(offer),
        )


def _least_used(choices: Sequence[Chosen], offer: Offer, used: Counter[str], rng: random.Random) -> Chosen:
    """The wording, of those that fit the product, that was dealt least so far; one made for its kind goes first."""
    fitting = [choice for choice in choices if not choice.kinds or offer.kind in choice.kinds]
    chosen = min(fitting, key=lambda choice: (used[choice.id], not choice.kinds, rng.random()))
    used[chosen.id] += 1
    return chosen


def _words(offer: Offer) -> Mapping[str, str]:
    return {
        "naam": in_running_text(offer.name),
        "Naam": offer.name,
        "thing": offer.thing,
        "Thing": capital(offer.thing),
        "noun": offer.noun,
        "prijs": euros(offer.price),
        "prijs2": euros(offer.price * 3 // 5 + 45),
        "termijn": offer.term,
        "id": offer.id,
    }
