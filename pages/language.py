"""Knows in which language a page is written."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("nl", "en", "fy", "de", "fr")
_ENOUGH = 200  # characters; below that a guess is worse than what the page declares


def language_of(declared: str, text: str) -> str:
    """Return the language of ``text`` as an ISO 639-1 code; what the page declares only where the text is too short to tell."""
    declared = declared.strip().lower().split("-")[0]
    if len(text) < _ENOUGH:
        return declared or "nl"
    return str(_identifier().classify(text[:3000])[0])


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
