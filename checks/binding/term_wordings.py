"""Knows the words that say what a length of time is about, in Dutch, Frisian and English; each line is one wording."""

from __future__ import annotations

from checks.readers.wording import wordings

TERM_HEAD = wordings("""
    (hoe ?lang|hoelang) … (duurt|duren|wacht*|moet|doe*|doen) # Hoelang duurt het
    (hoe ?lang|hoelang)(?=$| het| de| een) # Hoe lang het duurt
    hoe snel … # Hoe snel heb ik het?
    (*behandel|*afhandel|*beslis|besluit|lever|doorloop|*verwerk|wacht|proces|reactie|productie)*(tijd|duur|termijn)* # Afhandelingstermijn
    (*behandeling|afhandeling)( van .*| aanvraag| reguliere .*| uitgebreide .*)? # Afhandeling
    termijn(en)? # Termijn
    doorlooptijd # Doorlooptijd
    duur # Duur
    wanneer (krijg*|ontvang*|hoor*|is|kan|weet|heb|uitsluitsel|besluit)* # Wanneer krijgt u bericht?
    (procedure|proces|verloop|vervolg|uitspraak|toekennen|beschikking|besluit|beslissing) # Procedure
    wat gebeurt er * # Wat gebeurt er na uw aanvraag?
    (na|over) (uw|je|de|een) (aanvraag|melding|bezwaar|klacht) # Na uw aanvraag
    hoe (gaat het verder|verloopt)(?=\\W|$) # Hoe gaat het verder?
    en dan # En dan?
    (afhalen|ophalen|bezorgen|afhalen …|ophalen …) # Afhalen paspoort
    (wannear (ûntfang|krij|hear)*|when (do|will|can) *) # Wannear ûntfang ik it?
    how long * # How long does it take?
    (processing|completion|waiting|handling) (time|period)* # Processing time
    (decision|what happens next|collection) # Decision
    (termyn*|ôfhanneling|hoe lang duorret *|trochrintiid) # Termyn
""")
"""Headings, labels and leads under which handling terms stand."""

WE = wordings("""
    (?<!bij )(?<!aan )(?<!naar )(?<!van )(?<!door )(?<!met )(?<!dat )(wij|we|de gemeente|het college|de burgemeester|het team|een medewerker) # Dat maken we binnen 5 werkdagen.
""")
"""The municipality as the one who acts."""
WE_FETCH = wordings("""
    (wij|we|de gemeente|medewerkers|inzamelaar) (halen|haalt|komen|komt) # Wij halen het op.
    (halen|komen) (wij|we) # Dat halen wij op.
""")
FILLING_IN = wordings("""
    (invullen|aanvragen zelf|formulier|afspraak|gesprek|bezoek|online aanvraag|reis|rit|les|lessen|keuring|evenement|feest|vergunning zelf|subsidie|regeling|schooldag|bijeenkomst|rondleiding|inspectie|stage|project|proef|pilot|bouw|verbouwing|schuldregeling|traject|betalen|lezen|inlogg*|video|toets|check) … (duurt|kost|duren|neemt) # Het invullen duurt 15 minuten.
    (duurt|kost) … (om in te vullen|invullen) # Het kost 10 minuten om in te vullen.
""")
HOW_LONG = wordings("""
    (hoe ?lang|hoelang|hoe snel) … (duurt|duren|wachten|klaar|behandel*) # Hoe lang duurt het?
    wanneer (krijg|ontvang|hoor|is|heb) # Wanneer krijg ik bericht?
    (*termijn|levertijd|behandeltijd|doorlooptijd|afhandeling|how long … take*) # Termijn
""")
"""Headings that ask how long it takes, so that nothing below them is a question without its answer."""
VALID_HEAD = wordings("""
    geldig* # Geldigheid
    (validity|valid) # Validity
    jildich* # Jildichheid
""")

DECIDES = wordings("""
    (?<!na het )(?<!tegen het )(?<!tegen dit )(?<!van het )(?<!na dit )(?<!nadat u het )(?<!na ons )besluit # Het besluit valt.
    (beslis|beslist|beslissen|besluiten|besloten|beslissing|beschikking|beslistermijn|uitspraak|oordeel) # De gemeente beslist.
    (krijgt|ontvangt|hoort|verneemt|heeft|hebt|weet) (u|je)(?! geen| (nog|dan|zelf)? ?(een|één|twee|drie|vier|vijf|zes|acht|tien|\\d+) (werk)?(dag|dagen|week|weken|maand|maanden)) # Daarna krijgt u bericht.
    (u|je|jij) (krijgt|krijg|ontvangt|ontvang|hoort|hoor|verneemt|weet) # U hoort van ons.
    (wij|we|de gemeente|het college|de burgemeester|team *|afdeling *) … (behandel*|verwerk*|stu(ur|urt|ren)|reage*|lat*|neem*|nemen|doen|beoordeel*|plaats*|lever*|verstur*|schrijf*|schrijven|zeg*) # Wij behandelen dit.
    (behandeld|afgehandeld|verwerkt|verleend|afgerond|doorgevoerd|toegekend|klaar|gereed|opgelost|verholpen|opgehaald) # Uw melding is verwerkt.
    (behandel|afhandel|beslis|doorloop|lever|verwerkings)(tijd|termijn|duur)* # De behandeltijd
    (de )?(behandeling|afhandeling|verwerking|procedure|aanvraag) (duurt|kost|neemt|vraagt|loopt) # De procedure duurt lang.
    (behandelen|verwerken|sturen|reageren|laten|nemen|doen|beoordelen|plaatsen|leveren|versturen|schrijven|zeggen|beslissen|besluiten) (wij|we) # Dan schrijven wij u.
    (behandelt|verwerkt|stuurt|reageert|laat|neemt|beoordeelt|levert|verstuurt|schrijft) (de gemeente|het college|de burgemeester) # Dan stuurt de gemeente u een brief.
    wacht(en|t)? … op (een |het |uw )?(antwoord|besluit|bericht|uitslag|beslissing) # U wacht 10 werkdagen op een antwoord.
    (decide*|decision|process*|you (will )?(receive|hear)) # You will hear from us.
    (beslút*|krije jo|ûntfange jo|klear) # Dan krije jo berjocht.
""")
"""Words by which the municipality acts or the citizen gets something."""

