from __future__ import annotations

from datetime import date

import pytest

from crawler.plan import plan
from crawler.profile import read_profile
from crawler.robots import Robots, read_robots
from model.errors import UserError
from tests.crawler.conftest import DAY, PROFILE, product
from tests.crawler.unfriendly import UnfriendlySite, redirect

PRODUCTS = [
    product("open", "/open", "/loket/open/"),
    product("zelfde", "/open/"),
    product("dicht", "/dicht/x"),
    product("straks", "/straks", active_from=date(2027, 1, 1)),
    product("voorbij", "/voorbij", active_until=date(2026, 11, 23)),
    product("buiten", "https://formulieren.voorbeeld.nl/x"),
]
RULES = b"User-agent: *\nDisallow: /dicht/"


def test_every_catalog_address_is_in_the_plan_with_its_reason_and_robots_txt_is_all_that_is_asked():
    with UnfriendlySite(robots=redirect("/regels"), routes={"/regels": (200, {}, RULES)}) as site:
        rows = plan(PRODUCTS, PROFILE, site.url, DAY)
    assert [(row.product_id, row.asked) for row in rows] == [
        ("open", True),
        ("open", True),
        ("zelfde", False),
        ("dicht", False),
        ("straks", False),
        ("voorbij", False),
        ("buiten", False),
    ]
    reasons = {row.product_id: row.reason for row in rows}
    assert "'Open'" in reasons["zelfde"]
    assert "robots.txt" in reasons["dicht"]
    assert "begint op 1-1-2027" in reasons["straks"]
    assert "eindigde op 23-11-2026" in reasons["voorbij"]
    assert "formulieren.voorbeeld.nl" in reasons["buiten"]
    assert site.asked == ["/robots.txt", "/regels"]
    assert rows[0].url == f"{site.url}/open"


def test_given_robots_nothing_is_asked():
    rows = plan(PRODUCTS, PROFILE, "", DAY, {"https://www.voorbeeld.nl/robots.txt": read_robots(200, RULES)})
    assert [row.product_id for row in rows if row.asked] == ["open", "open"]


@pytest.mark.parametrize("robots", [(500, {}, b""), redirect("http://127.0.0.1:1/robots.txt")])
def test_a_robots_txt_that_cannot_be_read_is_told_unless_it_leads_outside(robots):
    with UnfriendlySite(robots=robots) as site:
        rows = plan(PRODUCTS[:1], PROFILE, site.url, DAY)
    assert {row.asked for row in rows} == {robots[0] != 500}


def test_an_unreadable_robots_txt_forbids_all():
    robots = {"https://www.voorbeeld.nl/robots.txt": Robots(unreadable="robots.txt is niet te lezen.")}
    assert {row.reason for row in plan(PRODUCTS[:1], PROFILE, "", DAY, robots)} == {"robots.txt is niet te lezen."}


def test_asking_others_for_robots_txt_needs_a_contact():
    with pytest.raises(UserError, match="contactadres"):
        plan(PRODUCTS, PROFILE, "", DAY)


def test_a_profile_is_read_and_a_wrong_one_is_the_persons_mistake(tmp_path):
    path = tmp_path / "voorbeeld.toml"
    path.write_text('municipality = "Voorbeeld"\nhosts = ["www.voorbeeld.nl"]\n', "utf-8")
    profile = read_profile(path)
    assert (profile.name, profile.municipality, profile.hosts) == ("voorbeeld", "Voorbeeld", ("www.voorbeeld.nl",))
    for text in ("hosts = [", "hosts = []", 'hosts = "x"', 'hosts = ["x"]\nkleur = ["rood"]', "hosts = [1]"):
        path.write_text(text, "utf-8")
        with pytest.raises(UserError):
            read_profile(path)
    with pytest.raises(UserError):
        read_profile(tmp_path / "weg.toml")
