"""``tickets``: what would be handed to ticket systems, as a file, or handed over now."""

from __future__ import annotations

import csv
import io
import json as as_json
from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import ticketing
from goedgeregeld.options import RunOption
from goedgeregeld.runs import chosen_run
from goedgeregeld.terminal import say
from model.errors import UserError
from reports.dutch import count
from reports.sheets import without_formula

_COLUMNS = ("key", "what", "title", "cluster", "labels", "address", "text")


def tickets(
    out: Annotated[
        Path | None, typer.Option("--out", help="Schrijf de tickets als bestand (.csv of .json), en verstuur niets.")
    ] = None,
    run: RunOption = None,
) -> None:
    """Geef taken en knelpunten door aan Jira, GitHub of een webhook; wat de vorige keer niet aankwam, gaat nu mee."""
    chosen = chosen_run(run)
    if out:
        found, *_ = ticketing.tickets_of(chosen)
        rows = [{**ticket.content, "labels": " ".join(ticket.labels)} for ticket in found]
        try:
            if out.suffix == ".json":
                text = as_json.dumps([dict(ticket.content) for ticket in found], ensure_ascii=False, indent=2) + "\n"
                out.write_text(text, encoding="utf-8")
            else:
                made = io.StringIO()
                sheet = csv.writer(made, delimiter=";", lineterminator="\r\n")
                sheet.writerow(_COLUMNS)
                sheet.writerows([[without_formula(row[name]) for name in _COLUMNS] for row in rows])
                out.write_text(made.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(out)) from error
        say(f"{count(len(found), 'ticket', 'tickets')} geschreven: {out}")
        return
    to = ticketing.trackers()
    if not to:
        raise UserError(
            "Er is geen ticketsysteem ingesteld. Zet het in GOEDGEREGELD_TICKETS (docs/gids-beheer.md), of schrijf een bestand "
            "met --out tickets.csv."
        )
    results = list(ticketing.give_tickets(chosen, to))
    for came in results:
        say(*ticketing.sentences(came))
    if any(came.away or came.refused for came in results):
        raise typer.Exit(1)
