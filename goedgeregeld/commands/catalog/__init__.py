"""``catalog``: keep the product catalog beside the official sources; every command only proposes until a person says yes."""

from __future__ import annotations

import typer

from goedgeregeld.commands.catalog.check import check
from goedgeregeld.commands.catalog.compare import compare
from goedgeregeld.commands.catalog.discover import discover
from goedgeregeld.commands.catalog.take_over import take_over

catalog = typer.Typer(
    help="Houd de productcatalogus bij met de landelijke bronnen: inlezen, nakijken, vergelijken, ontdekken.",
    no_args_is_help=True,
)
catalog.command("import")(take_over)
catalog.command()(check)
catalog.command()(compare)
catalog.command()(discover)
