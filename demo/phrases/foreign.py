"""Wordings in English and Frisian, for the few pages that are not in Dutch."""

from __future__ import annotations

from demo.wording import Route, Wording, route, wording

ROUTES: tuple[Route, ...] = (
    route(
        "en-online",
        "A A ja",
        "Apply online. Log in with DigiD or eHerkenning and complete the form.",
        knop="Apply online>@form",
        kanaal="online",
        taal="en",
        traps="taal-engels",
    ),
    route(
        "en-appointment",
        "A A nee",
        "Make an appointment and come to the city office (stadskantoor), Raadsplein 902. Bring your documents.",
        knop="Make an appointment>@afspraak",
        kanaal="balie",
        taal="en",
    ),
    route("en-description", "T T nee", "This page tells you what {naam} is.", taal="en"),
    route(
        "en-call",
        "A A nee",
        "Call 010 123 45 67 to apply. A member of staff will fill in the form with you.",
        kanaal="telefoon",
        taal="en",
    ),
    route(
        "fy-online",
        "A A ja",
        "Jo freegje dit online oan. Log yn mei DigiD en folje it formulier yn.",
        knop="Online oanfreegje>@form",
        kanaal="online",
        taal="fy",
        traps="taal-fries",
    ),
    route(
        "fy-baly",
        "A A nee",
        "Meitsje in ôfspraak en kom nei it stedskantoar (stadskantoor), Raadsplein 902.",
        knop="Ofspraak meitsje>@afspraak",
        kanaal="balie",
        taal="fy",
    ),
)

KOSTEN: tuple[Wording, ...] = (
    wording("en-price", "A", "The fee is {prijs}.", taal="en", traps="kosten-engels"),
    wording("en-free", "A", "This is free of charge.", taal="en"),
    wording("en-fees", "O", "You pay a fee when you apply. You can pay by debit card.", taal="en"),
    wording("en-none", "T", "If you break the rules you may be fined € 435.", kop="Please note", taal="en"),
    wording("fy-priis", "A", "It kostet {prijs}.", taal="fy", traps="kosten-fries"),
    wording("fy-fergees", "A", "Dit is fergees.", taal="fy"),
)

TERMIJN: tuple[Wording, ...] = (
    wording("en-within", "A", "You will receive a decision within {n} {unit_en}.", taal="en"),
    wording("en-ready", "A", "It usually takes {n} {unit_en} to process your application.", taal="en"),
    wording("en-confirmation", "O", "You will receive a confirmation of receipt within 2 days.", taal="en"),
    wording("en-none", "T", "You will hear from us. You may object within 6 weeks of the decision.", taal="en"),
    wording("fy-binnen", "A", "De gemeente beslút binnen {n} {unit_fy}.", taal="fy"),
    wording("fy-berjocht", "T", "Jo krije fansels berjocht.", taal="fy"),
)

OPENINGS = {
    "en": (
        "Here you can read about {naam} and who it is for.",
        "Do you live or work in the city? This page explains {naam}.",
    ),
    "fy": (
        "Op dizze side lêze jo mear oer {naam}.",
        "Wenje of wurkje jo yn de stêd? Dan is {naam} miskien wat foar jo.",
    ),
}
CONDITIONS = {
    "en": ("You live or work in the municipality.", "You are at least 18 years old.", "Your details are correct."),
    "fy": ("Jo wenje yn de gemeente.", "Jo binne 18 jier of âlder.", "Jo gegevens binne yn oarder."),
}
