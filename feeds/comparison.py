"""Which national product names the catalog holds, lacks, or need not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from feeds.upl import Upl, UplName
from model.product import Product

_LESS = frozenset(
    {
        *("aanvraag", "aanvragen", "melding", "melden", "vergunning", "ontheffing", "subsidie"),
        *("de", "het", "een", "van", "voor", "in", "op", "en", "of"),
    }
)
"""Words that say nothing of what a product is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A municipal name that no product carries. ``perhaps`` are products without a UPL name whose own name looks like it."""

    name: UplName
    perhaps: tuple[Product, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The catalog beside the municipal names of the list; ``held``, ``not_here`` and ``missing`` together are all of them.

    ``both`` are names that a product carries and that are said not to apply here. ``unknown`` are products whose name is not in
    the list, ``elsewhere`` those with a name that is not for municipalities, ``nameless`` active products without one.
    """

    held: Mapping[str, tuple[Product, ...]]
    not_here: Mapping[str, str]
    missing: tuple[Missing, ...]
    both: tuple[str, ...]
    unknown: tuple[Product, ...]
    elsewhere: tuple[Product, ...]
    nameless: tuple[Product, ...]

    @property
    def names(self) -> int:
        """How many municipal names there are."""
        return len(self.held) + len(self.not_here) + len(self.missing)


def compare(products: Sequence[Product], upl: Upl, not_here: Mapping[str, str], today: date) -> Comparison:
    """Join the active products of the catalog with the list. ``not_here`` maps a name in lower case to its reason."""
    active = [product for product in products if product.active_on(today)]
    carried: dict[str, list[Product]] = {}
    for product in active:
        if product.upl:
            carried.setdefault(product.upl.casefold(), []).append(product)
    nameless = tuple(product for product in active if not product.upl)
    held = {
        name.name: tuple(carried[name.name.casefold()]) for name in upl.municipal if name.name.casefold() in carried
    }
    rest = [name for name in upl.municipal if name.name not in held]
    return Comparison(
        held=held,
        not_here={name.name: not_here[name.name.casefold()] for name in rest if name.name.casefold() in not_here},
        missing=tuple(
            Missing(name=name, perhaps=_alike(name.name, nameless))
            for name in rest
            if name.name.casefold() not in not_here
        ),
        both=tuple(name for name in held if name.casefold() in not_here),
        unknown=tuple(product for product in active if product.upl and upl.named(product.upl) is None),
        elsewhere=tuple(
            product for product in active if (listed := upl.named(product.upl)) is not None and not listed.municipal
        ),
        nameless=nameless,
    )


def _alike(name: str, products: Sequence[Product]) -> tuple[Product, ...]:
    """Products whose name holds every telling word of ``name``."""
    words = _telling(name)
    return tuple(product for product in products if words and words <= _telling(product.name))


def _telling(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _LESS
