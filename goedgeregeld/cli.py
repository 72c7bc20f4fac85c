"""The command line: finds the commands and turns a person's mistake into a Dutch sentence."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

import django
import typer

from goedgeregeld import commands
from model.errors import UserError

app = typer.Typer(
    name="goedgeregeld",
    help="Maakt de website van de gemeente haar belofte waar? Meet servicenorm 7 en 8 en de toegankelijkheid.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run one command. Exit code 0: done; 1: done, but the run is incomplete; 2: the input is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goedgeregeld.settings")
    django.setup()
    for module in pkgutil.iter_modules(commands.__path__):
        function = getattr(importlib.import_module(f"goedgeregeld.commands.{module.name}"), module.name)
        app.command()(function)
    try:
        app()
    except UserError as mistake:
        print(mistake, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
