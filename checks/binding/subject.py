"""Knows what a product is by its name: a benefit, something urgent, an objection, a change, a look at your own data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.readers.wording import wordings
from model.page import Dossier

_BENEFIT = wordings("""
    *uitkering(en)? # Bijstandsuitkering
    *bijstand # Bijzondere bijstand
    *toeslag(en)? # Individuele inkomenstoeslag
    kwijtschelding # Kwijtschelding belastingen
    *subsid(ie|ies|y)* # Subsidie topsport
    *tegemoetkoming(en)? # Tegemoetkoming kinderopvang
    *vergoeding(en)? # Vergoeding extra kosten
    *tegoed # Jeugdtegoed
    (persoonsgebonden budget|pgb) # Persoonsgebonden budget (pgb)
    *fonds # Jeugdfonds
    *(compliment|waardering|cadeaubon|waardebon|bonus) # Mantelzorgcompliment
    (dwangsom*|aansprakelijk*|*schadevergoeding|planschade|nadeelcompensatie|schadeclaim) # Dwangsom
    schade … (aangeven|melden|claimen|verhalen|indienen|door de gemeente)|(aangifte|melding|claim) (van )?schade # Schade aangeven
    (ioaw|ioaz|bbz|tozo|tonk|iit|aio) # Bbz
    (*premie|*stimulering|*ondersteuning|*compensatie|*bijdrage|*regeling) (minima|sport|eigen risico|*kosten) # Regeling minima
    (*bijdrage|compensatie|inkomensondersteuning|financiële (hulp|steun|ondersteuning)|geldzorgen) # Financiële hulp
    (*lening|geld lenen|microkrediet) # Starterslening
    (bewoners|buurt|wijk|straat)initiatie(f|ven)( (subsidie|geld))? # Bewonersinitiatieven
    (kosten (van|voor)?|bijzondere kosten|*kosten) … (vergoed|verhuiz*|ziekte|inrichting|woninginrichting|bewind*|advocaat) # Kosten verhuizen of woninginrichting
    (allowance|benefits?|income support|grant) # Welfare benefit
    (taskôfhâlding|útkearing|taslach|bystân|subsydzje) # Bystân
""")
_ALWAYS_BENEFIT = wordings("""
    (*subsid(ie|ies|y)*|kwijtschelding|*bijstand|*uitkering)(?! (bezwaar|opzeggen|terug)) # Subsidie zorg
""")
_NO_BENEFIT = wordings("""
    (*vervoer|wmo|*parke*|*vergunning|*ontheffing|hulp bij het huishouden|*rechten|*belasting) # Leerlingenvervoer
    (melding|bezwaar|klacht|opzeggen|zorg|huisvesting) # Bezwaar uitkering
""")
_LOAN = wordings("""
    (*lening|*leningen|geld lenen|*krediet) # Starterslening
""")
_PAYMENT = wordings("""
    (*incasso|betal*|*betal(en|ing|ingen)|*betaalwijze|*betalingsregeling*|uitstel van betaling) # Automatische incasso belastingen
""")
_URGENT = wordings("""
    (*spoed|spoed*|urgent*|nood(reis)?document*|laissez*) # Spoedaanvraag reisdocumenten
""")
_APPEAL = wordings("""
    (*bezwaar|bezwaarschrift|niet eens|oneens|*beroep|zienswijze*|klacht*|objection|appeal|beswier) # Bezwaar maken
""")
_TAX = wordings("""
    (*belasting|*belastingen|*heffing|*heffingen|precario*|ozb|*rechten|leges|boete) # Afvalstoffenheffing
""")
_CHANGE = wordings("""
    (*wijzig*|aanpassen|*opzeg*|stopzet*|*be[eë]indig*|annuler*|intrek*|*opheff*|*verleng*|overschrijv*|overzett*|doorgeven|verzett*|afmeld*|change|cancel|adreswijziging) # Parkeervergunning wijzigen
""")
_LOOK = wordings("""
    (*inzage*|inzien|bekijk*|raadple*|opvragen|view) # WOZ-beschikking bekijken
""")
_FIXED_DAYS = wordings("""
    (*(rest|huis|gft|groen|tuin|bedrijfs)-?afval|gft|papier|oud papier|plastic*|pmd|glas*|kca|klein (chemisch|gevaarlijk)*) # Restafval
    (milieupark*|milieustraat*|afvalbreng*|brengstation*|afvalkalender|afval(inzameling| scheiden)|textiel|kringloop*) # Milieustraat
    (inzameldag*|ophaaldag*|kerstbo(om|men)|afvalcontainer legen|veegdienst|strooien) # Kerstbomen
    (speeltuin*|hondenlos*|losloop*|laadpalen|openbaar toilet|wandelroute*|*markten|weekmarkt|begraafplaats bezoeken) # Speeltuin
