"""What a keeper chooses in Beheer holds in the next night, is logged, and never goes over what the server fixes."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator

import pytest
from django.test import override_settings

from goedgeregeld import notifying
from goedgeregeld.notifying import all_receivers, send
from model.errors import UserError
from reports.digest import Audience, Message
from web import models
from web.chosen import chosen

SAID = {
    "COVERAGE_FLOOR": "80",
    "NIGHT_DEADLINE": "6",
    "KEEP_DAYS": "400",
    "CONTACT": "web@stad.example",
    "MAIL_TO": "webredactie/Werk_en_Inkomen  redactie@stad.example\n\nbeheer beheer@stad.example",
}
ADDRESS = "/beheer/instellingen/"


class MailServer(socketserver.StreamRequestHandler):
    """Takes every mail and keeps it."""

    def handle(self) -> None:
        self.wfile.write(b"220 hier\r\n")
        told = False
        for line in self.rfile:
            if told:
                self.server.mails[-1] += line.decode()
                told = line != b".\r\n"
                if not told:
                    self.wfile.write(b"250 goed\r\n")
                continue
            word = line[:4].upper()
            if word == b"DATA":
                told = True
                self.server.mails.append("")
            self.wfile.write({b"DATA": b"354 ga door\r\n", b"QUIT": b"221 dag\r\n"}.get(word, b"250 goed\r\n"))
            if word == b"QUIT":
                return


@pytest.fixture
def mail_server() -> Iterator[socketserver.ThreadingTCPServer]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        server.mails = []
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_what_was_chosen_holds_and_each_change_stands_in_the_log_with_who_did_it(as_):
    keeper = as_("beheer")
    assert chosen("COVERAGE_FLOOR") == 0.95
    assert keeper.post(ADDRESS, SAID).status_code == 302
    assert (chosen("COVERAGE_FLOOR"), chosen("CONTACT"), chosen("KEEP_DAYS")) == (0.8, "web@stad.example", 400)
    assert {row.name for row in models.Choice.objects.all()} == {"COVERAGE_FLOOR", "CONTACT", "MAIL_TO"}
    log = keeper.get("/beheer/logboek/").content.decode()
    assert "Deel van de producten dat gemeten moet zijn: 95% werd 80%" in log
    page = keeper.get(ADDRESS).content.decode()
    assert 'value="80"' in page
    assert "Er is niets veranderd." in keeper.post(ADDRESS, SAID, follow=True).content.decode()


def test_what_the_server_fixes_cannot_be_chosen(as_):
    with override_settings(FIXED=frozenset({"COVERAGE_FLOOR"}), COVERAGE_FLOOR=0.9):
        keeper = as_("beheer")
        assert "Dit staat vast op de server." in keeper.get(ADDRESS).content.decode()
        assert keeper.post(ADDRESS, SAID).status_code == 302
        assert chosen("COVERAGE_FLOOR") == 0.9
    assert not models.Choice.objects.filter(name="COVERAGE_FLOOR").exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("COVERAGE_FLOOR", "40", "Vul 50 of meer in."),
        ("COVERAGE_FLOOR", "veel", "Vul een heel getal in."),
        ("NIGHT_DEADLINE", "0", "Vul 1 of meer in."),
        ("KEEP_DAYS", "30", "minstens 130"),
        ("CONTACT", "bel maar", "geen mailadres en geen webadres"),
        ("CONTACT", "javascript://x", "geen mailadres en geen webadres"),
        ("MAIL_TO", "iedereen a@stad.example", "Regel 1: begin met een doelgroep"),
        ("MAIL_TO", "beheer a@stad.example\nbeheer a@b@c", "Regel 2:"),
        ("MAIL_TO", "beheer json://127.0.0.1/", "is geen mailadres"),
    ],
)
def test_what_cannot_be_is_refused_in_dutch_and_nothing_is_kept(as_, name, value, words):
    answer = as_("beheer").post(ADDRESS, {**SAID, name: value})
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not models.Choice.objects.exists()


def test_a_message_goes_by_our_own_mail_server_to_the_chosen_address(as_, mail_server, monkeypatch):
    as_("beheer").post(ADDRESS, SAID)
    with pytest.raises(UserError, match="geen mailserver"):
        all_receivers()
    monkeypatch.setattr(notifying.settings, "EMAIL_HOST", "127.0.0.1")
    monkeypatch.setattr(notifying.settings, "EMAIL_PORT", mail_server.server_address[1])
    monkeypatch.setattr(notifying.settings, "DEFAULT_FROM_EMAIL", "meting@stad.example")
    first, second = all_receivers()
    assert (first.audience, first.cluster) == (Audience.WEBREDACTIE, "Werk en Inkomen")
    assert send(second, Message(title="Proef", text="Er is gemeten.")) == ""
    (mail,) = mail_server.mails
    assert "To: beheer@stad.example" in mail
    assert "meting@stad.example" in mail
    assert "Er is gemeten." in mail
