"""Knows places and channels: counters, postal addresses, phone numbers, mail addresses, portals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from checks.readers.wording import stems
from model.profile import SiteProfile


class Channel(StrEnum):
    """The way in which a citizen reaches the municipality."""

    BALIE = "balie"
    STOEP = "aan de weg"  # where waste is put out
    POSTADRES = "postadres"
    TELEFOON = "telefoon"
    MAIL = "mail"
    PER_POST = "per post"  # by post, without an address
    GEMEENTE = "bij de gemeente"  # no place at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place or channel at ``text[start:end]``."""

    start: int
    end: int
    channel: Channel


_COUNTERS = re.compile(
    r"""\b(?:
        stads(?:winkels? | kanto(?:or|ren) | loket(?:ten)? | deelkanto(?:or|ren) | huis | balie | plein) | deelgemeentekantoor |
        gemeente(?:huis | huizen | kanto(?:or|ren) | winkels? | balie | loket) | raadhuis | stadhuis | bestuurscentrum |
        klant(?:contact)?centrum | gemeentelijk\ loket | wijkteam | buurtteam | sociaal\ wijkteam | wmo-?consulent |
        publieks(?:balie | plein | centrum | hal | winkel | service) | bedrijfsbalie | klantenbalie | informatiebalie |
        (?:service | informatie | klanten | wijk | steun | zorg | wmo- | jongeren | ondernemers | bedrijven | bouw | sociaal | centraal)[\ ]?-?(?:punt(?:en)? | loket(?:ten)? | plein | centrum | centra | teams?) |
        vraagwijzers? | huis\ van\ de\ wijk | werkplein | dienstencentrum | gemeentelijk(?:e)?\ (?:balie|loket|informatiecentrum) |
        milieu(?:park(?:en)? | straat | stations?) | afvalbrengstations? | brengstations? | recyclingstations? | milieustation | werf |
        (?:aan | bij | naar)\ (?:de | een | onze | het)\ (?:\w+\ )?(?:balie\w* | loket\w*) | balie\ (?:van\ )?(?:de\ )?\w+ | loket\ [A-Z]\w+ |
        (?:afdeling | team | balie | bureau)\ (?:burgerzaken | publiekszaken | vergunningen | horeca | parkeren | belastingen | bijzondere\ wetten) | burgerzaken | sociale\ zaken | publiekszaken |
        bij\ (?:de\ )?huisarts |
        city\ hall | town\ hall | city\ office | municipal\ office | (?:public\ )?service\ (?:desk|cent(?:re|er)|counter) | municipality\ counter | international\ cent(?:re|er) |
        gemeentehûs | stedskantoar | stedhûs | gemeentekantoar | balye
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_KERB = re.compile(
    r"\b(?:aan de (?:straat|weg|stoep|openbare weg|kant van de weg)|stoeprand|langs de weg|inzamelplek|op de stoep|buiten(?: \w+)? zetten)\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?<!Centraal )(?<!Regionaal )(?<!Landelijk )(?<!^)(?<!^De )(?<!^Het )(?<!u van het )(?<!u van de )(?<!door het )(?<!door de )\b(?:[Aa]fdeling|[Tt]eam|[Cc]luster|[Bb]ureau|[Ee]enheid|[Ss]ector|[Dd]ienst|[Dd]esk|[Ll]oket)\s+(?!Nederland|Toeslagen|Uitvoering|Onderwijs|Wegverkeer|Justis)[A-Z][a-z]{3,}"
    r"|\b(?:[A-Z][a-z]+\s+){1,3}(?:Department|Desk|Office|Counter|Cent(?:re|er))\b"
)  # de afdeling Leefomgeving; the Civil Affairs Department
_NAMED = re.compile(
    r"\b(?:langs|terecht|binnen|bezoek|loop)\b.{0,25}?\b(?:in|bij|naar|op)\s+(?:de\s+|het\s+)?(?!Nederland|Gemeente|IND|RDW|DigiD)[A-Z][a-z]{3,}"
    r"|\b[Cc]ontact\s+op(?:nemen|\s+te\s+nemen)?\s+met\s+(?:het\s+|de\s+)?(?!Nederland|Gemeente|IND|RDW|DigiD|UWV|SVB|CAK|Kadaster|Rijk|Belastingdienst|Ministerie)[A-Z][a-z]{3,}"
)  # Kom langs in de Kunsthal.
_POSTAL = re.compile(
    r"""\b(?:post ?bus\ ?\d[\d\ ]{1,5}\d | antwoordnummer\ \d+ | [1-9]\d{3}\ ?[A-Z]{2}\b(?=[\s,.)]|$) |
    [A-Z][\w'’-]+(?:\ [A-Za-z][\w'’-]+){0,3}(?:straat|weg|laan|plein|kade|singel|dijk|plantsoen|hof|gracht|markt|dam|haven|baan|pad)\ (?!(?:19|20)\d\d\b)\d+\w?)""",
    re.VERBOSE,
)
_PHONE = re.compile(
    r"(?<![\d-])(?:14 ?0\d{2,3}|\(?0\d{1,3}\)?[-–  ]{0,3}\d(?:[  -]?\d){5,8}|(?:\+|00)31[  ]?\(?0?\)?\d(?:[  -]?\d){7,9}|0[89]00[- ]?\d{4,7})(?![\d-]*\d)"
)
_MAIL = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_BY_POST = re.compile(
    r"\b(?:per\ post | via\ de\ post | schriftelijk | per\ brief | opsturen | by\ (?:post|mail) | mei\ de\ post)\b",
    re.VERBOSE | re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"\b(?:bij|aan|naar|op|in(?=\s+(?:de|uw)\s+gemeente\s+(?:waar|van))|contact(?:\s+op)?\s+met|from|at|to|by|oan)\s+(?:de|uw|je|onze|the|your)\s+(?:gemeente\b(?!\s*(?:raad|huis|kantoor|winkel))|municipality|gemeente\s+[A-Z]\w+)",
    re.IGNORECASE,
)


def read_places(text: str, profile: SiteProfile) -> tuple[Place, ...]:
    """Find every place and channel in ``text``, in order of place; ``profile`` adds the names of a city's own counters."""
    lower = text.lower()
    found = [
        Place(start=match.start(), end=match.end(), channel=channel)
        for pattern, channel, quick in _PATTERNS
        if quick.search(lower)
        for match in pattern.finditer(text)
    ]
    for name in profile.counters:
        start = lower.find(name)
        if start >= 0:
            found.append(Place(start=start, end=start + len(name), channel=Channel.BALIE))
    return tuple(sorted(found, key=lambda place: place.start))


