"""``catalog check``: everything that is wrong or doubtful in the catalog, before a night trips over it."""

from __future__ import annotations

import typer

from crawler.catalog import examine_catalog
from feeds.examination import doubts
from feeds.not_here import beside, read_not_here
from feeds.upl import read_upl
from goedgeregeld import measuring, settings
from goedgeregeld.options import CatalogOption, JsonOption, ProfileOption, UplOption
from goedgeregeld.terminal import say, show_json, show_table
from reports.dutch import count


def check(
    catalog: CatalogOption = None, profile: ProfileOption = None, upl: UplOption = None, json: JsonOption = False
) -> None:
    """Kijk de catalogus na: fouten (die houden een meting tegen) en wat u beter kunt nakijken."""
    path = catalog or settings.CATALOG
    found = examine_catalog(path)
    names = read_upl(upl or settings.UPL)
    not_here = read_not_here(beside(path), names)
    seen = doubts(found.products, names, not_here, measuring.profile_of(profile), measuring.today())
    if json:
        show_json([{"regel": d.line, "product": d.product_id, "kolom": d.column, "wat": d.what} for d in seen])
    else:
        if seen:
            show_table(
                "Na te kijken",
                ("regel", "product", "kolom", "wat"),
                [(d.line, d.product_id, d.column, d.what) for d in seen],
            )
        say(
            *found.warnings,
            f"{path}: {count(len(found.products), 'product', 'producten')}, geen fouten, {len(seen)} na te kijken.",
        )
    if seen:
        raise typer.Exit(1)
