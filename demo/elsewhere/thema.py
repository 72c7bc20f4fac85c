"""A site built on themes, as content systems with nodes and fields make it: /theme/product, sections in fields, "je"."""

from __future__ import annotations

from demo.elsewhere.town import Offer, Town
from demo.hosts import EXTERNAL
from demo.wording import ExtraPage, distractor, route, wording

_OFFERS = (
    Offer(
        path="/burgerzaken/paspoort",
        name="Paspoort",
        kind="document",
        thing="je paspoort",
        noun="aanvraag",
        price=8240,
        term="6 werkdagen",
    ),
    Offer(
        path="/burgerzaken/rijbewijs",
        name="Rijbewijs",
        kind="document",
        thing="je rijbewijs",
        noun="aanvraag",
        price=5130,
        term="5 werkdagen",
    ),
    Offer(
        path="/burgerzaken/uittreksel-bevolkingsregister",
        name="Uittreksel bevolkingsregister",
        kind="akte",
        thing="het uittreksel",
        noun="aanvraag",
        price=1590,
        term="3 werkdagen",
    ),
    Offer(
        path="/burgerzaken/verhuizing-doorgeven",
        name="Verhuizing doorgeven",
        kind="melding",
        thing="je verhuizing",
        noun="melding",
        price=0,
        term="5 werkdagen",
    ),
    Offer(
        path="/burgerzaken/geboorte-aangeven",
        name="Geboorte aangeven",
        kind="melding",
        thing="de geboorte",
        noun="aangifte",
        price=0,
        term="2 werkdagen",
    ),
    Offer(
        path="/burgerzaken/verklaring-omtrent-gedrag",
        name="Verklaring omtrent het gedrag",
        kind="akte",
        thing="de verklaring",
        noun="aanvraag",
        price=4110,
        term="4 weken",
    ),
    Offer(
        path="/wonen-en-verbouwen/boom-kappen",
        name="Boom kappen, vergunning",
        kind="omgeving",
        thing="de vergunning",
        noun="aanvraag",
        price=12650,
        term="8 weken",
    ),
    Offer(
        path="/wonen-en-verbouwen/inrit-aanleggen",
        name="Inrit aanleggen, vergunning",
        kind="omgeving",
        thing="de vergunning",
        noun="aanvraag",
        price=23400,
        term="8 weken",
    ),
    Offer(
        path="/wonen-en-verbouwen/huisnummer-aanvragen",
        name="Huisnummer aanvragen",
        kind="vergunning",
        thing="het huisnummer",
        noun="aanvraag",
        price=7420,
        term="6 weken",
    ),
    Offer(
        path="/parkeren-en-verkeer/parkeervergunning",
        name="Parkeervergunning",
        kind="parkeren",
        thing="de parkeervergunning",
        noun="aanvraag",
        price=6650,
        term="10 werkdagen",
    ),
    Offer(
        path="/parkeren-en-verkeer/ontheffing-autoluw-gebied",
        name="Ontheffing autoluw gebied",
        kind="parkeren",
        thing="de ontheffing",
        noun="aanvraag",
        price=3180,
        term="5 werkdagen",
    ),
    Offer(
        path="/werk-en-inkomen/bijzondere-bijstand",
        name="Bijzondere bijstand",
        kind="uitkering",
        thing="bijzondere bijstand",
        noun="aanvraag",
        price=0,
        term="8 weken",
    ),
    Offer(
        path="/werk-en-inkomen/individuele-inkomenstoeslag",
        name="Individuele inkomenstoeslag",
        kind="uitkering",
        thing="de toeslag",
        noun="aanvraag",
        price=0,
        term="6 weken",
    ),
    Offer(
        path="/ondernemen/evenement-organiseren",
        name="Evenement organiseren, vergunning",
        kind="vergunning",
        thing="de vergunning",
        noun="aanvraag",
        price=18900,
        term="13 weken",
    ),
    Offer(
        path="/ondernemen/standplaats-aanvragen",
        name="Standplaats aanvragen",
        kind="vergunning",
        thing="de standplaats",
        noun="aanvraag",
        price=9850,
        term="8 weken",
    ),
    Offer(
        path="/ondernemen/terras-aanvragen",
        name="Terras aanvragen",
        kind="vergunning",
        thing="de terrasvergunning",
        noun="aanvraag",
        price=15300,
        term="8 weken",
    ),
)
_ROUTES = (
    route(
        "portaal",
        "A A ja",
        "Ga naar Regelplein en kies {naam}. Daar vul je je {noun} in en voeg je de bijlagen toe.",
        kanaal="online",
        soorten="akte parkeren melding",
    ),
    route(
        "formulier",
        "A A ja",
        "Vul het webformulier in. Je krijgt per mail een bevestiging van je {noun}.",
        knop="Start je {noun}>@form",
        kanaal="online",
        soorten="vergunning melding",
    ),
    route(
        "digid",
        "A A ja",
        "Vraag {thing} online aan. Je logt in met DigiD.",
        knop="Online aanvragen>@login",
        kanaal="online",
        soorten="uitkering parkeren akte",
    ),
    route(
        "schakel",
        "A A nee",
        "Maak een afspraak en kom naar De Schakel om {thing} aan te vragen. Neem je oude document mee.",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        soorten="document",
    ),
    route(
        "gemeentehuis",
        "A A nee",
        "Je vraagt {thing} aan in het gemeentehuis. Maak eerst een afspraak.",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        soorten="document",
    ),
    route(
        "omgevingsloket",
        "A A extern",
        "Vraag {thing} aan via het Omgevingsloket. Log in met DigiD of eHerkenning.",
        knop="Naar het Omgevingsloket>@omgevingsloket",
        kanaal="online",
        soorten="omgeving",
    ),
    route(
        "bellen",
        "A A nee",
        "Bel 14 0222 om {thing} aan te vragen. De medewerker vult het formulier samen met je in.",
        kanaal="telefoon",
        soorten="vergunning",
    ),
    route(
        "post",
        "A A nee",
        "Download het aanvraagformulier, vul het in en stuur het naar de gemeente, Postbus 50, 1790 AB Duindorp.",
        knop="Aanvraagformulier (pdf)>@pdf",
        kanaal="post",
        soorten="uitkering vergunning",
    ),
    route("bij-gemeente", "O O nee", "{Thing} vraag je aan bij de gemeente.", soorten="uitkering vergunning"),
    route("niets", "T T nee", "", soorten="akte omgeving"),
)
_COSTS = (
    wording("bedrag", "A", "{Thing} kost {prijs}.", soorten="document akte vergunning omgeving"),
    wording(
        "tabel",
        "A",
        "| Soort | Prijs | Geldigheid |\n| {Naam}, 18 jaar en ouder | {prijs} | 10 jaar |\n"
        "| {Naam}, tot 18 jaar | {prijs2} | 5 jaar |",
        soorten="document",
    ),
    wording(
        "per-jaar", "A", "Je betaalt {prijs} per jaar. Dat bedrag schrijven we in één keer af.", soorten="parkeren"
    ),
    wording("gratis", "A", "Dit kost je niets.", soorten="melding"),
    wording(
        "tarieven",
        "A",
        "Bekijk de [tarieven](@tarieven) van dit jaar.",
        soorten="parkeren vergunning",
        extra=ExtraPage(
            slug="tarieven",
            title="Tarieven: {naam}",
            text="{Thing} kost {prijs}. Verlengen kost {prijs2}.",
            holds=("kosten",),
        ),
    ),
    wording(
        "leges", "O", "Je betaalt leges. Hoeveel dat is, hoor je van de medewerker.", soorten="omgeving vergunning akte"
    ),
    wording(
        "verordening", "O", "De kosten staan in de [legesverordening](@verordening).", soorten="omgeving vergunning"
    ),
    wording("krijgt-geld", "N", "", soorten="uitkering"),
    wording("zwijgt", "T", "", soorten="melding akte vergunning"),
)
_TERMS = (
    wording(
        "beslissen",
        "A",
        "We beslissen binnen {termijn} over je {noun}.",
        soorten="vergunning omgeving uitkering parkeren",
    ),
    wording("klaar", "A", "Na {termijn} ligt {thing} voor je klaar.", soorten="document", kanaal="balie"),
    wording("meteen", "A", "Je krijgt {thing} meteen mee.", soorten="document", kanaal="balie"),
    wording(
        "verlengd",
        "A",
        "Binnen {termijn} krijg je het besluit. We mogen die tijd één keer met 6 weken verlengen.",
        soorten="vergunning omgeving",
    ),
    wording("verwerkt", "A", "We verwerken je {noun} binnen {termijn}.", soorten="melding akte parkeren"),
    wording("bericht", "T", "Je krijgt bericht zodra we je {noun} hebben bekeken."),
    wording("spoed", "O", "Heb je haast? Met een spoedaanvraag is {thing} de volgende werkdag klaar.", soorten="akte"),
    wording("zwijgt-termijn", "T", ""),
)
_DISTRACTORS = (
    distractor("boete", "Goed om te weten", "Houd je je niet aan de regels, dan kan een boete oplopen tot € 430."),
    distractor(
        "bezwaar", "Niet eens met het besluit", "Je kunt binnen 6 weken bezwaar maken. Bezwaar maken is gratis."
    ),
    distractor("bewaren", "Je gegevens", "We bewaren je gegevens 5 jaar. Daarna wissen we ze."),
)