HANDLES = wordings("""
    (besl(uit|uiten|ist|issen|oten|issing|issingen|issings*|uitvorming)|beslistermijn|beslis*) # Wij beslissen.
    (*behandel|*behandeld|*behandelt|*behandelen|*behandeling|behandel*|afhandel*|afgehandeld|handelen … af) # De behandeling
    (verwerk*|doorgevoerd|aangepast|ingevoerd|geregistreerd|bijgewerkt) # verwerkt
    (duurt|duren|geduurd|kost|neemt … in beslag|in beslag|vergt|vraagt) # Het duurt even.
    reken(t|en)?( u)? (op|met) # Reken op vier weken.
    (u|je) wacht … op|wacht* … (op|tot) (de|het|een|uw) # U wacht ongeveer 6 weken op de vergunning.
    (rekenen|verstrijken|levering|(is|zijn) … er (na|binnen)|(is|zijn) … er(?=\\W?$)|weg|verdwenen) # Van aanvraag tot levering verstrijken 6 weken.
    (normaal|gewoonlijk|standaard) ?: # Normaal: na 5 dagen.
    (klaar|gereed|beschikbaar|rond|geregeld|in orde|gereedliggen) # Het is klaar.
    (op te halen|ophalen|afhalen|afgehaald|opgehaald|haalt|halen|haal|af te halen) # U kunt het ophalen.
    (op de mat|in de bus|voor de deur|bij u|staat … bij|met de post|(komt|komen) … (thuis|binnen|post)) # Het valt bij u op de mat.
    (reguliere|gewone|normale|uitgebreide|standaard) (procedure|aanvraag|termijn|behandeling) # Reguliere procedure: 8 weken
    (ligt|liggen|leit) # Het ligt na 6 werkdagen bij de balie.
    (ontvang*|krijg*|heb je|hebt u|heeft u|u hebt|je hebt|u heeft|in uw bezit|in huis) # U ontvangt het.
    (bericht*|antwoord*|reactie|reageren|reageert|uitslag|uitsluitsel|terugkoppeling|laten (we|wij|weten)|brief) # U krijgt bericht.
    (hoort|hoor|horen|verneemt|weet|weten|meldt de gemeente) # U hoort van ons.
    (thuis*|toegestuurd|toegezonden|opgestuurd|verstu*|verzonden|bezorg*|gestuurd|sturen|stuurt|per post thuis|brievenbus|geleverd) # Het wordt thuisgestuurd.
    (uitgevoerd|opgelost|oplossen|lossen|verholpen|verhelpen|gerepareerd|repareren|repareert|hersteld|herstellen|herstelt) # De lamp is gerepareerd.
    (weggehaald|verwijder*|opgeruimd|opruimen|leeggemaakt|geleegd|gemaakt|geplaatst|plaatsen|plaatst|aangelegd|aanleggen) # Wij ruimen het op: opgeruimd.
    (uitbetaal*|overgemaakt|op uw rekening|op je rekening|gestort|storten|betaald|betalen we|betalen wij|maken .* over) # Het bedrag is gestort.
    (verleend|verlenen|verleent|toegekend|toekennen|goedgekeurd|afgedaan|toestemming|verlengd|verlenging) # De vergunning is verleend.
    (actief|ingegaan|gaat in|gaat … in|van start|ingeschreven|uitgeschreven) # De vergunning gaat in.
    (uitgereikt|meegenomen|meenemen|mee|meekrijg*|meegegeven) # U krijgt het mee.
    ((is|bedraagt|wordt) de termijn|termijn (is|bedraagt|hiervoor|daarvoor|voor)|*(behandel|afhandel|beslis|lever|wacht|doorloop|verwerkings)(tijd|termijn|duur)*) # De termijn is 6 weken.
    (uitspraak|oordeel|advies|beoordeel*|getoetst|gecontroleerd|onderzoek*|nagekeken) # Het oordeel volgt.
    (staat … in het systeem|opgepakt|aan de beurt|in behandeling|geholpen|afgerond) # Dan is het afgerond.
    (decision|decide*|receive*|process*|takes?|ready|collect*|hear from|delivered|sent|issued|granted|reply|respond*|answer*) # It takes 4 weeks.
    (duorret|krije|krijt|klear|ophelje|heljen|ôfhelje|beslút*|ûntfang*|thús|letter|hawwe jo) # Nei fiif dagen leit it klear.
""")
"""Words for the end of what the municipality does."""

LASTING = wordings("""
    (duurt|duren|duurde|geduurd) # en duurt maximaal 1 dag
""")
"""The verb that says how long something takes; what takes it is its subject."""
DEADLINE = wordings("""
    (voor|vóór|tot|uiterlijk) ?$ # als het nog vóór
""")
"""What stands right before a moment by which something must have happened."""
LASTS_HANDLING = wordings("""
    (duurt|duren|behandel*|procedure|afstemming|beslis*|besluit*|takes?|duorret) # De procedure duurt een jaar.
""")

