"""Why something is not known, in Dutch, and what to do about it."""

from __future__ import annotations

from model.page import FetchOutcome

NO_ADDRESS = "Het product heeft geen adres in de productcatalogus"
NOT_JUDGED = "De pagina is opgehaald, maar nog niet beoordeeld"
CRASHED = "Een controle is vastgelopen"
TO_REVIEW = "Een mens moet dit nog beoordelen"
PAGES_MISSING = "Niet alle pagina's van het product konden worden gelezen"
POSSIBILITY_UNKNOWN = "In de productcatalogus staat niet of het product online kan"

FETCH_CAUSES = {
    FetchOutcome.NIET_GEVONDEN: "De pagina bestaat niet (404)",
    FetchOutcome.VERVALLEN: "De pagina is vervallen (410)",
    FetchOutcome.GEEN_TOEGANG: "De pagina is alleen te lezen na inloggen, of de site weigert ons",
    FetchOutcome.TE_VEEL_VERZOEKEN: "De site vroeg ons te wachten en gaf de pagina niet",
    FetchOutcome.SERVERFOUT: "De server van de site gaf een fout",
    FetchOutcome.ANDERE_STATUS: "De site gaf een antwoord dat geen pagina is",
    FetchOutcome.KRINGVERWIJZING: "De pagina verwijst in een kring",
    FetchOutcome.BUITEN_DE_SITE: "De pagina stuurt door naar een andere site",
    FetchOutcome.ROBOTS_VERBIEDT: "De site verbiedt ons deze pagina (robots.txt)",
    FetchOutcome.TE_TRAAG: "De pagina kwam niet binnen de tijd",
    FetchOutcome.TE_GROOT: "De pagina is te groot om te lezen",
    FetchOutcome.GEEN_VERBINDING: "Er was geen verbinding met de site",
    FetchOutcome.ONBEKENDE_SERVER: "De naam van de site is onbekend op internet",
    FetchOutcome.GEEN_HTML: "Het adres geeft een bestand en geen webpagina",
    FetchOutcome.LEEG: "De pagina is leeg",
    FetchOutcome.NIET_GEVRAAGD: "De meting stopte voordat deze pagina aan de beurt was",
}
"""What a reader sees for each way in which a page was not fetched."""

_CATALOG = "Zet het juiste adres in de productcatalogus, of haal het product eruit als het niet meer bestaat."
_AGAIN = "Meet opnieuw. Komt het terug, vraag dan de beheerder van de site."
_MANAGER = "Vraag de beheerder van de site om dit te herstellen."

ADVICE = {
    NO_ADDRESS: "Zet het adres van de productpagina in de productcatalogus.",
    NOT_JUDGED: "Voer de opdracht judge uit.",
    CRASHED: "Geef dit door aan de beheerder van Goedgeregeld.",
    TO_REVIEW: "Lees de pagina en stel het oordeel vast.",
    PAGES_MISSING: _AGAIN,
    POSSIBILITY_UNKNOWN: "Vul in de productcatalogus de kolom online_mogelijk in met ja of nee.",
    **dict.fromkeys(FETCH_CAUSES.values(), _AGAIN),
    FETCH_CAUSES[FetchOutcome.NIET_GEVONDEN]: _CATALOG,
    FETCH_CAUSES[FetchOutcome.VERVALLEN]: _CATALOG,
    FETCH_CAUSES[FetchOutcome.ONBEKENDE_SERVER]: _CATALOG,
    FETCH_CAUSES[FetchOutcome.BUITEN_DE_SITE]: _CATALOG,
    FETCH_CAUSES[FetchOutcome.GEEN_HTML]: "Zet het adres van een webpagina in de productcatalogus.",
    FETCH_CAUSES[FetchOutcome.GEEN_TOEGANG]: "Vraag de beheerder van de site om Goedgeregeld toe te laten.",
    FETCH_CAUSES[FetchOutcome.ROBOTS_VERBIEDT]: "Vraag de beheerder van de site om Goedgeregeld toe te laten.",
    FETCH_CAUSES[FetchOutcome.KRINGVERWIJZING]: _MANAGER,
    FETCH_CAUSES[FetchOutcome.TE_GROOT]: _MANAGER,
    FETCH_CAUSES[FetchOutcome.LEEG]: _MANAGER,
}
"""What to do about a cause; each cause has one."""
