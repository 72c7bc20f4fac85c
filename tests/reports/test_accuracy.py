"""Figures on the checks: what people labelled beside what was found, and a file of cases that can be trusted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import UserError
from model.finding import CheckResult, Finding, Online, Outcome
from model.page import Evidence
from reports.accuracy import accuracy
from reports.accuracy_forms import as_json, as_text
from reports.cases import LABELS, Case, read_cases
from reports.words import QUESTIONS

GOOD = {
    "id": "een",
    "url": "https://g.example/paspoort",
    "name": "Paspoort",
    "html": "<h1>Paspoort</h1>",
    "labels": dict.fromkeys(QUESTIONS[:-1], "aanwezig") | {"online": "nee"},
    "uncertain": ["kosten"],
}


def a_file(folder: Path, *cases: object) -> Path:
    file = folder / "gevallen.jsonl"
    file.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in cases), encoding="utf-8")
    return file


def a_case(case_id: str, uncertain: tuple[str, ...] = (), **labels: str) -> Case:
    answers = {**GOOD["labels"], **labels}
    return Case(
        id=case_id,
        url="",
        name="Paspoort",
        html="",
        line=1,
        uncertain=frozenset(uncertain),
        labels={name: Online(answers[name]) if name == "online" else Outcome(answers[name]) for name in QUESTIONS},
    )


def found(case_id: str, **outcomes: str) -> list[CheckResult]:
    return [
        CheckResult(
            product_id=case_id,
            check_id=name,
            check_version=1,
            finding=Finding(
                outcome=Online(value) if name == "online" else Outcome(value),
                reason="prijs",
                evidence=(Evidence(url="", selector="p", quote="Het kost € 5"),),
            ),
            message="",
        )
        for name, value in ({**GOOD["labels"], **outcomes}).items()
    ]


def mistake_in(file: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_cases(file)
    return caught.value


def test_cases_come_in_order_with_their_labels(tmp_path):
    second = {**GOOD, "id": 2, "url": None, "uncertain": None}
    first, other = read_cases(a_file(tmp_path, "\ufeff" + json.dumps(GOOD), "", second, ""))
    assert (first.id, first.line, first.uncertain) == ("een", 1, frozenset({"kosten"}))
    assert first.labels == {**dict.fromkeys(QUESTIONS[:-1], Outcome.AANWEZIG), "online": Online.NEE}
    assert isinstance(first.labels["online"], Online)
    assert (other.id, other.line, other.url, other.uncertain) == ("2", 3, "", frozenset())


@pytest.mark.parametrize(
    ("case", "column", "words"),
    [
        ("{'id': 1}", 2, "geen geldige JSON"),
        ("[1, 2]", None, "Hier staat geen geval"),
        ("[" * 100_000, None, "kan niet worden gelezen"),
        ({**GOOD, "id": ""}, "id", "ontbreekt of is leeg"),
        ({**GOOD, "html": 5}, "html", "niet de goede vorm"),
        ({name: value for name, value in GOOD.items() if name != "html"}, "html", "ontbreekt"),
        ({**GOOD, "labels": ["aanwezig"]}, "labels", "niet de goede vorm"),
        ({**GOOD, "labels": {**GOOD["labels"], "kosten": "gratis"}}, "labels.kosten", "Kies uit: aanwezig, onvolledig"),
        ({**GOOD, "labels": {**GOOD["labels"], "kosten": ["x"]}}, "labels.kosten", "onbekend"),
        ({**GOOD, "labels": {**GOOD["labels"], "hoe": "onzeker"}}, "labels.hoe", "onbekend"),
        ({**GOOD, "labels": {**GOOD["labels"], "online": "aanwezig"}}, "labels.online", "Kies uit: ja, extern"),
        ({**GOOD, "labels": {"hoe": "aanwezig"}}, "labels.waar", "Het label van waar ontbreekt"),
        ({**GOOD, "labels": {**GOOD["labels"], "prijs": "ja"}}, "labels", "'prijs' is onbekend"),
        ({**GOOD, "uncertain": "kosten"}, "uncertain", "lijst"),
        ({**GOOD, "uncertain": ["prijs"]}, "uncertain", "lijst"),
        ({**GOOD, "url": 3}, "url", "tekst"),
    ],
)
def test_a_mistake_names_file_line_and_field(tmp_path, case, column, words):
    file = a_file(tmp_path, {**GOOD, "id": "goed"}, case)
    mistake = mistake_in(file)
    assert words in mistake.message
    assert (mistake.file, mistake.line, mistake.column) == (str(file), 2, column)


def test_an_id_that_stands_there_twice_names_both_lines(tmp_path):
    mistake = mistake_in(a_file(tmp_path, GOOD, {**GOOD, "id": "twee"}, GOOD))
    assert (mistake.line, mistake.column) == (3, "id")
    assert "op regel 1" in mistake.message


def test_all_mistakes_are_told_at_once_and_very_many_are_counted(tmp_path):
    bad = {**GOOD, "html": None, "labels": {}}
    mistake = mistake_in(a_file(tmp_path, bad, "{", GOOD))
    assert len(str(mistake).splitlines()) == 1 + 5 + 1
    many = mistake_in(a_file(tmp_path, *["{"] * 200))
    assert len(str(many).splitlines()) == 51
    assert "En nog 150 fouten" in str(many)


def test_a_file_that_is_missing_empty_binary_or_a_folder_is_a_sentence_in_dutch(tmp_path):
    assert "bestaat niet" in mistake_in(tmp_path / "weg.jsonl").message
    assert "kan niet worden gelezen" in mistake_in(tmp_path).message
    assert "geen gevallen" in mistake_in(a_file(tmp_path, "", "  ")).message
    binary = tmp_path / "plaatje.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    mistake = mistake_in(binary)
    assert "geen tekst in UTF-8" in mistake.message
    assert (mistake.file, mistake.line) == (str(binary), 1)
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(json.dumps(GOOD).encode() + b"\n" + '{"id":"é"}'.encode("latin-1"))
    assert mistake_in(latin).line == 2


def test_half_a_character_in_a_case_does_not_break_what_follows(tmp_path):
    case = read_cases(a_file(tmp_path, json.dumps({**GOOD, "html": "<p>\ud83d</p>"})))[0]
    assert case.html.encode("utf-8") == b"<p>?</p>"


def test_precision_recall_and_f1_of_met_by_hand():
    """Four labelled met, of which two found; one found met that is not: precision 2/3, recall 2/4, F1 4/7."""
    labels = ["aanwezig", "nvt", "aanwezig", "aanwezig", "ontbreekt", "onvolledig"]
    findings = ["aanwezig", "aanwezig", "onvolledig", "onzeker", "aanwezig", "ontbreekt"]
    cases = [a_case(str(place), kosten=label) for place, label in enumerate(labels)]
    results = [each for place, outcome in enumerate(findings) for each in found(str(place), kosten=outcome)]
    score = accuracy(cases, results).all["kosten"]
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == pytest.approx(2 / 4)
    assert score.f1 == pytest.approx(4 / 7)
    assert score.label_accuracy == pytest.approx(1 / 6)
    assert score.met_accuracy == pytest.approx(3 / 6)
    assert score.undecided == 1
    assert score.confusion[Outcome.NVT, Outcome.AANWEZIG] == 1


def test_online_is_met_where_it_is_offered_here_or_elsewhere():
    cases = [a_case(name, online=name) for name in ("ja", "extern", "nee", "onbekend")]
    results = [each for name in ("ja", "extern", "nee", "onbekend") for each in found(name, online="extern")]
    score = accuracy(cases, results).all["online"]
    assert (score.labelled_met, score.found_met, score.both_met, score.same_label) == (2, 4, 2, 1)


def test_labels_on_which_people_doubted_are_counted_apart():
    cases = [a_case("a", ("kosten",), kosten="ontbreekt"), a_case("b")]
    measured = accuracy(cases, [*found("a"), *found("b")])
    assert (measured.certain["kosten"].cases, measured.all["kosten"].cases) == (1, 2)
    assert measured.certain["kosten"].label_accuracy == 1
    assert measured.certain["hoe"].cases == 2
    assert [(miss.case.id, miss.question, miss.uncertain, miss.changes_met) for miss in measured.misses] == [
        ("a", "kosten", True, True)
    ]


def test_a_finding_that_is_missing_counts_as_not_measured():
    measured = accuracy([a_case("a")], [])
    assert measured.all["hoe"].confusion == {(Outcome.AANWEZIG, Outcome.NIET_GEMETEN): 1}
    assert measured.all["hoe"].undecided == 1
    assert len(measured.misses) == 5


def test_shares_that_divide_by_nothing_are_none_and_not_zero():
    score = accuracy([a_case("a", kosten="ontbreekt")], found("a", kosten="ontbreekt")).all["kosten"]
    assert (score.precision, score.recall, score.f1) == (None, None, None)
    assert score.met_accuracy == 1
    assert accuracy([], []).all["hoe"].label_accuracy is None


def test_json_and_text_hold_the_same_figures_and_the_misses_with_our_quote():
    cases = [a_case("a", kosten="ontbreekt"), a_case("b", ("online",), online="ja"), a_case("c")]
    measured = accuracy(cases, [*found("a"), *found("b"), *found("c")])
    figures = json.loads(json.dumps(as_json(measured)))
    text = as_text(measured)
    kosten = figures["elements"]["kosten"]
    assert kosten["precision"] == pytest.approx(2 / 3)
    assert "66,7%" in text
    assert kosten["confusion"] == {"aanwezig": {"aanwezig": 2}, "ontbreekt": {"aanwezig": 1}}
    assert (figures["elements"]["online"]["cases"], figures["elements"]["online"]["with_uncertain"]["cases"]) == (2, 3)
    assert [miss["id"] for miss in figures["misses"]] == ["a", "b"]
    assert figures["misses"][0]["evidence"][0]["quote"] == "Het kost € 5"
    assert "- kosten, a (Paspoort): label ontbreekt, gevonden aanwezig. ‘Het kost € 5’" in text
    assert "- online, b (Paspoort): label ja, gevonden nee, label onzeker." in text
    assert "Zonder de labels waarover mensen twijfelen" in text


@given(
    st.lists(st.tuples(st.sampled_from(LABELS["kosten"]), st.sampled_from(list(Outcome)), st.booleans()), max_size=30)
)
def test_the_figures_hang_together(answers):
    cases = [a_case(str(n), ("kosten",) if doubt else (), kosten=label) for n, (label, _, doubt) in enumerate(answers)]
    results = [each for n, (_, outcome, _) in enumerate(answers) for each in found(str(n), kosten=outcome)]
    measured = accuracy(cases, results)
    score = measured.all["kosten"]
    assert score.cases == len(answers)
    assert score.same_label <= score.same_met <= score.cases
    assert score.both_met <= min(score.found_met, score.labelled_met)
    assert measured.certain["kosten"].cases == sum(not doubt for _, _, doubt in answers)
    assert len([miss for miss in measured.misses if miss.question == "kosten"]) == score.cases - score.same_label
    if score.f1 is not None and score.precision is not None and score.recall is not None and score.both_met:
        assert score.f1 == pytest.approx(2 * score.precision * score.recall / (score.precision + score.recall))
    as_text(measured)
