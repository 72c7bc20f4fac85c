"""Knows the words that say how, where and by which channel a citizen gets a product; each line is one wording."""

from __future__ import annotations

from checks.readers.wording import stems, wordings

STEMS = stems(
    *(
        "onlin",
        "digi",
        "herken",
        "eidas",
        "idin",
        "internet",
        "inlog",
        "ingelogd",
        "log",
        "elektronisch",
        "ynternet",
        "portaal",
    ),
    *(
        "form",
        "knop",
        "klik",
        "button",
        "link",
        "hier",
        "onderaan",
        "click",
        "below",
        "afspra",
        "spreek",
        "appoint",
        "ôfspr",
    ),
    *(
        "brief",
        "schrif",
        "schrijf",
        "post",
        "stuur",
        "stuurt",
        "sturen",
        "mail",
        "letter",
        "writ",
        "loket",
        "mijn",
        "app",
    ),
    *(
        "tablet",
        "computer",
        ".nl",
        ".com",
        "portal",
        "site",
        "e-mail",
        "overheid",
        "aanvraag gaat",
        "leest",
        "lees",
        "vertelt",
        "time slot",
        "plan",
    ),
)
"""Letters without which a sentence names no way at all, unless it holds a place or a link."""
APPLY = wordings("""
    (aanvra*|aan te vragen|(vraag*|vragen)[^.!?]{1,120} aan|aanvraag|aanvragen) # U vraagt het aan.
    (aangifte*|aangeven|aan te geven|geef* … aan|geeft u … aan) # Doe aangifte.
    (aanmeld*|aan te melden|meld|meldt|melden|te melden|melding|meldingen|gemeld|afmelden|zelf melden) # U kunt het melden.
    (doorgeven|door te geven|geef* … door|doorgegeven) # Geef het door.
    (inschrijv*|in te schrijven|schrijf* … in|uitschrijv*|schrijf* … uit|registreren|registreert) # Schrijf u in.
    (indienen|in te dienen|dien* … in|ingediend|inleveren|in te leveren|lever* … in) # Dien de aanvraag in.
    (regel|regelt|regelen|te regelen|opgeven|geef* … op|bestel|bestelt|bestellen|koop|koopt|kopen|reserveer*|reserveren|boek) # Dat regelt u online.
    (verzoek|verzoeken|verleng|verlengt|verlengen|verlenging|invullen|invult|in te vullen|vul* … in|deelnemen|deel te nemen) # Vul het formulier in.
    (vraag|vraagt) (een|de|het|uw|deze|haar|hem|om|die) # Vraag een ontheffing.
    (word|wordt|worden|kan|kunt|kunnen|moet|moeten|mag|mogen) … (aangevraagd|aangemeld|aangegeven|doorgegeven|ingeschreven|gereserveerd|besteld|opgegeven) # De lening wordt digitaal aangevraagd.
    (aangevraagd|aangemeld|aangegeven|ingeschreven|gereserveerd|besteld|opgegeven) (worden|kan worden|moet worden) # die aangevraagd kan worden
    (opvragen|op te vragen|opgevraagd|vraag* … op) # U kunt de tekening opvragen.
    (beginnen|begin|start|starten)(?! van) # Begin met de knop.
    (apply|applying|application|register*|registration|report|reporting|request*|submit*|ask for|notify) # Apply online.
    (oanfreegje|oanfreegjen|freegje … oan|freegje|oanfraach|trochjaan|oanjaan|melde|yntsjin*|fersyk) # Freegje it oan.
""")
"""Words that ask for the product: apply, report, register, hand in."""
APPEALS = wordings("""
    (bezwaar|bezwaren|beroep|klacht|klachten|zienswijze|brief|objection|complaint) # U maakt bezwaar.
""")

