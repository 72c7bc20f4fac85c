"""What sort of product it is: the words, prices, terms and papers that are true to life for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.product import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The grammar and the facts of one sort of product.

    ``verb`` holds imperative, "u"-form, separable part and infinitive ("Vraag", "vraagt", " aan", "aanvragen"); ``noun`` is
    what one hands in. ``prices`` are in cents; ``terms`` are number and unit. ``openings`` say what the product is,
    ``conditions`` and ``papers`` are bullets without any channel, cost or term in them.
    """

    key: str
    pattern: str
    thing: str
    noun: str
    verb: tuple[str, str, str, str]
    prices: tuple[int, ...]
    terms: tuple[tuple[int, str], ...]
    openings: tuple[str, ...]
    conditions: tuple[str, ...]
    papers: tuple[str, ...]


APPLY = ("Vraag", "vraagt", " aan", "aanvragen")
FILE = ("Dien", "dient", " in", "indienen")
DO = ("Doe", "doet", "", "doen")
VIEW = ("Bekijk", "bekijkt", "", "bekijken")
DAYS = ((3, "werkdagen"), (5, "werkdagen"), (7, "werkdagen"), (10, "werkdagen"), (2, "weken"))
WEEKS = ((4, "weken"), (6, "weken"), (8, "weken"), (13, "weken"), (12, "weken"))

