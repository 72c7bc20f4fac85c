"""Every screen of the app, to be looked at by tests and by whoever makes pictures."""

from __future__ import annotations

from collections.abc import Mapping

from reports.accessibility import Kind
from web.identity import issue_id
from web.told import Told


def screens() -> Mapping[str, str]:
    """The address of each screen, by name; some need a product or an issue of the newest run."""
    told = Told()
    rows = told.overview().rows
    product = next(row for row in rows if row.missing and row.cells and len(row.missing) == 1)
    question = product.missing[0]
    known = f"/producten/{product.product.id}/"
    issue = issue_id(told.accessibility().of(Kind.KNELPUNT)[0])
    queue = "/toegankelijkheid/"
    return {
        "overzicht": "/",
        "producten": "/producten/",
        "producten-gekozen": f"/producten/?{question}=ontbreekt&cluster={product.cluster}",
        "product": known,
        "klopt-niet": f"{known}{question}/klopt-niet/",
        "werklijst": "/werklijst/",
        "taak": f"/werklijst/{product.product.id}/{question}/",
        "toegankelijkheid": queue,
        "knelpunten-alles": f"{queue}?lijst=alles",
        "knelpunt": f"{queue}knelpunt/{issue}/",
        "afwijken": f"{queue}knelpunt/{issue}/afwijken/",
        "afwijkingen": f"{queue}afwijkingen/",
        "getest": f"{queue}getest/",
        "concept": "/concept/",
        "rapporten": "/rapporten/",
        "cijfers": "/rapporten/cijfers/",
        "beheer": "/beheer/",
        "catalogus": "/beheer/catalogus/",
        "gebruikers": "/beheer/gebruikers/",
        "gebruiker": "/beheer/gebruikers/1/",
        "sleutels": "/beheer/sleutels/",
        "klaarstaan": "/beheer/klaarstaan/",
        "instellingen": "/beheer/instellingen/",
        "logboek": "/beheer/logboek/",
        "metingen": "/metingen/",
        "begrippen": "/begrippen/",
        "api": "/api/",
        "wachtwoord": "/wachtwoord/",
        "onbekend": "/bestaat-niet/",
    }
