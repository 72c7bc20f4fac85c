"""What a run says, from its facts and people's corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from django.conf import settings

from checks.doubt import doubted, with_sureness
from checks.wcag import axe_issues
from crawler.profile import read_profile
from model.decision import Review
from model.errors import UserError
from model.finding import CheckResult
from model.page import FetchOutcome, Page, Snapshot
from model.product import Product
from model.profile import SiteProfile
from model.reliability import FILE, Reliability, read_reliability, reliability_now
from model.run import Run, RunState
from pages import parse_page
from reports.accessibility import Accessibility, accessibility, answer
from reports.corrections import corrected, speaks_of
from reports.coverage import main_page_first
from reports.dutch import HERE
from reports.overview import Overview, overview
from reports.summary import Summary, summary
from store import history, judging
from store.revision import revisions
from web import decisions
from web.axe_words import dutch_advice, dutch_rules
from web.derived import kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a run found, without bodies and headers."""

    products: tuple[Product, ...]
    snapshots: tuple[Snapshot, ...]
    results: tuple[CheckResult, ...]


class Told:
    """All runs that can be shown, newest first; made once per request, so that it asks the database once.

    ``chosen`` is the run that a person asked for, or the newest one that ended; None where nothing was measured yet.
    """

    def __init__(self, run_id: str = "") -> None:
        self._revisions = revisions()
        everything = history.runs()
        self.busy = next((run for run in everything if run.state is RunState.BEZIG), None)
        ended = [run for run in everything if run.state is not RunState.BEZIG]
        judged = [run for run in everything if not self._revisions.get(run.id, "0-0").endswith("-0")]
        self.runs: tuple[Run, ...] = tuple(ended or judged)
        self._reviews = decisions.reviews_by_run()
        self.chosen = next((run for run in self.runs if run.id == run_id), None) if run_id else self.newest
        if run_id and self.chosen is None:
            raise UserError("Deze meting bestaat niet. Kies een meting uit de lijst.")

    @property
    def newest(self) -> Run | None:
        """The newest run that can be shown."""
        return self.runs[0] if self.runs else None

    @property
    def run(self) -> Run:
        """The chosen run; UserError where nothing was measured yet."""
        if self.chosen is None:
            raise UserError("Er is nog geen meting. Begin met: goedgeregeld nightly")
        return self.chosen

    def overview(self, run: Run | None = None) -> Overview:
        """Everything of a run (the chosen one), with the corrections that hold in it."""
        run = run or self.run
        return kept(("overview", *self.key(run)), lambda: self._overview(run), on_disk=False, large=True)

    def summary(self, run: Run | None = None) -> Summary:
        """A run (the chosen one) in short."""
        run = run or self.run
        return kept(("summary", *self.key(run)), lambda: summary(self.overview(run)))

    def summaries(self, amount: int = 36) -> tuple[Summary, ...]:
        """The newest runs in short, up to and including the chosen one, newest first."""
        place = self.runs.index(self.run)
        return tuple(self.summary(run) for run in self.runs[place : place + amount])

    def facts(self, run: Run | None = None) -> Facts:
        """What a run found."""
        run = run or self.run
        return kept(("facts", run.id, self._revisions[run.id]), lambda: facts_of(run), on_disk=False, large=True)

    def results(self, run: Run | None = None) -> tuple[CheckResult, ...]:
        """What the checks concluded, with the corrections that hold."""
        run = run or self.run
        return kept(("results", *self.key(run)), lambda: self._corrected(run), on_disk=False, large=True)

    def accessibility(self, run: Run | None = None) -> Accessibility:
        """What axe found."""
        run = run or self.run
        return kept(
            ("accessibility", run.id, self._revisions[run.id]), lambda: accessibility_of(run), on_disk=False, large=True
        )

    def accessible(self) -> str:
        """What the automatic test found in the chosen run, in a sentence or two."""
        key = "accessible", self.run.id, self._revisions[self.run.id]
        return kept(key, lambda: answer(self.accessibility()))

    def key(self, run: Run | None = None) -> tuple[object, ...]:
        """All that decides what a run says; a correction on a later run is no part of it."""
        run = run or self.run
        began = {each.id: each.started_at for each in self.runs}
        given = max(
            (pk for on, pk in self._reviews.items() if began.get(on, run.started_at) <= run.started_at), default=0
        )
        return run.id, self._revisions[run.id], given, settings.PROFILE.name, settings.DOUBT

    def _overview(self, run: Run) -> Overview:
        found = self.facts(run)
        told = overview(
            run=run,
            products=found.products,
            snapshots=found.snapshots,
            results=self.results(run),
            issues=(),
            scans=(),
            day=day_of(run),
            municipality=profile().municipality,
            reliability=reliability_of(run),
            doubting=settings.DOUBT,
        )
        return replace(told, accessibility=self.accessibility(run))

    def _corrected(self, run: Run) -> tuple[CheckResult, ...]:
        return corrected_results(run, self.facts(run), self.runs)


