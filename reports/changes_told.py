"""The change report: sentences for the terminal and mail, a page to read, and a sheet to sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pandas as pd
from django.template import Context

from model.errors import UserError
from model.finding import Finding
from model.product import Product
from reports.changes import Cause, Changes, NormChange, Step
from reports.document import ENGINE
from reports.dutch import listed, moment, percent
from reports.sheets import without_formula
from reports.words import QUESTION_WORDS, outcome_word

COLUMNS = (
    "product", "naam", "cluster", "vraag", "oorzaak", "was", "is", "citaat_was", "citaat_is", "vindplaats",
)  # fmt: skip


def sentences(changed: Changes) -> tuple[str, ...]:
    """What changed, in a few Dutch sentences; the first of each norm says by how much, the next ones why."""
    return tuple(line for norm in changed.norms for line in _of_norm(norm)) + tuple(_of_catalog(changed))


def write_changes(folder: Path, changed: Changes, products: Mapping[str, Product]) -> tuple[Path, Path]:
    """Write ``veranderingen.html`` and ``veranderingen.csv``; UserError where that cannot be."""
    page, sheet = folder / "veranderingen.html", folder / "veranderingen.csv"
    lines = [dict(zip(COLUMNS, line, strict=True)) for line in rows(changed, products)]
    context = {
        "voor": moment(changed.before.started_at),
        "na": moment(changed.after.started_at),
        "zinnen": sentences(changed),
        "normen": [(norm.norm, [_told(step) for step in norm.steps]) for norm in changed.norms],
        "regels": lines,
    }
    text = ENGINE.get_template("veranderingen.html").render(Context(context))
    frame = pd.DataFrame(lines, columns=list(COLUMNS)).map(without_formula)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", errors="replace")
        sheet.write_text(
            frame.to_csv(sep=";", index=False, lineterminator="\r\n"),
            encoding="utf-8-sig",
            errors="replace",
            newline="",
        )
    except OSError as error:
        raise UserError(
            f"De veranderingen kunnen niet worden geschreven: {error.strerror}.", file=str(folder)
        ) from error
    return page, sheet


def rows(changed: Changes, products: Mapping[str, Product]) -> Iterator[tuple[str, ...]]:
    """One row per changed answer, in the order of COLUMNS."""
    for element in changed.elements:
        product = products.get(element.product_id)
        yield (
            element.product_id,
            product.name if product else "",
            product.cluster if product else "",
            QUESTION_WORDS.get(element.check_id, element.check_id),
            element.cause.value,
            _outcome(element.old),
            _outcome(element.new),
            _quote(element.old),
            _quote(element.new),
            _place(element.new) or _place(element.old),
        )


def _of_norm(norm: NormChange) -> Iterator[str]:
    before, after = norm.before, norm.after
    if before == after and not any(step.products for step in norm.steps):
        yield f"Norm {norm.norm}: niets veranderd ({after.met} van de {after.n})."
        return
    yield (
        f"Norm {norm.norm}: van {before.met} van de {before.n} ({percent(before.met, before.n)}) naar {after.met} "
        f"van de {after.n} ({percent(after.met, after.n)}), een verschil van {_points(after.share - before.share)}."
    )
    for step in norm.steps:
        if step.products:
            count = len(step.products)
            yield (
                f"  {step.cause.value}: {_points(step.difference)}, door {count} product{'en' if count != 1 else ''} "
                f"({', '.join(step.products[:8])}{' …' if count > 8 else ''})."
            )


def _of_catalog(changed: Changes) -> Iterator[str]:
    if changed.added:
        yield f"Nieuw in de catalogus: {listed([product.name for product in changed.added])}."
    if changed.removed:
        yield f"Niet meer in de catalogus: {listed([product.name for product in changed.removed])}."
    for old, new in changed.renamed:
        yield f"Andere naam: {old.name} heet nu {new.name}."


def _told(step: Step) -> dict[str, object]:
    return {
        "oorzaak": step.cause.value,
        "uitleg": EXPLANATIONS[step.cause],
        "verschil": _points(step.difference),
        "van": f"{step.before.met} van de {step.before.n}",
        "naar": f"{step.after.met} van de {step.after.n}",
        "producten": step.products,
    }


EXPLANATIONS = {
    Cause.CATALOGUS: "Producten kwamen erbij, gingen eruit of kregen andere gegevens.",
    Cause.METHODE: "Een controle is veranderd; op de oude pagina's geeft zij een ander oordeel.",
    Cause.METING: "In een van beide metingen kon een pagina niet worden gelezen.",
    Cause.INHOUD: "De tekst van de pagina's is veranderd.",
}


def _points(difference: Fraction) -> str:
    value = float(difference) * 100
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{abs(value):.1f} procentpunt".replace(".", ",")


def _outcome(finding: Finding | None) -> str:
    return outcome_word(finding.outcome) if finding else ""


def _quote(finding: Finding | None) -> str:
    return " … ".join(evidence.quote for evidence in finding.evidence) if finding else ""


def _place(finding: Finding | None) -> str:
    return finding.evidence[0].link if finding and finding.evidence else ""
