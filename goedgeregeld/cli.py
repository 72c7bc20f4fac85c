"""The command line: finds the commands and turns a person's mistake into a Dutch sentence."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any

import django
import typer
from environs import EnvError
from typer import rich_utils

from goedgeregeld import commands
from model.errors import UserError

_UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # typer carries its own click and does not export this

rich_utils.OPTIONS_PANEL_TITLE = "Opties"
rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
rich_utils.ARGUMENTS_PANEL_TITLE = "Invoer"
rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
rich_utils.DEFAULT_STRING = "[standaard: {}]"


def main() -> None:
    """Run one command. Exit code 0: done; 1: done, but the run is incomplete; 2: the input is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goedgeregeld.settings")
    try:
        django.setup()
    except EnvError as mistake:
        name = str(mistake).split('"')[1] if '"' in str(mistake) else ""
        _refuse(f"De instelling {name} klopt niet. Kijk in docs/gids-beheer.md wat er mag staan.")
    try:
        sys.exit(_app()(standalone_mode=False) or 0)
    except UserError as mistake:
        _refuse(str(mistake))
    except _UsageError as mistake:
        if type(mistake).__name__ == "NoArgsIsHelpError":  # the help was shown, which is what was asked
            sys.exit(0)
        _refuse(f"{_in_dutch(mistake)} Zie: {_help_of(mistake)}")
    except (KeyboardInterrupt, typer.Abort):
        print("Afgebroken. Wat al bewaard was, blijft bewaard.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _app() -> typer.Typer:
    app = typer.Typer(
        name="goedgeregeld",
        help="Maakt de website van de gemeente haar belofte waar? Meet servicenorm 7 en 8 en de toegankelijkheid.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    for module in pkgutil.iter_modules(commands.__path__):
        found = importlib.import_module(f"goedgeregeld.commands.{module.name}")
        command = getattr(found, module.name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=module.name)
        else:
            app.command()(command)
    return app


def _refuse(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(2)


def _in_dutch(mistake: Any) -> str:
    option = getattr(mistake, "option_name", "") or next(iter(getattr(getattr(mistake, "param", None), "opts", ())), "")
    option = option if option.startswith("-") else ""
    match type(mistake).__name__:
        case "NoSuchOption":
            return f"De optie {option} bestaat niet."
        case "MissingParameter":
            return f"Er ontbreekt iets: {option or 'het bestand of adres'}."
        case "BadParameter":
            return f"Deze waarde past niet bij {option or 'deze invoer'}."
        case "BadOptionUsage":
            return f"De optie {option} mist een waarde."
    if "No such command" in mistake.message:
        return f"De opdracht {mistake.message.split(chr(39))[1]} bestaat niet."
    return "Deze opdracht klopt niet."


def _help_of(mistake: Any) -> str:
    return f"{mistake.ctx.command_path if mistake.ctx else 'goedgeregeld'} --help"


if __name__ == "__main__":
    main()
