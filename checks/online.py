"""Online: can the product be applied for digitally, with the municipality or elsewhere?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.binding.channel import Role, Route, applies_by, hides_its_kind, is_for, is_for_some, names_one
from checks.binding.channel_wordings import (
    APPLY,
    BESIDE,
    FORM_USE,
    IN_WRITING,
    ONLINE_WORD,
    OTHER_PORTAL,
    OTHERS,
    PAPER,
    SEQUEL,
    SITE,
)
from checks.check import Check
from checks.readers.actions import Action, Purpose, Target
from checks.readers.places import Channel
from checks.readers.sentences import Sentence
from checks.reading import Reading
from model.finding import Finding, Online
from model.page import Evidence

_KNOWN = {Target.FORMULIER: (Online.JA, "formulier"), Target.EXTERN: (Online.EXTERN, "elders")}


def online(reading: Reading) -> Finding:
    """The target of the button decides; then what the text says; a bare button of unknown kind stays unknown."""
    if reading.closed is not None:
        return Finding(outcome=Online.NEE, reason="gesloten", evidence=(reading.closed.evidence(),))
    actions = list(_apply_actions(reading))
    aimed = [(route, action) for route, action in actions if action.target in _KNOWN]
    own = [(route, action) for route, action in aimed if is_for(action, reading.subject)]
    if aimed and _has_another_way(reading) and all(is_for_some(action, reading.subject) for _, action in aimed):
        outcome = _KNOWN[aimed[0][1].target][0]
        return Finding(outcome=outcome, reason="alleen groep", evidence=(_quote(*aimed[0]),))
    return (
        _by_target(own)
        or _by_text(reading, in_passing=False)
        or _by_target(aimed)
        or _by_text(reading, in_passing=True)
        or _unknown(reading)
        or _unknown_form(reading)
        or _not_offered(reading)
    )


def _apply_actions(reading: Reading) -> Iterator[tuple[Route, Action]]:
    for route in reading.routes:
        if route.role is Role.ANDERS or (route.role is Role.VRAGEN and not route.sentence.is_button):
            continue
        for action in route.actions:
            if applies_by(action, reading.subject) and (
                action.is_button
                or action.purpose is Purpose.AANVRAGEN
                or action.target is Target.FORMULIER
                or route.digital
            ):
                yield route, action


def _has_another_way(reading: Reading) -> bool:
    return any(
        route.tells and route.role is Role.AANVRAGEN and (route.appointment or route.letter) for route in reading.routes
    )


def _by_target(actions: list[tuple[Route, Action]]) -> Finding | None:
    for route, action in actions:
        outcome, reason = _KNOWN[action.target]
        return Finding(outcome=outcome, reason=reason, evidence=(_quote(route, action),))
    return None


def _by_text(reading: Reading, *, in_passing: bool) -> Finding | None:
    for route in reading.routes:
        if route.role is not Role.AANVRAGEN or not route.tells or route.refused:
            continue
        if route.in_passing is not in_passing and route.digital:
            continue
        elsewhere = route.elsewhere and (route.applies or route.digital)
        if not (route.digital or elsewhere or (route.portal and route.applies)):
            continue
        if not (route.portal or _tells_a_way(route)):
            continue
        evidence = (route.sentence.evidence(),)
        if elsewhere or _points_elsewhere(route):
            return Finding(outcome=Online.EXTERN, reason="tekst elders", evidence=evidence)
        if not route.portal and any(map(_is_elsewhere_online, reading.routes)):
            return Finding(outcome=Online.EXTERN, reason="tekst elders", evidence=evidence)
        vague = in_passing or not reading.has_entry
        return Finding(outcome=Online.JA, reason="terloops" if vague else "tekst", evidence=evidence)
    return None


def _tells_a_way(route: Route) -> bool:
    """Whether the digital words belong to a deed: a verb, an item of a list or cell, or a link to a form."""
    item = route.sentence.block.kind in ("li", "td", "dd")
    return route.acts or route.applies or item or route.leads_to(Target.FORMULIER, Target.EXTERN)


def _is_elsewhere_online(route: Route) -> bool:
    """Whether it says, or takes for granted ("Vraagt u het aan bij de RDW?"), that one applies online elsewhere."""
    text = route.asserted
    if route.role is not Role.AANVRAGEN:
        return False
    if OTHERS.found_in(text) and ONLINE_WORD.found_in(text) and APPLY.found_in(text):
        return True
    beside = BESIDE.found_in(text) and "omgevings" not in route.subject.name
    return route.tells and route.elsewhere and OTHER_PORTAL.found_in(route.asserted) and not beside


def _points_elsewhere(route: Route) -> bool:
    """Whether the words around say that the digital way is another organisation's: "dat" after its name, its site, its link."""
    before = route.sentence.before.lower()
    goes_on = route.sentence.lower.startswith(("dat ", "dit ", "daar", "hier", "inloggen", "log ", "u logt", "je logt"))
    partner = names_one(before, route.profile.partners)
    named = partner or OTHER_PORTAL.found_in(before) or (OTHERS.found_in(before) and APPLY.found_in(before))
    linked = any(a.target is Target.EXTERN and a.purpose is Purpose.AANVRAGEN for a in route.actions)
    return (goes_on and named) or linked or _names_foreign_site(route.sentence)


