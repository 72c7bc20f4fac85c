"""Knows the words with which a page says that another page holds a product's tariff, term, places or explanation."""

from __future__ import annotations

import re

from model.page import Block, Link, Section

_SUBJECTS = {
    "het tarief": re.compile(
        r"""\b(?:
            \w*tarie(?:f|ven)\w* | (?:leges|legestabel|legesverordening)\b | kosten(?:overzicht)?\b |
            wat\b.*\bkost(?:en)?\b | wat\ (?:u\ )?betaalt | hoeveel\ (?:het\ )?kost\w* |
            prij(?:s|zen)\b | prijslijst |  # "Bekijk de prijzen"
            (?:costs?|fees?|rates)\b | (?:tariven|priizen)\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "de termijn": re.compile(
        r"""(?:
            \b(?:afhandel|behandel|beslis|lever|verwerkings|wacht|doorloop)\w*(?:termijn|tijd)\w* | \btermijnen?\b |
            \bhoe\ ?lang\b.*\bduur\w* | \blevertijd\w* | \bwanneer\ (?:krijg|hoor|is)\b | # "Hoe lang duurt het?"
            \bprocessing\ times?\b | \bhow\ long\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "de locatie": re.compile(
        r"""(?:
            \b(?:locaties?|vestigingen|adressen|balies?|loketten|stadswinkels?|stadskantoren|ophaallocaties?|inleverpunten)\b |
            \bopeningstijden\b | \bwaar\ (?:kan|kunt|moet|vind)\b | \blocations?\b | # "Adressen en openingstijden"
            \bopening\ hours\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "uitleg": re.compile(
        r"""(?:
            \bzo\ (?:vraagt|doet|werkt|meldt|regelt|vult|geeft|dient|maakt|gaat|kunt)\b | # "Zo vraagt u aan"
            \bhoe\ (?:u|je|vraag|werkt|doe|meld|regel|vul|dien|gaat)\w*\b |
            \b(?:uitleg|toelichting|invulhulp|handleiding|werkwijze|stappenplan|invulinstructie|info(?:rmatie)?blad)\b |
            \bhow\ (?:to|do)\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    ),
}
_VAGUE = re.compile(
    r"\W*(?:(?:lees|bekijk|klik|kijk|vind(?:t u)?|ga|u vindt)\W+)?"
    r"(?:hier(?:onder)?|deze (?:pagina|link)|(?:de |die |onze )?(?:pagina|website)|(?:lees |bekijk |kijk )?(?:meer|verder)"
    r"(?: informatie)?|meer informatie|(?:het )?overzicht|(?:de )?tabel)\W*",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:bekijk|lees|zie|kijk|vind|staat|staan|informatie|overzicht|tabel|pagina|klik|ga naar)\w*", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"^\W*(?:(?:zie|lees|bekijk|kijk) ook|gerelateerd|verwant|andere (?:producten|onderwerpen|pagina)|(?:laatste |ander )?"
    r"nieuws|ook interessant|uitgelicht|in het nieuws|thema)",
    re.IGNORECASE,
)
_NEXT_STEP = re.compile(
    r"\b(?:stap \d+(?: van \d+)?|(?:naar de )?volgende(?: stap)?|verder(?: naar stap \d+)?|vorige(?: stap)?)\b", re.I
)
_SMALL_WORDS = frozenset(["de", "het", "een", "van", "voor", "met", "bij", "in", "op", "aan", "en", "of", "uw"])


def explains(link: Link, block: Block, section: Section) -> str:
    """What the page promises behind the link ("het tarief"); empty where it promises none of the four.

    The link's own words decide. Where they say nothing ("hier", "meer informatie"), the sentence around it does.
    """
    if subject := _subject(link.text):
        return subject
    if _VAGUE.fullmatch(link.text):
        sentence = _sentence_around(block.text, link.text)
        return _subject(sentence) if _POINTS.search(sentence) else ""
    return ""


def is_elsewhere(section: Section) -> bool:
    """Whether the section lists related pages rather than telling about the product."""
    return any(_ELSEWHERE.match(heading) for heading in (section.heading, *section.path[1:]))


def is_next_step(text: str) -> bool:
    """Whether a link's text leads through a start flow: "Stap 2 van 4", "Volgende stap"."""
    return _NEXT_STEP.search(text) is not None


def names_product(text: str, names: tuple[str, ...], own: str) -> bool:
    """Whether ``text`` names one of the products in ``names`` and not the product ``own``."""
    text = text.casefold()
    if own.casefold() in text:
        return False
    own_words = _words(own)
    return any(name in text and not _words(name) <= own_words for name in map(str.casefold, names) if len(name) > 5)


def _subject(text: str) -> str:
    return next((subject for subject, pattern in _SUBJECTS.items() if pattern.search(text)), "")


def _sentence_around(text: str, link: str) -> str:
    place = text.find(link)
    if place < 0:
        return text
    start = max(text.rfind(mark, 0, place) for mark in (". ", "? ", "! ")) + 1
    ends = [end for mark in (". ", "? ", "! ") if (end := text.find(mark, place + len(link))) >= 0]
    return text[start : min(ends, default=len(text))]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _SMALL_WORDS
