"""Routes on which hoe or waar falls short: bare buttons, missing places, descriptions only."""

from __future__ import annotations

from demo.wording import ExtraPage, Route, route

WEAK: tuple[Route, ...] = (
    # A O: the action is clear, the place is not
    route(
        "via-knop",
        "A O onbekend",
        "Via de knop {u0} u {thing}{v1}. Houd uw gegevens bij de hand.",
        knop="{Act}>@doorgaan",
        traps="r6-via-de-knop",
    ),
    route(
        "knop-uitleg-zonder-doel",
        "A O onbekend",
        "{V0} {thing}{v1} met de knop hieronder. Beantwoord alle vragen en kijk uw antwoorden goed na.",
        knop="Begin>@niets",
        traps="online-onbekend",
    ),
    route(
        "klik-op-regelen",
        "A O onbekend",
        "Klik op Regelen en volg de stappen. Aan het einde ziet u een overzicht.",
        knop="Regelen>@doorgaan",
    ),
    route(
        "formulier-knop-onbekend",
        "A O onbekend",
        "Vul het formulier in dat u krijgt als u op de knop drukt. Verstuur het pas als alles klopt.",
        knop="Naar het formulier>@niets",
    ),
    route(
        "invullen-en-versturen",
        "A O onbekend",
        "Druk op de knop, kies wat u wilt en vul in wat er gevraagd wordt.",
        knop="Verder>@doorgaan",
    ),
    route(
        "post-zonder-adres",
        "A O nee",
        "Vul het formulier in en stuur het per post op. Vergeet uw handtekening niet.",
        knop="Formulier (PDF)>@pdf",
        kanaal="post",
        traps="waar-post-zonder-adres",
    ),
    route(
        "adres-op-formulier",
        "A O nee",
        "Print het formulier, vul het in en stuur het op. Het adres staat op het formulier.",
        knop="Formulier om te printen>@pdf",
        kanaal="post",
        traps="waar-adres-op-formulier",
    ),
    route(
        "afspraak-zonder-plaats",
        "A O nee",
        "Maak een afspraak en neem uw papieren mee.",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        traps="waar-afspraak-kaal",
    ),
    route(
        "inleveren-bij-gemeente",
        "A O nee",
        "Vul het formulier in. U levert het in bij de gemeente en haalt daar later ook uw papieren op.",
        knop="Formulier (PDF)>@pdf",
        kanaal="balie",
        traps="r15-inleveren-bij-gemeente r4-bij-de-gemeente",
    ),
    route(
        "brief-zonder-adres",
        "A O nee",
        "Schrijf een brief waarin u uitlegt wat u wilt, en stuur die naar de gemeente.",
        kanaal="post",
    ),
    route(
        "ondernemers-online-anderen-post",
        "A O ja",
        "U stuurt een brief per post.\n- Ondernemers: u regelt het online met eHerkenning.\n- "
        "Studenten: u vraagt uw school om een verklaring.",
        knop="Online voor ondernemers>@form",
        kanaal="post",
        soorten="parkeren belasting vergunning zorg",
        traps="r12-opsomming-groep",
    ),
    # O: a hint of how
    route("kale-knop-aanvragen", "O O onbekend", knop="{Act}>@doorgaan", traps="hoe-kale-knop waar-knop-onbekend"),
    route("kale-knop-regel-het", "O O onbekend", knop="Regel het nu>@niets", traps="online-kale-knop"),
    route("kale-knop-naar-formulier", "O O onbekend", knop="Formulier>@doorgaan"),
    route("kale-knop-start", "O O onbekend", knop="Start {noun}>@niets"),
    route("kale-knop-direct", "O O onbekend", knop="Direct regelen>@doorgaan"),
    route(
        "knop-lees-wat-u-moet-doen",
        "O O onbekend",
        "Via de knop leest u wat u moet doen.",
        knop="Lees verder>@doorgaan",
        traps="hoe-via-knop-leest",
    ),
    route("kale-knop-online", "O A ja", knop="Online {act}>@form", traps="hoe-kale-knop-online"),
    route("kale-knop-afspraak", "O O nee", knop="Afspraak maken>@afspraak", traps="hoe-kale-afspraak"),
    route(
        "bij-de-gemeente",
        "O O nee",
        "U {u0} {thing}{v1} bij de gemeente.",
        traps="hoe-bij-gemeente waar-bij-gemeente",
    ),
    route(
        "ingeklapt-leeg",
        "O O onbekend",
        tekst="?? Hoe kan ik {thing} {inf}?\n>> {Act}|@niets",
        kop="Veelgestelde vragen",
        traps="r9-ingeklapt-zonder-antwoord",
    ),
    route(
        "formulier-genoemd",
        "O T nee",
        "Voor {naam} bestaat een speciaal formulier. Zonder dat formulier kunnen we niets voor u doen.",
        traps="hoe-formulier-genoemd",
    ),
    route(
        "kale-link-formulier",
        "O T nee",
        tekst="[Formulier {naam} (PDF, 240 kB)](@pdf)",
        kop="Downloads",
        traps="r11-kale-link",
    ),
    route(
        "aanvraagformulier-bestaat",
        "O T nee",
        "Er is een aanvraagformulier. Daarin staan vragen over uw situatie.",
    ),
    # T: nothing about how
    route("alleen-beschrijving", "T T nee", "Op deze pagina leest u wat {naam} inhoudt.", traps="r3-geen-manier"),
    route(
        "alleen-voorwaarden",
        "T T nee",
        tekst="Niet iedereen komt in aanmerking. We kijken naar uw situatie en naar de regels in de verordening.",
        kop="Regels",
        traps="hoe-alleen-voorwaarden",
    ),
    route(
        "alleen-documenten",
        "T T nee",
        tekst="Hebt u alles? Controleer of uw naam overal goed geschreven is.",
        kop="Documenten die nodig zijn",
        traps="hoe-alleen-documenten",
    ),
    route(
        "uw-gemeente-terloops",
        "T T nee",
        "Elke gemeente heeft eigen regels. Ook uw gemeente houdt zich aan de landelijke wet.",
        traps="r4-uw-gemeente",
    ),
    route("beleid", "T T nee", "De raad stelde de regels voor {naam} vast in een verordening."),
    route("geschiedenis", "T T nee", "{Naam} bestaat al lang. De regels zijn door de jaren heen eenvoudiger geworden."),
    route("doel", "T T nee", "Het doel van {naam} is dat iedereen weet waar hij aan toe is."),
    route("controle", "T T nee", "Medewerkers van de gemeente controleren of iedereen zich aan de regels houdt."),
    route("wie-beslist", "T T nee", "Het college van burgemeester en wethouders gaat over {naam}."),
    route(
        "wat-is-het", "T T nee", tekst="{Naam} is geregeld in de wet. De gemeente voert die wet uit.", kop="Wat is het?"
    ),
    route(
        "aandachtspunten", "T T nee", tekst="Bewaar uw papieren goed. Een kopie is niet geldig.", kop="Goed om te weten"
    ),
    route("alleen-zelf-komen", "T T nee", "U bent er zelf bij en laat zien wie u bent.", traps="r3-aanwezig-zijn"),
    # A phone number for questions only
    route(
        "telefoon-voor-vragen",
        "T O nee",
        "Hebt u vragen over {naam}? Bel dan 010 765 43 21.",
        kanaal="telefoon",
        traps="waar-telefoon-vragen",
    ),
    route(
        "14010-voor-vragen",
        "T O nee",
        "Voor vragen over {naam} bereikt u de gemeente op telefoonnummer 14 010.",
        kanaal="telefoon",
        traps="waar-14010-vragen",
    ),
)

