"""Knows words that are harder than they need be, each with a word of the street; our own list."""

from __future__ import annotations

import re

EASIER = {
    "aangaande": "over", "aanvangen": "beginnen", "aanvang": "begin", "abusievelijk": "per ongeluk", "additioneel": "extra",
    "alvorens": "voordat", "annuleren": "afzeggen", "behoudens": "behalve", "belanghebbende": "wie ermee te maken heeft",
    "beogen": "willen", "beschikking": "besluit", "betreffende": "over", "bewerkstelligen": "zorgen voor", "bijgevolg": "dus",
    "conform": "volgens", "daartoe": "daarvoor", "dermate": "zo", "desalniettemin": "toch", "desbetreffende": "deze",
    "desgewenst": "als u wilt", "derhalve": "daarom", "dienaangaande": "daarover", "dientengevolge": "daardoor",
    "doch": "maar", "eensluidend": "hetzelfde", "echter": "maar", "evenwel": "maar", "faciliteren": "helpen",
    "geenszins": "niet", "gelieve": "wilt u", "geschieden": "gebeuren", "hetgeen": "wat", "hieromtrent": "hierover",
    "hieruit voortvloeiende": "die hierbij horen", "implementeren": "invoeren", "inachtneming": "rekening houden met",
    "indien": "als", "ingevolge": "volgens", "initiëren": "beginnen", "inzake": "over", "krachtens": "volgens",
    "legitimeren": "laten zien wie u bent", "middels": "met", "mits": "als", "naar aanleiding van": "na",
    "nader": "meer", "nadien": "daarna", "nihil": "niets", "omtrent": "over", "onderhavige": "deze", "onverwijld": "meteen",
    "periodiek": "regelmatig", "prioriteit": "voorrang", "reeds": "al", "relevant": "belangrijk", "respectievelijk": "en",
    "rectificeren": "verbeteren", "retourneren": "terugsturen", "saldo": "wat erop staat", "sedert": "sinds",
    "separaat": "apart", "teneinde": "om", "ten aanzien van": "over", "ten behoeve van": "voor", "tenzij": "behalve als",
    "ter zake": "hierover", "terstond": "meteen", "tevens": "ook", "thans": "nu", "traineren": "vertragen",
    "uitsluitsel": "antwoord", "uitvoering geven aan": "doen", "vigerend": "geldend", "vooralsnog": "nu nog",
    "voornoemde": "deze", "voorts": "verder", "wederom": "weer", "woonachtig": "wonend", "zodoende": "zo", "zulks": "dat",
}  # fmt: skip
_HARD = re.compile(rf"\b(?:{'|'.join(map(re.escape, EASIER))})\b", re.IGNORECASE)

_WORDS = re.compile(r"\w+")
_SINGLE = frozenset(word for word in EASIER if " " not in word)
_PHRASES = tuple(word for word in EASIER if " " in word)


def read_hard_words(text: str) -> tuple[tuple[str, str], ...]:
    """Find hard words in ``text`` as (the word as it stands, the everyday alternative), in order of place."""
    lower = text.lower()
    if _SINGLE.isdisjoint(_WORDS.findall(lower)) and not any(phrase in lower for phrase in _PHRASES):
        return ()  # nearly every sentence; the careful pattern is slow
    return tuple((match[0], EASIER[match[0].lower()]) for match in _HARD.finditer(text))