ACTS = wordings("""
    (vraag|vraagt|doe|doet|geef|geeft|meld|meldt|maak|maakt|bel|belt|mail|mailt|stuur|stuurt|vul|vult|lever|levert|dien|dient) # Maak een afspraak.
    (regel|regelt|kom|komt|ga|gaat|log|logt|neem|neemt|schrijf|schrijft|download*|print|klik|klikt|gebruik|gebruikt|koop|koopt) # Klik op de knop.
    (reserveer*|open|opent|start|begin|upload|haal|haalt|zet|breng|brengt|bied|biedt|bestel|bestelt|kies|kiest|spreek|spreekt) # Kies een tijd.
    (registreer*|onderteken*|teken|tekent|verstuur*|verzend*|laat|richt|zoek|zoekt|loop|loopt|plan|plant|verschijnt|schaf|plak) # U verschijnt zelf aan de balie.
    (kan|kunt|kun|kunnen|gebeurt|loopt|verloopt|moet|moeten|dient|hoeft) # Aanvragen kan online.
    (om|door) … te [a-z]+en # Wij raden u aan om een afspraak te maken.
    (mag|is … mogelijk|mogelijk|is nodig|nodig|wordt … (aangevraagd|gemaakt|ingediend)) # Een afspraak is nodig.
    (?!krijgt|ontvangt|hoort|weet|woont|heeft|hebt|ziet|leest|vindt|bent|moet|vraagt)*t u|u (?!krijgt|ontvangt|hoort|weet|woont|heeft|hebt|ziet|leest|vindt|bent|vraagt)*t # Dat wisselt u om bij de balie.
    (renew|schedule|contact|email|e-mail|apply|make|call|fill|send|go|log|report|register|visit|come|hand|request|submit|book|use|ask|can|write|phone|bring|do) # Make an appointment.
    *en jullie|jullie *en # Het formulier vullen jullie samen in.
    (dogge|dochst|stjoer*|ôfjouwe|jouwe|tsjinje|tsjinst|meitsje|freegje|jou|skilje|folje|komme|kinne|bringe|nim|giet) # Meitsje in ôfspraak.
""")
"""Words that tell the reader to do something."""

DIGITAL = wordings("""
    digitale (aanvra*|*formulier*|balie|loket|*melding|aangifte|weg|verzoek|bezwaar|inschrijving|dienst*|meningspeiling) # een digitale aanvraag
    (online|on-line|digitaal|elektronisch*|internet|via (de|onze|deze) (web)?site|op (de|onze) (web)?site|ynternet) # Dit kan online.
    (digid|e-?herkenning|eidas|idin|inloggen|ingelogd|log* … in|inlogcode|log (on|in)|logging in) # Log in met DigiD.
    (web|e-?|e|internet|online|digitale?)( |-)?(formulier*|form) # Vul het webformulier in.
    (*-app|app|digitale balie|videobellen|met … (tablet|computer|smartphone)) # Met de app.
""")
"""Words that say that something goes digitally."""
APPLY_HEAD = wordings("""
    (aanvraag|aanvragen|\\w+ aanvragen|aanmelden|aangifte|aangifte doen|doorgeven|melden|melding doen|indienen|regelen|direct regelen|aanpak|werkwijze) # Aanvragen
    (zo|hoe) … (aan|aanvragen|aanvraagt|doorgeven|melden|regelen)|wat moet (ik|u|je) doen|wat u moet doen|hoe werkt het # Zo vraagt u het aan
""")
"""Headings above the ways to apply; a line below them needs no verb to be one."""
BESIDE_TOO = wordings("""
    ook (altijd |nog |eerst )?(een|de) (* )?(*melding|*vergunning|*ontheffing|*aangifte) # U moet ook een graafmelding doen.
    (daarnaast|naast) … (*melding|*vergunning|*ontheffing) # Daarnaast hebt u een omgevingsvergunning nodig.
""")
"""Words for another product that is needed beside this one."""
BESIDE = wordings("""
    (ook|soms|misschien|mogelijk|eventueel|omgevingsvergunning|vergunningcheck|vergunningscheck|checken|check) # Soms hebt u ook een omgevingsvergunning nodig.
""")
"""Words for what some readers need besides the product."""
ONLINE_WORD = wordings("""
    (online|digitaal|internet|website|site) # online bij de RDW
""")
"""Digital without a login of which one cannot see whose it is."""
OWN_PORTAL = wordings("""
    (mijn ?(loket|gemeente|omgeving|dossier|inkomen|belastingen|parkeren|wmo|pagina|zaken)|digitaa?le? ?(loket|balie)|e-?loket) # in Mijn Loket
    (via|in|op|naar|bij) mijn [a-z]{4,} # via Mijn Leerlingenvervoer
    (mijn\\.[a-z]+|loket\\.[a-z]+|mijn(?!overheid|uwv|duo|svb|cak|werk)[a-z]{4,}|mijn [a-z]+dam|ondernemersloket|belastingloket|parkeerportaal|zorgportaal|subsidieportaal|*portaal) # op mijn.stad.nl
""")
SITE = wordings("""
    (op|via|bij|naar) (www\\.)?[a-z0-9.-]+\\.(nl|com|eu|app) # Vraag het aan op gblt.nl.
    www\\.[a-z0-9.-]+\\.(nl|com|eu|app) # Vraag het aan via de website: www.gblt.nl
""")
"""A site named by its address."""
OTHER_PORTAL = wordings("""
    (omgevingsloket|omgevingsloket\\.nl|omgevingsloket online|aimonline\\.nl|olo) # bij het Omgevingsloket
    (werk\\.nl|gblt\\.nl|svhw\\.nl|rdw\\.nl|justis\\.nl|duo\\.nl|bsgr\\.nl|cocensus\\.nl|ind\\.nl|woonnet*|woningnet*|donorregister|berichtenapp|toeslagen\\.nl|politie\\.nl) # Log in op Werk.nl
    (mijn|my) ?(uwv|duo|svb|cak|cjib|toeslagen|rdw|kvk|svhw|gblt|ind|belastingdienst) # via Mijn UWV
    (landelijke|landelijk) (web)?(site|loket|portaal|register|meldpunt) # op de landelijke site
    (site|website) van de (rijksoverheid|rdw|ind|svb) # op de site van de Rijksoverheid
""")
"""Digital desks of other organisations; who names one, names a place to apply."""
OTHERS = wordings("""
    (bij|via|op|van) (de |het |een )?(web)?(site |website )?(van )?(de |het )?(rdw|justis|svhw|svb|sociale verzekeringsbank|duo|cak|het cak|cjib|belastingdienst|uwv|kadaster|ind|svn|rvo|justis|kvk) # via de RDW
    (bij|via) (de |het )?(kansspelautoriteit|huurcommissie|valys|omgevingsdienst*|dcmr|regionale belasting*|belastingsamenwerking*|gblt|cocensus|bsgr|bsob|sabewa*|tribuut|bghu|ggd) # bij de omgevingsdienst
""")
"""Other organisations, as the place of what the sentence says."""
PAPERS_HEAD = wordings("""
    (bewijs*|benodigd*|gegevens|documenten|papieren|meenemen|meesturen|meebrengen|kopie*|(?<!vergunning )(?<!ontheffing )(?<!alleen )nodig(?! (voor|als))|bijlagen|bring|meinimme) # Meesturen
""")
"""Headings above lists of papers; what is asked for there is no way to the product."""

