"""``mail``: send each audience its digest of the newest run."""

from __future__ import annotations

from smtplib import SMTPException
from typing import Annotated

import typer

from goedgeregeld import settings
from goedgeregeld.terminal import say
from model.decision import Group
from model.errors import UserError
from store import history


def mail(
    show: Annotated[Group | None, typer.Option("--show", help="Toon de mail van deze groep en verstuur niets.")] = None,
) -> None:
    """Mail webredactie, toegankelijkheid en management wat de nieuwste meting voor hen betekent."""
    from web.mails import digest, send
    from web.told import Told

    history.migrate()
    told = Told()
    if show:
        say(digest(told, show).text)
        return
    try:
        sent = send(told)
    except (OSError, SMTPException) as error:
        raise UserError(f"De mail kan niet worden verstuurd: {error}. Kijk naar GOEDGEREGELD_MAIL_HOST.") from error
    for group, amount in sent.items():
        say(f"{group.value}: {amount} mails")
    if not settings.EMAIL_HOST:
        say(f"Er is geen mailserver ingesteld; de mails staan in {settings.EMAIL_FILE_PATH}.")
