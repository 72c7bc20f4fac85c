"""The nouns of the replica's texts: a wording carries the labels that a careful reader gives it."""

from __future__ import annotations

from dataclasses import dataclass

from model.finding import Online, Outcome

LABELS = {"A": Outcome.AANWEZIG, "O": Outcome.ONVOLLEDIG, "T": Outcome.ONTBREEKT, "N": Outcome.NVT}
"""The letters with which the tables of wordings are written: A aanwezig, O onvolledig, T ontbreekt, N nvt."""

IN_INTRODUCTION, IN_START_FLOW = "-", "@stap"
"""In place of a heading: the text stands at the end of the introduction, or in the last step of the start flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraPage:
    """A page one click deep that holds what the product page only points at.

    ``slug`` comes before the product's own last path part, ``title`` and ``text`` take the product's words.
    """

    slug: str
    title: str
    text: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How, where and whether online a product is applied for: three labels that one text decides together.

    ``intro`` opens the page, ``buttons`` (label, target) stand below it, ``text`` is a section of its own below
    ``heading`` (empty: the heading of the page's build). ``channel`` is online, balie, post, telefoon or "" (none said).
    ``kinds`` are the kinds of product for which it is true to life (empty: all), ``traps`` the traps of norms.md that
    it sets. ``steps`` are the texts of the start flow's pages; empty where the product has none.
    """

    id: str
    hoe: Outcome
    waar: Outcome
    online: Online
    intro: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    text: str = ""
    heading: str = ""
    channel: str = ""
    kinds: frozenset[str] = frozenset()
    traps: tuple[str, ...] = ()
    language: str = "nl"
    steps: tuple[str, ...] = ()
    extra: ExtraPage | None = None

    @property
    def strong(self) -> bool:
        """Whether it meets norm 7's hoe and waar."""
        return self.hoe is Outcome.AANWEZIG and self.waar is Outcome.AANWEZIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a page says, or leaves out, about kosten or afhandeltermijn, with the label that this deserves.

    ``heading`` replaces the build's own heading, or is IN_INTRODUCTION or IN_START_FLOW. ``channel`` names the
    channels of the route with which it makes sense (empty: any). ``kinds``, ``traps``, ``language`` and ``extra``: as in Route.
    """

    id: str
    label: Outcome
    text: str = ""
    heading: str = ""
    channel: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    traps: tuple[str, ...] = ()
    language: str = "nl"
    extra: ExtraPage | None = None

    @property
    def strong(self) -> bool:
        """Whether it meets norm 7 for its element."""
        return self.label in (Outcome.AANWEZIG, Outcome.NVT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor:
    """A true sentence that decides nothing, but looks as if it does; ``heading`` is the section in which it stands."""

    id: str
    heading: str
    text: str
    kinds: frozenset[str] = frozenset()
    traps: tuple[str, ...] = ()


def route(
    id: str,
    labels: str,
    intro: str = "",
    *,
    knop: str = "",
    tekst: str = "",
    kop: str = "",
    kanaal: str = "",
    soorten: str = "",
    traps: str = "",
    taal: str = "nl",
    stappen: tuple[str, ...] = (),
    extra: ExtraPage | None = None,
) -> Route:
    """Write one row of the table: ``labels`` is "A A ja", ``knop`` holds "label>target" parted by ";"."""
    hoe, waar, online = labels.split()
    buttons = tuple((label, target) for label, _, target in (part.partition(">") for part in knop.split(";") if part))
    return Route(
        id=id,
        hoe=LABELS[hoe],
        waar=LABELS[waar],
        online=Online(online),
        intro=intro,
        buttons=buttons,
        text=tekst,
        heading=kop,
        channel=kanaal,
        kinds=frozenset(soorten.split()),
        traps=tuple(traps.split()),
        language=taal,
        steps=stappen,
        extra=extra,
    )


def wording(
    id: str,
    label: str,
    text: str = "",
    *,
    kop: str = "",
    kanaal: str = "",
    soorten: str = "",
    traps: str = "",
    taal: str = "nl",
    extra: ExtraPage | None = None,
) -> Wording:
    """Write one row of the table: ``label`` is A, O, T or N; lists are parted by spaces."""
    return Wording(
        id=id,
        label=LABELS[label],
        text=text,
        heading=kop,
        channel=frozenset(kanaal.split()),
        kinds=frozenset(soorten.split()),
        traps=tuple(traps.split()),
        language=taal,
        extra=extra,
    )


def distractor(id: str, heading: str, text: str, *, soorten: str = "", traps: str = "") -> Distractor:
    """Write one row of the table; lists are parted by spaces."""
    return Distractor(id=id, heading=heading, text=text, kinds=frozenset(soorten.split()), traps=tuple(traps.split()))
