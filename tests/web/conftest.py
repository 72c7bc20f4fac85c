"""The web app over a city that was measured three times, with a person in each group."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client, override_settings
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from model.decision import Group
from tests.conftest import connected_to
from tests.web import city

PASSWORD = "een-lang-wachtwoord-12"
LogIn = Callable[[str], Client]
PASSED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test's fixtures know whether it passed."""
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(scope="session")
def measured(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: pytest.DjangoDbBlocker
) -> Path:
    """A database file with the city, its runs and its people."""
    file = tmp_path_factory.mktemp("stad") / "stad.sqlite3"
    shutil.copy(sqlite_template, file)
    with django_db_blocker.unblock(), connected_to(f"sqlite:///{file}"):
        city.fill()
        for group in Group:
            user = User.objects.create_user(group.value, password=PASSWORD)
            user.groups.add(GroupRow.objects.get_or_create(name=group.value)[0])
        User.objects.create_user("niemand", password=PASSWORD)
        connections["default"].execute_wrappers.clear()
        connections["default"].cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture
def app(measured: Path, tmp_path: Path, django_db_blocker: pytest.DjangoDbBlocker) -> Iterator[Path]:
    """A copy of the city's database for one test, and a place for what is derived."""
    file = tmp_path / "stad.sqlite3"
    shutil.copy(measured, file)
    with (
        django_db_blocker.unblock(),
        connected_to(f"sqlite:///{file}"),
        override_settings(CACHES=_caches(tmp_path), VAR=tmp_path, CATALOG=tmp_path / "catalogus.csv"),
    ):
        yield file


@pytest.fixture
def as_(app: Path) -> LogIn:
    """A browser without scripts in which somebody is logged in; "" for nobody."""

    def log_in(name: str) -> Client:
        client = Client(raise_request_exception=True)
        if name:
            client.force_login(User.objects.get(username=name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return log_in


@pytest.fixture
def site(app: Path) -> Iterator[str]:
    """The app on a port of this machine."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    """A real browser."""
    options = webdriver.ChromeOptions()
    options.binary_location = django_settings.CHROMIUM
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service(django_settings.CHROMEDRIVER))
    yield browser
    browser.quit()


def log_in(driver: webdriver.Chrome, site: str, name: str) -> None:
    """Log in by keyboard."""
    driver.get(f"{site}/inloggen/")
    driver.delete_all_cookies()
    driver.get(f"{site}/inloggen/")
    driver.find_element(By.ID, "id_username").send_keys(name)
    driver.find_element(By.ID, "id_password").send_keys(f"{PASSWORD}\n")
    logged_in = (By.CSS_SELECTOR, "form[action='/uitloggen/']")
    WebDriverWait(driver, 30).until(expected_conditions.presence_of_element_located(logged_in))


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def process_request_thread(self, request: object, address: object) -> None:
        try:
            super().process_request_thread(request, address)
        finally:
            connections.close_all()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _caches(folder: Path) -> dict[str, dict[str, object]]:
    return {"default": {**django_settings.CACHES["default"], "LOCATION": folder / "afgeleid"}}
