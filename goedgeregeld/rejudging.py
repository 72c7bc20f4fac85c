"""Run as a script, with the rooms of an earlier night: ``python -I rejudging.py FOLDER``; JSON lines in, JSON lines out.

It uses nothing of today's code, only what lies in FOLDER.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import fields
from datetime import date, datetime
from typing import Any

DATES = ("active_from", "active_until")
POSSIBILITIES = ("online_possible", "costs_possible", "term_possible")


def main(folder: str) -> None:
    """Judge every dossier that comes in."""
    sys.path.insert(0, folder)
    from checks.check import judge

    if not sys.modules["checks"].__file__.startswith(folder):  # type: ignore[union-attr]
        sys.exit("these are not the checks of then")
    for line in sys.stdin:
        results = [told(result) for result in judge(dossier(json.loads(line)))]
        print(json.dumps(results), flush=True)


def dossier(asked: dict[str, Any]) -> Any:
    """The dossier in the nouns of then; what those did not know is left out. Its own pages come first."""
    from model.page import Dossier, Role
    from model.product import Product
    from model.profile import SiteProfile
    from pages import parse_page

    order, read = [role.value for role in Role], []
    for page in sorted(asked["pages"], key=lambda each: order.index(each["role"])):
        if page["url"] not in {other.url for other in read}:
            body = base64.b64decode(page["body"])
            role = Role(page["role"])
            read.append(parse_page(body, url=page["url"], content_type=page["content_type"], role=role))
    profile = SiteProfile(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in known(SiteProfile, asked["profile"])
        }
    )
    facts = {
        "product": product(Product, asked["product"]),
        "pages": tuple(read),
        "profile": profile,
        "day": date.fromisoformat(asked["day"]),
        "landings": dict(landings(asked.get("landings", ()))),
    }
    if asked.get("claims"):  # the nouns of then know claims only where they were kept
        facts["claims"] = tuple(map(claim, asked["claims"]))
    return Dossier(**dict(known(Dossier, facts)))


def landings(asked: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """Where the buttons led, by address, in the noun of then; none where that did not know it."""
    try:
        from model.landing import Landing, LandingKind
    except ImportError:
        return []
    found = []
    for each in asked:
        made = dict(known(Landing, each))
        made |= {"kind": LandingKind(made["kind"]), "asked_at": datetime.fromisoformat(made["asked_at"])}
        found.append((made["url"], Landing(**made)))
    return found


def product(noun: Any, facts: dict[str, Any]) -> Any:
    """The product in the noun of then."""
    from model.product import Possible

    made = dict(known(noun, facts))
    for name in DATES:
        made[name] = date.fromisoformat(made[name]) if made.get(name) else None
    for name in POSSIBILITIES:
        made[name] = Possible(made[name])
    made["urls"] = tuple(made["urls"])
    made["extra"] = tuple(map(tuple, made.get("extra", ())))
    return noun(**made)


def claim(facts: dict[str, Any]) -> Any:
    """A claim in the noun of then."""
    from model.claim import Claim, OnlineClaim, Source

    made = dict(known(Claim, facts))
    made |= {"source": Source(made["source"]), "online": OnlineClaim(made["online"])}
    made["modified"] = date.fromisoformat(made["modified"]) if made.get("modified") else None
    return Claim(**made)


def known(noun: Any, facts: dict[str, Any]) -> list[tuple[str, Any]]:
    """The facts that the noun has a field for."""
    names = {field.name for field in fields(noun)}
    return [(name, value) for name, value in facts.items() if name in names]


def told(result: Any) -> dict[str, Any]:
    """A result as plain values."""
    finding = result.finding
    return {
        "check_id": result.check_id,
        "check_version": result.check_version,
        "scale": "online" if type(finding.outcome).__name__ == "Online" else "element",
        "outcome": finding.outcome.value,
        "reason": finding.reason,
        "evidence": [{"url": each.url, "selector": each.selector, "quote": each.quote} for each in finding.evidence],
        "message": result.message,
        "error": result.error,
    }


if __name__ == "__main__":
    main(sys.argv[1])
