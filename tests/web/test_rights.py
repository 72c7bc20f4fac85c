"""Each address × each group: who may open it, and nobody else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import override_settings
from django.urls import get_resolver, reverse

from model.decision import Group
from web import models
from web.rights import FOR_THE_PUBLIC, RIGHTS, WITHOUT_LOGIN
from web.style import script, style
from web.told import Told
from web.views.accessibility import issue_id

WHO = ("", "niemand", *(group.value for group in Group))


def addresses() -> dict[str, str]:
    """Every address of the app by its name."""
    issue = Told().accessibility().issues[0]
    args = {
        "product": ["paspoort"],
        "klopt_niet": ["uittreksel", "kosten"],
        "opnieuw_meten": ["paspoort"],
        "taak": ["uittreksel", "kosten"],
        **{name: [issue_id(issue)] for name in ("knelpunt", "beeld", "oordelen", "afwijken")},
        "rapport_bestand": ["2026-T3", "csv"],
        "gebruiker": [1],
        "stijl": [style().version],
        "script": [script().version],
        "api-1:meting": ["r3"],
        "api-1:product": ["paspoort"],
    }
    return {name: reverse(name, args=args.get(name, [])) for name in names()}


def names() -> list[str]:
    """Every name, in order, also those of the API."""
    resolver = get_resolver()
    own = [name for name in resolver.reverse_dict if isinstance(name, str)]
    spaces = resolver.namespace_dict
    theirs = [
        f"{space}:{name}"
        for space, (_, below) in spaces.items()
        for name in below.reverse_dict
        if isinstance(name, str)
    ]
    return sorted({*own, *theirs} - {"api-1:api-root"})


def test_every_address_has_its_rights_written_down(app):
    assert set(names()) == set(RIGHTS) | WITHOUT_LOGIN


def test_nobody_without_the_right_can_send_anything_there(as_):
    before = (models.Review.objects.count(), models.Choice.objects.count(), User.objects.count())
    wrong = []
    for who in WHO:
        client = as_(who)
        for name, address in addresses().items():
            if not _expected(name, who, public=False):
                status = client.post(address, {"deed": "gedaan", "name": "x", "username": "x"}).status_code
                wrong += [(name, who, status)] if status not in (302, 401, 403) else []
    assert wrong == []
    assert (models.Review.objects.count(), models.Choice.objects.count(), User.objects.count()) == before


@pytest.mark.parametrize("public", [False, True], ids=["besloten", "openbaar"])
def test_each_address_opens_for_its_groups_and_for_nobody_else(as_, public, capsys):
    table = {}
    with override_settings(PUBLIC=public):
        for who in WHO:
            for name, address in addresses().items():
                client = as_(who)
                answer = (
                    client.post(address, {})
                    if name in ("opnieuw_meten", "uitloggen", "api-1:toets")
                    else client.get(address)
                )
                table[name, who] = answer.status_code
    with capsys.disabled():
        print(f"\n{'adres':28}" + "".join(f"{who or 'niet ingelogd':>18}" for who in WHO))
        for name in names():
            print(f"{name:28}" + "".join(f"{table[name, who]:>18}" for who in WHO))
    wrong = [
        (name, who, status)
        for (name, who), status in table.items()
        if (status not in (302, 401, 403)) != _expected(name, who, public) and not _elsewhere(name, who, status, public)
    ]
    assert wrong == []


def _expected(name: str, who: str, public: bool) -> bool:
    if name in WITHOUT_LOGIN:
        return True
    if name == "api-1:toets":
        return False  # a program with a key only: a cookie must not be enough to send something
    if who not in {group.value for group in Group}:
        return public and name in FOR_THE_PUBLIC
    return Group(who) in RIGHTS[name]


def _elsewhere(name: str, who: str, status: int, public: bool) -> bool:
    """Addresses that answer a permitted request by leading elsewhere."""
    leads = {"inloggen", "uitloggen", "opnieuw_meten", "oordelen", "mijlpaal"}
    return status == 302 and name in leads and _expected(name, who, public)
