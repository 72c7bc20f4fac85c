"""``site``: the screens as a folder of HTML for an intranet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import measuring, settings
from goedgeregeld.terminal import say
from reports.dutch import day
from store import history


def site(
    out: Annotated[Path, typer.Option("--out", help="De map waarin de kopie komt.")] = settings.VAR / "site",
) -> None:
    """Schrijf de schermen als map met HTML die zonder server te lezen is, bijvoorbeeld op een intranet."""
    from django.conf import settings as in_force

    from web.static_site import write_site

    history.migrate()
    in_force.PUBLIC = True  # the copy holds what anyone may read, whatever the app itself shows
    in_force.SECURE_SSL_REDIRECT = False
    in_force.ALLOWED_HOSTS = ["localhost"]
    written = write_site(out, day(measuring.today()))
    say(f"{written} bestanden geschreven.", f"Open: {out / 'index.html'}")
