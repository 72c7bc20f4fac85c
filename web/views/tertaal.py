"""Rapporten: the tertaal report in every form, and figures that were measured elsewhere."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def reports(request: HttpRequest) -> HttpResponse:
    """The list of reports."""
    return render(request, "web/rapporten.html", {})


def file(request: HttpRequest, label: str, form: str) -> HttpResponse:
    """One report as a file."""
    raise Http404


def figures(request: HttpRequest) -> HttpResponse:
    """Hand in figures that were measured elsewhere."""
    raise Http404
