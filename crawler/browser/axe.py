"""axe-core as it is given to every document: its source, our additions, its locale."""

from __future__ import annotations

import json
import re
from pathlib import Path

from crawler.browser.nouns import BrowserSettings
from model.errors import UserError

OURS = [Path(__file__).with_name(name) for name in ("in_page.js", "one_moment.js")]
CALM = Path(__file__).with_name("in_document.js").read_text("utf-8")
"""Given to the page's own world before its scripts: makes two visits alike."""


def load_script(settings: BrowserSettings) -> tuple[str, str]:
    """The script for every document and axe's version. Raises UserError where axe or the locale cannot be read."""
    try:
        source = settings.axe_path.read_text("utf-8")
    except OSError as error:
        raise UserError(
            f"axe-core is niet gevonden ({error.strerror}). Voer eerst `make setup` uit.", file=str(settings.axe_path)
        ) from error
    found = re.match(r"/\*!? axe v(\d+\.\d+\.\d+)", source)
    if not found:
        raise UserError("Dit bestand is geen axe-core.", file=str(settings.axe_path))
    return "\n".join([source, _locale(settings.locale), *(path.read_text("utf-8") for path in OURS)]), found[1]


def _locale(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return f"axe.configure({{locale: {json.dumps(json.loads(path.read_text('utf-8')))}}});"
    except (OSError, ValueError) as error:
        raise UserError("De vertaling van axe kan niet worden gelezen.", file=str(path)) from error
