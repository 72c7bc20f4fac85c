"""Every named fault ends in its named outcome, all in one crawl."""

from __future__ import annotations

import datetime
import gzip
import resource
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bench.cluster import Cluster
from crawler.crawl import crawl
from model.errors import UserError
from model.page import FetchOutcome, Snapshot
from model.product import Product
from model.profile import SiteProfile
from store import history
from store.patience import patience
from tests.conftest import connected_to
from tests.crawler.unfriendly import UnfriendlySite, drips_for_ever, page
from tests.nights.faults import ALL, FAULTS, Fault, table
from tests.store.made_up import a_product, a_run, a_snapshot

ROBOTS = b"User-agent: *\nDisallow: /verboden/\n"


class FaultServer:
    """Writes exactly the bytes that a fault asks for; the path is the number of the fault."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.host = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.ended = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            with connection:
                asked = connection.recv(65536)
                path = asked.split(b" ")[1].decode("latin-1") if b" " in asked else ""
                for piece in self._pieces(path):
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def _pieces(self, path: str) -> Iterator[bytes]:
        if path == "/robots.txt":
            yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%b" % (len(ROBOTS), ROBOTS)
            return
        if path.startswith("/keten/"):
            there = f"http://{self.host}/keten/{int(path.rpartition('/')[2]) + 1}"
            yield f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {there}\r\n\r\n".encode()
            return
        if path == "/doorverwijzing/kring-b":
            number = next(n for n, fault in enumerate(FAULTS) if fault.name == "kring van twee")
            yield f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://{self.host}/{number}\r\n\r\n".encode()
            return
        if not path[1:].isdecimal():
            yield b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
            return
        fault = FAULTS[int(path[1:])]
        if fault.answer is None:
            return
        last = b""
        for last in fault.answer(f"http://{self.host}"):
            yield last
        while fault.drip and not self.ended.wait(0.1):
            yield last
        if fault.hold:
            self.ended.wait(60)

    def stop(self) -> None:
        self.ended.set()
        self._listener.close()


def _certificate(folder: Path, name: str, *, expired: bool) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=30))
        .not_valid_after(now + datetime.timedelta(days=-1 if expired else 30))
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


class SecureServer:
    """Speaks TLS with a certificate that nobody trusts."""

    def __init__(self, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._listener = context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
                connection.close()
            except ssl.SSLError:
                continue
            except OSError:
                return

    def stop(self) -> None:
        self._listener.close()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Snapshot]]:
    """The snapshot of each fault, by its name: one crawl over all of them."""
    folder = tmp_path_factory.mktemp("tls")
    for fault in FAULTS:
        if fault.group == "compressie" and fault.answer:
            fault.answer("")  # folds the bombs, which takes longer than a site may
    server = FaultServer()
    own = SecureServer(_certificate(folder, "eigen", expired=False))
    expired = SecureServer(_certificate(folder, "verlopen", expired=True))
    places = {
        "base": f"http://{server.host}",
        "server": server.host,
        "host": socket.gethostname(),
        "eigen": str(own.port),
        "verlopen": str(expired.port),
    }

    def address(number: int, fault: Fault) -> str:
        return fault.address.format(**places) if fault.address else f"http://{server.host}/{number}"

    urls = {fault.name: address(number, fault) for number, fault in enumerate(FAULTS)}
    hosts = {url.split("/")[2] for url in urls.values()}
    products = [Product(id=name, name=name, urls=(url,)) for name, url in urls.items()]
    found: dict[str, Snapshot] = {}

    def save(snapshot: Snapshot, _body: bytes) -> None:
        if snapshot.role.value == "productpagina":
            found[snapshot.product_id] = snapshot

    crawl(
        products,
        run_id="proef",
        profile=SiteProfile(name="proef", municipality="Proef", hosts=tuple(hosts)),
        contact="beheer@voorbeeld.nl",
        save=save,
        settings={
            "DOWNLOAD_TIMEOUT": 12,
            "DOWNLOAD_DELAY": 0,
            "AUTOTHROTTLE_ENABLED": False,
            "CONCURRENT_REQUESTS": 16,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
            "SITE_DOWN_AFTER": 1000,
            "PATIENCE_PAUSE": 0.1,
            "HTTPPROXY_ENABLED": False,
        },
    )
    yield found
    for each in (server, own, expired):
        each.stop()


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.group}: {fault.name}")
def test_the_fault_ends_in_its_named_outcome(outcomes: dict[str, Snapshot], fault: Fault):
    snapshot = outcomes[fault.name]
    assert snapshot.outcome is fault.outcome, snapshot.detail
    assert snapshot.detail or snapshot.outcome is FetchOutcome.OPGEHAALD


@pytest.mark.slow
def test_no_file_of_this_machine_came_in(outcomes: dict[str, Snapshot]):
    assert "root:" not in repr(outcomes)


def test_there_are_at_least_sixty_and_each_has_a_name_of_its_own():
    names = [name for _, name, _ in ALL]
    assert len(names) == len(set(names)) >= 60


def test_the_table_in_the_docs_is_the_table_of_the_tests():
    assert Path("docs/storingen.md").read_text(encoding="utf-8") == table(), (
        "python -m tests.nights.faults > docs/storingen.md"
    )


@pytest.mark.parametrize(
    ("robots", "told"),
    [
        ((500, {}, b""), "robots.txt is niet te lezen"),
        ((429, {}, b""), "robots.txt is niet te lezen"),
        (drips_for_ever, "robots.txt kwam niet op tijd"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 50_000_000)), None),
    ],
)
def test_a_robots_txt_that_cannot_be_read_lets_no_page_be_asked(crawled_city, robots, told):
    with UnfriendlySite({"/paspoort": page("Paspoort")}, robots=robots) as site:
        summary, saved = crawled_city(site)
        assert set(site.asked) == {"/robots.txt"}
    assert saved[0].outcome is not FetchOutcome.OPGEHAALD
    if told:
        assert told in summary.stopped


def test_no_robots_txt_allows_all(crawled_city):
    with UnfriendlySite({"/paspoort": page("Paspoort")}) as site:
        _, saved = crawled_city(site)
    assert saved[0].outcome is FetchOutcome.OPGEHAALD


@pytest.fixture
def crawled_city():
    def run(site: UnfriendlySite):
        saved: list[Snapshot] = []
        summary = crawl(
            [Product(id="paspoort", name="Paspoort", urls=(f"{site.url}/paspoort",))],
            run_id="proef",
            profile=SiteProfile(name="proef", municipality="Proef", hosts=(site.host,)),
            contact="",
            save=lambda snapshot, body: saved.append(snapshot),
            settings={"DOWNLOAD_TIMEOUT": 3},
        )
        return summary, saved

    return run


FILLER = """
import os, resource, django
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
os.environ["DJANGO_SETTINGS_MODULE"] = "goedgeregeld.settings"
django.setup()
from store import history
from store.patience import patience
from model.errors import UserError
from tests.store.made_up import ADDRESS, a_product, a_run, a_snapshot
history.start_run(a_run(), [a_product()])
try:
    with patience(30):
        for number in range(2000):
            body = os.urandom(20_000)
            history.save_snapshot(a_snapshot(body, url=f"{ADDRESS}/{number}"), body)
            print(number, flush=True)
