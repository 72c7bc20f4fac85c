"""``move``: take everything that was measured and decided to another database."""

from __future__ import annotations

from typing import Annotated

import typer

from goedgeregeld.terminal import say
from store import history, moving
from store.locking import hold


def move(
    to: Annotated[str, typer.Argument(metavar="ADRES", help="Het adres van de lege database: postgres://…")],
) -> None:
    """Verhuis alles naar een andere, lege database, bijvoorbeeld van SQLite naar PostgreSQL. De oude blijft zoals zij is."""
    history.migrate()
    with hold("meting"):
        moved = moving.move(to)
    for table in moved:
        if table.rows:
            say(f"  {table.table}: {table.rows} rijen")
    say(f"{sum(table.rows for table in moved)} rijen verhuisd en nageteld.", "Zet nu DATABASE_URL op het nieuwe adres.")