def _names_foreign_site(sentence: Sentence) -> bool:
    """Whether the sentence names a site by its address that is not the municipality's own."""
    found = SITE.search(sentence.lower)
    if found is None:
        return False
    domain = ".".join(found[0].split()[-1].split(".")[-2:])
    return domain not in sentence.page.url.lower()


def _unknown(reading: Reading) -> Finding | None:
    for route in reading.routes:
        if route.role is Role.ANDERS:
            continue
        for action in (action for action in route.actions if hides_its_kind(action, reading.subject)):
            return Finding(outcome=Online.ONBEKEND, reason="knop onbekend", evidence=(_quote(route, action),))
    return None


def _unknown_form(reading: Reading) -> Finding | None:
    """A form that is named or linked without a sign of paper: nobody can see whether it is digital."""
    forms = [
        route
        for route in reading.routes
        if route.form and route.role is Role.AANVRAGEN and not route.sentence.is_question
    ]
    if any(route.leads_to(Target.DOCUMENT) for route in forms) or any(map(_is_of_paper, reading.routes)):
        return None
    for route in forms:
        if PAPER.found_in(route.sentence.surroundings) or SEQUEL.found_in(route.sentence.lower):
            continue
        if FORM_USE.found_in(route.sentence.lower) or route.leads_to(Target.ONBEKEND, Target.PAGINA):
            return Finding(outcome=Online.ONBEKEND, reason="formulier onbekend", evidence=(route.sentence.evidence(),))
    return None


def _is_of_paper(route: Route) -> bool:
    """Whether a button "… aanvragen" opens a document to fill in, or one applies in writing or by appointment."""
    opens = any(a.target is Target.DOCUMENT and a.purpose is Purpose.AANVRAGEN for a in route.actions)
    told = route.role is Role.AANVRAGEN and route.tells and route.applies
    return opens or (told and (route.appointment or IN_WRITING.found_in(route.told)))


def _not_offered(reading: Reading) -> Finding:
    ways: tuple[tuple[str, Callable[[Route], bool]], ...] = (
        ("niet online", lambda route: route.refused),
        ("afspraak", lambda route: route.appointment and route.role is not Role.VRAGEN),
        ("formulier op papier", lambda route: route.leads_to(Target.DOCUMENT) and route.form),
        ("post of mail", lambda route: bool(route.places) and route.acts and not route.has(Channel.GEMEENTE)),
    )
    for reason, fits in ways:
        if found := next((route for route in reading.routes if fits(route) and route.sentence.text), None):
            return Finding(outcome=Online.NEE, reason=reason, evidence=(found.sentence.evidence(),))
    return Finding(outcome=Online.NEE, reason="geen weg")


