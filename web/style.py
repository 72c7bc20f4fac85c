"""The style sheet and the script: one file each, named by their content so that a browser keeps them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

HERE = Path(__file__).parent / "static" / "web"
COMPONENTS = (
    *("button", "link", "table", "alert", "pagination", "skip-link", "status-badge", "unordered-list", "data-list"),
    *("form-label", "form-field-description", "form-field-error-message", "textbox", "textarea", "select", "checkbox"),
    *("heading-1", "heading-2", "heading-3", "paragraph", "breadcrumb-nav", "badge-counter"),
)
"""The components of NL Design System (gemeente Utrecht's) that our screens are made of."""

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0a5a6a"/>'
    '<path d="M8 17l6 6 11-13" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file for the browser. ``version`` is a hash of its content."""

    content: str
    kind: str

    @property
    def version(self) -> str:
        """The first twelve digits of the content's hash."""
        return hashlib.sha256(self.content.encode()).hexdigest()[:12]


@cache
def style() -> Asset:
    """Components, our theme or the organisation's, then what is ours alone."""
    components = [settings.NODE_MODULES / "@utrecht" / f"{name}-css" / "dist" / "index.min.css" for name in COMPONENTS]
    theme = Path(settings.THEME) if settings.THEME else HERE / "thema.css"
    files = [*components, theme, HERE / "app.css"]
    return Asset(content="\n".join(file.read_text(encoding="utf-8") for file in files), kind="text/css")


@cache
def script() -> Asset:
    """Htmx and our small comforts; every screen works without them."""
    files = [settings.NODE_MODULES / "htmx.org" / "dist" / "htmx.min.js", HERE / "app.js"]
    return Asset(content="\n".join(file.read_text(encoding="utf-8") for file in files), kind="text/javascript")


def asset(request: HttpRequest, version: str, *, which: str) -> HttpResponse:
    """The style sheet or the script, to be kept for a year."""
    found = style() if which == "stijl" else script()
    if version != found.version:
        raise Http404
    answer = HttpResponse(found.content, content_type=f"{found.kind}; charset=utf-8")
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer


def icon(request: HttpRequest) -> HttpResponse:
    """The icon in the tab."""
    answer = HttpResponse(ICON, content_type="image/svg+xml")
    answer["Cache-Control"] = "public, max-age=86400"
    return answer