BY_DIGITAL_NAME = wordings("""
    (\\d[.)]? ?)?(online|digitaal|via internet|website|internet)( (aanvragen|regelen|melden|doorgeven|aanvraag|bezwaar maken|indienen|aanmelden))? # 1. Online
""")
"""A heading that names the digital channel."""

NOT_APPLYING = wordings("""
    digitale? (pasfoto|foto|bestand*|kopie*|tekening*|scan*|versie|nieuwsbrief|kaart|aanslag|post|meningspeiling|bon) # een digitale pasfoto
    (toestemming|tastimming|consent|permission)(?!.{0,40} (aan|vragen|aanvragen)\\b) … (digid|digitaal|online) # toestemming met DigiD
    (digid|e-?herkenning) … (toestemming|aan te vragen|activeren|stopt|vervallen|niet meer|voorbij|werkt niet|aanvra(ag|gen) (u )?(op|bij|via)|niveau 1|geaccepteerd|kosten) # eHerkenning niveau 1 stopt
    (geen|zonder|nog geen) (een )?(digid|e-?herkenning|internet|computer) # Geen DigiD?
    (vraag|regel|regelt|haal|schaf|koop|koopt) … (digid|e-?herkenning|niveau \\d) (aan|op|eerst|bij)* # Vraag eerst DigiD aan.
    niveau … (vervallen|voorbij|gestopt|stopt|bestaat|werkt|bruikbaar|niet meer|geaccepteerd) # niveau 1 bestaat niet meer
    (mail|mailt|e-mail) … digitaal|digitaal … (mail|e-mail)(?!adres) # digitaal, per mail
    (online|digitaal|digitale) (betalen|betaling|veilig|informatie|winkel*|cursus|training|plattegrond|kaart|handleiding|formulieren? downloaden|te downloaden) # online betalen
    (kan|kunt|gaat|lukt|mag|is)( \\w+){0,3} (niet|nog niet)( \\w+){0,3} (online|digitaal) # Dit kan niet online.
    (downloaden|gedownload|download) … (digitaal|openen)|digitaal invullen # digitaal invullen
    (afspraak|afspraken) … (verzett*|wijzig*|annuler*|afzeg*) # een afspraak online verzetten
    (meld|melden) … (verlies|vermissing|diefstal|fermissing|kwijt|gestolen) # meld het verlies online
    (op|via) (de|onze|hun|haar|zijn|een)? ?(eigen )?(web)?sites? (van (digid|e-?herkenning)|staat|leest|vindt|ziet|kunt u lezen|is te lezen|hebben|bieden|heeft) # op de website van eHerkenning
    (de|het|uw) (gratis )?app (voor|*dam|van) # de app van de stad
    (staat|staan|vindt|leest|lees|bekijk|te vinden|te lezen) … (online|internet|digitaal) # De nota staat online.
    (evenmin|geen) … digitaal|digitaal (evenmin|niet|beschikbaar|bewaard|opgeslagen) # digitaal evenmin
    digitaal (is|en) # digitaal is veilig
    (internet|website|e-?loket|online) … (besteld|informatie|tarieven|voorwaarden) # op internet staan de tarieven
""")
"""Digital words that are not about applying."""
OTHER_MATTER = wordings("""
    (rechtbank|rechtspraak|kantonrechter|griffie|werkzoekende|waterschap*|waterschapsbelasting*|notaris|kredietbank|politie|politie\\.nl|cbr) # Dit verzoek doet u online bij de rechtbank.
    (vergunningcheck|vergunningscheck)(?!.{0,80}( aan\\b|aanvra)) # De vergunningcheck laat dat zien.
    (veel|de meeste|andere|sommige|een aantal) (zaken|producten|diensten|dingen) # Veel zaken zijn online te regelen.
""")
"""What is no business of the municipality, or of no product in particular."""
MIJN_OVERHEID = wordings("""
    (mijnoverheid*|mijn ?overheid|berichtenbox) # Log in op MijnOverheid.
""")
"""The citizen's own page at the central government: for looking at data and reading post."""
OPENING = wordings("""
    (is|zijn|blijft|blijven|gaat|gaan) … (geopend|gesloten|dicht|open) # Het gemeentehuis is geopend van 9 tot 17 uur.
    (geopend|gesloten) (is|zijn|van|op|tot) # gesloten op vrijdag
    (openingstijden|opening hours) # De openingstijden van het stadskantoor
""")
"""When a counter is open; that tells nobody to come for the product."""
LOOKS_ITSELF = wordings("""
    (bekijk*|volg*|wijzig*|opzeg*|zeg* … op|status|verander*|inzien|ophalen|afhalen|halen|afspreken|een moment|verzetten|annuleren|betalen) # Uw aanvraag volgen?
""")
"""What people also do around a product, as the thing that "dat" points at."""
LOOKS = wordings("""
    (bekijk*|volg|volgt|wijzig*|zeg* … op|status|verander*|beheer*|controleer*) … (online|digid|digitaal) # Bekijk het online.
    (zoek|zoekt|opzoeken|vindt|terugvinden|vraagt … op) … (online|digid|digitaal) # Uw nummer zoekt u op met DigiD.
    (online|digid|digitaal) … (bekijk*|volgen|wijzig*|opzeggen|status|inzien|te zien|inzage|uw gegevens) # Met DigiD kunt u de status volgen.
""")
"""A digital way to look, change or end; no way to the product unless looking is the product."""
IN_PASSING = wordings("""
    (zorg dat|nodig|klaarleggen|bij de hand|houd|leg|in bezit|beschikt|hoort|gereed) # Zorg dat u eHerkenning heeft.
    (alleen|enkel|uitsluitend|only) … (werkgevers|bedrijven|ondernemers|verleng*|vernieuw*|organisaties|studenten|vereniging*|instelling*) … (online|digitaal|digid|e-?herkenning|terecht) # Alleen verlengen kan online.
    (alleen|enkel) (het )?(verleng*|vernieuw*) # Alleen verlengen gaat online.
    (werkgevers|ondernemers|bedrijven|organisaties): … (online|digitaal|digid|e-?herkenning) # Ondernemers: u regelt het online.
    (na|meteen na|direct na|bij|tijdens) (een|de|uw|het) (online|digitale) (aanvra*|melding|inschrijving|indienen) # Na uw online aanvraag
    (de|een|uw) (online|digitale) (aanvraag|melding|bezwaar) (wordt|is|krijgt|moet) # De online aanvraag wordt bevestigd.
    (vereniging|stichting|bedrijf|organisatie|burgers?) … (vraagt|aanvrager|verantwoordelijk) # Een stichting vraagt aan met eHerkenning.
""")
"""A digital way that is named only in passing, or as something to have ready."""

