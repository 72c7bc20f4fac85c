"""Axe's rules in Dutch, as the browser's room keeps them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from crawler.browser import nouns

LOCALE = Path(nouns.__file__).with_name("nl.json")
ADVICE = LOCALE.with_name("advice.json")


@cache
def dutch_rules() -> dict[str, str]:
    """What each axe rule asks for."""
    texts = json.loads(LOCALE.read_text(encoding="utf-8"))["rules"]
    return {rule: str(words["help"]) for rule, words in texts.items()}


@cache
def dutch_advice() -> dict[str, dict[str, str]]:
    """What editors ("redactie") and the web team ("webteam") can do about each axe rule."""
    advice: dict[str, dict[str, str]] = json.loads(ADVICE.read_text(encoding="utf-8"))
    return advice
