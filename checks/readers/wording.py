"""Knows how a list of wordings becomes a pattern, so that Dutch is written as Dutch and not as a regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass

_EXAMPLE = " # "


@dataclass(frozen=True, slots=True)
class Wording:
    """A class of wordings; finds itself in lower-case text. ``examples`` are sentences that it must find."""

    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]

    def found_in(self, text: str) -> bool:
        """Whether ``text`` (lower case) holds one of the wordings."""
        return self.pattern.search(text) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """The first of the wordings in ``text`` (lower case), or None."""
        return self.pattern.search(text)


def wordings(lines: str) -> Wording:
    """Make one pattern of ``lines``: a wording a line, an example behind `` # ``; empty lines are skipped.

    A wording matches whole words. ``*`` stands for any letters (``beslis*``, ``*leges``), ``…`` for at most 60 characters of the same
    sentence, ``(a|b)`` for a choice and ``(a )?`` for something that may be left out.
    """
    alternatives, examples = [], []
    for line in filter(None, map(str.strip, lines.splitlines())):
        wording, _, example = line.partition(_EXAMPLE)
        wording = wording.strip()
        alternatives.append(_expression(wording))
        if example:
            examples.append((wording, example.strip()))
    return Wording(re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)"), tuple(examples))


def stems(*parts: str) -> re.Pattern[str]:
    """One pattern of letters that stand anywhere in a word: a quick look before a careful one. Lower case only."""
    return re.compile("|".join(map(re.escape, parts)))


def _expression(wording: str) -> str:
    expression = re.sub(r"\s*…\s*", "\u2026", wording).replace("*", r"\w*").replace("(", "(?:").replace("(?:?", "(?")
    # A gap ends where a word begins, unless what follows it is a mark.
    expression = re.sub("\u2026(?=[\\\\$)](?!d|w))", r"(?!\\w).{0,60}?", expression)
    return expression.replace("\u2026", r"(?!\w).{0,60}?(?<!\w)")
