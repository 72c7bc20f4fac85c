"""Where tickets go: one line for each tracker, as people write it in the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from model.errors import UserError
from tickets.ticket import Ticket, What

_FORMS = (
    "Schrijf bijvoorbeeld: taken github://TOKEN@api.github.com/eigenaar/opslag, "
    "knelpunten jira://GEBRUIKER:TOKEN@jira.example.org/PROJECT of alles webhook://GEHEIM@example.org/pad."
)


class Kind(StrEnum):
    """What stands at the other side."""

    JIRA = "jira"
    GITHUB = "github"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """One place for tickets. ``base`` is its address without path, ``path`` what stands after it; ``cluster`` may be empty: all.

    ``user`` and ``secret`` are never shown.
    """

    what: What
    cluster: str
    kind: Kind
    base: str
    path: str
    user: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def name(self) -> str:
        """What it is called in the store and on screen."""
        cluster = f"/{self.cluster}" if self.cluster else ""
        return f"{self.what.value}{cluster} {self.kind.value} {self.base.split('://')[1]}{self.path}"[:200]

    def gets(self, ticket: Ticket) -> bool:
        """Whether a ticket belongs here."""
        return self.what in (What.ALLES, ticket.what) and self.cluster in ("", ticket.cluster)


def read_trackers(text: str, file: str) -> tuple[Tracker, ...]:
    """Trackers from the setting or, where ``file`` is named, from that file; one a line, # begins a remark.

    UserError names each faulty line, and never shows what stands in it, for that holds a secret.
    """
    source = file or "GOEDGEREGELD_TICKETS"
    if file:
        try:
            text = Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError("Dit bestand met ticketsystemen kan niet worden gelezen.", file=file) from error
    found: list[Tracker] = []
    faults: list[UserError] = []
    for number, line in enumerate(text.replace(";", "\n").splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                found.append(_tracker(line.strip()))
            except ValueError as error:
                faults.append(UserError(f"{error} {_FORMS}", file=source, line=number))
    if faults:
        raise UserError(faults[0].message, file=source, line=faults[0].line, further=tuple(faults[1:]))
    return tuple(found)


def _tracker(line: str) -> Tracker:
    whom, _, address = line.partition(" ")
    what, _, cluster = whom.partition("/")
    if what not in set(What):
        raise ValueError(f"Begin de regel met {', '.join(What)}.")
    parts = urlsplit(address.strip())
    kind, _, plain = parts.scheme.partition("+")
    if kind not in set(Kind) or plain not in ("", "http") or not parts.hostname:
        raise ValueError("Dit adres kent het programma niet.")
    user, secret = unquote(parts.username or ""), unquote(parts.password or "")
    if kind != Kind.JIRA or not secret:
        user, secret = "", secret or user
    if not secret:
        raise ValueError("Er ontbreekt een token of geheim voor de @.")
    if kind == Kind.GITHUB and not re.fullmatch(r"/[\w.-]+/[\w.-]+", parts.path):
        raise ValueError("Zet na de server eigenaar en opslag.")
    if kind == Kind.JIRA and not re.fullmatch(r"(?:/[\w.-]+)*/[A-Z][A-Z0-9_]+", parts.path):
        raise ValueError("Zet na de server de sleutel van het project, in hoofdletters.")
    server = parts.hostname + (f":{parts.port}" if parts.port else "")
    return Tracker(
        what=What(what),
        cluster=cluster.replace("_", " "),
        kind=Kind(kind),
        base=f"{'http' if plain else 'https'}://{server}",
        path=parts.path + (f"?{parts.query}" if parts.query else ""),
        user=user,
        secret=secret,
    )
