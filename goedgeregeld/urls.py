"""Addresses of the web app."""

from __future__ import annotations

urlpatterns: list[object] = []
