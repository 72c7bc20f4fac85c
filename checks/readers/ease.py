"""Knows how easy Dutch text reads: Flesch-Douma (1960), from the lengths of sentences and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

_WORD = re.compile(r"[A-Za-zÀ-ÿ'’-]*[A-Za-zÀ-ÿ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease:
    """``score`` runs from 0 (very hard) to 100 (very easy); ``sentence_length`` is the mean in words; ``words`` how many there are."""

    score: float
    sentence_length: float
    words: int


def ease_of(sentences: Sequence[str]) -> Ease:
    """The reading ease of sentences; no words at all give a score of 100 and lengths of 0."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return Ease(score=100.0, sentence_length=0.0, words=0)
    length = len(words) / len(sentences)
    syllables = sum(_syllables(word.lower()) for word in words) / len(words)
    return Ease(score=206.84 - 77 * syllables - 0.93 * length, sentence_length=length, words=len(words))


def words_of(text: str) -> list[str]:
    """The words of a text; figures and marks are none."""
    return _WORD.findall(text)


@cache
def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word)) + 1


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="nl_NL", left=1, right=1)
