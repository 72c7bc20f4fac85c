from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.addresses import page_key
from crawler.site import EXPLANATIONS, LinkChoice, Surroundings, choose_links, gave_way, says_not_found
from model.page import Page, Role
from model.product import Product
from model.profile import SiteProfile
from pages import parse_page

SITE = "https://www.voorbeeld.nl"
URL = f"{SITE}/paspoort-aanvragen"
PRODUCT = Product(id="paspoort", name="Paspoort aanvragen", urls=(URL,))
AROUND = Surroundings(
    profile=SiteProfile(name="v", municipality="V", hosts=("www.voorbeeld.nl",), not_products=("/nieuws/", "/wonen/")),
    hosts=("www.voorbeeld.nl",),
    owners={page_key(URL): {"paspoort"}, page_key(f"{SITE}/rijbewijs-aanvragen"): {"rijbewijs"}},
    names=("Paspoort aanvragen", "Rijbewijs aanvragen", "Identiteitskaart"),
)


def read(main: str, *, url: str = URL, role: Role = Role.PRODUCTPAGINA, around: str = "") -> Page:
    html = f'<html lang="nl"><title>Paspoort</title><body>{around}<main><h1>Paspoort</h1>{main}</main></body></html>'
    return parse_page(html.encode(), url=url, role=role)


def choices(main: str, **how: object) -> dict[str, LinkChoice]:
    """Each link's choice by its path."""
    return {each.url.removeprefix(SITE): each for each in choose_links(read(main, **how), PRODUCT, AROUND)}  # type: ignore[arg-type]


def role_of(link: str, **how: object) -> Role | None:
    (choice,) = choices(link, **how).values()
    return choice.role


@pytest.mark.parametrize(
    "link",
    [
        '<p><a href="/leges">Bekijk de tarieven</a></p>',
        '<p><a href="/leges">Wat kost een paspoort?</a></p>',
        '<p><a href="/leges">Overzicht van de leges</a></p>',
        '<p><a href="/parkeren">Parkeertarieven</a></p>',
        '<p><a href="/x">Wat betaalt u voor een paspoort</a></p>',
        '<p><a href="/x">Hoe lang duurt de aanvraag?</a></p>',
        '<p><a href="/x">Behandeltermijnen</a></p>',
        '<p><a href="/x">Adressen en openingstijden</a> van de balies.</p>',
        '<p>Kom naar een van de <a href="/x">stadswinkels</a>.</p>',
        '<p><a href="/x">Zo vraagt u een paspoort aan</a></p>',
        '<p><a href="/x">Uitleg bij het formulier</a></p>',
        '<p><a href="/x">Lees hoe u een paspoort aanvraagt</a></p>',
        '<p>Lees <a href="/x">wat een paspoort kost</a>.</p>',
        '<p>De tarieven vindt u <a href="/x">hier</a>.</p>',
        '<p>Lees <a href="/x">meer informatie</a> over de kosten.</p>',
    ],
)
def test_a_link_that_says_tariff_term_places_or_explanation_is_followed(link):
    assert role_of(link) is Role.TOELICHTING


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ('<p><a href="/paspoort-vermist">Paspoort vermist</a></p>', "zegt niet"),
        ('<p>De kosten zijn hoog. Lees <a href="/x">hier</a> de voorwaarden.</p>', "zegt niet"),
        ('<p><a href="https://elders.nl/tarieven">Tarieven</a></p>', "Andere site"),
        ('<p><a href="/tarieven.pdf">Tarieven</a></p>', "Document"),
        ('<p><a href="/agenda/?maand=12">Openingstijden in december</a></p>', "Agenda"),
        ('<p><a href="/lijst?page=2">Meer tarieven</a></p>', "Agenda"),
        ('<p><a href="/nieuws/tarieven">Tarieven omhoog</a></p>', "Nieuws"),
        ('<p><a href="/formulier/paspoort">Uitleg en formulier</a></p>', "Formulier"),
        ('<p><a href="/inloggen">Bekijk uw kosten</a></p>', "Formulier"),
        ('<p><a href="/">Alle kosten</a></p>', "Voorpagina"),
        ('<p><a href="/rijbewijs-aanvragen">Wat kost het?</a></p>', "ander product"),
        ('<p><a href="/tarieven-id">Tarieven identiteitskaart</a></p>', "noemt een ander product"),
    ],
)
def test_a_link_that_does_not_belong_to_the_product_is_refused_with_the_reason(link, reason):
    (choice,) = choices(link).values()
    assert choice.role is None
    assert reason in choice.reason


def test_menus_footers_and_related_links_are_never_looked_at():
    around = '<nav><a href="/tarieven">Tarieven</a></nav><footer><a href="/openingstijden">Openingstijden</a></footer>'
    related = '<h2>Zie ook</h2><ul><li><a href="/kosten">Kosten van documenten</a></li></ul>'
    assert not [each for each in choices(related, around=around).values() if each.role]