APPOINTMENT = wordings("""
    (*afspraak|afspraken(?! over)|inloopspreekuur|spreek* … af|iets af|(spreek|spreekt) iets … af) # Maak een afspraak.
    (appointment|appointments|schedule (a|your) (visit|time)|time slot|planning|plan … (date|time)|ôfspraak|ôfspraken) # Make an appointment.
""")
MAKES_IT = wordings("""
    (maak|maakt|plan|plant|regel|regelt|verzet) (u |je )?(deze|die|hem|dat) # Kan uw afspraak niet wachten, maak deze dan telefonisch.
""")
"""Words that make the appointment which the condition before them names."""
ONLINE_APPOINTMENT = wordings("""
    (online|digitaal|via (de|onze) (web)?site|website|internet|digid) … (afspra*|inplannen) # Maak online een afspraak.
    afspra* … (online|digitaal|via (de|onze) (web)?site|internet|website|site) # Een afspraak maakt u online.
    appointment … (online|website) # Book an appointment online.
    online … appointment # You can book online an appointment.
    ôfspraak … (online|webside|digitaal) # in ôfspraak online
""")

BUTTON = wordings("""
    (knop|knoppen|button|buttons|klik|klikt|klikken|onderstaande link|deze link|de link|link hieronder|linkje|links) # Gebruik de knop.
    (hier|hieronder|onderaan|via deze pagina|op deze pagina)(?=\\W?$) # Doorgeven doet u hier:
    (click|below) # Click the button.
""")
FORM = wordings("""
    (*formulier|*formulieren|*formulier(pdf)?) # het aanvraagformulier
    (form|forms|formulier|formulieren) # fill in the form
""")
SUBMITS = wordings("""
    (stuur*|stuurt|sturen|opsturen|opgestuurd|opstuurt|insturen|meesturen|verstuur*|verzend*|toesturen|terugsturen|zend|zendt) # Stuur het op.
    (lever*|inleveren|afgeven|afleveren|geef* … af|geeft … af|dien* … in|indienen|bied* … aan|breng*|meeneemt|neem … mee) # Lever het in.
    (mail*|mailt|mailen|post|faxen|upload*|vul|vult|vullen|invullen|ingevuld|ingevulde|teken*|onderteken*|bezorg*) # Vul het in.
    (fill|send|hand|submit|mail|return|upload|sign|folje|stjoer|stjoere) # Fill it in.
""")
SUBMITS_IT = wordings("""
    (voeg|voegt|meesturen|stuurt u … mee) … (toe|bij|mee)? # Voeg een bewijs toe.
    (vul|vult|invullen|ingevuld|print|printen|onderteken|teken|opsturen|stuur|stuurt|verstuur|inleveren|lever|levert|mail|dien|fill|send|sign|folje) … (het|dit|dat|op|in|deze|alles|it|dan|hem|naar)? # Vul het in.
""")
"""What is done with a form that the sentence before named."""
LETTER = wordings("""
    (brief|briefje|schriftelijk|schrijf|schrijft|bezwaarschrift|(brief|bezwaar|formulier|aanvraag|formulieren|kopieën|melding) … (gaat|gaan) … naar|naar dit adres|sturen naar|stuur* … (naar|terug|op)|per post|met de post) # Schrijf een brief aan:
    (write|letter|by post|in writing|mei de post|oer de post|brief) # Write a letter to
""")

