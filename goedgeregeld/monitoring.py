"""Looks at a night as a whole: what stands out, and what somebody should do about it (spidermon)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spidermon import Monitor, MonitorSuite
from spidermon.results.monitor import MonitorResult
from spidermon.runners import MonitorRunner

from goedgeregeld.measuring import day_of, sample
from model.page import FetchOutcome, Page
from model.run import Run
from model.verdict import ProductState
from reports.coverage import LINES, coverage, decide
from store import history

DROP = 0.05  # of the products: a norm that falls more in one night is looked at
FEW_WORDS = 25  # a page with fewer is as good as empty
SHARE = 0.2  # of the pages or products: more than this stands out
ALIKE = 0.5  # share of the class names that two nights have in common; below it the site has another template
MORE = 1.5  # times as many pages as last time
LONGER = 2.0  # times as long as last time
_CLASS = re.compile(rb"""\bclass\s*=\s*["']([^"']{1,300})["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen of one night. Shares are of 1; ``classes`` are the class names of a sample of pages."""

    met: Mapping[int, float]
    unknown: float
    measured: int
    active: int
    pages: int
    seconds: float
    empty: float
    languages: Mapping[str, float]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that stands out: what was seen, and what to do, in Dutch."""

    name: str
    seen: str
    advice: str

    def __str__(self) -> str:
        return f"{self.seen} {self.advice}"


def alarms(night: Sight, before: Sight | None) -> tuple[Alarm, ...]:
    """What stands out in a night, beside the last good one where there is one."""
    result: MonitorResult = MonitorRunner().run(MonitorSuite(monitors=MONITORS), night=night, before=before)
    return tuple(
        Alarm(
            name=item.monitor.monitor_name,
            seen=_sentence(item.reason or item.error),
            advice=" ".join((item.monitor.method_description or "").split()),
        )
        for item in result.monitors_failed_results
    )


def sight(run: Run) -> Sight:
    """What is seen of a run, from what the store holds."""
    products, snapshots = history.products(run.id), history.snapshots(run.id)
    verdicts = decide(products, snapshots, history.results(run.id), day_of(run))
    seven = [verdict for verdict in verdicts if verdict.norm == 7]
    active = [verdict for verdict in seven if verdict.state is not ProductState.NIET_ACTIEF]
    norms = {norm: coverage(verdicts, products, norm) for norm in LINES}
    pages = sample(snapshots)
    return Sight(
        met={norm: found.lower or 0.0 for norm, found in norms.items()},
        unknown=norms[7].unknown / norms[7].n if norms[7].n else 0.0,
        measured=sum(verdict.state is ProductState.GEMETEN for verdict in active),
        active=len(active),
        pages=len({each.final_url for each in snapshots if each.outcome is FetchOutcome.OPGEHAALD}),
        seconds=(run.finished_at - run.started_at).total_seconds() if run.finished_at else 0.0,
        empty=_share([len(_text(page).split()) < FEW_WORDS for page, _ in pages]),
        languages={
            language: _share([page.language == language for page, _ in pages]) for language in _languages(pages)
        },
        classes=frozenset(
            name for _, body in pages for found in _CLASS.findall(body) for name in found.decode("latin-1").split()
        ),
    )


class Daling(Monitor):
    """A norm that falls all at once."""

    def test_norm_valt(self) -> None:
        """Kijk in het veranderingsrapport: is de site vernieuwd, of is er veel tekst weggehaald?"""
        before: Sight | None = self.data.before
        for norm, share in self.data.night.met.items() if before else ():
            assert before is not None
            if before.met.get(norm, 0.0) - share > DROP:
                self.fail(f"Norm {norm} daalde in één nacht met {100 * (before.met[norm] - share):.0f} procentpunt.")

    def test_minder_gemeten(self) -> None:
        """Kijk onder 'Niet gemeten' in het rapport welke pagina's niet te lezen zijn, en vraag de beheerder van de site."""
        before: Sight | None = self.data.before
        night: Sight = self.data.night
        if before and before.measured - night.measured > DROP * max(before.measured, 1):
            self.fail(f"Er zijn {night.measured} producten gemeten; de vorige keer {before.measured}.")


class Inhoud(Monitor):
    """Pages that are not what they were."""

    def test_lege_paginas(self) -> None:
        """Open een paar pagina's in een browser. Staat er wel tekst, dan bouwt een script de pagina en mist de meting die."""
        if self.data.night.empty > SHARE:
            self.fail(f"{100 * self.data.night.empty:.0f}% van de bekeken pagina's heeft bijna geen tekst.")

    def test_andere_taal(self) -> None:
        """Kijk of de site een andere taal toont aan bezoekers zonder voorkeur, en vraag de beheerder om Nederlands."""
        before: Sight | None = self.data.before
        for language, share in self.data.night.languages.items():
            was = before.languages.get(language, 0.0) if before else 0.0
            if language not in ("nl", "") and share - was > SHARE:
                self.fail(f"{100 * share:.0f}% van de bekeken pagina's is in een andere taal ({language}).")

    def test_ander_sjabloon(self) -> None:
        """Vraag de webredactie of de site een nieuw ontwerp heeft. Controleer dan een tiental oordelen met de hand."""
        before: Sight | None = self.data.before
        night: Sight = self.data.night
        if before and before.classes and night.classes:
            alike = len(before.classes & night.classes) / len(before.classes | night.classes)
            if alike < ALIKE:
                self.fail(
                    f"De opbouw van de pagina's is veranderd: {100 * alike:.0f}% van de kenmerken is nog hetzelfde."
                )


class Meting(Monitor):
    """How the measuring itself went."""

    def test_veel_onbekend(self) -> None:
        """Laat de webredactie de producten met 'nog te beoordelen' nakijken; blijft het zo, meld het dan als gebrek."""
        before: Sight | None = self.data.before
        unknown = self.data.night.unknown
        if unknown > SHARE and unknown > (before.unknown if before else 0.0):
            self.fail(f"Van {100 * unknown:.0f}% van de producten is niet bekend of zij aan norm 7 voldoen.")

    def test_meer_paginas(self) -> None:
        """Kijk met 'goedgeregeld plan' welke pagina's erbij zijn gekomen. Een kalender hoort niet bij een product."""
        before: Sight | None = self.data.before
        night: Sight = self.data.night
        if before and night.pages > MORE * before.pages:
            self.fail(f"Er zijn {night.pages} pagina's opgehaald; de vorige keer {before.pages}.")

    def test_duurt_lang(self) -> None:
        """Kijk of de site traag is of de computer vol zit; 'goedgeregeld doctor' helpt daarbij."""
        before: Sight | None = self.data.before
        night: Sight = self.data.night
        if before and before.seconds and night.seconds > max(LONGER * before.seconds, 600):
            self.fail(f"De meting duurde {night.seconds / 60:.0f} minuten; de vorige keer {before.seconds / 60:.0f}.")


MONITORS = (Daling, Inhoud, Meting)


def _sentence(text: str) -> str:
    """What a monitor said, without the stack around it."""
    return text.strip().splitlines()[-1].removeprefix("AssertionError: ")


def _text(page: Page) -> str:
    return "\n".join(section.text for section in page.sections)


def _languages(pages: Sequence[tuple[Page, bytes]]) -> set[str]:
    return {page.language for page, _ in pages}


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 0.0
