"""Norm 7 and 8: which products count, which meet the norm, and what is certain about the share."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import product as every_combination

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.finding import ELEMENTS, CheckResult, Finding, Online, Outcome
from model.page import FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.verdict import Coverage, Met, NormOutcome, ProductState, ProductVerdict
from reports import causes
from reports.coverage import LINES, READS_NO_MORE, coverage, decide

DAY = date(2026, 11, 24)
FETCHED = FetchOutcome.OPGEHAALD
COMPLETE = dict.fromkeys(ELEMENTS, Outcome.AANWEZIG) | {"online": Online.JA}


def a_product(**changes: object) -> Product:
    facts = {"id": "p", "name": "P", "urls": ("https://g.example/p",), "online_possible": Possible.JA}
    return Product(**{**facts, **changes})  # type: ignore[arg-type]


def an_answer(outcome: FetchOutcome = FETCHED, role: Role = Role.PRODUCTPAGINA, product_id: str = "p") -> Snapshot:
    return Snapshot(
        run_id="r",
        product_id=product_id,
        url=f"https://g.example/{role.value}/{outcome.name}",
        final_url="",
        role=role,
        outcome=outcome,
        status=None,
        fetched_at=datetime(2026, 11, 24, tzinfo=UTC),
        headers={},
    )


def judged(outcomes: dict[str, Outcome | Online], error: str = "", product_id: str = "p") -> list[CheckResult]:
    return [
        CheckResult(
            product_id=product_id,
            check_id=check_id,
            check_version=1,
            finding=Finding(outcome=outcome, reason="r"),
            message="",
            error=error,
        )
        for check_id, outcome in outcomes.items()
    ]


def verdicts_of(
    outcomes: dict[str, Outcome | Online] | None = None, *answers: Snapshot, **changes: object
) -> tuple[ProductVerdict, ProductVerdict]:
    results = judged({**COMPLETE, **(outcomes or {})})
    seven, eight = decide([a_product(**changes)], answers or [an_answer()], results, DAY)
    assert (seven.norm, eight.norm) == (7, 8)
    assert seven.state is eight.state
    return seven, eight


def test_a_product_with_four_elements_that_is_offered_online_meets_both_norms():
    seven, eight = verdicts_of()
    assert (seven.met, eight.met) == (Met.JA, Met.JA)
    assert seven.state is ProductState.GEMETEN


@pytest.mark.parametrize("element", ELEMENTS)
@pytest.mark.parametrize(
    ("outcome", "met"),
    [
        (Outcome.NVT, Met.JA),
        (Outcome.ONVOLLEDIG, Met.NEE),
        (Outcome.ONTBREEKT, Met.NEE),
        (Outcome.ONZEKER, Met.ONBEKEND),
        (Outcome.NIET_GEMETEN, Met.ONBEKEND),
    ],
)
def test_each_element_decides_on_norm_7_alone(element, outcome, met):
    assert verdicts_of({element: outcome})[0].met is met


def test_a_missing_element_decides_also_where_another_is_not_known():
    assert verdicts_of({"hoe": Outcome.ONZEKER, "kosten": Outcome.ONTBREEKT})[0].met is Met.NEE


@pytest.mark.parametrize(
    ("possible", "online", "met"),
    [
        (Possible.JA, Online.JA, Met.JA),
        (Possible.JA, Online.EXTERN, Met.JA),
        (Possible.JA, Online.NEE, Met.NEE),
        (Possible.JA, Online.ONBEKEND, Met.ONBEKEND),
        (Possible.JA, Online.ONZEKER, Met.ONBEKEND),
        (Possible.JA, Online.NIET_GEMETEN, Met.ONBEKEND),
        (Possible.ONBEKEND, Online.JA, Met.JA),
        (Possible.ONBEKEND, Online.EXTERN, Met.JA),
        (Possible.ONBEKEND, Online.NEE, Met.NEE_OF_BUITEN),
        (Possible.ONBEKEND, Online.ONBEKEND, Met.ONBEKEND),
        *((Possible.NEE, online, Met.BUITEN_DE_NORM) for online in Online),
    ],
)
def test_norm_8_asks_whether_online_is_possible_and_offered(possible, online, met):
    assert verdicts_of({"online": online}, online_possible=possible)[1].met is met


def test_what_another_organisation_offers_is_counted_apart():
    assert verdicts_of({"online": Online.EXTERN})[1].external
    assert not verdicts_of()[1].external


def test_a_product_that_is_not_active_is_out_of_everything():
    for limits in ({"active_until": date(2026, 11, 23)}, {"active_from": date(2026, 11, 25)}):
        seven, eight = verdicts_of(**limits)
        assert seven.state is ProductState.NIET_ACTIEF
        assert seven.met is eight.met is Met.BUITEN_DE_NORM
    assert verdicts_of(active_from=DAY, active_until=DAY)[0].met is Met.JA


@pytest.mark.parametrize("outcome", [each for each in FetchOutcome if each is not FETCHED])
def test_a_page_that_was_not_fetched_is_not_measured_with_a_cause_and_advice(outcome):
    seven, eight = verdicts_of({}, an_answer(outcome))
    assert seven.state is ProductState.NIET_GEMETEN
    assert seven.met is eight.met is Met.ONBEKEND
    assert seven.cause == causes.FETCH_CAUSES[outcome]
    assert causes.ADVICE[seven.cause]


def test_the_main_page_gives_the_cause_where_all_pages_failed_also_when_it_was_asked_last_and_of_another_host():
    slow, gone = an_answer(FetchOutcome.TE_TRAAG), an_answer(FetchOutcome.VERVALLEN)
    for main, other in ((slow, gone), (gone, slow)):
        urls = tuple(page.url.replace("https://g.example", "https://www.echt.example") for page in (main, other))
        seven, _ = verdicts_of({}, slow, gone, urls=urls)
        assert seven.cause == causes.FETCH_CAUSES[main.outcome]


@pytest.mark.parametrize("outcome", list(FetchOutcome))
@pytest.mark.parametrize("role", [Role.STARTPROCES, Role.TOELICHTING, Role.PRODUCTPAGINA])
def test_what_may_stand_on_a_page_that_could_not_be_read_is_not_known_to_be_missing(outcome, role):
    seven, eight = verdicts_of(
        {"kosten": Outcome.ONVOLLEDIG, "online": Online.NEE}, an_answer(), an_answer(outcome, role)
    )
    expected = Met.NEE if outcome in READS_NO_MORE else Met.ONBEKEND
    assert (seven.met, eight.met) == (expected, expected)
    assert seven.cause == eight.cause == ("" if expected is Met.NEE else causes.PAGES_MISSING)
    complete, offered = verdicts_of({}, an_answer(), an_answer(outcome, role))
    assert (complete.met, offered.met) == (Met.JA, Met.JA)


def test_not_asked_not_judged_crashed_and_without_address_each_have_their_own_cause():
    product = a_product()
    crash = judged(dict.fromkeys(ELEMENTS, Outcome.NIET_GEMETEN) | {"online": Online.NIET_GEMETEN}, error="Traceback")
    one_crash = judged({**COMPLETE, "hoe": Outcome.NIET_GEMETEN}, error="")
    one_crash[0] = judged({"hoe": Outcome.NIET_GEMETEN}, error="Traceback")[0]

    def first(*case):
        return decide(*case, DAY)[0]

    assert first([product], [], []).cause == causes.FETCH_CAUSES[FetchOutcome.NIET_GEVRAAGD]
    assert first([product], [an_answer()], []).cause == causes.NOT_JUDGED
    assert first([a_product(urls=())], [], []).cause == causes.NO_ADDRESS
    assert first([product], [an_answer()], crash).cause == causes.CRASHED
    assert first([product], [an_answer()], crash).state is ProductState.NIET_GEMETEN
    assert first([product], [an_answer()], one_crash).cause == causes.CRASHED
    assert first([product], [an_answer()], one_crash).state is ProductState.GEMETEN


def test_a_result_that_was_never_made_leaves_the_norm_open():
    results = [result for result in judged(COMPLETE) if result.check_id not in ("kosten", "online")]
    seven, eight = decide([a_product()], [an_answer()], results, DAY)
    assert seven.met is eight.met is Met.ONBEKEND
    assert seven.cause == eight.cause == causes.NOT_JUDGED


def test_no_products_give_no_verdicts_and_nothing_can_be_told():
    assert decide([], [], [], DAY) == ()
    empty = coverage([], [], 7)
    assert (empty.n, empty.lower, empty.upper, empty.outcome) == (0, None, None, NormOutcome.NIET_VAST_TE_STELLEN)


def test_each_product_gets_its_own_facts_in_the_order_of_the_catalog():
    products = [a_product(id="b"), a_product(id="a")]
    answers = [an_answer(product_id="a"), an_answer(FetchOutcome.TE_TRAAG, product_id="b")]
    found = decide(products, answers, judged(COMPLETE, product_id="a"), DAY)
    assert [(each.product_id, each.norm) for each in found] == [("b", 7), ("b", 8), ("a", 7), ("a", 8)]
    assert [each.met for each in found] == [Met.ONBEKEND, Met.ONBEKEND, Met.JA, Met.JA]


# The arithmetic, against every way in which the unknown may turn out


def tallied(norm: int, tally: dict[Met, int], clusters: tuple[str, ...] = ("A",)) -> Coverage:
    mets = [met for met, amount in tally.items() for _ in range(amount)]
    products = [a_product(id=str(n), cluster=clusters[n % len(clusters)]) for n in range(len(mets))]
    verdicts = [
        ProductVerdict(
            product_id=str(n),
            norm=norm,
            state=ProductState.GEMETEN,
            met=met,
            cause="c" if met in (Met.ONBEKEND, Met.NEE_OF_BUITEN) else "",
        )
        for n, met in enumerate(mets)
    ]
    return coverage(verdicts, products, norm)


def tallies(most: int) -> st.SearchStrategy[dict[Met, int]]:
    return st.fixed_dictionaries({met: st.integers(0, most) for met in Met})


@given(norm=st.sampled_from((7, 8)), tally=tallies(3))
def test_the_bounds_are_the_worst_and_the_best_that_can_turn_out(norm, tally):
    """Each unknown product may pass, fail, or be outside; each that may be outside may fail or be outside."""
    found = tallied(norm, tally)
    shares = [
        Fraction(passing, whole)
        for pass_, out_of_pass, out in every_combination(
            range(tally[Met.ONBEKEND] + 1), range(tally[Met.ONBEKEND] + 1), range(tally[Met.NEE_OF_BUITEN] + 1)
        )
        if pass_ + out_of_pass <= tally[Met.ONBEKEND]
        for passing in [tally[Met.JA] + pass_]
        for whole in [sum(tally.values()) - tally[Met.BUITEN_DE_NORM] - out_of_pass - out]
        if whole
    ]
    if not found.n:
        assert found.lower is found.upper is None
        return
    assert found.lower == pytest.approx(float(min(shares)))
    assert found.upper == pytest.approx(float(max(shares)))
    line = Fraction(str(LINES[norm]))
    if found.outcome is NormOutcome.GEHAALD:
        assert min(shares) >= line
    elif found.outcome is NormOutcome.NIET_GEHAALD:
        assert max(shares) < line
    elif found.n_upper:
        assert min(shares) < line <= max(shares)


@given(norm=st.sampled_from((7, 8)), tally=tallies(200), clusters=st.sampled_from([("A",), ("B", "A"), ("C", "", "A")]))
def test_clusters_and_causes_add_up_to_the_total(norm, tally, clusters):
    found = tallied(norm, tally, clusters)
    parts = found.by_cluster.values()
    for figure in ("n", "met", "unknown", "perhaps_outside", "failed", "external", "n_upper"):
        assert sum(getattr(part, figure) for part in parts) == getattr(found, figure)
    assert sum(found.causes.values()) == found.unknown + found.perhaps_outside
    assert list(found.by_cluster) == sorted(found.by_cluster)
    assert found.n == found.met + found.failed + found.unknown + found.perhaps_outside


@given(tally=tallies(50))
def test_where_everything_is_known_the_bounds_are_one(tally):
    found = tallied(8, {**tally, Met.ONBEKEND: 0, Met.NEE_OF_BUITEN: 0})
    assert found.lower == found.upper
    assert (found.outcome is NormOutcome.NIET_VAST_TE_STELLEN) == (found.n == 0)


@given(tally=tallies(50))
def test_the_bounds_are_in_order_and_knowing_more_never_widens_them(tally):
    found = tallied(8, tally)
    if not found.n:
        return
    assert 0 <= found.lower <= found.upper <= 1
    for known in (Met.JA, Met.NEE, Met.BUITEN_DE_NORM):
        if tally[Met.ONBEKEND]:
            better = tallied(8, {**tally, Met.ONBEKEND: tally[Met.ONBEKEND] - 1, known: tally[known] + 1})
            if better.n:
                assert found.lower <= better.lower
                assert better.upper <= found.upper + 1e-12


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        ({Met.JA: 90, Met.NEE: 10}, NormOutcome.GEHAALD),
        ({Met.JA: 89, Met.NEE: 11}, NormOutcome.NIET_GEHAALD),
        ({Met.JA: 89, Met.NEE: 10, Met.ONBEKEND: 1}, NormOutcome.NIET_VAST_TE_STELLEN),
        ({Met.JA: 90, Met.NEE: 9, Met.ONBEKEND: 1}, NormOutcome.GEHAALD),
        ({Met.JA: 88, Met.NEE: 11, Met.ONBEKEND: 1}, NormOutcome.NIET_GEHAALD),
        ({Met.NEE_OF_BUITEN: 5}, NormOutcome.NIET_VAST_TE_STELLEN),
        ({Met.BUITEN_DE_NORM: 5}, NormOutcome.NIET_VAST_TE_STELLEN),
        ({Met.JA: 1}, NormOutcome.GEHAALD),
        ({Met.NEE: 1}, NormOutcome.NIET_GEHAALD),
        ({Met.ONBEKEND: 1}, NormOutcome.NIET_VAST_TE_STELLEN),
        ({Met.JA: 1799, Met.NEE: 201}, NormOutcome.NIET_GEHAALD),
    ],
)
def test_ninety_of_a_hundred_meets_the_line_and_one_less_does_not(tally, outcome):
    assert tallied(7, tally).outcome is outcome
