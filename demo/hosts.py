"""Where the replica's three servers stand, and the addresses of other organisations that its pages name."""

from __future__ import annotations

from dataclasses import dataclass

EXTERNAL = {
    "omgevingsloket": "https://omgevingswet.overheid.nl/aanvragen",
    "rdw": "https://www.rdw.nl/particulier/online-diensten",
    "justis": "https://www.justis.nl/producten",
    "svhw": "https://www.svhw.nl/mijn-svhw",
    "cak": "https://www.hetcak.nl/mijn-cak",
    "duo": "https://www.duo.nl/particulier",
    "svb": "https://www.svb.nl/nl/mijnsvb",
    "cjib": "https://www.cjib.nl/digitaal-loket",
    "overheid": "https://mijn.overheid.nl/",
    "ind": "https://www.ind.nl/nl/formulieren",
}
"""Addresses of other organisations, shown as links and never contacted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """Addresses (scheme, host, port) of the site, of the server with forms and logins, and of the "
    "one for appointments."""

    site: str = "http://127.0.0.1:8800"
    forms: str = "http://127.0.0.1:8801"
    appointments: str = "http://127.0.0.1:8802"
