"""Knows the words that say what an amount of money is about, in Dutch, Frisian and English; each line is one wording."""

from __future__ import annotations

from checks.readers.wording import wordings

COST_HEAD = wordings("""
    (*kosten|kost|*tarief|*tarieven|*prijs|*prijzen|*leges|prijslijst) # Kosten en levertijd
    (betalen|betaling|wat betaalt u|bedrag|bedragen|te betalen|eigen bijdrage|(?!ontheffing)*heffing|retributie|geld) # Wat moet ik betalen?
    (costs?|fees?|prices?|rates?|charges?|amount) # Fees
    (kostet|priis|prizen|tariven|betelje|bedrach) # Wat kostet it?
""")
"""Headings, labels and leads under which prices stand."""

COST_CUE = wordings("""
    (kost|kosten|kostte|betaalt|betaal|betalen|bedraagt|bedragen|verschuldigd|afgerekend|rekent … af) # Dit kost € 10.
    (*tarief|*tarieven|*prijs|*prijzen|*leges|*legeskosten|*rechten|(?!ontheffing)*heffing|*belasting|*kosten|*gelden|retributie) # het tarief
    (eigen bijdrage|(inschrijf|lid|jaar|leen|sta|markt|lig|school)geld|lidmaatschap|abonnement|contributie) # het lidmaatschap
    (in rekening|rekenen (wij|we)|(wij|we|de gemeente) (rekenen|rekent|vragen|vraagt)|brengen … in rekening|voor rekening) # Wij rekenen € 5.
    (borg|huur|afgeschreven|griffierecht|vergoeding voor|per (keer|stuk|dagdeel|maand|jaar|kwartaal|exemplaar|persoon)) # € 5 per keer
    (costs?|pay|fees?|price|charged?|each) # It costs € 5.
    (kostet|betellet|betelje|betelle) # It kostet € 5.
""")
"""Words in a sentence that say that its amount must be paid."""

PAYS = wordings("""
    (betaalt|betaal|betaalje|kost|kostte) # U betaalt € 10.
    (kosten|prijs|tarief|leges|bijdrage) … (zijn|is|bedragen|bedraagt|wordt) # De kosten zijn € 10.
    (*leges|*legeskosten|eigen bijdrage|bijdrage in de kosten|*tarief|*tarieven|in rekening|verschuldigd|*griffierecht) # € 10 leges
    huur van (de|een|het|uw) (plek|plaats|standplaats|zaal|ruimte|ligplaats|graf) # De huur van de plek is € 20.
    (bent|is|ben) (u|je|men) … kwijt # Daarvoor bent u € 51 kwijt.
    (pay|costs?|fee|charge|charged|kostet|betellet|betelje) # You pay € 10.
""")
"""Words by which the citizen pays."""

PAYS_BACK = wordings("""
    (terug|terugbetaalt|terugbetalen|aflossen|aflost|aflossing|rente|leent) # U leent € 1.000 en betaalt in 36 maanden terug.
""")
"""Words by which a loan goes back, which is no price."""

