"""The options that commands share, each with its Dutch explanation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CatalogOption = Annotated[Path | None, typer.Option("--catalog", help="De productcatalogus (CSV).", show_default=False)]
SiteOption = Annotated[
    str | None,
    typer.Option(
        "--site", help="Meet deze site in plaats van de adressen uit de catalogus, bijvoorbeeld http://127.0.0.1:8080."
    ),
]
ProfileOption = Annotated[
    Path | None, typer.Option("--profile", help="Het siteprofiel van de gemeente (TOML).", show_default=False)
]
ContactOption = Annotated[
    str | None, typer.Option("--contact", help="Mailadres of webadres waarop de beheerder van de site ons bereikt.")
]
UplOption = Annotated[
    str | None,
    typer.Option("--upl", help="De landelijke lijst van productnamen (CSV, bestand of adres).", show_default=False),
]
RunOption = Annotated[str | None, typer.Option("--run", help="Het nummer van de meting; standaard de laatste.")]
DoubtOption = Annotated[
    bool | None,
    typer.Option(
        "--onzeker/--zonder-onzeker",
        help="Laat een oordeel dat te vaak niet klopt aan een mens over; standaard zoals in GOEDGEREGELD_ONZEKER (ja).",
        show_default=False,
    ),
]
FailBelowOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-below",
        help="Eindig met code 1 als een norm lager is: 'norm' (de lijn van elke norm) of bijvoorbeeld 7=85.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Schrijf JSON, voor andere programma's.")]
