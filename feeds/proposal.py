"""What a feed would change in the catalog: a proposal that a person says yes or no to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crawler.addresses import page_key
from crawler.catalog import NUMBER_COLUMN
from feeds.feed import Feed
from feeds.matching import SHORT, match, number_of, numbers_of
from model.claim import Claim, OnlineClaim, Source
from model.product import Possible, Product

OWNED = ("naam", "urls", "doelgroep", "upl", "online_mogelijk")
"""The columns that a feed can change; all others are the municipality's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell: what stands there and what would."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row of the catalog with the cells that would change."""

    product_id: str
    name: str
    line: int
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All that would change, in the order of the feed (additions) and of the catalog (the rest).

    ``additions`` are whole rows by column. ``endings`` set an end date: the product stood in this feed before and no longer does.
    ``numbers`` holds for each product id its new cell with the feed's numbers. ``absent`` are products of the catalog that this
    feed never named; they stay as they are. ``homeless`` are claims of products that have no page to add. ``not_here`` maps a
    UPL name to why the municipality says it does not offer it. ``pairs`` says which claim is about which product id.
    """

    source: Source
    additions: tuple[Mapping[str, str], ...]
    changes: tuple[RowChange, ...]
    endings: tuple[RowChange, ...]
    numbers: Mapping[str, str]
    absent: tuple[Product, ...]
    homeless: tuple[Claim, ...]
    not_here: Mapping[str, str]
    pairs: tuple[tuple[str, Claim], ...]
    same: int

    @property
    def empty(self) -> bool:
        """Whether the catalog would stay as it is."""
        return not (self.additions or self.changes or self.endings or self.numbers)


def propose(feed: Feed, products: Sequence[Product], *, today: date, keep: Sequence[str] = ()) -> Proposal:
    """Compare a feed with the catalog. ``keep`` names columns of OWNED that must not be changed."""
    found = match(feed.claims, products)
    place = {product.id: number for number, product in enumerate(products)}
    changes = []
    for claim, product in sorted(found.pairs, key=lambda pair: place[pair[1].id]):
        cells = [cell for cell in _changed(claim, product) if cell.column not in keep]
        if cells:
            changes.append(_row(product, [*cells, *_source(claim, product, today)]))
    named = {product.id for _, product in found.pairs}
    additions, homeless, paired = [], [], []
    ids = {product.id for product in products}
    for claim in found.new:
        if claim.offered is False:
            continue
        if not claim.url:
            homeless.append(claim)
            continue
        row = _addition(claim, ids, today)
        ids.add(row["id"])
        additions.append(row)
        paired.append((row["id"], claim))
    return Proposal(
        source=feed.source,
        additions=tuple(additions),
        changes=tuple(changes),
        endings=tuple(_endings(feed, products, named, today)),
        numbers=dict(_numbers(found.pairs)),
        absent=tuple(product for product in products if product.id not in named and product.active_on(today)),
        homeless=tuple(homeless),
        not_here={claim.upl: claim.why_not for claim in feed.claims if claim.offered is False and claim.upl},
        pairs=(*((product.id, claim) for claim, product in found.pairs), *paired),
        same=len(found.pairs) - len(changes),
    )


def _changed(claim: Claim, product: Product) -> Iterator[CellChange]:
    """What the feed says otherwise. SDG's titles and audiences are those of the national texts and change nothing."""
    if claim.source is Source.SC:
        if claim.title.casefold() != product.name.casefold():
            yield CellChange(column="naam", old=product.name, new=claim.title)
        if page_key(claim.url) not in map(page_key, product.urls):
            yield CellChange(column="urls", old=" ".join(product.urls), new=" ".join((claim.url, *product.urls)))
        if claim.audience and set(claim.audience.split()) != set(product.audience.casefold().split()):
            yield CellChange(column="doelgroep", old=product.audience, new=claim.audience)
        if claim.online in (OnlineClaim.JA, OnlineClaim.DIGID) and product.online_possible is not Possible.JA:
            yield CellChange(column="online_mogelijk", old=product.online_possible.value, new="ja")
    if claim.upl and claim.upl != product.upl and (claim.source is Source.SC or not product.upl):
        yield CellChange(column="upl", old=product.upl, new=claim.upl)


def _source(claim: Claim, product: Product, today: date) -> Iterator[CellChange]:
    seen = claim.url or claim.source.value
    if product.source != seen:
        yield CellChange(column="bron", old=product.source, new=seen)
    if product.source_date != today.isoformat():
        yield CellChange(column="bron_datum", old=product.source_date, new=today.isoformat())


def _addition(claim: Claim, ids: set[str], today: date) -> Mapping[str, str]:
    online = claim.online in (OnlineClaim.JA, OnlineClaim.DIGID)
    return {
        "id": free_id(claim.title, ids),
        "naam": claim.title,
        "urls": claim.url,
        "doelgroep": claim.audience,
        "upl": claim.upl,
        "online_mogelijk": "ja" if online else "onbekend",
        "kosten_van_toepassing": "onbekend",
        "termijn_van_toepassing": "onbekend",
        "bron": claim.url,
        "bron_datum": today.isoformat(),
        NUMBER_COLUMN: number_of(claim),
    }


def _endings(feed: Feed, products: Sequence[Product], named: set[str], today: date) -> Iterator[RowChange]:
    present = {f"{SHORT[feed.source]}:{'_'.join(key.split())}" for key in feed.keys}
    for product in products:
        noted = [number for number in numbers_of(product) if number.startswith(f"{SHORT[feed.source]}:")]
        named_still = product.id in named or any(page_key(url) in feed.pages for url in product.urls)
        gone = noted and not present.intersection(noted) and not named_still
        if gone and feed.source is Source.SC and product.active_until is None:
            yield _row(product, [CellChange(column="actief_tot", old="", new=today.isoformat())])


def _numbers(pairs: Sequence[tuple[Claim, Product]]) -> Iterator[tuple[str, str]]:
    for claim, product in pairs:
        number, noted = number_of(claim), numbers_of(product)
        others = [each for each in noted if not each.startswith(f"{SHORT[claim.source]}:")]
        if number and number not in noted:
            yield product.id, " ".join([*others, number])


def _row(product: Product, cells: Sequence[CellChange]) -> RowChange:
    return RowChange(product_id=product.id, name=product.name, line=product.line, cells=tuple(cells))


def free_id(title: str, ids: set[str]) -> str:
    """An id in the catalog's form, made of the title; numbered where it is taken."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-") or "product"
    number, found = 1, stem
    while found in ids:
        number += 1
        found = f"{stem}-{number}"
    return found
