"""Who may open which address: one table, read by the gate and by the menus. What is not in it is refused."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from model.decision import Group

EVERYONE = frozenset(Group)
EDITORS = frozenset({Group.WEBREDACTIE, Group.BEHEER})
OFFICERS = frozenset({Group.TOEGANKELIJKHEID, Group.BEHEER})
MANAGERS = frozenset({Group.MANAGEMENT, Group.BEHEER})
KEEPERS = frozenset({Group.BEHEER})

WITHOUT_LOGIN = frozenset(
    {"inloggen", "uitloggen", "organisatie", "oidc_authentication_callback", "stijl", "script", "pictogram"}
)
"""Addresses that hold nothing of anyone."""

FOR_THE_PUBLIC = frozenset(
    {
        *("overzicht", "producten", "product", "begrippen", "metingen"),
        *("toegankelijkheid", "knelpunt", "getest"),
        *("rapporten", "rapport_bestand"),
        *("api-1:openapi-json", "api-1:metingen", "api-1:meting", "api-1:producten", "api-1:product"),
        *("api-1:elementen", "api-1:knelpunten", "api-1:dekking", "api_uitleg"),
    }
)
"""What anyone may read where the public mode is on: figures and quotes, never names of people."""

RIGHTS: Mapping[str, frozenset[Group]] = {
    **dict.fromkeys(FOR_THE_PUBLIC, EVERYONE),
    "wachtwoord": EVERYONE,
    "werklijst": EVERYONE,
    "taak": EDITORS,
    "klopt_niet": EDITORS,
    "opnieuw_meten": EDITORS,
    "concept": EVERYONE,
    "beeld": EVERYONE,
    "oordelen": OFFICERS,
    "afwijken": OFFICERS,
    "afwijkingen": EVERYONE,
    "mijlpaal": OFFICERS,
    "cijfers": MANAGERS,
    "api-1:toets": EVERYONE,
    "metrieken": EVERYONE,
    "beheer": KEEPERS,
    "catalogus": KEEPERS,
    "gebruikers": KEEPERS,
    "gebruiker": KEEPERS,
    "sleutels": KEEPERS,
    "klaarstaan": KEEPERS,
    "instellingen": KEEPERS,
    "logboek": KEEPERS,
}
"""For each address (by its name in ``urls``) the groups that may open it and, where it changes something, do so."""

CLUSTER_PREFIX = "cluster: "
"""A group with this prefix ties an editor to a cluster: they may then decide on its products only."""


def groups_of(user: User | AnonymousUser | AbstractBaseUser) -> frozenset[Group]:
    """The groups that somebody is in; a superuser is beheer. None for who did not log in."""
    if not user.is_authenticated:
        return frozenset()
    known = {group.value for group in Group}
    names = _names(user)
    found = {Group(name) for name in names if name in known}
    return frozenset(found | ({Group.BEHEER} if getattr(user, "is_superuser", False) else set()))


def clusters_of(user: User | AnonymousUser | AbstractBaseUser) -> frozenset[str]:
    """The clusters that somebody is tied to; empty for who may decide on all."""
    if Group.BEHEER in groups_of(user):
        return frozenset()
    return frozenset(name.removeprefix(CLUSTER_PREFIX) for name in _names(user) if name.startswith(CLUSTER_PREFIX))


def may_open(name: str, groups: frozenset[Group]) -> bool:
    """Whether somebody in these groups may open the address; none is somebody who did not log in."""
    if name in WITHOUT_LOGIN:
        return True
    if not groups:
        return settings.PUBLIC and name in FOR_THE_PUBLIC
    return bool(RIGHTS.get(name, frozenset()) & groups)


def home_of(groups: frozenset[Group]) -> str:
    """The address (by name) where somebody begins: what they come for; the overview for who comes for more than one thing."""
    if groups == {Group.WEBREDACTIE}:
        return "werklijst"
    return "toegankelijkheid" if groups == {Group.TOEGANKELIJKHEID} else "overzicht"


def may_decide_on(cluster: str, user: User | AnonymousUser | AbstractBaseUser) -> bool:
    """Whether an editor may decide on products of this cluster."""
    tied = clusters_of(user)
    return not tied or cluster in tied


def _names(user: User | AnonymousUser | AbstractBaseUser) -> tuple[str, ...]:
    """Asked of the database once per request."""
    if not hasattr(user, "_names_of_groups"):
        user._names_of_groups = tuple(user.groups.values_list("name", flat=True))  # type: ignore[union-attr]
    return user._names_of_groups  # type: ignore[union-attr,no-any-return]
