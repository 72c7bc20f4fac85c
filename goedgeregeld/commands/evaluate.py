"""``evaluate``: the checks beside the labels that people gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from checks.check import judge
from checks.doubt import doubted
from goedgeregeld import measuring
from goedgeregeld.options import DoubtOption, JsonOption, ProfileOption
from goedgeregeld.terminal import say, show_json, steps
from model.finding import CheckResult
from model.page import Dossier
from model.product import Product
from model.profile import SiteProfile
from pages import parse_page
from reports.accuracy import accuracy
from reports.accuracy_forms import as_json as figures
from reports.accuracy_forms import as_text
from reports.cases import Case, read_cases


def evaluate(
    cases: Annotated[Path, typer.Argument(metavar="GEVALLEN.jsonl", help="Gelabelde pagina's, één per regel (JSON).")],
    profile: ProfileOption = None,
    doubt: DoubtOption = False,
    as_json: JsonOption = False,
) -> None:
    """Vergelijk de controles met labels van mensen: per onderdeel hoe vaak zij het eens zijn, en elke misser met citaat.

    Telt wat de controles zelf zeggen, ook waar een rapport het aan een mens overlaat; met --onzeker niet.
    """
    read = read_cases(cases)
    results = tuple(_judged(read, measuring.profile_of(profile)))
    measured = accuracy(read, doubted(results) if doubt else results)
    if as_json:
        show_json(figures(measured))
    else:
        say(as_text(measured))


def _judged(cases: tuple[Case, ...], profile: SiteProfile) -> Iterator[CheckResult]:
    with steps("Beoordelen", len(cases)) as shown:
        for done, case in enumerate(cases, start=1):
            url = case.url or "https://onbekend.invalid/"
            page = parse_page(case.html.encode("utf-8", "replace"), url=url, content_type="text/html; charset=utf-8")
            product = Product(id=case.id, name=case.name, urls=(url,))
            yield from judge(Dossier(product=product, pages=(page,), profile=profile))
            shown.at(done)
