"""``init``: a site profile and a catalog for a municipality, from its sitemap and a few answers."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crawler.addresses import checked_site, netloc
from crawler.agent import user_agent
from crawler.catalog import COLUMNS
from crawler.crawl import crawl
from crawler.plan import ask_robots
from feeds.discovery import Candidate, discover
from feeds.proposal import free_id
from feeds.sitemap import read_sitemaps, sitemap_addresses
from feeds.upl import read_upl
from goedgeregeld import beginning, measuring, settings
from goedgeregeld.beginning import Folder, Learned
from goedgeregeld.terminal import say, steps
from model.errors import UserError
from model.page import FetchOutcome, Page, Role, Snapshot
from model.product import Product
from pages import parse_page
from reports.dutch import count

PROFILE_NAME = "siteprofiel.toml"
_READ = 60  # product pages that are read to learn from; the others get their name from their address


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map voor siteprofiel.toml en product_catalog.csv.")
    ] = Path("."),
    name: Annotated[str, typer.Option("--name", help="De naam van de gemeente.")] = "",
    site: Annotated[str, typer.Option("--site", help="Het adres van de site, zoals https://www.voorbeeld.nl.")] = "",
    contact: Annotated[
        str, typer.Option("--contact", help="Mailadres of webadres waarop de beheerder van de site u bereikt.")
    ] = "",
    sitemap: Annotated[str, typer.Option("--sitemap", help="De sitemap, als robots.txt die niet noemt.")] = "",
    products: Annotated[
        list[str] | None, typer.Option("--products", help="Onder dit adres staan productpagina's, zoals /producten/.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niets; neem elk voorstel over.")] = False,
) -> None:
    """Begin voor een gemeente: maak uit haar sitemap een siteprofiel en een productcatalogus."""
    begin(folder, name=name, site=site, contact=contact, sitemap=sitemap, products=products or [], quiet=yes)
    say("Kijk ze na; wat het programma niet wist, staat op 'onbekend'. Ga dan verder, in die map:")
    say("  goedgeregeld doctor     kijkt of alles klaarstaat", "  goedgeregeld plan       toont wat wordt opgehaald")
    say("  goedgeregeld nightly    doet de meting en schrijft het rapport")


def begin(
    folder: Path,
    *,
    name: str = "",
    site: str = "",
    contact: str = "",
    sitemap: str = "",
    products: Sequence[str] = (),
    quiet: bool = False,
) -> tuple[Path, Path]:
    """Write a site profile and a catalog in ``folder``, and return where they are; ``quiet`` takes every proposal.

    UserError where they are there already, the site cannot be read, or an answer is missed.
    """
    files = (folder / PROFILE_NAME, folder / "product_catalog.csv")
    for file in files:
        if file.exists():
            raise UserError(
                "Dit bestand bestaat al. Kies een andere map, of zet het eerst ergens anders.", file=str(file)
            )
    ask = _Questions(quiet=quiet or not sys.stdin.isatty())
    name = " ".join((name or ask.needed("Hoe heet de gemeente?", "--name")).split())
    site = checked_site((site or ask.needed("Wat is het adres van de site?", "--site")).rstrip("/"))
    contact = contact or settings.CONTACT
    if not contact and not netloc(site).startswith(("127.", "localhost")):
        contact = ask.needed("Op welk mailadres of webadres is de gemeente bereikbaar?", "--contact")
    found = _folders(site, contact, sitemap)
    chosen = _chosen(found, products, ask)
    pages = [page for each in chosen for page in each.products]
    many = count(len(pages), "productpagina", "productpagina's") + " gevonden."
    say(
        f"{many} {'Ze worden' if len(pages) <= _READ else f'De eerste {_READ} worden'} gelezen om de site te leren kennen."
    )
    read = _read(pages[:_READ], name, site, contact)
    learned = _asked(beginning.learn(list(read.values()), name), ask)
    others = sorted(each.path for each in found if each not in chosen and not each.chosen and each.path != "/")
    paths = [each.path for each in chosen if each.path != "/"]
    _write(files[0], beginning.profile_text(name, site, learned, products=paths, others=others))
    _write_catalog(files[1], pages, read)
    say(f"Geschreven: {files[0]} en {files[1]}.")
    if contact != settings.CONTACT:
        say(f"Bewaar het contactadres met: export GOEDGEREGELD_CONTACT={contact}")
    return files


class _Questions:
    """Asks a person at a terminal; elsewhere, and when ``quiet``, a proposal is taken and a needed answer is missed."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet

    def needed(self, question: str, option: str) -> str:
        if self.quiet:
            raise UserError(f"{question} Geef het antwoord met {option}.")
        return str(typer.prompt(question, prompt_suffix=" ")).strip()

    def names(self, question: str, proposal: Sequence[str]) -> tuple[str, ...]:
        if self.quiet:
            return tuple(proposal)
        shown = ", ".join(proposal) or "geen"
        answer = str(typer.prompt(f"{question} (met komma's ertussen)", default=shown)).strip()
        return () if answer.lower() == "geen" else tuple(filter(None, map(str.strip, answer.split(","))))