VALID = wordings("""
    (on)?geldig* # 10 jaar geldig
    (geldt|gelden|gold) (voor |nog |maar |slechts |maximaal |hoogstens |minimaal |minstens )?(een|één|\\d+|twee|drie|vier|vijf|tien|half) (half )?(jaar|maand*|week|weken|dag|dagen|uur|keer) # Het geldt 1 jaar.
    (verloopt|verlopen|vervalt|vervallen|van kracht|houdbaar) # Het verloopt na 5 jaar.
    (loopt|lopen) (door|af|minstens|maximaal|hoogstens|tot|\\d+) # De vergunning loopt minstens 1 maand.
    voor de duur van # voor de duur van 5 jaar
    (is|it is|good|valid) (good )?for # It is good for one year.
    (valid*|expire*|validity) # valid for 10 years
    (jildich*|jildt) # 10 jier jildich
""")
OBJECTS = wordings("""
    (*bezwaar|*bezwaren|bezwaarschrift*|*bezwaartermijn|*beroep|beroepschrift|beroepstermijn) # bezwaar maken
    (zienswijze*|ter inzage|in beroep|hoger beroep|oneens|niet eens) # een zienswijze indienen
    (object|objection*|appeal*) # You can object.
    (beswier*) # beswier meitsje
""")
OBJECTING = wordings("""
    (maak|maakt|maken|dien|dient|indienen|ingediend|tegen|instellen|moet|om|hebt u|u hebt|heeft u|u heeft|kunt) # U hebt 6 weken om bezwaar te maken.
""")
"""What the citizen does in a sentence about an objection."""
IN_COURT = wordings("""
    (in beroep|hoger beroep|*beroepschrift|beroepsprocedure|rechtbank|rechter|ombudsman|court) # U gaat binnen 6 weken in beroep.
""")
AHEAD_AFTER = wordings("""
    (voor|vóór)(?! (u|je|jou) (klaar|gereed))(?! (de|het|een|uw|elke|alle|een gewone) (behandel*|verwerk*|beslis*|afhandel*|besluit*|onderzoek|aanvraag|melding|bericht*|antwoord|gewone|deur|eerste|gesprek*|afspraak|intake|kennismak*|huisbezoek)) # 8 weken voor de verhuizing
    (voordat|voor dat|voorafgaand*|van te ?voren|van tevoren|vooraf|ervoor|ervóór|eerder|daarvoor|vooruit|ahead|tevoren) # 4 weken van tevoren
    (voor|vóór) (uw|aanvang|het begin|de start|begin|aankomst|vertrek|gebruik) # voor uw vertrek
    (in advance|before(?! (it|you (get|receive|have)|(your|the) *( or * *)? (is|are)))|prior) # 4 weeks before the event
    (foar(?! jo klear)|fan tefoaren|foardat) # 4 wiken foar
""")
AHEAD = wordings("""
    (van te ?voren|van tevoren|vooraf|op zijn vroegst|vroegst|niet (eerder|vroeger) dan|vroeger dan|eerder dan) # niet eerder dan 4 weken
    (minimaal|minstens|ten ?minste|uiterlijk|liefst|op tijd|zeker|al|vanaf) … (voor|vóór|voordat|voorafgaand*)(?! de (behandel*|beslis*|verwerk*)) # minimaal 5 weken voor de activiteit
    (nog|zijn minst|minstens) … duurt # als het nog minstens 16 weken duurt
    (duurt|nog) … voor(dat)? (de|het|uw) (activiteit|evenement|feest) # als het nog 12 weken duurt voor de activiteit
    (begint|beginnen|start|spade|bruiloft|trouwdag|activiteit) … (voor|vóór|eerder) # begint 4 weken eerder
    (doe|vraag|meld|dien|geef) … (minstens|minimaal|ten minste|uiterlijk) # doe de aanvraag minimaal 8 weken
    (aanvragen|aanvraag|indienen|melden|inleveren|afspraak) … (minstens|minimaal|ten minste|op zijn laatst|op zijn vroegst) # de aanvraag moet er minimaal vijf weken
    (in advance|at least|no later than|earliest) … (before|ahead|prior) # at least 4 weeks before
""")
WITHIN = wordings("""
    (binnen|within|binnen (ongeveer|maximaal|uiterlijk|gemiddeld|circa|ca\\.|zo'n)|gemiddeld|meestal|normaal|normaal:) ?(na )?$ # weg binnen
""")
"""What stands right before a handling term, whatever the verb is."""
NEVER_WITHIN = wordings("""
    (alleen|slechts|niet meer|nu en|daarna niet|mag|mogen|moet|verplicht|u|je|jij) … (binnen|within) # alleen binnen 6 weken
    (binnen|within) … (nu|kunt u|kun je|moet u|mag u|moet) # binnen nu en
""")
HANDLED_BEFORE = wordings("""
    (duurt|takes?|kost|duorret) … (voordat|eer|before|foardat) # Het duurt 2 weken voordat u het weet.
    (duurt|takes?|kost|duorret) … (voor|before|foar) (u|je|uw|de|het|your|the|een) … (klaar|behandeld|afgehandeld|verwerkt|ready|processed|krijgt|ontvangt|hoort|besluit|rond|besloten|bericht|ligt|hebt|heeft) # Het duurt 2 weken voor het klaar is.
    (moet u (op )?rekenen|rekenen|besl*|hoort u|krijgt u|ontvangt u|behandel*) … (uiterlijk|binnen|voor) # Krijgt u het uiterlijk 2 weken voor
""")
AGE = wordings("""
    (leeftijd|jonger|ouder|oud|jarig*|minderjarig*|meerderjarig*|volwassen*|kind|kinderen|jeugd|personen van|years (old|of age)|or (over|older)|under|âlder|jonger as) # 18 jaar of ouder
    (vanaf|tot|t/m|van|onder de|boven de|aged) \\d\\d # vanaf 12 jaar
    (u|je) (bent|ben) (minstens|minimaal|nog geen|al)? # U bent minstens 21 jaar
    bereikt # de leeftijd van 21 bereikt
""")
PAPERS = wordings("""
    (niet )?(ouder|âlder) (dan|as) # niet ouder dan 3 maanden
    (mag|mogen|is|zijn) … (oud|âld)(?! genoeg) # is hoogstens 6 maanden oud
    (maximaal|hoogstens|hooguit|heechstens|niet meer dan) … (oud|âld) # hooguit 6 maanden oud
    (older than|recente?|afgelopen|geleden|voorbije|achter elkaar|last \\d+) # van de afgelopen 3 maanden
""")
PAPERS_BEFORE = wordings("""
    (de )?(laatste|vorige|afgelopen|eerste|last|voorafgaande|lêste) # van de laatste 3 maanden
""")
OFTEN = wordings("""
    (keer|maal|eens|eenmaal|één keer|once) … (per|in|elke|iedere|every|a) # 1 keer per 12 maanden
    (elke|iedere|om de|every|each) * # elke 5 jaar
    (per|a|yn 't) (jaar|week|dag|maand|uur|kwartaal|year|month|day|week) # 5 dagen per week
    hoe vaak # hoe vaak
    \\d+ (jaar|maand|week|maanden|weken) (per|/) # 8 weken per jaar
""")
COLLECT_WITHIN = wordings("""
    binnen … (op(ge)?halen|op te halen|afhalen|afgehaald|opgehaald|haal|haalt) # binnen 3 maanden ophalen
    (haal|haalt|halen|ophalen|afhalen) … binnen # Haal het binnen 3 maanden op.
    (bewaren|bewaard|bewaart|vernietig*|blijft … liggen|ligt … klaar voor u) # Wij bewaren het 3 maanden: bewaren
    (u|je|jo) (hebt|heeft|heb|hawwe) … (de tijd|de tiid) # U hebt 3 maanden de tijd.
    (hebt|heeft|heb|hawwe) (u|je|jo) … (de tijd|de tiid) # Dan hebt u 3 maanden de tijd.
    (collect … within|within … collect|keep … for) # Collect it within 3 months.
""")
SOON = wordings("""
    (binnen|na|in|within|after|nei|uiterlijk|maximaal|hoogstens|meestal|ongeveer) ?$ # wij bellen u binnen
    (binnen|within) … $ # binnen ongeveer
""")
FROM = wordings("""
    (na|vanaf|nei|after) # na 5 werkdagen
""")
DUTY = wordings("""
    (u|je|jij|men|wie|iedereen|ouders?|de (aanvrager|houder|eigenaar|vader|moeder|ondernemer)|you|jo) … (moet|moeten|dient|bent verplicht|hebt|heeft|mag|must|have to|should|has to|moatte) … (doorgeven|door|door te geven|aangifte*|aangeven|aan te geven|melden|meldt|te melden|inleveren|in te leveren|opsturen|aanvullen|aan te vullen|reageren|betalen|indienen|in te dienen|terugbrengen|inschrijven|in te schrijven|aanvragen|omwisselen|laten|verwijderen|register|report|tell|hear|bewaren|regelen|maken) # U moet dit binnen 5 dagen doorgeven.
    (u|je|men|wie|ouders?|ieder*) … (geeft|doet|doe|meldt|meld|dient|levert|lever|schrijft|komt|maakt|vraagt|neemt|regelt|stuurt) … (door|aangifte|aan|in|zich|contact|op|af|bezwaar|daarvan) # Wie een kind krijgt, doet binnen 3 dagen aangifte.
    binnen … (bij|aan) (ons|de gemeente|de burgerlijke stand|het loket|de balie) # binnen 3 dagen bij de gemeente
    (moet|moeten) … (bij ons|binnen|hier|er) (zijn|liggen) # Uw brief moet hier liggen.
    binnen … (bij|aan) (het bestuur|het college|de raad|de burgemeester|het loket) … (is|zijn|ligt) # binnen zes weken bij het bestuur is
    (geen recht meer|geen recht op|niet meer mogelijk|niet[- ]ontvankelijk|vervalt uw|vervalt het recht|kan … niet meer) # Dan hebt u geen recht meer.
    niet (op tijd|binnen) … (bij|in) (ons|het|de) # Is uw brief niet binnen zes weken bij het college.
    te laat # Dan is het te laat.
    (buren|belanghebbenden|omwonenden|iedereen|anderen) (hebben|heeft) # De buren hebben zes weken.
    termijn … (begint|start|loopt af) # De termijn van zes weken begint een dag na de brief.
    (laat|vertel) (het|dit|dat|ons) … (binnen|uiterlijk) # Vertel het ons binnen een week.
    (moet|moeten) … (bij ons|binnen|ingeleverd|ingediend) zijn # Uw bezwaar moet binnen 6 weken bij ons zijn.
    (geef|jou|ruil|reageer|onderteken|bestel|dien|vul|zorg|stop|haal|lever|begin|plant|verwijder|ruim|gebruik|wissel|zeg|verleng|koop|meld|doe|vraag|schrijf|lever|stuur|betaal|regel|neem|bel|mail|maak|register|report|tell|breng|laat) … (binnen|uiterlijk|within|niet later|no later) # Geef het binnen 5 dagen door.
    (kom|komt|kunt|kan|mag) (u )?(… )?binnen … (na|nadat) (de|uw|het|je) (geboorte|overlijden|verhuizing|aankomst|bevalling) # U komt binnen 3 dagen na de geboorte.
    binnen … (na|nadat|van|nei|of) … (geboorte|overlijden|verhuizing|verhuizen|verhuisd|bevalling|aankomst|vestiging|vertrek|moving|birth|arrival|berte|dagtekening|verzenddatum|verzending|ontstaan|datum … aanslag*) # binnen 5 dagen na uw verhuizing
    (tot|uiterlijk|tot uiterlijk|until|up to) … (na|erna|after|nadat|daarna)(?! (uw|de|je|een) aanvraag| ontvangst| wij| we| het indienen) # uiterlijk 5 dagen na de verhuizing
    (uiterlijk|tot uiterlijk|maximaal|at most|within) … (erna|nadat u … (verhuisd|bent)|after you (moved?|move|arrive*)) # uiterlijk 5 dagen erna
    (u|je) (hebt|heeft|krijgt) … (om|de tijd|de gelegenheid) # U hebt 14 dagen om hem aan te melden.
    (geeft|doet|meldt|stuurt|levert|dient|vult|maakt|betaalt|regelt|schrijft|brengt|reageert|vraagt) (u|je)(?! een? (brief|bericht)) # Stukken stuurt u binnen 2 weken op.
    (moet|moeten|dient|dienen) … (zijn|worden|te zijn|te worden) (aangegeven|gemeld|ingediend|doorgegeven|betaald|ingeleverd|opgestuurd) # Het kind moet binnen 3 dagen zijn aangegeven.
    (hebt|heeft|krijgt) (u|je) … extra # Dan hebt u 2 dagen extra.
    (om … aan te (vullen|melden|geven)) # 2 weken om de aanvraag aan te vullen
    (begraven|gecremeerd|cremeren|begrafenis|crematie|begraaf|hersteltermijn|bedenktijd|reflectie) # begraven binnen 6 werkdagen
    (verplicht|plicht) # Dat is verplicht binnen 3 dagen.
    (you|jo) … (from|have) … (before|until|to report|to register) # You have 5 days to report.
    zoek* … (baan|werk|opleiding|zelf) # zoekt u 4 weken zelf naar werk
    (zelf|inspannings|zoek)(periode|tijd)* # de zoekperiode van 4 weken
""")
PAYMENT = wordings("""
    (betaal|betaalt|betalen|betaling|betaaltermijn|factuur|rekening (krijgt|ontvangt|binnen)|incasso|termijnen|aflos*|afgeschreven|payment|pay) # Betaal binnen 30 dagen.
    (huurperiode|in delen|nota) # in 3 maanden in delen
""")
PAYS_OUT = wordings("""
    (uitbetal*|uitbetaald|betalen (wij|we)|(wij|we|de gemeente) betaalt?|uitkering … betaald|op uw rekening|gestort) # Wij betalen binnen 4 weken uit: uitbetaald
    (na (uw )?betaling|zodra … betaald) # 2 dagen na betaling
""")
LASTS = wordings("""
    (gedurende|looptijd|langer (dan|as)|of (langer|meer)|korter dan|tijdelijk*|contract|verblijf*|verblijft|blijft u|blijf) # langer dan 4 maanden
    (woon|wonen|woont|gewoond|in het buitenland|achter elkaar|aaneengesloten|onafgebroken|inwoner|getrouwd|gehuwd|samen) # U woont hier 5 jaar.
    (werkzaamheden|plechtigheid|ceremonie|voorstelling|urgentie (duurt|geldt|is)|evenement (duurt|van)|activiteit (duurt|is)|afspraak (duurt|kost|van)|gesprek (duurt|van)|ceremonie duurt|training|cursus) # De afspraak duurt 20 minuten.
    (parkeren|parkeert|parkeer|trajec*|programma|opleiding|huurcontract|huurovereenkomst|huren|huurt) # 24 uur parkeren
    (mag|mogen|kan|kunnen) … (staan|blijven|gebruiken|gebruikt|liggen|kamperen|laden|lossen) # mag 2 weken blijven staan
    (staan|blijft|blijven) … (staan|fiets*|liggen) # De fiets blijft 6 weken staan.
    (bewaartermijn|grafrust|grafrecht*|rechten|duur van (de|het|uw)(?! (procedure|behandeling|aanvraag))|lang mogen|lid van|verlengen met|verleng* … met|te verlengen) # grafrechten van 20 jaar
    (vooruit|terugwerkende|teruggaande|per week|per dag|achteraf) # 8 weken vooruit
    (ingeschreven|staat) … (staat|staan|ingeschreven)(?! binnen) # 3 maanden ingeschreven staan
    tussen … (en) … (zit|zitten|ligt|liggen) # tussen de verklaring en het trouwen zitten minstens 14 dagen
    (zit|zitten|ligt) (hoogstens|minstens|minimaal|maximaal|ten minste) # zit hoogstens 26 weken
    (in dienst|werknemers|ervaring|handelsregister|bestaat|stay|live in|living) # hoogstens 10 jaar in het handelsregister
    (uitgeven|uitgegeven|geeft … uit|huur van|voor (een periode|de periode)|periode van) # uitgegeven voor 20 jaar
""")
STATUTORY = {
    "geboorte": (3,),
    "birth": (3,),
    "verhuiz": (5,),
    "adres": (5,),
    "vestiging": (5,),
    "moving": (5,),
    "overlijd": (5, 6),
}
"""Days within which the law lets a citizen report what the product's name says (Wet BRP, BW 1:19e, Wet op de lijkbezorging)."""
PROOFS = ("akte", "afschrift", "uittreksel", "bewijs", "onderzoek")
"""Papers about a birth, a move or a death are no reports of one."""
GETS = wordings("""
    (krijg*|ontvang*|heb je|hebt u|thuis|hoort (u|je)|verwerk*|klaar|besl*|behandel*|receive|process*) # U krijgt binnen 5 dagen bericht.
""")
ALL_OF_IT = wordings("""
    (hele?|heel|gehele|volle) (jaar|maand|week|dag|uur) # het hele jaar
""")
"""A length of time as a whole: "het hele jaar kunt u aanvragen"."""
OPEN = wordings("""
    wacht (na|nog|dan|minstens|eerst|tot)(?! u) # Wacht na het besluit zes weken.
    (open|geopend|bereikbaar|openingstijden|bezetting|dicht|gesloten|spreekuur|telefonisch|leestijd) # 24 uur bereikbaar
""")
REGULAR = wordings("""
    (gebruikelijke|gewone|normale|standaard|reguliere|gewoonlijke|normaal) (behandel|afhandel|beslis|lever|wacht|doorloop)?(termijn|duur|tijd|procedure|aanvraag) # de gebruikelijke termijn van 4 weken
    (online|digitaal)( aanvra*)? ?: # online: 6 werkdagen
""")
SIDE_PROCESS = wordings("""
    (zegt … op|opzeg*|opgezegd|beëindig*|stopzett*|annuler*|afmeld*) # Na opzeggen stopt de vergunning binnen 2 dagen.
    (wijziging|wijzigen|wijzigt|kenteken|rekeningnummer) … (gaat|is|wordt|verwerk*|direct|binnen) # Een wijziging gaat direct in.
    (resterende|restitutie|teruggave|te veel|geld|bedrag|leges) … (terug|teruggestort|terugbetaald|van uw rekening) # U krijgt uw geld binnen 4 weken terug.
    (bezorgen|bezorging|laten bezorgen|thuisbezorging) … (gebeurt|binnen|na|duurt|kan) # Bezorgen gebeurt binnen 3 dagen.
""")
"""Ending, changing, refunding and delivering take time of their own."""
LASTS_FOR = wordings("""
    (voor|gedurende|for|foar)( (ten hoogste|hoogstens|maximaal|minimaal|minstens|ongeveer|een periode van|de duur van|nog|max\\.))? ?$ # voor ten hoogste
""")
"""What stands right before how long something is had."""
SHAPE_BEFORE = wordings("""
    (binnen|na|in|over|vanaf|uiterlijk|tot|circa|ongeveer|gemiddeld|meestal|normaal|gewoonlijk|doorgaans|maximaal|hoogstens|minimaal|minstens|hooguit|zo'n|van|op|met|is|zijn|bedraagt|duurt|duren|kost|vergt|vraagt|neemt|wacht|nog|eer|within|after|in|takes?|nei|yn|duorret|is|about|of|die|deze|ca\\.|: ?) … ?$ # binnen maximaal
    ^\\W?$
""")
"""What stands before a term and not before an amount of time that somebody has."""
SHAPE_AFTER = wordings("""
    ^\\W?(later|nadat|na|voordat|voor u|eer|in beslag|nodig|daarna|verder|duren|wachten|after|before|letter) # later
""")
"""What stands after a term."""
STAYS = wordings("""
    (ligt|liggen|staat|blijft|blijven|bewaren|laat … liggen)( (nog|maximaal|hoogstens|minstens|daar|hier))? ?$ # Uw kaart ligt
    laat … $ # Laat u de kaart
""")
"""What stands right before how long something lies or stays."""
YOURS = wordings("""
    (u|je|ouders|jongeren|nabestaanden) (hebt|heeft|hebben|krijgt)( (?!binnen|na|over|in|uiterlijk)\\w+){0,3} ?$ # U hebt nog
    (hebt|heeft|krijgt) (u|je)( (?!binnen|na|over|in|uiterlijk)\\w+){0,3} ?$ # Dan hebt u aansluitend
""")
"""What stands right before the time that a citizen has."""
AGAIN = wordings("""
    (bekijk*|kijk*|controle*|controleer*|beoorde*|toets*|onderzoek*) … (nog|opnieuw|weer|steeds|nogmaals) # Na drie maanden bekijken we of u het nog nodig hebt.
    (opnieuw|weer|nogmaals) … (bekijk*|beoorde*|toets*|onderzo*|gecontroleerd|aanvragen|aan te vragen|verlengen|aanmelden) # Na 12 maanden kunt u opnieuw aanvragen.
    alsnog … (besl*|besluit*|antwoord*) # Vraag ons binnen twee weken alsnog te beslissen.
    her(beoordel*|onderzoek*|keuring*|indicatie*) # Na twee jaar is er een herbeoordeling.
""")
AFTER_DECISION = wordings("""
    (na|nadat|vanaf|sinds) (de |het |uw |een |deze |dit )?(toekenning|verlening|toewijzing|uitspraak|besluit|beslissing|bekendmaking|publicatie|afgifte|verzending|dagtekening|datum (van|op) (de|het) (aanslag|besluit|beslissing|beschikking|brief)|ceremonie|naturalisatieceremonie) # binnen 6 maanden na toekenning van de urgentie
""")
"""From when a time runs that starts where the handling ends."""
OTHER_PROCESS = wordings("""
    (kamer van koophandel|kvk|handelsregister|die inschrijving|digid|e-?herkenning|inlogcode|activeringscode) # De brief met de code van DigiD
    (makelaar|leverancier|cadeau|geschenk|levertijd van|pensioenfonds|verzekeraar|werkgever) # Uw pensioenfonds wil het bewijs binnen zes weken.
""")
"""Something else that takes time: another organisation, a login, a gift."""
OWN_PROCESS = wordings("""
    (besl*|vergunning|aanvraag|melding|wij|we|de gemeente|behandel*|afhandel*) # Wij beslissen.
""")
NAMED_BEFORE = wordings("""
    (deze|die|dezelfde|this|those|these) ?$ # afwijken van deze
""")
"""What stands right before a time that was named already."""
EARLIEST = wordings("""
    (vanaf|minimaal|minstens|ten minste|pas|eerst|niet eerder dan|op zijn vroegst) ?$ # Trouwen kan vanaf
""")
"""What stands right before the time that must at least have gone by."""
OWN_PROCESS_NAMED = wordings("""
    (*aanvra*|*verzoek|*melding|*klacht|*vergunning|*subsidie|product|uw plan) # Uw aanvraag behandelen wij binnen 6 weken.
""")
GROUP = wordings("""
    (inwoners|particulier*|organisaties|bedrijven|ondernemers?|studenten|werkgevers?|verenigingen|stichtingen|instellingen|zakelijk|burgers|jongeren|ouderen|huurders|eigenaren|nieuwkomers|private|companies|residents)( * *)?( die … )?: # Organisaties die al bekend zijn: 8 weken
""")
"""A list item that is about one group."""
NOT_SO = wordings("""
    (niet|geen|not|net)( (na|binnen|after|nei|op|altijd|meer))? ?$ # ligt dan niet na
""")
PART = wordings("""
    ((ontvangst)?bevestig*|confirmation|confirm*) # een ontvangstbevestiging
    (contact (met … )?op|contact opgenomen|neem* … contact|contact you|contact met u) # Wij nemen contact met u op.
    (belt|bellen|gebeld|teruggebeld|opgebeld|called?|phone you|bel* … terug) # Wij bellen u.
    (onderzoek|behandeling|procedure) … (start|begint|beginnen)|(start|begint|beginnen) … (onderzoek|behandeling) # Het onderzoek start binnen 2 weken.
    (oproep|opgeroepen|keuring|arts|ggd|adviseur|advies … naar ons) # een oproep voor de keuring
    (gesprek*|uitnodig*|nodig* … uit|uitgenodigd|intake|huisbezoek|keukentafel*|kennismak*|op bezoek|langs) # een gesprek binnen 2 weken
    (volledig is|compleet is|of … (volledig|compleet)|gepubliceer*|bekendgemaakt|controleren of|controleert of|beoordeelt of … compleet) # of de aanvraag volledig is
    afspraak … (mogelijk|terecht|binnen|over|pas|wachttijd|vooruit)|(wachttijd|terecht|agenda) … (afspraak|boeken) # De wachttijd voor een afspraak is 4 weken.
    (afspraak (met u|maken|voor|is)|maken … afspraak|writes? to you|dossiernummer|stemmen|voorschot|ontvangen (hebben|is)) # een voorschot binnen 4 weken
""")
WHOLE = wordings("""
    (besl*|doorlooptijd|behandeltijd|klaar|afgehandeld|verwerkt|thuis|uitslag|definitief|toegekend|behandeld) # het besluit
    (onderzoek|aanvraag|behandeling|procedure) (duurt|heeft) # Het onderzoek duurt 6 weken.
""")
URGENT = wordings("""
    (*spoed|(?!spoedig)spoed*|urgent*|sneller|hebt u haast|heeft u haast|haast|tegen (extra )?betaling|tegen extra kosten|versneld*|rush|haastoanfraach|flotter|hurder|emergency) # met spoed
    (alleen|enkel|uitsluitend|only) … (verleng*|vernieuw*|online verlengen|renew*) # Alleen online verlengen is sneller.
    (dreigt|dreigende|ontruiming|afsluiting|crisis) # Dreigt er een ontruiming?
    ((direct|acuut|onmiddellijk) gevaar|gevaarlijke situatie*|calamiteit*|noodgeval*) # bij direct gevaar
""")
VARIANT_ASKED = wordings("""
    (verlengt|verlengen|vernieuwt|spoed|haast|per post|per brief|schriftelijk|rdw) … \\? # Verlengt u bij de RDW?
""")
"""A question that makes its answer one for a special case."""
RENEWAL = wordings("""
    (verleng*|vernieuw*|rdw|renew*) # Online verlengen
""")
"""A heading or sentence about renewing, which is only one case of the product."""
BY_POST = wordings("""
    ((per|via de|met de) post(?! thuis)|per brief|schriftelijk*|op papier|papieren|post(?=$| \\||:)|by post|by mail|mei de post|postaanvraag) # per post: 4 weken
    (buitenland|abroad) # naar het buitenland
""")
DELIVERED = wordings("""
    (komt|komen|stuur*|stuurt|sturen|krijg*|ontvang*|gestuurd|toegestuurd|verzonden|thuis|valt|bezorg*) … post # De kaart komt met de post.
    (krijg*|ontvang*|hebt|heeft|bericht*|besl*|besluit*|antwoord*|reageren|reageert|laten|laat|hoort|weet) … (schriftelijk|op papier|per brief|per post|brief) # U hebt binnen 14 dagen onze beslissing op papier.
    (schriftelijk|op papier|per brief|per post) … (bericht|antwoord|besluit|beslissing|uitspraak|reactie|bevestig*) # U krijgt schriftelijk bericht.
""")
"""By post is here how the product comes."""
AT_ONCE_SELF = wordings("""
    (bel|meld|doe|geef|kom|ga|neem|vraag|maak|stop|verlaat|waarschuw) … (direct|meteen|onmiddellijk|gelijk) # Bel direct 112.
    (meld* … (direct|meteen)|wijzig* … (direct|meteen)|(direct|meteen) door) # Wijzigingen geeft u direct door.
    (laat … (direct|meteen|dan)|betaal|betaal je|gelijk(e)? (kansen|aan|is)|hetzelfde|dagelijks) # Betaal direct.
    (directe?|meteen) (hulp|gevaar|omgeving|steun|contact|nodig|familie|lijn) # directe hulp
    (spreken|afspreken|spreekt|spreek*|bespreek*|plannen|kies|kiest|zie|ziet|zien|beginnen|begin|alles oplossen kan niet) # meteen afspreken
""")
CONFIRMS = wordings("""
    (bevestig*|confirmation|dossiernummer|ontvangstbe*|e-?mail als|een e-?mail(?! met (uw|de|het) (vergunning|ontheffing|uittreksel))) # U krijgt direct een bevestiging.
""")
AT_ONCE_DOING = wordings("""
    (direct|meteen|gelijk|onmiddellijk) (digitaal|online|aan|aanvra*|regel*|naar|contact|bel*|door*|met|afspr*|aangifte|meld*|betal*|bij|in het|op|inlog*|via de|tijdens|kunt|kan|een (nieuwe|afspraak)|starten|begin*) # direct online aanvragen
""")
RESULT = wordings("""
    (maken|maakt) (wij|we) # maken we de akte meteen
    (klaar|mee|meenemen|meekrijg*|meegegeven|krijg*|ontvang*|verwerk*|geregeld|beschikbaar|gereed|rond|in orde) # U krijgt het meteen mee.
    (gaat … in|ingegaan|actief|geldig|te gebruiken|gebruiken|ingeschreven|uitgeschreven|inschrijving) # De vergunning gaat direct in.
    (besluit|besloten|uitslag|duidelijk|antwoord|bericht|weet (u|je)|hoort (u|je)|beoordeeld|behandeld|afgehandeld|geholpen|verholpen|opgelost) # Dan weet u het meteen.
    (doorgevoerd|aangepast|uitgereikt|opgemaakt|verstuurd|sturen|stuurt|mailen|mailt|gestuurd|verzonden|toegestuurd|afgegeven|opgehaald|ophalen|haal* … op|haalt … op|afgelegd|legt … af|bezorgd|thuis|in huis|verleend|gezet|opgenomen|bijgeschreven|toegevoegd) # Die wordt direct gestuurd.
    (ready|receive*|processed|issued|done|enter it|take it with you) # You receive it at once.
    (mei|klear|krije) # Jo krije it fuort mei.
    (is|zijn) (de|het|uw|er) … # Meestal is de vergunning er nog dezelfde dag.
    (komt|heb(t)?|heeft) … (er|binnen|het) # dan heeft u het dezelfde dag
""")
SURE_RESULT = wordings("""
    (klaar|mee|meegegeven|meekrijg*|kunt … gebruiken|kan … gebruiken|verwerkt|gestuurd|toegestuurd|geregeld|gereed|afgehandeld|verholpen|opgelost|besluit|uitslag|ready) # direct klaar
    (kunt … wachten|kan … wachten|morgen al|vandaag nog) # U kunt erop wachten: kunt u er op wachten
    en (de|het|een|uw) (akte|vergunning|uittreksel|document|bewijs|pas|kaart|afschrift) # de bevestiging en de akte
""")
FIXED_DAYS = wordings("""
    (halen|haalt|opgehaald|ophalen|geleegd|legen) … (elke|iedere|vaste) # We halen elke dinsdag op.
    we (collect|empty) … (once|twice|every|each|weekly) # We collect household waste twice a week.
    (elke|iedere|op vaste) … (opgehaald|halen|geleegd|ophaaldag*) # Elke week wordt het opgehaald.
""")
"""Fixed days on which something is collected: nothing is handled."""
ELSEWHERE = wordings("""
    (hoe ?lang|hoelang|*termijn*|wachttijd*|levertijd*|*tijd|behandelduur|doorlooptijd) … (leest|staat|staan|vindt|hoort|ziet|verschilt|verschillen|afhankelijk|hangt af|per|bekijk|varieert|bespreken) # Hoelang het duurt, staat in de brief.
    (leest|lees|staat|staan|vindt|vind|hoort|hoor|ziet|bekijk|vertelt) … (hoe ?lang|hoelang|*termijn|wachttijd*|levertijd*|behandeltijd*|wanneer … (klaar|bericht|besluit)) # U leest in de brief hoelang het duurt.
    wanneer (u|je) … (bericht|krijgt|hoort|klaar|besluit) … (leest|staat|ziet|vindt|hangt) # Wanneer u bericht krijgt, ziet u in de brief.
    duur van (de|het|uw) … (afhankelijk|hangt|verschilt|varieert) # De duur van de afhandeling is afhankelijk van het soort schade.
    (niet|moeilijk|lastig) te (zeggen|voorspellen) … (hoe ?lang|wanneer) # Het is niet te zeggen hoe lang het duurt.
    (wettelijke|geldende|vastgestelde) (beslis|behandel)?(termijn|termijnen|tijd) # Hiervoor geldt de wettelijke termijn.
    (how long|processing time) … (depends|find|read|see) # How long it takes depends on the case.
""")
OTHER_TERM = wordings("""
    (bezwaar*|beroep*|*aangifte*|geldig*|betaal*|betal*|bewaar*|parkeer*|opzeg*|verjarings*|huur*|zienswijze*) # de bezwaartermijn
""")
