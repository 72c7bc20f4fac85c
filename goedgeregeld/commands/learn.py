"""``learn``: corrections by people become golden cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goedgeregeld import settings
from goedgeregeld.terminal import say
from model.errors import UserError
from pages.markup import main_markup
from reports.golden import added, golden_case
from store import history
from web import decisions
from web.told import first_body


def learn(
    out: Annotated[
        Path, typer.Option("--out", help="De map met gouden gevallen; per controle één YAML-bestand.")
    ] = settings.ROOT / "tests" / "cases",
) -> None:
    """Maak van elke correctie ("klopt niet") een gouden geval. Een controle die het nog fout heeft, zakt dan voor de test."""
    history.migrate()
    total = 0
    cases: dict[str, list[object]] = {}
    for review in decisions.reviews():
        found = first_body(review)
        if found is None:
            say(f"{review.product_id}, {review.check_id}: overgeslagen, want de pagina van toen is niet meer bewaard.")
            continue
        title, body, kind = found
        cases.setdefault(review.check_id, []).append(
            golden_case(review, title=title, fragment=main_markup(body, content_type=kind))
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        for check_id, each in sorted(cases.items()):
            file = out / f"{check_id}.yaml"
            text, amount = added(file.read_text(encoding="utf-8") if file.exists() else "", each)  # type: ignore[arg-type]
            file.write_text(text, encoding="utf-8")
            total += amount
            say(f"{file}: {amount} erbij")
    except OSError as error:
        raise UserError(f"Hier kan niet worden geschreven: {error.strerror}.", file=str(out)) from error
    say(f"{total} gouden gevallen toegevoegd." if cases else "Er zijn geen correcties om van te leren.")
