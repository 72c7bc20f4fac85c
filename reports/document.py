"""``rapport.html``: one file that needs no network, no script and no other file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from django.template import Context, Engine

from model.verdict import Coverage, Met, ProductState
from reports import causes, words
from reports.accessibility import Kind, Totals, answer
from reports.dutch import percent, whole_percent
from reports.lines import CauseLine, CoverageLine, IssueLine, Panel, ProductLine, QuestionLine
from reports.matrix import Row
from reports.overview import Overview
from reports.selections import Counted, Marking, met_mark
from reports.sentences import fractions, margin_sentence, margin_shares, sentence, shares

ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")], builtins=["reports.filters"])

COUNTED_METS = (Met.JA, Met.NEE, Met.ONBEKEND, Met.NEE_OF_BUITEN)
COUNTED_WORDS = tuple(words.MET_WORDS[met] for met in COUNTED_METS)
KIND_TITLES = {
    Kind.KNELPUNT: "Knelpunten (WCAG 2.1 A en AA)",
    Kind.GOEDE_GEWOONTE: "Goede gewoonten",
    Kind.TE_BEOORDELEN: "Nog te beoordelen",
}


def document(told: Overview) -> str:
    """The report as HTML. Lines have no indentation, which saves a fifth of the size."""
    marking = Marking(told.rows, told.norms[0].by_cluster, told.causes)
    context = {
        "told": told,
        "subject": told.municipality or told.run.site or "de gemeente",
        "panels": [_panel(norm, marking) for norm in told.norms],
        "elements": [_question_line(told, question, marking) for question in words.QUESTIONS[:-1]],
        "element_words": list(words.ELEMENT_WORDS.values()),
        "online": _question_line(told, "online", marking),
        "online_words": list(words.ONLINE_WORDS.values()),
        "questions": words.QUESTIONS,
        "nearly": marking.counted(told.nearly, "die nog één onderdeel missen voor servicenorm 7", "bijna"),
        "states": [
            (
                words.STATE_WORDS[state],
                marking.counted(amount, f"die {words.STATE_WORDS[state]} zijn", f"s-{words.slug(state)}"),
            )
            for state, amount in told.states.items()
        ],
        "whole": marking.counted(len(told.rows), "uit de productcatalogus", "alle"),
        "causes": [_cause_line(told, cause, marking) for cause in told.causes],
        "unmeasured": [row for row in told.rows if row.state is ProductState.NIET_GEMETEN],
        "clusters": _clusters(told.rows, marking),
        "answer": answer(told.accessibility),
        "totals": [(KIND_TITLES[kind], words.slug(kind), told.accessibility.totals(kind)) for kind in Kind],
        "kinds": _kinds(told),
        "selections": marking.selections,
    }
    text = ENGINE.get_template("rapport.html").render(Context(context))
    return "\n".join(line for line in map(str.strip, text.splitlines()) if line) + "\n"


def _panel(norm: Coverage, marking: Marking) -> Panel:
    number = norm.norm
    doubtful = bool(norm.perhaps_outside)
    outside = sum(met_mark(number, Met.BUITEN_DE_NORM) in marks for marks in marking.marks.values())
    return Panel(
        norm=number,
        title=words.NORM_NAMES[number],
        sentence=sentence(norm),
        margin=margin_sentence(norm),
        fractions=fractions(norm),
        total=_coverage_line("Alle clusters", norm, marking, doubtful),
        clusters=tuple(_coverage_line(name, part, marking, doubtful, name) for name, part in norm.by_cluster.items()),
        outside=marking.counted(
            outside, f"die niet meetellen voor servicenorm {number}", met_mark(number, Met.BUITEN_DE_NORM)
        ),
        external=marking.counted(norm.external, "die bij een andere organisatie online zijn aan te vragen", "elders")
        if number == 8
        else Counted(amount=0),
        line_word=whole_percent(norm.line),
        solid=_width(norm.lower or 0),
        open_=_width((norm.upper or 0) - (norm.lower or 0)),
        line=_width(norm.line),
    )


def _coverage_line(
    name: str, norm: Coverage, marking: Marking, doubtful: bool, cluster: str | None = None
) -> CoverageLine:
    """``doubtful`` keeps the column of products that may be outside the norm; without any in the total it says nothing."""
    number = norm.norm
    within = () if cluster is None else (marking.cluster_marks[cluster],)
    of_cluster = "" if cluster is None else f"van {cluster} "
    about = f"met het oordeel over servicenorm {number}"
    amounts = (norm.met, norm.failed, norm.unknown, norm.perhaps_outside)
    return CoverageLine(
        name=name,
        counts=tuple(
            (word, marking.counted(amount, f"{of_cluster}{about}: {word}", *within, met_mark(number, met)))
            for met, word, amount in zip(COUNTED_METS, COUNTED_WORDS, amounts, strict=True)
            if doubtful or met is not Met.NEE_OF_BUITEN
        ),
        whole=marking.counted(norm.n, f"{of_cluster}die meetellen voor servicenorm {number}", *within, f"telt{number}"),
        shares=shares(norm),
        outcome=words.NORM_WORDS[norm.outcome],
    )


def _question_line(told: Overview, question: str, marking: Marking) -> QuestionLine:
    outcomes = told.outcomes(question)
    names = [words.outcome_word(each) for each in (words.ONLINE_WORDS if question == "online" else words.ELEMENT_WORDS)]
    counts = tuple(
        marking.counted(
            amount, f"met {words.QUESTION_WORDS[question].lower()}: {name}", f"{question}-{words.slug(value)}"
        )
        for (value, amount), name in zip(outcomes.items(), names, strict=True)
    )
    good = counts[0].amount + counts[1].amount
    margin = "" if question == "online" else margin_shares(told.margin(question))
    return QuestionLine(question=question, counts=counts, share=percent(good, told.active), margin=margin)


def _cause_line(told: Overview, cause: str, marking: Marking) -> CauseLine:
    counts = tuple(
        marking.counted(
            norm.causes.get(cause, 0),
            f"die onbekend zijn voor servicenorm {norm.norm}. Oorzaak: {cause[0].lower()}{cause[1:]}",
            f"{marking.cause_marks[cause]}n{norm.norm}",
        )
        for norm in told.norms
    )
    return CauseLine(cause=cause, counts=counts, advice=causes.ADVICE[cause])


def _clusters(rows: Sequence[Row], marking: Marking) -> list[tuple[str, list[ProductLine]]]:
    lines = [
        ProductLine(row=row, anchor=f"p{place}", marks=" ".join(marking.marks[row.product.id]))
        for place, row in enumerate(rows, start=1)
    ]
    return [(name, list(members)) for name, members in groupby(lines, key=lambda line: line.row.cluster)]


def _kinds(told: Overview) -> list[tuple[str, str, list[IssueLine], Totals]]:
    found = told.accessibility
    return [
        (
            KIND_TITLES[kind],
            words.slug(kind),
            [
                IssueLine(issue=issue, anchor=f"{words.slug(kind)}-{place}")
                for place, issue in enumerate(found.of(kind), start=1)
            ],
            found.totals(kind),
        )
        for kind in Kind
    ]


def _width(share: float) -> str:
    return f"{share * 100:.2f}%"
