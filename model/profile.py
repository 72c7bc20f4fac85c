"""What one municipality's site is like: its hosts, portals and counters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfile:
    """Facts of one municipality's site, read from ``profiles/<name>.toml``.

    Hosts are written as in an address (``www.example.nl`` or ``127.0.0.1:8080``); a leading dot means every host below it
    (``.example.nl``). ``hosts`` may be crawled; ``form_hosts`` hold the municipality's own application forms and logins;
    ``appointment_hosts`` only make appointments; ``external_hosts`` belong to other organisations where one can apply.
    ``silent_hosts`` (analytics, chat, video) are never contacted.

    Names are in lower case: ``counters`` of counters, ``portals`` of the municipality's digital desk, ``partners`` of
    organisations that do its work (a tax office).

    Paths are the first part of an address: below ``product_paths`` stand products, for whoever looks for those that the
    catalog does not name; below ``not_products`` never (news, themes).
    """

    name: str
    municipality: str
    hosts: tuple[str, ...]
    form_hosts: tuple[str, ...] = ()
    appointment_hosts: tuple[str, ...] = ()
    external_hosts: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    portals: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    product_paths: tuple[str, ...] = ()
    not_products: tuple[str, ...] = ()
    silent_hosts: tuple[str, ...] = ()

    @staticmethod
    def covers(hosts: tuple[str, ...], netloc: str) -> bool:
        """Whether ``netloc`` is one of ``hosts``, also below a host that is written with a leading dot."""
        netloc = netloc.lower()
        return any(
            netloc == host.lstrip(".") or (host.startswith(".") and netloc.endswith(host.lower())) for host in hosts
        )


ANY_SITE = SiteProfile(name="", municipality="", hosts=())
"""No facts known: what a check assumes of a page from an unknown site."""
