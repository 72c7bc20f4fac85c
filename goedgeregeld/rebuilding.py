"""Works a past figure out again from the stored pages, and holds it against what was found then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from goedgeregeld.measuring import day_of, judged, pages_of, profile_of
from goedgeregeld.method import judged_as_then
from model.errors import UserError
from model.finding import CheckResult
from model.profile import SiteProfile
from model.run import Run, RunState
from model.tertaal import read_tertaal, tertaal_of
from model.verdict import Coverage
from reports.coverage import LINES, coverage, decide
from reports.dutch import moment, percent
from reports.words import QUESTION_WORDS, outcome_word
from store import history, judging, stages
from store.claims import claims_at
from store.stages import Stage

_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """One question about one product that now has another answer or quote."""

    product_id: str
    check_id: str
    version_then: int
    version_now: int
    then: str
    now: str
    quote_then: str
    quote_now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """A figure worked out again. ``method`` says with which checks; ``others`` is empty where all is the same."""

    run: Run
    method: str
    then: tuple[Coverage, ...]
    now: tuple[Coverage, ...]
    products: int
    others: tuple[Other, ...]

    @property
    def same(self) -> bool:
        """Whether every answer about every product is the same, and with it the figure."""
        return not self.others and self.then == self.now

    def lines(self) -> Iterator[str]:
        """What came of it, as a person reads it."""
        yield f"Meting {self.run.id} van {moment(self.run.started_at)}, opnieuw beoordeeld met {self.method}."
        for old, new in zip(self.then, self.now, strict=True):
            was = f"{old.met} van de {old.n} ({percent(old.met, old.n)})"
            now = f"{new.met} van de {new.n} ({percent(new.met, new.n)})"
            yield f"Norm {old.norm}: toen {was}, nu {now}: {'gelijk' if old == new else 'anders'}."
        if self.same:
            yield f"Gelijk tot op het laatste product: {self.products} producten, elk antwoord en elk citaat."
            return
        yield f"{len({other.product_id for other in self.others})} van de {self.products} producten hebben een ander antwoord."
        for (check, old, new), times in Counter(
            (o.check_id, o.version_then, o.version_now) for o in self.others
        ).items():
            name = QUESTION_WORDS.get(check, check)
            yield f"  {name}: {times} {'antwoord' if times == 1 else 'antwoorden'} anders; {_versions(old, new)}."
        for other in (each for each in self.others if each.version_then and each.version_now):
            quotes = (
                f' Toen: "{other.quote_then}". Nu: "{other.quote_now}".' if other.quote_then != other.quote_now else ""
            )
            yield f"  - {other.product_id}, {other.check_id}: {other.then} -> {other.now}.{quotes}"

    def as_json(self) -> dict[str, Any]:
        """The same for other programs."""

        def figures(norms: Sequence[Coverage]) -> dict[str, dict[str, int]]:
            return {str(norm.norm): {"aantal": norm.n, "voldoet": norm.met, "onbekend": norm.unknown} for norm in norms}

        return {
            "meting": self.run.id,
            "methode": self.method,
            "gelijk": self.same,
            "toen": figures(self.then),
            "nu": figures(self.now),
            "anders": [asdict(other) for other in self.others],
        }


def run_of(which: str, site: str) -> Run:
    """The run that gave a tertaal its figure, or the named run. UserError where there is none."""
    history.migrate()
    if which in {run.id for run in history.runs()}:
        return history.run(which)
    tertaal = read_tertaal(which)
    within = [
        run
        for run in history.runs()
        if tertaal_of(run.started_at.astimezone(_HERE).date()) == tertaal and site in ("", run.site)
    ]
    sites = {run.site for run in within}
    if len(sites) > 1:
        raise UserError(f"In {tertaal} is meer dan één site gemeten. Kies met --site: {', '.join(sorted(sites))}.")
    complete = next((run for run in within if run.state is RunState.VOLLEDIG), None)
    if complete is None:
        newest = f" De laatste onvolledige is {within[0].id}: noem die zelf." if within else ""
        raise UserError(f"In {tertaal} is geen volledige meting.{newest}")
    return complete


def rebuild(run: Run, *, then: bool, profile: Path | None = None) -> Rebuilt:
    """Judge the stored pages of a run again, with the checks of ``then`` or of now. UserError where that cannot be."""
    if Stage.OPGERUIMD in stages.reached(run.id):
        raise UserError(
            f"De pagina's van meting {run.id} zijn opgeruimd. Alleen het cijfer en de antwoorden zijn er nog."
        )
    reported = _reported_round(run)
    known = judging.results_of(reported)
    facts = reported.profile or {}
    if then:
        if not reported.method_sha256:
            raise UserError("Deze meting is van voor de tijd dat de controles werden bewaard. Kies --checks nu.")
        results = tuple(
            judged_as_then(
                judging.method(reported.method_sha256),
                facts,
                pages_of(run),
                day_of(run),
                history.landings(run.id),
                claims_at(run.started_at),
            )
        )
    else:
        results = tuple(judged(run, _profile(facts) if facts and profile is None else profile_of(profile)))
    return Rebuilt(
        run=run,
        method="de controles van toen" if then else "de controles van nu",
        then=_coverages(run, known),
        now=_coverages(run, results),
        products=len(history.products(run.id)),
        others=tuple(_others(known, results)),
    )


def _reported_round(run: Run) -> judging.Round:
    """The round that was the newest when the run ended: what was reported. Judging again later changes no report."""
    rounds = judging.rounds(run.id)
    if not rounds:
        raise UserError(f"Meting {run.id} is nooit beoordeeld. Voer eerst uit: goedgeregeld judge --run {run.id}")
    before = [each for each in rounds if run.finished_at is None or each.judged_at <= run.finished_at]
    return (before or list(rounds))[-1]


def _profile(facts: Any) -> SiteProfile:
    return SiteProfile(**{name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()})


def _coverages(run: Run, results: Sequence[CheckResult]) -> tuple[Coverage, ...]:
    products = history.products(run.id)
    verdicts = decide(products, history.snapshots(run.id), results, day_of(run))
    return tuple(coverage(verdicts, products, norm) for norm in LINES)


def _others(then: Sequence[CheckResult], now: Sequence[CheckResult]) -> Iterator[Other]:
    old = {(result.product_id, result.check_id): result for result in then}
    new = {(result.product_id, result.check_id): result for result in now}
    for place in dict.fromkeys([*old, *new]):
        was, is_now = old.get(place), new.get(place)
        if _says(was) != _says(is_now):
            yield Other(
                product_id=place[0],
                check_id=place[1],
                version_then=was.check_version if was else 0,
                version_now=is_now.check_version if is_now else 0,
                then=outcome_word(was.finding.outcome) if was else "geen antwoord",
                now=outcome_word(is_now.finding.outcome) if is_now else "geen antwoord",
                quote_then=_quote(was),
                quote_now=_quote(is_now),
            )


def _versions(old: int, new: int) -> str:
    if not old or not new:
        return "die controle bestond toen nog niet" if not old else "die controle bestaat niet meer"
    if old == new:
        return f"de controle is nog versie {new}, maar leest anders"
    return f"de controle ging van versie {old} naar {new}"


def _says(result: CheckResult | None) -> object:
    return result and (result.finding.outcome, result.finding.reason, result.finding.evidence, bool(result.error))


def _quote(result: CheckResult | None) -> str:
    return " … ".join(evidence.quote for evidence in result.finding.evidence) if result else ""
