"""Knows what a link, button or form on a municipal page does: apply, log in, make an appointment, open a PDF, mail, call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from model.page import Link, LinkKind
from model.profile import SiteProfile


class Target(StrEnum):
    """What stands behind a link, as far as its address tells."""

    FORMULIER = "formulier"  # the municipality's own form or login
    EXTERN = "extern"  # another organisation
    AFSPRAAK = "afspraak"  # appointment module
    DOCUMENT = "document"  # PDF or office file
    MAIL = "mail"
    TELEFOON = "telefoon"
    PAGINA = "pagina"  # a page of the same site
    ONBEKEND = "onbekend"


class Purpose(StrEnum):
    """What the words on a link promise."""

    AANVRAGEN = "aanvragen"
    AFSPRAAK = "afspraak"
    INZIEN = "inzien"
    WIJZIGEN = "wijzigen"
    AFDRUKKEN = "afdrukken"  # download, print, by post
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A link with its target and purpose. ``online`` is True where its words say that it is digital."""

    link: Link
    target: Target
    purpose: Purpose
    online: bool

    @property
    def is_button(self) -> bool:
        """Whether a visitor sees a button."""
        return self.link.kind is not LinkKind.LINK


APPLY = re.compile(
    r"""\b(?:
        aan(?:te)?vra(?:ag|gen)\w* | vraag(?:t)?\b.{0,60}\baan\b | aangifte | aan\ ?te\ ?geven | aangeven |
        (?:aan|af)?meld(?:en|t|ing)?\w* | doorgeven | geef\b.{0,40}\bdoor | geeft\b.{0,60}\bdoor | door\ te\ geven | inschrijven | inschrijving |
        opvragen | op\ te\ vragen | indienen | in\ te\ dienen | dien(?:t)?\b.{0,60}\bin\b | regel(?:en|t)? | opgeven | bestel(?:len|t)? | koop | kopen | reserveer | reserveren |
        verzoek | invullen | vul(?:t)?\b.{0,60}\bin\b | start(?:en)? | naar\ het\ (?:\w+\ )?formulier | (?:online|digitaal|web)\ ?-?formulier | aanvraagformulier | meldformulier |
        bezwaar\ (?:maken|indienen) | klacht\ indienen | toestemming\ vragen | verleng(?:en|t|ing)? |
        apply | application | register | report | request | submit | oanfreegje | oanfreegjen | trochjaan | oanjaan | melde
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that ask for the product: apply, report, register, hand in."""

ONLINE = re.compile(
    r"""\b(?:
        online | on-line | digitaal | digitale | via\ internet | via\ (?:de|onze)\ (?:web)?site | op\ (?:de|onze)\ website | web-?formulier | e-?formulier |
        digid | e-?herkenning | eidas | mijn\ (?:loket|gemeente|overheid|[a-z]+dam|[a-z]+) (?=\b) | digitaal\ loket | e-?loket | inloggen | log\ (?:in|dan\ in) |
        mijn[A-Z]\w+ | ynternet | fia\ de\ webside
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PORTAL = re.compile(
    r"\bmijn ?(?:loket|gemeente|overheid|omgeving|dossier|inkomen|belastingen|parkeren|wmo)\b|digitaal loket|e-?loket",
    re.IGNORECASE,
)
DIGITAL = re.compile(
    r"""\b(?:online | on-line | digitaal | digitale | via\ (?:het\ )?internet | via\ (?:de|onze|deze)\ (?:web)?site |
    web-?formulier | e-?formulier | digid | e-?herkenning | eidas | e-?loket | internetformulier | ynternet | digitaal\ loket)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that say that something goes digitally."""

_APPOINTMENT = re.compile(r"afspra[ak]+|afspraken|appointment|ôfspraak", re.IGNORECASE)
_LOOK = re.compile(
    r"\b(?:bekijk(?:en)?|inzien|inzage|raadple(?:eg|gen)|volg(?:en)? (?:uw|je)|status|view)\b", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:wijzig(?:en|ing)?|aanpassen|opzeggen|stopzetten|stoppen|annuleren|beëindigen|verzetten|afzeggen|cancel|change|be[ëe]indig\w*|verplaatsen|intrekken)\b",
    re.IGNORECASE,
)
_PRINT = re.compile(
    r"\b(?:download\w*|print\w*|per post|\(?pdf\)?|schriftelijk|papieren|by post|by mail)\b", re.IGNORECASE
)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|rtf)(?:$|[?#])", re.IGNORECASE)
_FORM_ADDRESS = re.compile(
    r"formulier|e-?forms?\b|eform|webform|/forms?/|openforms|open-formulieren|iburgerzaken|burgerzaken|digid|eherkenning|"
    r"mijnloket|digitaal-?loket|e-?loket|eloket|digitalebalie|digitaalbalie|/aanvraag|aanvraag[./]|aanvragen\.|inloggen|login|"
    r"zaaksysteem|xxllnc|triple-?forms|/loket\.|meldingen\.|meldpunt|formdesk|webformulieren|//loket\.",
    re.IGNORECASE,
)
_OWN_DESK = re.compile(
    r"(?:^|\.)(?:mijn|my|loket|balie|portaal|parkeren|belasting|subsidie|zaken|diensten|app)", re.IGNORECASE
)
_OTHERS = re.compile(
    r"(?:^|\.)(?:rdw\.nl|overheid\.nl|omgevingsloket\.nl|justis\.nl|svb\.nl|duo\.nl|hetcak\.nl|cak\.nl|cjib\.nl|belastingdienst\.nl|"
    r"toeslagen\.nl|kvk\.nl|ind\.nl|svhw\.nl|gblt\.nl|bsgr\.nl|cocensus\.nl|bghu\.nl|rijksoverheid\.nl|politie\.nl|uwv\.nl|werk\.nl|rvo\.nl|"
    r"kadaster\.nl|cbr\.nl|ggd\w*\.nl|nederlandwereldwijd\.nl|kansspelautoriteit\.nl|justitie\.nl|woningnet\.nl|woonnetrijnmond\.nl|valys\.nl|"
    r"belastingsamenwerking\w*\.nl|bsob\.nl|sabewa\w*\.nl|tribuut\.nl|bwb\.nl|dcmr\.nl|odregio\w*\.nl|klic\.nl|"
    r"digidentiteit\.nl|studielink\.nl|huurcommissie\.nl|ombudsman\w*\.nl|schuldhulp\w*\.nl|stimular\.nl|svn\.nl)$",
    re.IGNORECASE,
)
_OWN_FORM = re.compile(
    r"formulier|e-?form|webform|/forms?/|openforms|digid|eherkenning|mijn-?loket|digitaal-?loket|e-?loket|inloggen|login|/mijn[-/]",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(r"/(?:doorverwijzing|redirect|link|go|goto|out|node)/", re.IGNORECASE)
_START_FLOW = re.compile(r"/start-[^/]+/?$", re.IGNORECASE)


def read_action(link: Link, page_url: str, profile: SiteProfile) -> Action:
    """Say what ``link`` does, by its address first and its words second."""
    return Action(
        link=link,
        target=_target(link, page_url, profile),
        purpose=purpose_of(link.text),
        online=bool(DIGITAL.search(link.text)),
    )


def purpose_of(words: str) -> Purpose:
    """Say what the words on a link or button promise."""
    if _APPOINTMENT.search(words):
        return Purpose.AFSPRAAK
    applies = APPLY.search(words)
    if _PRINT.search(words):
        return Purpose.AFDRUKKEN
    if _CHANGE.search(words) and not applies:
        return Purpose.WIJZIGEN
    if _LOOK.search(words) and not applies:
        return Purpose.INZIEN
    return Purpose.AANVRAGEN if applies else Purpose.ANDERS


def _target(link: Link, page_url: str, profile: SiteProfile) -> Target:
    if not link.url:
        return Target.ONBEKEND
    address = urlsplit(link.url)
    scheme = address.scheme.lower()
    if scheme == "mailto":
        return Target.MAIL
    if scheme == "tel":
        return Target.TELEFOON
    if _DOCUMENT.search(address.path):
        return Target.DOCUMENT
    host = address.netloc.lower()
    if profile.covers(profile.appointment_hosts, host) or _APPOINTMENT.search(host + address.path):
        return Target.AFSPRAAK
    if profile.covers(profile.form_hosts, host):
        return Target.FORMULIER
    if profile.covers(profile.external_hosts, host) or _OTHERS.search(host.split(":")[0]):
        return Target.EXTERN
    return _target_by_words(link, host, address.path, page_url)


def _target_by_words(link: Link, host: str, path: str, page_url: str) -> Target:
    own = urlsplit(page_url).netloc.lower()
    if _NEUTRAL.search(path):
        return Target.ONBEKEND
    if not host or host == own:
        here = link.url.split("#")[0].rstrip("/") in (page_url.split("#")[0].rstrip("/"), "")
        form = link.kind is LinkKind.FORMULIER or (_OWN_FORM.search(path) and not here) or _START_FLOW.search(path)
        return Target.FORMULIER if form else Target.PAGINA
    if _FORM_ADDRESS.search(f"//{host}{path}"):
        return Target.FORMULIER
    if _domain(host) == _domain(own):
        return Target.FORMULIER if _OWN_DESK.search(host) else Target.PAGINA
    # A form service carries the municipality's name: rhenen.ibrzdigital.nl, formulieren-rhenen.nl, dienst.nl/rhenen.
    return Target.FORMULIER if _domain(own).split(".")[0] in re.split(r"[.\-/]", host + path.lower()) else Target.EXTERN


def _domain(host: str) -> str:
    return ".".join(host.split(":")[0].split(".")[-2:])