def corrected_results(run: Run, facts: Facts, runs: Iterable[Run]) -> tuple[CheckResult, ...]:
    """What the checks concluded in a run, with the corrections by people that hold in it and with how sure each verdict is.

    A correction counts from the run on which it was given: the figures of earlier runs stay as they were. ``runs`` are all
    runs that a correction can be given on.
    """
    began = {each.id: each.started_at for each in runs}
    given = [review for review in decisions.reviews() if began.get(review.run_id, run.started_at) <= run.started_at]
    if not given:
        return surely(facts.results, reliability_of(run))
    products = {product.id: product for product in facts.products}
    spoken = {(result.product_id, result.check_id): result for result in facts.results}
    pages = {
        review.product_id: pages_of(run, products[review.product_id])
        for review in given
        if review.quote and (result := spoken.get((review.product_id, review.check_id))) and speaks_of(review, result)
    }
    results = corrected(facts.results, given, lambda review: _stands(review, pages.get(review.product_id, ())))
    return surely(results, reliability_of(run))


def surely(results: Iterable[CheckResult], reliability: Reliability) -> tuple[CheckResult, ...]:
    """The results with how sure they are; what is doubtful is left to a person, where the setting says so."""
    told = with_sureness(results, reliability)
    return doubted(told) if settings.DOUBT else told


def reliability_of(run: Run) -> Reliability:
    """How reliable the checks were that judged a run: the table that was kept with them; the present one where none was."""
    judged = judging.newest_round(run.id)
    text = judging.file_of(judged, f"model/{FILE.name}") if judged else ""
    return read_reliability(text) if text else reliability_now()


def facts_of(run: Run) -> Facts:
    """What a run found, from the store."""
    return Facts(
        products=history.products(run.id),
        snapshots=tuple(replace(snapshot, headers={}) for snapshot in history.snapshots(run.id)),
        results=history.results(run.id),
    )


def accessibility_of(run: Run) -> Accessibility:
    """What axe found in a run, from the store."""
    scans = history.scans(run.id)
    slim = [replace(scan, result={}, assets={}, blocked={}) for scan in scans]
    return accessibility(axe_issues(scans), slim, dutch_rules(), dutch_advice())


def pages_of(run: Run, product: Product) -> tuple[Page, ...]:
    """The pages of a product as they were read in a run, its own page first."""
    read: dict[str, Page] = {}
    for snapshot in main_page_first(product, history.snapshots(run.id, product.id)):
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256 and snapshot.final_url not in read:
            kind = snapshot.headers.get("content-type", "")
            body = history.body(snapshot.body_sha256)
            read[snapshot.final_url] = parse_page(body, url=snapshot.final_url, content_type=kind, role=snapshot.role)
    return tuple(read.values())


def stands_on(quote: str, pages: tuple[Page, ...]) -> str:
    """The address of the page on which the words stand, white space folded; empty where they stand on none."""
    wanted = " ".join(quote.split())
    for page in pages:
        texts = [block.text for _, block in page.blocks()] + [section.heading for section in page.sections]
        if any(wanted in " ".join(text.split()) for text in texts) or wanted in " ".join(" ".join(texts).split()):
            return page.url
    return ""


def day_of(run: Run) -> date:
    """The day of a run in the Netherlands; decides which products were active."""
    return run.started_at.astimezone(HERE).date()


@cache
def profile() -> SiteProfile:
    """The facts of the municipality's site."""
    return read_profile(settings.PROFILE)


def _stands(review: Review, pages: tuple[Page, ...]) -> bool:
    return not review.quote or bool(stands_on(review.quote, pages))


def first_body(review: Review) -> tuple[str, bytes, str] | None:
    """The product's name with the page on which its review rests, as bytes and content type; None where it was not kept."""
    try:
        product = next(each for each in history.products(review.run_id) if each.id == review.product_id)
        fetched = [
            snapshot
            for snapshot in main_page_first(product, history.snapshots(review.run_id, review.product_id))
            if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256
        ]
        chosen = next((each for each in fetched if each.final_url == review.url), fetched[0])
        return product.name, history.body(chosen.body_sha256 or ""), chosen.headers.get("content-type", "")
    except (StopIteration, IndexError, LookupError):
        return None


def today() -> date:
    """The day in the Netherlands."""
    return datetime.now(HERE).date()