FINE = wordings("""
    (*boete|*boetes|beboet|dwangsom*|sanctie*|naheffing*|strafbaar|bekeuring*|bestuurlijke|wielklem|maatregel|fine|fines|fined|penalty) # De boete is € 100.
""")
LIMIT = wordings("""
    (*inkomen|*inkomens|*inkomsten|*vermogen|spaargeld|*saldo|*tegoeden|bezit|bezittingen|verdien*|*loon|salaris|*norm|*normen|omzet|winst) # een inkomen onder € 1.500
    (waarde|waard|*grens|*grenzen|grensbedrag*|drempel*|minder dan|meer dan|lager dan|hoger dan|niet meer|boven de|onder de|maximaal toegestaan) # minder dan € 5.000
    (*huur|huurprijs|koopprijs|koopsom) … (boven|onder|tot|vanaf|hoger|lager|meer|minder|maximaal|hoogstens|niet) # een huur tot € 700
    (boven|onder|tot|vanaf|hoger|lager|meer|minder|maximaal|hoogstens|uw|kale) … (huur|huurprijs|koopprijs|koopsom) # een maximale huur: maximaal deze huur
    (hypotheek|schuld*|woz*|prijzenpot|prijzen en premies|inleg|*bouwsom|aanneemsom) # een inleg van € 700
    (investering*|begroting|minimumloon|rekenhuur|huurgrens|maximale huur*|in kas|verzeker*|schade van|plannen (van|tot)|opdracht* (van|boven)|boven|vanaf … (accountant*|verantwoord*)) # een plan boven € 10.000
    (leeft|leven|rondkomen|rond te komen) … van # U leeft dan van € 60.
    (income|assets|earn*|savings|worth) # an income of € 1.500
    (ynkommen|fermogen) # in ynkommen ûnder € 1.500
""")
RECEIVES = wordings("""
    (krijg|krijgt|krijgen|ontvang|ontvangt|ontvangen|receive|get|recht op|in aanmerking|geven (wij|we)|(wij|we|de gemeente) (geven|geeft|betalen|betaalt|vergoed*)) # U krijgt € 120.
    (vergoed|vergoedt|vergoeden|*vergoeding(?! voor)|tegemoetkoming|uitbetaald|*uitkering|*subsidie|*subsidies|subsidieplafond) # een vergoeding van € 120
    (*toeslag(?! (bij|voor) (spoed|een spoed))|*budget|*tegoed|voucher|waardebon|korting|bijdrage van (maximaal|de gemeente)|maximale bijdrage|*krediet) # een toeslag van € 120
    (lenen|leent|leen|*lening|leenbedrag|hoogte van (de|het)|schenk*|gift|terugkrijg*|krijgt … terug|*premie|cadeaubon|beloning|prijzengeld|statiegeld) # u krijgt € 10 terug
    (is er|beschikbaar|per gebied|per school|per eigenaar) … (hoogstens|maximaal|elk*) # Per school is het hoogstens € 80.000.
""")
SURCHARGE = wordings("""
    (*spoed|(?!spoedig)spoed*|urgent*|haast*) # met spoed € 50
    (extra (kosten|betalen|bedrag|leges)|extra|ekstra|meerprijs|meerkosten|toeslag|toesliten) # € 50 extra
    (*bezorg*|thuisbezorgd|*verzendkosten|verzending|portokosten|postzegel|administratiekosten|aangetekend) # bezorgen kost € 15
    (vermissing|bij verlies|kwijt (bent|is|raakt)|verloren|gestolen|diefstal|bovenop|daarbovenop|opslag|duurder|surcharge|additional|verhoogd met) # bij vermissing € 30
""")
OTHER_FREE = wordings("""
    (*afspraak|*afspraken|appointment*) # Een afspraak maken is gratis.
    (*parkeren|*parkeert|*parkeer*|p r|reizen|reist|meereizen|openbaar vervoer|bus|tram|metro|*terreinen) # P+R terreinen zijn gratis.
    (opsturen|terugsturen|versturen|postzegel|antwoordnummer|*bezorg*|*telefoon*|bel|bellen|belt|nummer|toegang|wifi|oproep) # gratis te bellen
    (entree|ingang|bezoekers|publiek|advies|adviesgesprek|hulp|ondersteuning|rechtsbijstand|*cliëntondersteun*|spreekuur|workshop|cursus|proefles|informatie*) # gratis advies
    (*pasfoto*|zwem*|sport*|museum|app|apps|download*|folder|brochure|zakken|opladen|gereedschap|containers?|kopie|krant|ophalen van) # gratis zakken
    (0800*|\\d{4} ?\\d{4}|\\d{3,4}[- ]\\d{4,}) # 0800-1925 (gratis)
""")
FREE_USE = wordings("""
    (parkeert|parkeren|staat|staan|reist|reizen|zwemmen|zwemt|sport|rijden|rijdt|meedoen|mag|laden) … (gratis|kosteloos|free|fergees) # Met deze vergunning parkeert u gratis.
    (krijg|krijgt|haal|haalt|halen|krijgen) (u|je|wij|we)? ?(ze|deze|die|zakken|rollen) … (gratis|kosteloos) # Bij de afhaalpunten krijgt u ze gratis.
    (gratis|kosteloos) (parkeren|reizen|zwemmen|toegang|naar binnen|meedoen|met het|met de|sporten|opladen|afhalen|op te halen) # gratis reizen met de bus
""")
"""What one may do for free with the product."""
FREE_FOR_SOME = wordings("""
    (laag inkomen|minima|met (een )?(bijstand*|uitkering|(*dam|stads|u-|ooievaars|meedoen|minima)pas)|kinderen|jonger dan|studenten|mantelzorgers|65|67|aow|on a low income) … # Met een laag inkomen betaalt u niets.
    (heeft|hebt|bent|krijgt|woont|verdient) (u|je) … dan # Hebt u een laag inkomen, dan betaalt u niets.
    (gratis|kosteloos|niets|niks|geen (kosten|leges|eigen bijdrage)|free) (als|wanneer|indien|mits|tenzij|zolang|if|when|unless)(?=\\W|$)(?! u (het )?(online|digitaal)) # U betaalt niets als:
    (soms|in sommige gevallen|tenzij|behalve) … # Soms betaalt u niets.
""")
"""Free for one group, under a condition."""
OTHER_WORK = wordings("""
    (verbouwing|bouwkosten|aannemer|architect|advocaat|notaris|arts|tolk|vertaler|taxateur|accountant|bodemonderzoek|keuring|aanleg|aanleggen|inrichting|rijles*|leverancier|drukwerk|tanken|benzine|al gauw|al snel|andere (bedrijven|organisaties|aanbieders|websites)) # Een verbouwing kost al snel € 12.500.
""")
"""Work of others that a product's page warns of."""
FREE_IT = wordings("""
    (het|dit|dat|deze|die|hier*|daar*|er|alles|voor u|u|je|it|this) (is|zijn|kost|bent|hoeft|betaalt|worden|zitten)|(is|zijn|kost|worden|zitten|betaalt) (het|dit|dat|er|hier*|daar*|u|je) # Dit is gratis.
""")
"""A pronoun that points at the product."""
FREE_APPEAL = wordings("""
    (bezwaar|bezwaarschrift|in beroep|beroep) (maken|gaan|aantekenen|indienen)? ?(is|kost)? # Bezwaar maken is gratis.
""")
FREE_HERE = wordings("""
    (opmaken|aanvra*|aanvragen|vraagt … aan|aangifte|melden|melding|doorgeven|inschrijv*|aanmeld*|registr*|verklaring|bezwaar|klacht|(de|het|een|uw|deze) (ontheffing|vergunning|product|kaart|pas)|het is|dit is|dat is|alles) # De aanvraag is gratis.
""")

