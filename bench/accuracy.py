"""How often the checks agree with people: work pages, untouched pages, and people among themselves.

``python -m bench.accuracy`` prints the figures; ``--misses`` adds the misses of the work pages. The misses of untouched
pages are never printed: whoever reads them is tempted to tune for them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from checks.check import judge
from crawler.profile import read_profile
from model.finding import CheckResult, Online, Outcome
from model.page import Dossier
from model.product import Product
from pages import parse_page
from reports.accuracy import MET, Accuracy, accuracy
from reports.accuracy_forms import as_text
from reports.cases import LABELS, Case

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "pages"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two people gave the same label, and the same answer to met or not met, on ``pages`` pages."""

    pages: int
    label: Mapping[str, float]
    met: Mapping[str, float]


def labelled(*, untouched: bool) -> tuple[Case, ...]:
    """The labelled pages of one part of the split, with rulings above the first labels: a third reader's, or two later readers'
    who agreed with each other."""
    apart = set(_yaml(PAGES / "split.yaml")["untouched"])
    rulings = _yaml(PAGES / "rulings.yaml")
    cases = []
    for file in sorted(PAGES.glob("*.html")):
        if (file.stem in apart) is not untouched:
            continue
        facts = _yaml(file.with_suffix(".yaml"))
        labels = facts["labels"] | {element: ruling["label"] for element, ruling in rulings.get(file.stem, {}).items()}
        cases.append(
            Case(
                id=file.stem,
                url=facts["url"],
                name=facts["name"],
                html=file.read_text(encoding="utf-8"),
                labels={element: _label(element, label) for element, label in labels.items()},
                uncertain=frozenset(facts.get("uncertain") or ()) - frozenset(rulings.get(file.stem, {})),
                line=0,
            )
        )
    return tuple(cases)


def judged(cases: tuple[Case, ...]) -> Iterator[CheckResult]:
    """What the checks say of each case."""
    profile = read_profile(ROOT / "profiles" / "rotterdam.toml")
    for case in cases:
        page = parse_page(case.html.encode("utf-8"), url=case.url)
        product = Product(id=case.id, name=case.name, urls=(case.url,))
        yield from judge(Dossier(product=product, pages=(page,), profile=profile))


def between_people(one: Path, other: Path) -> Agreement:
    """Two labellings of the same pages, each made without seeing the other; ``one`` and ``other`` are folders."""
    pairs: dict[str, list[tuple[str, str]]] = {element: [] for element in LABELS}
    files = [file for file in sorted(other.glob("*.yaml")) if (one / file.name).exists()]
    for file in files:
        first, second = _yaml(one / file.name)["labels"], _yaml(file)["labels"]
        for element, pair in pairs.items():
            pair.append((first[element], second[element]))
    share = {element: sum(a == b for a, b in pair) / len(pair) for element, pair in pairs.items()}
    met = {
        element: sum((_label(element, a) in MET) == (_label(element, b) in MET) for a, b in pair) / len(pair)
        for element, pair in pairs.items()
    }
    return Agreement(len(files), share, met)


def measured(*, untouched: bool) -> Accuracy:
    """The figures of one part of the split."""
    cases = labelled(untouched=untouched)
    return accuracy(cases, judged(cases))


def main(arguments: list[str]) -> None:
    """Print everything."""
    for title, one, other in (("eerste en tweede", PAGES, "second"), ("derde en vierde", PAGES / "third", "fourth")):
        people = between_people(one, PAGES / other)
        print(f"Mensen onderling, {title} lezer, {people.pages} pagina's: zelfde label / zelfde oordeel")
        for element in LABELS:
            print(f"  {element:16} {people.label[element]:.3f} / {people.met[element]:.3f}".replace(".", ","))
    for title, untouched in (("WERKPAGINA'S", False), ("ONGEZIENE PAGINA'S", True)):
        found = measured(untouched=untouched)
        shown = found if "--misses" in arguments and not untouched else replace(found, misses=())
        print(f"\n{title}\n{as_text(shown)}")


def _label(element: str, label: str) -> Outcome | Online:
    return Online(label) if element == "online" else Outcome(label)


def _yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