def _quote(route: Route, action: Action) -> Evidence:
    text = action.link.text if action.link.text and action.link.text in route.sentence.text else ""
    if not text or len(text) > 300:
        return route.sentence.evidence()
    return Evidence(url=route.sentence.page.url, selector=action.link.selector, quote=text)


CHECK = Check(
    version=4,
    norm=8,
    question="Kan de lezer het product online aanvragen?",
    source="Servicenorm 8: online aanvraag",
    evaluate=online,
    messages={
        "formulier": "Het product is online aan te vragen bij de gemeente.",
        "tekst": "Op de pagina staat dat het product online is aan te vragen.",
        "elders": "Het product is online aan te vragen bij een andere organisatie.",
        "tekst elders": "Op de pagina staat dat het product online is aan te vragen bij een andere organisatie.",
        "knop onbekend": (
            "Er is een knop, maar het is niet te zien wat erachter zit. De lezer weet niet of het online kan. "
            "Zet in de tekst of op de knop dat het online kan, bijvoorbeeld 'Online aanvragen'."
        ),
        "terloops": (
            "De pagina noemt een online aanvraag, maar zegt niet waar die is. De lezer moet zoeken. "
            "Zet er een knop 'Online aanvragen' bij."
        ),
        "alleen groep": (
            "Het kan online, maar alleen voor één groep of één geval. De meeste lezers kunnen het niet online regelen. "
            "Kan het ook online voor de anderen? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "formulier onbekend": (
            "Er is een formulier, maar het is niet te zien of dat online is of op papier. "
            "Schrijf erbij of de lezer het online invult of print en opstuurt."
        ),
        "gesloten": "Op de pagina staat dat aanvragen nu niet kan.",
        "niet online": "Op de pagina staat dat het niet online kan.",
        "afspraak": (
            "De lezer kan alleen een afspraak maken. Een afspraak is geen online aanvraag. "
            "Kan het product ook online? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "formulier op papier": (
            "Er is alleen een formulier om te printen. Dat telt niet als online aanvraag. "
            "Is er ook een online formulier? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "post of mail": (
            "De lezer kan het alleen per post, mail, telefoon of aan de balie regelen. "
            "Kan het ook online? Zet er dan een knop 'Online aanvragen' bij."
        ),
        "geen weg": (
            "Er staat niet dat het online kan. De lezer vindt geen knop of formulier. "
            "Kan het online? Zet er dan een knop 'Online aanvragen' bij."
        ),
    },
    pastes={
        "terloops": "U vraagt het online aan met de knop hieronder. Log in met DigiD.",
        "alleen groep": "U kunt het ook online aanvragen. Log in met DigiD.",
        "formulier onbekend": "U vult het formulier online in. Log in met DigiD.",
        "knop onbekend": "U vraagt het online aan. Log in met DigiD.",
        "afspraak": "U kunt het ook online aanvragen. Log in met DigiD.",
        "formulier op papier": "U kunt het ook online aanvragen. Log in met DigiD.",
        "post of mail": "U kunt het ook online aanvragen. Log in met DigiD.",
        "geen weg": "U vraagt het online aan. Log in met DigiD.",
        "gesloten": "U kunt weer aanvragen vanaf [datum]. U vraagt het dan online aan.",
        "niet online": "U kunt het ook online aanvragen. Log in met DigiD.",
    },
    examples={
        "<h1>Uittreksel</h1><p>Vraag het uittreksel online aan. Log in met DigiD.</p>": Online.JA,
        "<h1>Uitrit</h1><a class='button' href='https://omgevingswet.overheid.nl/home'>Vergunning aanvragen</a>": Online.EXTERN,
        "<h1>Paspoort</h1><p>Maak online een afspraak bij de Stadswinkel.</p>": Online.NEE,
        "<h1>Subsidie</h1><a class='button' href='/media/formulier.pdf'>Subsidie aanvragen</a>": Online.NEE,
        "<h1>Subsidie</h1><a class='button' href='/doorverwijzing/12'>Aanvragen</a>": Online.ONBEKEND,
    },
)
