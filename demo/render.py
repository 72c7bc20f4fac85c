"""Turns composed pages into HTML with the templates of the folder pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from demo.compose import PageText
from demo.faultmarkup import Planting
from demo.markup import Span

FOLDER = Path(__file__).parent / "pages"
WORDS_A_MINUTE = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds a page's own text: breadcrumb, related links and its canonical address."""

    crumbs: Sequence[Span] = ()
    related: Sequence[Span] = ()
    canonical: str = ""
    head_extra: str = ""
    body_extra: str = ""


@cache
def engine() -> Engine:
    """Django's template engine over the folder pages, with autoescape on."""
    return Engine(dirs=[str(FOLDER)], autoescape=True)


def render(page: PageText, frame: Frame | None = None, planting: Planting | None = None) -> str:
    """The page as a full HTML document, with the planted faults in it."""
    frame = frame or Frame()
    planting = planting or Planting()
    sections = [
        {"number": str(number), "heading": section.heading, "blocks": section.blocks}
        for number, section in enumerate(page.sections, start=1)
    ]
    view = {
        "title": page.title,
        "build": page.build,
        "intro": page.intro,
        "sections": sections,
        "step": page.step,
        "following": page.following,
        "minutes": str(reading_minutes(page)),
        "print_href": f"/print{page.path}",
        "crumbs": frame.crumbs,
        "related": frame.related,
        "canonical": frame.canonical,
        "lang": planting.lang if planting.lang is not None else page.language,
        "html_mark": planting.html_mark,
        "head_title": page.title if planting.titled else "",
        "viewport": planting.viewport,
        "viewport_mark": planting.viewport_mark,
        "head_extra": mark_safe(frame.head_extra),
        "main_extra": mark_safe(planting.markup),
        "body_extra": mark_safe(planting.after + frame.body_extra),
    }
    return engine().get_template(f"{page.build}.html").render(Context({"page": view}))


def reading_minutes(page: PageText) -> int:
    """How long reading takes, in whole minutes, at least one."""
    blocks = [*page.intro, *(block for section in page.sections for block in section.blocks)]
    words = sum(len(span.text.split()) for block in blocks for item in block.items for span in item)
    return max(1, round(words / WORDS_A_MINUTE))
