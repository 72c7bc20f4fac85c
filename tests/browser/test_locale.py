"""axe speaks Dutch: the whole template, every placeholder, in a real browser, and with advice for each rule."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from crawler.browser import advice, nouns
from crawler.browser.advice import read_advice
from crawler.browser.chromium import ARGUMENTS
from crawler.browser.nouns import HEADLESS_SHELL
from tests.browser.conftest import AXE, Audit, Site, document

LOCALE = Path(nouns.__file__).with_name("nl.json")
TEMPLATE = AXE.parent / "locales" / "_template.json"
# What is the same in both languages on purpose, with the reason.
SAME_IN_BOTH = {"checks/error-occurred/pass": "axe's own text is empty"}
ADDRESSING_THE_READER = re.compile(r"\b(u|uw|je|jij|jouw|we|wij|ons)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|has|have|must|should|not|with|are|and|this|that)\b", re.IGNORECASE)

FAULTY = Path(__file__).with_name("faulty.html")

RUN = """const [locale, done] = arguments;
axe.reset();
if (locale) axe.configure({ locale });
const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
const options = { reporter: 'v1', iframes: false, rules, preload: { assets: ['cssom'] } };
axe.run(document, options).then(done, (error) => done({ error: String(error) }));"""


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its path, in the order of the file."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from strings(below, f"{path}/{key}" if path else key)
    else:
        yield path, value


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\$\{[^}]*\}|\{\{.*?\}\}", text, re.DOTALL))


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    return dict(strings(json.loads(TEMPLATE.read_text("utf-8"))))


@pytest.fixture(scope="module")
def dutch() -> dict[str, str]:
    return dict(strings(json.loads(LOCALE.read_text("utf-8"))))


def test_every_text_of_axe_is_there_in_its_order_and_none_is_extra(
    english: Mapping[str, str], dutch: Mapping[str, str]
) -> None:
    missing, extra = [key for key in english if key not in dutch], [key for key in dutch if key not in english]
    assert (missing, extra) == ([], [])
    assert list(dutch) == list(english)
    assert dutch["lang"] == "nl"


def test_every_placeholder_stays_letter_for_letter(english: Mapping[str, str], dutch: Mapping[str, str]) -> None:
    assert {key: placeholders(text) for key, text in dutch.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_no_text_is_left_in_english(english: Mapping[str, str], dutch: Mapping[str, str]) -> None:
    assert {key for key, text in dutch.items() if text == english[key]} == set(SAME_IN_BOTH)
    assert {key: text for key, text in dutch.items() if ENGLISH.search(text)} == {}


def test_a_text_is_a_tidy_line_that_addresses_nobody(dutch: Mapping[str, str]) -> None:
    texts = {key: text for key, text in dutch.items() if not key.startswith("failureSummaries")}
    untidy = {key: text for key, text in texts.items() if text != " ".join(text.split())}
    personal = {key: text for key, text in texts.items() if ADDRESSING_THE_READER.search(text)}
    assert (untidy, personal) == ({}, {})


def test_the_file_is_written_as_axe_writes_its_locales() -> None:
    text = LOCALE.read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.fixture(scope="module")
def results() -> tuple[dict[str, Any], dict[str, Any]]:
    """What axe says of a page full of faults, with every rule on: in English and in Dutch."""
    os.environ.setdefault("SE_OFFLINE", "true")
    options = webdriver.ChromeOptions()
    options.binary_location = HEADLESS_SHELL if Path(HEADLESS_SHELL).exists() else "/usr/bin/chromium"
    for argument in ARGUMENTS:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        driver.set_script_timeout(60)
        driver.get(FAULTY.as_uri())
        driver.execute_script(AXE.read_text("utf-8"))
        english = driver.execute_async_script(RUN, None)
        dutch = driver.execute_async_script(RUN, json.loads(LOCALE.read_text("utf-8")))
    finally:
        driver.quit()
    return english, dutch


def said(result: Mapping[str, Any]) -> set[str]:
    """Every text that axe puts before a reader."""
    rules = [rule for kind in ("violations", "incomplete", "passes") for rule in result[kind]]
    nodes = [node for rule in rules for node in rule["nodes"]]
    checks = [check for node in nodes for kind in ("any", "all", "none") for check in node[kind]]
    texts = {rule[key] for rule in rules for key in ("help", "description")}
    texts |= {node["failureSummary"] for node in nodes if node.get("failureSummary")}
    return texts | {check["message"] for check in checks} - {""}


@pytest.mark.browser
def test_axe_speaks_dutch_about_every_fault_of_a_faulty_page(results: tuple[dict[str, Any], dict[str, Any]]) -> None:
    english, dutch = results
    assert "error" not in english | dutch
    assert len({rule["id"] for kind in ("violations", "incomplete") for rule in dutch[kind]}) > 90
    assert [rule["id"] for rule in dutch["violations"]] == [rule["id"] for rule in english["violations"]]
    assert said(dutch) & said(english) == set()
    assert {text for text in said(dutch) if "undefined" in text or "${" in text or "{{" in text} == set()
    assert {text for text in said(dutch) if ENGLISH.search(text)} == set()


@pytest.mark.browser
def test_a_failure_summary_is_a_dutch_list(results: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, dutch = results
    (select,) = (rule for rule in dutch["violations"] if rule["id"] == "select-name")
    assert select["help"] == "Een <select>-element moet een toegankelijke naam hebben"
    summary = select["nodes"][0]["failureSummary"].splitlines()
    assert summary[0] == "Los minstens één van deze punten op:"
    assert "  Het aria-label-attribuut bestaat niet of is leeg" in summary


@pytest.mark.browser
def test_a_page_that_forbids_scripts_is_tested_in_dutch_too(site: Site, audit: Audit) -> None:
    strict = {"content-type": "text/html", "content-security-policy": "default-src 'none'; script-src 'none'"}
    site.pages = {"/streng": (200, strict, document("<input>").encode())}
    (scan,) = audit(site.served("/streng"), locale=LOCALE)
    (label,) = (rule for rule in scan.result["violations"] if rule["id"] == "label")
    assert label["help"] == "Formuliervelden moeten een label hebben"
    assert label["nodes"][0]["failureSummary"].startswith("Los minstens één van deze punten op:\n  ")


def test_every_rule_has_advice_of_at_most_25_words_a_sentence(english: Mapping[str, str]) -> None:
    rules = {key.split("/")[1] for key in english if key.startswith("rules/")}
    advised = read_advice()
    assert set(advised) == rules
    sentences = [text for said in advised.values() for text in (said.editor, said.web_team)]
    assert [text for text in sentences if len(text.split()) > 25 or (text and not text.endswith("."))] == []
    assert [rule for rule, said in advised.items() if not said.web_team] == []


def test_advice_is_written_in_the_order_of_axe_and_names_both_readers(english: Mapping[str, str]) -> None:
    written = json.loads(advice.ADVICE.read_text("utf-8"))
    assert list(written) == list(dict.fromkeys(key.split("/")[1] for key in english if key.startswith("rules/")))
    assert {tuple(said) for said in written.values()} == {("redactie", "webteam")}
