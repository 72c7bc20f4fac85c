"""``init``: a site that nobody described gets a profile and a catalog that need no editing, and never loses a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.catalog import read_catalog
from crawler.profile import read_profile
from demo.elsewhere import TOWNS
from demo.server import Replica
from feeds.discovery import Candidate
from goedgeregeld.beginning import Learned, folders, profile_text, row_of
from model.product import Possible
from tests.commands.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture(params=TOWNS.values(), ids=TOWNS)
def replica(request: pytest.FixtureRequest) -> Iterator[Replica]:
    with Replica(town=request.param) as running:
        yield running


def test_a_first_profile_and_catalog_hold_what_the_site_itself_tells(
    replica: Replica, goedgeregeld: Run, tmp_path: Path
) -> None:
    told = goedgeregeld("init", tmp_path / "gemeente", "--name", "Elders", "--site", replica.base, "--yes")

    assert told.returncode == 0, told.stderr
    products = read_catalog(tmp_path / "gemeente" / "product_catalog.csv")
    profile = read_profile(tmp_path / "gemeente" / "siteprofiel.toml")
    truth = replica.truth.products
    assert {each.id: each.name for each in products} == {key: item.product.name for key, item in truth.items()}
    assert {each.online_possible for each in products} == {Possible.ONBEKEND}
    known = replica.profile(profile)
    assert profile.municipality == "Elders"
    assert set(known.form_hosts) == set(profile.form_hosts)
    assert set(known.appointment_hosts) == set(profile.appointment_hosts)
    assert profile.counters in [("de schakel",), ("het kompas",)]
    assert profile.portals in [("regelplein",), ("digiplein",)]
    assert all(any(item.path.startswith(path) for path in profile.product_paths) for item in truth.values())
    assert not any(item.path.startswith(profile.not_products) for item in truth.values())


def test_work_in_a_folder_with_a_site_profile_is_about_that_municipality(goedgeregeld: Run, tmp_path: Path) -> None:
    with Replica(town=TOWNS["diensten"]) as replica:
        goedgeregeld("init", tmp_path, "--name", "Elders", "--site", replica.base, "--yes")
        told = goedgeregeld("plan", GOEDGEREGELD_HOME=str(tmp_path))

    assert "18 van de 18 adressen van 18 producten worden opgehaald." in told.stdout


def test_what_is_there_already_is_not_overwritten(goedgeregeld: Run, tmp_path: Path) -> None:
    own = tmp_path / "product_catalog.csv"
    own.write_text("van mij", encoding="utf-8")

    told = goedgeregeld("init", tmp_path, "--name", "Elders", "--site", "http://127.0.0.1:9", "--yes")

    assert told.returncode == 2
    assert "bestaat al" in told.stderr
    assert own.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--site", "http://127.0.0.1:9"], "Hoe heet de gemeente? Geef het antwoord met --name."),
        (["--name", "Elders"], "Wat is het adres van de site? Geef het antwoord met --site."),
        (["--name", "Elders", "--site", "elders"], "is geen adres van een site"),
        (["--name", "Elders", "--site", "https://www.elders.example"], "Geef het antwoord met --contact."),
        (["--name", "Elders", "--site", "http://127.0.0.1:9"], "Noem de sitemap met --sitemap."),
    ],
)
def test_a_missing_answer_or_a_site_that_is_away_is_told_in_dutch(
    arguments: list[str], says: str, goedgeregeld: Run, tmp_path: Path
) -> None:
    told = goedgeregeld("init", tmp_path / "nieuw", *arguments)

    assert (told.returncode, "Traceback" in told.stderr) == (2, False)
    assert says in told.stderr
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_that_the_sitemap_does_not_name_is_refused_with_those_that_it_does(
    replica: Replica, goedgeregeld: Run, tmp_path: Path
) -> None:
    told = goedgeregeld("init", tmp_path, "--name", "E", "--site", replica.base, "--products", "/zomaar", "--yes")

    assert told.returncode == 2
    assert "Onder /zomaar/ noemt de sitemap geen pagina's. Wel onder: /" in told.stderr


def test_what_a_hostile_page_is_called_becomes_no_formula_and_breaks_no_file(tmp_path: Path) -> None:
    page = Candidate(url="https://x.example/a/b", name="", upl="", likely=True)
    text = profile_text('Ge"meente\\', "https://x.example", Learned(portals=('a"b\n[c]',)), products=["/a/"], others=[])
    (tmp_path / "siteprofiel.toml").write_text(text, encoding="utf-8")

    assert row_of(page, "=1+1\n|x", "b", "2026-11-24")["naam"] == "1+1 |x"
    assert row_of(page, "", "b", "2026-11-24")["naam"] == "b"
    profile = read_profile(tmp_path / "siteprofiel.toml")
    assert (profile.municipality, profile.portals) == ('Ge"meente\\', ('a"b\n[c]',))
    assert profile.hosts == ("x.example", "www.x.example")


def test_lists_of_products_and_pages_below_a_product_are_no_products() -> None:
    paths = [
        "/a/w",
        "/a/w/1",
        "/a/w/2",
        "/a/w/3",
        "/a/w/3/tarief",
        "/a/los-aanvragen",
        "/nieuws/los-aanvragen",
        "/contact",
    ]
    pages = [Candidate(url=f"https://x.example{p}", name="", upl="", likely="aanvragen" in p) for p in paths]

    found = {each.path: each for each in folders(pages)}

    assert {page.url.removeprefix("https://x.example") for page in found["/a/"].products} == {
        *("/a/w/1", "/a/w/2", "/a/w/3", "/a/los-aanvragen"),
    }
    assert not found["/nieuws/"].chosen
    assert found["/"].products == ()
