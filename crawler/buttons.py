"""Knows which addresses behind a product's buttons and links are followed one step, and what an answer there means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.addresses import askable, netloc, on_loopback, page_key
from model.landing import LandingKind
from model.page import FetchOutcome, LinkKind, Page
from model.profile import SiteProfile

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods)$", re.IGNORECASE)
_DOCUMENT_TYPES = re.compile(r"application/(?:pdf|msword|rtf|vnd\.(?:openxmlformats|oasis|ms-))", re.IGNORECASE)
_LOGIN = re.compile(
    r"(?:^|[./-])(?:digid|eherkenning|eidas|inloggen|login|log-in|signin|sign-in|saml\d?|sso|idp|oauth2?|oidc|adfs)(?:[./-]|$)",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(r"afspra[ak]+|appointment", re.IGNORECASE)
_DEAD = frozenset([FetchOutcome.NIET_GEVONDEN, FetchOutcome.VERVALLEN, FetchOutcome.ONBEKENDE_SERVER])


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """How following one address ended, as far as HTTP tells. ``elsewhere``: it leads to a host that is not asked."""

    final_url: str
    outcome: FetchOutcome
    status: int | None = None
    content_type: str = ""
    detail: str = ""
    elsewhere: bool = False


def hosts_to_follow(profile: SiteProfile, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The hosts on which buttons are followed: those of the site, of its forms and of its appointments.

    Where the site is on this machine, only what is on this machine, too: a rehearsal reaches nobody else.
    """
    found = dict.fromkeys((*hosts, *profile.form_hosts, *profile.appointment_hosts))
    return tuple(host for host in found if on_loopback((host,)) or not on_loopback(hosts))


def buttons_to_follow(
    pages: Iterable[Page], profile: SiteProfile, hosts: tuple[str, ...], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """The addresses to ask, each once, in reading order.

    Every link in the main content to a form host or appointment host, and every button to an address of the site itself that
    is no document and none of the pages that were fetched (``known``). Never a form that is sent, nor another organisation.
    """
    seen = {page_key(url) for url in known}
    found: dict[str, str] = {}
    beside = tuple(host for host in hosts_to_follow(profile, hosts) if host not in hosts)
    for page in pages:
        for _, block in page.blocks():
            for link in block.links:
                host = netloc(link.url)
                if link.kind is LinkKind.FORMULIER or not link.url.startswith(("http://", "https://")) or not host:
                    continue
                own = link.kind is LinkKind.KNOP and SiteProfile.covers(hosts, host)
                if not (own or SiteProfile.covers(beside, host)) or _DOCUMENT.search(urlsplit(link.url).path):
                    continue
                key = page_key(link.url)
                if key not in seen and urlsplit(link.url).path.strip("/"):
                    found.setdefault(key, askable(link.url))
    return tuple(found.values())


def kind_of(asked: str, followed: Followed, profile: SiteProfile) -> tuple[LandingKind, str]:
    """What stands behind the address that was asked, with a Dutch detail."""
    parts = urlsplit(followed.final_url)
    place = f"{parts.netloc}{parts.path}"
    if followed.outcome in _DEAD:
        return LandingKind.WERKT_NIET, followed.detail
    if followed.status == 401 or _LOGIN.search(place):
        return LandingKind.INLOGGEN, "De pagina vraagt eerst om in te loggen."
    if followed.elsewhere:
        return LandingKind.ELDERS, f"De knop leidt naar {netloc(followed.final_url)}."
    if _DOCUMENT_TYPES.search(followed.content_type) or _DOCUMENT.search(parts.path):
        return LandingKind.DOCUMENT, "Achter de knop zit een document, geen formulier."
    if followed.outcome is not FetchOutcome.OPGEHAALD:
        return LandingKind.ONBEKEND, followed.detail
    if not parts.path.strip("/") and urlsplit(asked).path.strip("/") and asked != followed.final_url:
        return LandingKind.WERKT_NIET, "Het adres verwijst naar de voorpagina; wat erachter zat, is er niet meer."
    if SiteProfile.covers(profile.appointment_hosts, netloc(followed.final_url)) or _APPOINTMENT.search(place):
        return LandingKind.AFSPRAAK, "Achter de knop zit een afspraak."
    return LandingKind.PAGINA, ""
