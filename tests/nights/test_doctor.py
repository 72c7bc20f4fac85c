"""``doctor`` finds each broken set-up and says in Dutch what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from goedgeregeld import examining, settings, surroundings
from goedgeregeld.examining import Examined
from model.run import RunState
from store import history, stages
from store.stages import Stage
from tests.conftest import connected_to
from tests.nights.city import City
from tests.nights.conftest import Program
from tests.store.made_up import a_run

PROFILE = settings.ROOT / "profiles" / "rotterdam.toml"
Break = Callable[[str, object], None]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Set one setting otherwise, as if the server fixed it."""

    def set_otherwise(name: str, value: object) -> None:
        for place in (settings, django_settings):
            monkeypatch.setattr(place, name, value, raising=False)

    return set_otherwise


@pytest.fixture(autouse=True)
def _fixed_on_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was chosen in Beheer; there is no database to ask in most of these tests."""
    monkeypatch.setattr(django_settings, "FIXED", frozenset({"CONTACT", "MAIL_TO"}))


def said(found: Examined, seen: str, advice: str) -> None:
    assert not found.good
    assert seen in found.seen
    assert advice in found.advice


def test_1_a_database_that_cannot_be_opened(tmp_path: Path, django_db_blocker):
    (tmp_path / "bestand").write_text("geen map")
    with django_db_blocker.unblock(), connected_to(f"sqlite:///{tmp_path}/bestand/gg.sqlite3"):
        said(examining.examine_database(), "kan niet worden geopend", "Kijk of DATABASE_URL klopt")


def test_2_a_database_server_that_is_off(django_db_blocker):
    with django_db_blocker.unblock(), connected_to("postgresql://niemand@127.0.0.1:9/weg"):
        said(examining.examine_database(), "postgresql", "of de databaseserver aan staat")


def test_3_a_folder_where_nothing_can_be_written(broken: Break):
    broken("VAR", Path("/proc/goedgeregeld"))
    found = examining.examine_disk()
    assert not found.good
    assert "schrijfrecht" in found.advice or "ruimte" in found.advice


def test_4_too_little_room(broken: Break, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(examining, "_LEAST_DISK", 10**18)
    said(examining.examine_disk(), "GB vrij", "Maak ruimte vrij")


def test_5_a_browser_that_is_not_there():
    said(
        examining.examine_program("Chromium", "/nergens/chromium", "chromium"), "start niet", "apt-get install chromium"
    )


def test_6_browser_and_driver_of_different_versions(broken: Break, tmp_path: Path):
    other = tmp_path / "chromedriver"
    other.write_text("#!/bin/sh\necho ChromeDriver 99.0.1.2\n")
    other.chmod(0o755)
    broken("CHROMEDRIVER", str(other))
    said(examining.examine_same_version(), "99", "van dezelfde versie")


def test_7_an_axe_that_is_not_installed(broken: Break, tmp_path: Path):
    broken("NODE_MODULES", tmp_path)
    said(examining.examine_axe(), "niet gevonden", "make setup")


def test_8_a_faulty_catalog(tmp_path: Path):
    file = tmp_path / "catalogus.csv"
    file.write_text("id,naam\nx,y\n")
    said(examining.examine_catalog(file), "catalogus.csv", "docs/productcatalogus.md")


def test_9_a_site_profile_that_is_not_there(tmp_path: Path):
    said(examining.examine_profile(tmp_path / "weg.toml"), "weg.toml", "siteprofiel")


def test_10_no_contact_for_the_site(broken: Break):
    broken("CONTACT", "")
    said(examining.examine_contact(), "niet ingesteld", "GOEDGEREGELD_CONTACT")


def test_11_a_site_that_does_not_answer(city: City, tmp_path: Path):
    city.stop()
    found = surroundings.examine_site(city.catalog(tmp_path / "c.csv"), PROFILE, city.url)
    said(found, "antwoordt niet", "firewall")


def test_12_a_site_that_refuses_us(city: City, tmp_path: Path):
    city.robots = (403, "")
    found = surroundings.examine_site(city.catalog(tmp_path / "c.csv"), PROFILE, city.url)
    said(found, "status 403", "toe te laten")


def test_13_a_site_whose_name_points_into_the_own_network(city: City, tmp_path: Path):
    import socket

    port = city.url.rpartition(":")[2]
    found = surroundings.examine_site(
        city.catalog(tmp_path / "c.csv"), PROFILE, f"http://{socket.gethostname()}:{port}"
    )
    said(found, "eigen netwerk", "GOEDGEREGELD_PRIVATE_HOSTS")


def test_14_a_clock_that_is_wrong(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(surroundings, "_CLOCK", timedelta(seconds=-1))
    said(surroundings.examine_clock(city.catalog(tmp_path / "c.csv"), city.url), "seconden", "timedatectl")


def test_15_receivers_that_cannot_be_read(broken: Break):
    broken("NOTIFY", "redactie mailto://iemand")
    said(surroundings.examine_notifications(send=False), "geen doelgroep", "GOEDGEREGELD_NOTIFY")


def test_16_a_mail_server_that_is_off_and_its_password_is_not_shown(broken: Break):
    broken("NOTIFY", "beheer mailto://melder:zeergeheim@127.0.0.1:9?from=a@b.nl&to=c@d.nl")
    found = surroundings.examine_notifications(send=True)
    said(found, "1 van de 1 mislukt", "wachtwoord")
    assert "zeergeheim" not in found.seen


@pytest.mark.usefixtures("sqlite_database")
def test_17_a_timer_that_does_not_run():
    history.start_run(a_run(started_at=datetime.now(UTC) - timedelta(days=3)), [])
    history.finish_run("nacht", finished_at=datetime.now(UTC) - timedelta(days=3), state=RunState.VOLLEDIG)
    said(surroundings.examine_nights(), "de laatste meting is van", "systemctl list-timers")


@pytest.mark.usefixtures("sqlite_database")
def test_18_a_night_that_hangs_half_way():
    stages.begin(a_run(started_at=datetime.now(UTC) - timedelta(hours=14)), [])
    said(surroundings.examine_nights(), "niet klaar", "nightly --resume")
    stages.reach("nacht", Stage.KLAAR)
    assert surroundings.examine_nights().good


@pytest.mark.browser
def test_19_all_of_it_from_the_command_line(goedgeregeld: Program, tmp_path: Path):
    catalog = goedgeregeld.city.catalog(tmp_path / "catalogus.csv")
    found = goedgeregeld(
        "doctor", "--catalog", catalog, "--site", goedgeregeld.city.url, GOEDGEREGELD_CHROMEDRIVER="/nergens"
    )
    assert found.returncode == 1
    assert "LET OP  ChromeDriver: /nergens start niet" in found.stdout
    assert "LET OP  Proef in de browser" in found.stdout
    assert "goed  Site: 127.0.0.1" in found.stdout
    assert "Traceback" not in found.stdout + found.stderr
