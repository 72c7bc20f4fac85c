"""The gate before every address: logs in programs by their key, refuses who has no right, tells mistakes in Dutch."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from model.decision import Group
from model.errors import UserError
from web.models import ApiKey
from web.rights import RIGHTS, groups_of, may_open
from web.told import Told

API = "/api/"


class GateMiddleware:
    """Gives each request ``groups`` (who asks) and ``told`` (what was measured, read when first used)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.groups = _groups(request)  # type: ignore[attr-defined]
        return self._answer(request)

    def process_view(self, request: HttpRequest, view: object, args: object, named: object) -> HttpResponse | None:
        """Refuse, or let pass."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        groups = request.groups  # type: ignore[attr-defined]
        if may_open(name, groups):
            return None
        if request.path.startswith(API):
            return _refused_program(request, groups)
        if not groups and not request.user.is_authenticated:
            return _to_login(request)
        context = {"allowed": sorted(group.value for group in RIGHTS.get(name, ()))}
        return render(request, "web/geweigerd.html", context, status=403)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A person's mistake gets a page, or JSON, that says what to do."""
        if not isinstance(error, UserError):
            return None
        if request.path.startswith(API):
            return JsonResponse({"fout": str(error)}, status=400)
        return render(request, "web/mislukt.html", {"mistakes": str(error).splitlines()}, status=400)


def told_of(request: HttpRequest) -> Told:
    """All runs, with the one that the address chooses (``?meting=``)."""
    if not hasattr(request, "_told"):
        request._told = Told(request.GET.get("meting", ""))  # type: ignore[attr-defined]
    return request._told  # type: ignore[attr-defined,no-any-return]


def _groups(request: HttpRequest) -> frozenset[Group]:
    if not request.path.startswith(API):
        return groups_of(request.user)
    kind, _, key = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() == "bearer" and key:
        sha256 = hashlib.sha256(key.strip().encode()).hexdigest()
        found = ApiKey.objects.filter(sha256=sha256, revoked_on=None).exists()
        return frozenset({Group.WEBREDACTIE}) if found else frozenset()
    # A form on another site can make a browser send its cookie, but no key: with a cookie one may only read.
    return groups_of(request.user) if request.method in ("GET", "HEAD") else frozenset()


def _to_login(request: HttpRequest) -> HttpResponse:
    """To the login, and afterwards back; where htmx asks for a part of a screen, the whole screen goes."""
    if "hx-request" not in request.headers:
        return redirect_to_login(request.get_full_path())
    answer = HttpResponse(status=401)
    answer["HX-Redirect"] = redirect_to_login(request.get_full_path() if request.method == "GET" else "/")["Location"]
    return answer


def _refused_program(request: HttpRequest, groups: frozenset[Group]) -> HttpResponse:
    message: dict[str, Any] = {"fout": "Stuur een geldige sleutel mee: Authorization: Bearer <sleutel>."}
    if groups:
        message = {"fout": "Hiervoor hebt u geen rechten."}
    answer = JsonResponse(message, status=403 if groups else 401)
    if not groups:
        answer["WWW-Authenticate"] = 'Bearer realm="goedgeregeld"'
    return answer
