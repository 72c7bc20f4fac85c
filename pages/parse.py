"""Knows how a page's bytes become a Page: main content, sections, blocks, links and where each stands."""

from __future__ import annotations

import lxml.html
from lxml.etree import ParserError

from model.page import Page, Role
from pages.content import main_content
from pages.encoding import decode
from pages.language import language_of
from pages.outline import Outline, fold

_EMPTY = "<html><body></body></html>"


def parse_page(body: bytes, *, url: str, content_type: str = "", role: Role = Role.PRODUCTPAGINA) -> Page:
    """Read one page as its visitor does: what stands in menus, header, footer and related links is left out.

    ``url`` is the address that answered; relative links are resolved against it, or against ``<base>``. Anything that is
    not HTML gives a page with whatever text an HTML parser finds in it; empty bytes give a page without sections.
    """
    markup = decode(body, content_type).replace("\x00", "")
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8", "replace") or _EMPTY.encode(), parser=parser)
    except ParserError:
        root = lxml.html.document_fromstring(_EMPTY)
    title = fold(root.findtext(".//title") or "")
    base = root.find(".//base[@href]")
    outline = Outline(root, url=url, base=base.get("href", "") if base is not None else "")
    sections = outline.sections(main_content(root))
    text = "\n".join(section.text for section in sections)
    return Page(url=url, title=title, language=language_of(root.get("lang", ""), text), sections=sections, role=role)
