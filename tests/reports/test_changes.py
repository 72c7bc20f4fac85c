"""The change of a norm is split by cause, and the parts are the whole, exactly."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from model.finding import ELEMENTS, CheckResult, Finding, Online, Outcome
from model.page import Evidence, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run, RunState
from reports.changes import Cause, Measured, changes
from reports.coverage import coverage, decide
from tests.reports.made_up import DAY, NIGHT

RUN = Run(id="a", started_at=NIGHT, site="https://x", catalog_sha256="", tool_version="1", state=RunState.VOLLEDIG)
QUESTIONS = (*ELEMENTS, "online")


def measured(products, snapshots, results) -> Measured:
    return Measured(run=RUN, day=DAY, products=products, snapshots=snapshots, results=results)


def product(number: int, possible: Possible = Possible.JA) -> Product:
    return Product(id=f"p{number}", name=f"P{number}", urls=(f"https://x/p{number}",), online_possible=possible)


def snapshot(number: int, outcome: FetchOutcome = FetchOutcome.OPGEHAALD) -> Snapshot:
    return Snapshot(
        run_id="a", product_id=f"p{number}", url=f"https://x/p{number}", final_url=f"https://x/p{number}",
        role=Role.PRODUCTPAGINA, outcome=outcome, status=200, fetched_at=NIGHT, headers={}, body_sha256=None,
    )  # fmt: skip


def results(number: int, outcomes, quote: str = "€ 12") -> list[CheckResult]:
    evidence = (Evidence(url=f"https://x/p{number}", selector="p", quote=quote),)
    return [
        CheckResult(
            product_id=f"p{number}",
            check_id=question,
            check_version=1,
            finding=Finding(outcome=outcome, reason="x", evidence=evidence),
            message="",
        )
        for question, outcome in zip(QUESTIONS, outcomes, strict=True)
    ]


ELEMENT = st.sampled_from([Outcome.AANWEZIG, Outcome.ONTBREEKT, Outcome.ONZEKER, Outcome.NVT, Outcome.NIET_GEMETEN])
ONLINE = st.sampled_from([Online.JA, Online.NEE, Online.ONBEKEND, Online.EXTERN])
ANSWERS = st.tuples(ELEMENT, ELEMENT, ELEMENT, ELEMENT, ONLINE)
FETCH = st.sampled_from(
    [FetchOutcome.OPGEHAALD, FetchOutcome.OPGEHAALD, FetchOutcome.NIET_GEVONDEN, FetchOutcome.TE_TRAAG]
)
POSSIBLE = st.sampled_from(list(Possible))


@st.composite
def runs(draw) -> tuple[Measured, Measured, list[CheckResult]]:
    sides = []
    for _ in range(2):
        numbers = sorted(draw(st.sets(st.integers(0, 7), max_size=8)))
        products = [product(number, draw(POSSIBLE)) for number in numbers]
        if draw(st.booleans()):
            products = [
                replace(each, name=each.name + "x") if number % 3 == 0 else each
                for number, each in zip(numbers, products, strict=True)
            ]
        snapshots = [snapshot(number, draw(FETCH)) for number in numbers]
        found = [result for number in numbers for result in results(number, draw(ANSWERS))]
        sides.append((numbers, measured(products, snapshots, found)))
    between = [result for number in sides[0][0] for result in results(number, draw(ANSWERS))]
    return sides[0][1], sides[1][1], between


@settings(max_examples=300, deadline=None)
@given(both=runs(), rejudged=st.booleans())
def test_the_parts_are_the_whole_for_any_two_runs(both, rejudged: bool):
    before, after, between = both
    changed = changes(before, after, between if rejudged else None)
    for norm in changed.norms:
        for side, figure in ((before, norm.before), (after, norm.after)):
            told = coverage(decide(side.products, side.snapshots, side.results, side.day), side.products, norm.norm)
            assert (figure.n, figure.met, figure.unknown) == (told.n, told.met, told.unknown)
        assert sum((step.difference for step in norm.steps), Fraction(0)) == norm.after.share - norm.before.share
        assert [step.cause for step in norm.steps] == list(Cause)
        if not rejudged:
            assert norm.steps[1].products == ()


@settings(max_examples=100, deadline=None)
@given(both=runs())
def test_a_run_beside_itself_shows_no_change(both):
    side, _, _ = both
    changed = changes(side, side)
    assert changed.elements == changed.added == changed.removed == changed.renamed == changed.pages == ()
    assert all(step.products == () for norm in changed.norms for step in norm.steps)


GOOD = (Outcome.AANWEZIG,) * 4 + (Online.JA,)
BAD = (Outcome.AANWEZIG, Outcome.AANWEZIG, Outcome.ONTBREEKT, Outcome.AANWEZIG, Online.JA)


def causes(before: Measured, after: Measured, between=None) -> dict[Cause, tuple[str, ...]]:
    seven = changes(before, after, between).norms[0]
    return {step.cause: step.products for step in seven.steps if step.products}


def test_each_cause_is_known_for_what_it_is():
    before = measured([product(1)], [snapshot(1)], results(1, GOOD))
    assert causes(before, measured([product(1)], [snapshot(1)], results(1, BAD))) == {Cause.INHOUD: ("p1",)}
    assert causes(before, measured([product(1)], [snapshot(1)], results(1, BAD)), results(1, BAD)) == {
        Cause.METHODE: ("p1",)
    }
    assert causes(before, measured([product(1), product(2)], [snapshot(1)], results(1, GOOD))) == {
        Cause.CATALOGUS: ("p2",)
    }
    assert causes(before, measured([product(1)], [snapshot(1, FetchOutcome.TE_TRAAG)], [])) == {Cause.METING: ("p1",)}


def test_a_method_that_mends_what_the_pages_break_shows_both():
    before = measured([product(1)], [snapshot(1)], results(1, BAD))
    after = measured([product(1)], [snapshot(1)], results(1, BAD))
    assert causes(before, after, results(1, GOOD)) == {Cause.METHODE: ("p1",), Cause.INHOUD: ("p1",)}


def test_another_quote_is_told_with_the_old_and_the_new_one():
    before = measured([product(1)], [snapshot(1)], results(1, GOOD, "€ 12"))
    after = measured([product(1)], [snapshot(1)], results(1, GOOD, "€ 15"))
    told = [
        (c.check_id, c.cause, c.old.evidence[0].quote, c.new.evidence[0].quote) for c in changes(before, after).elements
    ]
    assert told == [(question, Cause.INHOUD, "€ 12", "€ 15") for question in QUESTIONS]
