"""The provider's addresses, and what it says about people."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.web.provider import PEOPLE


class Claims(OAuth2Validator):
    """Name, address and groups of a person, in the token and at the userinfo address."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        """What is known of who logged in."""
        return {"preferred_username": request.user.username, **PEOPLE[request.user.username]}


def who(request):
    """The provider's login: whoever is chosen, is logged in."""
    back = request.GET["next"]
    if "naam" in request.GET:
        user = User.objects.get(username=request.GET["naam"])
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect(back)
    hidden = f'<input type="hidden" name="next" value="{back.replace("&", "&amp;")}">'
    buttons = "".join(f'<button name="naam" value="{name}">{name}</button>' for name in PEOPLE)
    return HttpResponse(f"<!doctype html><html lang='nl'><title>Wie bent u?</title><form>{hidden}{buttons}</form>")


urlpatterns = [path("wie/", who), path("o/", include("oauth2_provider.urls", namespace="oauth2_provider"))]
