"""Decides which linked pages belong to a product (norms.md section 7), and says why of every link."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.addresses import askable, netloc, page_key
from crawler.wording import explains, is_elsewhere, is_next_step, names_product
from model.page import Block, Link, LinkKind, Page, Role, Section
from model.product import Product
from model.profile import SiteProfile

EXPLANATIONS = 8
"""The most explanation pages that a product can have."""
STEPS = 12
"""The most pages of its start flow."""

_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|jpe?g|png|gif|svg|webp|mp[34]|mov|ics|xml|json|epub)$",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"/(?:agenda|kalender|calendar|evenementen(?:kalender)?|events)(?:/|$)", re.IGNORECASE)
_CALENDAR_QUERY = re.compile(
    r"(?:^|&)(?:maand|month|week|jaar|year|dag|day|datum|date|van|tot|page|pagina)=", re.IGNORECASE
)
_DEED = re.compile(
    r"/(?:formulier(?:en)?|forms?|inloggen|login|aanmelden|uitloggen|logout|zoeken|search|afspraak-?maken|"
    r"afspraken|mijn-?loket|contactformulier)(?:/|$)",
    re.IGNORECASE,
)
_FLOW = re.compile(r"/start(?=[-/]|$)")
_STEP = re.compile(r"(?:start|stap|step)(?:-[\w-]*|\d+)?", re.IGNORECASE)
_STEP_QUERY = re.compile(r"(?:^|&)(?:stap|step)=\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around a product: hosts that may be asked, and the pages (by key) and names of other products."""

    profile: SiteProfile
    hosts: tuple[str, ...]
    owners: Mapping[str, Collection[str]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChoice:
    """What was decided about one link on a product's page. ``role`` is None where it is not followed; ``reason`` is Dutch."""

    url: str
    text: str
    role: Role | None
    reason: str


def choose_links(page: Page, product: Product, around: Surroundings) -> tuple[LinkChoice, ...]:
    """Every web link in the page's main content, in reading order, each page once, with the decision about it.

    Product pages lead to their start flow and, at most EXPLANATIONS, to explanations; a page of the start flow only to
    further steps; an explanation nowhere.
    """
    if page.role is Role.TOELICHTING:
        return ()
    choices: dict[str, LinkChoice] = {}
    for section, block, link in _links(page):
        key = page_key(link.url)
        if key == page_key(page.url):
            continue
        role, reason = _decide(link, block, section, page, product, around)
        if key not in choices or (choices[key].role is None and role):
            choices[key] = LinkChoice(url=askable(link.url), text=link.text, role=role, reason=reason)
    return tuple(_capped(choices.values()))


def says_not_found(page: Page) -> bool:
    """Whether a page that came with status 200 says that the page asked for does not exist."""
    titles = [section.heading for section in page.sections if section.level == 1] or [page.title]
    return any(
        re.match(r"\W*(?:404\b|(?:de\ )?pagina\ (?:is\ )?niet\ gevonden|page\ not\ found)", t, re.I) for t in titles
    )


def gave_way(asked: str, final: str, profile: SiteProfile) -> str:
    """Why the page that answered is not the page that was asked for; empty where it may be.

    An old address that leads to the front page, to news or to a theme no longer holds a product.
    """
    path, origin = urlsplit(final).path.rstrip("/"), urlsplit(asked).path.rstrip("/")
    if page_key(asked) == page_key(final):
        return ""
    if not path and origin:
        return "Het adres verwijst naar de voorpagina; de productpagina is er niet meer."
    if _is_no_product(path, profile) and not _is_no_product(origin, profile):
        return "Het adres verwijst naar een nieuws- of themapagina; de productpagina is er niet meer."
    return ""


def _links(page: Page) -> Iterator[tuple[Section, Block, Link]]:
    for section, block in page.blocks():
        for link in block.links:
            if (
                link.kind is not LinkKind.FORMULIER
                and link.url.startswith(("http://", "https://"))
                and netloc(link.url)
            ):
                yield section, block, link


def _decide(
    link: Link, block: Block, section: Section, page: Page, product: Product, around: Surroundings
) -> tuple[Role | None, str]:
    if refusal := _refusal(link, section, around):
        return None, refusal
    below, subject = _below(link, page), explains(link, block, section)
    if below and (_is_step(link) or not subject):
        return Role.STARTPROCES, "Startproces van dit product."
    if page.role is Role.STARTPROCES:
        return None, "Geen stap van het startproces."
    if not below:
        if _is_no_product(urlsplit(link.url).path, around.profile):
            return None, "Nieuws- of themapagina."
        if product.id not in (owners := around.owners.get(page_key(link.url), ())) and owners:
            return None, "Pagina van een ander product in de catalogus."
        if subject and names_product(link.text, around.names, product.name):
            return None, "De link noemt een ander product."
    if subject:
        return Role.TOELICHTING, f"De pagina zegt dat hier {subject} staat."
    return None, "De pagina zegt niet dat hier tarief, termijn, locatie of uitleg staat."


def _refusal(link: Link, section: Section, around: Surroundings) -> str:
    """Why the link is never followed, whatever it says; empty where it may be."""
    parts = urlsplit(link.url)
    if not SiteProfile.covers(around.hosts, netloc(link.url)):
        return "Andere site."
    if _DOCUMENT.search(parts.path):
        return "Document, geen pagina."
    if _CALENDAR.search(parts.path) or _CALENDAR_QUERY.search(parts.query):
        return "Agenda of bladerlijst zonder eind."
    if _DEED.search(parts.path):
        return "Formulier, login, afspraak of zoekpagina."
    if not parts.path.strip("/"):
        return "Voorpagina."
    if is_elsewhere(section):
        return "Verwante link, geen deel van het product."
    return ""


def _is_no_product(path: str, profile: SiteProfile) -> bool:
    return any(f"{path.rstrip('/')}/".startswith(prefix) for prefix in profile.not_products)


def _below(link: Link, page: Page) -> bool:
    """Whether a link leads below the product page's own path (``<slug>/start-<slug>``, ``<slug>/per-post``).

    From a page of the start flow on: to another step of it.
    """
    base, path = urlsplit(page.url).path.rstrip("/"), urlsplit(link.url).path.rstrip("/")
    flow = _FLOW.search(base)
    if page.role is Role.STARTPROCES or flow:
        root = base[: flow.start()] if flow else base.rpartition("/")[0]
        return bool(root) and path.startswith(root + "/") and (_is_step(link) or is_next_step(link.text))
    return bool(base) and path.startswith(base + "/")


def _is_step(link: Link) -> bool:
    """Whether an address is that of a step: ``start-…``, ``stap-2``, ``?stap=2``."""
    parts = urlsplit(link.url)
    return bool(_STEP.fullmatch(parts.path.rstrip("/").rpartition("/")[2]) or _STEP_QUERY.search(parts.query))


def _capped(choices: Collection[LinkChoice]) -> Iterator[LinkChoice]:
    """The same choices, with those beyond the numbers that a product can have refused."""
    left = {Role.TOELICHTING: EXPLANATIONS, Role.STARTPROCES: STEPS}
    for choice in choices:
        if choice.role is None:
            yield choice
        elif left[choice.role] > 0:
            left[choice.role] -= 1
            yield choice
        else:
            reason = f"Er zijn al {EXPLANATIONS if choice.role is Role.TOELICHTING else STEPS} van zulke pagina's."
            yield LinkChoice(url=choice.url, text=choice.text, role=None, reason=reason)
