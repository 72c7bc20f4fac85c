"""The same bytes give the same findings, whatever a page leaves to chance or to the clock."""

from __future__ import annotations

import pytest

from checks.wcag import axe_issues
from tests.browser.conftest import Audit, Site, document, faults

pytestmark = pytest.mark.browser

BY_CHANCE = (
    "<script>if (Math.random() < .5) document.write('<img src=/i.png>'); else document.write('<input>')</script>"
)
PUT_OFF = "<div id=d></div><script>setTimeout(() => { d.innerHTML = '<img src=/i.png>' }, 400)</script>"
CAROUSEL = (
    "<div id=d>een</div><script>let n = 0; setInterval(() => {"
    " d.innerHTML = ['<img src=/i.png>', '<input>', 'drie'][n++ % 3] }, 1000)</script>"
)
FADING = (
    "<style>@keyframes op { from { color: #fff } to { color: #333 } } #d { animation: op 3s; color: #333 }"
    " @keyframes heen { from { color: #999 } to { color: #333 } } #e { animation: heen 1s infinite alternate }</style>"
    "<p id=d>Verschijnt</p><p id=e>Knippert</p>"
)
MOVING = (
    "<div id=d></div><script>let n = 0; (function f() { d.textContent = n++; requestAnimationFrame(f) })()</script>"
)


def test_chance_delay_carousels_and_animations_give_the_same_findings_twice(site: Site, audit: Audit) -> None:
    pages = {"chance": BY_CHANCE, "off": PUT_OFF, "carousel": CAROUSEL, "fading": FADING, "moving": MOVING}
    site.pages = {f"/{name}{number}": document(body) for name, body in pages.items() for number in range(3)}
    first, second = ([*audit(*(site.served(path) for path in site.pages))] for _ in range(2))
    assert [faults(scan) for scan in first] == [faults(scan) for scan in second]
    assert [(issue.rule_id, issue.component, len(issue.places)) for issue in axe_issues(first)] == [
        (issue.rule_id, issue.component, len(issue.places)) for issue in axe_issues(second)
    ]
    by_path = {scan.url.rpartition("/")[2]: faults(scan) for scan in first}
    assert by_path["off0"] == {("image-alt", "['img']")}
    assert by_path["carousel0"] == by_path["moving0"] == set()
    assert by_path["chance0"] == by_path["chance1"] == by_path["chance2"] != set()
    assert by_path["fading0"] == {("color-contrast", "['#e']")}


def test_a_component_keeps_its_name_when_ids_digits_texts_and_states_change(site: Site, audit: Audit) -> None:
    def menu(number: int, state: str) -> str:
        return document(
            f'<nav aria-label="m{number}"><ul><li><a id="n{number}" class="link item-{number} {state} css-1x{number}z"'
            f' style="color:#999" href="/{number}">Naar {number}</a></li></ul></nav>'
        )

    site.pages = {"/a": menu(1, "is-active"), "/b": menu(22, "is-open")}
    site.pages["/c"] = site.pages["/a"].replace("<li>", "<li><span>").replace("</a>", "</a></span>")  # type: ignore[union-attr]
    issues = axe_issues(audit(*(site.served(path) for path in site.pages)))
    assert sorted((issue.component, len(issue.pages)) for issue in issues) == [
        ("nav>ul>li>a.link", 2),
        ("nav>ul>li>span>a.link", 1),
    ]


def test_what_shows_at_320_pixels_only_is_told_apart(site: Site, audit: Audit) -> None:
    style = (
        "<style>.smal{display:none}"
        "@media(max-width:500px){.smal{display:block}.breed{display:none}.bleek{color:#aaa}}</style>"
    )
    site.pages = {
        "/verschijnt": document('<img class="smal" src="/i.png"><input class="breed">', style),
        "/verkleurt": document('<p class="bleek">Tekst</p><img src="/i.png">', style),
        "/gelijk": document('<img src="/i.png">', style),
        "/verandert": document(
            "<div id=d></div><script>addEventListener('resize', () => { d.innerHTML = '<input>' })</script>", style
        ),
    }
    scans = audit(*(site.served(path) for path in site.pages), viewports=(1280, 320))
    assert {(scan.url.rpartition("/")[2], scan.viewport): {rule for rule, _ in faults(scan)} for scan in scans} == {
        ("verschijnt", 1280): {"label"}, ("verschijnt", 320): {"image-alt"},
        ("verkleurt", 1280): {"image-alt"}, ("verkleurt", 320): {"image-alt", "color-contrast"},
        ("gelijk", 1280): {"image-alt"}, ("gelijk", 320): {"image-alt"},
        ("verandert", 1280): set(), ("verandert", 320): {"label"},
    }  # fmt: skip
    by_rule = {issue.rule_id: issue.viewports for issue in axe_issues(scans) if issue.rule_id == "color-contrast"}
    assert by_rule == {"color-contrast": (320,)}
