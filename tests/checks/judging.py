"""How the tests of the checks ask for a judgement: a fragment of HTML in, every finding out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checks.check import judge
from model.finding import CheckResult
from model.page import Dossier, Page
from model.product import Product
from pages import parse_page

CASES = Path(__file__).parent.parent / "cases"
BENCH = Path(__file__).parent.parent / "pages"
URL = "https://www.voorbeeld.nl/product"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A golden case: what a check must say of a fragment, and which words it must quote."""

    check: str
    name: str
    title: str
    fragment: str
    expected: str
    quotes: tuple[str, ...]


def golden_cases() -> Iterator[Case]:
    """Every case of ``tests/cases``, in the order of the files."""
    for file in sorted(CASES.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text("utf-8")):
            yield Case(
                check=file.stem,
                name=entry["naam"],
                title=entry.get("titel", ""),
                fragment=entry["pagina"],
                expected=entry["verwacht"],
                quotes=tuple(entry.get("citaten") or ()),
            )


def bench_pages() -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Every retold page with its id and labels."""
    for file in sorted(BENCH.glob("*.html")):
        yield file.stem, file.read_bytes(), yaml.safe_load(file.with_suffix(".yaml").read_text("utf-8"))


def page_of(title: str, fragment: str) -> Page:
    """The fragment below its title, as a page of a municipality."""
    head = f"<h1>{title}</h1>" if title else ""
    return parse_page(f"<html><body><main>{head}{fragment}</main></body></html>".encode(), url=URL)


def findings(page: Page, name: str) -> dict[str, CheckResult]:
    """Every check's result on one page, by the check's id."""
    dossier = Dossier(product=Product(id="product", name=name, urls=(page.url,)), pages=(page,))
    return {result.check_id: result for result in judge(dossier)}
