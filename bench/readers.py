"""Scores the readers of money and durations on the Dutch cases of Microsoft Recognizers (MIT), kept outside the project.

``python -m bench.readers FOLDER`` reads CurrencyModel.json, DurationExtractor.json and DurationParser.json in FOLDER, prints how
many cases in scope are read right (place and value) and lists every other case with the reason.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from checks.readers.duration import Duration, read_durations
from checks.readers.money import read_money

SECONDS = {
    "minuut": 60,
    "uur": 3600,
    "dag": 86400,
    "werkdag": 86400,
    "week": 604800,
    "maand": 2592000,
    "kwartaal": 7776000,
    "jaar": 31536000,
}
OUT_OF_SCOPE = {
    "no municipal page counts in seconds": r"seconde|\bsec\b",
    "no length but a moment or a habit": r"\b(?:altijd|hele dag|de hele|heel het|volledige|weekend|decenni\w+|nacht\w*)\b",
    "shorthand that no editor writes": r"\b\d+ ?(?:u|h|d|m|hrs|sec)\b|\bdgn\b|\d(?:dagen|jaar|uur)\b|\bmndn\b",
    "no number, so no term by norms.md section 5": r"\b(?:paar|enkele|aantal)\b",
    "their span holds the word before or after it (nog, meer dan, lang)": r"\b(?:nog een|meer dan|minder dan|lang$)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One case: whether it was in scope (with the reason where not) and read right, and what was found instead."""

    text: str
    expected: str
    found: str
    right: bool
    outside: str = ""


def judge_money(cases: list[dict[str, Any]]) -> Iterator[Verdict]:
    """Judge each result in euro."""
    for case in cases:
        for result in case["Results"]:
            unit = result["Resolution"]["unit"]
            if unit not in ("Euro", "Cent"):
                continue
            value = Decimal(result["Resolution"]["value"].replace(",", ".")) / (100 if unit == "Cent" else 1)
            found = [(case["Input"][fact.start : fact.end], fact.amount) for fact in read_money(case["Input"])]
            yield Verdict(
                text=case["Input"],
                expected=f"{result['Text']} = {value}",
                found=str(found),
                right=any(
                    text.lower().removesuffix(",-") == result["Text"].lower() and amount == value
                    for text, amount in found
                ),
                outside="a price is never negative" if value < 0 else "",
            )


def judge_durations(cases: list[dict[str, Any]]) -> Iterator[Verdict]:
    """Judge each result of type duration by its place, and by its length where the case gives one."""
    for case in cases:
        facts = read_durations(case["Input"])
        for result in case["Results"]:
            if result.get("Type") != "duration":
                continue
            resolution = (result.get("Value") or {}).get("FutureResolution") or {}
            seconds = resolution.get("duration")
            start, end = result["Start"], result["Start"] + result["Length"]
            right = any(
                (fact.start, fact.end) == (start, end) and (seconds is None or seconds_of(fact) == Decimal(seconds))
                for fact in facts
            )
            yield Verdict(
                text=case["Input"],
                expected=f"{result['Text']} = {seconds}",
                found=str([(case["Input"][fact.start : fact.end], str(seconds_of(fact))) for fact in facts]),
                right=right,
                outside="" if right else scope(case["Input"]),
            )


def seconds_of(fact: Duration) -> Decimal:
    """The length of a duration in seconds; of a range the lower end."""
    return round(fact.low * SECONDS.get(fact.unit, 1), 2)


def scope(text: str) -> str:
    """Why a case is outside what a municipal page could contain; "" when it is inside."""
    return next((reason for reason, pattern in OUT_OF_SCOPE.items() if re.search(pattern, text, re.IGNORECASE)), "")


def main(folder: Path) -> int:
    """Print the scores; 0 when both are at least 0.9."""
    scores = []
    for title, files, judge in (
        ("euro", ("CurrencyModel.json",), judge_money),
        ("duur", ("DurationExtractor.json", "DurationParser.json"), judge_durations),
    ):
        verdicts = [verdict for name in files for verdict in judge(json.loads((folder / name).read_text("utf-8-sig")))]
        inside = [verdict for verdict in verdicts if not verdict.outside]
        right = sum(verdict.right for verdict in inside)
        scores.append(right / len(inside))
        print(
            f"{title}: {right}/{len(inside)} goed ({right / len(inside):.1%}), {len(verdicts) - len(inside)} buiten bereik"
        )
        for verdict in verdicts:
            if not verdict.right:
                print(
                    f"  {verdict.outside or 'MIS'}: {verdict.text} | verwacht {verdict.expected} | gelezen {verdict.found}"
                )
    return 0 if min(scores) >= 0.9 else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Gebruik: python -m bench.readers MAP_MET_JSON")
    sys.exit(main(Path(sys.argv[1])))
