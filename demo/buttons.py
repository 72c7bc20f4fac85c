"""What stands behind a few of the replica's buttons, other than their address promises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from demo.documents import Answer
from demo.hosts import Hosts
from demo.truth import ProductTruth, slug_of
from model.landing import LandingKind

_PLANTED = (
    (LandingKind.WERKT_NIET, "@form"),
    (LandingKind.INLOGGEN, "@form"),
    (LandingKind.DOCUMENT, "@pdf"),
)
"""Each stands behind the first product with a button of that target."""


def plant_buttons(products: Mapping[str, ProductTruth]) -> dict[str, ProductTruth]:
    """The products, with for a few of them what their button turns out to be. Their labels stay what they are."""
    planted = dict(products)
    for kind, target in _PLANTED:
        chosen = next((item for item in planted.values() if _fits(item, target)), None)
        for product_id, item in products.items():
            if chosen and chosen.product.id in (product_id, item.same_as):
                planted[product_id] = replace(item, landing=kind)
    return planted


def _fits(item: ProductTruth, target: str) -> bool:
    alone = [where for _, where in item.route.buttons] == [target]
    return alone and not (item.mischief or item.same_as or item.landing or item.route.steps) and item.language == "nl"


def form_answers(items: Iterable[ProductTruth], hosts: Hosts) -> Mapping[str, Answer]:
    """What the server with forms answers for the planted buttons."""
    found = {}
    for item in items:
        slug = slug_of(item.path)
        form = f"/formulieren/{slug}"
        if item.landing is LandingKind.WERKT_NIET:
            found[form] = Answer(b"", status=404)
        elif item.landing is LandingKind.INLOGGEN:
            found[form] = Answer(b"", status=302, location=f"/inloggen/{slug}")
        elif item.landing is LandingKind.DOCUMENT:
            found[form] = Answer(b"", status=302, location=f"{hosts.site}/documenten/{slug}.pdf")
    return found
