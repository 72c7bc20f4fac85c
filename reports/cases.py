"""Labelled cases to measure the checks with: one JSON object a line (JSONL)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.errors import UserError
from model.finding import Online, Outcome
from reports.words import QUESTIONS

LABELS: Mapping[str, tuple[Outcome, ...] | tuple[Online, ...]] = {
    **dict.fromkeys(QUESTIONS[:-1], (Outcome.AANWEZIG, Outcome.ONVOLLEDIG, Outcome.ONTBREEKT, Outcome.NVT)),
    "online": (Online.JA, Online.EXTERN, Online.NEE, Online.ONBEKEND),
}
"""What a person can answer per question; onzeker and niet gemeten are the program's own (norms.md sections 1 and 6)."""

SHAPE = (
    '{"id", "url", "name", "html", "labels": {"hoe", "waar", "kosten", "afhandeltermijn", "online"}, "uncertain": […]}'
)

MOST_MISTAKES = 50
"""Mistakes that are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page with the answers that a person gave. ``uncertain`` names the questions on which that person doubted.

    ``url`` and ``name`` may be empty. ``line`` is the line in the file, 1-based.
    """

    id: str
    url: str
    name: str
    html: str
    labels: Mapping[str, Outcome | Online]
    uncertain: frozenset[str]
    line: int


def read_cases(file: Path) -> tuple[Case, ...]:
    """The cases of a JSONL file in UTF-8, in its order; empty lines are passed over.

    UserError with every mistake of the file: not there, not text, empty, no JSON, a field or label missing or unknown, an id
    that stands there twice.
    """
    cases: list[Case] = []
    mistakes: list[UserError] = []
    seen: dict[str, int] = {}
    for line, text in _lines(file):
        try:
            case = _case(text, line)
        except UserError as mistake:
            mistakes += [_placed(each, file, line) for each in (mistake, *mistake.further)]
            continue
        if case.id in seen:
            already = f"Het id {case.id!r} staat al op regel {seen[case.id]}. Geef elk geval een eigen id."
            mistakes.append(UserError(already, file=str(file), line=line, column="id"))
        seen.setdefault(case.id, line)
        cases.append(case)
    if mistakes:
        if len(mistakes) > MOST_MISTAKES:
            rest = f"En nog {len(mistakes) - MOST_MISTAKES} fouten in dit bestand."
            mistakes[MOST_MISTAKES:] = [UserError(rest, file=str(file))]
        first, *further = mistakes
        raise UserError(first.message, file=first.file, line=first.line, column=first.column, further=tuple(further))
    if not cases:
        raise UserError(f"Er staan geen gevallen in dit bestand. Zet op elke regel een geval: {SHAPE}.", file=str(file))
    return tuple(cases)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Each line that is not empty with its number, read one by one, so that a large file takes little room."""
    line = 0
    try:
        with file.open("rb") as stream:
            for line, raw in enumerate(stream, start=1):
                text = raw.decode("utf-8-sig" if line == 1 else "utf-8").strip()
                if text:
                    yield line, text
    except UnicodeDecodeError as error:
        message = "Dit is geen tekst in UTF-8. Sla het bestand op als UTF-8, of kies het juiste bestand."
        raise UserError(message, file=str(file), line=line, column=error.start + 1) from error
    except OSError as error:
        message = (
            "Dit bestand bestaat niet."
            if isinstance(error, FileNotFoundError)
            else "Dit bestand kan niet worden gelezen."
        )
        raise UserError(f"{message} Geef een bestand met gevallen (JSONL).", file=str(file)) from error


def _case(text: str, line: int) -> Case:
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError("Dit is geen geldige JSON. Zet op elke regel één geval.", column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise UserError("Deze JSON kan niet worden gelezen. Zet op elke regel één geval.") from error
    if not isinstance(fields, dict):
        raise UserError(f"Hier staat geen geval. Een geval is een object: {SHAPE}.")
    mistakes = [*_mistakes_in_fields(fields), *_mistakes_in_labels(fields)]
    if mistakes:
        raise UserError(mistakes[0].message, column=mistakes[0].column, further=tuple(mistakes[1:]))
    return Case(
        id=_clean(fields["id"]),
        url=_clean(fields.get("url") or ""),
        name=_clean(fields.get("name") or ""),
        html=_clean(fields["html"]),
        labels={question: _label(question, fields["labels"][question]) for question in QUESTIONS},
        uncertain=frozenset(fields.get("uncertain") or ()),
        line=line,
    )


def _mistakes_in_fields(fields: Mapping[str, Any]) -> Iterator[UserError]:
    kinds: Mapping[str, tuple[type, ...]] = {"id": (str, int), "html": (str,), "labels": (dict,)}
    for name, kind in kinds.items():
        if fields.get(name) in (None, ""):
            yield UserError(f"Het veld {name} ontbreekt of is leeg. Een geval heeft: {SHAPE}.", column=name)
        elif not isinstance(fields[name], kind) or isinstance(fields[name], bool):
            yield UserError(f"Het veld {name} heeft niet de goede vorm. Een geval heeft: {SHAPE}.", column=name)
    for name in ("url", "name"):
        if not isinstance(fields.get(name) or "", str):
            yield UserError(f"Het veld {name} moet tekst zijn.", column=name)
    uncertain = fields.get("uncertain") or []
    if not isinstance(uncertain, list) or not all(isinstance(each, str) and each in QUESTIONS for each in uncertain):
        yield UserError(
            f"Het veld uncertain moet een lijst zijn met namen uit: {', '.join(QUESTIONS)}.", column="uncertain"
        )


def _mistakes_in_labels(fields: Mapping[str, Any]) -> Iterator[UserError]:
    labels = fields.get("labels")
    if not isinstance(labels, dict):
        return
    for question in QUESTIONS:
        known = ", ".join(LABELS[question])
        if labels.get(question) is None:
            yield UserError(f"Het label van {question} ontbreekt. Kies uit: {known}.", column=f"labels.{question}")
        elif labels[question] not in [label.value for label in LABELS[question]]:
            message = f"Het label {labels[question]!r} van {question} is onbekend. Kies uit: {known}."
            yield UserError(message, column=f"labels.{question}")
    for name in sorted(set(map(str, labels)) - set(QUESTIONS)):
        yield UserError(
            f"Het onderdeel {name!r} is onbekend. Bedoelt u een van: {', '.join(QUESTIONS)}?", column="labels"
        )


def _label(question: str, value: str) -> Outcome | Online:
    return Online(value) if question == "online" else Outcome(value)


def _clean(value: str | int) -> str:
    """Half characters (lone surrogates), which JSON allows and UTF-8 does not, become question marks."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _placed(mistake: UserError, file: Path, line: int) -> UserError:
    return UserError(mistake.message, file=str(file), line=line, column=mistake.column)
