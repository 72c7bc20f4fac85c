"""``replica``: serve the replica of a municipal site until Ctrl-C."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Annotated

import typer

from crawler.catalog import read_catalog
from demo.elsewhere import TOWNS
from demo.server import Replica
from goedgeregeld import settings
from goedgeregeld.commands.demo import town_named
from goedgeregeld.options import CatalogOption
from goedgeregeld.terminal import say


def replica(
    catalog: CatalogOption = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="De poort van de site; 0 kiest een vrije.")
    ] = 8080,
    town: Annotated[
        str, typer.Option("--town", help=f"Een kleine oefengemeente met een andere site: {' of '.join(TOWNS)}.")
    ] = "",
    log: Annotated[
        Path | None, typer.Option("--log", help="Schrijf elk verzoek in dit bestand (JSON, één per regel).")
    ] = None,
) -> None:
    """Zet een nagebouwde gemeentesite neer op deze computer, met bekende gebreken. Stop met Ctrl-C."""
    chosen = town_named(town)
    products = () if chosen else read_catalog(catalog or settings.CATALOG)
    with Replica(products, town=chosen, ports=(port, 0, 0), log_path=log) as site:
        say(
            f"De nagebouwde site staat op {site.base}",
            f"  formulieren: {site.hosts.forms}",
            f"  afspraken:   {site.hosts.appointments}",
            f"Begin met: goedgeregeld init --name {chosen.name!r} --site {site.base}"
            if chosen
            else f"Meet hem met: goedgeregeld nightly --site {site.base}",
            "Stop met Ctrl-C.",
        )
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            signal.pause()
        except KeyboardInterrupt:
            say("Gestopt.")
