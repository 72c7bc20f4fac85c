"""``catalog compare``: the catalog beside the national list of product names."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from feeds.comparison import Comparison
from feeds.comparison import compare as compared
from feeds.not_here import add_not_here, beside, read_not_here
from feeds.upl import read_upl
from goedgeregeld import measuring, settings
from goedgeregeld.options import CatalogOption, JsonOption, UplOption
from goedgeregeld.terminal import say, show_json, show_table
from model.errors import UserError
from reports.dutch import count, percent
from reports.sheets import without_formula


def compare(
    catalog: CatalogOption = None,
    upl: UplOption = None,
    not_here: Annotated[
        list[str] | None, typer.Option("--not-here", help="Deze landelijke naam geldt hier niet. Vraagt ook --because.")
    ] = None,
    because: Annotated[str, typer.Option("--because", help="Waarom de naam hier niet geldt.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Schrijf de hele vergelijking ook als CSV.")] = None,
    json: JsonOption = False,
) -> None:
    """Vergelijk de catalogus met de landelijke lijst van productnamen (UPL): wat is er, wat ontbreekt, wat geldt hier niet."""
    names = read_upl(upl or settings.UPL)
    path = catalog or settings.CATALOG
    products = measuring.products_of(path)
    if not_here:
        add_not_here(beside(path), dict.fromkeys(not_here, because), names, measuring.today())
    elif because:
        raise UserError("Zeg ook om welke naam het gaat, met --not-here.")
    found = compared(products, names, read_not_here(beside(path), names), measuring.today())
    if out:
        _write(out, found)
    if json:
        show_json(_plain(found))
        return
    if found.missing:
        show_table(
            "Landelijke namen zonder product in de catalogus",
            ("productnaam (UPL)", "soort", "misschien"),
            [(m.name.name, ", ".join(m.name.kinds), ", ".join(p.id for p in m.perhaps)) for m in found.missing],
        )
    say(*(f"Staat bij een product én in de lijst 'geldt hier niet': {name}" for name in found.both))
    say(*(f"Staat niet in de landelijke lijst: {product.upl} ({product.id})" for product in found.unknown))
    say(*(f"Geen naam voor gemeenten: {product.upl} ({product.id})" for product in found.elsewhere))
    say(_sentence(found))
    if out:
        say(f"Geschreven: {out}")


def _sentence(found: Comparison) -> str:
    held = f"{len(found.held)} ({percent(len(found.held), found.names)})"
    nameless = count(len(found.nameless), "product heeft", "producten hebben")
    return (
        f"De lijst heeft {count(found.names, 'naam', 'namen')} voor gemeenten. Bij {held} hoort een product, "
        f"{len(found.not_here)} gelden hier niet, {len(found.missing)} ontbreken. {nameless} geen landelijke naam."
    )


def _write(out: Path, found: Comparison) -> None:
    rows = [
        *((name, "in de catalogus", " ".join(p.id for p in products)) for name, products in found.held.items()),
        *((name, "geldt hier niet", why) for name, why in found.not_here.items()),
        *((m.name.name, "ontbreekt", " ".join(p.id for p in m.perhaps)) for m in found.missing),
    ]
    try:
        with out.open("w", encoding="utf-8-sig", newline="") as stream:
            sheet = csv.writer(stream, delimiter=";")
            sheet.writerow(("upl", "stand", "product_of_reden"))
            sheet.writerows([tuple(map(without_formula, row)) for row in sorted(rows)])
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(out)) from error


def _plain(found: Comparison) -> dict[str, object]:
    return {
        "aantal_namen": found.names,
        "in_de_catalogus": {name: [p.id for p in products] for name, products in found.held.items()},
        "geldt_hier_niet": dict(found.not_here),
        "ontbreekt": {m.name.name: [p.id for p in m.perhaps] for m in found.missing},
        "tegenstrijdig": list(found.both),
        "onbekende_naam": [p.id for p in found.unknown],
        "niet_voor_gemeenten": [p.id for p in found.elsewhere],
        "zonder_naam": [p.id for p in found.nameless],
    }
