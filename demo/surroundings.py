"""What surrounds the products: home, themes, news, look-alikes, the calendar, and the servers with forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from demo.compose import PageText
from demo.hosts import Hosts
from demo.markup import Span, TextBlock, TextSection, read_blocks
from demo.render import render
from demo.truth import ProductTruth, slug_of

HTML = "text/html; charset=utf-8"
THEMES = {
    "/wonen-leven/": "Wonen en leven",
    "/werken-leren/": "Werken en leren",
    "/vrije-tijd/": "Vrije tijd",
    "/bestuur-organisatie/": "Bestuur en organisatie",
    "/privacy/": "Privacy",
    "/toegankelijkheid/": "Toegankelijkheid",
}
NEWS = {
    "/nieuws/nieuwe-tarieven/": (
        "Nieuwe tarieven en wachttijden",
        "Een paspoort kost straks € 91,15 en een parkeervergunning € 104,20 per jaar.\nDe gemeente "
        "beslist voortaan binnen 4 weken.\nVraag alles online aan met DigiD.",
    ),
    "/nieuws/loket-langer-open/": (
        "Loket langer open",
        "De stadswinkel is op donderdag open tot 20.00 uur. Een afspraak is gratis en u bent binnen 10 minuten klaar.",
    ),
    "/nieuws/paspoort-aanvragen-tips/": (
        "Paspoort aanvragen: vijf tips",
        "Deze pagina lijkt op een product maar is nieuws. Een spoedpaspoort kost € 132,40 en is de "
        "volgende werkdag klaar.",
    ),
}


def surroundings(
    items: Sequence[ProductTruth], hosts: Hosts, frames: Mapping[str, str]
) -> Iterator[tuple[str, bytes, str]]:
    """Path, body and content type of every page that is no product's."""
    yield "/", home(items), HTML
    for path, title in THEMES.items():
        yield path, theme(title, items), HTML
    yield "/english/", page("/english/", "English", "Most pages are in Dutch.\n- [Moving house](@x)", {}, "en"), HTML
    yield (
        "/nieuws/",
        page(
            "/nieuws/",
            "Nieuws",
            "\n".join(f"- [{t}](@{number_word(n)})" for n, (t, _) in enumerate(NEWS.values())),
            {number_word(n): path for n, path in enumerate(NEWS)},
        ),
        HTML,
    )
    for path, (title, text) in NEWS.items():
        yield path, page(path, title, text), HTML
    yield (
        "/tarieven/",
        page(
            "/tarieven/",
            "Alle tarieven",
            "| Wat | Tarief |\n| Uittreksel | € 17,20 |\n| Grofvuil laten ophalen | gratis |\nEen aanvraag "
            "behandelen we binnen 8 weken.",
        ),
        HTML,
    )
    yield (
        "/verordeningen/leges",
        page(
            "/verordeningen/leges",
            "Verordening",
            "De raad stelde deze verordening vast. De volledige tekst ligt ter inzage.",
        ),
        HTML,
    )
    yield "/zoeken", page("/zoeken", "Zoeken", "Typ een woord in het zoekveld bovenaan."), HTML
    yield "/doorgaan/keuze", page("/doorgaan/keuze", "Even geduld", "U gaat zo verder."), HTML
    yield "/beheer/", page("/beheer/", "Beheer", "Alleen voor medewerkers."), HTML
    for path, body in frames.items():
        yield path, body.encode(), HTML


def number_word(number: int) -> str:
    """A name for the n-th link of a list, in letters."""
    return "abcdefghijklmnopqrstuvwxyz"[number]


def page(path: str, title: str, text: str, links: Mapping[str, str] | None = None, language: str = "nl") -> bytes:
    """A page of plain text in the site's dress."""
    known = links or {}
    blocks = read_blocks(text, lambda target: known.get(target.removeprefix("@"), "/"))
    return render(PageText(path=path, title=title, build="gewoon", language=language, intro=blocks)).encode()


def home(items: Sequence[ProductTruth]) -> bytes:
    """The front page: every theme of the catalog with its products."""
    by_theme: dict[str, list[ProductTruth]] = {}
    for item in items:
        by_theme.setdefault(item.product.theme or "Overig", []).append(item)
    sections = tuple(TextSection(heading=name, blocks=(link_list(own),)) for name, own in sorted(by_theme.items()))
    return render(
        PageText(path="/", title="Loket", build="gewoon", language="nl", intro=(), sections=sections)
    ).encode()


def theme(title: str, items: Sequence[ProductTruth]) -> bytes:
    """A theme page: a price, a term and a dozen links, none of which belong to any product."""
    blocks = read_blocks("Regel het online. Het meeste is gratis en binnen 5 werkdagen klaar.", lambda target: "/")
    sections = (TextSection(heading="Veel gezocht", blocks=(link_list(items[:12]),)),)
    text = PageText(path="/", title=title, build="gewoon", language="nl", intro=blocks, sections=sections)
    return render(text).encode()


def link_list(items: Sequence[ProductTruth]) -> TextBlock:
    """A bulleted list of links to products."""
    return TextBlock(kind="ul", items=tuple((Span(text=item.product.name, href=item.path),) for item in items))


def calendar_page(year: int, month: int) -> bytes:
    """One month of a calendar that always has a next month."""
    following = (year + month // 12, month % 12 + 1)
    text = "In deze maand kan er veel. De zaal kost € 45 per dag.\n[Volgende maand](@volgende)\n[Vorig jaar](@vorig)"
    links = {"volgende": f"/kalender/{following[0]}/{following[1]:02d}", "vorig": f"/kalender/{year - 1}/{month:02d}"}
    return page("/kalender", f"Kalender {month:02d}-{year}", text, links)


def form_pages(
    items: Sequence[ProductTruth], frames: Mapping[str, str]
) -> tuple[dict[str, tuple[bytes, str]], dict[str, tuple[bytes, str]]]:
    """What the server with forms and logins, and the one for appointments, answer."""
    forms: dict[str, tuple[bytes, str]] = {path: (body.encode(), HTML) for path, body in frames.items()}
    appointments: dict[str, tuple[bytes, str]] = {}
    for item in items:
        slug = slug_of(item.path)
        name = item.product.name
        forms[f"/formulieren/{slug}"] = (
            page("/", f"Formulier {name}", "Vul dit formulier in. Verzenden kan hier niet: dit is een oefensite."),
            HTML,
        )
        forms[f"/inloggen/{slug}"] = (
            page("/", "Inloggen", "Kies hoe u wilt inloggen. Inloggen kan hier niet: dit is een oefensite."),
            HTML,
        )
        appointments[f"/afspraak/{slug}"] = (page("/", f"Afspraak maken: {name}", "Kies een dag en een tijd."), HTML)
        appointments[f"/elders/{slug}"] = (page("/", name, "Deze pagina staat op een andere server."), HTML)
    return forms, appointments
