"""A page: as fetched (Snapshot), as read (Page, Section, Block, Link), and a product's pages together (Dossier)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import quote as percent_encode

from model.claim import Claim
from model.landing import Landing
from model.product import Product
from model.profile import ANY_SITE, SiteProfile


class FetchOutcome(StrEnum):
    """How asking the site for a page ended; each value is a state that a report can name."""

    OPGEHAALD = "opgehaald"
    NIET_GEVONDEN = "niet gevonden"  # 404
    VERVALLEN = "vervallen"  # 410
    GEEN_TOEGANG = "geen toegang"  # 401, 403, login wall
    TE_VEEL_VERZOEKEN = "te veel verzoeken"  # 429 after patience
    SERVERFOUT = "serverfout"  # 5xx
    ANDERE_STATUS = "andere status"  # any other status that is not 200
    KRINGVERWIJZING = "kringverwijzing"  # redirect loop or too many redirects
    BUITEN_DE_SITE = "buiten de site"  # redirected to a host that is not allowed
    ROBOTS_VERBIEDT = "robots.txt verbiedt"
    TE_TRAAG = "te traag"  # no complete answer within the deadline
    TE_GROOT = "te groot"  # more bytes than the cap
    GEEN_VERBINDING = "geen verbinding"  # refused, reset, TLS
    ONBEKENDE_SERVER = "onbekende server"  # DNS
    GEEN_HTML = "geen html"  # another content type
    LEEG = "leeg"  # no body
    NIET_GEVRAAGD = "niet gevraagd"  # the run stopped before this page's turn


class Role(StrEnum):
    """Why a page belongs to a product's dossier (norms.md section 7)."""

    PRODUCTPAGINA = "productpagina"  # an address in the catalog row
    STARTPROCES = "startproces"  # its start flow and steps
    TOELICHTING = "toelichting"  # one click deep: tariffs, term, locations, explanation of the form


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What one request for one address of one product gave in one run; append-only.

    ``url`` is the address asked for, ``final_url`` the one that answered after redirects. ``status`` is the HTTP status or
    None where no answer came. ``headers`` are the response's, names in lower case. ``body_sha256`` is None where there
    is no body; the body itself is kept in the store once per hash. ``fetched_at`` is aware, UTC.
    """

    run_id: str
    product_id: str
    url: str
    final_url: str
    role: Role
    outcome: FetchOutcome
    status: int | None
    fetched_at: datetime
    headers: Mapping[str, str]
    body_sha256: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a finding stands: the page's own words, letter for letter (white space folded), at most 300 characters.

    For the words of an official feed ``selector`` names the feed and its element; ``url`` is then the feed's, or empty.
    """

    url: str
    selector: str
    quote: str

    @property
    def link(self) -> str:
        """The address with a text fragment, so that one click opens the page at the quote (WICG scroll-to-text-fragment)."""
        words = self.quote.split(" ")
        if len(words) > 12:
            target = f"{_fragment(' '.join(words[:5]))},{_fragment(' '.join(words[-5:]))}"
        else:
            target = _fragment(self.quote)
        return f"{self.url.split('#')[0]}#:~:text={target}"


def _fragment(text: str) -> str:
    return percent_encode(text, safe="", errors="replace").replace("-", "%2D")


class LinkKind(StrEnum):
    """What a visitor sees: a link in running text, something that looks like a button, or a form's submit."""

    LINK = "link"
    KNOP = "knop"
    FORMULIER = "formulier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to activate on a page. ``url`` is absolute; empty where the target cannot be seen (script only)."""

    text: str
    url: str
    selector: str
    kind: LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The smallest piece of text with one layout: a paragraph, list item, table cell, term, summary or line.

    ``text`` is the element's own text with white space folded; text of nested blocks is not repeated. ``kind`` is
    p, li, td, th, dt, dd, heading, summary, button or text. ``labels`` say what the layout says of the text: a table
    cell's column and row heads, a definition's term. ``links`` are those inside the text.
    """

    selector: str
    kind: str
    text: str
    labels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands below it, up to the next heading.

    ``heading`` is empty before the first heading; ``path`` holds the headings above it, outermost first. ``intro`` is True
    for what stands before the first heading below the page's h1. ``collapsed`` marks accordions and details.
    """

    url: str
    selector: str
    heading: str
    level: int
    path: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    collapsed: bool = False

    @property
    def text(self) -> str:
        """The blocks' texts, one a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link, button and form in the section, in reading order."""
        return tuple(link for block in self.blocks for link in block.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The main content of one page as a reader meets it, without menus, header, footer and related links."""

    url: str
    title: str
    language: str
    sections: tuple[Section, ...]
    role: Role = Role.PRODUCTPAGINA

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with its section, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                yield section, block


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A product with the pages that belong to it, its product pages first (norms.md section 7).

    ``day`` is the day of measuring; without it nothing can be said of how old a text is. ``landings`` tell, by address
    without fragment, where buttons lead; an address that was not followed is not in it.
    ``claims`` are what the municipality says of the product in official feeds.
    """

    product: Product
    pages: tuple[Page, ...] = field(default=())
    profile: SiteProfile = ANY_SITE
    day: date | None = None
    landings: Mapping[str, Landing] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
