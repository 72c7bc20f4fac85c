"""The addresses of single sign-on, where it is switched on."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

urlpatterns = [path("", include("mozilla_django_oidc.urls"))] if settings.OIDC else []
