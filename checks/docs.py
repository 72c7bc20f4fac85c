"""Writes docs/controles.md from the checks themselves: question, source, messages, sentences to paste and examples.

``python -m checks.docs`` writes the file; a test holds it fresh.
"""

from __future__ import annotations

from pathlib import Path

from checks.check import Check, all_checks

TARGET = Path(__file__).resolve().parent.parent / "docs" / "controles.md"
_HEAD = """# De controles

Dit document is gemaakt uit de controles zelf (`python -m checks.docs`). Verander het niet met de hand.

Elke controle stelt één vraag over de pagina's van een product. Het oordeel is aanwezig, onvolledig, ontbreekt of niet van
toepassing (bij online: ja, extern, nee of onbekend). Bij elk oordeel hoort een reden, en een citaat dat letterlijk op de pagina
staat. Hoe vaak de controles het eens zijn met mensen staat in [nauwkeurigheid.md](nauwkeurigheid.md).
"""


def document() -> str:
    """The whole document, in the order of the norms."""
    return "\n".join([_HEAD, *map(_chapter, all_checks())]).rstrip() + "\n"


def _chapter(check: Check) -> str:
    norm = f"norm {check.norm}" if check.norm else "naast de normen"
    lines = [f"## {check.id} ({norm})", "", f"**Vraag:** {check.question}  ", f"**Bron:** {check.source}  "]
    lines += [
        f"**Versie:** {check.version}",
        "",
        "| reden | wat de redactie leest | zin om te plakken |",
        "|---|---|---|",
    ]
    lines += [
        f"| {_cell(reason)} | {_cell(text)} | {_cell(check.pastes.get(reason, ''))} |"
        for reason, text in check.messages.items()
    ]
    lines += ["", "| voorbeeld | oordeel |", "|---|---|"]
    lines += [f"| `{_cell(fragment)}` | {outcome} |" for fragment, outcome in check.examples.items()]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the document."""
    TARGET.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
