"""A run in the forms that other programs read: SARIF, JUnit, CSVW, DCAT-AP-NL; and the red light of a pipeline."""

from __future__ import annotations

import csv
import io
import json
import sys
from xml.etree import ElementTree as Xml

import pytest
from rdflib import DCAT, DCTERMS, Graph
from rdflib.compare import isomorphic

from goedgeregeld import settings
from goedgeregeld.cli import main
from model.finding import ELEMENTS
from reports.junit import as_junit
from reports.open_data import COLUMNS
from reports.sarif import as_sarif
from tests.web.city import fill
from web.told import Told

FAILING = ("ontbreekt", "onvolledig", "nee")


@pytest.fixture(scope="module")
def told(sqlite_template, tmp_path_factory, django_db_blocker):
    import shutil

    from tests.conftest import connected_to

    file = tmp_path_factory.mktemp("city") / "city.sqlite3"
    shutil.copy(sqlite_template, file)
    with django_db_blocker.unblock(), connected_to(f"sqlite:///{file}"):
        fill()
        yield Told()


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")

    def call(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["goedgeregeld", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return call


def test_sarif_holds_each_finding_once_with_the_same_mark_every_night(told):
    overview = told.overview()
    log = json.loads(as_sarif(overview))
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in one["results"]} <= rules
    failing = sum(cell.outcome.value in FAILING for row in overview.rows for cell in row.cells)
    errors = [result for result in one["results"] if result["level"] == "error"]
    assert len([result for result in errors if result["ruleId"] in (*ELEMENTS, "online")]) == failing
    marks = [result["partialFingerprints"]["goedgeregeld/v1"] for result in one["results"]]
    assert len(set(marks)) == len(marks)
    before = json.loads(as_sarif(told.overview(told.runs[1])))["runs"][0]["results"]
    assert {each["partialFingerprints"]["goedgeregeld/v1"] for each in before} & set(marks)
    assert all(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in one["results"])
    assert as_sarif(overview) == as_sarif(overview)


def test_junit_counts_what_fails_and_skips_what_is_not_known(told):
    overview = told.overview()
    root = Xml.fromstring(as_junit(overview))
    cases = root.findall("testsuite/testcase")
    for suite in root.findall("testsuite"):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    gone = [case for case in cases if case.get("classname") == "weg"]
    assert gone
    assert all(case.find("skipped") is not None for case in gone)
    failing = sum(cell.outcome.value in FAILING for row in overview.rows for cell in row.cells)
    assert sum(case.find("failure") is not None for case in root.findall("testsuite")[0]) <= failing


def test_fail_below_turns_red_and_says_why(told, run, tmp_path):
    sarif, junit = tmp_path / "r.sarif", tmp_path / "r.xml"
    code, out, _ = run("report", "--out", tmp_path / "r", "--sarif", sarif, "--junit", junit, "--fail-below", "norm")
    assert code == 1
    assert "Rood:" in out
    assert "Servicenorm 7:" in out
    assert "gevraagd is 90%" in out
    assert "kapvergunning" in out
    assert json.loads(sarif.read_text())["runs"]
    assert Xml.fromstring(junit.read_bytes()).tag == "testsuites"
    code, out, _ = run("report", "--out", tmp_path / "r", "--fail-below", "7=5")
    assert (code, "Groen" in out) == (0, True)


@pytest.mark.parametrize("line", ["9=50", "7=120", "laag", "7"])
def test_a_line_that_is_none_is_refused(run, line):
    code, _, err = run("report", "--fail-below", line)
    assert code == 2
    assert "--fail-below" in err


def test_open_data_describes_itself_and_names_nobody(told, run, tmp_path):
    out = tmp_path / "open"
    arguments = (
        "--base",
        "https://data.voorbeeld.example/normen",
        "--contact",
        "loket@voorbeeld.example",
        "--out",
        out,
    )
    code, _, err = run("open-data", *arguments)
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO((out / "dekking.csv").read_text("utf-8"))))
    assert {row["tertaal"] for row in rows} == {"2026-T1", "2026-T2", "2026-T3"}
    assert {(row["norm"], row["cluster"]) for row in rows} >= {("7", "Totaal"), ("8", "Wonen")}
    for row in rows:
        whole = sum(int(row[name]) for name in ("voldoet", "voldoet_niet", "onbekend", "misschien_buiten"))
        assert whole == int(row["aantal_producten"])
    total = told.overview().norms[0]
    last = next(row for row in rows if (row["tertaal"], row["norm"], row["cluster"]) == ("2026-T3", "7", "Totaal"))
    assert (int(last["aantal_producten"]), int(last["voldoet"])) == (total.n, total.met)
    described = json.loads((out / "dekking.csv-metadata.json").read_text("utf-8"))
    columns = [column["titles"] for column in described["tableSchema"]["columns"]]
    assert columns == list(rows[0]) == [column.name for column in COLUMNS]
    keys = [tuple(row[name] for name in described["tableSchema"]["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    graph, turtle = Graph().parse(out / "dataset.jsonld"), Graph().parse(out / "dataset.ttl")
    assert isomorphic(graph, turtle)
    (dataset,) = graph.subjects(DCTERMS.accessRights)
    needed = (DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.creator, DCTERMS.publisher)
    assert all(graph.value(dataset, each) for each in (*needed, DCAT.theme, DCAT.contactPoint, DCAT.distribution))
    everything = b"".join(file.read_bytes() for file in out.iterdir())
    assert b"Team Web" not in everything
    first = {file.name: file.read_bytes() for file in out.iterdir() if file.suffix != ".jsonld"}
    run("open-data", *arguments)
    assert {name: (out / name).read_bytes() for name in first if not name.endswith(".ttl")}.items() <= first.items()


def test_open_data_without_an_address_or_contact_is_refused(run):
    assert run("open-data", "--base", "map")[0] == 2
    assert "contactadres" in run("open-data", "--base", "https://x.example/")[2]
