"""The figures and lists as CSV that a Dutch Excel opens with a double click: semicolons, decimal commas, UTF-8 with BOM."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from model.finding import ELEMENTS
from reports.dutch import listed
from reports.figures import coverage_figures, element_figures
from reports.overview import Overview
from reports.words import IMPACT_WORDS, MET_WORDS, QUESTIONS, STATE_WORDS, outcome_word

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TOTAL = "Totaal"


def write_coverage(file: Path, told: Overview) -> None:
    """``dekking.csv``: a line per norm and cluster, each norm's total first."""
    lines = [
        {"norm": norm.norm, "cluster": name, **coverage_figures(part)}
        for norm in told.norms
        for name, part in [(TOTAL, norm), *norm.by_cluster.items()]
    ]
    _write(file, lines, ["norm", "cluster", *coverage_figures(told.norms[0])])


def write_elements(file: Path, told: Overview) -> None:
    """``onderdelen.csv``: a line per element of norm 7 with its margin."""
    lines = [{"onderdeel": element, **element_figures(told, element)} for element in ELEMENTS]
    _write(file, lines, list(lines[0]))


def write_products(file: Path, told: Overview) -> None:
    """``producten.csv``: a line per product of the catalog with its verdicts and what was found on each question."""
    lines = []
    dead = {row.product.id for row, _ in told.dead_buttons}
    for row in told.rows:
        line: dict[str, object] = {
            "id": row.product.id,
            "naam": row.product.name,
            "cluster": row.cluster,
            "eigenaar": row.product.owner,
            "adres": row.address,
            "toestand": STATE_WORDS[row.state],
            "servicenorm_7": MET_WORDS[row.seven.met],
            "servicenorm_8": MET_WORDS[row.eight.met],
            "oorzaak_onbekend": listed(tuple(dict.fromkeys(filter(None, (row.seven.cause, row.eight.cause))))),
            "mist": ", ".join(row.missing),
            "knop_werkt_niet": "ja" if row.product.id in dead else "",
        }
        for cell in row.cells:
            evidence = cell.evidence[0] if cell.evidence else None
            line[cell.question] = outcome_word(cell.outcome)
            line[f"{cell.question}_lijkt_op"] = outcome_word(cell.leaning) if cell.leaning else ""
            line[f"{cell.question}_eens_met_mensen"] = cell.sureness.share if cell.sureness else None
            line[f"{cell.question}_aantal_paginas"] = cell.sureness.pages if cell.sureness else None
            line[f"{cell.question}_bericht"] = " ".join(filter(None, (cell.message, cell.note)))
            line[f"{cell.question}_om_over_te_nemen"] = cell.paste
            line[f"{cell.question}_citaat"] = evidence.quote if evidence else ""
            line[f"{cell.question}_vindplaats"] = evidence.url if evidence else ""
        lines.append(line)
    facts = ["id", "naam", "cluster", "eigenaar", "adres", "toestand", "servicenorm_7", "servicenorm_8"]
    parts = (
        "",
        "_lijkt_op",
        "_eens_met_mensen",
        "_aantal_paginas",
        "_bericht",
        "_om_over_te_nemen",
        "_citaat",
        "_vindplaats",
    )
    questions = [f"{name}{part}" for name in QUESTIONS for part in parts]
    _write(file, lines, [*facts, "oorzaak_onbekend", "mist", "knop_werkt_niet", *questions])


def write_accessibility(file: Path, told: Overview) -> None:
    """``toegankelijkheid.csv``: a line per place where an issue was seen."""
    lines = [
        {
            "soort": issue.kind.value,
            "regel": issue.rule_id,
            "omschrijving": issue.name,
            "advies": issue.advice,
            "impact": IMPACT_WORDS.get(issue.impact, issue.impact),
            "succescriteria": ", ".join([*(criterion.number for criterion in issue.criteria), *issue.other_criteria]),
            "en_301_549": ", ".join(criterion.clause for criterion in issue.criteria),
            "onderdeel": issue.component,
            "in_sjabloon": "ja" if issue.template else "nee",
            "breedtes_in_pixels": ", ".join(map(str, issue.viewports)),
            "adres": place.url,
            "selector": place.selector,
            "html": place.quote,
        }
        for issue in told.accessibility.issues
        for place in issue.places
    ]
    facts = [
        "soort",
        "regel",
        "omschrijving",
        "advies",
        "impact",
        "succescriteria",
        "en_301_549",
        "onderdeel",
        "in_sjabloon",
    ]
    _write(file, lines, [*facts, "breedtes_in_pixels", "adres", "selector", "html"])


def without_formula(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, made into plain text with an apostrophe before it."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _write(file: Path, lines: Iterable[Mapping[str, object]], columns: list[str]) -> None:
    frame = pd.DataFrame(list(lines), columns=columns).map(without_formula)
    text = frame.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    file.write_text(text, encoding="utf-8-sig", errors="replace", newline="")
