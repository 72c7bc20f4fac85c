"""Further product-like pages of about a thousand elements, for measuring speed; a few hold faults."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cached_property

from demo.compose import PageText
from demo.faults import KINDS_OF_FAULT, FaultKind, SeededFault
from demo.hosts import Hosts
from demo.markup import Span, TextBlock, TextSection
from demo.planting import Plan, framed, planting, seeded
from demo.render import Frame, render

PLACES = 17
"""How many faults are planted among the pages."""
MASTERS = 12
SECTIONS = 19
NUMBER = b"@nummer@"
ADDRESS = re.compile(r"/bench/(\d+)$")
WORDS = ("haven", "singel", "plein", "brug", "kade", "park", "wijk", "straat", "laan", "toren", "dijk", "gracht")


class Bench:
    """``count`` pages under /bench/, numbered from 1. The same count and seed give the same pages.

    Pages are written when they are asked for. ``faults`` are PLACES faults, one on a page where there are pages enough.
    """

    def __init__(self, count: int, seed: int, hosts: Hosts) -> None:
        self.count = count
        self._seed = seed
        self._hosts = hosts
        self._planted = self._plant()
        frames, foreign = framed(self._planted.values(), hosts)
        self.plan = Plan(
            faults=tuple(
                seeded(kind, f"/bench/{number}", mark)
                for number, kinds in sorted(self._planted.items())
                for kind, mark in kinds
            ),
            frames=frames,
            foreign_frames=foreign,
        )

    @property
    def faults(self) -> tuple[SeededFault, ...]:
        """The planted faults, in the order of the pages."""
        return self.plan.faults

    def paths(self) -> tuple[str, ...]:
        """Every page's path, in order."""
        return tuple(f"/bench/{number}" for number in range(1, self.count + 1))

    def body(self, path: str) -> bytes | None:
        """The page at ``path``; None where there is no such page."""
        match = ADDRESS.match(path)
        if not match or not 1 <= int(match[1]) <= self.count:
            return None
        number = int(match[1])
        if number in self._planted:
            page = _page(self._seed, number % MASTERS)
            text = render(page, Frame(), planting(self._planted[number], self._hosts)).encode()
        else:
            text = self._masters[number % MASTERS]
        return text.replace(NUMBER, str(number).encode())

    @cached_property
    def _masters(self) -> Sequence[bytes]:
        return [render(_page(self._seed, number)).encode() for number in range(MASTERS)]

    def _plant(self) -> dict[int, list[tuple[FaultKind, str]]]:
        """Page number to its faults: spread evenly, no rule twice on a page while there is room."""
        if not self.count:
            return {}
        rng = random.Random(f"{self._seed}:bench:{self.count}")
        framed_kinds = [kind for kind in KINDS_OF_FAULT if kind.frame]
        plain = [kind for kind in KINDS_OF_FAULT if kind.markup and not kind.frame and kind.viewport is None]
        kinds = [*framed_kinds, *rng.sample(plain, PLACES - len(framed_kinds))]
        rng.shuffle(kinds)
        planted: dict[int, list[tuple[FaultKind, str]]] = {}
        for number, kind in enumerate(kinds):
            page = 1 + number * self.count // PLACES
            planted.setdefault(page, []).append((kind, f"bench-{kind.key}"))
        return planted


def _page(seed: int, master: int) -> PageText:
    rng = random.Random(f"{seed}:bench:{master}")
    sections = tuple(_section(rng, number) for number in range(SECTIONS))
    intro = (_paragraph(rng, 30), TextBlock(kind="button", label="Online aanvragen", href="/doorgaan/bench"))
    return PageText(
        path="/bench",
        title=f"Product {NUMBER.decode()}: {rng.choice(WORDS)}vergunning",
        build="bench",
        language="nl",
        intro=intro,
        sections=sections,
    )


def _section(rng: random.Random, number: int) -> TextSection:
    bullets = tuple((Span(text=_words(rng, 6)), Span(text=_words(rng, 2), href="/nieuws/")) for _ in range(6))
    rows = tuple((_words(rng, 2), f"€ {rng.randint(5, 400)},50", _words(rng, 1)) for _ in range(6))
    blocks = (
        _paragraph(rng, 25),
        TextBlock(kind="ul", items=bullets),
        TextBlock(kind="table", rows=(("Soort", "Tarief", "Wijk"), *rows)),
    )
    return TextSection(heading=f"{_words(rng, 2).capitalize()} {number + 1}", blocks=blocks)


def _paragraph(rng: random.Random, count: int) -> TextBlock:
    return TextBlock(kind="p", items=((Span(text=_words(rng, count).capitalize() + "."),),))


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(count))
