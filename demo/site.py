"""Every answer that the replica's three servers can give, by path."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from demo.build import SEED, decide_truth
from demo.buttons import form_answers
from demo.compose import PageText, compose
from demo.documents import Answer, files, pdf_page, robots_and_sitemaps
from demo.hosts import Hosts
from demo.markup import Span, TextBlock
from demo.planting import Plan, plan_faults
from demo.render import Frame, render
from demo.surroundings import form_pages, surroundings
from demo.truth import ProductTruth, Truth, end_of_chain, slug_of
from demo.unfriendly import PADDING, SCRIPTS
from model.product import Product

NLDS = (
    Path(__file__).resolve().parent.parent
    / "node_modules"
    / "@utrecht"
    / "component-library-css"
    / "dist"
    / "index.css"
)
LAST_MODIFIED = "Mon, 02 Nov 2026 09:00:00 GMT"
HTML = "text/html; charset=utf-8"


@dataclass(slots=True, kw_only=True)
class Site:
    """The replica's answers per server, and the truth that they show. ``disallowed`` are the paths of robots.txt."""

    truth: Truth
    hosts: Hosts
    answers: dict[str, Answer]
    form_answers: dict[str, Answer]
    appointment_answers: dict[str, Answer]
    disallowed: tuple[str, ...] = field(default=())


def build_site(products: Sequence[Product], seed: int = SEED, *, hosts: Hosts | None = None, nlds: Path = NLDS) -> Site:
    """Write the whole site for ``products``; the same products, seed and hosts give the same bytes.

    ``nlds`` is the style sheet of the design system; without it the site still works, plainly. Takes about a second.
    """
    hosts = hosts or Hosts()
    truth = decide_truth(products, seed)
    plan = plan_faults(truth, hosts)
    truth = Truth(seed=seed, products=truth.products, faults=plan.faults, unplaced=truth.unplaced)
    answers: dict[str, Answer] = {}
    own = [item for item in truth.products.values() if not item.same_as]
    for item in own:
        answers.update(product_answers(item, truth, hosts, plan))
    for path, body, content_type in surroundings(own, hosts, plan.frames):
        answers.setdefault(path, Answer(body, content_type))
    answers.update(files(nlds))
    answers.update(older_addresses(truth.products.values(), answers))
    disallowed = ("/beheer/", *(item.path for item in own if item.mischief and item.mischief.key == "robots"))
    answers.update(robots_and_sitemaps(own, hosts, disallowed))
    forms, appointments = form_pages(own, plan.foreign_frames)
    return Site(
        truth=truth,
        hosts=hosts,
        answers=answers,
        form_answers={**{path: Answer(body, kind) for path, (body, kind) in forms.items()}, **form_answers(own, hosts)},
        appointment_answers={path: Answer(body, kind) for path, (body, kind) in appointments.items()},
        disallowed=disallowed,
    )


def product_answers(item: ProductTruth, truth: Truth, hosts: Hosts, plan: Plan) -> Mapping[str, Answer]:
    """The product's pages, its print version, its PDF and whatever its mischief needs."""
    pages = compose(item, hosts, truth.seed)
    found: dict[str, Answer] = {}
    for page in pages:
        extra = SCRIPTS.get(item.mischief.key, ("", "")) if item.mischief and page is pages[0] else ("", "")
        frame = Frame(
            crumbs=crumbs(item, page),
            related=neighbours(item, truth),
            canonical=f"{hosts.site}{page.path}",
            head_extra=extra[0],
            body_extra=extra[1],
        )
        found[page.path] = Answer(render(page, frame, plan.on(page.path)).encode())
    slug = slug_of(item.path)
    if item.build == "knoppen":
        found[f"/print{item.path}"] = found[item.path]
    found[f"/documenten/{slug}.pdf"] = Answer(pdf_page(item.product.name), "application/pdf")
    found[f"/doorgaan/{slug}"] = Answer(plain("Even geduld", "U gaat zo verder."))
    found[f"/rekenhulp/{slug}"] = Answer(plain("Rekenhulp", "Vul uw gegevens in en de rekenhulp doet de rest."))
    if item.mischief:
        found.update(misbehave(item, found[item.path], hosts, slug))
    return found


def misbehave(item: ProductTruth, page: Answer, hosts: Hosts, slug: str) -> Mapping[str, Answer]:
    """What the product's address, and the addresses it leads to, answer instead of the page."""
    key = item.mischief.key if item.mischief else ""
    path = item.path
    plain_page = plain("Er ging iets mis", "Deze pagina kunt u nu niet bekijken.")
    if key in ("404", "410", "500", "403"):
        return {path: Answer(plain_page, status=int(key))}
    if key == "keten":
        hops = [path, f"/keten/1/{slug}", f"/keten/2/{slug}", end_of_chain(path)]
        chain = {here: Answer(b"", status=302, location=there) for here, there in pairwise(hops)}
        return {**chain, hops[-1]: page}
    if key == "kring":
        ring = f"/kring/{slug}"
        return {path: Answer(b"", status=302, location=ring), ring: Answer(b"", status=302, location=path)}
    if key == "andere-host":
        return {path: Answer(b"", status=302, location=f"{hosts.appointments}/elders/{slug}")}
    if key == "tekens":
        return {path: Answer(page.body.decode().encode("cp1252", "xmlcharrefreplace"))}
    if key == "groot":
        return {path: Answer(page.body.replace(b"</main>", PADDING + b"</main>"))}
    if key == "pdf":
        return {path: Answer(pdf_page(item.product.name), "application/pdf")}
    if key == "leeg":
        return {path: Answer(b"")}
    behaviour = {"traag": "slow", "eindeloos": "drip", "429": "retry", "afgebroken": "reset"}.get(key, "")
    return {path: Answer(page.body, behaviour=behaviour)}


def crumbs(item: ProductTruth, page: PageText) -> tuple[Span, ...]:
    """The way to the page: its theme, and for pages below it the product."""
    theme = Span(text=item.product.theme or "Loket", href="/wonen-leven/")
    below = page.path != item.path and page.path.startswith(item.path.split("?")[0].rstrip("/") + "/")
    return (theme, Span(text=item.product.name, href=item.path)) if below else (theme,)


def neighbours(item: ProductTruth, truth: Truth) -> tuple[Span, ...]:
    """Related links: two other products of the same theme, and news about tariffs."""
    others = [
        other
        for other in truth.products.values()
        if other.product.theme == item.product.theme and other.path != item.path and not other.same_as
    ]
    near = sorted(others, key=lambda other: hashlib.sha256((item.path + other.path).encode()).digest())[:2]
    links = [Span(text=other.product.name, href=other.path) for other in near]
    return (*links, Span(text="Bekijk de nieuwe tarieven en wachttijden", href="/nieuws/nieuwe-tarieven/"))


def plain(title: str, text: str) -> bytes:
    """A small page in the site's dress."""
    block = TextBlock(kind="p", items=((Span(text=text),),))
    return render(PageText(path="/", title=title, build="gewoon", language="nl", intro=(block,))).encode()


def older_addresses(items: Iterable[ProductTruth], answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Permanent redirects from a product's older addresses to its newest."""
    return {
        old: Answer(b"", status=301, location=item.path) for item in items for old in item.older if old not in answers
    }