""")
_WASTE = wordings("""
    (*afval*|*vuil|*container*|*papier|*glas|plastic*|pmd|gft|kerstbo(om|men)|textiel|wit- en bruingoed|*inzamel*|waste|refuse|*takken) # Grofvuil
""")
_NEIGHBOURS = (
    ("paspoort", "passport", "reisdocument", "paspoarten", "paspoart"),
    ("identiteitskaart", "id-kaart", "identity card", "id card"),
    ("rijbewijs", "rijbewijzen", "driving licen", "rydbewiis"),
    (
        "uittreksel",
        "afschrift",
        "akte",
        "geboorteakte",
        "huwelijksakte",
        "overlijdensakte",
        "extract",
        "certificate",
        "kopie van",
        "een kopie",
    ),
    ("pasfoto", "fotohok", "foto", "kleurenfoto"),
    ("trouwboekje", "partnerschapsboekje", "familieboekje"),
    ("apostille", "legalis", "vertaling", "vertal", "beëdigd"),
    ("begrafenis", "crematie", "uitvaart"),
    ("naturalisatie", "optie"),
    ("dwangsom",),
    ("afspraak", "appointment"),
    ("trouw", "huwelijk", "partnerschap", "ceremonie"),
    ("keuring", "medische keuring", "medisch onderzoek", "medisch advies", "rijvaardigheid", "gezondheidsverklaring"),
    ("kenteken",),
    ("borg", "waarborg", "deposit"),
    ("parkeerkaart", "parkeermeter", "dagkaart"),
    ("zwembad", "museum", "bibliotheek", "sportschool"),
    ("cadeau", "geschenk"),
    ("extra sleutel", "milieupas", "afvalpas"),
)
"""Documents and services that pages of other products mention, with their own price and term."""
_NAMED = tuple((group, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, group))})")) for group in _NEIGHBOURS)
"""Each group with the pattern of a word that starts as one of its names does: "akte" is not in "oppervlakte"."""
_KIN = {
    "uittreksel": ("bewijs van", "bewijs in leven", "levensbewijs", "attestatie", "attest"),
    "naturalisatie": ("nederlander worden", "nationaliteit"),
    "trouw": ("ondertrouw", "bruiloft"),
}
"""Names of products that the documents and services of a group (by its first word) are another name of."""


_EVERYWHERE = frozenset(["gemeen"])
"""Starts of words that stand in many names and say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is known of the product before reading its pages. ``name`` is its name and the page's title, in lower case."""

    name: str
    is_benefit: bool
    is_loan: bool
    is_urgent: bool
    is_appeal: bool
    is_tax: bool
    is_change: bool
    is_payment: bool
    is_look: bool
    is_waste: bool
    on_fixed_days: bool

    def names_another(self, text: str) -> bool:
        """Whether ``text`` (lower case) names a document or service that this product is not (the passport photo, an extract)."""
        named = [group for group, pattern in _NAMED if pattern.search(text)]
        return bool(named) and not any(
            word in self.name for group in named for word in (*group, *_KIN.get(group[0], ()))
        )

    def is_about(self, words: str) -> bool:
        """Whether ``words`` (lower case) share a word of five letters or more with the product's name."""
        own = {word[:6] for word in re.findall(r"\w{5,}", self.name)}
        return any(word[:6] in own for word in re.findall(r"\w{5,}", words))

    def is_part_of(self, words: str) -> bool:
        """Whether ``words`` (lower case) hold a word of five letters or more that is part of one in the product's name.

        "De container is gratis" speaks of "Afvalcontainers".
        """
        return any(word[:6] in self.name for word in re.findall(r"\w{5,}", words) if word[:6] not in _EVERYWHERE)


def subject_of(dossier: Dossier) -> Subject:
    """Say what the product is, by the catalog's name and the first page's h1 (or title)."""
    page = dossier.pages[0] if dossier.pages else None
    heading = next((s.heading for s in page.sections if s.level == 1), page.title) if page else ""
    name = (dossier.product.name or heading).lower()
    return Subject(
        name=f"{name} {heading}".lower(),
        is_benefit=_ALWAYS_BENEFIT.found_in(name) or (_BENEFIT.found_in(name) and not _NO_BENEFIT.found_in(name)),
        is_loan=_LOAN.found_in(name),
        is_urgent=_URGENT.found_in(name),
        is_appeal=_APPEAL.found_in(name),
        is_tax=_TAX.found_in(name),
        is_payment=_PAYMENT.found_in(name),
        is_change=_CHANGE.found_in(name),
        is_look=_LOOK.found_in(name),
        is_waste=_WASTE.found_in(name),
        on_fixed_days=_FIXED_DAYS.found_in(name),
    )