LEGES = wordings("""
    (*leges|*legeskosten|*legesverordening) # De leges hangen af van de bouwkosten.
""")
MENTIONS = wordings("""
    (*leges|*legeskosten|*legesverordening|*tarieventabel|tarief|tarieven|*tarieven|tarieflijst|prijslijst|*tarievenlijst|tariefoverzicht) # U betaalt leges.
    (pinnen|pin|pinpas|pinbetaling|ideal|contant geld|creditcard|betaalpas|internetbankieren|geld of (een )?(bank|pin)pas) # Neem een pinpas mee.
    (acceptgiro|automatische incasso|incasso|direct debit|de rekening (komt|erbij|volgt|krijgt)|(krijgt|ontvangt|krijg|sturen) … (rekening|factuur|nota|acceptgiro)) # U krijgt een factuur.
    \\d+ ?(%|procent) (meer|extra|toeslag|duurder) # Per post betaalt u 10% meer.
    (niet gratis|wat u moet betalen|(berekent|bepaalt|int) … bijdrage|deel van de kosten) # Het CAK berekent uw bijdrage.
    (kosten … verhalen|verhalen … kosten|betaalt … *(belasting|heffing|rechten)) # U betaalt precariobelasting.
    (eigen bijdrage|bijdrage in de kosten|griffierecht|in rekening|verschuldigd|(wij|we) rekenen) # een eigen bijdrage
    (bet(aal|al)*|afrekenen|afgerekend|rekent … af) … (aanvra*|balie|vooraf|meteen|gelijk|direct|online|ideal|pin|contant|rekening|factuur|in (een|één) keer|bij het (ophalen|aanvragen|indienen)) # U betaalt meteen bij de aanvraag.
    (aanvra*|balie|vooraf|bij het (ophalen|aanvragen|indienen)) … (bet(aal|al)*|afgerekend|rekent … af|afrekenen) # Aan de balie betaalt u.
    (kosten|prijs|bedrag|*geld|bijdrage|leges) … (verbonden|hangt|hangen|afhankelijk|staat|staan|vindt|leest|bekijk|verschil*|bepaal*|hoort u|kunt u (vinden|bekijken)) # De kosten hangen af van het plan.
    (kosten|leges|prijs|tarieven) … (toegelicht|besproken|vermeld|uitgelegd|berekend|vastgesteld|doorgerekend) # Tijdens het gesprek worden de kosten toegelicht: kosten worden toegelicht
    (vindt|leest|bekijk|lees|vind|zie|hoeveel|hoogte van|weten) … (kosten|prijs|prijzen|bedragen|wat … kost|kwijt bent|u betaalt) # Lees wat het kost.
    (kosten verbonden|extra kosten|zijn er kosten|er zijn kosten|er zitten kosten|kosten aan|kosten voor (de|het|een|uw) (aanvra*|vergunning|product|behandeling)|wat zijn de kosten|hangt een prijs|wat … kost(?=,)) # Er zijn kosten aan verbonden.
    (pay|payable|payment) … (desk|counter|application|advance|direct debit|card|cash|apply) # You pay at the desk.
    (fees?|costs?) … (apply|depend|found|charged|are listed|involved) # Fees apply.
    (betelje|betellet) # Jo betelje by de oanfraach.
    (debit card|cash|pinne|jild of in pinpas) # Bring a debit card.
""")
"""Words by which a page says that money is asked for the product, without saying how much."""
MAY_MENTION = wordings("""
    (betaalt|betaal|betalen|betaling|betaald|kost|kosten|prijs|prijzen|pay|payment|costs?|fees?) # Dan betaalt u.
""")
"""Words about money that count only where the product, or a heading about costs, stands beside them."""

