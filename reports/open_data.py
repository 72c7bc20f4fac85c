"""The coverage of tertalen as open data: CSV with its description in CSVW (W3C, Metadata Vocabulary for Tabular Data)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from model.verdict import Coverage
from reports.sheets import TOTAL, without_formula
from reports.tertaal_report import TertaalReport
from reports.words import NORM_WORDS

LICENSE = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
"""CC0, from the list that DCAT-AP-NL 3.0 names for open data of governments."""

_KEY = ["tertaal", "norm", "cluster"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it is called, what a reader knows of it, and its type in XML Schema."""

    name: str
    title: str
    description: str
    datatype: str
    required: bool = True


COLUMNS = (
    Column(
        name="tertaal",
        title="Tertaal",
        description="Derde deel van een jaar, bijvoorbeeld 2026-T3.",
        datatype="string",
    ),
    Column(
        name="norm",
        title="Servicenorm",
        description="7: hoe, waar, kosten, afhandeltermijn. 8: online aanvragen.",
        datatype="integer",
    ),
    Column(
        name="cluster",
        title="Cluster",
        description="Onderdeel van de organisatie; Totaal is de hele gemeente.",
        datatype="string",
    ),
    Column(
        name="aantal_producten",
        title="Aantal producten",
        description="Producten waarvoor de norm geldt of kan gelden.",
        datatype="nonNegativeInteger",
    ),
    Column(
        name="voldoet",
        title="Voldoet",
        description="Producten die zeker aan de norm voldoen.",
        datatype="nonNegativeInteger",
    ),
    Column(
        name="voldoet_niet",
        title="Voldoet niet",
        description="Producten die zeker niet voldoen.",
        datatype="nonNegativeInteger",
    ),
    Column(
        name="onbekend",
        title="Onbekend",
        description="Producten waarvan het niet bekend is.",
        datatype="nonNegativeInteger",
    ),
    Column(
        name="misschien_buiten",
        title="Misschien buiten de norm",
        description="Producten die niet voldoen, of waarvoor de norm niet geldt.",
        datatype="nonNegativeInteger",
    ),
    Column(
        name="ondergrens",
        title="Ondergrens",
        description="Aandeel als alles wat onbekend is niet voldoet (0 tot 1).",
        datatype="decimal",
        required=False,
    ),
    Column(
        name="bovengrens",
        title="Bovengrens",
        description="Aandeel als alles wat onbekend is voldoet (0 tot 1).",
        datatype="decimal",
        required=False,
    ),
    Column(
        name="lijn",
        title="Norm",
        description="Aandeel dat de norm vraagt (0 tot 1).",
        datatype="decimal",
    ),
    Column(
        name="oordeel",
        title="Oordeel",
        description="norm gehaald, norm niet gehaald of niet vast te stellen.",
        datatype="string",
    ),
    Column(
        name="gemeten_op",
        title="Gemeten op",
        description="Dag van de meting.",
        datatype="date",
    ),
    Column(
        name="meting",
        title="Meting",
        description="Nummer van de meting, waarmee het cijfer opnieuw is uit te rekenen.",
        datatype="string",
    ),
)


def as_open_csv(reports: Sequence[TertaalReport]) -> bytes:
    """A line per tertaal, norm and cluster, each total first: RFC 4180, UTF-8, commas, decimal points."""
    text = io.StringIO()
    sheet = csv.writer(text, lineterminator="\r\n")
    sheet.writerow(column.name for column in COLUMNS)
    for report in reports:
        for norm in report.told.norms:
            for cluster, part in [(TOTAL, norm), *norm.by_cluster.items()]:
                sheet.writerow(_cells(report, cluster, part))
    return text.getvalue().encode("utf-8", "replace")


def as_csvw(csv_name: str, title: str) -> bytes:
    """The description of the CSV, as tools for CSV on the Web read it (``<name>-metadata.json`` beside it)."""
    told: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": csv_name,
        "dc:title": title,
        "dc:license": {"@id": LICENSE},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": list(_described()), "primaryKey": _KEY},
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _described() -> Iterator[dict[str, Any]]:
    for column in COLUMNS:
        yield {
            "name": column.name,
            "titles": column.name,
            "dc:title": column.title,
            "dc:description": column.description,
            "datatype": column.datatype,
            "required": column.required,
        }


def _cells(report: TertaalReport, cluster: str, part: Coverage) -> list[object]:
    return [
        report.tertaal.label,
        part.norm,
        without_formula(cluster),
        part.n,
        part.met,
        part.failed,
        part.unknown,
        part.perhaps_outside,
        "" if part.lower is None else f"{part.lower:.4f}",
        "" if part.upper is None else f"{part.upper:.4f}",
        f"{part.line:.2f}",
        NORM_WORDS[part.outcome],
        report.told.day.isoformat(),
        report.told.run.id,
    ]
