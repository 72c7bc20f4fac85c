"""``account``: make an account for the web app, change its groups or give it a new password."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated

import typer

from goedgeregeld.terminal import say
from model.decision import Group
from model.errors import UserError
from store import history


def account(
    name: Annotated[str, typer.Argument(metavar="NAAM", help="De gebruikersnaam.")],
    group: Annotated[
        list[Group] | None,
        typer.Option("--group", help="Een groep; mag vaker. Zonder: de groepen blijven zoals ze zijn."),
    ] = None,
    password: Annotated[
        bool, typer.Option("--password", help="Geef een nieuw wachtwoord; een nieuw account krijgt er altijd een.")
    ] = False,
    stdin: Annotated[
        bool, typer.Option("--stdin", help="Lees het wachtwoord van de invoer in plaats van er een te maken.")
    ] = False,
    off: Annotated[bool, typer.Option("--off", help="Zet het account uit.")] = False,
) -> None:
    """Maak een account voor de webapp, of wijzig er een. Groepen: webredactie, toegankelijkheid, management, beheer."""
    from django.contrib.auth.models import Group as GroupRow
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    history.migrate()
    user = User.objects.filter(username=name).first()
    new = user is None
    if user is None:
        if not group:
            raise UserError(f"{name} heeft nog geen account. Geef met --group minstens één groep.")
        user = User(username=name)
    user.is_active = not off
    word = ""
    if new or password or stdin:
        word = sys.stdin.readline().rstrip("\n") if stdin else secrets.token_urlsafe(12)
        try:
            validate_password(word, user)
        except ValidationError as mistake:
            raise UserError(" ".join(mistake.messages)) from mistake
        user.set_password(word)
    user.save()
    if group:
        user.groups.set([GroupRow.objects.get_or_create(name=each.value)[0] for each in group])
    groups = ", ".join(sorted(user.groups.values_list("name", flat=True)))
    say(f"Account {name}: {'uitgezet' if off else 'aan'}; groepen: {groups or 'geen'}.")
    if word and not stdin:
        say(f"Wachtwoord: {word}")
