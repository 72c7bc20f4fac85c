"""Knows how the crawler introduces itself to a site."""

from __future__ import annotations

from crawler.addresses import on_loopback
from model.errors import UserError

VERSION = "0.1"


def user_agent(contact: str, hosts: tuple[str, ...]) -> str:
    """The user agent: our name, and where whoever keeps the site can reach us.

    UserError where ``contact`` is empty, unless all ``hosts`` are this machine's own.
    """
    contact = "".join(letter for letter in contact if letter.isprintable() and letter not in "()").strip()
    if contact:
        return f"Goedgeregeld/{VERSION} (+{contact})"
    if on_loopback(hosts):
        return f"Goedgeregeld/{VERSION} (deze machine)"
    raise UserError(
        "Er is geen contactadres. Geef een mailadres of webadres op (-a contact=… of GOEDGEREGELD_CONTACT), zodat de "
        "beheerder van de site u kan bereiken."
    )
