"""The report folder: a document to read, sheets to sort and figures to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from model.errors import UserError
from model.finding import CheckResult
from model.page import Snapshot
from model.product import Product
from model.reliability import Reliability
from model.run import Run
from model.scan import AxeIssue, AxeScan
from reports.document import document
from reports.figures import figures
from reports.overview import overview
from reports.sheets import write_accessibility, write_coverage, write_elements, write_products


def write_report(
    folder: Path,
    *,
    run: Run,
    products: Sequence[Product],
    snapshots: Iterable[Snapshot],
    results: Iterable[CheckResult],
    issues: Iterable[AxeIssue],
    scans: Sequence[AxeScan],
    day: date,
    municipality: str = "",
    rule_texts: Mapping[str, str] | None = None,
    advice: Mapping[str, Mapping[str, str]] | None = None,
    reliability: Reliability | None = None,
    doubting: bool = False,
) -> tuple[Path, ...]:
    """Write the report of one run and return its files, the document first. Older files of the same name are replaced.

    ``day`` decides which products are active. ``rule_texts`` gives a Dutch text per axe rule; a rule that it lacks is shown in
    axe's English. ``advice`` gives by rule what "redactie" and "webteam" can do. ``reliability`` and ``doubting`` as in Overview.
    UserError where the folder cannot be written.
    """
    told = overview(
        run=run,
        products=products,
        snapshots=snapshots,
        results=results,
        issues=issues,
        scans=scans,
        day=day,
        municipality=municipality,
        rule_texts=rule_texts,
        advice=advice,
        reliability=reliability,
        doubting=doubting,
    )
    names = ("rapport.html", "dekking.json", "dekking.csv", "onderdelen.csv", "producten.csv", "toegankelijkheid.csv")
    files = tuple(folder / name for name in names)
    html, json, *sheets = files
    try:
        folder.mkdir(parents=True, exist_ok=True)
        html.write_text(document(told), encoding="utf-8", errors="replace")
        json.write_text(figures(told), encoding="utf-8", errors="replace")
        for file, write in zip(
            sheets, (write_coverage, write_elements, write_products, write_accessibility), strict=True
        ):
            write(file, told)
    except OSError as error:
        raise UserError(f"Het rapport kan niet worden geschreven: {error.strerror}.", file=str(folder)) from error
    return files