IN_WRITING = wordings("""
    (schriftelijk*|in writing) # U vraagt het schriftelijk aan.
""")
"""Only that it goes on paper; no letter, form or address."""
WRITE_WHAT = wordings("""
    (zet|vermeld*|noem|noemt|schrijf|schrijft|geef|geeft|beschrijf*|onderteken*|leg|richt|stuur|stuurt|voeg|voegt|uw (brief|verzoek|aanvraag)|adres*) # Zet erin waarom.
""")
"""What goes into the letter, in the sentence after it."""
LETTER_ITSELF = wordings("""
    (brief|briefje|schrijf|schrijft|bezwaarschrift|stuur|stuurt|sturen|letter|write|send) # Schrijf een brief.
""")
"""A letter that the reader writes, more than "schriftelijk"."""
READ_ELSEWHERE = wordings("""
    (hoe (u|je|dat|dit|een|de|aanvragen|melden|het (moet|werkt|gaat))|welke stappen|wat … moet|wat u doet) … (leest|lees|staat|vindt|ziet|vertelt|hoort|uitgelegd) # Hoe u aanvraagt, leest u via de knop.
    (leest|lees|ziet|vindt) … (hoe (u|je|dat|dit|een|de|het (moet|werkt|gaat))|welke stappen|wat u (moet|doet)) # U leest via de knop hoe u aanvraagt.
    (pagina|website|site) … (vertelt|legt uit|staat) … hoe # De pagina vertelt hoe u die aanvraagt.
    (leest|lees|vindt|staat|ziet) u hier # Wat u merkt, leest u hier.
    (daarop|daarin|op het formulier) … (leest|staat) … (hoe|wat u) # Daarop leest u hoe u aanvraagt.
""")
LATER = wordings("""
    (als|zodra|nadat|wanneer) (uw|de|je|we|wij) (aanvraag|melding|verzoek|bezwaar) … (is|binnen|compleet|ontvangen|behandeld|goedgekeurd|hebt|heeft) # Als uw aanvraag er is, gaat u naar een arts.
    (na|bij) (afloop|toekenning|goedkeuring|een positief besluit|uw aanvraag|de aanvraag|het besluit) # Na afloop stuurt u een verslag.
    is … (geweest|voorbij|afgelopen|verleend|toegekend) # Is de collecte geweest
    (verleende|toegekende|gekregen|eenmaal) … (vergunning|subsidie|uitkering) # de verleende vergunning
    (verandert|wijzigt|veranderen|wijzigingen) … (iets|er|uw) # Verandert er later iets
""")
"""What comes after the application is no first action."""
NEEDED = wordings("""
    (nodig|zorg dat|bij de hand|voorwaarde*|hoort|vereist|verplicht|beschikken|meenemen|neem … mee|meebrengen) # Zorg dat u eHerkenning heeft.
""")

