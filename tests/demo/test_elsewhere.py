"""The two small towns: other builds, other words, and checks that agree with what their pages say."""

from __future__ import annotations

import urllib.request

import pytest

from checks.check import judge
from demo.compare import compare
from demo.elsewhere import TOWNS
from demo.elsewhere.pages import build_town
from demo.elsewhere.town import Town
from demo.hosts import Hosts
from demo.server import Replica
from model.finding import ELEMENTS, Finding, Outcome
from model.page import Dossier, Page, Role
from model.profile import SiteProfile
from pages import parse_page

HOSTS = Hosts()
FACTS = SiteProfile(
    name="oefen",
    municipality="oefen",
    hosts=("127.0.0.1:8800",),
    form_hosts=("127.0.0.1:8801",),
    appointment_hosts=("127.0.0.1:8802",),
    external_hosts=("mijn.regiobelastingmidden.example",),
    counters=("de schakel", "het kompas"),
    portals=("regelplein", "digiplein"),
    partners=("regiobelasting midden",),
)
NOTHING_KNOWN = SiteProfile(name="", municipality="", hosts=())


def judged(town: Town, facts: SiteProfile) -> dict[str, dict[str, Finding]]:
    site = build_town(town, HOSTS)

    def read(path: str, role: Role) -> Page:
        return parse_page(site.answers[path].body, url=HOSTS.site + path, content_type="text/html", role=role)

    found: dict[str, dict[str, Finding]] = {}
    for item in site.truth.products.values():
        pages = [read(item.path, Role.PRODUCTPAGINA)]
        pages += [read(path, Role.TOELICHTING) for path in set(item.through.values())]
        dossier = Dossier(product=item.product, pages=tuple(pages), profile=facts)
        found[item.product.id] = {result.check_id: result.finding for result in judge(dossier)}
    return found


@pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
def test_the_checks_agree_with_what_the_pages_of_another_build_say(town: Town) -> None:
    compared = compare(town.truth(), judged(town, FACTS))

    assert compared.agrees, "\n".join(compared.lines())


@pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
def test_without_its_profile_a_town_with_names_of_its_own_is_judged_worse(town: Town) -> None:
    compared = compare(town.truth(), judged(town, NOTHING_KNOWN))

    assert len(compared.differences) >= 3


@pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
def test_a_town_has_products_of_every_outcome_and_uses_every_wording(town: Town) -> None:
    products = town.truth().products.values()

    assert 12 <= len(products) <= 25
    for element in ELEMENTS:
        assert {item.labels[element] for item in products} >= {Outcome.AANWEZIG, Outcome.ONTBREEKT} - (
            {Outcome.ONTBREEKT} if element == "waar" else set()
        )
    used = {wording for item in products for wording in item.variants.values()}
    assert used == {each.id for each in (*town.routes, *town.costs, *town.terms)}


@pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
def test_another_seed_gives_another_truth_and_the_same_seed_the_same_bytes(town: Town) -> None:
    assert build_town(town, HOSTS, 7).answers == build_town(town, HOSTS, 7).answers
    seven, eight = town.truth(7).products, town.truth(8).products
    assert {key: item.variants for key, item in seven.items()} != {key: item.variants for key, item in eight.items()}


def test_a_town_is_served_on_loopback_with_its_sitemaps() -> None:
    for town in TOWNS.values():
        with Replica(town=town) as replica:
            robots = urllib.request.urlopen(f"{replica.base}/robots.txt").read().decode()
            sitemap = urllib.request.urlopen(f"{replica.base}/sitemap.xml").read().decode()
        assert ("Sitemap:" in robots) is not town.split_sitemap
        assert ("sitemapindex" in sitemap) is town.split_sitemap
