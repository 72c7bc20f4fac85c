"""Accuracy as JSON and as Dutch text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.finding import Online, Outcome
from reports.accuracy import Accuracy, Miss, Score
from reports.dutch import count, percent
from reports.words import QUESTIONS

HEADS = ("onderdeel", "precisie", "recall", "F1", "zelfde label", "zelfde oordeel", "aan mens gelaten", "gevallen")


def as_json(measured: Accuracy) -> dict[str, object]:
    """Plain values for ``json.dumps``: per element the figures, without and with uncertain labels, and the misses."""
    return {
        "cases": measured.cases,
        "elements": {
            question: {
                **_figures(measured.certain[question]),
                "uncertain_cases": measured.all[question].cases - measured.certain[question].cases,
                "with_uncertain": _figures(measured.all[question]),
                "doubtful": dict(zip(("verdicts", "agreed"), measured.doubtful[question], strict=True)),
            }
            for question in QUESTIONS
        },
        "misses": [_miss(miss) for miss in measured.misses],
    }


def as_text(measured: Accuracy) -> str:
    """The same for a reader: a table of figures, the confusion per element, and every miss with our quote."""
    doubted = any(measured.all[name].cases != measured.certain[name].cases for name in QUESTIONS)
    parts = [
        f"{count(measured.cases, 'geval', 'gevallen')}. ‘In orde’ is aanwezig of nvt; bij online: ja of extern.",
        "",
    ]
    parts += ["Zonder de labels waarover mensen twijfelen", *_table(measured.certain), ""] if doubted else []
    parts += ["Met alle labels", *_table(measured.all), ""]
    parts += [*_doubt(measured), ""]
    parts += ["Verwarring (links het label, boven het oordeel van het programma)"]
    for question in QUESTIONS:
        parts += ["", *_confusion(question, measured.all[question])]
    parts += ["", f"{count(len(measured.misses), 'verschil', 'verschillen')} met het label"]
    parts += [_miss_line(miss) for miss in measured.misses]
    return "\n".join(parts)


def _doubt(measured: Accuracy) -> Iterator[str]:
    """Which verdicts the program leaves to a person in a report, and what they were worth."""
    told = [(name, *counts) for name, counts in measured.doubtful.items() if counts[0]]
    if not told:
        yield "Geen oordeel is zo vaak onjuist dat een mens moet kijken (zie docs/nauwkeurigheid.md)."
    for name, verdicts, agreed in told:
        yield (
            f"{name}: {count(verdicts, 'oordeel is', 'oordelen zijn')} te vaak onjuist om zelf te laten gelden (onzeker); "
            f"daarvan {agreed} eens met het label over voldoet of niet."
        )


def _figures(score: Score) -> dict[str, object]:
    confusion: dict[str, dict[str, int]] = {}
    for (label, found), amount in sorted(score.confusion.items()):
        confusion.setdefault(label.value, {})[found.value] = amount
    return {
        "cases": score.cases,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "label_accuracy": score.label_accuracy,
        "met_accuracy": score.met_accuracy,
        "labelled_met": score.labelled_met,
        "found_met": score.found_met,
        "both_met": score.both_met,
        "undecided": score.undecided,
        "confusion": confusion,
    }


def _miss(miss: Miss) -> dict[str, object]:
    return {
        "id": miss.case.id,
        "name": miss.case.name,
        "line": miss.case.line,
        "element": miss.question,
        "label": miss.label.value,
        "found": miss.finding.outcome.value,
        "reason": miss.finding.reason,
        "changes_met": miss.changes_met,
        "uncertain": miss.uncertain,
        "sureness": {"agreed": miss.sureness.agreed, "pages": miss.sureness.pages} if miss.sureness else None,
        "evidence": [
            {"url": each.url, "selector": each.selector, "quote": each.quote} for each in miss.finding.evidence
        ],
    }


def _table(scores: Mapping[str, Score]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [HEADS]
    for question in QUESTIONS:
        score = scores[question]
        rows.append(
            (
                question,
                percent(score.both_met, score.found_met),
                percent(score.both_met, score.labelled_met),
                percent(2 * score.both_met, score.found_met + score.labelled_met),
                f"{percent(score.same_label, score.cases)} ({score.same_label}/{score.cases})",
                f"{percent(score.same_met, score.cases)} ({score.same_met}/{score.cases})",
                str(score.undecided),
                str(score.cases),
            )
        )
    return _aligned(rows)


def _confusion(question: str, score: Score) -> Iterator[str]:
    scale: type[Outcome] | type[Online] = Online if question == "online" else Outcome
    labels = [value for value in scale if any(label == value for label, _ in score.confusion)]
    found = [value for value in scale if any(outcome == value for _, outcome in score.confusion)]
    rows = [(question, *(value.value for value in found))]
    rows += [(label.value, *(str(score.confusion.get((label, value), 0)) for value in found)) for label in labels]
    return _aligned(rows)


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Columns under each other: the first to the left, the figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = (
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest)).rstrip()


def _miss_line(miss: Miss) -> str:
    named = f"{miss.case.id} ({miss.case.name})" if miss.case.name else miss.case.id
    quote = f" ‘{miss.finding.evidence[0].quote}’" if miss.finding.evidence else ""
    doubt = ", label onzeker" if miss.uncertain else ""
    weight = "" if miss.changes_met else ", zelfde oordeel"
    sure = f", zekerheid {miss.sureness.agreed}/{miss.sureness.pages}" if miss.sureness else ""
    found = f"label {miss.label.value}, gevonden {miss.finding.outcome.value}"
    return f"- {miss.question}, {named}: {found}{weight}{doubt}{sure}.{quote}"