_DIGITS = stems(*"0123456789")
_PATTERNS = (
    (
        _COUNTERS,
        Channel.BALIE,
        stems(
            *(
                "balie",
                "publiek",
                "loket",
                "kanto",
                "huis",
                "huizen",
                "winkel",
                "plein",
                "centr",
                "punt",
                "service",
                "team",
                "wijzer",
                "straat",
            ),
            *(
                "park",
                "station",
                "werf",
                "afdeling",
                "bureau",
                "burgerzaken",
                "zaken",
                "politie",
                "notaris",
                "huisarts",
                "consulent",
            ),
            *(
                "hall",
                "office",
                "desk",
                "counter",
                "hûs",
                "kantoar",
                "balye",
                "baly",
                "weg",
                "stoep",
                "inzamel",
                "city",
                "town",
            ),
        ),
    ),
    (
        _DEPARTMENT,
        Channel.BALIE,
        stems(
            "afdeling",
            "team",
            "cluster",
            "bureau",
            "eenheid",
            "sector",
            "dienst",
            "loket",
            "department",
            "desk",
            "office",
            "counter",
            "cent",
        ),
    ),
    (_NAMED, Channel.BALIE, stems("langs", "terecht", "binnen", "bezoek", "loop", "contact")),
    (_KERB, Channel.STOEP, stems("weg", "straat", "stoep", "inzamel", "buiten")),
    (_POSTAL, Channel.POSTADRES, _DIGITS),
    (_PHONE, Channel.TELEFOON, _DIGITS),
    (_MAIL, Channel.MAIL, stems("@", "(at)", "[at]")),
    (_BY_POST, Channel.PER_POST, stems("post", "schriftelijk", "brief", "opsturen", "mail")),
    (_MUNICIPALITY, Channel.GEMEENTE, stems("gemeente", "municipality")),
)
"""Each pattern with its channel and the letters without which it cannot be found."""
