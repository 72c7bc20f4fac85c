"""What is not wrong in a catalog but most likely not meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from crawler.addresses import netloc
from feeds.matching import numbers_of
from feeds.upl import Upl
from model.product import Possible, Product
from model.profile import SiteProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One cell that a person should look at, in the order of the file; ``what`` is Dutch and says what to do."""

    line: int
    product_id: str
    column: str
    what: str


def doubts(
    products: Sequence[Product], upl: Upl, not_here: Mapping[str, str], profile: SiteProfile, today: date
) -> tuple[Doubt, ...]:
    """Every doubtful cell of every active product. ``not_here`` maps a UPL name in lower case to its reason."""
    active = [product for product in products if product.active_on(today)]
    clusters = Counter(product.cluster for product in active if product.cluster)
    names = Counter(product.name.casefold() for product in active)
    spelled = {name.casefold(): name for name, _ in reversed(clusters.most_common())}
    numbers = Counter(number for product in products for number in numbers_of(product))
    found = []
    for product in active:
        for column, what in (
            *_of_upl(product, upl, not_here),
            *_of_site(product, profile),
            *_of_cluster(product, clusters, spelled),
            *_of_possibility(product),
        ):
            found.append(Doubt(line=product.line, product_id=product.id, column=column, what=what))
        if names[product.name.casefold()] > 1:
            what = "Deze naam heeft nog een product. Maak duidelijk wat het verschil is, of voeg ze samen."
            found.append(Doubt(line=product.line, product_id=product.id, column="naam", what=what))
        if any(numbers[number] > 1 for number in numbers_of(product)):
            what = "Dit nummer uit de feed staat bij nog een product. Haal het weg waar het niet hoort."
            found.append(Doubt(line=product.line, product_id=product.id, column="bron_id", what=what))
    return tuple(found)


def _of_upl(product: Product, upl: Upl, not_here: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not product.upl:
        yield "upl", "Er staat geen landelijke productnaam. Zoek haar met: goedgeregeld catalog compare."
        return
    listed = upl.named(product.upl)
    if listed is None:
        yield "upl", f"{product.upl!r} staat niet in de landelijke lijst. Neem de naam letterlijk over."
    elif not listed.municipal:
        yield "upl", f"{product.upl!r} is geen productnaam voor gemeenten. Kijk of er een naam is die beter past."
    elif listed.name.casefold() in not_here:
        yield (
            "upl",
            f"{product.upl!r} staat ook in de lijst met namen die hier niet gelden. Haal haar daar weg, of hier.",
        )


def _of_site(product: Product, profile: SiteProfile) -> Iterator[tuple[str, str]]:
    for url in product.urls:
        if profile.hosts and not SiteProfile.covers(profile.hosts, netloc(url)):
            yield "urls", f"{url} staat niet op een server uit het siteprofiel en wordt niet opgehaald."
    if product.urls and all(_lies_apart(url, profile) for url in product.urls):
        yield "urls", "Alle adressen liggen in een deel van de site dat volgens het siteprofiel geen producten heeft."


def _lies_apart(url: str, profile: SiteProfile) -> bool:
    return urlsplit(url).path.startswith(profile.not_products)


def _of_cluster(product: Product, clusters: Counter[str], spelled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not product.cluster and clusters:
        yield "cluster", "Er staat geen cluster. Het product telt mee onder 'zonder cluster'."
    elif product.cluster and spelled[product.cluster.casefold()] != product.cluster:
        yield "cluster", f"{product.cluster!r} wordt elders als {spelled[product.cluster.casefold()]!r} geschreven."


def _of_possibility(product: Product) -> Iterator[tuple[str, str]]:
    for column, said in (
        ("online_mogelijk", product.online_possible),
        ("kosten_van_toepassing", product.costs_possible),
        ("termijn_van_toepassing", product.term_possible),
    ):
        if said is Possible.ONBEKEND:
            yield column, "Hier staat onbekend. Vul ja of nee in, dan wordt het cijfer zekerder."