COLLECT = wordings("""
    (ophalen|afhalen|haal|haalt|op te halen|af te halen|opgehaald|afgehaald|uitgereikt|collect|pick up|ophelje|heljen) # U haalt het op.
""")
QUESTIONS = wordings("""
    (hebt|heb|heeft|hebben|met|voor|bij|andere|nog|al|stel|andere|algemene|met al) … (vraag|vragen)(?! (u|je|wij|we)) # Hebt u vragen?
    (vraag|vragen) (over|rond|of opmerkingen|bij|voor|naar)(?!( * *)? aan) # vragen over uw aanvraag
    (vraag|vragen)(?=\\W?$) # Vragen?
    (stel|stelt|stellen) … vra(ag|gen) # Stel uw vraag per mail.
    (meer (informatie|weten|uitleg|hulp)|informatie|inlichtingen|twijfel*|hulp nodig|hulp bij|er niet uit|loopt u vast|helpt u verder|advies|weten of) # Meer informatie?
    (lukt|gaat|werkt) … (niet|mis) # Lukt het niet?
    (niet|geen|nog niets?) (gevonden|kunnen vinden|duidelijk|zeker|antwoord) # Niet gevonden?
    (questions?|more information|need help|fragen|helpdesk|teruggebeld worden) # Any questions?
""")
QUESTIONS_SURE = wordings("""
    (voor|bij|met|hebt u|heeft u|heb je) (al uw |andere |nog |algemene |een )?(vraag|vragen) # Voor vragen over uw aanvraag belt u.
    (meer informatie|meer weten|meer over weten|meer … weten|inlichtingen|for questions|any questions) # Meer weten?
""")
"""Words that make a sentence one about questions, also where it names applying."""
QUESTIONS_HEAD = wordings("""
    (contact|vragen|veelgestelde vragen|meer informatie|hulp|hulp nodig*|meer weten|informatie|klantcontact*|openingstijden|bellen|storing*) # Contact
    (questions|contact us|more information|help) # More information
""")
"""Headings above where to ask; a way below them is for questions unless it says to apply."""
SIDE = wordings("""
    (*bezwaar|*bezwaarschrift|*beroep|klacht|klachten|ombudsman|zienswijze|oneens|niet eens) # bezwaar maken
    (opzeg*|zeg* … op|stopzett*|*annuler*|afzegg*|wijzig*|verzett*|aanpass*|verander*|beëindig*|intrek*|stopt|opheff*|opgeheven) # opzeggen
    (bekijk*|inzien|inzage|status|volgen|volgt u|te zien|ziet u) # Bekijk de status.
    (kwijt|gestolen|diefstal|verlies|verloren|vermissing|fermissing|stellen|calamiteit*|gevaar|noodgeval*|112) # Bent u het kwijt?
    (toestemming|machtig*|machtiging|gemachtigd*|tastimming|contactverzoek|bewaarplicht) # toestemming geven
    niet (opgehaald|geleegd|meegenomen) # Niet opgehaald afval melden
    (vermindering|teruggaaf|taxatieverslag|kwijtschelding) # een taxatieverslag
    (betaal|betaalt|betalen|betaling|incasso|teruggave|restitutie|terugvragen) # online betalen
    (object|cancel|change|complaint) # cancel
""")
"""What people also do around a product; unless the product is just that."""
SIDE_HEAD = wordings("""
    (*bezwaar|*beroep|oneens|niet eens|klacht*|opzegg*|*wijzig*|inzien|stopzett*|intrekken|calamiteit*|spoed*|gevaar|kwijt*|gestolen|vermissing|storing*|diefstal) # Bezwaar maken
    (direct gevaar|noodgeval*|betal*|ander* (vergunning*|regeling*)|hulp|changing|renewing|lost|stolen|objection) # Hulp nodig bij het invullen?
    (geen … maar|niet melden|toestemming*|tastimming*|kwyt|stellen|fermissing) # Toestemming met DigiD
""")

