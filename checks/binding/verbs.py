"""Knows the verbs by which a municipality handles something and a citizen gets it, in every form that Dutch gives them."""

from __future__ import annotations

from checks.readers.wording import wordings


def _forms(verb: str) -> str:
    """The finite forms and the infinitives of ``verb``, as one wording.

    A verb is written "af+handelen handelt afgehandeld": its infinitive with a plus behind a part that splits off, the form for
    "wij" being the infinitive, the form for "de gemeente", and the participle.
    """
    infinitive, present, _ = verb.split()
    part, plus, stem = infinitive.rpartition("+")
    if not plus:
        return f"({stem}|{present})"
    return f"({part}{stem}|{part}{present}|{part} te {stem}|({present}|{stem}) … {part})"


def _class(verbs: str) -> tuple[str, str]:
    """All forms but the participles, and all participles, of a list of verbs, one a line."""
    lines = [line for line in map(str.strip, verbs.splitlines()) if line]
    finite = "|".join(_forms(line) for line in lines)
    participles = "|".join(line.split()[2] for line in lines)
    return finite, participles


_HANDLING = """
    af+handelen handelt afgehandeld
    behandelen behandelt behandeld
    af+doen doet afgedaan
    af+ronden rondt afgerond
    af+wikkelen wikkelt afgewikkeld
    beoordelen beoordeelt beoordeeld
    beslissen beslist beslist
    besluiten besluit besloten
    toetsen toetst getoetst
    onderzoeken onderzoekt onderzocht
    verwerken verwerkt verwerkt
    verlenen verleent verleend
    toe+kennen kent toegekend
    goed+keuren keurt goedgekeurd
    verstrekken verstrekt verstrekt
    af+geven geeft afgegeven
    uit+reiken reikt uitgereikt
    leveren levert geleverd
    aan+leveren levert aangeleverd
    bezorgen bezorgt bezorgd
    sturen stuurt gestuurd
    versturen verstuurt verstuurd
    toe+sturen stuurt toegestuurd
    op+sturen stuurt opgestuurd
    na+sturen stuurt nagestuurd
    zenden zendt gezonden
    verzenden verzendt verzonden
    toe+zenden zendt toegezonden
    mailen mailt gemaild
    registreren registreert geregistreerd
    door+voeren voert doorgevoerd
    aan+passen past aangepast
    verwijderen verwijdert verwijderd
    op+ruimen ruimt opgeruimd
    weg+halen haalt weggehaald
    op+halen haalt opgehaald
    legen leegt geleegd
    repareren repareert gerepareerd
    herstellen herstelt hersteld
    verhelpen verhelpt verholpen
    op+lossen lost opgelost
    vervangen vervangt vervangen
    aan+leggen legt aangelegd
    plaatsen plaatst geplaatst
    uit+voeren voert uitgevoerd
    antwoorden antwoordt geantwoord
    beantwoorden beantwoordt beantwoord
    reageren reageert gereageerd
    berichten bericht bericht
    informeren informeert geïnformeerd
    uit+betalen betaalt uitbetaald
    over+maken maakt overgemaakt
    storten stort gestort
    vergoeden vergoedt vergoed
    in+schrijven schrijft ingeschreven
    uit+schrijven schrijft uitgeschreven
    op+nemen neemt opgenomen
    op+maken maakt opgemaakt
    regelen regelt geregeld
    klaar+zetten zet klaargezet
    klaar+leggen legt klaargelegd
"""
"""What a municipality does with what it was asked."""

_FINITE, _DONE = _class(_HANDLING)

ACTOR = (
    r"(?<!u )(wij|we|de gemeente|de gemeenteraad|de raad|het college|college van *|burgemeester en wethouders|b en w|de burgemeester|"
    r"de (medewerker|ambtenaar|consulent|klachtencoördinator|commissie|afdeling|ind|rdw|minister|koning|overheid)|"
    r"een (medewerker|consulent|ambtenaar)|het (team|ministerie|loket|bestuur|wijkteam|sociaal team)|omgevingsdienst *)"
)
"""Who acts for the municipality, or in its place."""

