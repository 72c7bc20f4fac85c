"""Knows the layout of a page: walks its main content once and cuts it into sections and blocks."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from model.page import Block, Link, LinkKind, Section
from pages.content import belongs_to_site, is_menu, leads_elsewhere
from pages.tables import cell_labels

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "option",
        "caption",
    ]
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS = {"li": "li", "td": "td", "th": "th", "dt": "dt", "dd": "dd", "p": "p", "summary": "summary", "caption": "p"}
_BUTTON = re.compile(r"(?:^|[\s_-])(?:button|btn|cta|knop|call-to-action)(?:$|[\s_-])|button-link|btn-", re.IGNORECASE)
_SIMPLE_ID = re.compile(r"[A-Za-z][\w-]*\Z")
_PANEL = re.compile(r"accordi?on|panel|collaps|uitklap|toggle", re.IGNORECASE)
_WORDS_OF_A_HEADING = 12
_DEEPEST = 7  # level of what heads a part without being h1 to h6: an accordion's title, a bold paragraph


def fold(text: str) -> str:
    """Return ``text`` with every run of white space, no-break spaces included, as one space."""
    return " ".join(text.split())


@dataclass(slots=True)
class _OpenSection:
    """A section that is still being filled."""

    selector: str
    heading: str
    level: int
    path: tuple[str, ...]
    collapsed: bool = False
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """Running text that has not ended yet, with the links in it and the element that holds it."""

    pieces: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


class Outline:
    """Walks one parsed document; use once."""

    def __init__(self, root: HtmlElement, *, url: str, base: str = "") -> None:
        self._root = root
        self._url = url
        self._base = _resolved(url, base) or url
        ids = Counter(
            element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")
        )
        self._unique = {name for name, times in ids.items() if times == 1 and _SIMPLE_ID.match(name)}
        self._sections = [_OpenSection("body", "", 0, ())]
        self._line = _Line()
        self._heads: list[tuple[int, str]] = []

    def sections(self, content: HtmlElement) -> tuple[Section, ...]:
        """Cut ``content`` into sections in reading order; those without text and without heading are left out."""
        top = content.tag in ("body", "html")
        selector = self._selector_from_root(content)
        self._walk(content, selector, "text", (), top=top, depth=0)
        self._end_line(selector, "text", ())
        title = next((place for place, part in enumerate(self._sections) if part.level == 1), 0)
        return tuple(
            Section(
                url=self._url,
                selector=part.selector,
                heading=part.heading,
                level=part.level,
                path=part.path,
                blocks=tuple(block for block in part.blocks if not is_menu(block, before_title=place < title)),
                collapsed=part.collapsed,
            )
            for place, part in enumerate(self._sections)
            if (part.blocks or part.heading) and not any(leads_elsewhere(head) for head in (*part.path, part.heading))
        )

    # -- the walk ---------------------------------------------------------------------------------------------------

    def _walk(
        self, element: HtmlElement, selector: str, kind: str, labels: tuple[str, ...], *, top: bool, depth: int
    ) -> None:
        if depth > 200:  # nobody reads a page that is nested deeper; Python's own stack ends near 1000 frames
            return
        self._line.pieces.append(element.text or "")
        paths = self._child_selectors(element, selector)
        for child, path in zip(element, paths, strict=True):
            if isinstance(child.tag, str) and not belongs_to_site(child, top=top):
                self._visit(child, path, selector, kind, labels, top=top, depth=depth)
            elif child.tag in ("select", "iframe", "svg"):
                self._line.pieces.append(" ")
            self._line.pieces.append(child.tail or "")

    def _visit(
        self,
        element: HtmlElement,
        selector: str,
        parent: str,
        kind: str,
        labels: tuple[str, ...],
        *,
        top: bool,
        depth: int,
    ) -> None:
        tag = element.tag
        if tag == "br":
            self._end_line(parent, kind, labels)
        elif tag in _HEADINGS or element.get("role") == "heading":
            self._end_line(parent, kind, labels)
            level = _HEADINGS.get(tag) or _number(element.get("aria-level"), 2)
            self._open_section(element, selector, level, collapsed=False)
        elif tag == "summary" or _is_accordion_head(element):
            self._end_line(parent, kind, labels)
            if fold(element.text_content()):
                self._open_section(element, selector, _DEEPEST, collapsed=True)
        elif _is_button(element):
            self._end_line(parent, kind, labels)
            self._add_button(element, selector)
        elif tag in ("input", "textarea"):
            self._add_input(element, selector, parent, kind, labels)
        elif tag == "a":
            self._add_link(element, selector, kind, labels, top=top, depth=depth)
        elif tag == "img":
            self._line.pieces.append(" ")
        elif tag in _BLOCKS:
            self._visit_block(element, selector, parent, kind, labels, top=top and tag != "main", depth=depth)
        else:
            self._walk(element, selector, kind, labels, top=top, depth=depth + 1)

    def _visit_block(
        self,
        element: HtmlElement,
        selector: str,
        parent: str,
        kind: str,
        labels: tuple[str, ...],
        *,
        top: bool,
        depth: int,
    ) -> None:
        self._end_line(parent, kind, labels)
        tag = element.tag
        if tag == "p" and _is_bold_heading(element):
            self._open_section(element, selector, _DEEPEST, collapsed=False)
            return
        own_kind = _KINDS.get(tag, kind if kind in ("li", "td", "dd") else "text")
        own_labels = labels
        if tag in ("td", "th"):
            own_labels = cell_labels(element)
        elif tag == "dd":
            own_labels = _term_of(element)
        above = list(self._heads)
        self._walk(element, selector, own_kind, own_labels, top=top, depth=depth + 1)
        self._end_line(selector, own_kind, own_labels)
        if tag == "details" and self._heads != above:
            self._resume(above)

    # -- sections ---------------------------------------------------------------------------------------------------

    def _open_section(self, element: HtmlElement, selector: str, level: int, *, collapsed: bool) -> None:
        heading = fold(element.text_content())
        if not heading:
            return
        while self._heads and self._heads[-1][0] >= level:
            self._heads.pop()
        path = tuple(text for _, text in self._heads)
        self._heads.append((level, heading))
        self._sections.append(_OpenSection(selector, heading, level, path, collapsed))
        links = tuple(self._link(anchor, selector, LinkKind.LINK) for anchor in element.iter("a") if anchor.get("href"))
        self._sections[-1].blocks.append(Block(selector=selector, kind="heading", text=heading, links=links))

    def _resume(self, heads: list[tuple[int, str]]) -> None:
        """After an accordion's panel the text goes on below the headings that stood above it."""
        self._heads = heads
        level, heading = heads[-1] if heads else (0, "")
        origin = next((part for part in reversed(self._sections) if part.heading == heading), self._sections[0])
        path = tuple(text for _, text in heads[:-1])
        self._sections.append(_OpenSection(origin.selector, heading, level, path))

    # -- lines and links --------------------------------------------------------------------------------------------

    def _end_line(self, selector: str, kind: str, labels: tuple[str, ...]) -> None:
        text = fold("".join(self._line.pieces))
        if text or self._line.links:
            block = Block(selector=selector, kind=kind, text=text, labels=labels, links=tuple(self._line.links))
            self._sections[-1].blocks.append(block)
        self._line = _Line()

    def _add_link(
        self, element: HtmlElement, selector: str, kind: str, labels: tuple[str, ...], *, top: bool, depth: int
    ) -> None:
        if element.get("href"):
            self._line.links.append(self._link(element, selector, LinkKind.LINK))
        self._walk(element, selector, kind, labels, top=top, depth=depth + 1)

    def _add_button(self, element: HtmlElement, selector: str) -> None:
        text = fold(element.text_content()) or fold(element.get("aria-label", "")) or fold(element.get("title", ""))
        form = _form_of(element)
        if element.tag == "a":
            link = self._link(element, selector, LinkKind.KNOP)
        else:
            kind = LinkKind.FORMULIER if form is not None else LinkKind.KNOP
            link = Link(text=text, url=self._target(element, form), selector=selector, kind=kind)
        if text:
            self._sections[-1].blocks.append(Block(selector=selector, kind="button", text=text, links=(link,)))

    def _add_input(self, element: HtmlElement, selector: str, parent: str, kind: str, labels: tuple[str, ...]) -> None:
        if element.get("type", "").lower() not in ("submit", "button", "image"):
            return
        self._end_line(parent, kind, labels)
        form = _form_of(element)
        text = fold(element.get("value", "") or element.get("alt", "") or "")
        link = Link(text=text, url=self._target(element, form), selector=selector, kind=LinkKind.FORMULIER)
        self._sections[-1].blocks.append(Block(selector=selector, kind="button", text="", links=(link,)))

    def _link(self, element: HtmlElement, selector: str, kind: LinkKind) -> Link:
        text = fold(element.text_content()) or fold(element.get("aria-label", "") or element.get("title", ""))
        return Link(text=text, url=self._absolute(element.get("href", "")), selector=selector, kind=kind)

    def _target(self, element: HtmlElement, form: HtmlElement | None) -> str:
        target = element.get("formaction") or (form.get("action", "") if form is not None else "")
        target = target or element.get("data-href", "") or element.get("data-url", "")
        return self._absolute(target) if target else (self._url if form is not None else "")

    def _absolute(self, address: str) -> str:
        address = address.strip()
        if not address or address.lower().startswith("javascript:"):
            return ""
        try:
            return urljoin(self._base, address)
        except ValueError:  # such as http://[
            return ""

    # -- where it stands --------------------------------------------------------------------------------------------

    def _child_selectors(self, element: HtmlElement, selector: str) -> list[str]:
        """CSS selectors of the children, in order; anchored at a unique id where there is one."""
        tags = [child.tag for child in element]
        totals = Counter(tags)
        seen: Counter[object] = Counter()
        paths = []
        for child in element:
            seen[child.tag] += 1
            name = child.get("id") if isinstance(child.tag, str) else None
            if name in self._unique:
                paths.append(f"#{name}")
                continue
            # HTML parsers add a tbody that the source does not have, so a row is found below its table at any depth.
            joint = " " if child.tag == "tr" and element.tag == "table" and not _nested(element) else " > "
            place = f":nth-of-type({seen[child.tag]})" if totals[child.tag] > 1 else ""
            paths.append(f"{selector}{joint}{child.tag}{place}")
        return paths

    def _selector_from_root(self, element: HtmlElement) -> str:
        above = [*reversed([*element.iterancestors()]), element]
        selector = str(above[0].tag)
        for parent, child in itertools.pairwise(above):
            selector = self._child_selectors(parent, selector)[parent.index(child)]
        return selector


