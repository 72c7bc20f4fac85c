"""Lays a product's truth out as pages: which section holds what, in each build of the site."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from demo.hosts import EXTERNAL, Hosts
from demo.kinds import KINDS, Kind
from demo.markup import TextBlock, TextSection, read_blocks
from demo.phrases.background import BACKGROUND
from demo.phrases.distractors import QUESTIONS
from demo.phrases.foreign import CONDITIONS, OPENINGS
from demo.truth import ProductTruth, slug_of
from demo.wording import IN_INTRODUCTION, IN_START_FLOW, Wording
from model.finding import Outcome
from model.landing import LandingKind

HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "nl": {
        "who": ("Voor wie is het",),
        "conditions": ("Voorwaarden",),
        "papers": ("Documenten", "Bewijzen"),
        "how": ("Aanvragen", "Aanpak", "Zo regelt u het", "Werkwijze"),
        "kosten": ("Kosten", "Wat kost het?", "Tarieven", "Prijs"),
        "termijn": ("Hoelang duurt het", "Hoe lang duurt het?", "Afhandeling", "Termijn"),
        "contact": ("Contact",),
        "questions": ("Veelgestelde vragen",),
    },
    "en": {
        "who": ("Who is it for",),
        "conditions": ("Conditions",),
        "papers": ("Documents",),
        "how": ("How to apply",),
        "kosten": ("Costs", "Fees"),
        "termijn": ("How long does it take",),
        "contact": ("Contact",),
        "questions": ("Questions",),
    },
    "fy": {
        "who": ("Foar wa is it",),
        "conditions": ("Betingsten",),
        "papers": ("Papieren",),
        "how": ("Oanfreegje",),
        "kosten": ("Kosten",),
        "termijn": ("Hoe lang duorret it",),
        "contact": ("Kontakt",),
        "questions": ("Fragen",),
    },
}
ORDER: Mapping[str, tuple[str, ...]] = {
    "knoppen": ("who", "conditions", "how", "kosten", "termijn", "papers", "extra", "contact", "questions"),
    "leestijd": ("how", "kosten", "papers", "termijn", "extra", "who", "contact"),
    "loket": ("how", "conditions", "kosten", "papers", "extra", "termijn", "contact"),
    "oud": ("how", "kosten", "who", "extra", "papers", "termijn"),
    "stappen": ("termijn", "extra", "papers"),
}
CONTACT = "Hebt u een vraag? Bel 14 010. We zijn bereikbaar op werkdagen van 8.00 tot 18.00 uur."


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page before it is put into its template: title, introduction and sections, in reading order."""

    path: str
    title: str
    build: str
    language: str
    intro: tuple[TextBlock, ...]
    sections: tuple[TextSection, ...] = ()
    step: str = ""
    following: str = ""


def compose(truth: ProductTruth, hosts: Hosts, seed: int) -> tuple[PageText, ...]:
    """Every page of the product, its main page first: then start flow and pages one click deep."""
    return _Composer(truth, hosts, seed).pages()


