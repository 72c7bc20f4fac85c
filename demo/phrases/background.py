"""Sentences that make a page as long as a real one; they name no channel, cost or term."""

from __future__ import annotations

BACKGROUND: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Waarom is dit zo geregeld?",
        (
            "De stad is van iedereen en de ruimte is schaars.",
            "Met duidelijke regels weten bewoners en ondernemers wat zij van elkaar mogen verwachten.",
            "De regels zijn samen met bewoners besproken.",
            "Zo blijft de stad veilig en prettig om in te wonen.",
        ),
    ),
    (
        "Goed om te weten",
        (
            "Klopt er iets niet in wat u invult, dan vragen we u om uitleg.",
            "We kijken altijd naar uw eigen situatie.",
            "Bent u met meer mensen, dan is een van u de contactpersoon.",
            "Schrijf zo duidelijk mogelijk; dat helpt de medewerker die uw zaak bekijkt.",
        ),
    ),
    (
        "Uw privacy",
        (
            "We gebruiken uw gegevens alleen voor dit doel.",
            "Alleen medewerkers die ermee werken, kunnen de gegevens zien.",
            "U mag altijd vragen wat er over u is vastgelegd.",
        ),
    ),
    (
        "Wat doet de gemeente?",
        (
            "Een medewerker bekijkt of alles klopt.",
            "Soms vragen we advies aan een andere afdeling.",
            "Daarna krijgt u een besluit met uitleg.",
            "Is er iets onduidelijk, dan nemen we contact met u op.",
        ),
    ),
    (
        "Woorden uitgelegd",
        (
            "Een gemachtigde is iemand die namens u optreedt.",
            "Een beschikking is een besluit over u of uw bedrijf.",
            "Een verordening is een wet van de gemeente zelf.",
        ),
    ),
    (
        "Tip",
        (
            "Bewaar een kopie van alles wat u met ons deelt.",
            "Vraag een bekende om mee te lezen als u het lastig vindt.",
            "Kijk goed naar de voorbeelden voordat u begint.",
        ),
    ),
)
