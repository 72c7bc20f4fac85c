"""True sentences that decide nothing but look as if they do; most pages hold a few."""

from __future__ import annotations

from demo.wording import Distractor, distractor

DISTRACTORS: tuple[Distractor, ...] = (
    distractor(
        "geldig-10-jaar",
        "Geldigheid",
        "{Thing} is 10 jaar geldig. Voor kinderen is dat 5 jaar.",
        soorten="document",
        traps="termijn-geldigheid",
    ),
    distractor(
        "geldig-1-jaar",
        "Geldigheid",
        "De vergunning geldt 1 jaar en stopt daarna vanzelf.",
        soorten="parkeren vergunning",
        traps="termijn-geldigheid",
    ),
    distractor(
        "geldig-onbepaald",
        "Geldigheid",
        "Een bewijs van meer dan 6 maanden oud accepteren veel instanties niet.",
        soorten="akte",
        traps="termijn-ouderdom-papieren",
    ),
    distractor(
        "doorgeven-5-dagen",
        "Uw plicht",
        "Verandert er iets in uw situatie, geef dat dan binnen 5 dagen door.",
        soorten="uitkering parkeren belasting aangifte",
        traps="termijn-eigen-plicht",
    ),
    distractor(
        "bezwaar-6-weken",
        "Bezwaar",
        "Bent u het niet eens met het besluit, dan maakt u binnen 6 weken bezwaar.",
        soorten="vergunning subsidie uitkering lening parkeren zorg",
        traps="termijn-bezwaar",
    ),
    distractor(
        "beroep",
        "Beroep",
        "Tegen de uitspraak op uw bezwaar gaat u binnen 6 weken in beroep bij de rechtbank.",
        soorten="bezwaar verzoek",
        traps="termijn-bezwaar",
    ),
    distractor(
        "boete-435",
        "Let op",
        "Wie de regels overtreedt, riskeert een boete van € 435.",
        soorten="parkeren vergunning melding afval",
        traps="kosten-boete",
    ),
    distractor(
        "boete-325",
        "Let op",
        "Geeft u het niet door, dan kan de boete oplopen tot € 325.",
        soorten="aangifte belasting",
        traps="kosten-boete",
    ),
    distractor(
        "inkomensgrens",
        "Inkomen en vermogen",
        "Uw inkomen is niet hoger dan € 1.480 per maand en uw spaargeld niet meer dan € 7.575.",
        soorten="uitkering",
        traps="kosten-inkomensgrens kosten-vermogensgrens",
    ),
    distractor(
        "uitkeringsbedrag",
        "Het bedrag",
        "Een alleenstaande krijgt ongeveer € 1.345,20 per maand.",
        soorten="uitkering",
        traps="kosten-uitkeringsbedrag",
    ),
    distractor(
        "vooraf-8-weken",
        "Op tijd",
        "Begin niet te laat: regel het uiterlijk 8 weken voor de datum waarop u wilt starten.",
        soorten="vergunning subsidie",
        traps="termijn-vooraf",
    ),
    distractor(
        "voor-1-oktober",
        "Op tijd",
        "Voor het volgende kalenderjaar moet alles voor 1 oktober bij ons zijn.",
        soorten="subsidie",
        traps="termijn-voor-datum",
    ),
    distractor(
        "eens-per-jaar",
        "Hoe vaak",
        "U komt hier één keer per 12 maanden voor in aanmerking.",
        soorten="uitkering subsidie",
        traps="termijn-hoe-vaak",
    ),
    distractor(
        "papieren-3-maanden",
        "Let op",
        "Buitenlandse bewijzen zijn niet ouder dan 3 maanden.",
        soorten="aangifte akte",
        traps="termijn-ouderdom-papieren",
    ),
    distractor(
        "pasfoto-6-maanden",
        "Pasfoto",
        "De pasfoto is niet ouder dan 6 maanden. In de hal staat een fotohokje; een foto kost daar € 7,50.",
        soorten="document",
        traps="kosten-pasfoto",
    ),
    distractor(
        "looptijd-lening",
        "Looptijd",
        "U betaalt de lening in 10 tot 15 jaar terug.",
        soorten="lening",
        traps="termijn-looptijd",
    ),
    distractor(
        "rente", "Rente", "De rente staat vast op 1,6% voor de hele looptijd.", soorten="lening", traps="kosten-rente"
    ),
    distractor(
        "bouwkosten",
        "Uw plan",
        "Een plan met bouwkosten boven € 250.000 bespreekt u eerst met een adviseur.",
        soorten="vergunning",
        traps="kosten-bouwkosten",
    ),
    distractor(
        "handelsregister",
        "Uw bedrijf",
        "Staat uw bedrijf nog niet in het handelsregister? Die inschrijving duurt 5 werkdagen.",
        soorten="vergunning subsidie afval",
        traps="termijn-iets-anders",
    ),
    distractor(
        "kruising", "Verkeer", "Binnen 5 meter van een kruising mag u niets neerzetten.", soorten="parkeren vergunning"
    ),
    distractor(
        "leeftijd",
        "Leeftijd",
        "Kinderen tot 16 jaar doen dit samen met hun ouders.",
        soorten="document akte aangifte zorg",
    ),
    distractor(
        "weigeren",
        "Weigeren of intrekken",
        "De gemeente mag een vergunning intrekken als u zich 2 keer niet aan de regels houdt.",
        soorten="vergunning parkeren",
    ),
    distractor(
        "verantwoorden",
        "Verantwoorden",
        "Na afloop legt u binnen 13 weken verantwoording af over het bestede geld.",
        soorten="subsidie",
        traps="termijn-eigen-plicht",
    ),
    distractor(
        "cofinanciering",
        "Eigen geld",
        "Uw organisatie brengt zelf minstens de helft van de begroting in.",
        soorten="subsidie",
    ),
    distractor(
        "betalen-aanslag",
        "De aanslag",
        "Een aanslag betaalt u in termijnen, of in één keer binnen 2 maanden.",
        soorten="belasting",
        traps="termijn-betaaltermijn",
    ),
    distractor(
        "rechthebbende", "Het graf", "Een graf geeft u minimaal 10 jaar rust. Daarna mag u het ruimen.", soorten="graf"
    ),
    distractor("anoniem", "Privacy", "We bewaren uw gegevens 5 jaar.", soorten="melding verzoek bezwaar inzage zorg"),
    distractor("raad", "De gemeenteraad", "De raad vergadert elke 3 weken op donderdag.", soorten="verzoek"),
    distractor(
        "cijfers",
        "In cijfers",
        "Vorig jaar waren er 1.245 van deze zaken in de stad.",
        soorten="melding verzoek bezwaar belasting zorg afval inzage graf",
    ),
)

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("Kan iemand anders dit voor mij regelen?", "Ja, met een ondertekende machtiging."),
    ("Geldt dit ook als ik net verhuisd ben?", "Ja, zodra u hier staat ingeschreven."),
    ("Wat doet de gemeente met mijn gegevens?", "We gebruiken ze alleen voor dit doel."),
    ("Kan ik mij nog bedenken?", "Ja. Laat het ons dan zo snel mogelijk weten."),
)
