"""What a page says of the costs, from a full tariff to nothing at all."""

from __future__ import annotations

from demo.wording import ExtraPage, Wording, wording

INCOME = "uitkering"

KOSTEN: tuple[Wording, ...] = (
    # A: an amount
    wording("bedrag", "A", "{Thing} kost {prijs}.", traps="kosten-bedrag"),
    wording("u-betaalt", "A", "U betaalt {prijs}. Dat doet u bij het {inf}.", traps="kosten-bedrag-en-betaalmoment"),
    wording("leges-bedrag", "A", "De leges zijn {prijs} per {noun}. U krijgt dit bedrag niet terug."),
    wording("zonder-euro", "A", "Kosten: {bedrag}", kop="Prijs", traps="kosten-zonder-euroteken"),
    wording("streepje", "A", "De kosten zijn {rond},- per keer.", traps="kosten-zonder-euroteken"),
    wording(
        "tabel",
        "A",
        "| Soort | Prijs | Geldigheid |\n| {Naam}, gewoon | {prijs} | 10 jaar |\n| {Naam}, voor "
        "minderjarigen | {prijs2} | 5 jaar |",
        kop="Tarieven",
        soorten="document akte parkeren",
        traps="kosten-tabel-geldigheid",
    ),
    wording(
        "tabel-soorten",
        "A",
        "| | Tarief |\n| Eerste {noun} | {prijs} |\n| Tweede {noun} | {prijs2} |",
        kop="Wat kost het?",
    ),
    wording("geplakt", "A", "+ Tarief|{prijs}\n+ Verlengen|gratis", kop="Tarieven", traps="kosten-geplakt"),
    wording("oud-tarief", "A", "Tarief 2016: {prijs} per jaar.", traps="oud-tarief"),
    wording(
        "kwartaal", "A", "Per kwartaal betaalt u {prijs}. Voor een tweede auto is dat {prijs2}.", soorten="parkeren"
    ),
    wording(
        "spoed-ernaast",
        "A",
        "{Thing} kost {prijs}. Met spoed betaalt u {prijs2} extra.",
        traps="kosten-spoed-naast-basis",
    ),
    wording(
        "samenvatting",
        "A",
        "= Prijs|{prijs}\n= Geldig|5 jaar\n= Meenemen|identiteitsbewijs",
        kop="In het kort",
        traps="kosten-samenvatting",
    ),
    wording("in-lopende-tekst", "A", "Reken op {prijs} aan legeskosten voor {thing}.", kop="-"),
    wording(
        "per-dag",
        "A",
        "Voor elke dag dat u er gebruik van maakt betaalt u {prijs}, met een maximum van {prijs3} per maand.",
        soorten="parkeren vergunning afval",
    ),
    # A: a rule
    wording(
        "percentage",
        "A",
        "De leges zijn 2,35% van de bouwkosten, met een minimum van {prijs}.",
        soorten="vergunning",
        traps="kosten-rekenregel",
    ),
    wording(
        "per-meter",
        "A",
        "U betaalt {prijs} per vierkante meter per week. Vermenigvuldig de oppervlakte met het aantal weken.",
        soorten="vergunning belasting afval graf",
        traps="kosten-rekenregel",
    ),
    # A: free
    wording("gratis", "A", "Gratis.", traps="kosten-gratis"),
    wording("geen-kosten", "A", "Aan {thing} zijn geen kosten verbonden.", traps="kosten-gratis"),
    wording("kosteloos", "A", "{Thing} {inf} is kosteloos.", traps="kosten-gratis"),
    wording("betaalt-niets", "A", "U betaalt niets voor {thing}.", traps="kosten-gratis"),
    wording("kost-niets", "A", "Het {inf} van {thing} kost niets.", kop="-"),
    wording("geen-leges", "A", "De gemeente vraagt hiervoor geen leges."),
    wording(
        "melding-gratis-akte-betaald",
        "A",
        "De aangifte is gratis. Wilt u ook een afschrift van de akte, dan betaalt u daarvoor {akte}.",
        soorten="aangifte",
        traps="kosten-melding-gratis-akte-betaald",
    ),
    wording(
        "aanvraag-gratis-vervolg",
        "A",
        "Het {inf} is gratis. Maakt u daarna gebruik van de hulp, dan kunt u daar wel kosten voor hebben.",
        soorten="zorg akte verzoek bezwaar",
        traps="r1-gratis-met-vervolgkosten",
    ),
    # A through another page
    wording(
        "tarievenpagina",
        "A",
        "[Bekijk de tarieven voor {naam}](@tarieven).",
        traps="achter-link-kosten dossier-een-klik",
        extra=ExtraPage(
            slug="tarieven",
            title="Tarieven {naam}",
            text="| {Naam} | Tarief |\n| Gewoon tarief | {prijs} |\n| Met korting voor jongeren | {prijs2} |",
        ),
    ),
    wording(
        "kostenpagina",
        "A",
        "Op een aparte pagina leest u [wat {naam} kost](@kosten).",
        extra=ExtraPage(slug="kosten", title="Kosten van {naam}", text="U betaalt {prijs} voor {thing}."),
    ),
    # O
    wording("leges", "O", "Voor {thing} betaalt u leges.", traps="kosten-leges-zonder-bedrag"),
    wording("bij-aanvraag", "O", "U betaalt meteen bij de {noun}.", kanaal="online balie", traps="kosten-betaalmoment"),
    wording("pin", "O", "Betalen kan alleen met pin.", kanaal="balie", traps="kosten-betaalwijze"),
    wording("ideal", "O", "Afrekenen doet u met iDEAL.", kanaal="online", traps="kosten-betaalwijze"),
    wording("factuur", "O", "De rekening krijgt u later thuis. Betaal die op tijd.", traps="kosten-factuur"),
    wording(
        "incasso",
        "O",
        "De kosten schrijven we elke maand automatisch van uw rekening af.",
        soorten="belasting parkeren zorg graf afval",
        traps="kosten-incasso",
    ),
    wording(
        "eigen-bijdrage-inkomen",
        "O",
        "U betaalt een eigen bijdrage. De hoogte hangt af van uw inkomen. Hebt u een laag inkomen, dan betaalt u niets.",
        soorten="zorg",
        traps="r2-eigen-bijdrage-inkomen",
    ),
    wording(
        "eigen-bijdrage-vervoer",
        "O",
        "Voor het vervoer geldt een eigen bijdrage.",
        soorten="vervoer",
        traps="r13-leerlingenvervoer kosten-eigen-bijdrage",
    ),
    wording(
        "afhankelijk",
        "O",
        "Wat u betaalt, is afhankelijk van de grootte van uw plan.",
        soorten="vergunning belasting parkeren graf afval",
        traps="kosten-afhankelijk",
    ),
    wording("link-verordening", "O", "De tarieven staan in de [legesverordening](@verordening).", traps="kosten-link"),
    wording("link-rekenhulp", "O", "Met de [rekenhulp](@rekenhulp) ziet u uw tarief.", traps="r15-rekenhulp"),
    wording(
        "toeslag-post",
        "O",
        "Stuurt u het per post, dan betaalt u 10% meer.",
        kanaal="online post",
        traps="kosten-alleen-toeslag",
    ),
    wording(
        "spoed-alleen",
        "O",
        "Hebt u haast? Voor spoed betaalt u {prijs2} extra.",
        kanaal="balie online",
        traps="kosten-alleen-spoed",
    ),
    wording(
        "bijkosten",
        "O",
        "Aangetekend bezorgen kost {post} extra.",
        soorten="document akte parkeren",
        traps="kosten-bijkosten",
    ),
    wording("ingeklapt", "O", "?? Wat kost {naam}?", kop="Veelgestelde vragen", traps="r9-ingeklapt-kosten"),
    # T
    wording("niets-gezegd", "T", "", traps="kosten-niets"),
    wording(
        "gratis-niet-gezegd",
        "T",
        "",
        soorten="bezwaar verzoek melding aangifte",
        traps="kosten-wettelijk-gratis-niet-gezegd",
    ),
    wording(
        "boete",
        "T",
        "Doet u het niet of te laat, dan kunt u een boete krijgen van € 435.",
        kop="Let op",
        traps="kosten-boete",
    ),
    wording(
        "afspraak-gratis",
        "T",
        "Het maken van een afspraak is gratis.",
        kop="Uw afspraak",
        kanaal="balie",
        traps="kosten-afspraak-gratis",
    ),
    wording(
        "pasfoto",
        "T",
        "Geen foto bij u? In het fotohokje in de hal maakt u er een voor € 7,50.",
        kop="Pasfoto",
        soorten="document",
        traps="kosten-pasfoto buurproduct",
    ),
    wording(
        "bezorging",
        "T",
        "Bezorgen aan huis is gratis.",
        kop="Ontvangen",
        soorten="document akte",
        traps="kosten-gratis-bezorging",
    ),
    wording(
        "buurproduct",
        "T",
        "Zoekt u een uittreksel uit de registratie? Dat is een ander product en kost {akte}.",
        kop="Andere producten",
        soorten="inzage aangifte akte document",
        traps="buurproduct r10-uittreksel",
    ),
    wording(
        "gratis-parkeren",
        "T",
        "Met {naam} parkeert u gratis op plaatsen in het aangegeven gebied.",
        kop="Wat mag u ermee?",
        soorten="parkeren",
        traps="kosten-gratis-parkeren",
    ),
    wording(
        "bouwkosten",
        "T",
        "Schat vooraf uw bouwkosten. Een kleine verbouwing kost al snel € 12.500.",
        kop="Tarieven",
        soorten="vergunning",
        traps="kosten-bouwkosten tarieven-zonder-kosten",
    ),
    wording(
        "waarde",
        "T",
        "Van een pand dat € 400.000 waard is, gaat de waarde soms omlaag.",
        kop="Voorbeeld",
        soorten="inzage belasting vergunning",
    ),
    wording(
        "borg-ander",
        "T",
        "Andere gemeenten houden andere regels en bedragen aan.",
        kop="Verschillen",
        traps="kosten-andere-gemeente",
    ),
    wording(
        "omzet",
        "T",
        "De regels gelden voor bedrijven met een omzet vanaf € 50.000 per jaar.",
        kop="Voor welke bedrijven",
        soorten="vergunning melding afval",
    ),
    wording(
        "prijzengeld", "T", "Het prijzenpakket is niet meer waard dan € 4.500.", kop="Grenzen", soorten="vergunning"
    ),
    wording("schade", "T", "Beschadigt u iets, dan bent u zelf aansprakelijk.", kop="Schade"),
)