def test_mail_phone_forms_and_the_page_itself_are_no_links_to_follow():
    main = """<p><a href="mailto:a@voorbeeld.nl">Kosten</a> <a href="tel:14010">Kosten</a> <a href="#kosten">Kosten</a>
    <a href="?utm_source=x">Kosten</a></p><form action="/kosten" method="post"><button>Kosten berekenen</button></form>"""
    assert choices(main) == {}


def test_the_start_flow_and_channel_pages_below_the_product_belong_to_it():
    main = """<p><a href="/paspoort-aanvragen/start-paspoort-aanvragen">Aanvragen</a>
    <a href="/paspoort-aanvragen/per-post">Per post aanvragen</a> <a href="/paspoort-aanvragen-spoed">Spoed</a>
    <a href="/paspoort-aanvragen/kosten">Wat kost een paspoort?</a></p>"""
    assert {path: each.role for path, each in choices(main).items()} == {
        "/paspoort-aanvragen/start-paspoort-aanvragen": Role.STARTPROCES,
        "/paspoort-aanvragen/per-post": Role.STARTPROCES,
        "/paspoort-aanvragen-spoed": None,
        "/paspoort-aanvragen/kosten": Role.TOELICHTING,
    }


def test_pages_below_a_product_that_stands_among_the_themes_belong_to_it():
    main = '<p><a href="/wonen/subsidie/kosten">Kosten</a> <a href="/wonen/kosten">Kosten van wonen</a></p>'
    found = choices(main, url=f"{SITE}/wonen/subsidie")
    assert found["/wonen/subsidie/kosten"].role is Role.TOELICHTING
    assert found["/wonen/kosten"].role is None


def test_a_step_leads_to_further_steps_and_to_nothing_else():
    main = """<p>Stap 1 van 3</p><p><a href="/paspoort-aanvragen/start-paspoort-aanvragen/stap-2">Volgende stap</a>
    <a href="?stap=3">Stap 3 van 3</a> <a href="/tarieven">Bekijk de tarieven</a> <a href="/paspoort-aanvragen">Terug</a></p>"""
    start = f"{URL}/start-paspoort-aanvragen"
    found = choices(main, url=start, role=Role.STARTPROCES)
    assert [path for path, each in found.items() if each.role is Role.STARTPROCES] == [
        "/paspoort-aanvragen/start-paspoort-aanvragen/stap-2",
        "/paspoort-aanvragen/start-paspoort-aanvragen?stap=3",
    ]
    assert found["/tarieven"].role is None


def test_an_explanation_leads_nowhere():
    assert choices('<p><a href="/leges">Bekijk de tarieven</a></p>', role=Role.TOELICHTING) == {}


def test_no_more_than_eight_explanations_are_followed_and_the_others_say_so():
    links = "".join(f'<li><a href="/tarieven-{number}">Tarieven {number}</a></li>' for number in range(12))
    found = choices(f"<ul>{links}</ul>")
    assert [each.role for each in found.values()] == [Role.TOELICHTING] * EXPLANATIONS + [None] * (12 - EXPLANATIONS)
    assert str(EXPLANATIONS) in found["/tarieven-11"].reason


def test_the_same_page_under_two_addresses_is_one_choice_and_the_telling_link_wins():
    main = '<p><a href="/leges/">klik</a> en <a href="/leges?utm_source=x">de tarieven</a></p>'
    assert [each.role for each in choices(main).values()] == [Role.TOELICHTING]


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Pagina niet gevonden", True),
        ("404 - Niet gevonden", True),
        ("Page not found", True),
        ("Gevonden voorwerpen", False),
        ("Paspoort niet gevonden of gestolen", False),
    ],
)
def test_a_page_that_says_that_it_does_not_exist_is_recognised_by_its_title(title, missing):
    html = f"<html><title>{title}</title><body><main><h1>{title}</h1><p>Tekst</p></main></body></html>"
    page = parse_page(html.encode(), url=URL)
    assert says_not_found(page) is missing


@pytest.mark.parametrize(
    ("asked", "final", "gone"),
    [
        ("/loket/paspoort/", "/", True),
        ("/loket/paspoort/", "/nieuws/alles", True),
        ("/loket/paspoort/", "/paspoort-aanvragen", False),
        ("/wonen/vergunning", "/wonen/vergunning-nieuw", False),
        ("/", "/", False),
    ],
)
def test_an_address_that_leads_to_the_front_page_or_to_news_holds_no_product_any_more(asked, final, gone):
    assert bool(gave_way(SITE + asked, SITE + final, AROUND.profile)) is gone


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None, max_examples=200)
def test_any_link_gets_a_decision(href, text):
    page = read('<p><a href="/leges">Tarieven</a></p>')
    block = page.sections[0].blocks[-1]
    link = replace(block.links[0], url=f"https://www.voorbeeld.nl/{href}", text=text)
    odd = replace(link, url=f"https://{href}", text=text)
    section = replace(page.sections[0], blocks=(replace(block, text=text, links=(link, odd)),))
    for choice in choose_links(replace(page, sections=(section,)), PRODUCT, AROUND):
        assert choice.reason
