from __future__ import annotations

from collections.abc import Iterator

import pytest

from goedgeregeld import settings, ticketing
from model.errors import UserError
from model.run import Run
from store import outbox
from tests.tickets.systems import Systems
from tests.web.city import FULL, HOW, NIGHTS, WHERE, measure
from tickets.handing_over import HandedOver, hand_over, lay_ready
from tickets.trackers import read_trackers


@pytest.fixture
def systems(monkeypatch: pytest.MonkeyPatch, sqlite_database: str) -> Iterator[Systems]:
    made = Systems()
    monkeypatch.setattr(settings, "TICKETS", made.lines)
    yield made
    made.stop()


def night(place: int, **changes: str) -> Run:
    name, began = NIGHTS[place]
    return measure(name, began, changes, faults=12)


def give(run: Run) -> list[HandedOver]:
    return list(ticketing.give_tickets(run, ticketing.trackers()))


def titles(systems: Systems, state: str) -> set[str]:
    return {each["title"] for each in systems.github.values() if each["state"] == state}


def test_each_finding_is_one_ticket_over_three_nights_with_changes(systems: Systems):
    first = give(night(0))
    opened = titles(systems, "open")
    assert "Uittreksel BRP: kosten ontbreekt" in opened
    assert "Kapvergunning: afhandeltermijn ontbreekt" in opened
    assert any(title.startswith("Toegankelijkheid:") for title in opened)
    assert all(came.waiting == 0 and not came.refused for came in first)
    assert len(systems.github) == len({each["body"] for each in systems.github.values()}) == first[0].done
    assert {each["labels"][0] for each in systems.jira.values()} == {"goedgeregeld"}
    assert all(each["summary"].startswith("Toegankelijkheid:") for each in systems.jira.values())
    assert {each["data"]["cluster"] for each in systems.hooks} == {"Wonen"}
    assert systems.unsigned == 0
    made = len(systems.github), len(systems.jira), len(systems.hooks)

    give(night(0))
    assert (len(systems.github), len(systems.jira), len(systems.hooks)) == made

    give(night(1, uittreksel=FULL, kapvergunning=HOW + WHERE + "<h2>Kosten</h2><p>U betaalt leges.</p>"))
    assert "Uittreksel BRP: kosten ontbreekt" in titles(systems, "closed")
    assert "Kapvergunning: kosten onvolledig" in titles(systems, "open")
    assert "Kapvergunning: kosten ontbreekt" not in titles(systems, "open") | titles(systems, "closed")
    assert len(systems.github) == made[0]
    assert [each["type"] for each in systems.hooks[made[2] :]] == ["ticket.bijgewerkt"]

    give(night(2))
    assert "Uittreksel BRP: kosten ontbreekt" in titles(systems, "open")
    assert len(systems.github) == made[0]
    closed = [each["done"] for each in systems.jira.values()]
    assert closed == [False] * made[1]


def test_an_issue_that_is_gone_is_closed_in_jira_and_opened_again_when_it_is_back(systems: Systems):
    give(night(0))
    assert systems.jira
    name, began = NIGHTS[1]
    give(measure(name, began, faults=12, broken=False))
    assert all(each["done"] for each in systems.jira.values())
    give(night(2))
    assert not any(each["done"] for each in systems.jira.values())


def test_an_outage_loses_nothing_and_doubles_nothing(systems: Systems):
    systems.away = True
    away = give(night(0))
    assert all(came.away and came.waiting for came in away)
    assert not systems.github
    systems.away = False
    give(night(1, uittreksel=FULL))
    assert "Uittreksel BRP: kosten ontbreekt" not in titles(systems, "open") | titles(systems, "closed")
    assert len({each["body"] for each in systems.github.values()}) == len(systems.github)
    assert all(not outbox.waiting(tracker.name) for tracker in ticketing.trackers())


def test_a_ticket_that_arrived_while_the_answer_was_lost_is_found_and_not_made_again(systems: Systems):
    run = night(0)
    systems.silent = 1
    first = give(run)
    assert first[0].away
    assert len(systems.github) == 1
    give(run)
    assert len({each["body"] for each in systems.github.values()}) == len(systems.github)
    assert len({each["id"] for each in systems.hooks}) == len(systems.hooks)


def test_what_the_other_side_does_not_want_is_told_without_the_secret_and_stops_no_other(systems: Systems):
    to = read_trackers(systems.lines.replace("gh-token", "verkeerd"), "")
    found, unknown, _ = ticketing.tickets_of(night(0))
    lay_ready("r1", to[0], found, unknown)
    came = hand_over(to[0])
    assert came.done == 0
    assert len(came.refused) == len([each for each in found if to[0].gets(each)])
    assert "verkeerd" not in "".join(came.refused)
    assert "verkeerd" not in repr(to[0]) + to[0].name


def test_a_page_that_was_not_read_closes_no_ticket(systems: Systems):
    give(night(0))
    before = titles(systems, "open")
    name, began = NIGHTS[1]
    give(measure(name, began, faults=12, gone=("weg", "uittreksel")))
    assert "Uittreksel BRP: kosten ontbreekt" in titles(systems, "open")
    assert before == titles(systems, "open")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("alles github://token@api.github.com/alleen-eigenaar", "eigenaar en opslag"),
        ("knelpunten jira://u:t@jira.example.org/klein", "hoofdletters"),
        ("iets webhook://g@x.example/p", "taken, knelpunten, alles"),
        ("alles ftp://g@x.example/p", "kent het programma niet"),
        ("alles webhook://x.example/p", "token of geheim"),
    ],
)
def test_a_mistake_in_a_line_is_named_with_its_line_and_without_its_secret(line, says):
    with pytest.raises(UserError) as caught:
        read_trackers(f"# ticketsystemen\n{line}\n", "")
    assert says in str(caught.value)
    assert "regel 2" in str(caught.value)
    assert "t@jira" not in str(caught.value)
