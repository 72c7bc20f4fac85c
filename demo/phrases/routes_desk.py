"""Routes that meet norm 7 but are not digital: counter, post, telephone, e-mail."""

from __future__ import annotations

from demo.wording import Route, route

ADDRESS = "Gemeente, afdeling Vergunningen, Postbus 4321, 3000 BZ Rotterdam"

DESK: tuple[Route, ...] = (
    route(
        "nee-afspraak-stadswinkel",
        "A A nee",
        "Maak een afspraak en kom naar de {balie}. U {u0} {thing} daar zelf{v1}.",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        traps="online-afspraakmodule",
    ),
    route(
        "nee-afspraak-betaald",
        "A A nee",
        "U {u0} {thing}{v1} in de {balie}. De afspraak maakt u online; u kiest zelf dag en tijd en "
        "krijgt meteen een bevestiging.",
        knop="Online een afspraak maken>@afspraak",
        kanaal="balie",
        traps="online-afspraak-online",
    ),
    route(
        "nee-bel-voor-afspraak",
        "A A nee",
        "Bel 14 010 om een afspraak te maken bij de {balie}. Online kan dit niet.",
        kanaal="balie",
        traps="waar-14010-afspraak hoe-bellen",
    ),
    route(
        "nee-post-adres",
        "A A nee",
        "Vul het formulier in en stuur het met een kopie van uw bewijs naar ons op.",
        knop="Formulier (PDF)>@pdf",
        tekst=f"Stuur alles naar: {ADDRESS}.",
        kop="Per post",
        kanaal="post",
        traps="online-pdf waar-post-adres",
    ),
    route(
        "nee-brief",
        "A A nee",
        f"Schrijf een brief en zet uw handtekening eronder. Stuur de brief naar {ADDRESS}.",
        kanaal="post",
    ),
    route(
        "nee-pdf-knop",
        "A A nee",
        "Download het formulier, print het en onderteken het. Lever het daarna in bij de balie van het stadskantoor.",
        knop="{Act}>@pdf",
        kanaal="balie",
        traps="online-knop-opent-pdf hoe-formulier-inleveren",
    ),
    route(
        "nee-email",
        "A A nee",
        "Stuur uw {noun} met alle bijlagen per e-mail naar aanvragen@gemeente.example.",
        kanaal="post",
        traps="online-email waar-email",
    ),
    route(
        "nee-email-digitaal",
        "A A nee",
        "U {u0} {thing} digitaal{v1}: mail het ingevulde formulier naar loket@gemeente.example.",
        knop="Formulier downloaden>@pdf",
        kanaal="post",
        traps="online-email-digitaal",
    ),
    route(
        "nee-telefoon",
        "A A nee",
        "{V0} {thing}{v1} per telefoon: bel op werkdagen tussen 9.00 en 16.00 uur met 010 123 45 67.",
        kanaal="telefoon",
        traps="online-telefoon waar-telefoon-aanvraag",
    ),
    route(
        "nee-vraagwijzer",
        "A A nee",
        "Loop binnen bij de VraagWijzer in uw wijk. Een medewerker vult de {noun} samen met u in.",
        kanaal="balie",
        soorten="uitkering zorg akte",
    ),
    route(
        "nee-stadhuis",
        "A A nee",
        "Kom zonder afspraak naar de publiekshal van het stadhuis, Haringvliet 999. Daar helpt een "
        "medewerker u verder.",
        kanaal="balie",
    ),
    route(
        "nee-afhalen-loket",
        "A A nee",
        "Maak eerst een afspraak. Breng uw papieren mee.",
        knop="Afspraak maken>@afspraak",
        tekst="Ligt {thing} klaar? Haal het op in de {balie}.",
        kop="Afhalen",
        kanaal="balie",
        soorten="document akte",
        traps="r5-loket-afhalen",
    ),
    route(
        "nee-burgerzaken",
        "A A nee",
        "Maak een afspraak met Burgerzaken. Neem alle papieren mee die hieronder staan.",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        soorten="aangifte document akte verzoek",
        traps="r15-burgerzaken",
    ),
    route(
        "nee-digid-toestemming",
        "A A nee",
        "Kom met een afspraak naar de {balie}. De andere ouder geeft vooraf met DigiD toestemming; dat "
        "is nog geen {noun}.",
        knop="Afspraak maken>@afspraak;Toestemming geven met DigiD>@login",
        kanaal="balie",
        soorten="document aangifte zorg",
        traps="online-digid-toestemming",
    ),
    route(
        "nee-digid-opzoeken",
        "A A nee",
        f"Stuur een ondertekende brief naar {ADDRESS}. Uw dossiernummer zoekt u op met DigiD.",
        knop="Dossiernummer opzoeken>@login",
        kanaal="post",
        traps="online-digid-opzoeken",
    ),
    route(
        "nee-digid-wijzigen",
        "A A nee",
        "U {u0} {thing}{v1} aan de balie van de {balie}. Daarna wijzigt of stopt u het zelf met DigiD.",
        knop="Wijzigen of stoppen>@login",
        kanaal="balie",
        traps="online-digid-wijzigen",
    ),
    route(
        "nee-thuisbezoek",
        "A A nee",
        "Kunt u de deur niet uit? Iedereen maakt een afspraak bij de {balie}; wie ziek is belt 14 010 "
        "voor een bezoek aan huis.",
        kanaal="balie",
        soorten="document akte zorg uitkering",
    ),
)

COLLECTION: tuple[Route, ...] = (
    route(
        "nee-aan-de-weg",
        "A A nee",
        "Zet uw afval op de vaste dag voor 7.30 uur aan de stoeprand voor uw pand. U hoeft niets te regelen.",
        kanaal="ophalen",
        soorten="afval",
        traps="r14-ophalen",
    ),
)
