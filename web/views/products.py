"""Producten: the matrix of products and elements; each choice is a stable address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from model.verdict import Met, ProductState
from reports import words
from reports.dutch import count
from reports.matrix import Row
from reports.overview import Overview
from reports.promise import promise
from reports.tasks import Change, changes
from web.gate import told_of
from web.told import Told

PAGE = 100

CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    **{
        question: tuple(
            (each.value, words.outcome_word(each))
            for each in (words.ONLINE_WORDS if question == "online" else words.ELEMENT_WORDS)
        )
        for question in words.QUESTIONS
    },
    **{f"norm{norm}": tuple((met.value, words.MET_WORDS[met]) for met in Met) for norm in (7, 8)},
    **{f"telt{norm}": (("ja", f"telt mee voor norm {norm}"),) for norm in (7, 8)},
    "toestand": tuple((state.value, words.STATE_WORDS[state]) for state in ProductState),
    "bijna": (("ja", "mist nog één onderdeel"),),
    "elders": (("ja", "bij een andere organisatie"),),
    "verschil": (
        ("verloren", "verloren sinds de vorige meting"),
        ("gewonnen", "gewonnen"),
        ("anders", "anders geworden"),
    ),
}
"""What each part of the address can say, with the words for it."""

TITLES = {
    **words.QUESTION_WORDS,
    "norm7": "Norm 7",
    "norm8": "Norm 8",
    "verschil": "Verschil met de vorige meting",
    "cluster": "Cluster",
    "eigenaar": "Eigenaar",
    "toestand": "Toestand",
    "oorzaak7": "Oorzaak (norm 7)",
    "oorzaak8": "Oorzaak (norm 8)",
    "telt7": "Norm 7",
    "telt8": "Norm 8",
    "bijna": "Norm 7",
    "elders": "Online",
    "belofte": "Snelste weg naar de norm",
    "zoek": "Naam bevat",
}
OFFERED = ("hoe", "waar", "kosten", "afhandeltermijn", "online", "norm7", "norm8", "verschil")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One part of the address: its name and value, as a reader reads them, and the address's query without it."""

    name: str
    title: str
    word: str
    without: str


def products(request: HttpRequest) -> HttpResponse:
    """The matrix, of the products that the address chooses."""
    told = told_of(request)
    if told.chosen is None:
        return render(request, "web/leeg.html", {"busy": told.busy})
    everything = told.overview()
    rows = chosen_rows(told, everything, request.GET.dict())
    page = Paginator(rows, PAGE).get_page(request.GET.get("blad"))
    context = {
        "everything": everything,
        "run": told.run,
        "page": page,
        "chosen": _choices(request),
        "query": _query(request, "blad"),
        "questions": words.QUESTIONS,
        "sentence": _sentence(len(rows), len(everything.rows)),
        "fields": [(name, TITLES[name], CHOICES[name], request.GET.get(name, "")) for name in OFFERED],
        "clusters": sorted({row.cluster for row in everything.rows}, key=str.casefold),
        "owners": sorted({row.product.owner for row in everything.rows if row.product.owner}, key=str.casefold),
        "asked": request.GET.dict(),
    }
    return render(request, "web/producten.html", context)


def chosen_rows(told: Told, everything: Overview, asked: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows that fit every part of the address; a value that does not exist fits none."""
    tests = [_test(told, name, value) for name, value in asked.items() if value and name in TITLES]
    return tuple(row for row in everything.rows if all(test(row) for test in tests))


def _test(told: Told, name: str, value: str) -> Callable[[Row], bool]:
    match name:
        case "cluster":
            return lambda row: row.cluster == value
        case "eigenaar":
            return lambda row: row.product.owner == value
        case "toestand":
            return lambda row: row.state.value == value
        case "norm7" | "norm8":
            return lambda row: (row.seven if name == "norm7" else row.eight).met.value == value
        case "telt7" | "telt8":
            return lambda row: (row.seven if name == "telt7" else row.eight).met is not Met.BUITEN_DE_NORM
        case "oorzaak7" | "oorzaak8":
            return lambda row: _open_because(row, 7 if name == "oorzaak7" else 8) == value
        case "bijna":
            return lambda row: row.nearly
        case "elders":
            return lambda row: row.eight.external
        case "zoek":
            wanted = value.casefold().split()
            return lambda row: all(word in f"{row.product.name} {row.product.id}".casefold() for word in wanted)
        case "belofte":
            promised = set(promise(told.summary(), 8 if value == "8" else 7).products)
            return lambda row: row.product.id in promised
        case "verschil":
            different = _different(told, value)
            return lambda row: row.product.id in different
    return lambda row: any(cell.question == name and cell.outcome.value == value for cell in row.cells)


def _open_because(row: Row, norm: int) -> str:
    verdict = row.seven if norm == 7 else row.eight
    return verdict.cause if verdict.met in (Met.ONBEKEND, Met.NEE_OF_BUITEN) else ""


def changes_since(told: Told) -> tuple[Change, ...]:
    """What the chosen run found otherwise than the one before it; empty where there is none before it."""
    summaries = told.summaries(2)
    return changes(summaries[1], summaries[0]) if len(summaries) == 2 else ()


def _different(told: Told, kind: str) -> frozenset[str]:
    return frozenset(
        change.product_id
        for change in changes_since(told)
        if (kind == "verloren" and change.lost)
        or (kind == "gewonnen" and change.gained)
        or (kind == "anders" and not change.lost and not change.gained)
    )


def _choices(request: HttpRequest) -> list[Choice]:
    found = []
    for name, value in request.GET.items():
        if value and name in TITLES:
            word = dict(CHOICES.get(name, ())).get(value, value)
            found.append(Choice(name=name, title=TITLES[name], word=word, without=_query(request, name, "blad")))
    return found


def _query(request: HttpRequest, *without: str) -> str:
    asked = request.GET.copy()
    for name in [*without, *(name for name, value in request.GET.items() if not value)]:
        asked.pop(name, None)
    return asked.urlencode()


def _sentence(chosen: int, whole: int) -> str:
    if chosen == whole:
        return f"Dit zijn alle {count(whole, 'product', 'producten')} uit de productcatalogus."
    if not chosen:
        return f"Geen van de {count(whole, 'product', 'producten')} past bij deze keuze."
    return f"{count(chosen, 'product past', 'producten passen')} bij deze keuze, van de {whole}."
