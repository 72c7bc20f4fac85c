"""Duidelijk: does the page read easily? An indication, with the sentences that cause it."""

from __future__ import annotations

from checks.check import Check
from checks.readers.ease import ease_of, words_of
from checks.readers.hard_words import read_hard_words
from checks.readers.sentences import Sentence
from checks.reading import Reading
from model.finding import Finding, Outcome

_ENOUGH = 80  # words; below that the figures mean nothing
_LOWEST_EASE = 45  # Flesch-Douma; language level B1 lies at about 60 and higher, names of products cost ten points
_LONG = 25  # words in a sentence
_LONG_SENTENCES = 3  # so many make a page hard, or one in ten
_HARD_SENTENCES = 3
_QUOTES = 3  # sentences shown to the editor


def duidelijk(reading: Reading) -> Finding:
    """Count long sentences, hard words and the reading ease of the running text; tables and headings are left out."""
    if any(page.language != "nl" for page in reading.dossier.pages):
        return Finding(outcome=Outcome.NVT, reason="andere taal")
    told = [s for s in reading.sentences if not (s.is_head or s.is_button) and s.block.kind not in ("td", "th")]
    ease = ease_of([sentence.text for sentence in told])
    if ease.words < _ENOUGH:
        return Finding(outcome=Outcome.NVT, reason="te weinig tekst")
    long = [sentence for sentence in told if len(words_of(sentence.text)) > _LONG]
    hard = [sentence for sentence in told if read_hard_words(sentence.text)]
    if len(long) >= max(_LONG_SENTENCES, len(told) / 10):
        return _finding("lange zinnen", sorted(long, key=lambda sentence: -len(words_of(sentence.text))))
    if len(hard) >= _HARD_SENTENCES:
        return _finding("moeilijke woorden", hard)
    if ease.score < _LOWEST_EASE:
        return _finding("moeilijk te lezen", sorted(told, key=lambda sentence: ease_of([sentence.text]).score))
    return Finding(outcome=Outcome.AANWEZIG, reason="goed te lezen")


def _finding(reason: str, sentences: list[Sentence]) -> Finding:
    evidence = tuple(sentence.evidence() for sentence in sentences[:_QUOTES])
    return Finding(outcome=Outcome.ONVOLLEDIG, reason=reason, evidence=evidence)


CHECK = Check(
    version=1,
    norm=None,
    question="Is de pagina makkelijk te lezen?",
    source="Naast de servicenormen: leesbaarheid (Flesch-Douma); een aanwijzing, geen oordeel over taalniveau",
    evaluate=duidelijk,
    messages={
        "goed te lezen": "De zinnen zijn kort en de woorden gewoon.",
        "andere taal": "De pagina is niet in het Nederlands. De leesbaarheid is niet gemeten.",
        "te weinig tekst": "Er staat te weinig tekst om de leesbaarheid te meten.",
        "lange zinnen": "Er staan lange zinnen op de pagina. Knip ze in tweeën: één boodschap per zin.",
        "moeilijke woorden": (
            "Er staan woorden die veel lezers niet kennen. Gebruik een woord van de straat: 'als' in plaats van 'indien', "
            "'ook' in plaats van 'tevens', 'met' in plaats van 'middels'."
        ),
        "moeilijk te lezen": (
            "De tekst leest zwaar door lange woorden en zinnen. Deze zinnen maken het moeilijk. Schrijf ze korter en gewoner."
        ),
    },
    pastes={},
    examples={"<h1>Uittreksel</h1><p>Een uittreksel is een bewijs.</p>": Outcome.NVT},
)