def _folders(site: str, contact: str, sitemap: str) -> tuple[Folder, ...]:
    hosts = (netloc(site),)
    robots = ask_robots([site], hosts, contact)
    places = (sitemap,) if sitemap else sitemap_addresses(site, robots)
    try:
        pages = read_sitemaps(places, hosts=hosts, robots=robots, agent=user_agent(contact, hosts))
    except UserError as error:
        advice = "Noem de sitemap met --sitemap. Is er geen? Maak de catalogus dan uit een feed: goedgeregeld catalog import."
        raise UserError(f"{error.message} {advice}", file=error.file) from error
    facts = beginning.facts_of("", site)
    found = discover(pages, (), upl=read_upl(settings.UPL), profile=facts, today=measuring.today(), here=str)
    return beginning.folders(found.candidates)


def _chosen(found: Sequence[Folder], named: Sequence[str], ask: _Questions) -> tuple[Folder, ...]:
    """The folders that hold products: those that were named, or those that a person agrees to."""
    by_path = {each.path: each for each in found}
    wanted = [f"/{path.strip('/')}/".replace("//", "/") for path in named]
    if not wanted:
        for each in found:
            mark = "ja " if each.chosen else "nee"
            example = f", zoals {each.products[0].name}" if each.products else ""
            say(f"  {mark} {each.path}: {count(len(each.products), 'pagina', 'pagina’s')}{example}")
        wanted = list(ask.names("Onder welke adressen staan producten?", [e.path for e in found if e.chosen]))
    unknown = [path for path in wanted if path not in by_path]
    if unknown or not wanted:
        seen = ", ".join(by_path) or "geen"
        raise UserError(
            f"Onder {unknown[0]} noemt de sitemap geen pagina's. Wel onder: {seen}."
            if unknown
            else f"Het is niet te zien waar de producten staan. Kies met --products uit: {seen}."
        )
    return tuple(by_path[path] for path in wanted)


def _read(pages: Sequence[Candidate], name: str, site: str, contact: str) -> dict[str, Page]:
    """The pages that came in, by address; asked for as politely as in a night."""
    read: dict[str, Page] = {}
    wanted = {page.url for page in pages}

    def keep(snapshot: Snapshot, body: bytes) -> None:
        if snapshot.url in wanted and snapshot.outcome is FetchOutcome.OPGEHAALD:
            kind = snapshot.headers.get("content-type", "")
            read[snapshot.url] = parse_page(body, url=snapshot.final_url, content_type=kind, role=Role.PRODUCTPAGINA)

    asked = [Product(id=str(number), name=page.name, urls=(page.url,)) for number, page in enumerate(pages)]
    with steps("Productpagina's lezen", len(asked)) as shown:
        end = crawl(
            asked,
            run_id="",
            profile=beginning.facts_of(name, site),
            contact=contact,
            save=keep,
            progress=shown.at,
            settings={"PRIVATE_HOSTS": list(settings.PRIVATE_HOSTS), "LOG_LEVEL": "ERROR"},
        )
    if not read:
        raise UserError(f"Geen enkele productpagina kwam binnen. {end.stopped}".strip(), file=site)
    return read


def _asked(learned: Learned, ask: _Questions) -> Learned:
    """What was learned, as a person corrected it."""
    return Learned(
        form_hosts=learned.form_hosts,
        appointment_hosts=learned.appointment_hosts,
        external_hosts=learned.external_hosts,
        counters=_lower(ask.names("Hoe heten uw balies?", learned.counters)),
        portals=_lower(ask.names("Hoe heet uw digitale loket?", learned.portals)),
        partners=_lower(ask.names("Welke organisaties handelen producten voor u af?", learned.partners)),
    )


def _lower(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.lower() for name in names)


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(file)) from error


def _write_catalog(file: Path, pages: Sequence[Candidate], read: dict[str, Page]) -> None:
    taken: set[str] = set()
    with file.open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
        sheet.writeheader()
        for page in sorted(pages, key=lambda each: each.url):
            identity = free_id(page.url.rstrip("/").rpartition("/")[2], taken)
            taken.add(identity)
            name = beginning.title_of(read[page.url]) if page.url in read else ""
            sheet.writerow(beginning.row_of(page, name, identity, measuring.today().isoformat()))