except UserError as error:
    print("UITLEG", error)
"""


@pytest.mark.usefixtures("sqlite_database")
def test_a_full_disk_stops_the_night_with_an_explanation_and_loses_nothing():
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run([sys.executable, "-c", FILLER], capture_output=True, text=True, check=False, timeout=120)
    said = done.stdout.split("UITLEG")
    assert "De schijf van de database is vol. Maak ruimte vrij; de meting gaat daarna verder" in said[1], done.stderr
    kept = history.snapshots("nacht")
    assert len(kept) == len(said[0].split()) > 10
    history.body(kept[-1].body_sha256)
    history.save_snapshot(a_snapshot(b"verder", url="https://gemeente.example/verder"), b"verder")
    assert len(history.snapshots("nacht")) == len(kept) + 1


@pytest.mark.slow
def test_a_database_server_that_goes_stops_the_night_with_an_explanation_and_one_that_comes_back_does_not(
    tmp_path: Path, django_db_blocker
):
    cluster = Cluster(Path("/tmp") / f"goedgeregeld-{tmp_path.name}" / "pg")  # PostgreSQL's own user must reach it
    cluster.start()
    try:
        with django_db_blocker.unblock(), connected_to(cluster.new_database("nacht")):
            history.migrate()
            history.start_run(a_run(), [a_product()])
            with patience(60):
                cluster.kill_and_restart()
                history.save_snapshot(a_snapshot(b"na de herstart"), b"na de herstart")
            assert len(history.snapshots("nacht")) == 1
            cluster.stop()
            with patience(1), pytest.raises(UserError, match=r"De database antwoordt niet .* gaat daarna verder"):
                history.save_snapshot(a_snapshot(b"weg", url="https://gemeente.example/weg"), b"weg")
    finally:
        cluster.remove()


def test_a_database_that_is_busy_with_another_is_waited_for(sqlite_database: str):
    history.start_run(a_run(), [a_product()])
    other = sqlite3.connect(sqlite_database.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(1.0, other.execute, ("ROLLBACK",)).start()
    with patience(30):
        history.save_snapshot(a_snapshot(b"gewacht"), b"gewacht")
    assert len(history.snapshots("nacht")) == 1
    other.close()
