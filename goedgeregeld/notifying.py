"""Tells people about a night through whatever service they use (apprise): mail, Teams, Matrix and a hundred others."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlencode

import apprise

from goedgeregeld import settings
from goedgeregeld.logs import log
from model.errors import UserError
from reports.digest import Audience, Message, Night, message
from store import sendings
from web.chosen import chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Whom to tell, and where. ``url`` is apprise's and may hold a password: it is never shown."""

    audience: Audience
    cluster: str
    url: str = field(repr=False)

    @property
    def place(self) -> str:
        """The kind of service and the host, as it may be shown."""
        made = apprise.Apprise.instantiate(self.url)
        return str(made.url(privacy=True)).split("?")[0][:100] if made else "onbekende dienst"


def all_receivers() -> tuple[Receiver, ...]:
    """Everybody who must be told: those of the server's setting or file, and those of Beheer by our own mail server."""
    return (*read_receivers(settings.NOTIFY, settings.NOTIFY_FILE), *mail_receivers(chosen("MAIL_TO")))


def mail_receivers(text: str) -> tuple[Receiver, ...]:
    """Receivers by our own mail server, one a line: "audience[/cluster] mail address".

    UserError where there is no mail server, or a line is faulty.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and not settings.EMAIL_HOST:
        raise UserError("Er zijn mailadressen voor berichten, maar er is geen mailserver: zet GOEDGEREGELD_MAIL_HOST.")
    return read_receivers("\n".join(map(_by_mail, lines)), "")


def _by_mail(line: str) -> str:
    whom, _, address = line.partition(" ")
    who = f"{quote(settings.EMAIL_HOST_USER, safe='')}:{quote(settings.EMAIL_HOST_PASSWORD, safe='')}@"
    asked = urlencode({"from": settings.DEFAULT_FROM_EMAIL, "to": address.strip(), "smtp": settings.EMAIL_HOST})
    kind = "mailtos" if settings.EMAIL_USE_TLS else "mailto"
    return (
        f"{whom} {kind}://{who if settings.EMAIL_HOST_USER else ''}{settings.EMAIL_HOST}:{settings.EMAIL_PORT}/?{asked}"
    )


def read_receivers(text: str, file: str) -> tuple[Receiver, ...]:
    """Receivers from the setting or, where ``file`` is named, from that file; one a line, or with ; between them.

    A line is "audience address" or "audience/cluster address"; # begins a remark. UserError names each faulty line.
    """
    source = "GOEDGEREGELD_NOTIFY"
    if file:
        source = file
        try:
            text = Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError("Dit bestand met ontvangers kan niet worden gelezen.", file=file) from error
    faults: list[UserError] = []
    found: list[Receiver] = []
    for number, line in enumerate(text.replace(";", "\n").splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                found.append(_receiver(line.strip()))
            except ValueError as error:
                faults.append(UserError(str(error), file=source, line=number))
    if faults:
        raise UserError(faults[0].message, file=source, line=faults[0].line, further=tuple(faults[1:]))
    return tuple(found)


def notify(night: Night, receivers: tuple[Receiver, ...]) -> Iterator[sendings.Sending]:
    """Send everybody what is new for them, and store what came of it; what arrived before is not sent again."""
    arrived = {(s.audience, s.cluster, s.place) for s in sendings.sendings(night.run.id) if s.succeeded}
    for receiver in receivers:
        told = message(night, receiver.audience, receiver.cluster)
        if told is None or (receiver.audience.value, receiver.cluster, receiver.place) in arrived:
            continue
        sent = _sent(night.run.id, receiver, told)
        sendings.save(sent)
        log.info("bericht", run=night.run.id, aan=sent.audience, cluster=sent.cluster, gelukt=sent.succeeded)
        yield sent


def send(receiver: Receiver, told: Message) -> str:
    """Send one message; returns why it failed, empty where it arrived at the service."""
    service = apprise.Apprise()
    service.add(receiver.url)
    with apprise.LogCapture(level=logging.WARNING, fmt="%(message)s") as output:
        arrived = service.notify(title=told.title, body=told.text, body_format=apprise.NotifyFormat.TEXT)
        said = output.getvalue()
    return "" if arrived else _without_secrets(said, receiver) or "De dienst nam het bericht niet aan."


def _sent(run_id: str, receiver: Receiver, told: Message) -> sendings.Sending:
    failure = send(receiver, told)
    return sendings.Sending(
        run_id=run_id,
        audience=receiver.audience.value,
        cluster=receiver.cluster,
        place=receiver.place,
        title=told.title,
        sent_at=datetime.now(UTC),
        succeeded=not failure,
        detail=failure,
    )


def _receiver(line: str) -> Receiver:
    whom, _, url = line.partition(" ")
    audience, _, cluster = whom.partition("/")
    if audience not in set(Audience):
        raise ValueError(f"{audience!r} is geen doelgroep. Kies uit: {', '.join(Audience)}.")
    if apprise.Apprise.instantiate(url.strip()) is None:
        raise ValueError(
            "Dit adres kent het programma niet. Schrijf het zoals apprise: mailto://…, msteams://…, json://…"
        )
    return Receiver(audience=Audience(audience), cluster=cluster.replace("_", " "), url=url.strip())


def _without_secrets(said: str, receiver: Receiver) -> str:
    """What the service answered, without the address and its parts."""
    made = apprise.Apprise.instantiate(receiver.url)
    for secret in {receiver.url, str(getattr(made, "password", "") or ""), str(getattr(made, "user", "") or "")} - {""}:
        said = said.replace(secret, "…")
    return " ".join(said.split())[:300]