THEMA = Town(
    key="thema",
    name="Oefengemeente Thema",
    phone="14 0222",
    template="thema.html",
    headings={
        "conditions": "Wanneer kan het?",
        "how": "Wat moet je doen?",
        "termijn": "Hoe lang duurt het?",
        "kosten": "Wat kost het?",
        "extra": "",
        "contact": "Vragen?",
    },
    offers=_OFFERS,
    routes=_ROUTES,
    costs=_COSTS,
    terms=_TERMS,
    distractors=_DISTRACTORS,
    openings=(
        "Hier lees je wat je moet weten over {naam}.",
        "{Naam}: op deze pagina zetten we het voor je op een rij.",
        "Wil je weten hoe het zit met {naam}? Lees dan verder.",
    ),
    conditions=(
        "Je staat in onze gemeente ingeschreven.",
        "Je hebt een geldig identiteitsbewijs.",
        "Je regelt dit voor jezelf of je bent gemachtigd.",
    ),
    contact="Heb je een vraag? Bel dan 14 0222. We nemen op werkdagen op tussen 9.00 en 17.00 uur.",
    themes={
        "/burgerzaken": "Burgerzaken",
        "/wonen-en-verbouwen": "Wonen en verbouwen",
        "/parkeren-en-verkeer": "Parkeren en verkeer",
        "/werk-en-inkomen": "Werk en inkomen",
        "/ondernemen": "Ondernemen",
    },
    others={
        "/nieuws/nieuwe-tarieven": (
            "Nieuwe tarieven",
            "Een paspoort kost vanaf januari € 91,40. De raad besloot dat in twee weken.",
        ),
        "/nieuws/markt-verhuist": (
            "De markt verhuist",
            "Vanaf maandag staat de markt op het Raadhuisplein. Parkeren is er gratis.",
        ),
        "/bestuur/college": ("College", "Het college vergadert elke dinsdag."),
        "/bestuur/gemeenteraad": ("Gemeenteraad", "De raad vergadert één keer in de drie weken."),
        "/contact": ("Contact", "Bel 14 0222 of kom naar De Schakel, Havenkade 4."),
        "/privacyverklaring": ("Privacyverklaring", "We gaan zorgvuldig met je gegevens om."),
        "/verordeningen/leges": ("Legesverordening", "De raad stelde deze verordening vast. De tekst ligt ter inzage."),
    },
    targets={
        "form": "{forms}/dienst/{id}",
        "login": "{forms}/start/{id}",
        "afspraak": "{appointments}/plannen/{id}",
        "pdf": "/sites/default/files/{id}.pdf",
        "verordening": "/verordeningen/leges",
        "omgevingsloket": EXTERNAL["omgevingsloket"],
    },
)
"""Themes in the address, fields in the page, "je", a portal and a desk with names of their own, one plain sitemap."""
