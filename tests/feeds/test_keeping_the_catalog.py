from __future__ import annotations

import csv
import io
import json

import pytest
from pytest_httpserver import HTTPServer

from goedgeregeld import settings
from tests.commands.conftest import Run
from tests.feeds.official import SITE, Made, catalog

PAGE = (
    "<!doctype html><html lang='nl'><title>P</title><main><h1>{}</h1><p>Vraag het aan bij de balie.</p></main></html>"
)


def test_compare_counts_each_municipal_name_once_and_says_the_same_again(tmp_path, goedgeregeld: Run):
    first = goedgeregeld("catalog", "compare", "--out", tmp_path / "upl.csv")
    again = goedgeregeld("catalog", "compare", "--out", tmp_path / "upl2.csv")
    assert first.returncode == 0
    assert first.stdout.replace("upl.csv", "upl2.csv") == again.stdout
    assert (tmp_path / "upl.csv").read_bytes() == (tmp_path / "upl2.csv").read_bytes()
    told = json.loads(goedgeregeld("catalog", "compare", "--json").stdout)
    with settings.UPL.open(encoding="utf-8") as stream:
        municipal = [row["naam"] for row in csv.DictReader(stream) if row["gemeente"] == "ja"]
    names = [*told["in_de_catalogus"], *told["geldt_hier_niet"], *told["ontbreekt"]]
    assert sorted(names) == sorted(set(municipal) - {"UPL-naam nog niet beschikbaar"})
    assert told["aantal_namen"] == len(names)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "upl.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == len(names)


def test_a_name_that_does_not_apply_here_is_kept_with_its_reason_and_counts_apart(tmp_path, goedgeregeld: Run):
    file = catalog(tmp_path / "c.csv", [Made(number="1", title="Paspoort", url=f"{SITE}/p")])
    before = json.loads(goedgeregeld("catalog", "compare", "--catalog", file, "--json").stdout)
    assert "aanleunwoning" in before["ontbreekt"]
    because = "Die zijn van de woningcorporaties."
    for _ in range(2):
        said = goedgeregeld(
            "catalog", "compare", "--catalog", file, "--not-here", "Aanleunwoning", "--because", because, "--json"
        )
    after = json.loads(said.stdout)
    assert after["geldt_hier_niet"] == {"aanleunwoning": because}
    assert len(after["ontbreekt"]) == len(before["ontbreekt"]) - 1
    kept = (tmp_path / "niet_van_toepassing.csv").read_text()
    assert kept.count("aanleunwoning") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--not-here", "vliegend tapijt", "--because", "x"), "staat niet in de landelijke lijst"),
        (("--not-here", "aanleunwoning"), "--because"),
        (("--because", "x"), "--not-here"),
    ],
)
def test_a_reason_without_a_name_or_a_name_without_a_reason_is_refused(tmp_path, goedgeregeld: Run, arguments, says):
    file = catalog(tmp_path / "c.csv", [Made(number="1", title="Paspoort", url=f"{SITE}/p")])
    refused = goedgeregeld("catalog", "compare", "--catalog", file, *arguments)
    assert refused.returncode == 2
    assert says in refused.stderr
    assert not (tmp_path / "niet_van_toepassing.csv").exists()


def test_faults_in_the_list_of_what_does_not_apply_come_with_their_lines(tmp_path, goedgeregeld: Run):
    file = catalog(tmp_path / "c.csv", [Made(number="1", title="Paspoort", url=f"{SITE}/p")])
    (tmp_path / "niet_van_toepassing.csv").write_text("upl,omdat,sinds\nvliegend tapijt,x,\nrijbewijs,,\n")
    refused = goedgeregeld("catalog", "compare", "--catalog", file)
    assert refused.returncode == 2
    assert "regel 2, kolom upl" in refused.stderr
    assert "regel 3, kolom omdat" in refused.stderr


def test_the_published_list_is_read_as_well_as_ours(tmp_path, goedgeregeld: Run):
    file = catalog(tmp_path / "c.csv", [Made(number="1", title="Paspoort", url=f"{SITE}/p")])
    published = tmp_path / "UPL-actueel.csv"
    published.write_text(
        "\ufeffUniformeProductnaam,URI,Rijk,Gemeente,Aanvraag\n"
        "paspoort,http://x.example/p,,X,X\npaspoort,http://x.example/p,,X,\nvuurwapen,http://x.example/v,X,,\n",
        encoding="utf-8",
    )
    told = json.loads(goedgeregeld("catalog", "compare", "--catalog", file, "--upl", published, "--json").stdout)
    assert (told["aantal_namen"], told["in_de_catalogus"]) == (1, {"paspoort": ["p-1"]})