HANDLED = wordings(rf"""
    (wordt|worden|is|zijn|werd) … ({_DONE}) # De klacht wordt binnen 10 weken afgedaan.
    ({_DONE}) (wordt|worden|is|zijn|te worden|hebben|heeft) # dat uw melding binnen 5 werkdagen afgehandeld is
    {ACTOR} … ({_FINITE}) # De gemeente handelt uw klacht binnen 6 weken af.
    ({_FINITE}) {ACTOR} # Binnen 6 weken verwerken wij uw aanvraag.
    (handelt|handelen|doen|doet|stuurt|sturen|lost|lossen|keurt|keuren|kent|kennen|maakt|maken) {ACTOR} # handelen wij
    (besluit|beslissing|besluiten|beslissingen) … (genomen|neemt) # een termijn waarin een besluit wordt genomen
    {ACTOR} … (besluit|beslissing) … nemen # Wij kunnen binnen 8 weken een besluit nemen.
    (neemt|nemen) … (besluit|beslissing) # Wij nemen binnen 8 weken een besluit.
    (heeft|hebben) {ACTOR} … ({_DONE}) # Dan heeft de gemeente besloten.
""")
"""Sentences in which the municipality does its work: active with the municipality as the one who acts, or passive."""

OBLIGED = wordings("""
    (moet|moeten|dient|dienen|hoeft|hoeven|mag|mogen)( … )?(worden|zijn)|(moet|moeten|dient|dienen) … (te worden|te zijn) # De stukken moeten binnen 2 weken zijn verstuurd.
""")
"""A passive that asks something of somebody."""

CITIZEN = (
    r"(u|je|jij|jullie|men|iemand|ouders?|nabestaanden?|erfgenamen|belanghebbenden?|omwonenden|buren|inwoners|bewoners|anderen|mensen|"
    r"de (rechthebbende|aanvrager|houder|eigenaar|ondernemer|nabestaanden|uitvaartondernemer|klager|vader|moeder|ouders|organisator)|"
    r"als rechthebbende)"
)
"""Who acts on the other side of the counter."""

CITIZEN_MAY = wordings(rf"""
    {CITIZEN} (kunt|kun|kan|kunnen|moet|moeten|mag|mogen|dient|dienen|hoeft|wilt|wil|willen) # U kunt hem met tien jaar verlengen.
    (kunt|kun|kan|kunnen|moet|moeten|mag|mogen|dient|dienen|hoeft|wilt|wil|willen) {CITIZEN} # Als rechthebbende kunt u verlengen: kunt u
    (u|je) (besluit|beslist) # U beslist zelf.
    (mag|mogen) … (worden|blijven|staan|zijn) # De container mag maximaal zes weken worden geplaatst.
    (you|they|parents|residents) (must|may|can|have to|should|need to|are required to) # You must file it within 5 days.
    (jo|jimme) (moatte|kinne|meie|wolle)|(moatte|kinne|meie) jo # Jo kinne it mei tsien jier ferlingje.
""")
"""What a citizen can, may or must do."""

THAT_MAY = wordings("""
    (dit|dat|het) (kan|kunt|moet|mag|dient|doet|doe)(?! … (duren|duur|kosten|nemen|lopen))|(doe|doet) (u )?(dit|dat) # Dit kan binnen 6 weken.
""")
"""What can or must be done, said with a word that points at what was just named."""

