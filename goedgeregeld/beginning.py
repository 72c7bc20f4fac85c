"""A municipality's first site profile and catalog: which pages are products, and what those pages tell of the site."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from checks.binding.channel_wordings import OTHER_PORTAL, OTHERS, OWN_PORTAL
from checks.readers.actions import Action, Purpose, Target, read_action
from checks.readers.places import Channel, read_places
from crawler.addresses import netloc
from feeds.discovery import Candidate
from model.page import LinkKind, Page
from model.profile import ANY_SITE, SiteProfile

_PRODUCT_FOLDER = re.compile(r"product|dienst|regel|loket|aanvra", re.IGNORECASE)
_NO_PRODUCT_FOLDER = re.compile(
    r"nieuws|actueel|agenda|bestuur|raad|college|organisatie|contact|privacy|over-|vacature|zoek|toegankelijk|cookie|"
    r"archief|publicatie|verordening|project|english|sitemap|pers|bekendmaking|formulier|mijn",
    re.IGNORECASE,
)
_LIKELY = 0.2  # share of a folder's pages that speak of doing, from which the folder holds products
_LANDING = 3  # pages below a page from which it is a list of products and no product itself
_WHOLE = 30  # pages; where fewer were read, a name that stands on one of them counts
_NAME = re.compile(
    r"\b(?:[Bb]ij|[Ii]n|[Nn]aar|[Vv]ia|[Oo]p|[Oo]pen)\s+(?:de\s+|het\s+)?"
    r"((?:(?:De|Het|Mijn)\s+)?[A-Z][a-zé]+(?:[- ](?:[A-Z][a-zé]+|\d+))*)(?![\w@.]*\.[a-z]{2})"
)
_COMES = re.compile(r"\b(?:afspraak|kom|komt|langs|bezoek|loop|loopt|balie|terecht)\b", re.IGNORECASE)
_DOES = re.compile(
    r"\b(?:kies|kiest|vul|vult|log|logt|inloggen|verstuur|verstuurt|regel|regelt|online|digitaal)\b", re.I
)
_NO_NAME = re.compile(
    r"^(?:DigiD|eHerkenning|Nederland|Europa|Engels|Koningsdag|Excel|Word|PDF|Google|Internet|Facebook|WhatsApp|"
    r"(?:jan|febr|maart|april|mei|juni|juli|aug|sept|okt|nov|dec)\w*|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The pages of the sitemap below one first part of the address ("/burgerzaken/"); "/" holds those that lie in none.

    ``products`` are those that may be products, ``chosen`` says that the folder looks as if it holds them.
    """

    path: str
    products: tuple[Candidate, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What pages tell of their site, each in the order of how many pages tell it; names in lower case, as in a profile."""

    form_hosts: tuple[str, ...] = ()
    appointment_hosts: tuple[str, ...] = ()
    external_hosts: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    portals: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


def folders(candidates: Iterable[Candidate]) -> tuple[Folder, ...]:
    """The folders of a site, largest first. In the root only pages whose address speaks of doing count as products."""
    below: dict[str, list[Candidate]] = {}
    for page in candidates:
        first, _, rest = _path(page).partition("/")
        below.setdefault(f"/{first}/" if rest else "/", []).append(page)
    found = []
    for path, pages in below.items():
        own = [page for page in pages if page.likely] if path == "/" else _leaves(pages)
        if path == "/":
            own = [page for page in own if f"/{_path(page)}/" not in below]
        found.append(Folder(path=path, products=tuple(own), chosen=_holds_products(path, pages)))
    if any(_PRODUCT_FOLDER.search(each.path) and each.chosen for each in found):
        found = [
            Folder(path=f.path, products=f.products, chosen=f.chosen and bool(_PRODUCT_FOLDER.search(f.path)))
            for f in found
        ]
    return tuple(sorted(found, key=lambda each: (-len(each.products), each.path)))


def _path(page: Candidate) -> str:
    return urlsplit(page.url).path.strip("/")


def _leaves(pages: Sequence[Candidate]) -> list[Candidate]:
    """The pages without lists of products, and without what lies below a product (its tariffs, its start flow)."""
    paths = [_path(page) for page in pages]
    children = {path: sum(other.startswith(f"{path}/") for other in paths) for path in paths}
    products = {path for path in paths if children[path] < _LANDING}
    below = {path for path in products if any(path.startswith(f"{other}/") for other in products)}
    return [page for page in pages if _path(page) in products - below]


def _holds_products(path: str, pages: Sequence[Candidate]) -> bool:
    if _NO_PRODUCT_FOLDER.search(path):
        return False
    if _PRODUCT_FOLDER.search(path):
        return True
    likely = sum(page.likely for page in pages)
    return likely > 0 and (path == "/" or likely >= _LIKELY * len(pages))


def learn(pages: Sequence[Page], municipality: str) -> Learned:
    """What the product pages tell of hosts, counters, portals and other organisations."""
    hosts: dict[str, Counter[str]] = {"form": Counter(), "appointment": Counter(), "external": Counter()}
    names: dict[str, Counter[str]] = {"counter": Counter(), "portal": Counter(), "partner": Counter()}
    for page in pages:
        seen = list(_links_out(page))
        for kind, counts in hosts.items():
            counts.update({host for found, host, _ in seen if found == kind})
        labels = " ".join(text for kind, _, text in seen if kind == "external")
        for kind, name in set(_names(page, labels)):
            names[kind][name] += 1
    own = {municipality.lower(), municipality.lower().removeprefix("gemeente ")}
    least = 1 if len(pages) < _WHOLE else 2

    def kept(counts: Counter[str], least: int = 1) -> tuple[str, ...]:
        return tuple(name for name, times in counts.most_common() if times >= least and name not in own)

    return Learned(
        form_hosts=tuple(host for host in kept(hosts["form"]) if host not in hosts["appointment"]),
        appointment_hosts=kept(hosts["appointment"]),
        external_hosts=kept(hosts["external"]),
        counters=kept(names["counter"], least),
        portals=tuple(name for name in kept(names["portal"], least) if name not in names["partner"]),
        partners=kept(names["partner"]),
    )


def _links_out(page: Page) -> Iterator[tuple[str, str, str]]:
    """Kind (form, appointment, external), host and text of each link that leads to another host to apply."""
    here = netloc(page.url)
    for _, block in page.blocks():
        for link in block.links:
            host = netloc(link.url) if link.url.startswith(("http://", "https://")) else ""
            if not host or host == here:
                continue
            action = read_action(link, page.url, ANY_SITE)
            if action.purpose is Purpose.AFSPRAAK or action.target is Target.AFSPRAAK or _plans(link.text):
                yield "appointment", host, link.text
            elif link.kind is not LinkKind.LINK or action.purpose is Purpose.AANVRAGEN:
                if _same_site(host, here) or action.target is Target.FORMULIER:
                    yield "form", host, link.text
                elif _is_unknown(action, host):
                    yield "external", host, link.text


def _plans(text: str) -> bool:
    return re.search(r"\bplan\b.*\bbezoek|\bmaak\b.*\bafspraak", text, re.IGNORECASE) is not None


def _is_unknown(action: Action, host: str) -> bool:
    """Whether an organisation is not one of those that the checks know for every municipality."""
    return action.target is Target.EXTERN and not host.endswith((".overheid.nl", ".rijksoverheid.nl"))


def _same_site(host: str, other: str) -> bool:
    """Whether two hosts are of one organisation: the same domain, or the same machine."""
    one, two = (each.rpartition(":")[0] or each for each in (host, other))
    return one == two or one.split(".")[-2:] == two.split(".")[-2:]


def _names(page: Page, labels: str) -> Iterator[tuple[str, str]]:
    """Kind (counter, portal, partner) and name (lower case) of what the page names and no check knows by itself."""
    for _, block in page.blocks():
        if block.kind not in ("p", "li", "text", "td", "dd"):
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", block.text):
            for found in _NAME.finditer(sentence):
                name = found[1].strip()
                if _is_known(name, found[0]) or len(name) < 5:
                    continue
                if name in labels:
                    yield "partner", name.lower()
                elif _COMES.search(sentence):
                    yield "counter", name.lower()
                elif _DOES.search(sentence):
                    yield "portal", name.lower()


def _is_known(name: str, phrase: str) -> bool:
    lower = phrase.lower()
    if _NO_NAME.match(name) or any(words.found_in(lower) for words in (OTHER_PORTAL, OTHERS, OWN_PORTAL)):
        return True
    return any(place.channel in (Channel.BALIE, Channel.POSTADRES) for place in read_places(f"bij {name}", ANY_SITE))


def profile_text(
    municipality: str, site: str, learned: Learned, *, products: Sequence[str], others: Sequence[str]
) -> str:
    """The site profile as a TOML file with Dutch comments, ready to be read and mended by a person."""
    host = netloc(site)
    hosts = [host] if host.startswith("www.") or host[0].isdigit() else [host, f"www.{host}"]
    if host.startswith("www."):
        hosts.append(host.removeprefix("www."))
    lines = [
        f"# Siteprofiel van {municipality}: wat het programma van deze site moet weten. Gemaakt met: goedgeregeld init",
        "# Lees elke regel na. Namen staan in kleine letters. Kijk daarna met: goedgeregeld doctor",
        "",
        *_row("municipality", municipality, "De naam van de gemeente, zoals die in rapporten staat."),
        *_row("hosts", hosts, "Servers die mogen worden opgehaald. Andere worden nooit bezocht."),
        *_row("form_hosts", learned.form_hosts, "Servers met formulieren en inlogpagina's van de gemeente zelf."),
        *_row("appointment_hosts", learned.appointment_hosts, "Servers waar een inwoner alleen een afspraak maakt."),
        *_row(
            "external_hosts",
            learned.external_hosts,
            "Servers van andere organisaties waar een inwoner iets aanvraagt. Landelijke (RDW, Omgevingsloket) zijn al bekend.",
        ),
        *_row("counters", learned.counters, "Eigen namen van balies en gebouwen. 'Gemeentehuis' en zo zijn al bekend."),
        *_row("portals", learned.portals, "Eigen namen van het digitale loket. 'Mijn Loket' en zo zijn al bekend."),
        *_row(
            "partners",
            learned.partners,
            "Namen van organisaties die werk voor de gemeente doen, zoals een belastingkantoor.",
        ),
        *_row("product_paths", products, "Onder deze adressen staan de productpagina's."),
        *_row("not_products", others, "Onder deze adressen staat nooit een product (nieuws, bestuur)."),
        *_row("silent_hosts", _SILENT, "Statistiek, video en chat: worden bij het testen nooit gebeld."),
    ]
    return "\n".join(lines).rstrip() + "\n"


_SILENT = (
    *(".google-analytics.com", ".googletagmanager.com", ".siteimproveanalytics.com", ".siteimproveanalytics.io"),
    *(".youtube.com", ".youtube-nocookie.com", ".vimeo.com", ".hotjar.com", ".readspeaker.com", ".matomo.cloud"),
)


def _row(name: str, value: str | Sequence[str], comment: str) -> list[str]:
    return [f"# {comment}", f"{name} = {_toml(value)}", ""]


def _toml(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML string
    return "[" + ", ".join(_toml(each) for each in value) + "]"


def facts_of(municipality: str, site: str) -> SiteProfile:
    """What is known of a site before anything was read: its own hosts."""
    return SiteProfile(name="", municipality=municipality, hosts=(netloc(site),))


def title_of(page: Page) -> str:
    """The page's first heading of the highest level, or its title; empty where it has neither."""
    return next((section.heading for section in page.sections if section.level == 1 and section.heading), page.title)


def row_of(page: Candidate, name: str, identity: str, day: str) -> Mapping[str, str]:
    """A page as a row of the catalog; what a page does not tell is "onbekend"."""
    theme = urlsplit(page.url).path.strip("/").rpartition("/")[0].rpartition("/")[2].replace("-", " ")
    return {
        "id": identity,
        "naam": _cell(name) or _cell(page.name) or identity,
        "urls": page.url,
        "thema": _cell(theme[:1].upper() + theme[1:]),
        "upl": page.upl,
        **dict.fromkeys(("online_mogelijk", "kosten_van_toepassing", "termijn_van_toepassing"), "onbekend"),
        "bron": page.url,
        "bron_datum": day,
    }


def _cell(text: str) -> str:
    """Text of a page as a cell: on one line, and no formula for a spreadsheet."""
    return " ".join(text.split()).lstrip("=+-@|% ")
