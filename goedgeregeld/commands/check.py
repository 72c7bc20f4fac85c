"""``check``: judge one product from files or addresses, before or after publishing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from checks.check import judge
from checks.doubt import doubted
from goedgeregeld import measuring, settings
from goedgeregeld.one_page import fetch_page, read_file
from goedgeregeld.options import DoubtOption, JsonOption, ProfileOption
from goedgeregeld.terminal import say, show_json
from model.errors import UserError
from model.finding import CheckResult, Online, Outcome
from model.page import Dossier, Role
from model.product import Product
from model.reliability import Sureness
from pages import parse_page
from reports.sentences import sureness_sentence

_GOOD = (Outcome.AANWEZIG, Outcome.NVT, Online.JA, Online.EXTERN)


def check(
    pages: Annotated[
        list[str],
        typer.Argument(metavar="BESTAND_OF_ADRES...", help="De pagina('s) van één product, de productpagina eerst."),
    ],
    url: Annotated[str, typer.Option("--url", help="Het adres waarop het bestand komt te staan.")] = "",
    name: Annotated[str, typer.Option("--name", help="De naam van het product.")] = "",
    profile: ProfileOption = None,
    doubt: DoubtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Beoordeel de pagina('s) van één product op hoe, waar, kosten, afhandeltermijn en online aanvragen."""
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise UserError(f"'{url}' is geen volledig adres. Begin bij --url met http:// of https://.")
    read = []
    for place, page in enumerate(pages):
        role = Role.PRODUCTPAGINA if place == 0 else Role.TOELICHTING
        body, address, kind = fetch_page(page) if urlsplit(page).scheme in ("http", "https") else read_file(Path(page))
        read.append(parse_page(body, url=(url if place == 0 and url else address), content_type=kind, role=role))
    if not any(page.sections for page in read):
        raise UserError("Op deze pagina staat geen tekst. Geef een pagina in HTML.", file=pages[0])
    product = Product(id="product", name=name, urls=(url or read[0].url,))
    results = judge(
        Dossier(product=product, pages=tuple(read), profile=measuring.profile_of(profile), day=measuring.today())
    )
    if settings.DOUBT if doubt is None else doubt:
        results = doubted(results)
    if as_json:
        show_json({result.check_id: _plain(result) for result in results})
        return
    say(f"{name or read[0].title or pages[0]}", "")
    for result in results:
        _tell(result)


def _plain(result: CheckResult) -> dict[str, object]:
    finding = result.finding
    return {
        "outcome": str(finding.outcome),
        "reason": finding.reason,
        "looks_like": str(result.leaning) if result.leaning else None,
        "message": result.message,
        "paste": result.paste,
        "sureness": _sureness(result.sureness),
        "evidence": [{"url": e.url, "selector": e.selector, "quote": e.quote} for e in finding.evidence],
    }


def _sureness(found: Sureness | None) -> dict[str, object] | None:
    if found is None:
        return None
    low, high = found.interval
    basis = "reason" if found.of_reason else "check"
    return {"agreed": found.agreed, "pages": found.pages, "share": found.share, "low": low, "high": high, "of": basis}


def _tell(result: CheckResult) -> None:
    mark = "?" if result.leaning else "+" if result.finding.outcome in _GOOD else "-"
    say(f"{mark} {result.check_id}: {result.finding.outcome}", f"    {result.message}")
    if result.sureness:
        say(f"    Hoe zeker: {sureness_sentence(result.sureness)}")
    for evidence in result.finding.evidence:
        say(f"    Citaat: “{evidence.quote}”", f"    Plaats: {evidence.selector}")
    if result.paste:
        say(f"    Om over te nemen: {result.paste}")
