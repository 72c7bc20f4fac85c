"""Aanvraagknop: does a button or link with which one applies still lead somewhere?"""

from __future__ import annotations

from checks.binding.channel import Role, Route, applies_by
from checks.check import Check
from checks.readers.actions import Action, Purpose
from checks.readers.landing import landing_of
from checks.reading import Reading
from model.finding import Finding, Outcome
from model.landing import Landing, LandingKind
from model.page import Evidence


def aanvraagknop(reading: Reading) -> Finding:
    """One way that does not work is an alarm; where nothing was followed, nothing can be said."""
    ways = [
        (route, action, landing)
        for route in reading.routes
        if route.role is not Role.ANDERS
        for action in route.actions
        if applies_by(action, reading.subject) or action.purpose is Purpose.AFSPRAAK
        if (landing := landing_of(action.link, reading.dossier.landings))
    ]
    if not ways:
        return Finding(outcome=Outcome.NVT, reason="niet gevolgd")
    for kind, outcome, reason in (
        (LandingKind.WERKT_NIET, Outcome.ONTBREEKT, "werkt niet"),
        (LandingKind.ONBEKEND, Outcome.ONZEKER, "geen antwoord"),
    ):
        if found := next((way for way in ways if way[2].kind is kind), None):
            return Finding(outcome=outcome, reason=reason, evidence=(_quote(*found),))
    return Finding(outcome=Outcome.AANWEZIG, reason="werkt", evidence=(_quote(*ways[0]),))


def _quote(route: Route, action: Action, _landing: Landing) -> Evidence:
    text = action.link.text
    if text and text in route.sentence.text and len(text) <= 300:
        return Evidence(url=route.sentence.page.url, selector=action.link.selector, quote=text)
    return route.sentence.evidence()


CHECK = Check(
    version=1,
    norm=None,
    question="Werken de knoppen waarmee de lezer aanvraagt?",
    source="Naast de normen: dode links (norms.md, actueel)",
    evaluate=aanvraagknop,
    messages={
        "werkt": "De knop om aan te vragen geeft antwoord.",
        "werkt niet": (
            "Een knop of link om aan te vragen werkt niet: de pagina erachter bestaat niet meer. De lezer kan niet verder. "
            "Zet het nieuwe adres achter de knop, of haal de knop weg en schrijf hoe het dan kan."
        ),
        "geen antwoord": (
            "Achter een knop om aan te vragen kwam geen goed antwoord. Misschien was dat tijdelijk. "
            "Klik zelf op de knop om te zien of die werkt."
        ),
        "niet gevolgd": "Er is geen knop om aan te vragen gevolgd. Dat gebeurt alleen in een meting, op bekende servers.",
    },
    pastes={"werkt niet": "Online aanvragen kan nu niet. Bel 14 010 om het te regelen."},
    examples={
        "<h1>Uittreksel</h1><a class='button' href='https://formulieren.voorbeeld.nl/uittreksel'>Aanvragen</a>": Outcome.NVT,
    },
)