KINDS = (
    Kind(
        key="inzage",
        pattern=r"inzage|beschikking bekijken|bodeminformatie|gegevens",
        thing="uw gegevens",
        noun="verzoek",
        verb=VIEW,
        prices=(1250, 1890, 2435),
        terms=((2, "werkdagen"), (5, "werkdagen"), (4, "weken")),
        openings=(
            "De gemeente bewaart gegevens over u of uw pand. U hebt het recht om te zien welke dat zijn.",
            "U wilt weten wat de gemeente over u, uw huis of uw grond heeft vastgelegd. Daar is {naam} voor.",
            "Met {naam} ziet u welke gegevens bij de gemeente bekend zijn en waar ze vandaan komen.",
        ),
        conditions=(
            "Het gaat om uw eigen gegevens, of u bent gemachtigd.",
            "Gegevens over andere mensen krijgt u niet te zien.",
            "Klopt er iets niet, dan kunt u vragen om een wijziging.",
        ),
        papers=("een geldig identiteitsbewijs", "een machtiging als u het voor iemand anders regelt"),
    ),
    Kind(
        key="bezwaar",
        pattern=r"bezwaar|dwangsom",
        thing="het bezwaar",
        noun="bezwaar",
        verb=FILE,
        prices=(0,),
        terms=((12, "weken"), (6, "weken"), (10, "weken")),
        openings=(
            "Bent u het niet eens met een besluit? Met {naam} laat u het opnieuw bekijken.",
            "De gemeente heeft een brief met een besluit gestuurd en u denkt dat het besluit niet klopt.",
            "Een ander team dan het team dat besloot, kijkt nog eens naar uw zaak. Dat heet {naam}.",
        ),
        conditions=(
            "Het besluit gaat over u of raakt u rechtstreeks.",
            "U schrijft op waarom u het niet eens bent met het besluit.",
            "In uw brief staan uw naam, uw adres en het kenmerk van het besluit.",
        ),
        papers=("een kopie van het besluit", "stukken die uw uitleg steunen"),
    ),
    Kind(
        key="lening",
        pattern=r"(?<!ver)lening",
        thing="de lening",
        noun="aanvraag",
        verb=APPLY,
        prices=(25000, 75000, 47500),
        terms=WEEKS,
        openings=(
            "Met {naam} leent u geld voor uw woning, uw gebouw of uw plan, tegen een lage rente.",
            "Wilt u investeren maar lukt dat niet via de bank? Dan is {naam} er misschien voor u.",
            "De gemeente helpt met {naam} eigenaren die hun gebouw willen verbeteren.",
        ),
        conditions=(
            "Het gebouw staat binnen de gemeente.",
            "U kunt de maandlasten dragen. Dat wordt vooraf getoetst.",
            "U begint pas met de werkzaamheden na het besluit.",
        ),
        papers=("een offerte van de aannemer", "een bewijs van eigendom", "uw laatste jaaropgave"),
    ),
    Kind(
        key="subsidie",
        pattern=r"subsidie|projectsubsid",
        thing="de subsidie",
        noun="aanvraag",
        verb=APPLY,
        prices=(0,),
        terms=WEEKS,
        openings=(
            "Hebt u een plan dat goed is voor de stad? Met {naam} betaalt de gemeente eraan mee.",
            "{Naam} is bedoeld voor organisaties en bewoners die iets willen betekenen voor hun buurt.",
            "De gemeente steunt met {naam} activiteiten die anders niet van de grond komen.",
            "Met {naam} krijgt u een bijdrage voor uw activiteit.",
        ),
        conditions=(
            "De activiteit vindt plaats binnen de gemeente.",
            "Uw plan past bij het beleid van de gemeente.",
            "U verantwoordt achteraf waaraan het geld is besteed.",
            "De activiteit is nog niet begonnen als u aanvraagt.",
        ),
        papers=("een activiteitenplan", "een begroting", "de statuten van uw organisatie"),
    ),
    Kind(
        key="uitkering",
        pattern=r"uitkering|bijstand|toeslag|tegoed|vergoeding|kwijtschelding|kosten |bbz|rbz|gratis ov|tegemoetkoming|ioa",
        thing="de uitkering",
        noun="aanvraag",
        verb=APPLY,
        prices=(0,),
        terms=WEEKS,
        openings=(
            "Hebt u weinig geld en kunt u daardoor iets niet betalen? Dan is {naam} misschien iets voor u.",
            "Met {naam} helpt de gemeente mensen met een laag inkomen.",
            "{Naam} is een bijdrage van de gemeente voor wie rond moet komen van weinig geld.",
        ),
        conditions=(
            "U woont in de gemeente en staat hier ingeschreven.",
            "U bent 18 jaar of ouder.",
            "U hebt een Nederlandse nationaliteit of een geldige verblijfsvergunning.",
            "U krijgt niet van een ander geld voor hetzelfde doel.",
        ),
        papers=("uw bankafschriften", "uw huurcontract", "een bewijs van uw inkomen"),
    ),
    Kind(
        key="parkeren",
        pattern=r"parkeer|milieuzone|venstertijden|deelmobiliteit",
        thing="de vergunning",
        noun="aanvraag",
        verb=APPLY,
        prices=(690, 1175, 2340, 9860, 14200),
        terms=DAYS,
        openings=(
            "In een groot deel van de stad mag u alleen met toestemming staan of rijden. Daarvoor is {naam}.",
            "Met {naam} parkeert of rijdt u in het gebied dat op uw vergunning staat.",
            "Woont of werkt u in een gebied waar u niet zomaar mag staan? Lees dan of {naam} bij u past.",
        ),
        conditions=(
            "Het kenteken staat op uw naam of op die van uw bedrijf.",
            "Op uw adres is nog ruimte in het maximum aantal vergunningen.",
            "U hebt geen eigen parkeerplaats waar u gebruik van kunt maken.",
        ),
        papers=("uw kentekenbewijs", "een verklaring van uw werkgever als u een leaseauto rijdt"),
    ),
    Kind(
        key="document",
        pattern=r"paspoort|identiteitskaart|rijbewijs|parkeerkaart|naturalisat|nationaliteit",
        thing="het document",
        noun="aanvraag",
        verb=APPLY,
        prices=(4185, 7640, 8375, 6520),
        terms=DAYS,
        openings=(
            "Met {naam} laat u zien wie u bent of wat u mag. Zorg dat het geldig is.",
            "Hebt u een nieuw document nodig? Hier leest u alles over {naam}.",
            "{Naam} is persoonlijk. U kunt het niet door iemand anders laten regelen.",
        ),
        conditions=(
            "U staat ingeschreven in de gemeente.",
            "U komt zelf, ook als het om uw kind gaat: dan komt uw kind mee.",
            "Voor een kind tot 18 jaar geven de ouders toestemming.",
        ),
        papers=("al uw oude documenten", "een recente pasfoto in kleur", "toestemming van de andere ouder"),
    ),
    Kind(
        key="akte",
        pattern=r"(?<!vl)akte|verklaring|\(vog\)|huisnummer|briefadres|mantelzorg",
        thing="het bewijs",
        noun="aanvraag",
        verb=APPLY,
        prices=(1655, 1720, 4185, 890),
        terms=DAYS,
        openings=(
            "Moet u iets kunnen aantonen? Met {naam} hebt u een officieel bewijs in handen.",
            "{Naam} hebt u bijvoorbeeld nodig voor uw werk, een erfenis of een verhuizing.",
            "De gemeente geeft {naam} af op basis van wat in de registers staat.",
        ),
        conditions=(
            "De gebeurtenis vond plaats in deze gemeente.",
            "U vraagt het voor uzelf of voor naaste familie.",
            "Uw gegevens in de registratie kloppen.",
        ),
        papers=("een geldig identiteitsbewijs", "de gegevens van de persoon om wie het gaat"),
    ),
    Kind(
        key="aangifte",
        pattern=r"aangifte|verhuiz|vertrek|vestiging|huwelijk|partnerschap|erkenning|achternaam|niet-ingezetenen|volmacht",
        thing="de aangifte",
        noun="aangifte",
        verb=DO,
        prices=(1655, 2360),
        terms=DAYS,
        openings=(
            "Verandert er iets in uw leven, dan moet de gemeente dat weten. Daarvoor is {naam}.",
            "Met {naam} staat u en staat uw gezin weer goed in de registratie.",
            "Op deze pagina leest u alles over {naam}.",
        ),
        conditions=(
            "U bent zelf betrokken of hebt een volmacht.",
            "U hebt een geldig identiteitsbewijs.",
            "Alle betrokkenen zijn het eens met de aangifte.",
        ),
        papers=("een geldig identiteitsbewijs", "buitenlandse akten met een vertaling", "een schriftelijke machtiging"),
    ),
    Kind(
        key="belasting",
        pattern=r"belasting|(?<!ont)heffing|incasso|aanslagbiljet|reinigingsrecht|woz",
        thing="de opgave",
        noun="opgave",
        verb=DO,
        prices=(9640, 13275, 32180, 41260),
        terms=WEEKS,
        openings=(
            "Wie in de stad woont, werkt of overnacht, kan te maken krijgen met {naam}.",
            "Op deze pagina leest u voor wie {naam} geldt en wat u dan moet doen.",
            "Dankzij {naam} houdt de gemeente de stad schoon en veilig.",
        ),
        conditions=(
            "U woont of onderneemt in de gemeente.",
            "U geeft veranderingen zelf door.",
            "Verhuist u binnen de gemeente, dan loopt het gewoon door.",
        ),
        papers=("uw aanslagnummer", "uw rekeningnummer"),
    ),
    Kind(
        key="afval",
        pattern=r"afval|grofvuil|container",
        thing="de inzameling",
        noun="aanvraag",
        verb=APPLY,
        prices=(2490, 18550, 26410),
        terms=DAYS,
        openings=(
            "Een schone stad maken we samen. Met {naam} raakt u uw afval kwijt.",
            "Hebt u een bedrijf met weinig afval? Dan kunt u gebruikmaken van {naam}.",
        ),
        conditions=("U biedt niet meer aan dan is afgesproken.", "Het afval is gescheiden aangeboden."),
        papers=("uw inschrijving in het handelsregister",),
    ),
    Kind(
        key="melding",
        pattern=r"meld|overlast|meldpunt|afmelden|parkeercontrole|vakantieverhuur",
        thing="de melding",
        noun="melding",
        verb=DO,
        prices=(0,),
        terms=DAYS,
        openings=(
            "Ziet u iets dat niet goed gaat, of bent u iets van plan? Met {naam} weet de gemeente ervan.",
            "Op deze pagina leest u alles over {naam} en wat de gemeente ermee doet.",
        ),
        conditions=(
            "U noemt de plaats en het tijdstip zo precies mogelijk.",
            "Het gaat om een situatie binnen de gemeente.",
        ),
        papers=("een foto of situatieschets", "uw contactgegevens"),
    ),
    Kind(
        key="verzoek",
        pattern=r"verzoek|register|burgerinitiatief|referendum|meningspeiling|onderscheiding|investeringszone|avg",
        thing="het verzoek",
        noun="verzoek",
        verb=FILE,
        prices=(0,),
        terms=WEEKS,
        openings=(
            "Wilt u iets op de agenda zetten of iets gedaan krijgen? Dan is {naam} er voor u.",
            "Iedereen kan gebruikmaken van {naam}. Hier leest u hoe het zit.",
        ),
        conditions=(
            "Uw verzoek is duidelijk omschreven.",
            "Het onderwerp hoort bij de taken van de gemeente.",
            "U laat weten wie u bent.",
        ),
        papers=("een korte omschrijving", "een lijst met steunbetuigingen als die nodig is"),
    ),
    Kind(
        key="vervoer",
        pattern=r"vervoer$|leerlingenvervoer",
        thing="het vervoer",
        noun="aanvraag",
        verb=APPLY,
        prices=(31040, 62080),
        terms=WEEKS,
        openings=(
            "Kan uw kind niet zelf naar school reizen? Dan is {naam} misschien een oplossing.",
            "{Naam} is er voor leerlingen die door een beperking of de afstand niet zelf naar school kunnen.",
        ),
        conditions=(
            "Uw kind woont in de gemeente.",
            "De school is de dichtstbijzijnde die bij uw kind past.",
            "Uw kind kan niet met de fiets of het openbaar vervoer.",
        ),
        papers=("een verklaring van de school", "het burgerservicenummer van uw kind"),
    ),
    Kind(
        key="zorg",
        pattern=r"schulddienst|verlof|wmo|hulp",
        thing="de voorziening",
        noun="aanvraag",
        verb=APPLY,
        prices=(2100, 27500, 31040),
        terms=WEEKS,
        openings=(
            "Lukt iets niet meer zelf, of hebt u er hulp bij nodig? Dan is {naam} misschien een oplossing.",
            "{Naam} is er voor inwoners en hun kinderen die ondersteuning nodig hebben.",
        ),
        conditions=(
            "U woont in de gemeente.",
            "U hebt geprobeerd het samen met familie of bekenden op te lossen.",
            "Een andere regeling biedt geen uitkomst.",
        ),
        papers=("een brief van de school of de behandelaar", "uw burgerservicenummer"),
    ),
    Kind(
        key="graf",
        pattern=r"graf|begra|uitvaart",
        thing="de verlenging",
        noun="aanvraag",
        verb=APPLY,
        prices=(61250, 128400, 45075),
        terms=WEEKS,
        openings=("Het recht op een graf loopt na een aantal jaren af. Met {naam} bepaalt u wat er daarna gebeurt.",),
        conditions=("U bent de rechthebbende van het graf.", "Het graf is goed onderhouden."),
        papers=("de grafakte", "een geldig identiteitsbewijs"),
    ),
    Kind(
        key="vergunning",
        pattern=r"",
        thing="de vergunning",
        noun="aanvraag",
        verb=APPLY,
        prices=(8790, 21435, 46820, 134500),
        terms=WEEKS,
        openings=(
            "Voor sommige plannen hebt u toestemming nodig. Dat geldt ook voor {naam}.",
            "Met {naam} houdt de gemeente rekening met uw plannen én met de buren.",
            "Wilt u aan de slag in de stad? Kijk dan eerst of u {naam} nodig hebt.",
            "{Naam} is nodig als uw plannen gevolgen hebben voor de openbare ruimte of de omgeving.",
        ),
        conditions=(
            "Uw plan past in het omgevingsplan.",
            "De hulpdiensten kunnen er altijd langs.",
            "U bent van goed levensgedrag.",
            "U hebt de omwonenden verteld wat u van plan bent.",
        ),
        papers=("een situatietekening", "een plattegrond", "een uittreksel uit het handelsregister"),
    ),
)


def kind_of(product: Product) -> Kind:
    """The first kind whose pattern occurs in the product's id or name; the last kind takes what is left."""
    words = f"{product.id.replace('-', ' ')} {product.id} {product.name}".lower()
    return next(kind for kind in KINDS if re.search(kind.pattern, words))
