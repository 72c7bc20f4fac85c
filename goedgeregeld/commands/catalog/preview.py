"""How a proposal looks: on the screen, and as JSON for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from feeds.feed import Feed
from feeds.proposal import Proposal
from goedgeregeld.terminal import say, show_table
from reports.dutch import count

_SHOWN = 20  # products that stay as they are and are named


def show(feed: Feed, found: Proposal, not_here: Mapping[str, str]) -> None:
    """Print the proposal: what cannot be used first, then what would change, then one sentence that counts it."""
    if feed.remarks:
        show_table(
            "Niet te gebruiken in de feed",
            ("regel", "product", "wat", "er staat", "gevolg"),
            [
                (
                    each.line or "",
                    each.title,
                    each.fault.value,
                    each.seen,
                    "product overgeslagen" if each.skipped else "waarde weggelaten",
                )
                for each in feed.remarks
            ],
        )
    if found.additions:
        show_table("Erbij", ("id", "naam", "adres"), [(row["id"], row["naam"], row["urls"]) for row in found.additions])
    if found.changes:
        show_table(
            "Anders",
            ("regel", "id", "kolom", "nu", "wordt"),
            [
                (row.line, row.product_id, cell.column, cell.old, cell.new)
                for row in found.changes
                for cell in row.cells
            ],
        )
    if found.endings:
        show_table(
            "Gestopt (staat niet meer in de feed)",
            ("regel", "id", "naam", "actief_tot wordt"),
            [(row.line, row.product_id, row.name, row.cells[0].new) for row in found.endings],
        )
    if not_here:
        show_table("Wordt hier niet aangeboden, volgens de feed", ("productnaam (UPL)", "omdat"), not_here.items())
    if found.homeless:
        show_table(
            "Staat in de feed maar heeft geen pagina, dus komt er niet bij",
            ("productnaam (UPL)", "titel"),
            [(claim.upl, claim.title) for claim in found.homeless],
        )
    if found.absent:
        say(
            f"{count(len(found.absent), 'product', 'producten')} uit de catalogus staan niet in deze feed en blijven zo:"
        )
        say(*(f"  {product.id}: {product.name}" for product in found.absent[:_SHOWN]))
        if len(found.absent) > _SHOWN:
            say(f"  en nog {len(found.absent) - _SHOWN}")
    say(sentence(feed, found))


def sentence(feed: Feed, found: Proposal) -> str:
    """What the proposal adds up to."""
    skipped = len({(each.place, each.line, each.title) for each in feed.remarks if each.skipped})
    products = count(len(feed.claims) + skipped, "product", "producten")
    read = f"{feed.source.value}: {products} gelezen, {skipped} niet te gebruiken."
    if found.empty:
        return f"{read} Er verandert niets in de catalogus."
    numbered = f" {count(len(found.numbers), 'regel krijgt', 'regels krijgen')} het nummer uit de feed (kolom bron_id)."
    return (
        f"{read} Erbij: {len(found.additions)}. Anders: {len(found.changes)}. Gestopt: {len(found.endings)}. "
        f"Gelijk: {found.same}.{numbered if found.numbers else ''}"
    )


def as_json(feed: Feed, found: Proposal, not_here: Mapping[str, str]) -> dict[str, object]:
    """The same for other programs."""
    return {
        "bron": feed.source.value,
        "niet_te_gebruiken": [
            {
                "plaats": r.place,
                "regel": r.line,
                "product": r.title,
                "wat": r.fault.name.lower(),
                "er_staat": r.seen,
                "overgeslagen": r.skipped,
            }
            for r in feed.remarks
        ],
        "aantal_per_soort": dict(sorted(Counter(r.fault.name.lower() for r in feed.remarks).items())),
        "erbij": [dict(row) for row in found.additions],
        "anders": [
            {
                "id": row.product_id,
                "regel": row.line,
                "cellen": {cell.column: [cell.old, cell.new] for cell in row.cells},
            }
            for row in found.changes
        ],
        "gestopt": [{"id": row.product_id, "regel": row.line, "actief_tot": row.cells[0].new} for row in found.endings],
        "nummers": dict(found.numbers),
        "niet_hier": dict(not_here),
        "zonder_pagina": [claim.title for claim in found.homeless],
        "niet_in_feed": [product.id for product in found.absent],
        "gelijk": found.same,
    }