NO_MENTION = wordings("""
    betaald[ -]?parke* # een gebied met betaald parkeren
    (parkeren|parkeer*) … (betaald|betalen|betaalt|geld|kost*)|(betaald|betalen|betaalt|kost) … parke* # waar parkeren geld kost
    (uitbetaal*|terugbetal*|terug te betalen|bet(aal|al)* … terug|terug … bet(aal|al)*|betaalde? (werk|baan|arbeid)|tegen betaling|betaalbaar*) # u betaalt de gemeente in delen terug
    (rekening (houd*|mee|van|is|met|over)|houd … rekening|bankrekening*|rekeningnummer*|*rekeningafschrift*|*afschrift*|spaarrekening*|betaalrekening*|energierekening|op … rekening|rekeningen) # houd rekening met drukte
    (bewijs van betaling|betaalbewij*|betaaldata|betaaldatum|betalingsregeling*|betalingsachterstand|betaalspecificatie*|uitstel van betaling|betaling* te laat) # een betaalbewijs
    (boete|schuld|schulden|beslag|alimentatie|huur|hypotheek|energie*|zorgverzekering|premie|boodschappen|loon|personeel) # huur betalen
    (niet|moeilijk|tijdelijk niet|moeite) … (betalen|betaald|opbrengen) # die u niet kunt betalen
    (*kosten|kost) … (vergoed*|krijgt|terug|gemaakt|maakt|maken|moeten maken|begroting|subsidie) # de kosten vergoed
    (bijzondere|extra|onverwachte|noodzakelijke|hoge|lage|gemaakte|subsidiabele|loon|reis|zorg|woon|ziekte|studie|school|bouw|stook|energie|onder|meer)-?kosten # reiskosten
    (kosten (van|voor) (levens*|uw levens*|de (uitvaart|verhuizing|bevalling|inrichting|aanleg)|school|sport|zorg|eten|kinderopvang|*opvang|het onderhoud|herstel)) # kosten van levensonderhoud
    (raming|schatting|overzicht|opgave|specificatie|hoogte|begroting) … kosten # een begroting van de kosten
    (kost(en)?) … (tijd|weken|maanden|moeite|dagen) # dat kost meer tijd
    (bespar*|goedkoper|minder bet(aal|al)*|betaalt … minder) # kosten besparen
    (kost het plan|wat … (plan|idee|activiteit*) … kost|bouwkosten|projectkosten) # wat het plan kost
    (te laat bet(aal|al)*|niet bet(aal|al)*|op tijd bet(aal|al)*|betaald voor|te veel betaald) # te laat betaald
    (geen|niet) … (contant|pin) # geen contant
    bet(aal|al)* … (verhuurder|fotograaf|cbr|arts|notaris|uitvaart*|leverancier|aannemer|huisarts|reisbureau) # Dat betaalt u de verhuurder.
    belasting … bet(aal|al)* # belasting betalen
    (tegemoetkoming|bijdrage|vergoeding|toeslag) (in|voor) de kosten … (ontvang*|krijg*|aanvra*) # een tegemoetkoming in de kosten aanvragen
    bet(aal|al)* … met (de|uw|een) *(pas|kaart|tegoed) # U betaalt met de pas.
    wijzig* … betal* # Manier van betalen wijzigen: wijziging betaling
""")
"""Words about money that say nothing of what the product costs."""

