"""Accessibility: what axe reported, gathered into issues of one rule in one component."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from model.page import Evidence
from model.scan import AxeIssue, AxeScan, ScanOutcome

IMPACTS = ("critical", "serious", "moderate", "minor")
"""Axe's own words, worst first."""

QUOTE_LENGTH = 300
COMPONENT_LENGTH = 200
PAGES_OF_A_TEMPLATE = 3  # the same markup on so many pages was not typed three times

_CRITERION = re.compile(r"wcag([1-4])([1-5])(\d{1,2})")
_TAG = re.compile(r"<\s*([\w-]+)([^>]*)>")
_CLASS = re.compile(r"""\bclass\s*=\s*["']([^"']*)["']""")
_VARIABLE_MARKUP = re.compile(
    r"""\s(?:id|for|name|href|src|srcset|aria-\w+|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')|\d+"""
)
_OUTSIDE_CONTENT = re.compile(
    r"(header|nav|footer|aside|[\w-]*\[(banner|navigation|contentinfo|complementary|search)\])"
)


def axe_issues(scans: Sequence[AxeScan]) -> tuple[AxeIssue, ...]:
    """One issue for each rule and component, with every place where it stands; worst first, then by number of pages.

    The same element seen at two widths is one place. Scans that did not end as GETEST say nothing. No scans: no issues.
    """
    gathered: dict[tuple[str, str, bool], _Gathering] = {}
    for scan in scans:
        if scan.outcome is not ScanOutcome.GETEST:
            continue
        for rule, node, needs_review in _nodes(scan.result):
            key = (rule["id"], component_of(node), needs_review)
            gathered.setdefault(key, _Gathering(rule)).add(scan, node)
    issues = [found.issue(component, review) for (_, component, review), found in gathered.items()]
    return tuple(sorted(issues, key=_worst_first))


def criteria_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The success criteria in axe's tags: "wcag1410" is "1.4.10"; levels such as "wcag21aa" are none."""
    found = (_CRITERION.fullmatch(tag) for tag in tags)
    return tuple(".".join(match.groups()) for match in found if match)


def component_of(node: Mapping[str, Any]) -> str:
    """The component in which an element stands, the same when ids, digits, text or state change.

    The browser gives the path of tags and classes; for results from elsewhere it is made from the element's own tag.
    """
    path = str(node.get("component") or _own_tag(node.get("html", "")))
    frames = "iframe >>> " * (len(node["target"]) - 1)
    return (frames + path)[-COMPONENT_LENGTH:]


@dataclass(slots=True)
class _Gathering:
    """The places of one issue while scans are read."""

    rule: Mapping[str, Any]
    impact: str = "minor"
    places: dict[tuple[str, str], Evidence] = field(default_factory=dict)
    widths: set[int] = field(default_factory=set)
    markup: dict[str, set[str]] = field(default_factory=dict)

    def add(self, scan: AxeScan, node: Mapping[str, Any]) -> None:
        url = scan.final_url or scan.url
        selector, html = selector_of(node["target"]), " ".join(str(node.get("html", "")).split())
        self.places.setdefault((url, selector), Evidence(url=url, selector=selector, quote=html[:QUOTE_LENGTH]))
        self.widths.add(scan.viewport)
        self.markup.setdefault(_VARIABLE_MARKUP.sub("", html), set()).add(url)
        self.impact = min(self.impact, node.get("impact") or self.rule.get("impact") or "minor", key=_rank)

    def issue(self, component: str, needs_review: bool) -> AxeIssue:
        tags = self.rule["tags"]
        return AxeIssue(
            rule_id=self.rule["id"],
            impact=self.impact,
            criteria=criteria_of(tags),
            best_practice="best-practice" in tags,
            needs_review=needs_review,
            component=component,
            places=tuple(self.places.values()),
            help=self.rule.get("help", ""),
            viewports=tuple(sorted(self.widths, reverse=True)),
            template=self._is_template(component),
        )

    def _is_template(self, component: str) -> bool:
        """Outside the content, or letter for letter alike on at least half of its pages."""
        pages = {url for url, _ in self.places}
        if len(pages) < PAGES_OF_A_TEMPLATE:
            return False
        alike = Counter({markup: len(urls) for markup, urls in self.markup.items()}).most_common(1)[0][1]
        return bool(_OUTSIDE_CONTENT.match(component)) or alike >= max(PAGES_OF_A_TEMPLATE, len(pages) / 2)


def selector_of(target: Sequence[Any]) -> str:
    """Axe's target as one text: ``>>>`` steps into a frame or a shadow root."""
    return " >>> ".join(part if isinstance(part, str) else " >>> ".join(part) for part in target)


def _nodes(result: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], bool]]:
    for kind, needs_review in (("violations", False), ("incomplete", True)):
        for rule in result.get(kind, ()):
            for node in rule["nodes"]:
                yield rule, node, needs_review


def _own_tag(html: str) -> str:
    found = _TAG.match(html.strip())
    if not found:
        return "onbekend"
    classes = _CLASS.search(found[2])
    names = sorted(name for name in (classes[1].split() if classes else ()) if not re.search(r"\d", name))
    return ".".join([found[1].lower(), *names])


def _rank(impact: str) -> int:
    return IMPACTS.index(impact) if impact in IMPACTS else len(IMPACTS)


def _worst_first(issue: AxeIssue) -> tuple[Any, ...]:
    return (
        issue.needs_review,
        issue.best_practice,
        _rank(issue.impact),
        -len(issue.pages),
        issue.rule_id,
        issue.component,
    )
