"""Logging in, changing the password, and what is said when a form or a login is refused."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy

from web.rights import groups_of, home_of


class LoginForm(AuthenticationForm):
    """Name and password. The message does not tell which of the two is wrong."""

    error_messages: ClassVar[dict[str, str]] = {
        "invalid_login": "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens.",
        "inactive": "Dit account is uitgezet. Vraag de beheerder.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Gebruikersnaam"
        self.fields["password"].label = "Wachtwoord"
        for field, hint in (("username", "username"), ("password", "current-password")):
            self.fields[field].widget.attrs.update(autocomplete=hint)
        self.fields["username"].widget.attrs.pop("autofocus", None)


class LoginView(views.LoginView):
    """Log in. After five wrong passwords from one address a name waits a quarter of an hour."""

    template_name = "web/inloggen.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        """What this person comes for."""
        return reverse(home_of(groups_of(self.request.user)))


class PasswordView(views.PasswordChangeView):
    """Choose another password."""

    template_name = "web/wachtwoord.html"
    success_url = reverse_lazy("overzicht")

    def get_form(self, form_class: type[forms.Form] | None = None) -> Any:
        """The form in plain words."""
        form = super().get_form(form_class)
        for name, label in (
            ("old_password", "Uw wachtwoord nu"),
            ("new_password1", "Nieuw wachtwoord"),
            ("new_password2", "Nieuw wachtwoord nog eens"),
        ):
            form.fields[name].label = label
            form.fields[name].help_text = ""
        form.fields[
            "new_password1"
        ].help_text = "Minstens 12 tekens. Kies geen wachtwoord dat u ergens anders gebruikt."
        return form


def locked_out(request: HttpRequest, response: object = None, credentials: object = None) -> HttpResponse:
    """Too many wrong passwords."""
    message = "Er is vijf keer een verkeerd wachtwoord gebruikt. Wacht een kwartier en probeer het dan opnieuw."
    return render(request, "web/mislukt.html", {"mistakes": [message]}, status=429)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form does not come from a page that we gave to this person."""
    message = "Dit formulier is verlopen. Ga terug, ververs de pagina en probeer het opnieuw."
    return render(request, "web/mislukt.html", {"mistakes": [message]}, status=403)
