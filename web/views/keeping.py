"""Beheer: the catalog, people and their groups, keys of programs, the run log, and whether all is in order."""

from __future__ import annotations

import hashlib
import secrets
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from crawler.catalog import catalog_sha256, examine_catalog
from model.decision import Group
from model.errors import UserError
from model.product import Product
from reports.dutch import listed
from web import models
from web.chosen import CHOOSABLE, choose, chosen
from web.forms import ChoiceForm, FileForm, KeyForm, PersonForm
from web.gate import told_of
from web.rights import CLUSTER_PREFIX

EXAMINATION_DEADLINE = 90  # seconds; the trial in the browser takes ten


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What an uploaded catalog changes about a product: which columns, from what to what."""

    product: Product
    changed: tuple[tuple[str, str, str], ...]


def keeping(request: HttpRequest) -> HttpResponse:
    """The start of Beheer."""
    told = told_of(request)
    context = {
        "runs": told.runs[:12],
        "busy": told.busy,
        "people": User.objects.filter(is_active=True).count(),
        "keys": models.ApiKey.objects.filter(revoked_on=None).count(),
    }
    return render(request, "web/beheer.html", context)


def catalog(request: HttpRequest) -> HttpResponse:
    """Upload a catalog: first see what changes, then put it in place."""
    form = FileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    context: dict[str, object] = {"form": form, "place": settings.CATALOG}
    waiting = settings.VAR / "catalogus-ter-inzage.csv"
    if request.method == "POST" and "plaatsen" in request.POST:
        return _put_in_place(request, waiting)
    if request.method == "POST" and form.is_valid():
        body = form.cleaned_data["file"].read()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / Path(form.cleaned_data["file"].name).name
            file.write_bytes(body)
            try:
                found = examine_catalog(file)
            except UserError as mistake:
                shown = [each.sentence().replace(str(file), file.name) for each in (mistake, *mistake.further)]
                return render(request, "web/catalogus.html", {**context, "mistakes": shown}, status=400)
        waiting.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(body)
        context |= {
            **_preview(_now(), found.products),
            "warnings": found.warnings,
            "sha256": hashlib.sha256(body).hexdigest(),
            "previewed": True,
        }
    return render(request, "web/catalogus.html", context, status=400 if form.errors else 200)


def settings_chosen(request: HttpRequest) -> HttpResponse:
    """What may be chosen without access to the server; each change is kept with who did it."""
    now = {each.name: chosen(each.name) for each in CHOOSABLE}
    shown = {
        **now,
        "COVERAGE_FLOOR": round(100 * now["COVERAGE_FLOOR"]),
        "NIGHT_DEADLINE": round(now["NIGHT_DEADLINE"] / 3600),
    }
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=shown, fixed=settings.FIXED)
    if request.method == "POST" and form.is_valid():
        changed = choose(form.values(), request.user.get_username())
        said = (
            f"Bewaard: {listed(changed)}. Het geldt vanaf de volgende meting." if changed else "Er is niets veranderd."
        )
        messages.success(request, said)
        return redirect("instellingen")
    context = {"form": form, "server": _settings(), "mail": bool(settings.EMAIL_HOST)}
    return render(request, "web/instellingen.html", context, status=400 if form.errors else 200)


def people(request: HttpRequest) -> HttpResponse:
    """Everyone with an account, and a form for a new one."""
    form = _person_form(request)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["username"]
        if User.objects.filter(username=name).exists():
            form.add_error("username", "Deze naam is al in gebruik.")
        else:
            password = secrets.token_urlsafe(12)
            _save(User(username=name), form, password)
            messages.success(request, f"Het account {name} is gemaakt. Het eerste wachtwoord is: {password}")
            return redirect("gebruikers")
    accounts = User.objects.order_by("username").prefetch_related("groups")
    return render(
        request, "web/gebruikers.html", {"accounts": accounts, "form": form}, status=400 if form.errors else 200
    )


def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account: its groups, whether it may log in, a new password."""
    user = get_object_or_404(User, pk=user_id)
    if request.method == "POST" and "wachtwoord" in request.POST:
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save()
        messages.success(request, f"Het nieuwe wachtwoord van {user.username} is: {password}")
        return redirect("gebruiker", user_id)
    form = _person_form(request, user)
    if request.method == "POST" and form.is_valid():
        keeps = Group.BEHEER.value in form.cleaned_data["groups"] and form.cleaned_data["active"]
        if user == request.user and not keeps:
            form.add_error("groups", "U kunt uzelf het beheer niet afnemen. Vraag een andere beheerder.")
        elif User.objects.filter(username=form.cleaned_data["username"]).exclude(pk=user_id).exists():
            form.add_error("username", "Deze naam is al in gebruik.")
        else:
            _save(user, form)
            messages.success(request, f"Het account {user.username} is gewijzigd.")
            return redirect("gebruikers")
    return render(request, "web/gebruiker.html", {"person": user, "form": form}, status=400 if form.errors else 200)