REFUSED = wordings("""
    niet( \\w+){0,4} (online|digitaal|via internet|per e-?mail)(?! (is|kan) … (de|het)) # Dit kan niet online.
    (online|digitaal) … (is|kan|kunt|gaat|lukt|mogelijk)? ?(niet|nog niet)(?! (nodig|verplicht|lukt|mogelijk is))(?! (kan|kunt)) # Online kan dat niet.
    (alleen|uitsluitend|enkel) (schriftelijk|per post|persoonlijk|aan de balie|op afspraak|in persoon|op papier|met de post) # alleen schriftelijk
    (geen) (digitale?|online) # geen digitale aanvraag
    not … online # You can not do this online.
""")
CLOSED = wordings("""
    (regeling|subsidie|aanvraagronde|ronde|loket|inschrijving|aanmelding) (is|was|zijn) (al |nu |inmiddels |tijdelijk |voorlopig )?(gesloten|dicht|gestopt|beëindigd|vervallen|afgelopen|voorbij) # Deze regeling is gesloten.
    (is|zijn) de (regeling|inschrijving|aanmelding) (dicht|gesloten|voorbij) # Op dit moment is de regeling dicht.
    (kunt|kan|kunnen) … (geen|niet) … (meer|langer) … aanvragen # U kunt geen subsidie meer aanvragen.
    (aanvragen|aanvraag doen|aanvraag|aanmelden|inschrijven) … (is|kan) … (niet (meer|langer)) # Aanvragen is niet meer mogelijk.
    (budget|geld|subsidiegeld|subsidieplafond|plafond|subsidie)( \\w+){0,3} (is|zijn) (helemaal |al |nu |inmiddels )?(op|bereikt)(?! (uw|je|de|het|een|basis)) # Het geld voor 2022 is op.
    aanvragen (kan|is) (op (dit|het) moment|nu|tijdelijk|voorlopig) niet # Aanvragen kan op het moment niet.
    (no longer|not) (be )?(possible to )?(apply|be applied) # You can no longer apply.
""")
"""The product cannot be had at the moment."""

