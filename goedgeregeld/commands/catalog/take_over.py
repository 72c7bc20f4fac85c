"""``catalog import``: what a feed would change in the catalog, and the writing of it once a person says yes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from crawler.catalog import NUMBER_COLUMN
from feeds.catalog_file import CatalogFile, edited, open_catalog, write_catalog
from feeds.not_here import add_not_here, beside, read_not_here
from feeds.proposal import OWNED, Proposal, propose
from feeds.reading import read_feed
from feeds.upl import Upl, read_upl
from goedgeregeld import measuring, settings
from goedgeregeld.commands.catalog.preview import as_json, show
from goedgeregeld.options import CatalogOption, JsonOption, ProfileOption, UplOption
from goedgeregeld.terminal import say, show_json
from model.errors import UserError
from reports.dutch import count
from store import history
from store.claims import save_claims

MOST_ENDINGS = 0.1  # share of the catalog that an import may end without being asked for it by name


def take_over(
    places: Annotated[
        list[str],
        typer.Argument(metavar="BESTAND_OF_ADRES...", help="De feed: XML (Samenwerkende Catalogi 4.0) of JSON (SDG)."),
    ],
    catalog: CatalogOption = None,
    profile: ProfileOption = None,
    upl: UplOption = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", help="Verander deze kolom nooit: naam, urls, doelgroep, upl of online_mogelijk."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Schrijf zonder te vragen.")] = False,
    many_endings: Annotated[
        bool, typer.Option("--many-endings", help="Het klopt dat meer dan een tiende van de producten stopt.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Lees een feed in en toon wat er in de catalogus verandert. Er wordt pas geschreven als u ja typt, of met --yes."""
    if wrong := [column for column in keep or () if column not in OWNED]:
        raise UserError(f"Een feed verandert {wrong[0]!r} nooit. Bij --keep past: {', '.join(OWNED)}.")
    path, today = catalog or settings.CATALOG, measuring.today()
    names = read_upl(upl or settings.UPL)
    listed = read_not_here(beside(path), names)
    file = open_catalog(path)
    feed = read_feed(places, upl=names, profile=measuring.profile_of(profile), today=today)
    found = propose(feed, measuring.products_of(path), today=today, keep=keep or ())
    not_here = {name: why for name, why in found.not_here.items() if why and name.casefold() not in listed}
    if json:
        show_json(as_json(feed, found, not_here))
    else:
        show(feed, found, not_here)
    _refuse_many_endings(found, many_endings)
    changes = bool(not_here) or not found.empty
    if yes or (not json and (not changes or _typed_yes())):
        told = [
            *(_write(file, found) if not found.empty else ()),
            *_listed(beside(path), not_here, names, today),
            *_claimed(found),
        ]
        say(*(() if json else told or ["Er verandert niets."]))
    elif changes:
        say(*(() if json else ["Er is niets geschreven."]))
        raise typer.Exit(1)


def _refuse_many_endings(found: Proposal, agreed: bool) -> None:
    """A feed that lost many products is more likely cut off than right."""
    products = found.same + len(found.changes) + len(found.absent)
    if len(found.endings) > MOST_ENDINGS * products and not agreed:
        raise UserError(
            f"{len(found.endings)} producten staan niet meer in de feed. Misschien is de feed niet volledig. "
            "Er is niets geschreven. Klopt het toch, geef dan --many-endings mee."
        )


def _typed_yes() -> bool:
    say("Typ ja om dit te schrijven:")
    try:
        return input().strip().casefold() == "ja"
    except EOFError:
        return False


def _write(file: CatalogFile, found: Proposal) -> Iterator[str]:
    changes = {
        row.product_id: {cell.column: cell.new for cell in row.cells} for row in (*found.changes, *found.endings)
    }
    for product_id, numbers in found.numbers.items():
        changes.setdefault(product_id, {})[NUMBER_COLUMN] = numbers
    kept = write_catalog(file, edited(file, changes, found.additions), settings.VAR / "catalogus")
    yield f"Geschreven: {file.path}. De vorige versie staat in {kept}."


def _listed(path: Path, not_here: Mapping[str, str], names: Upl, today: date) -> Iterator[str]:
    if added := add_not_here(path, not_here, names, today):
        yield f"{count(added, 'naam staat', 'namen staan')} nu in {path}."


def _claimed(found: Proposal) -> Iterator[str]:
    history.migrate()
    if save_claims(found.source, found.pairs, datetime.now(UTC)):
        yield (
            "Wat de feed over elk product zegt, is bewaard. De volgende meting legt het naast de pagina's en noemt wat elkaar "
            "tegenspreekt."
        )