def keys(request: HttpRequest) -> HttpResponse:
    """Keys of programs: make one (shown once) or revoke one."""
    form = KeyForm(request.POST if "name" in request.POST else None)
    made = ""
    if request.method == "POST" and "intrekken" in request.POST:
        models.ApiKey.objects.filter(pk=request.POST["intrekken"], revoked_on=None).update(revoked_on=datetime.now(UTC))
        messages.success(request, "De sleutel is ingetrokken. Het programma kan er niets meer mee.")
        return redirect("sleutels")
    if request.method == "POST" and form.is_valid():
        if models.ApiKey.objects.filter(name=form.cleaned_data["name"]).exists():
            form.add_error("name", "Er is al een sleutel met deze naam.")
        else:
            made = make_key(form.cleaned_data["name"])
    rows = models.ApiKey.objects.order_by("name")
    return render(
        request, "web/sleutels.html", {"keys": rows, "form": form, "made": made}, status=400 if form.errors else 200
    )


def make_key(name: str) -> str:
    """A new key for a program. It is shown once; only its hash is kept."""
    key = f"gg_{secrets.token_urlsafe(32)}"
    sha256 = hashlib.sha256(key.encode()).hexdigest()
    models.ApiKey.objects.create(name=name, sha256=sha256, made_on=datetime.now(UTC))
    return key


def examination(request: HttpRequest) -> HttpResponse:
    """Whether all is there that a run needs: the doctor's answer."""
    lines: list[str] = []
    if request.method == "POST":
        command = [sys.executable, "-m", "goedgeregeld.cli", "doctor"]
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=EXAMINATION_DEADLINE, check=False)  # noqa: S603
            lines = (answer.stdout + answer.stderr).splitlines()
        except subprocess.TimeoutExpired:
            lines = ["Het onderzoek kwam niet op tijd klaar. Voer op de server uit: goedgeregeld doctor"]
    return render(request, "web/klaarstaan.html", {"lines": lines})


def _now() -> tuple[Product, ...]:
    try:
        return examine_catalog(settings.CATALOG).products
    except UserError:
        return ()


def _preview(before: tuple[Product, ...], after: tuple[Product, ...]) -> dict[str, object]:
    old = {product.id: product for product in before}
    new = {product.id: product for product in after}
    return {
        "added": [product for name, product in new.items() if name not in old],
        "removed": [product for name, product in old.items() if name not in new],
        "differences": [
            difference
            for name, product in new.items()
            if name in old and (difference := _difference(old[name], product)).changed
        ],
        "amount": len(after),
    }


def _difference(before: Product, after: Product) -> Difference:
    names = [field.name for field in fields(Product) if field.name not in ("line", "extra")]
    changed = tuple(
        (name, _shown(getattr(before, name)), _shown(getattr(after, name)))
        for name in names
        if getattr(before, name) != getattr(after, name)
    )
    return Difference(product=after, changed=changed)


def _shown(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value if value is not None else "")


def _put_in_place(request: HttpRequest, waiting: Path) -> HttpResponse:
    if not waiting.exists() or catalog_sha256(waiting) != request.POST.get("sha256"):
        messages.error(request, "Dit voorbeeld is verlopen. Kies het bestand opnieuw.")
        return redirect("catalogus")
    before = settings.CATALOG.with_name(f"{settings.CATALOG.name}.vorige")
    if settings.CATALOG.exists():
        before.write_bytes(settings.CATALOG.read_bytes())
    try:
        waiting.replace(settings.CATALOG)
    except OSError:
        settings.CATALOG.write_bytes(waiting.read_bytes())
        waiting.unlink()
    messages.success(
        request,
        f"De productcatalogus is vervangen. De vorige staat in {before.name}. De volgende meting gebruikt de nieuwe.",
    )
    return redirect("catalogus")


def _person_form(request: HttpRequest, user: User | None = None) -> PersonForm:
    initial: dict[str, object] = {}
    if user:
        names = list(user.groups.values_list("name", flat=True))
        initial = {
            "username": user.username,
            "first_name": user.first_name,
            "email": user.email,
            "groups": names,
            "clusters": [name.removeprefix(CLUSTER_PREFIX) for name in names if name.startswith(CLUSTER_PREFIX)],
            "active": user.is_active,
        }
    told = told_of(request)
    clusters = (
        sorted({row.product.cluster for row in told.overview().rows if row.product.cluster}) if told.chosen else []
    )
    return PersonForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        groups=[group.value for group in Group],
        clusters=clusters,
    )


def _save(user: User, form: PersonForm, password: str = "") -> None:
    said = form.cleaned_data
    user.username, user.first_name, user.email, user.is_active = (
        said["username"],
        said["first_name"],
        said["email"],
        said["active"],
    )
    if password:
        user.set_password(password)
    user.save()
    names = [*said["groups"], *(f"{CLUSTER_PREFIX}{cluster}" for cluster in said["clusters"])]
    user.groups.set([GroupRow.objects.get_or_create(name=name)[0] for name in names])


def _settings() -> list[tuple[str, str]]:
    database = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    return [
        ("Productcatalogus", str(settings.CATALOG.name)),
        ("Siteprofiel", settings.PROFILE.stem),
        ("Gemeten site", settings.SITE or "zoals in de productcatalogus"),
        ("Database", database),
        ("Openbaar te lezen", "ja" if settings.PUBLIC else "nee"),
        ("Inloggen met het account van de organisatie", "ja" if settings.OIDC else "nee"),
        ("Thema", Path(settings.THEME).name if settings.THEME else "Goedgeregeld"),
    ]