RECEIVING: tuple[Wording, ...] = (
    wording("nvt-stil", "N", "", traps="kosten-nvt"),
    wording(
        "nvt-bedrag",
        "N",
        "U krijgt eenmalig € 450. Het geld staat daarna op uw rekening.",
        kop="Hoeveel krijgt u?",
        soorten=INCOME,
        traps="kosten-uitkeringsbedrag",
    ),
    wording(
        "nvt-zes-bedragen",
        "N",
        "| Uw situatie | Inkomen per maand | Vermogen |\n| Alleenstaand | € 1.345,20 | € 7.575 |\n| "
        "Alleenstaande ouder | € 1.345,20 | € 15.150 |\n| Samen | € 1.921,70 | € 15.150 |",
        kop="Grenzen voor inkomen en vermogen",
        soorten=INCOME,
        traps="kosten-inkomensgrens kosten-vermogensgrens kosten-zes-bedragen",
    ),
    wording(
        "nvt-kwijtschelding",
        "N",
        "Krijgt u een deel kwijtgescholden, dan blijft er soms € 92,40 aan belasting over.",
        kop="Gedeeltelijk",
        soorten=INCOME,
        traps="kosten-belasting-na-kwijtschelding",
    ),
    wording(
        "nvt-subsidie",
        "N",
        "De bijdrage is ten hoogste € 5.000 per project en niet meer dan de helft van uw begroting.",
        kop="Bedragen",
        soorten="subsidie",
        traps="kosten-nvt-subsidie tarieven-zonder-kosten",
    ),
    wording(
        "nvt-plafond", "N", "Er is dit jaar € 750.000 beschikbaar. Op is op.", kop="Subsidieplafond", soorten="subsidie"
    ),
    wording(
        "nvt-uurloon",
        "N",
        "Uren van vrijwilligers telt u mee voor € 12 per uur.",
        kop="Uw begroting",
        soorten="subsidie",
    ),
    wording(
        "nvt-rente",
        "N",
        "U leent van € 2.500 tot € 25.000 tegen 1,6% rente.",
        kop="Het leenbedrag",
        soorten="lening",
        traps="kosten-leenrente",
    ),
    wording("nvt-korting", "N", "De bijdrage is € 300 voor elk kind dat thuis woont.", kop="Bedragen", soorten=INCOME),
    wording(
        "nvt-gratis",
        "A",
        "Een {noun} indienen is gratis.",
        soorten="subsidie uitkering",
        traps="kosten-gratis-bij-uitkering",
    ),
    wording(
        "nvt-dwangsom",
        "N",
        "Is de gemeente te laat, dan krijgt u € 23 per dag, tot ten hoogste € 1.442.",
        kop="Hoeveel krijgt u?",
        soorten="bezwaar",
    ),
)
