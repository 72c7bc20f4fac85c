"""``plan``: what would be fetched, what not, and why."""

from __future__ import annotations

from collections import Counter

from crawler.catalog import read_catalog
from crawler.plan import plan as planned
from goedgeregeld import measuring, settings
from goedgeregeld.options import CatalogOption, ContactOption, ProfileOption, SiteOption
from goedgeregeld.terminal import say, show_table
from web.chosen import chosen


def plan(
    catalog: CatalogOption = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    contact: ContactOption = None,
) -> None:
    """Toon welke pagina's worden opgehaald en welke niet, en waarom. Er wordt alleen robots.txt gelezen."""
    products = read_catalog(catalog or settings.CATALOG)
    rows = planned(
        products,
        measuring.profile_of(profile),
        settings.SITE if site is None else site,
        measuring.today(),
        contact=contact or chosen("CONTACT"),
    )
    show_table(
        "Adressen uit de productcatalogus",
        ("product", "adres", "ophalen", "reden"),
        [(row.product_id, row.url, "ja" if row.asked else "nee", row.reason) for row in rows],
    )
    asked = sum(row.asked for row in rows)
    say(f"{asked} van de {len(rows)} adressen van {len(products)} producten worden opgehaald.")
    for reason, times in Counter(row.reason for row in rows if not row.asked).most_common():
        say(f"  {times} niet: {reason}")
    say("Pagina's die bij een product horen (startproces, tarieven) komen er tijdens het ophalen bij.")
    facts = measuring.profile_of(profile)
    servers = ", ".join((*facts.form_hosts, *facts.appointment_hosts)) or "geen"
    say(
        "Daarna wordt elke knop op die pagina's één stap gevolgd, elk adres één keer: alleen gevraagd of het antwoord geeft "
        f"(HEAD), nooit iets ingevuld of verstuurd. Dat kan op de site zelf en op deze servers: {servers}."
    )