BENEFIT_MENTION = wordings("""
    (*leges|(betaalt|geldt|vragen|rekenen) … eigen bijdrage|kosten verbonden|in rekening|griffierecht) # U betaalt een eigen bijdrage.
    (accountant*|controle*|*verklaring|notaris|rapport|taxati*|*bureau|advies|offerte) … ((bet(aal|al)*|betaalt) … zelf|zelf … (bet(aal|al)*)|eigen rekening) # De accountant betaalt u zelf.
    (bet(aal|al)*|betaalt|betalen) (u |je )?(deze |die |dit )?zelf(?! (minimaal|nog|een deel)) # Dat betaalt u zelf.
    voor (uw|eigen|je)( eigen)? rekening|op (uw|eigen|je)( eigen)? kosten # voor uw eigen rekening
""")
"""What a benefit itself can cost: side costs that the citizen bears."""
APPLICATION = wordings("""
    (aanvra*|aanvragen|indienen|behandeling|in behandeling|*leges|administratiekosten|inschrijfgeld|afsluitkosten|eigen bijdrage) # De aanvraag kost € 10.
""")
APPEAL_MENTION = wordings("""
    (*leges|griffierecht|kosten (verbonden|aan)|zijn er kosten|kost (een|het|uw) (bezwaar|klacht|beroep)|in rekening|(de|deze) kosten … (rekening af|afgeschreven)) # Aan een bezwaar zijn kosten verbonden.
""")
"""What an objection or a complaint itself can cost; its text is full of what others pay."""
RULE = wordings("""
    \\d+(,\\d+)? ?(%|procent|promille|‰) # 2% van de waarde
    (helft|kwart|derde) van (het|de) (tarief|leges|kosten|prijs|bedrag) # de helft van het tarief
""")
NO_RULE = wordings("""
    (post|spoed|korting|toeslag|rente|*inkomen|*norm|btw|opslag|minimumloon|arbeids*|vermogen|ozb-waarde|kwijtschelding) # 10% toeslag
    (boete|naheffing|subsidie|vergoed*|alcohol|loon) # 5% alcohol
    (hoger|lager|duurder|goedkoper|meer|minder|extra|bovendien|verhoogd|verlaagd) # 10% hoger
    (*terug*|restitutie|teruggaaf|teruggave|vermindering|verminderd) # 40% van de leges betalen wij terug
""")
TARIFF = wordings("""
    (tarief|tarieven|*tarieven|tarievenlijst|prijslijst|leges) # De tarieven staan op de pagina Tarieven reisdocumenten.
""")
"""Words for the prices of a whole group of products, this one among them."""
