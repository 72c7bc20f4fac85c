"""What planted faults change in a page's HTML."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """The faults of one page as the template takes them.

    ``lang`` replaces the page's language (empty: no attribute), ``titled`` False leaves the title out; the marks are the
    values of data-fout on the html and meta elements. ``markup`` comes at the end of the main content,
    ``after`` behind the footer.
    """

    lang: str | None = None
    titled: bool = True
    html_mark: str = ""
    viewport: str = "width=device-width, initial-scale=1"
    viewport_mark: str = ""
    markup: str = ""
    after: str = ""
