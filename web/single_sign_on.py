"""Logging in with the organisation's own accounts: its groups decide ours."""

from __future__ import annotations

from itertools import count
from typing import Any

import jwt
import requests
import structlog
from django.conf import settings
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from model.decision import Group
from web.models import OrganisationAccount
from web.rights import CLUSTER_PREFIX, groups_of, home_of

log = structlog.get_logger()

REFUSED = "Uw account geeft hier geen toegang. Vraag de beheerder in welke groep uw account moet zitten."
FAILED = (
    "Inloggen met het account van uw organisatie is niet gelukt. Begin opnieuw. Lukt het weer niet? Vraag de beheerder."
)


class GroupsBackend(OIDCAuthenticationBackend):  # type: ignore[misc]
    """A person gets the groups that the claims name; who is in none of ours may not log in.

    Beside what the library checks (signature, nonce, end), as OpenID Connect Core asks (3.1.3.7 and 5.3.2): who gave the
    token, for whom, and that both answers are about one person. A person is known by issuer and subject, never by a mail
    address, which can be given to somebody else.
    """

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """What the token says; SuspiciousOperation where it is not our provider's, or not meant for us."""
        said: dict[str, Any] = super().verify_token(token, **kwargs)
        meant_for = said.get("aud")
        meant_for = meant_for if isinstance(meant_for, list) else [meant_for]
        if said.get("iss") != settings.OIDC_ISSUER:
            raise SuspiciousOperation("The token comes from another issuer.")
        if settings.OIDC_RP_CLIENT_ID not in meant_for or said.get("azp", settings.OIDC_RP_CLIENT_ID) not in meant_for:
            raise SuspiciousOperation("The token is meant for another program.")
        if not said.get("sub") or "exp" not in said:
            raise SuspiciousOperation("The token does not say whose it is, or until when.")
        return said

    def get_userinfo(self, access_token: str, id_token: str, payload: dict[str, Any]) -> dict[str, Any]:
        """The claims of the token and of the userinfo address together; Entra ID names groups in the token only."""
        asked: dict[str, Any] = super().get_userinfo(access_token, id_token, payload)
        if asked.get("sub") != payload["sub"]:
            raise SuspiciousOperation("The userinfo address speaks of another person.")
        return {**payload, **asked, "iss": payload["iss"]}

    def filter_users_by_claims(self, claims: dict[str, Any]) -> Any:
        """The account that this person had before."""
        return User.objects.filter(
            organisation_account__issuer=claims["iss"], organisation_account__subject=claims["sub"]
        )

    def verify_claims(self, claims: dict[str, Any]) -> bool:
        """Whether this person is in one of our groups."""
        known = {group.value for group in Group}
        return any(name in known for name in groups_named(claims))

    def create_user(self, claims: dict[str, Any]) -> User:
        """An account for somebody who comes for the first time, beside any local account."""
        user = User(username=_free_name(claims))
        user.set_unusable_password()
        user.save()
        OrganisationAccount.objects.create(user=user, issuer=claims["iss"], subject=claims["sub"])
        return self.update_user(user, claims)

    def update_user(self, user: User, claims: dict[str, Any]) -> User:
        """Their name, address and groups as the organisation has them today."""
        user.first_name = str(claims.get("name", ""))[:150]
        user.email = str(claims.get("email", ""))[:254]
        user.save()
        user.groups.set([GroupRow.objects.get_or_create(name=name)[0] for name in groups_named(claims)])
        return user


class Callback(OIDCAuthenticationCallbackView):  # type: ignore[misc]
    """Where the organisation's login comes back; what fails is told in Dutch and never lets anybody in."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Log in, or say that it did not work."""
        try:
            answer: HttpResponse = super().get(request)
        except (SuspiciousOperation, requests.RequestException, jwt.PyJWTError) as error:
            log.warning("inloggen mislukt", soort=type(error).__name__, reden=_reason(error))
            return _told(request, FAILED)
        return answer

    @property
    def success_url(self) -> str:
        """Where this person wanted to be, or what they come for."""
        return self.request.session.get("oidc_login_next") or reverse(home_of(groups_of(self.user)))

    def login_failure(self) -> HttpResponse:
        """No account, or no group."""
        return _told(self.request, FAILED if self.request.GET.get("error") else REFUSED)


def begin(request: HttpRequest) -> HttpResponse:
    """Send somebody to the organisation's login."""
    _only_where_switched_on()
    answer: HttpResponse = OIDCAuthenticationRequestView.as_view()(request)
    return answer


def come_back(request: HttpRequest) -> HttpResponse:
    """Somebody comes back from the organisation's login."""
    _only_where_switched_on()
    answer: HttpResponse = Callback.as_view()(request)
    return answer


def groups_named(claims: dict[str, Any]) -> list[str]:
    """Our groups, and clusters, that the claims name; other groups of the organisation say nothing here."""
    named = claims.get(settings.OIDC_GROUPS_CLAIM) or []
    ours = [settings.OIDC_GROUP_NAMES.get(str(name), str(name)) for name in named if isinstance(named, list)]
    known = {group.value for group in Group}
    return sorted({name for name in ours if name in known or name.startswith(CLUSTER_PREFIX)})


def _only_where_switched_on() -> None:
    if not settings.OIDC:
        raise Http404


def _told(request: HttpRequest, message: str) -> HttpResponse:
    return render(request, "web/mislukt.html", {"mistakes": [message], "log_in": True}, status=403)


def _free_name(claims: dict[str, Any]) -> str:
    wanted = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])[:140]
    names = (wanted if number == 1 else f"{wanted} ({number})" for number in count(1))
    return next(name for name in names if not User.objects.filter(username=name).exists())


def _reason(error: Exception) -> str:
    """Our own sentences only: what a provider answers can hold a person's data or a secret."""
    return str(error) if isinstance(error, SuspiciousOperation) else ""
