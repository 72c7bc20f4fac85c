"""What was handed to ticket systems, and what still has to be: kept until it arrives, however long the other side is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store import models
from store.patience import patient


class Deed(StrEnum):
    """What is to happen to a ticket."""

    OPENEN = "openen"
    BIJWERKEN = "bijwerken"
    SLUITEN = "sluiten"
    HEROPENEN = "heropenen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One deed on one ticket of one tracker. ``tracker`` names the place, never a secret; ``key`` the finding.

    ``content`` is what the ticket must say, ``sha256`` its hash. ``tries`` counts the tries that failed or of which nothing is
    known; ``uncertain`` says that the last one may have arrived. ``remote`` is the ticket's name at the other side.
    """

    id: int
    run_id: str
    tracker: str
    key: str
    deed: Deed
    content: Mapping[str, object]
    sha256: str
    tries: int = 0
    uncertain: bool = False
    remote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a ticket stands: the newest deed with its hash and text, and its name at the other side (empty until it arrived)."""

    deed: Deed
    sha256: str
    text: str
    remote: str

    @property
    def open(self) -> bool:
        """Whether it is open, or will be."""
        return self.deed is not Deed.SLUITEN


@patient
def standings(tracker: str) -> Mapping[str, Standing]:
    """By key how each ticket of a tracker stands, also where the newest deed has not arrived yet."""
    arrived = _remotes(tracker)
    newest: dict[str, models.Posting] = {}
    for row in models.Posting.objects.filter(tracker=tracker).order_by("pk"):
        newest[row.key] = row
    return {
        key: Standing(
            deed=Deed(row.deed),
            sha256=row.sha256,
            text=str(row.content.get("text", "")),
            remote=arrived.get(key, ""),
        )
        for key, row in newest.items()
    }


@patient
def post(run_id: str, tracker: str, deeds: Sequence[tuple[str, Deed, Mapping[str, object], str]]) -> None:
    """Lay deeds ready: key, deed, content and hash of each. All or none."""
    models.Posting.objects.bulk_create(
        [
            models.Posting(
                run_id=run_id, tracker=tracker, key=key, deed=deed.value, content=dict(content), sha256=sha256
            )
            for key, deed, content, sha256 in deeds
        ],
        batch_size=500,
    )


@patient
def waiting(tracker: str) -> tuple[Posting, ...]:
    """What has not arrived, oldest first."""
    arrived = models.PostingTry.objects.filter(posting__tracker=tracker, succeeded=True).values("posting_id")
    rows = models.Posting.objects.filter(tracker=tracker).exclude(pk__in=arrived).order_by("pk")
    remotes = _remotes(tracker)
    tries: dict[int, list[bool | None]] = {}
    for row in models.PostingTry.objects.filter(posting__in=rows).order_by("pk"):
        tries.setdefault(row.posting_id, []).append(row.succeeded)
    return tuple(
        Posting(
            id=row.pk,
            run_id=row.run_id,
            tracker=row.tracker,
            key=row.key,
            deed=Deed(row.deed),
            content=row.content,
            sha256=row.sha256,
            tries=len(tries.get(row.pk, [])),
            uncertain=_uncertain(tries.get(row.pk, [])),
            remote=remotes.get(row.key, ""),
        )
        for row in rows
    )


@patient
def note_begin(posting: Posting, at: datetime) -> None:
    """Say that a try begins; if nothing is noted after it, the process died and the other side may have it."""
    models.PostingTry.objects.create(posting_id=posting.id, tried_at=at, succeeded=None, remote="", detail="")


@patient
def note_end(posting: Posting, at: datetime, *, succeeded: bool, remote: str = "", detail: str = "") -> None:
    """Say what came of a try."""
    models.PostingTry.objects.create(
        posting_id=posting.id, tried_at=at, succeeded=succeeded, remote=remote, detail=detail[:500]
    )


def _remotes(tracker: str) -> dict[str, str]:
    arrived = models.PostingTry.objects.filter(posting__tracker=tracker, succeeded=True).order_by("pk")
    return {key: remote for key, remote in arrived.values_list("posting__key", "remote") if remote}


def _uncertain(tries: Sequence[bool | None]) -> bool:
    """Whether a begin without an end, or a failure that tells nothing, is among the tries."""
    return bool(tries) and tries[-1] is None
