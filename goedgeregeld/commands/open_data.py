"""``open-data``: the coverage of every tertaal, ready for a data portal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import settings
from goedgeregeld.options import ContactOption
from goedgeregeld.terminal import say
from model.errors import UserError
from reports.dcat import FORMS, dcat
from reports.dutch import count
from reports.open_data import as_csvw, as_open_csv
from store import history

_CSV = "dekking.csv"


def open_data(
    base: Annotated[str, typer.Option("--base", help="Het adres van de map waarin de bestanden komen te staan.")],
    out: Annotated[Path, typer.Option("--out", help="De map waarin ze worden geschreven.")] = settings.VAR
    / "open-data",
    contact: ContactOption = None,
) -> None:
    """Schrijf de dekking van elk tertaal als open data: CSV met beschrijving (CSVW) en DCAT-AP-NL. Zonder namen van personen."""
    from web.told import Told
    from web.views.tertaal import last_of_tertaal, report_of

    if not base.startswith(("http://", "https://")):
        raise UserError("Schrijf bij --base het hele adres, zoals https://data.voorbeeld.nl/servicenormen/.")
    reached = contact or settings.CONTACT
    if not reached:
        raise UserError("Een dataportaal vraagt een contactadres van de organisatie. Geef het met --contact.")
    history.migrate()
    told = Told()
    found = [report_of(told, tertaal) for tertaal in sorted(last_of_tertaal(told.runs))]
    reports = [report for report in found if report is not None]
    if not reports:
        raise UserError("Er is nog geen tertaal met een volledige meting.")
    address = base.rstrip("/") + "/"
    described = dcat(reports, base=address, csv_name=_CSV, contact=reached)
    title = f"Servicenormen 7 en 8, gemeente {reports[-1].told.municipality}"
    files = {_CSV: as_open_csv(reports), f"{_CSV}-metadata.json": as_csvw(_CSV, title)}
    files |= {f"dataset.{ending}": described.serialize(format=form).encode() for ending, form in FORMS.items()}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, body in files.items():
            (out / name).write_bytes(body)
    except OSError as error:
        raise UserError(f"Hier kan niet worden geschreven: {error.strerror}.", file=str(out)) from error
    say(f"{count(len(reports), 'tertaal', 'tertalen')} in {out}: {', '.join(files)}")
