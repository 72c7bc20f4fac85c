"""What was sent after a run, and whether it arrived at the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from store import models
from store.patience import patient


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One message to one place. ``place`` names the kind of service and its host, never a secret."""

    run_id: str
    audience: str
    cluster: str
    place: str
    title: str
    sent_at: datetime
    succeeded: bool
    detail: str = ""


@patient
def save(sending: Sending) -> None:
    """Save what came of a message."""
    columns = {name: getattr(sending, name) for name in Sending.__slots__}
    models.Sending.objects.create(**columns)


@patient
def sendings(run_id: str) -> tuple[Sending, ...]:
    """All that was sent after a run, oldest first."""
    rows = models.Sending.objects.filter(run_id=run_id).order_by("pk").values(*Sending.__slots__)
    return tuple(Sending(**row) for row in rows)
