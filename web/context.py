"""What every page shows around its content: the menu, who is logged in, which run is told."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from model.decision import Group
from web.rights import may_open

MENU = (
    ("overzicht", "Overzicht"),
    ("producten", "Producten"),
    ("werklijst", "Werklijst"),
    ("toegankelijkheid", "Toegankelijkheid"),
    ("concept", "Concept toetsen"),
    ("rapporten", "Rapporten"),
    ("beheer", "Beheer"),
)

PARENTS = {
    **dict.fromkeys(("product", "klopt_niet", "opnieuw_meten"), "producten"),
    "taak": "werklijst",
    **dict.fromkeys(
        ("knelpunt", "beeld", "oordelen", "afwijken", "afwijkingen", "getest", "mijlpaal"), "toegankelijkheid"
    ),
    "cijfers": "rapporten",
    **dict.fromkeys(
        ("catalogus", "gebruikers", "gebruiker", "sleutels", "klaarstaan", "instellingen", "logboek"), "beheer"
    ),
}
"""Addresses below an item of the menu."""


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """The menu's items that this person may open, and where they are."""
    groups: frozenset[Group] = getattr(request, "groups", frozenset())
    name = request.resolver_match.view_name if request.resolver_match else ""
    told = getattr(request, "_told", None)
    return {
        "menu": [(item, title) for item, title in MENU if may_open(item, groups)],
        "here": PARENTS.get(name, name),
        "groups": groups,
        "told": told,
        "older": bool(told and told.chosen and told.chosen != told.newest),
        "public": settings.PUBLIC,
        "single_sign_on": settings.OIDC,
    }