GETS_IT = wordings("""
    (krijgen|ontvangen|verwachten|horen|vernemen|weten|tegemoet ?zien|meekrijgen|meenemen|mee te nemen|terugkrijgen) # U kunt binnen 8 weken een besluit verwachten.
    (ophalen|afhalen|halen|komen halen|op te halen|af te halen|haal* … op|opgehaald worden|afgehaald worden|terecht) # U kunt het na 5 werkdagen ophalen.
    (rekenen (op|met)|rekening mee|rekening (te )?houden met|uitgaan|van uit gaan|vanuit gaan|duren|in beslag) # U moet rekenen op vier weken.
    (gebruiken|gebruik van|gebruik maken|inloggen|parkeren|reizen|ermee) # Na 3 werkdagen kunt u de pas gebruiken.
    (krijgt|krijg|ontvangt|ontvang|hoort|hoor|verneemt|weet|ligt|liggen|klaar|gereed|rekenen) # Hoort u binnen 4 weken niets, dan mag u kappen.
    (wachten|wacht|geduld) # U moet 4 weken wachten.
    (receive|collect|pick up|pick it up|expect|get|hear|wait|ready|take|takes) # You can collect it after five working days.
    (krije|ûntfange|ophelje|ôfhelje|hearre|ferwachtsje|klear) # Jo kinne it nei fiif dagen ophelje.
    (inzien|bekijken|komen bekijken|komen inzien|komen lezen|downloaden|lezen of) # U kunt de stukken na 3 dagen inzien.
""")
"""By which the citizen has, or waits for, what was asked for."""

RUNS = wordings("""
    (*uitkering|*vergunning|hulp|contract|abonnement|indicatie|regeling|ontheffing|*kaart|pas|*bijstand|*subsidie|*krediet) … (loopt|duurt) # de uitkering die hoogstens 6 maanden loopt
""")
"""What somebody has, with the verb that says how long."""

PROCESS = wordings("""
    (*behandel*|*afhandel*|*afwikkel*|*beoordel*|*beslis*|*besluit*|*verwerk*|*toets*|*onderzoek*|*controle|*screening|*lever*|*productie) # De behandeling van een aanvraag voor een vergunning duurt 8 weken.
    (*procedure|*proces|*aanvra*|*verzoek|*traject|*doorloop*|*wacht*|*inschrijving|*registratie|*melding|*aangifte|*klacht|*bezwaar) # De procedure duurt een jaar.
    (dit|dat|dit alles|het(?= (duurt|kan|neemt|kost|vergt))|alles bij elkaar|alles) # Dit duurt ongeveer 3 weken.
    (kan|mag|zal|moet) (het|dit|dat)( *)? duren # Een maand, langer mag het niet duren.
    (duurt|duren|kost|neemt) (het|dit|dat|de *behandel*|een *aanvra*) # Meestal duurt het 4 weken.
""")
"""What takes time at the municipality, as the subject of "duren"."""

ANCHOR = wordings("""
    (nadat|na dat|zodra|sinds|na de dag (dat|waarop)|na het moment (dat|waarop)|vanaf het moment (dat|waarop)|vanaf de dag (dat|waarop)) # binnen 6 weken na de dag dat de vergunning is verleend
""")
"""What opens the part of a sentence that says from when a time runs."""
WITHIN_WHICH = wordings("""
    (waarin|waarbinnen) … (besl*|besluit*|behandel*|afhandel*|reage*|antwoord*) # de termijn van 8 weken waarin een besluit wordt genomen
""")
"""What right behind a time says that the municipality works in it."""
FROM_APPLICATION = wordings("""
    (na|nadat|nei|neidat|vanaf|after|from) … (ontvangst(?! van (de|het|uw|een|deze) (brief|aanslag|beschikking|besluit|beslissing|factuur|nota|rekening|oproep|uitnodiging))|aanvraag|aanvragen|aangevraagd|ontvangen|indienen|indiening|ingediend|compleet|volledig|melding|verzoek|klacht|bezwaarschrift|binnenkomst|receipt|application|received|oanfraach|krigen|ûntfangst) # binnen 4 weken nadat wij uw aanvraag hebben
""")
"""From when a time runs that starts with the application."""
