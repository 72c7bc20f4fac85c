"""Lays ready what changed, and hands over what waits: each finding once, in order, and again after an outage."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from store import outbox
from store.outbox import Deed, Posting, Standing
from tickets.calling import AwayError, RefusedError, UnknownError
from tickets.github import GitHub
from tickets.jira import Jira
from tickets.ticket import Ticket, What
from tickets.trackers import Kind, Tracker
from tickets.webhook import Webhook

MOST_AT_ONCE = 200  # deeds in one go; the rest waits for the next, so that a first night floods nobody


class System(Protocol):
    """What a ticket system can do. ``delivery`` is the same word for each try of one deed."""

    def open(self, ticket: Ticket, delivery: str) -> str:
        """Make a ticket; returns its name there."""

    def find(self, ticket: Ticket) -> str:
        """The name of a ticket that may have been made before; empty where there is none."""

    def update(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Let it say what the ticket says."""

    def reopen(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Open it again."""

    def close(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Close it."""


SYSTEMS: Mapping[Kind, Callable[[Tracker], System]] = {Kind.JIRA: Jira, Kind.GITHUB: GitHub, Kind.WEBHOOK: Webhook}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What came of one tracker. ``refused`` holds a sentence for each deed that was not wanted; ``away`` why all stopped."""

    tracker: str
    done: int
    waiting: int
    refused: tuple[str, ...]
    away: str = ""


def lay_ready(
    run_id: str,
    tracker: Tracker,
    tickets: Sequence[Ticket],
    unknown: Collection[str],
    untested: Collection[str] = (),
) -> int:
    """Note what must happen to each ticket of a tracker; returns how many deeds.

    ``unknown`` are keys that the run says nothing of: their tickets stay as they are, for a page that was not read is not mended.
    Neither is an accessibility issue on one of the ``untested`` pages.
    """
    standing = outbox.standings(tracker.name)
    mine = {ticket.key: ticket for ticket in tickets if tracker.gets(ticket)}
    deeds: list[tuple[str, Deed, Mapping[str, object], str]] = []
    for key, ticket in mine.items():
        deed = _deed(standing.get(key), ticket)
        if deed is not None:
            deeds.append((key, deed, ticket.content, ticket.sha256))
    last = {
        key: each
        for key, each in standing.items()
        if each.open and key not in mine and key not in unknown and not _on(each, key, untested)
    }
    deeds += [(key, Deed.SLUITEN, {"key": key}, each.sha256) for key, each in last.items()]
    outbox.post(run_id, tracker.name, deeds)
    return len(deeds)


def hand_over(tracker: Tracker, most: int = MOST_AT_ONCE) -> HandedOver:
    """Do what waits for one tracker, oldest first; of several deeds on one ticket only the last."""
    waiting = outbox.waiting(tracker.name)
    last = {posting.key: posting for posting in waiting}
    tried = {posting.key for posting in waiting if posting.uncertain}
    system = SYSTEMS[tracker.kind](tracker)
    done, refused, away = 0, [], ""
    for posting in sorted(last.values(), key=lambda each: each.id)[:most]:
        outbox.note_begin(posting, datetime.now(UTC))
        try:
            remote = _do(system, posting, posting.key in tried)
        except AwayError as error:
            outbox.note_end(posting, datetime.now(UTC), succeeded=False, detail=str(error))
            away = str(error)
            break
        except UnknownError as error:  # no end is noted: whether it arrived is looked up before it is tried again
            away = str(error)
            break
        except RefusedError as error:
            outbox.note_end(posting, datetime.now(UTC), succeeded=False, detail=_without(str(error), tracker))
            refused.append(f"{posting.key}: {_without(str(error), tracker)}")
            continue
        except (
            KeyError,
            TypeError,
            AttributeError,
            IndexError,
        ) as error:  # an answer of another shape must end no night
            said = f"het antwoord is anders dan dat van {tracker.kind.value} hoort te zijn ({type(error).__name__})"
            outbox.note_end(posting, datetime.now(UTC), succeeded=False, detail=said)
            refused.append(f"{posting.key}: {said}")
            continue
        outbox.note_end(posting, datetime.now(UTC), succeeded=True, remote=remote)
        for older in waiting:
            if older.key == posting.key and older.id != posting.id:
                outbox.note_end(
                    older, datetime.now(UTC), succeeded=True, detail="een later bericht kwam ervoor in de plaats"
                )
        done += 1
    return HandedOver(
        tracker=tracker.name,
        done=done,
        waiting=len(outbox.waiting(tracker.name)),
        refused=tuple(refused),
        away=_without(away, tracker),
    )


def _on(standing: Standing, key: str, untested: Collection[str]) -> bool:
    """Whether an issue stood on a page that was not tested now."""
    return key.startswith("knelpunt:") and any(f"- {url} " in standing.text for url in untested)


def _deed(standing: Standing | None, ticket: Ticket) -> Deed | None:
    if standing is None:
        return Deed.OPENEN
    if not standing.open:
        return Deed.HEROPENEN
    return Deed.BIJWERKEN if standing.sha256 != ticket.sha256 else None


def _do(system: System, posting: Posting, uncertain: bool) -> str:
    """Do one deed; returns the ticket's name at the other side, empty where there never was one."""
    ticket, delivery = _ticket(posting), f"goedgeregeld-{posting.id}-{posting.sha256[:12]}"
    remote = posting.remote or (system.find(ticket) if uncertain else "")
    if posting.deed is Deed.SLUITEN:
        if remote:
            system.close(remote, ticket, delivery)
        return remote
    if not remote:
        return system.open(ticket, delivery)
    if posting.deed is Deed.HEROPENEN:
        system.reopen(remote, ticket, delivery)
    else:
        system.update(remote, ticket, delivery)
    return remote


def _ticket(posting: Posting) -> Ticket:
    said = posting.content
    labels = said.get("labels")
    return Ticket(
        what=What(str(said.get("what", What.ALLES))),
        key=posting.key,
        title=str(said.get("title", "")),
        text=str(said.get("text", "")),
        labels=tuple(map(str, labels)) if isinstance(labels, list) else (),
        cluster=str(said.get("cluster", "")),
        address=str(said.get("address", "")),
    )


def _without(said: str, tracker: Tracker) -> str:
    """What the other side said, without the secret."""
    for secret in filter(None, (tracker.secret, tracker.user)):
        said = re.sub(re.escape(secret), "…", said)
    return said