THROUGH: tuple[Route, ...] = (
    route(
        "uitleg-op-andere-pagina",
        "A A ja",
        "[Lees hoe u {thing} aanvraagt](@zo-vraagt-u-aan).",
        kanaal="online",
        traps="achter-link-hoe dossier-een-klik",
        extra=ExtraPage(
            slug="zo-vraagt-u-aan",
            holds=("hoe", "waar", "online"),
            title="Zo vraagt u aan: {naam}",
            text="U {u0} {thing} online{v1}. Log in met {login}, vul het formulier in en verstuur het.\n>> "
            "Online {inf}|@form",
        ),
    ),
    route(
        "locaties-op-andere-pagina",
        "A A nee",
        "Maak een afspraak en kom langs. [Bekijk de locaties voor {naam}](@locaties).",
        knop="Afspraak maken>@afspraak",
        kanaal="balie",
        traps="achter-link-waar",
        extra=ExtraPage(
            slug="locaties",
            holds=("waar",),
            title="Locaties voor {naam}",
            text="Voor {naam} kunt u met een afspraak terecht bij:\n- stadswinkel Haven, Kadeplein 900\n- "
            "stadswinkel Oost, Singelweg 901\n- het stadskantoor, Raadsplein 902",
        ),
    ),
)

START: tuple[Route, ...] = (
    route(
        "start-per-post",
        "A A nee",
        "{Naam}: dat regelt u per post.",
        kanaal="post",
        traps="startproces-hoofdpagina",
        stappen=(
            "Stap 1 van 3\nLees de informatie en kijk of dit voor u is.",
            "Stap 2 van 3\nPrint het formulier en vul het in.\n>> Formulier (PDF)|@pdf",
            "Stap 3 van 3\nStuur het formulier met uw bewijzen naar Gemeente, afdeling Werk, Postbus 4322, "
            "3000 BZ Rotterdam.",
        ),
    ),
    route(
        "start-online",
        "A A ja",
        "U regelt {naam} online.",
        kanaal="online",
        traps="startproces-hoofdpagina",
        stappen=(
            "Stap 1 van 3\nLees de informatie en kijk of dit voor u is.",
            "Stap 2 van 3\nLeg uw papieren klaar. U hebt ook {login} nodig.",
            "Stap 3 van 3\nLog in met {login}. {V0} {thing} daarna online{v1}.\n>> Online {act}|@form",
        ),
    ),
)
