"""The truth of the replica: what each product's pages say, decided by a seed before any page is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from demo.faults import SeededFault
from demo.unfriendly import Mischief
from demo.wording import IN_START_FLOW, Distractor, Route, Wording
from model.finding import ELEMENTS, Online, Outcome
from model.landing import LandingKind
from model.page import FetchOutcome
from model.product import Product
from model.scan import ScanOutcome


def slug_of(path: str) -> str:
    """The last part of a path, as it returns in the addresses of forms and documents."""
    return path.split("?")[0].rstrip("/").split("/")[-1].replace(":", "-")


def end_of_chain(path: str) -> str:
    """Where a chain of redirects from ``path`` ends."""
    return f"/keten/klaar/{slug_of(path)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTruth:
    """One product as the replica shows it.

    ``path`` is the address that answers (with its query), ``older`` the addresses that redirect to it. ``build`` is oud,
    loket, leestijd, knoppen or stappen. ``labels`` hold the outcome of each element and of online: "niet gemeten" where
    ``mischief`` keeps the page from being read. ``words`` fill the wordings. ``same_as`` names the product whose page
    this is, where two products of the catalog share one address; ``calendar`` is True where it links to the calendar
    without end. ``landing`` is what its button turns out to be, where that is not what its address promises.
    """

    product: Product
    path: str
    older: tuple[str, ...]
    build: str
    language: str
    kind: str
    route: Route
    kosten: Wording
    afhandeltermijn: Wording
    distractors: tuple[Distractor, ...]
    words: Mapping[str, str]
    mischief: Mischief | None = None
    same_as: str = ""
    calendar: bool = False
    landing: LandingKind | None = None

    @property
    def labels(self) -> Mapping[str, Outcome | Online]:
        """Outcome per element, and of online, for the whole dossier."""
        if self.mischief and not self.mischief.judged:
            return {**dict.fromkeys(ELEMENTS, Outcome.NIET_GEMETEN), "online": Online.NIET_GEMETEN}
        return {
            "hoe": self.route.hoe,
            "waar": self.route.waar,
            "kosten": self.kosten.label,
            "afhandeltermijn": self.afhandeltermijn.label,
            "online": self.route.online,
        }

    @property
    def variants(self) -> Mapping[str, str]:
        """The wording used per element, by its id."""
        route = self.route.id
        return {
            "hoe": route,
            "waar": route,
            "kosten": self.kosten.id,
            "afhandeltermijn": self.afhandeltermijn.id,
            "online": route,
        }

    @property
    def traps(self) -> frozenset[str]:
        """The traps of norms.md that this product's pages set."""
        own = (*self.route.traps, *self.kosten.traps, *self.afhandeltermijn.traps)
        return frozenset((*own, *(trap for item in self.distractors for trap in item.traps)))

    @property
    def through(self) -> Mapping[str, str]:
        """Element to the path of the other page that holds it; empty for what the main page says itself."""
        found: dict[str, str] = {}
        for element, text in (("kosten", self.kosten), ("afhandeltermijn", self.afhandeltermijn)):
            if text.extra:
                found[element] = self.path_below(text.extra.slug)
            elif text.heading == IN_START_FLOW:
                found[element] = self.step_paths[-1]
        if self.route.extra:
            found |= dict.fromkeys(self.route.extra.holds, self.path_below(self.route.extra.slug))
        elif self.route.steps:
            found |= dict.fromkeys(("hoe", "waar", "online"), self.step_paths[-1])
        return found

    @property
    def step_paths(self) -> tuple[str, ...]:
        """The pages of the start flow, in order; the main page itself where that is its first step."""
        start = self.path if self.build == "stappen" else self.path_below(f"start-{slug_of(self.path)}")
        later = (f"{start.rstrip('/')}/stap-{number}" for number in range(2, len(self.route.steps) + 1))
        return (start, *later) if self.route.steps else ()

    def path_below(self, name: str) -> str:
        """The path of a page of this product's own, below its main page."""
        return f"{self.path.split('?')[0].rstrip('/')}/{name}"

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every path under which the main page can be reported: its own, older ones, the end of a redirect chain."""
        chained = self.mischief is not None and self.mischief.key == "keten"
        return (self.path, *self.older, *((end_of_chain(self.path),) if chained else ()))

    @property
    def fetch(self) -> FetchOutcome:
        """How asking for the product's main page ends."""
        return self.mischief.fetch if self.mischief else FetchOutcome.OPGEHAALD

    @property
    def scan(self) -> ScanOutcome | None:
        """How testing the main page in the browser ends; None where there is nothing to test."""
        return self.mischief.scan if self.mischief else ScanOutcome.GETEST

    @property
    def meets_norm_7(self) -> bool:
        """Whether hoe, waar, kosten and afhandeltermijn are each aanwezig or nvt."""
        return all(self.labels[element] in (Outcome.AANWEZIG, Outcome.NVT) for element in ELEMENTS)

    @property
    def meets_norm_8(self) -> bool:
        """Whether it can be applied for online, with the city or with another organisation."""
        return self.labels["online"] in (Online.JA, Online.EXTERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything that a perfect measurement of the replica would find.

    ``products`` in the catalog's order, by id. ``faults`` are the accessibility faults in the order of their pages.
    ``unplaced`` names wordings for which this catalog holds no fitting product.
    """

    seed: int
    products: Mapping[str, ProductTruth]
    faults: Sequence[SeededFault] = field(default=())
    unplaced: tuple[str, ...] = ()

    def trap_products(self) -> Mapping[str, tuple[str, ...]]:
        """Trap id to the ids of the products whose readable pages set it."""
        found: dict[str, list[str]] = {}
        for truth in self.products.values():
            if truth.mischief is None or truth.mischief.judged:
                for trap in truth.traps:
                    found.setdefault(trap, []).append(truth.product.id)
        return {trap: tuple(ids) for trap, ids in sorted(found.items())}
