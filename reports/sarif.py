"""A run as SARIF 2.1.0 (OASIS), for pipelines that show findings beside the change that brought them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from model.finding import Online, Outcome
from model.page import Evidence
from reports.accessibility import Issue, Kind
from reports.matrix import Cell, Row
from reports.overview import Overview
from reports.words import BESIDE, QUESTIONS, question_word

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Outcome.ONTBREEKT: "error",
    Outcome.ONVOLLEDIG: "error",
    Online.NEE: "error",
    Outcome.ONZEKER: "note",
    Online.ONZEKER: "note",
    Online.ONBEKEND: "note",
}
_OF_ISSUES = {Kind.KNELPUNT: "error", Kind.TE_BEOORDELEN: "note", Kind.GOEDE_GEWOONTE: "none"}
_PLACES = 100  # places of one issue that are named


def as_sarif(told: Overview) -> bytes:
    """A result per product and question that is not in order, and per accessibility issue; the same run, the same bytes."""
    results = [*_of_products(told), *map(_of_issue, told.accessibility.issues)]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "Goedgeregeld",
                "version": told.run.tool_version,
                "rules": list(_rules(told)),
            }
        },
        "automationDetails": {"id": f"goedgeregeld/{told.run.id}"},
        "columnKind": "unicodeCodePoints",
        "language": "nl",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _rules(told: Overview) -> Iterator[dict[str, Any]]:
    for name in (*QUESTIONS, *BESIDE):
        yield {"id": name, "shortDescription": {"text": question_word(name)}}
    names = {issue.rule_id: issue for issue in told.accessibility.issues}
    for rule, issue in sorted(names.items()):
        tags = [f"WCAG {criterion.number}" for criterion in issue.criteria]
        yield {
            "id": rule,
            "shortDescription": {"text": issue.name},
            "properties": {"tags": ["toegankelijkheid", *tags]},
        }


def _of_products(told: Overview) -> Iterator[dict[str, Any]]:
    for row in told.rows:
        outside = row.eight.met.value == "buiten de norm"
        for cell in (*row.cells, *row.beside):
            level = "warning" if cell.question in BESIDE else _LEVELS.get(cell.outcome, "")
            if level and not (cell.question == "online" and outside):
                yield _of_cell(row, cell, level)


def _of_cell(row: Row, cell: Cell, level: str) -> dict[str, Any]:
    places = [_place(each) for each in cell.evidence if each.url] or [_location(row.address)]
    return {
        "ruleId": cell.question,
        "level": level,
        "message": {"text": f"{row.product.name}: {cell.message}"},
        "locations": places[:1],
        "relatedLocations": [{"id": number, **each} for number, each in enumerate(places[1:], start=1)],
        "partialFingerprints": {"goedgeregeld/v1": _hash(row.product.id, cell.question)},
    }


def _of_issue(issue: Issue) -> dict[str, Any]:
    return {
        "ruleId": issue.rule_id,
        "level": _OF_ISSUES[issue.kind],
        "kind": "informational" if issue.kind is Kind.GOEDE_GEWOONTE else "fail",
        "message": {"text": f"{issue.name}. {issue.advice}".strip()},
        "locations": [_place(place) for place in issue.places[:_PLACES]],
        "partialFingerprints": {"goedgeregeld/v1": _hash(issue.kind.value, issue.rule_id, issue.component)},
    }


def _place(evidence: Evidence) -> dict[str, Any]:
    place = _location(evidence.url)
    place["logicalLocations"] = [{"fullyQualifiedName": evidence.selector, "kind": "element"}]
    place["message"] = {"text": evidence.quote}
    return place


def _location(url: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": url}}} if url else {}


def _hash(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
