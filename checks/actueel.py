"""Actueel: does the page say what holds now, or what held years ago?"""

from __future__ import annotations

from datetime import date, timedelta

from checks.binding.cost import speaks_of_costs
from checks.check import Check
from checks.readers.actions import Target
from checks.readers.dates import Moment, read_moments
from checks.readers.money import read_money
from checks.readers.sentences import Sentence
from checks.readers.wording import wordings
from checks.reading import Reading
from model.finding import Finding, Outcome

_YEARS = 2  # norms.md section 8: a stated last change older than two years
_CHANGED = wordings("""
    (laatst|laatste) (gewijzigd|wijziging|bijgewerkt|aangepast|update) # Laatst gewijzigd op 3 mei 2021
    (bijgewerkt|gewijzigd|geactualiseerd|gepubliceerd|geplaatst|last updated) (op|tot|:) # Gepubliceerd op: 16-01-2017
""")
_PROMISES = wordings("""
    (vanaf|per|met ingang van|tot en met|tot|uiterlijk|voor|vóór|t/m|van|op) ?$ # tot en met
""")
_HISTORY = wordings("""
    (sinds|was|waren|werd|vroeger|toen|geldend|opgericht|geboren|gebouwd) # Sinds 2015 geldt de regel.
    (wet|verordening|besluit|beleidsregel*|nota|artikel) # de nota van 2019
""")


def actueel(reading: Reading) -> Finding:
    """A past year with a price, a past date that the text still looks forward to, or a last change of years ago."""
    day = reading.dossier.day
    if day is None:
        return Finding(outcome=Outcome.NVT, reason="geen dag")
    for reason, fits in (
        ("oud tarief", _is_old_price),
        ("voorbije datum", _is_past_promise),
        ("lang niet gewijzigd", _is_long_ago),
    ):
        if found := next((sentence for sentence in reading.sentences if fits(sentence, day)), None):
            return Finding(outcome=Outcome.ONVOLLEDIG, reason=reason, evidence=(found.evidence(),))
    if found := next((s for s in reading.sentences if _only_in_document(s, reading)), None):
        return Finding(outcome=Outcome.ONVOLLEDIG, reason="alleen pdf", evidence=(found.evidence(),))
    return Finding(outcome=Outcome.AANWEZIG, reason="actueel")


def _is_old_price(sentence: Sentence, day: date) -> bool:
    """Whether the newest year beside an amount, in the sentence, its labels and its headings, has passed."""
    if not (speaks_of_costs(sentence) or read_money(sentence.text)):
        return False
    text = " | ".join((sentence.text, *sentence.block.labels))
    years = [moment.year for moment in read_moments(text)] or [
        m.year for h in sentence.heads[:2] for m in read_moments(h)
    ]
    return bool(years) and max(years) < day.year and not _HISTORY.found_in(sentence.lower)


def _is_past_promise(sentence: Sentence, day: date) -> bool:
    if _HISTORY.found_in(sentence.lower) or _CHANGED.found_in(sentence.lower):
        return False
    return any(_has_passed(moment, day) and _looks_forward(moment, sentence) for moment in read_moments(sentence.text))


def _has_passed(moment: Moment, day: date) -> bool:
    return moment.day < day if moment.day is not None else moment.year < day.year


def _looks_forward(moment: Moment, sentence: Sentence) -> bool:
    return _PROMISES.found_in(sentence.lower[: moment.start].rstrip()[-20:])


def changed_on(sentence: Sentence) -> date | None:
    """The day on which the text says that it was last changed; None where it says nothing of that."""
    if not _CHANGED.found_in(f"{sentence.lower} "):
        return None
    return max((moment.day for moment in read_moments(sentence.text) if moment.day is not None), default=None)


def _is_long_ago(sentence: Sentence, day: date) -> bool:
    changed = changed_on(sentence)
    return changed is not None and changed < day - timedelta(days=365 * _YEARS)


def _only_in_document(sentence: Sentence, reading: Reading) -> bool:
    """Whether the price or the term is only to be found in a document behind a link."""
    if not speaks_of_costs(sentence) or any(cost.role.value in ("prijs", "gratis") for cost in reading.costs):
        return False
    routes = (route for route in reading.routes if route.sentence is sentence)
    return any(route.leads_to(Target.DOCUMENT) for route in routes)


CHECK = Check(
    version=1,
    norm=None,
    question="Klopt wat er staat nog?",
    source="Naast de servicenormen: actualiteit",
    evaluate=actueel,
    messages={
        "actueel": "Er staan geen oude tarieven of voorbije datums op de pagina.",
        "geen dag": "Zonder dag van meten is niet te zeggen of de tekst oud is.",
        "oud tarief": (
            "Bij een bedrag staat een jaar dat voorbij is. De lezer weet niet of het bedrag nog klopt. "
            "Zet het tarief van dit jaar op de pagina."
        ),
        "voorbije datum": (
            "Er staat een datum die voorbij is, alsof die nog moet komen. De lezer twijfelt of de rest nog klopt. "
            "Haal de zin weg of noem de nieuwe datum."
        ),
        "lang niet gewijzigd": (
            "Volgens de pagina is de tekst al meer dan twee jaar niet gewijzigd. De lezer weet niet of die nog klopt. "
            "Lees de tekst na en zet er de datum van vandaag bij."
        ),
        "alleen pdf": (
            "Het bedrag staat alleen in een document achter een link. Dat is op een telefoon lastig te lezen. "
            "Zet het bedrag op de pagina zelf."
        ),
    },
    pastes={"oud tarief": "In … kost de aanvraag € … .", "alleen pdf": "De aanvraag kost € … ."},
    examples={
        "<h1>Uittreksel</h1><p>In 2024 kost een uittreksel € 17,40.</p>": Outcome.NVT,
        "<h1>Uittreksel</h1><p>Een uittreksel kost € 17,40.</p>": Outcome.NVT,
    },
)
