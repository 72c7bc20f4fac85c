"""Reads what is known of one municipality's site from profiles/<name>.toml."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

from model.errors import UserError
from model.profile import SiteProfile


def read_profile(path: Path | str) -> SiteProfile:
    """The profile in a TOML file, named after the file. UserError for a file that is missing, broken or incomplete."""
    path = Path(path)
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"Dit siteprofiel kan niet worden gelezen ({error}). Kijk of het bestand bestaat en geldig TOML is."
        raise UserError(message, file=str(path)) from error
    known = {each.name for each in fields(SiteProfile)}
    values: dict[str, object] = {"name": path.stem, "municipality": path.stem}
    for name, value in facts.items():
        if name not in known:
            raise UserError(f"Het siteprofiel kent geen {name!r}.", file=str(path), column=name)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            values[name] = tuple(value)
        elif isinstance(value, str) and name in ("name", "municipality"):
            values[name] = value
        else:
            raise UserError(f"{name!r} moet een lijst van teksten zijn.", file=str(path), column=name)
    if not values.get("hosts"):
        raise UserError("Noem in hosts de servers die mogen worden opgehaald.", file=str(path), column="hosts")
    return SiteProfile(**values)  # type: ignore[arg-type]
