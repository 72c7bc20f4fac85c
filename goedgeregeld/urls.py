"""Addresses of the web app."""

from __future__ import annotations

from web.urls import urlpatterns

__all__ = ["urlpatterns"]
