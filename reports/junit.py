"""A run as JUnit XML, for pipelines that count tests: a suite per cluster and one for accessibility."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from model.finding import Online, Outcome
from reports.accessibility import Kind
from reports.matrix import Cell, Row
from reports.overview import Overview
from reports.words import outcome_word, question_word

_FAILS = (Outcome.ONTBREEKT, Outcome.ONVOLLEDIG, Online.NEE)
_SKIPS = (Outcome.ONZEKER, Outcome.NIET_GEMETEN, Online.ONZEKER, Online.ONBEKEND, Online.NIET_GEMETEN)
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(told: Overview) -> bytes:
    """A case per product and question, and per accessibility issue; what is not known is skipped, never passed."""
    root = Xml.Element("testsuites", name="Goedgeregeld")
    suites: dict[str, Xml.Element] = {}
    for row in told.rows:
        for cell in row.cells:
            if cell.question == "online" and row.eight.met.value == "buiten de norm":
                continue
            if row.cluster not in suites:
                suites[row.cluster] = Xml.SubElement(root, "testsuite", name=_text(row.cluster))
            _case(suites[row.cluster], row, cell)
    suite = Xml.SubElement(root, "testsuite", name="Toegankelijkheid")
    for issue in told.accessibility.issues:
        case = Xml.SubElement(suite, "testcase", classname=_text(issue.rule_id), name=_text(issue.component), time="0")
        places = "\n".join(f"{place.url} {place.selector}" for place in issue.places[:20])
        if issue.kind is Kind.KNELPUNT:
            Xml.SubElement(case, "failure", type=issue.impact or "knelpunt", message=_text(issue.name)).text = _text(
                places
            )
        else:
            Xml.SubElement(case, "skipped", message=_text(issue.kind.value))
    for each in (*suites.values(), suite):
        each.set("tests", str(len(each)))
        each.set("failures", str(len(each.findall("testcase/failure"))))
        each.set("errors", "0")
        each.set("skipped", str(len(each.findall("testcase/skipped"))))
        each.set("time", "0")
        each.set("timestamp", told.run.started_at.strftime("%Y-%m-%dT%H:%M:%S"))
    Xml.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode").encode() + b"\n"


def _case(suite: Xml.Element, row: Row, cell: Cell) -> None:
    case = Xml.SubElement(
        suite, "testcase", classname=_text(row.product.id), name=question_word(cell.question), time="0"
    )
    if cell.outcome in _FAILS:
        quotes = "\n".join(f'"{evidence.quote}" {evidence.url}' for evidence in cell.evidence)
        failure = Xml.SubElement(case, "failure", type=outcome_word(cell.outcome), message=_text(cell.message))
        failure.text = _text(f"{row.product.name}\n{row.address}\n{quotes}")
    elif cell.outcome in _SKIPS:
        Xml.SubElement(case, "skipped", message=_text(cell.message))


def _text(said: str) -> str:
    """What XML can hold."""
    return _UNWRITABLE.sub("\ufffd", said)
