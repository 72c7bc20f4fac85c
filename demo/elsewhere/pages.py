"""Writes every page of a small town, and all else that its three servers answer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from django.template import Context

from demo.build import SEED
from demo.documents import Answer, pdf_page, sitemap
from demo.elsewhere.town import Town
from demo.hosts import Hosts
from demo.markup import Span, TextBlock, TextSection, read_blocks
from demo.render import FOLDER, engine
from demo.site import Site
from demo.truth import ProductTruth


def build_town(town: Town, hosts: Hosts, seed: int = SEED) -> Site:
    """The whole site of a town; the same seed and hosts give the same bytes."""
    truth = town.truth(seed)
    writer = _Writer(town, hosts, seed)
    items = list(truth.products.values())
    answers = dict(writer.surroundings(items))
    for item in items:
        answers.update(writer.product(item))
    answers.update(_maps(town, [*answers], hosts))
    forms = {_path(town, name, item): _plain(writer, item, "Formulier") for item in items for name in ("form", "login")}
    appointments = {_path(town, "afspraak", item): _plain(writer, item, "Afspraak") for item in items}
    answers[f"/bestanden/{town.key}.css"] = Answer((FOLDER / f"{town.key}.css").read_bytes(), "text/css; charset=utf-8")
    for item in items:
        pdf = _path(town, "pdf", item)
        if pdf:
            answers[pdf] = Answer(pdf_page(item.product.name), "application/pdf")
    return Site(truth=truth, hosts=hosts, answers=answers, form_answers=forms, appointment_answers=appointments)


class _Writer:
    def __init__(self, town: Town, hosts: Hosts, seed: int) -> None:
        self.town, self.hosts, self.seed = town, hosts, seed

    def product(self, item: ProductTruth) -> Iterator[tuple[str, Answer]]:
        """The product's page, and the page one click deep that holds what it only points at."""
        rng = random.Random(f"{self.seed}:{self.town.key}:{item.product.id}")
        intro = [rng.choice(self.town.openings), item.route.intro]
        intro += [f">> {label}|{target}" for label, target in item.route.buttons]
        sections = [
            TextSection(heading=self.fill(heading, item), blocks=self.blocks(text, item))
            for heading, text in self.sections(item, rng)
            if text
        ]
        yield item.path, self.page(item.product.name, self.blocks("\n".join(filter(None, intro)), item), sections)
        extra = item.kosten.extra
        if extra:
            blocks = self.blocks(extra.text, item)
            yield item.path_below(extra.slug), self.page(self.fill(extra.title, item), blocks)

    def sections(self, item: ProductTruth, rng: random.Random) -> Iterator[tuple[str, str]]:
        """Heading and text of every section, in the town's order."""
        aside = item.distractors[0]
        texts = {
            "how": item.route.text,
            "kosten": item.kosten.text,
            "termijn": item.afhandeltermijn.text,
            "conditions": "\n".join(f"- {line}" for line in rng.sample(self.town.conditions, 2)),
            "extra": aside.text,
            "contact": self.town.contact if item.route.intro else "",
        }
        own = {"kosten": item.kosten.heading, "termijn": item.afhandeltermijn.heading, "extra": aside.heading}
        for key, heading in self.town.headings.items():
            yield own.get(key) or heading, texts[key]

    def surroundings(self, items: Sequence[ProductTruth]) -> Iterator[tuple[str, Answer]]:
        """The front page, the pages that list products, and the pages that are about something else."""
        themes = [Span(text=title, href=path) for path, title in self.town.themes.items()]
        yield "/", self.page(self.town.name, (_links(themes),))
        for path, title in self.town.themes.items():
            own = [Span(text=item.product.name, href=item.path) for item in items if item.path.startswith(f"{path}/")]
            yield path, self.page(title, (_links(own),))
        for path, (title, text) in self.town.others.items():
            yield path, self.page(title, read_blocks(text, lambda target: "/"))

    def page(self, title: str, intro: Sequence[TextBlock], sections: Sequence[TextSection] = ()) -> Answer:
        """One page in the town's dress."""
        view = {"title": title, "intro": intro, "sections": sections, "town": self.town}
        return Answer(engine().get_template(self.town.template).render(Context(view)).encode())

    def blocks(self, text: str, item: ProductTruth) -> tuple[TextBlock, ...]:
        """A wording as blocks, with the product's words and addresses."""
        return read_blocks(self.fill(text, item), lambda target: self.href(target.removeprefix("@"), item))

    def fill(self, text: str, item: ProductTruth) -> str:
        """The wording with the product's words."""
        return text.format_map(item.words)

    def href(self, name: str, item: ProductTruth) -> str:
        """The address behind a target: the town's own, or a page below the product's."""
        known = self.town.targets.get(name)
        return _filled(known, self.hosts, item) if known else item.path_below(name)


def _filled(address: str, hosts: Hosts, item: ProductTruth) -> str:
    return address.format(site=hosts.site, forms=hosts.forms, appointments=hosts.appointments, id=item.product.id)


def _path(town: Town, name: str, item: ProductTruth) -> str:
    return _filled(town.targets.get(name, ""), Hosts(site="", forms="", appointments=""), item)


def _plain(writer: _Writer, item: ProductTruth, what: str) -> Answer:
    text = "Verzenden kan hier niet: dit is een oefensite."
    return writer.page(f"{what}: {item.product.name}", read_blocks(text, lambda target: "/"))


def _links(spans: Sequence[Span]) -> TextBlock:
    return TextBlock(kind="ul", items=tuple((span,) for span in spans))


def _maps(town: Town, paths: Sequence[str], hosts: Hosts) -> Mapping[str, Answer]:
    """robots.txt and the sitemap or sitemaps, with every page of the site."""
    rows = [f"<url><loc>{hosts.site}{path}</loc></url>" for path in paths]
    plain = "text/plain; charset=utf-8"
    if not town.split_sitemap:
        robots = f"User-agent: *\nDisallow: /zoeken\n\nSitemap: {hosts.site}/sitemap.xml\n"
        found = sitemap("/sitemap.xml", "urlset", "".join(rows))
        return {"/robots.txt": Answer(robots.encode(), plain), "/sitemap.xml": found}
    half = len(rows) // 2
    parts = {"/sitemap-1.xml.gz": rows[:half], "/sitemap-2.xml": rows[half:]}
    index = "".join(f"<sitemap><loc>{hosts.site}{path}</loc></sitemap>" for path in parts)
    return {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /intern/\n", plain),
        "/sitemap.xml": sitemap("/sitemap.xml", "sitemapindex", index),
        **{path: sitemap(path, "urlset", "".join(own)) for path, own in parts.items()},
    }
