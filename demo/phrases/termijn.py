"""What a page says of the handling term, from days to nothing at all."""

from __future__ import annotations

from demo.wording import ExtraPage, Wording, wording

PERMITS = "vergunning subsidie uitkering lening verzoek zorg bezwaar inzage graf"
COLLECT = "document akte parkeren"

TERMIJN: tuple[Wording, ...] = (
    # A
    wording("beslist-binnen", "A", "De gemeente beslist binnen {termijn}.", traps="termijn-getal"),
    wording("krijgt-bericht", "A", "Binnen {termijn} na uw {noun} krijgt u bericht."),
    wording(
        "duurt-ongeveer",
        "A",
        "Het duurt ongeveer {termijn} voordat uw {noun} is afgehandeld.",
        traps="termijn-ongeveer",
    ),
    wording("maximaal", "A", "De behandeling duurt maximaal {termijn}.", traps="termijn-ongeveer"),
    wording("meestal", "A", "Meestal is {thing} na {termijn} rond.", traps="termijn-ongeveer"),
    wording("in-woorden", "A", "Reken op {termijn_woorden}.", traps="termijn-in-woorden"),
    wording("ophalen-na", "A", "Na {termijn} kunt u {thing} ophalen.", soorten=COLLECT, traps="termijn-ophalen-na"),
    wording(
        "klaar",
        "A",
        "Na {termijn} ligt {thing} voor u klaar. Haal het binnen 3 maanden op.",
        kop="Afhalen",
        soorten="document akte",
        traps="kop-afhalen termijn-ophaaltermijn",
    ),
    wording(
        "verlengd",
        "A",
        "U krijgt het besluit binnen 8 weken. De gemeente kan die tijd eenmaal met 6 weken verlengen.",
        soorten=PERMITS,
        traps="termijn-verlengd",
    ),
    wording(
        "van-tot",
        "A",
        "De procedure duurt 8 tot 26 weken.",
        soorten="vergunning lening verzoek",
        traps="termijn-van-tot",
    ),
    wording(
        "direct",
        "A",
        "U krijgt {thing} direct mee.",
        kanaal="balie",
        soorten="document akte aangifte",
        traps="termijn-direct",
    ),
    wording(
        "terwijl-u-wacht",
        "A",
        "Klaar terwijl u wacht.",
        kanaal="balie",
        soorten="akte document aangifte",
        traps="termijn-terwijl-u-wacht",
    ),
    wording(
        "dezelfde-dag",
        "A",
        "Nog dezelfde dag verwerken we uw {noun}.",
        soorten="aangifte melding parkeren belasting akte",
        traps="termijn-dezelfde-dag",
    ),
    wording(
        "volgende-werkdag",
        "A",
        "De volgende werkdag sturen we u de bevestiging en de akte toe.",
        soorten="aangifte",
        traps="r7-akte-volgende-werkdag",
    ),
    wording(
        "achtergrond",
        "A",
        "{Naam} is een oude regeling. Wie hier woont, wacht de gebruikelijke {termijn} op een antwoord.",
        kop="Achtergrond",
        traps="kop-achtergrond r7-termijn-in-zijsectie",
    ),
    wording(
        "drukte",
        "A",
        "Het is druk. Op dit moment is een {noun} na {termijn} verwerkt.",
        kop="Drukte",
        traps="kop-drukte",
    ),
    wording(
        "naast-bezwaar",
        "A",
        "De gemeente beslist binnen {termijn}. Bent u het er niet mee eens, dan maakt u binnen 6 weken bezwaar.",
        soorten=PERMITS + " parkeren",
        traps="termijn-besluit-naast-bezwaar",
    ),
    wording(
        "samenvatting",
        "A",
        "= Wachttijd|{termijn}\n= Geldig|1 jaar",
        kop="In het kort",
        soorten="parkeren akte document vergunning",
    ),
    wording("uiterlijk", "A", "Uiterlijk {termijn} na ontvangst hoort u of het doorgaat."),
    wording(
        "besluit-tabel",
        "A",
        "| Wat | Hoe lang |\n| Besluit op uw {noun} | {termijn} |\n| Bezwaar maken | 6 weken |",
        kop="Termijnen",
        soorten=PERMITS,
        traps="termijn-tabel",
    ),
    wording(
        "vijfde-stap",
        "A",
        "1. U verzamelt uw papieren.\n2. U stuurt alles naar ons.\n3. Wij kijken of we alles "
        "hebben.\n4. Soms vragen we om meer informatie.\n5. Binnen {termijn} weet u of het mag.",
        kop="Wat gebeurt er daarna?",
        kanaal="online post",
        traps="kop-stap-5",
    ),
    # A through another page
    wording(
        "wachttijdpagina",
        "A",
        "[Lees hoe lang {naam} duurt](@hoe-lang-duurt).",
        traps="achter-link-termijn dossier-een-klik",
        extra=ExtraPage(
            slug="hoe-lang-duurt",
            title="Hoe lang duurt {naam}?",
            text="De gemeente behandelt uw {noun} binnen {termijn}.",
        ),
    ),
    # A in the start flow
    wording(
        "in-startproces",
        "A",
        "Na het versturen beslist de gemeente binnen {termijn}.",
        kop="@stap",
        traps="startproces-termijn",
    ),
    # O
    wording(
        "alleen-post",
        "O",
        "Stuurt u het liever op? Per post duurt de behandeling {termijn}.",
        kanaal="online balie",
        traps="termijn-alleen-post",
    ),
    wording(
        "alleen-spoed", "O", "Met spoed is {thing} na 2 werkdagen klaar.", soorten=COLLECT, traps="termijn-alleen-spoed"
    ),
    wording(
        "alleen-verlengen",
        "O",
        "Alleen online verlengen is sneller: dat is na 3 werkdagen rond.",
        kanaal="online",
        soorten="parkeren akte",
        traps="termijn-alleen-verlengen",
    ),
    wording(
        "terugbellen", "O", "Een medewerker belt u binnen 10 dagen voor een eerste gesprek.", traps="termijn-substap"
    ),
    wording(
        "ontvangst",
        "O",
        "U krijgt binnen 5 werkdagen een bevestiging dat wij uw {noun} hebben ontvangen.",
        traps="termijn-substap",
    ),
    wording("staat-elders", "O", "De behandeltijd staat in de [verordening](@verordening).", traps="termijn-elders"),
    wording(
        "in-de-brief", "O", "In de bevestigingsbrief leest u hoe lang de behandeling duurt.", traps="termijn-elders"
    ),
    wording("ingeklapt", "O", "?? Hoe lang duurt het?", kop="Veelgestelde vragen", traps="r9-ingeklapt-termijn"),
    wording(
        "een-groep",
        "O",
        "- Inwoners: u krijgt bericht.\n- Organisaties die al bekend zijn: u krijgt binnen {termijn} een besluit.",
        kop="Na uw {noun}",
        traps="r12-termijn-een-groep",
    ),
    wording(
        "wettelijke-termijn",
        "O",
        "Hiervoor geldt de wettelijke termijn voor een besluit.",
        kop="Procedure",
        traps="termijn-wettelijk",
    ),
    wording(
        "controle-stukken",
        "O",
        "Binnen 2 weken kijken we of uw stukken compleet zijn. Daarna begint de beoordeling.",
        soorten=PERMITS,
        traps="termijn-substap",
    ),
    wording(
        "huisbezoek",
        "O",
        "Binnen 14 dagen komt er iemand bij u langs om de situatie te bekijken. Later volgt het besluit.",
        soorten="zorg uitkering vergunning",
        traps="termijn-substap",
    ),
    # T
    wording("niets", "T", "", traps="termijn-niets"),
    wording("u-krijgt-bericht", "T", "U krijgt vanzelf bericht.", traps="termijn-u-krijgt-bericht"),
    wording("na-verwerking", "T", "Na verwerking ontvangt u een brief.", traps="termijn-na-verwerking"),
    wording(
        "post-langer", "T", "Via de post duurt het langer.", kanaal="online balie", traps="termijn-post-duurt-langer"
    ),
    wording(
        "geldigheid", "T", "{Thing} is 10 jaar geldig.", kop="Geldigheid", soorten=COLLECT, traps="termijn-geldigheid"
    ),
    wording(
        "eigen-plicht",
        "T",
        "Geef een verandering binnen 5 dagen door.",
        kop="Uw plicht",
        soorten="aangifte belasting uitkering parkeren",
        traps="termijn-eigen-plicht",
    ),
    wording(
        "begraven",
        "T",
        "Een begrafenis of crematie is binnen 6 werkdagen na het overlijden.",
        kop="Afscheid",
        soorten="aangifte graf",
        traps="termijn-begraven",
    ),
    wording(
        "vooraf",
        "T",
        "Wees op tijd: regel het minstens 4 weken voordat u begint.",
        kop="Wanneer",
        traps="termijn-vooraf",
    ),
    wording(
        "schooljaar",
        "T",
        "Regel het 8 weken voor het begin van het schooljaar, of in elk geval voor 1 juni.",
        kop="Wanneer",
        soorten="zorg subsidie",
        traps="termijn-vooraf-schooljaar termijn-voor-datum",
    ),
    wording(
        "bezwaar",
        "T",
        "Niet eens met het besluit? Maak binnen 6 weken bezwaar.",
        kop="Bezwaar",
        soorten=PERMITS + " parkeren belasting",
        traps="termijn-bezwaar",
    ),
    wording(
        "ophaaltermijn",
        "T",
        "Haal {thing} binnen 3 maanden op. Daarna vernietigen we het.",
        kop="Ophalen",
        soorten="document akte",
        traps="termijn-alleen-ophaaltermijn",
    ),
    wording(
        "ouderdom",
        "T",
        "Uw papieren mogen niet ouder zijn dan 3 maanden.",
        kop="Let op",
        traps="termijn-ouderdom-papieren",
    ),
    wording(
        "zoektermijn",
        "T",
        "Zoek eerst 4 weken zelf naar werk of een opleiding.",
        kop="Zoektermijn",
        soorten="uitkering",
        traps="termijn-zoektijd",
    ),
    wording(
        "bedenktijd",
        "T",
        "U hebt 14 dagen bedenktijd.",
        kop="Bedenktijd",
        soorten="aangifte graf verzoek lening",
        traps="termijn-zoektijd",
    ),
    wording(
        "betaaltermijn",
        "T",
        "De rekening betaalt u binnen 30 dagen.",
        kop="De rekening",
        soorten="belasting",
        traps="termijn-betaaltermijn",
    ),
    wording(
        "hoe-vaak",
        "T",
        "U mag dit eens in de 12 maanden doen.",
        kop="Hoe vaak",
        soorten="uitkering subsidie parkeren",
        traps="termijn-hoe-vaak",
    ),
    wording(
        "looptijd",
        "T",
        "Het traject duurt in totaal 3 jaar.",
        kop="Het traject",
        soorten="zorg uitkering",
        traps="termijn-looptijd",
    ),
    wording(
        "handelsregister",
        "T",
        "Een nieuwe inschrijving staat na 5 werkdagen in het handelsregister.",
        kop="Uw bedrijf",
        soorten="vergunning parkeren subsidie afval",
        traps="termijn-iets-anders",
    ),
    wording(
        "digid-brief",
        "T",
        "Nog geen DigiD? De brief met de code komt binnen 5 werkdagen.",
        kop="DigiD",
        kanaal="online",
        traps="termijn-iets-anders",
    ),
    wording(
        "directe-hulp",
        "T",
        "In nood krijgt u directe hulp.",
        kop="Nood",
        soorten="zorg uitkering",
        traps="termijn-directe-hulp",
    ),
)

NOTHING_HANDLED: tuple[Wording, ...] = (
    wording(
        "nvt-vaste-dagen",
        "N",
        "We halen elke dinsdag en vrijdag op. Zelf brengen kan op elke zaterdag.",
        kop="Ophaaldagen",
        kanaal="ophalen",
        soorten="afval",
        traps="termijn-nvt-ophaaldagen termijn-zelf-brengen r14-ophalen",
    ),
)

NOTHING_SAID = wording("nvt-stil", "N")
"""For products of which the catalog says that nothing is handled."""
