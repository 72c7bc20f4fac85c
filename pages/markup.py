"""Knows how the main part of a page looks as HTML, for showing a page as a case."""

from __future__ import annotations

import lxml.html
from lxml.etree import ParserError

from pages.content import main_content
from pages.encoding import decode


def main_markup(body: bytes, *, content_type: str = "") -> str:
    """The HTML of the part of the page that is about its subject, without scripts; empty where there is none."""
    markup = decode(body, content_type).replace("\x00", "")
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return ""
    for element in list(root.iter("script", "style", "svg")):
        element.drop_tree()  # type: ignore[attr-defined]
    main = main_content(root)
    written = lxml.html.tostring(main, encoding="unicode", with_tail=False)
    return " ".join(str(written).split())