class _Composer:
    def __init__(self, truth: ProductTruth, hosts: Hosts, seed: int) -> None:
        self.truth = truth
        self.hosts = hosts
        self.rng = random.Random(f"{seed}:{truth.product.id}")
        self.kind: Kind = next(kind for kind in KINDS if kind.key == truth.kind)
        self.slug = slug_of(truth.path)

    def pages(self) -> tuple[PageText, ...]:
        """The main page and all that belongs to it."""
        main = self.main_page()
        steps = self.steps()
        if self.truth.build == "stappen":
            first = steps[0]
            main = PageText(
                path=self.truth.path,
                title=main.title,
                build="stappen",
                language=main.language,
                intro=(*main.intro, *first.intro),
                sections=main.sections,
                step=first.step,
                following=first.following,
            )
            steps = steps[1:]
        return (main, *steps, *self.extra_pages())

    def main_page(self) -> PageText:
        """The page at the product's own address."""
        truth = self.truth
        sections = self.sections()
        order = ORDER[truth.build]
        shown = [section for key in order for section in sections.get(key, ())]
        return PageText(
            path=truth.path,
            title=truth.product.name.lower() if truth.build == "oud" else truth.product.name,
            build=truth.build,
            language=truth.language,
            intro=self.intro(),
            sections=tuple(shown),
        )

    def intro(self) -> tuple[TextBlock, ...]:
        """Opening sentences, the route's introduction and buttons, and what has no heading of its own."""
        truth = self.truth
        openings = self.kind.openings if truth.language == "nl" else OPENINGS[truth.language]
        lines = [self.rng.choice(openings), truth.route.intro]
        lines += [text.text for text in (truth.kosten, truth.afhandeltermijn) if text.heading == IN_INTRODUCTION]
        lines += [f">> {label}|{target}" for label, target in truth.route.buttons]
        if truth.calendar:
            lines.append("Op welke dagen dit kan, ziet u in de [kalender](@kalender).")
        return self.blocks("\n".join(line for line in lines if line))

    def sections(self) -> dict[str, tuple[TextSection, ...]]:
        """The sections by key; a key without text is left out."""
        truth = self.truth
        foreign = truth.language != "nl"
        conditions = CONDITIONS[truth.language] if foreign else self.kind.conditions
        found = {
            "who": self.section("who", "\n".join(f"- {line}" for line in conditions[:1])),
            "conditions": self.section("conditions", "\n".join(f"- {line}" for line in conditions[1:])),
            "how": self.section("how", truth.route.text, truth.route.heading),
            "kosten": self.element("kosten", truth.kosten),
            "termijn": self.element("termijn", truth.afhandeltermijn),
        }
        if not foreign:
            found["papers"] = self.papers()
            own = [self.one(item.heading, item.text) for item in truth.distractors]
            found["extra"] = tuple([*own, *self.background()])
            found["questions"] = (self.one("Veelgestelde vragen", self.questions()),)
            if truth.route.waar is not Outcome.ONTBREEKT:
                found["contact"] = self.section("contact", CONTACT)
        return {key: value for key, value in found.items() if value}

    def element(self, key: str, text: Wording) -> tuple[TextSection, ...]:
        """The section of kosten or afhandeltermijn, under the wording's heading or the build's."""
        if text.heading in (IN_INTRODUCTION, IN_START_FLOW):
            return ()
        era = "procedures" if self.truth.build == "oud" and key == "termijn" else ""
        return self.section(key, text.text, text.heading or era)

    def papers(self) -> tuple[TextSection, ...]:
        """The papers, under a heading that fits the channel."""
        heading = {"balie": "Meenemen", "online": "Meesturen", "post": "Meesturen"}.get(
            self.truth.route.channel, "Documenten"
        )
        return (self.one(heading, "\n".join(f"- {line}" for line in self.kind.papers)),)

    def background(self) -> tuple[TextSection, ...]:
        """One or two sections that decide nothing, so that the page is as long as a real one."""
        chosen = self.rng.sample(BACKGROUND, self.rng.choice((1, 2)))
        return tuple(self.one(heading, " ".join(lines)) for heading, lines in chosen)

    def questions(self) -> str:
        """Two questions that are asked often, with their answers."""
        return "\n".join(f"# {question}\n{answer}" for question, answer in self.rng.sample(QUESTIONS, 2))

    def section(self, key: str, text: str, heading: str = "") -> tuple[TextSection, ...]:
        """A section under its own heading or one of the build's; none where there is no text."""
        if not text:
            return ()
        return (self.one(heading or self.rng.choice(HEADINGS[self.truth.language][key]), text),)

    def one(self, heading: str, text: str) -> TextSection:
        """A section with the product's words filled in."""
        return TextSection(heading=self.fill(heading), blocks=self.blocks(text))

    def steps(self) -> tuple[PageText, ...]:
        """The pages of the start flow, in order; none where the route has no steps."""
        paths = self.truth.step_paths
        texts = list(self.truth.route.steps)
        if texts and self.truth.afhandeltermijn.heading == IN_START_FLOW:
            texts[-1] += f"\n{self.truth.afhandeltermijn.text}"
        return tuple(
            PageText(
                path=path,
                title=f"{self.truth.product.name}: stap {number}",
                build="stappen",
                language="nl",
                intro=self.blocks(text.partition("\n")[2]),
                step=text.partition("\n")[0],
                following=following,
            )
            for number, (path, text, following) in enumerate(zip(paths, texts, (*paths, "")[1:], strict=True), start=1)
        )

    def extra_pages(self) -> tuple[PageText, ...]:
        """The pages one click deep that hold what the main page points at."""
        truth = self.truth
        extras = [text.extra for text in (truth.route, truth.kosten, truth.afhandeltermijn) if text.extra]
        return tuple(
            PageText(
                path=truth.path_below(extra.slug),
                title=self.fill(extra.title),
                build="gewoon",
                language="nl",
                intro=self.blocks(extra.text),
            )
            for extra in extras
        )

    def blocks(self, text: str) -> tuple[TextBlock, ...]:
        """The wording as blocks, with the product's words and addresses."""
        return read_blocks(self.fill(text), self.href)

    def fill(self, text: str) -> str:
        """The wording with the product's words."""
        return text.format_map(self.truth.words)

    def href(self, target: str) -> str:
        """The address behind a target; empty where only a script knows."""
        name = target.removeprefix("@")

        def fixed_form() -> str:
            return f"{self.hosts.forms}/formulieren/{self.slug}"

        fixed: Mapping[str, Callable[[], str]] = {
            "form": fixed_form,
            "login": lambda: f"{self.hosts.forms}/inloggen/{self.slug}",
            "afspraak": lambda: f"{self.hosts.appointments}/afspraak/{self.slug}",
            "pdf": fixed_form if self.truth.landing is LandingKind.DOCUMENT else lambda: f"/documenten/{self.slug}.pdf",
            "doorgaan": lambda: f"/doorgaan/{self.slug}",
            "niets": lambda: "",
            "start": lambda: self.truth.step_paths[0],
            "verordening": lambda: "/verordeningen/leges",
            "rekenhulp": lambda: f"/rekenhulp/{self.slug}",
            "kalender": lambda: "/kalender/2026/11",
        }
        if name in fixed:
            return fixed[name]()
        return EXTERNAL.get(name) or self.truth.path_below(name)
