"""The report of a tertaal: both norms with what stands beside them, derived once for PDF, XLSX, CSV and JSON."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.tertaal import Tertaal
from reports.figures import coverage_figures, figures
from reports.other_figures import NORMS, OURS, OtherFigure
from reports.overview import Overview
from reports.sheets import TOTAL, without_formula
from reports.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class NormLine:
    """One of the ten service norms in the report; ``figure`` is None for ours and for norms of which nothing was handed in."""

    norm: int
    ours: bool
    figure: OtherFigure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TertaalReport:
    """``told`` is the newest complete run of the tertaal; ``before`` that of the tertaal before it, or None.

    ``tertalen`` are the last runs of the tertalen up to this one, oldest first. ``corrections`` counts the corrections by
    people that hold in the run. ``origin`` hashes all figures, so that a reader can see whether a rebuilt report is the same.
    """

    tertaal: Tertaal
    told: Overview
    before: Summary | None
    tertalen: tuple[tuple[Tertaal, Summary], ...]
    others: tuple[OtherFigure, ...]
    corrections: int

    @property
    def norms(self) -> tuple[NormLine, ...]:
        """All ten norms of the programme."""
        handed_in = {figure.norm: figure for figure in self.others}
        return tuple(NormLine(norm=norm, ours=norm in OURS, figure=handed_in.get(norm)) for norm in NORMS)

    @property
    def origin(self) -> str:
        """The SHA-256 of the report's figures."""
        return hashlib.sha256(json.dumps(content(self), sort_keys=True).encode()).hexdigest()


def content(report: TertaalReport) -> Mapping[str, object]:
    """All figures under the names that JSON shows."""
    return {
        "tertaal": report.tertaal.label,
        "aantal_correcties": report.corrections,
        **json.loads(figures(report.told)),
        "andere_servicenormen": [_other(figure) for figure in report.others],
    }


def as_json(report: TertaalReport) -> bytes:
    """The report for other programs."""
    whole = {**content(report), "herkomst_sha256": report.origin}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(report: TertaalReport) -> bytes:
    """A line per norm and cluster, each total first; opens in a Dutch Excel with a double click."""
    lines: list[Mapping[str, object]] = [
        {"tertaal": report.tertaal.label, "norm": norm.norm, "cluster": name, **coverage_figures(part)}
        for norm in report.told.norms
        for name, part in [(TOTAL, norm), *norm.by_cluster.items()]
    ]
    columns = list(lines[0])
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*columns, "bron", "bron_datum", "meting"])
    day, run = report.told.day.isoformat(), report.told.run.id
    writer.writerows([*(_cell(line[name]) for name in columns), "Goedgeregeld", day, run] for line in lines)
    blank = [""] * (len(columns) - 5)
    for figure in report.others:
        head = [report.tertaal.label, figure.norm, figure.name, figure.line, figure.value]
        writer.writerow([*map(_cell, head), *blank, _cell(figure.source), figure.source_date.isoformat(), ""])
    return text.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> object:
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if value is None:
        return ""
    return without_formula(value)


def _other(figure: OtherFigure) -> Mapping[str, object]:
    return {
        "norm": figure.norm,
        "naam": figure.name,
        "waarde": float(figure.value),
        "van": float(figure.of) if figure.of is not None else None,
        "eenheid": figure.unit,
        "lijn": float(figure.line) if figure.line is not None else None,
        "bron": figure.source,
        "bron_datum": figure.source_date.isoformat(),
    }


def chosen(figures_of: Sequence[OtherFigure], tertaal: Tertaal) -> tuple[OtherFigure, ...]:
    """The figures of one tertaal, by norm; of each norm the one that was handed in last."""
    newest = {figure.norm: figure for figure in figures_of if figure.tertaal == tertaal}
    return tuple(newest[norm] for norm in sorted(newest))
