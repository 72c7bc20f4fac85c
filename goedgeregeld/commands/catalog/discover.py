"""``catalog discover``: product pages that no row names, and rows whose page is gone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from crawler.addresses import allowed_hosts, moved
from crawler.agent import user_agent
from crawler.catalog import COLUMNS
from crawler.crawl import crawl
from crawler.plan import ask_robots
from feeds.discovery import Candidate, Discovery
from feeds.discovery import discover as discovered
from feeds.proposal import free_id
from feeds.sitemap import read_sitemaps, sitemap_addresses
from feeds.upl import read_upl
from goedgeregeld import measuring, settings
from goedgeregeld.options import CatalogOption, ContactOption, JsonOption, ProfileOption, SiteOption, UplOption
from goedgeregeld.terminal import say, show_json, show_table, steps
from model.errors import UserError
from model.page import FetchOutcome, Snapshot
from model.product import Product
from model.profile import SiteProfile
from reports.causes import ADVICE, FETCH_CAUSES
from reports.dutch import count

_SHOWN = 50  # unlikely pages that are named on the screen


def discover(
    catalog: CatalogOption = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    contact: ContactOption = None,
    sitemap: Annotated[
        str, typer.Option("--sitemap", help="Het adres van de sitemap, als robots.txt die niet noemt.")
    ] = "",
    upl: UplOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Schrijf de gevonden pagina's als regels voor de catalogus (CSV).")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Leg de sitemap naast de catalogus: productpagina's zonder regel, en regels waarvan de pagina weg is."""
    products = measuring.products_of(catalog or settings.CATALOG)
    facts, here = measuring.profile_of(profile), settings.SITE if site is None else site
    start = here or measuring.site_of(catalog or settings.CATALOG)
    hosts = allowed_hosts(facts, here)
    agent = user_agent(contact or settings.CONTACT, hosts)
    robots = ask_robots([start], hosts, contact or settings.CONTACT)
    pages = read_sitemaps(
        (sitemap,) if sitemap else sitemap_addresses(start, robots), hosts=hosts, robots=robots, agent=agent
    )
    found = discovered(
        pages,
        products,
        upl=read_upl(upl or settings.UPL),
        profile=facts,
        today=measuring.today(),
        here=lambda url: moved(url, facts, here),
    )
    gone = _asked(found.unnamed, facts, here, contact or settings.CONTACT)
    if out:
        _write(out, found.candidates, {product.id for product in products})
    if json:
        show_json(_plain(found, gone))
        return
    _show(found, gone)
    if out:
        say(f"Geschreven: {out}. Kijk elke regel na en plak wat klopt in de catalogus.")


def _asked(products: tuple[Product, ...], facts: SiteProfile, site: str, contact: str) -> dict[str, list[Snapshot]]:
    """What the site answers for the rows that the sitemap does not name; politely, as a night asks."""
    answers: dict[str, list[Snapshot]] = {}
    catalog = {product.id: {moved(url, facts, site) for url in product.urls} for product in products}

    def keep(snapshot: Snapshot, _body: bytes) -> None:
        if snapshot.url in catalog[snapshot.product_id]:
            answers.setdefault(snapshot.product_id, []).append(snapshot)

    with steps("Regels nakijken", len(products)) as shown:
        crawl(
            products,
            run_id="",
            profile=facts,
            site=site,
            contact=contact,
            save=keep,
            progress=shown.at,
            day=measuring.today(),
            settings={"PRIVATE_HOSTS": list(settings.PRIVATE_HOSTS), "LOG_LEVEL": "ERROR"},
        )
    return answers


def _is_gone(snapshots: list[Snapshot]) -> bool:
    return bool(snapshots) and all(each.outcome is not FetchOutcome.OPGEHAALD for each in snapshots)


def _show(found: Discovery, gone: dict[str, list[Snapshot]]) -> None:
    likely = [each for each in found.candidates if each.likely]
    others = [each for each in found.candidates if not each.likely]
    if likely:
        show_table(
            "Waarschijnlijk een product, zonder regel in de catalogus",
            ("adres", "landelijke naam"),
            [(each.url, each.upl) for each in likely],
        )
    if others:
        show_table("Misschien een product", ("adres",), [(each.url,) for each in others[:_SHOWN]])
        if len(others) > _SHOWN:
            say(f"  en nog {len(others) - _SHOWN}; met --out staan ze alle in een bestand")
    rows = [
        (product.line, product.id, each.url, FETCH_CAUSES[each.outcome], ADVICE[FETCH_CAUSES[each.outcome]])
        for product in found.unnamed
        if _is_gone(gone.get(product.id, []))
        for each in gone[product.id]
    ]
    if rows:
        show_table(
            "Regels waarvan geen pagina meer te lezen is", ("regel", "id", "adres", "oorzaak", "wat te doen"), rows
        )
    still = sum(not _is_gone(gone.get(product.id, [])) for product in found.unnamed)
    say(
        f"De sitemap noemt {count(found.pages, 'pagina', 'pagina’s')}. {found.both} regels van de catalogus staan erin, "
        f"{still} niet maar die pagina's bestaan wel, {len(found.unnamed) - still} zijn niet meer te lezen. "
        f"Zonder regel: {len(likely)} waarschijnlijke productpagina's en {len(others)} andere."
    )


def _write(out: Path, candidates: tuple[Candidate, ...], ids: set[str]) -> None:
    taken = set(ids)
    try:
        with out.open("w", encoding="utf-8", newline="") as stream:
            sheet = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
            sheet.writeheader()
            for each in candidates:
                name = free_id(each.name, taken)
                taken.add(name)
                sheet.writerow(
                    {
                        "id": name,
                        "naam": each.name or name,
                        "urls": each.url,
                        "upl": each.upl,
                        **dict.fromkeys(
                            ("online_mogelijk", "kosten_van_toepassing", "termijn_van_toepassing"), "onbekend"
                        ),
                        "bron": "sitemap",
                        "bron_datum": measuring.today().isoformat(),
                    }
                )
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(out)) from error


def _plain(found: Discovery, gone: dict[str, list[Snapshot]]) -> dict[str, object]:
    return {
        "paginas_in_sitemap": found.pages,
        "regels_in_sitemap": found.both,
        "zonder_regel": [
            {"adres": each.url, "upl": each.upl, "waarschijnlijk": each.likely} for each in found.candidates
        ],
        "niet_in_sitemap": [
            {
                "id": product.id,
                "weg": _is_gone(gone.get(product.id, [])),
                "antwoorden": [s.outcome.value for s in gone.get(product.id, [])],
            }
            for product in found.unnamed
        ],
    }
