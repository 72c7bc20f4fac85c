"""Knows which part of a page is about its subject, and which belongs to the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from model.page import Block

_MOSTLY = 0.8  # share of a line's letters that stand in links
_A_ROW = 3  # links
_BARS = re.compile(r"[|·•›»]")
_MAIN = (
    "//main",
    "//*[@role='main']",
    "//*[@id='main-content' or @id='content' or @id='main' or @id='inhoud']",
    "//article",
)
_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "head",
        "link",
        "meta",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
    ]
)
_NEVER_ROLES = frozenset(
    ["navigation", "contentinfo", "banner", "search", "dialog", "alertdialog", "complementary", "menu", "menubar"]
)
_SITE_PARTS = re.compile(
    r"""(?:^|[\s_-])(?:
        breadcrumbs? | kruimelpad | broodkruimels? | cookie(?:s|bar|banner|melding|-?consent|notice)? |
        related | gerelateerd\w* | verwant\w* | see-?also | zie-?ook |
        menu | nav | navigation | navbar | skip-?links? | share | sharing | social | deel-?knoppen | feedback | footer |
        site-?header | page-?header-top | zoek(?:balk|formulier)? | search\w* | pagination | toolbar | readspeaker
    )(?:$|[\s_-])""",
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE = re.compile(
    r"""^\W*(?:
        (?:zie | lees | bekijk | kijk)\ ook | ook\ (?:interessant | handig | regelen) |
        gerelateerd\w*(?:\ .*)? | verwante?\ .* | related\ .* | see\ also | sjoch\ ek |
        (?:meest | veel)\ (?:gezocht | bekeken | gelezen)\b.* | anderen\ (?:bekeken | zochten)\ .* |
        andere\ (?:producten | onderwerpen | pagina['’]?s)(?:\ .*)? |
        (?:laatste\ | ander\ | recent\ )?nieuws(?:berichten)?(?:\ .*)? | populair\w*(?:\ .*)? | uitgelicht |
        (?:was | is | vindt\ u | heeft | hielp | helpt)\ (?:u\ )?deze\ (?:pagina | informatie)\ .* |
        deel\ deze\ pagina | volg\ ons | over\ deze\ (?:site | website) |
        snel\ naar | op\ deze\ pagina | inhoudsopgave | on\ this\ page
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def main_content(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's subject; the body where the page does not say."""
    for path in _MAIN:
        found = [element for element in root.xpath(path) if len(element.text_content().strip()) > 40]
        if found and (path != "//article" or len(found) == 1):
            return max(found, key=lambda element: len(element.text_content()))
    body = root.find("body")
    return body if body is not None else root


def belongs_to_site(element: HtmlElement, *, top: bool) -> bool:
    """Whether ``element`` is a menu, footer, cookie bar, search form, related links or another part of the site itself.

    ``top`` is True while no main element surrounds it: a header there is the site's, inside main it holds the title.
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER:
        return True
    if element.get("role", "") in _NEVER_ROLES and element.get("role") != "complementary":
        return True
    if tag == "header" and top and not _holds_title(element):
        return True
    if tag == "form" and _searches(element):
        return True
    if tag == "aside" or element.get("role") == "complementary":
        return _is_elsewhere(element)
    if tag in ("body", "html", "main", "article", "a", "button", "h1", "p", "td", "li"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(names.strip() and _SITE_PARTS.search(names) and not _holds_title(element))


def leads_elsewhere(heading: str) -> bool:
    """Whether what stands under this heading is about other subjects (related links, news, "op deze pagina")."""
    return bool(_ELSEWHERE.match(heading))


def is_menu(block: Block, *, before_title: bool) -> bool:
    """Whether a line is a menu that the markup does not call one: "Home | Digitaal loket | Actueel", as old sites write it.

    Before the page's title (h1) a line of links only is one too. Buttons are never a menu.
    """
    if block.kind in ("heading", "button") or not block.links:
        return False
    linked = sum(len(link.text) for link in block.links)
    if before_title and linked >= _MOSTLY * len(block.text):
        return True
    return (
        len(block.links) >= _A_ROW
        and len(_BARS.findall(block.text)) >= len(block.links) - 1
        and (linked + 4 * len(block.links) >= _MOSTLY * len(block.text))
    )


def _holds_title(element: HtmlElement) -> bool:
    return element.find(".//h1") is not None or element.find(".//main") is not None


def _searches(form: HtmlElement) -> bool:
    target = f"{form.get('action', '')} {form.get('role', '')} {form.get('class', '')} {form.get('id', '')}"
    return bool(re.search(r"zoek|search|feedback|newsletter|nieuwsbrief", target, re.IGNORECASE))


def _is_elsewhere(aside: HtmlElement) -> bool:
    heading = next(_headings(aside), None)
    names = f"{aside.get('class', '')} {aside.get('id', '')} {aside.get('aria-label', '')}"
    if heading is None:
        return True
    return leads_elsewhere(" ".join(heading.text_content().split())) or bool(_SITE_PARTS.search(names))


def _headings(element: HtmlElement) -> Iterator[HtmlElement]:
    yield from element.iter("h1", "h2", "h3", "h4", "h5", "h6")
