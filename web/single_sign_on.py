"""Logging in with the organisation's own accounts: its groups decide ours."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from model.decision import Group


class GroupsBackend(OIDCAuthenticationBackend):  # type: ignore[misc]
    """A person gets the groups that the claim names; who is in none of ours may not log in."""

    def verify_claims(self, claims: dict[str, Any]) -> bool:
        """Whether this person is in one of our groups."""
        return bool(super().verify_claims(claims) and _ours(claims))

    def create_user(self, claims: dict[str, Any]) -> User:
        """An account for somebody who comes for the first time."""
        return self.update_user(super().create_user(claims), claims)

    def update_user(self, user: User, claims: dict[str, Any]) -> User:
        """Their name and groups as the organisation has them today."""
        user.first_name = str(claims.get("name", ""))[:150]
        user.set_unusable_password()
        user.save()
        kept = user.groups.exclude(name__in=[group.value for group in Group])
        user.groups.set([*kept, *(GroupRow.objects.get_or_create(name=name)[0] for name in _ours(claims))])
        return user


def _ours(claims: dict[str, Any]) -> list[str]:
    named = claims.get(settings.OIDC_GROUPS_CLAIM) or []
    return [group.value for group in Group if group.value in named]
