"""Decides on which page each accessibility fault is planted, and writes what the page then holds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from demo.faultmarkup import Planting
from demo.faults import HEADER_FAULT, KINDS_OF_FAULT, FaultKind, SeededFault
from demo.hosts import Hosts
from demo.truth import Truth
from model.scan import ScanOutcome

PAGES_PER_KIND = (1, 2, 3)
FAULTS_PER_PAGE = 3
DOCUMENT = (
    '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>Deelpagina</title></head>'
    "<body>{body}</body></html>\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The planted faults, what each page gets, and the documents that lie in frames, by path."""

    faults: tuple[SeededFault, ...] = ()
    plantings: Mapping[str, Planting] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)
    foreign_frames: Mapping[str, str] = field(default_factory=dict)

    def on(self, path: str) -> Planting:
        """What the page at ``path`` gets; nothing for most."""
        return self.plantings.get(path, Planting())


def plan_faults(truth: Truth, hosts: Hosts) -> Plan:
    """Plant every kind of fault on one to three product pages, at most three on a page; the "
    "header's comes by itself."""
    rng = random.Random(f"{truth.seed}:fouten")
    own = [item for item in truth.products.values() if not item.same_as and item.scan is ScanOutcome.GETEST]
    plain = [item.path for item in own if item.mischief is None and "?" not in item.path]
    planted: dict[str, list[tuple[FaultKind, str]]] = {}
    for kind in KINDS_OF_FAULT:
        able = [path for path in plain if fits(kind, planted.get(path, []))]
        for number, path in enumerate(rng.sample(able, min(len(able), rng.choice(PAGES_PER_KIND)))):
            planted.setdefault(path, []).append((kind, f"{kind.key}-{number + 1}"))
    frames, foreign = framed(planted.values(), hosts)
    faults = [seeded(kind, path, mark) for path, kinds in planted.items() for kind, mark in kinds]
    faults += [header_fault(item.path) for item in own if item.build == HEADER_FAULT[2]]
    order = {item.path: number for number, item in enumerate(own)}
    return Plan(
        faults=tuple(sorted(faults, key=lambda fault: order[fault.path])),
        plantings={path: planting(kinds, hosts) for path, kinds in planted.items()},
        frames=frames,
        foreign_frames=foreign,
    )


def fits(kind: FaultKind, present: Sequence[tuple[FaultKind, str]]) -> bool:
    """Whether a page with ``present`` can take this kind: no rule twice, one change of the whole page, and room."""
    kinds = [other for other, _ in present]
    if len(kinds) >= FAULTS_PER_PAGE or kind.rule in {other.rule for other in kinds}:
        return False
    return not kind.whole or not any(other.whole for other in kinds)


def seeded(kind: FaultKind, path: str, mark: str) -> SeededFault:
    """The fault as the truth names it."""
    return SeededFault(
        rule=kind.rule,
        path=path,
        mark=mark,
        selector=f'[data-fout="{mark}"]',
        frame=kind.frame,
        viewport=kind.viewport,
        needs_review=kind.needs_review,
    )


def header_fault(path: str) -> SeededFault:
    """The fault in the header of one page."""
    rule, mark, _ = HEADER_FAULT
    return SeededFault(rule=rule, path=path, mark=mark, selector=f'[data-fout="{mark}"]', shared=True)


def planting(kinds: Sequence[tuple[FaultKind, str]], hosts: Hosts) -> Planting:
    """What one page gets."""
    whole = {kind.whole: mark for kind, mark in kinds if kind.whole}
    lang = "" if "lang" in whole else "nederlands-taal" if "lang-invalid" in whole else None
    zoom = "width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no"
    return Planting(
        lang=lang,
        titled="title" not in whole,
        html_mark=" ".join(mark for key, mark in whole.items() if key != "viewport"),
        viewport=zoom if "viewport" in whole else Planting().viewport,
        viewport_mark=whole.get("viewport", ""),
        markup="\n".join(written(kind.markup, mark, hosts) for kind, mark in kinds if kind.markup),
        after="\n".join(written(kind.after, mark, hosts) for kind, mark in kinds if kind.after),
    )


def written(markup: str, mark: str, hosts: Hosts) -> str:
    """The markup with its mark and addresses."""
    return markup.replace("{mark}", mark).replace("{site}", hosts.site).replace("{forms}", hosts.forms)


def framed(
    pages: Iterable[Sequence[tuple[FaultKind, str]]], hosts: Hosts
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The documents in frames on the site, and those on the server with forms, by path."""
    own: dict[str, str] = {}
    foreign: dict[str, str] = {}
    for kind, mark in (pair for kinds in pages for pair in kinds):
        target = foreign if "{forms}" in kind.markup else own
        if kind.document:
            target[f"/frames/{mark}"] = DOCUMENT.replace("{body}", written(kind.document, mark, hosts))
        if kind.inner:
            target[f"/frames/{mark}-binnen"] = DOCUMENT.replace("{body}", written(kind.inner, mark, hosts))
    return own, foreign