PAPER = wordings("""
    (print*|afdrukken|uitprinten|download*|pdf|opsturen|stuur* … (op|naar|terug)|post|postbus|handtekening*|onderteken*|teken|tekent|tekenen|papier|*balie|stempel*|brief|fax|mail*|e-mail*|scan|envelop|schriftelijk|afspraak|staff|medewerker|om een … vragen|krijgt u|ophalen) # print het formulier
""")
"""Words that show that a form is of paper."""
SEQUEL = wordings("""
    (daarna|vervolgens|hierna|na het gesprek) (kunt|kun|vult|vul|krijgt|krijg|ontvangt) # Daarna kunt u een formulier invullen.
""")
"""A form that comes after another first step."""
AT_HAND = wordings("""
    (hieronder|hierboven|onderstaand|onderstaande|bovenstaand|bovenstaande|onderaan|op deze pagina|bij 'direct regelen'|bij direct regelen) # het formulier hieronder
""")
"""Where a form lies that the page offers itself."""
SEES = wordings("""
    (zien|ziet|bekijk*|volg|volgt|volgen|inzien|raadpleg*|raadpleeg*|overzicht) # Klanten zien daar hoe hun zaak ervoor staat.
""")
"""Words for looking at one's own data behind a login."""
OWN_LOGIN = wordings("""
    (digid|e-?herkenning)( \\w+){0,4} (aan|aanvragen) # Een DigiD vraagt u aan bij DigiD.
    (vraag|vraagt) … (digid|e-?herkenning) … aan # Vraag DigiD aan.
""")
"""Asking for the login itself."""
NOT_DONE = wordings("""
    niet (opgehaald|geleegd|meegenomen) # Niet opgehaald afval melden
""")
"""What went wrong with a service; telling that is not asking for it."""
LOGS_IN = wordings("""
    (log|logt) … in|inloggen # Log in met DigiD.
""")
FORM_USE = wordings("""
    (vul|vult|vullen|invullen|gebruik*|op het|via (het|een|dit|ons)|met (het|een|dit|ons|onderstaand|dit)|onderstaand|with the|start|open|opent|kies|fill|use) # Vul het formulier in.
""")
"""Words that put a form in the reader's hands."""
BARE = wordings("""
    (*aanvra*|*vergunning*|*ontheffing*|meld*|*melding*|doorgeven|aanmeld*|inschrijv*|regelen|indienen|aangifte*|*formulier*|start*|invullen|verzoek*|bestellen|reserveren|aanvraag*|opvragen|vragen beantwoorden|doen) # Melding doen
    (regel|begin|beginnen|verder|ga door|naar het|lees verder|hier|direct|nu|invullen) # Regel het nu
    (apply|request|oanfreegje|report|register|continue) # Apply
""")
GENERIC = wordings("""
    (online|direct|digitaal|elektronisch|nu|zelf|aanvra*|*vergunning|ontheffing|melding|melden|maken|doen|doorgeven|met|via|digid|e-?herkenning|als|voor|of|en|de|het|een|uw|naar|door|logo|regelen|zonder|inloggen|bij) # Online aanvragen
    (particulier*|bedrijf|bedrijven|ondernemer*|burger*|inwoner*|organisatie*|formulier|aanmelden|inschrijven|start|starten|verder|hier|link|opent|externe|pagina|apply|log|on|in|nieuwe?|subsidie|product) # Vergunning aanvragen als bedrijf
""")
"""Words on a button that say nothing of which product it is for."""
INFORMS = wordings("""
    (kosten|leges|tarie*|*voorwaarden|informatie|uitleg|lees|regels|*verordening|checklist|handleiding|infoblad|brochure|over|vragen|wat|hoe|waar|stroomschema|overzicht) # Leges: kosten van een aanvraag
    (meer|more|terug|proclaimer|bezwaar advocaten|subsidieregeling*|beleidsregel*|nota|kaart|lijst|schema) # Meer informatie
""")
"""Words on a link that inform and do not apply."""
ENDS_APPLYING = wordings("""
    (aanvragen|indienen|doorgeven|aanmelden|inschrijven)( (met|via) (digid|e-?herkenning)| als \\w+)?(?=\\W?$) # Tegemoetkoming in de kosten aanvragen
""")
"""A link that ends with the deed itself, whatever else it names."""
STEPS = wordings("""
    (vraag*|meld|meldt|doe|doet|geef|geeft|log|logt|dien|dient|regel|regelt|inloggen|aanvragen|melden|doorgeven) (u |je )?(het|de|een|dit|dat|die|deze|dan|daarna|hem|uw|gaat|kan|kunt|is|doet|met|via|online|in|alleen|eerst) … # U vraagt het online aan.
    (klik|gebruik|kies|upload) … # Klik op de knop.
""")
"""Words that say what to do, whatever must be ready for it."""
CONSENT = wordings("""
    (toestemming*|tastimming*|machtig*|contactverzoek*|terugbel*|vraag stellen|opzoeken|*zoeken|bezwaar*|klacht*|overzicht*|opzegg*|nieuwsbrief) # Toestemming geven met DigiD
""")
"""Words on a form that is not the product's."""
FOR_SOME = wordings("""
    (verleng*|vernieuw*|renew*) # Online verlengen
    (voor|als) (werkgevers?|ondernemers?|bedrijven|bedrijf|organisaties?|zakelijk*|verenigingen|studenten|professionals) # Online voor ondernemers
""")
"""Words on a button that is for one group or one case."""
GETS = wordings("""
    (krijg|krijgt|ontvang|ontvangt|ligt|liggen|klaar|verkrijgbaar|te krijgen|receive|get) # U krijgt het aan het loket.
""")
"""Words for getting the product at a counter."""
OWN_CHANGE = wordings("""
    (opzeg*|zeg* … op|stopzett*|stopt|annuler*|afzegg*|*wijzig*|verzett*|aanpass*|verander*|beëindig*|intrek*|opheff*|opgeheven|cancel|change) # opzeggen
""")
"""Side words that are the product where it is a change."""
OWN_LOOK = wordings("""
    (bekijk*|inzien|inzage|status|volgen|volgt u|te zien|ziet u) # Bekijk uw gegevens.
""")
"""Side words that are the product where it is a look at data."""
OWN_APPEAL = wordings("""
    (*bezwaar|*bezwaarschrift|*beroep|klacht*|ombudsman|zienswijze|oneens|niet eens|object*|complaint) # bezwaar maken
""")
"""Side words that are the product where it is an objection or complaint."""