def _is_button(element: HtmlElement) -> bool:
    if element.tag == "button":
        return True
    if element.tag != "a" or not element.get("href"):
        return False
    return bool(element.get("role") == "button" or _BUTTON.search(element.get("class", "")))


def _is_accordion_head(element: HtmlElement) -> bool:
    if element.tag not in ("button", "a", "div"):
        return False
    if element.get("aria-expanded") is not None or element.get("aria-controls") is not None:
        return bool(
            _PANEL.search(_names(element)) or _PANEL.search(_names(element.getparent())) or element.tag == "button"
        )
    return False


def _names(element: HtmlElement | None) -> str:
    return (
        ""
        if element is None
        else f"{element.get('class', '')} {element.get('id', '')} {element.get('data-toggle', '')}"
    )


def _is_bold_heading(element: HtmlElement) -> bool:
    """Old pages write their headings as a paragraph that is bold from end to end."""
    if (element.text or "").strip() or len(element) != 1 or element[0].tag not in ("b", "strong"):
        return False
    text = fold(element.text_content())
    return (
        not (element[0].tail or "").strip() and 0 < len(text.split()) <= _WORDS_OF_A_HEADING and text[-1] not in ".;,"
    )


def _form_of(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("form"), None)


def _nested(table: HtmlElement) -> bool:
    return table.find(".//table") is not None


def _term_of(description: HtmlElement) -> tuple[str, ...]:
    for sibling in description.itersiblings(preceding=True):
        if sibling.tag == "dt":
            return (fold(sibling.text_content()),)
    return ()


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def _resolved(url: str, base: str) -> str:
    """The address that ``<base>`` gives; empty where it is none ("a://["), as browsers take it."""
    try:
        return urljoin(url, base)
    except ValueError:
        return ""
