"""Knows which part of a sentence tells the reader what to do: not its conditions, what others do, or what cannot be done."""

from __future__ import annotations

import re
from functools import lru_cache

_AGENT = (
    r"(?:we|wij|het college|het (?:uwv|cbr|cak|kadaster|cbs|rijk|bevoegd gezag)|the municipality|we will|"
    r"(?:de|een|onze|uw|deze) (?:\w+ ){0,2}?(?:gemeente|burgemeester|ind|rdw|svb|politie|belastingdienst|ggd|provincie|school|rechtbank|gemeenteraad|\w*(?:medewerker|ambtenaar|consulent|adviseur|"
    r"verlener|manager|coördinator|ondernemer|werkgever|verhuurder|aannemer|commissie|instantie|organisatie|dienst|coach|arts))s?)"
)
_BODY = (
    r"(?:we|wij|het college|(?:de|onze|uw) (?:gemeente|burgemeester|ind|rdw|svb|politie|belastingdienst|ggd|provincie)|"
    r"het (?:uwv|cbr|cak|kadaster|cbs|rijk|bevoegd gezag))"
)
_CONDITION_FIRST = re.compile(
    r"^(?:als|wanneer|indien|zodra|nadat|voordat|omdat|doordat|hoewel|terwijl|if|when|once|after|before)\b[^,;]*?(?:,|;|\bdan\b)"
)
_QUESTION_FIRST = re.compile(
    r"^(?:wilt|wil|heeft|hebt|heb|bent|ben|kunt|kun|moet|gaat|ga|staat|woont|krijgt|krijg|lukt|gaat|komt|vraagt|doet|mist|twijfelt) (?:u|je|het)\b"
    r"[^,;?]*?(?:[,;?]|\bdan\b)"
)
_CONDITION_LAST = re.compile(
    r"(?:,| )\b(?:als|wanneer|indien|zodra|nadat|voordat|omdat|zodat|tenzij|mits|if|unless|because|so that) (?:u|je|uw|wij|we|het|de|er|dit|dat|you|your|it|the)\b[^,;]*"
)
_CLAUSES = re.compile(r"\s*(?:[,;:(]|\.\s| – | (?=(?:en|maar|waarna|waarop|and|but) ))\s*")
_OTHER_ACTS = re.compile(
    rf"^(?:(?:en|maar|dan|daarna|vervolgens|hierna|meestal|soms|ook|waarna) )?{_AGENT} \w+\b|"
    r"^(?:(?!\b(?:u|je|jij|uw)\b).)*\b"
    r"(?!(?:met|uit|dat|wat|niet|het|contact|at|binnen|buiten|tegen|tussen)\b)\w+(?:t|en|is|zal|kan|wil) (?:er |dan )?"
    rf"{_AGENT}\b"
)
_BODY_ACTS = re.compile(rf"^(?:(?:en|maar|dan|daarna|vervolgens) )?{_BODY} (?!waar\b|van\b)\w+\b")
_ASKS = re.compile(
    r"\b(?:advise\w+|rad(?:en|t)|raadt|vragen|vraagt|verzoek\w+|verwacht\w*|wil(?:len)? graag|ziet|zien) (?:u|je|dat|graag|het liefst)\b|\b(?:u|je) (?:kunt|kun|moet|mag)\b"
)
_PASSIVE = re.compile(
    r"\b(?:wordt|worden) (?:er |dan |hierover |daarna )*(?:een |de |uw )?(?:afspraak|contact|u|formulier)\b"
)
_NOT = re.compile(
    r"\b(?:niet|geen|nooit|not|cannot|can't|evenmin)\b(?! (?:alleen|later|eerder|meer dan|langer dan|zonder|ouder|only|vergeten))"
)
_READS = re.compile(
    r"\b(?:lees|leest|lezen|nalezen|na te lezen|teruglezen|vind|vindt|vinden|terugvinden|bekijk|bekijkt|bekijken|raadpleeg|raadpleegt|"
    r"raadplegen|zie|kijk|kijkt|kijken|check|checkt|checken|controleer|controleert|controleren|opzoeken|zoekt|nakijken|na te kijken|doorlezen|terugkijken|nagaan|na te gaan|"
    r"staat|staan|informatie|uitleg|read|find|see|more information)\b"
)
_WHERE = re.compile(r"\b(?:die|dat) [^,]{0,50}\bsta(?:at|an)\b")
_DOES = re.compile(
    r"\b(?:vraag|meld|geef|dien|doe|regel|schrijf|vul|log|stuur|maak|start|lever|bestel|reserveer|upload|klik|kies)t?\b(?! \w+ of\b)|"
    r"\b(?:kunt|kun|kan|moet|mag|dient|wilt)\b.*\b(?:aan ?te ?)?(?:aanvragen|vragen|melden|doorgeven|geven|indienen|dienen|doen|regelen|invullen|"
    r"aanmelden|inschrijven|maken|bestellen|reserveren|inleveren|sturen|opsturen)\b|"
    r"\b(?:apply|register|report|submit|request)\b|\b(?:vindt|staat|staan) (?:u )?(?:hier|hieronder|onderaan|op deze pagina)\b.*formulier"
)
_ALL_DENIED = re.compile(
    r"\b(?:niet|not) (?:meer |langer |nog )?(?:mogelijk|beschikbaar|bereikbaar|opengesteld|possible|available)\W*$"
)
_FORGET = re.compile(r"^(?:en |let op: ?)?(?:vergeet|don't forget|denk)\b")
_WITHOUT = re.compile(r"\bzonder (?:(?:een|vooraf|eerst) )*(?:afspraak|digid|e-?herkenning)\b")


@lru_cache(maxsize=4096)
def asserted(text: str) -> str:
    """``text`` (one sentence, lower case) without the parts that say that something cannot or need not be."""
    if _ALL_DENIED.search(text):
        return ""
    if _BODY_ACTS.match(text) and not _ASKS.search(text):
        return ""
    kept = [part for part in _CLAUSES.split(_WITHOUT.sub(" ", text)) if part.strip() and not _denies(part.strip())]
    return ", ".join(kept)


@lru_cache(maxsize=4096)
def told(text: str) -> str:
    """What ``text`` (one sentence, lower case) tells the reader to do; "" where it tells nothing.

    Left out are conditions ("als u verhuist, …"), what the municipality or another does ("wij maken een afspraak met u"), and
    what cannot or need not be done ("u hoeft geen afspraak te maken").
    """
    if _ALL_DENIED.search(text):
        return ""
    main = _main(_WITHOUT.sub(" ", text.strip(" -•*")))
    kept = [part for part in _CLAUSES.split(main) if part.strip() and _is_for_reader(part.strip())]
    return ", ".join(kept)


def _main(text: str) -> str:
    for first in (_CONDITION_FIRST, _QUESTION_FIRST):
        found = first.match(text)
        if found and len(text) - found.end() > 8:
            text = text[found.end() :].strip()
    rest = _CONDITION_LAST.sub("", text)
    return rest if len(rest) > 12 else text


def _is_for_reader(clause: str) -> bool:
    if _denies(clause) or _PASSIVE.search(clause):
        return False
    return not (_OTHER_ACTS.match(clause) and not _ASKS.search(clause))


def without_reading(text: str) -> str:
    """``text`` (of :func:`told` or :func:`asserted`) without the clauses that only tell where to read or look something up."""
    return ", ".join(
        part for part in text.split(", ") if not _READS.search(_WHERE.sub(" ", part)) or _DOES.search(part)
    )


def _denies(clause: str) -> bool:
    return _NOT.search(clause) is not None and not _FORGET.match(clause)
