"""What stands around a product's text never gives it an element, and what was quoted is what gave it."""

from __future__ import annotations

import re

import yaml
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.check import judge
from model.finding import ELEMENTS
from model.page import Dossier
from model.product import Product
from pages import parse_page
from tests.checks.judging import BENCH, bench_pages, findings

UNTOUCHED = set(yaml.safe_load((BENCH / "split.yaml").read_text("utf-8"))["untouched"])
WORK = [page for page in bench_pages() if page[0] not in UNTOUCHED]  # a failure prints its page
MENU = [
    '<nav><a href="/paspoort">Paspoort aanvragen</a><a href="https://mijn.voorbeeld.nl">Mijn Loket</a></nav>',
    '<header class="site-header"><p>Bel 14 010 of kom naar de stadswinkel. Online regelen met DigiD.</p></header>',
    '<div class="cookiebar"><p>Accepteer binnen 5 dagen onze cookies. Dat is gratis.</p><button>Akkoord</button></div>',
    '<div id="zoekbalk"><form action="/zoeken"><input type="submit" value="Zoeken"></form></div>',
    '<ul class="breadcrumbs"><li>Home</li><li>Rijbewijs aanvragen</li></ul>',
]
FOOT = [
    "<footer><p>Een afspraak is gratis. Bezoek de stadswinkel of mail naar info@voorbeeld.nl.</p></footer>",
    '<aside class="related"><h2>Gerelateerd</h2><p>Een rijbewijs kost € 51,10 en is na 5 werkdagen klaar.</p></aside>',
    "<section><h2>Zie ook</h2><p>Een paspoort kost € 83,87. U vraagt het aan bij de stadswinkel.</p></section>",
    '<div class="social share"><p>Deel deze pagina. Wij reageren binnen 2 werkdagen.</p></div>',
    '<div role="contentinfo"><p>Gemeente Voorbeeld, Postbus 1, 1234 AB Voorbeeld, telefoon 14 010.</p></div>',
    "<footer><h2>Snel naar</h2><a class='button' href='https://formulieren.voorbeeld.nl/x'>Online aanvragen</a></footer>",
]
NEIGHBOURS = [
    "<p>Een pasfoto kost ongeveer € 12.</p>",
    "<p>Het maken van een afspraak is gratis.</p>",
    "<p>Nog geen DigiD? De brief met de code komt binnen 5 werkdagen.</p>",
    "<p>Wie te laat is, krijgt een boete van € 100.</p>",
    "<p>Tegen het besluit kunt u binnen 6 weken bezwaar maken.</p>",
    "<p>We bewaren uw gegevens 5 jaar.</p>",
]
GOOD = ("aanwezig", "ja", "extern")


def outcomes(body: bytes, labels: dict[str, str]) -> dict[str, str]:
    results = findings(parse_page(body, url=labels["url"]), labels["name"])
    return {check: str(results[check].finding.outcome) for check in (*ELEMENTS, "online")}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.sampled_from(WORK), st.lists(st.sampled_from(MENU), max_size=3), st.lists(st.sampled_from(FOOT), max_size=3))
def test_menus_footers_and_related_links_change_no_outcome(page, above: list[str], below: list[str]) -> None:  # type: ignore[no-untyped-def]
    _, body, labels = page
    text = body.decode("utf-8")
    surrounded = re.sub(r"(<body[^>]*>)", lambda mark: mark[0] + "".join(above), text, count=1)
    surrounded = surrounded.replace("</body>", "".join(below) + "</body>")
    assert outcomes(surrounded.encode(), labels) == outcomes(body, labels)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.sampled_from(WORK), st.lists(st.sampled_from(NEIGHBOURS), min_size=1, max_size=3))
def test_text_about_a_neighbour_never_makes_an_element_present(page, texts: list[str]) -> None:  # type: ignore[no-untyped-def]
    _, body, labels = page
    soup = BeautifulSoup(body, "lxml")
    place = soup.find("main") or soup.body
    place.append(BeautifulSoup("<section><h2>Goed om te weten</h2>" + "".join(texts) + "</section>", "html.parser"))
    before, after = outcomes(body, labels), outcomes(str(soup).encode(), labels)
    gained = {check for check in before if before[check] not in GOOD and after[check] in GOOD}
    assert gained == set()


def test_without_the_quoted_words_an_element_never_stays_present_on_the_same_evidence() -> None:
    stayed = []
    for name, body, labels in WORK[::3]:
        for check, result in findings(parse_page(body, url=labels["url"]), labels["name"]).items():
            if check not in (*ELEMENTS, "online") or str(result.finding.outcome) not in GOOD:
                continue
            evidence = result.finding.evidence[0]
            soup = BeautifulSoup(body, "lxml")
            element = soup.select_one(evidence.selector)
            assert element is not None
            element.decompose()
            page = parse_page(str(soup).encode(), url=labels["url"])
            product = Product(id="p", name=labels["name"], urls=(page.url,))
            again = {found.check_id: found for found in judge(Dossier(product=product, pages=(page,)))}[check].finding
            same = again.evidence and (again.evidence[0].selector, again.evidence[0].quote)
            if str(again.outcome) in GOOD and same == (evidence.selector, evidence.quote):
                stayed.append((name, check))
    assert stayed == []