def test_check_names_what_is_doubtful_and_stops_at_what_is_wrong(tmp_path, goedgeregeld: Run):
    made = [
        Made(number="1", title="Paspoort", url=f"{SITE}/p"),
        Made(number="2", title="Paspoort", url="https://www.elders.example/p"),
        Made(number="3", title="Tapijt", url=f"{SITE}/t", upl=("vliegend tapijt", "")),
    ]
    file = catalog(tmp_path / "c.csv", made)
    seen = goedgeregeld("catalog", "check", "--catalog", file, "--json")
    assert seen.returncode == 1
    places = {(each["product"], each["kolom"]) for each in json.loads(seen.stdout)}
    assert {("p-1", "naam"), ("p-2", "naam"), ("p-2", "urls"), ("p-3", "upl")} <= places
    file.write_text(file.read_text().replace(f"{SITE}/t", "geen-adres"))
    wrong = goedgeregeld("catalog", "check", "--catalog", file)
    assert wrong.returncode == 2
    assert "regel 4, kolom urls" in wrong.stderr


def test_discover_finds_product_pages_without_a_row_and_rows_without_a_page(
    tmp_path, httpserver: HTTPServer, goedgeregeld: Run
):
    url = httpserver.url_for("").rstrip("/")
    named = ["/paspoort-aanvragen", "/rijbewijs-aanvragen/", "/kapvergunning-aanvragen", "/over-ons", "/folder.pdf",
             "/paspoort-aanvragen/start-paspoort", "/nieuws/paspoort-aanvragen", "/"]  # fmt: skip
    entries = "".join(f"<url><loc>{url}{path}</loc></url>" for path in named)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    httpserver.expect_request("/robots.txt").respond_with_data(f"User-agent: *\nDisallow:\nSitemap: {url}/index.xml\n")
    httpserver.expect_request("/index.xml").respond_with_data(
        f"<sitemapindex {space}><sitemap><loc>{url}/een.xml</loc></sitemap>"
        "<sitemap><loc>http://169.254.169.254/x.xml</loc></sitemap></sitemapindex>"
    )
    httpserver.expect_request("/een.xml").respond_with_data(f"<urlset {space}>{entries}</urlset>")
    httpserver.expect_request("/verborgen").respond_with_data(PAGE.format("Verborgen"), content_type="text/html")
    made = [
        Made(number="1", title="Paspoort", url=f"{SITE}/paspoort-aanvragen"),
        Made(number="2", title="Verborgen", url=f"{SITE}/verborgen"),
        Made(number="3", title="Weg", url=f"{SITE}/weg"),
    ]
    file, out = catalog(tmp_path / "c.csv", made), tmp_path / "gevonden.csv"
    done = goedgeregeld("catalog", "discover", "--catalog", file, "--site", url, "--out", out, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["paginas_in_sitemap"], told["regels_in_sitemap"]) == (8, 1)
    found = [(each["adres"].removeprefix(url), each["upl"], each["waarschijnlijk"]) for each in told["zonder_regel"]]
    assert found == [
        ("/rijbewijs-aanvragen/", "rijbewijs", True),
        ("/kapvergunning-aanvragen", "", True),
        ("/over-ons", "", False),
    ]
    assert {each["id"]: each["weg"] for each in told["niet_in_sitemap"]} == {"p-2": False, "p-3": True}
    checked = goedgeregeld("catalog", "check", "--catalog", out)
    assert checked.returncode == 1
    assert "geen fouten" in checked.stdout


def test_a_sitemap_without_pages_is_a_failure(tmp_path, httpserver: HTTPServer, goedgeregeld: Run):
    file = catalog(tmp_path / "c.csv", [Made(number="1", title="Paspoort", url=f"{SITE}/p")])
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/sitemap.xml").respond_with_data("<urlset></urlset>")
    refused = goedgeregeld("catalog", "discover", "--catalog", file, "--site", httpserver.url_for("").rstrip("/"))
    assert refused.returncode == 2
    assert "geen enkele pagina" in refused.stderr
