"""One at a time: a lock in the database, which knows when its holder is gone."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import DatabaseError, IntegrityError, connection, transaction

from model.errors import UserError
from store import models

BEAT = 30.0  # seconds between two signs of life
SILENCE = timedelta(minutes=10)  # a holder on another machine that is silent for so long is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A process: its machine, since which start of that machine, and since when (kernel ticks); a pid alone comes back."""

    host: str
    boot: str
    pid: int
    began: str

    @property
    def lives(self) -> bool:
        """Whether the process still runs. Can only be told of this machine."""
        return self.boot == _boot() and _began(self.pid) == self.began


@contextmanager
def hold(name: str) -> Iterator[None]:
    """Hold the lock while the block runs, and give a sign of life now and then.

    UserError where another process holds it. A lock whose holder is gone (killed, machine restarted, silent for ten minutes
    on another machine) is taken over.
    """
    holder = Holder(host=socket.gethostname(), boot=_boot(), pid=os.getpid(), began=_began(os.getpid()))
    _take(name, holder)
    ended = threading.Event()
    beating = threading.Thread(target=_beat, args=(name, holder, ended), name="lock", daemon=True)
    beating.start()
    try:
        yield
    finally:
        ended.set()
        beating.join()
        with suppress(DatabaseError):
            _mine(name, holder).delete()


def _take(name: str, holder: Holder) -> None:
    now = datetime.now(UTC)
    columns = {
        "host": holder.host,
        "boot": holder.boot,
        "pid": holder.pid,
        "began": holder.began,
        "seen_at": now,
    }
    try:
        with transaction.atomic():
            row = models.Lock.objects.select_for_update().filter(pk=name).first()
            if row and not _is_gone(row, holder, now):
                raise _taken(row)
            models.Lock.objects.update_or_create(name=name, defaults=columns)
    except IntegrityError:  # another process made the row at the same moment
        raise _taken(models.Lock.objects.get(pk=name)) from None


def _is_gone(row: models.Lock, asking: Holder, now: datetime) -> bool:
    if row.host == asking.host:
        return not Holder(host=row.host, boot=row.boot, pid=row.pid, began=row.began).lives
    return now - row.seen_at > SILENCE


def _taken(row: models.Lock) -> UserError:
    seen = f"{row.seen_at.astimezone():%H.%M} uur"
    return UserError(
        f"Er loopt al een meting op {row.host} (proces {row.pid}, laatste teken van leven {seen}). Wacht tot die klaar is, "
        "of stop dat proces."
    )


def _mine(name: str, holder: Holder) -> models.models.QuerySet:
    return models.Lock.objects.filter(name=name, host=holder.host, pid=holder.pid, began=holder.began)


def _beat(name: str, holder: Holder, ended: threading.Event) -> None:
    """Give signs of life on a connection of our own; a database that is away for a while is no reason to stop."""
    try:
        while not ended.wait(BEAT):
            try:
                _mine(name, holder).update(seen_at=datetime.now(UTC))
            except DatabaseError:
                connection.close()
    finally:
        connection.close()


def _boot() -> str:
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def _began(pid: int) -> str:
    """When a process started, in ticks since the machine did (proc(5), field 22); empty where there is none."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return "" if fields[0] == "Z" else fields[19]
    return ""
