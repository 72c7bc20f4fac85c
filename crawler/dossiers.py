"""Gathers each product's pages: what still has to come, what they lead to, and when the dossier is complete."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from crawler.addresses import page_key
from crawler.answers import Answer
from crawler.site import EXPLANATIONS, STEPS, Surroundings, choose_links, gave_way
from crawler.visits import Wanted
from model.page import FetchOutcome, Role
from model.product import Product

Arrival = tuple[Wanted, Answer]


@dataclass(slots=True)
class _Open:
    """A product whose pages are still coming: how many, which were wanted, which pages it has, its catalog addresses."""

    coming: int = 0
    wanted: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    catalog: list[Arrival] = field(default_factory=list)
    left: dict[Role, int] = field(default_factory=lambda: {Role.TOELICHTING: EXPLANATIONS, Role.STARTPROCES: STEPS})


class Dossiers:
    """The dossiers of one crawl. ``already`` are addresses that an earlier part of the same run stored.

    Only catalog addresses are left out for it: an explanation that was stored for one product is still to come for another.
    """

    def __init__(self, around: Surroundings, already: Collection[str] = ()) -> None:
        self.around = around
        self._already = frozenset(already)
        self._open: dict[str, _Open] = {}

    def open(self, product: Product) -> tuple[Wanted, ...]:
        """The catalog addresses that have to be fetched; none where all are stored already."""
        wanted = tuple(
            Wanted(product=product, url=url, role=Role.PRODUCTPAGINA)
            for url in product.urls
            if url not in self._already
        )
        if wanted:
            keys = {page_key(url) for url in product.urls}
            self._open[product.id] = _Open(coming=len(wanted), wanted=keys)
        return wanted

    def put(self, wanted: Wanted, answer: Answer) -> tuple[list[Wanted], list[Arrival]]:
        """Add one answer; returns the pages that it leads to, and the rows that are now certain."""
        dossier = self._open[wanted.product.id]
        dossier.coming -= 1
        if answer.outcome is FetchOutcome.OPGEHAALD and (
            why := gave_way(wanted.url, answer.final_url, self.around.profile)
        ):
            answer = replace(answer, outcome=FetchOutcome.NIET_GEVONDEN, body=b"", page=None, detail=why)
        more = self._further(dossier, wanted, answer)
        dossier.coming += len(more)
        key = page_key(answer.final_url)
        if wanted.role is Role.PRODUCTPAGINA:
            dossier.pages.add(key)
            dossier.catalog.append((wanted, answer))
            return more, []
        if key in dossier.pages or self._belongs_to_another(wanted, key):
            return more, []
        dossier.pages.add(key)
        return more, [(wanted, answer)]

    def close(self, product: Product) -> list[Arrival]:
        """The product's catalog addresses once its dossier is complete, so that a stored one vouches for the others."""
        dossier = self._open.get(product.id)
        if dossier is None or dossier.coming:
            return []
        del self._open[product.id]
        return dossier.catalog

    def _further(self, dossier: _Open, wanted: Wanted, answer: Answer) -> list[Wanted]:
        if answer.page is None or wanted.role is Role.TOELICHTING:
            return []
        more = []
        page = replace(answer.page, role=wanted.role)
        for choice in choose_links(page, wanted.product, self.around):
            key = page_key(choice.url)
            if choice.role is None or key in dossier.wanted or not dossier.left[choice.role]:
                continue
            dossier.wanted.add(key)
            dossier.left[choice.role] -= 1
            more.append(Wanted(product=wanted.product, url=choice.url, role=choice.role))
        return more

    def _belongs_to_another(self, wanted: Wanted, key: str) -> bool:
        """Whether an explanation turned out, after redirects, to be the page of another product."""
        owners = self.around.owners.get(key, ())
        return bool(owners) and wanted.product.id not in owners
