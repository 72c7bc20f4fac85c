"""Knows what a button's address turned out to be when it was followed, and lets that go before what its address promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from checks.readers.actions import Action, Target, read_action
from model.landing import Landing, LandingKind
from model.page import Link
from model.profile import SiteProfile

_KNOWN = {
    LandingKind.DOCUMENT: Target.DOCUMENT,
    LandingKind.AFSPRAAK: Target.AFSPRAAK,
    LandingKind.INLOGGEN: Target.FORMULIER,
}


def landing_of(link: Link, landings: Mapping[str, Landing]) -> Landing | None:
    """Where the link's address led; None where it was not followed."""
    return landings.get(link.url.partition("#")[0]) if link.url else None


def follow_action(action: Action, page_url: str, profile: SiteProfile, landings: Mapping[str, Landing]) -> Action:
    """The action with the target that was seen. Where the address did not answer, what it promises stands."""
    landing = landing_of(action.link, landings)
    if landing is None or landing.kind in (LandingKind.WERKT_NIET, LandingKind.ONBEKEND):
        return action
    if landing.kind in _KNOWN:
        return replace(action, target=_KNOWN[landing.kind])
    if urlsplit(landing.final_url).netloc == urlsplit(landing.url).netloc:
        return action
    there = read_action(replace(action.link, url=landing.final_url), page_url, profile)
    return replace(action, target=there.target)
