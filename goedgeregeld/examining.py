"""Is everything there on this machine that a run needs, and what to do where it is not?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.browser import ServedPage, scan
from crawler.catalog import read_catalog
from goedgeregeld import measuring, settings
from model.errors import UserError
from model.profile import ANY_SITE
from model.scan import ScanOutcome
from store import history
from web.chosen import chosen

_LEAST_DISK = 2_000_000_000  # bytes; a year of nights over 300 products takes about 1 GB


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing that was looked at: whether it is in order, what was seen and what to do (Dutch)."""

    name: str
    good: bool
    seen: str
    advice: str = ""


def examine_python() -> Examined:
    """Whether Python is new enough."""
    seen = ".".join(map(str, sys.version_info[:3]))
    return Examined(
        name="Python", good=sys.version_info >= (3, 11), seen=seen, advice="Installeer Python 3.11 of nieuwer."
    )


def examine_database() -> Examined:
    """Whether the database opens and its tables are there."""
    engine = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    try:
        history.migrate()
        runs = len(history.runs())
    except UserError as error:
        advice = "Kijk of DATABASE_URL klopt, of de databaseserver aan staat en of de map beschrijfbaar is."
        return Examined(
            name="Database", good=False, seen=f"{engine}: {' '.join(str(error).split())[:200]}", advice=advice
        )
    return Examined(name="Database", good=True, seen=f"{engine}, {runs} metingen")


def examine_disk() -> Examined:
    """Whether there is room for a year of nights."""
    folder = next(path for path in (settings.VAR, *settings.VAR.parents) if path.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        advice = (
            f"Geef de gebruiker van Goedgeregeld schrijfrecht in {settings.VAR}, of kies een map met GOEDGEREGELD_VAR."
        )
        return Examined(name="Schijfruimte", good=False, seen=f"in {folder} kan niet worden geschreven", advice=advice)
    free = shutil.disk_usage(folder).free
    advice = "Maak ruimte vrij, of kies met GOEDGEREGELD_VAR een andere map."
    return Examined(name="Schijfruimte", good=free >= _LEAST_DISK, seen=f"{free / 1e9:.1f} GB vrij", advice=advice)


def examine_program(name: str, path: str, package: str) -> Examined:
    """Whether a program starts."""
    advice = (
        f"Installeer het pakket {package} (apt-get install {package}), of wijs het programma aan in de instellingen."
    )
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return Examined(name=name, good=False, seen=f"{path} start niet", advice=advice)
    return Examined(name=name, good=True, seen=answer.stdout.strip().split(" (")[0])


def examine_same_version() -> Examined:
    """Whether browser and driver belong together."""
    versions = []
    for path in (settings.CHROMIUM, settings.CHROMEDRIVER):
        try:
            answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            continue
        found = re.search(r"\b(\d+)\.\d+\.\d+\.\d+", answer.stdout)
        versions.append(found[1] if found else "?")
    same = len(versions) == 2 and len(set(versions)) == 1
    advice = "Installeer Chromium en ChromeDriver van dezelfde versie."
    return Examined(name="Zelfde versie", good=same, seen=" en ".join(versions) or "onbekend", advice=advice)


def examine_axe() -> Examined:
    """Whether the axe-core that the checks were made for is installed."""
    package = settings.NODE_MODULES / "axe-core" / "package.json"
    found = re.search(r'"version":\s*"([^"]+)"', package.read_text(encoding="utf-8")) if package.exists() else None
    good = bool(found and found[1].startswith("4.14."))
    seen = found[1] if found else f"niet gevonden in {settings.NODE_MODULES}"
    return Examined(name="axe-core", good=good, seen=seen, advice=settings.HOW_TO_INSTALL)


def examine_browser() -> Examined:
    """Whether a page with a known fault is tested and the fault found."""
    page = ServedPage(
        url="http://doctor.invalid/",
        final_url="http://doctor.invalid/",
        status=200,
        headers={"content-type": "text/html; charset=utf-8"},
        body=b"<!doctype html><html lang='nl'><title>Proef</title><main><h1>Proef</h1><img src='data:,'></main></html>",
    )
    advice = "Kijk of Chromium start. Draait het in een container? Geef die dan genoeg geheugen en /dev/shm."
    try:
        scans = list(
            scan([page], measuring.browser_settings(ANY_SITE, ""), run_id="doctor", now=lambda: datetime.now(UTC))
        )
    except UserError as error:
        return Examined(name="Proef in de browser", good=False, seen=str(error), advice="Los eerst op wat hier staat.")
    rules = {rule["id"] for found in scans for rule in found.result.get("violations", [])}
    good = all(found.outcome is ScanOutcome.GETEST for found in scans) and "image-alt" in rules
    seen = f"{scans[0].outcome}, {'gebrek gevonden' if good else 'gebrek niet gevonden'} in {scans[0].seconds:.1f} s"
    return Examined(name="Proef in de browser", good=good, seen=seen, advice=advice)


def examine_catalog(path: Path) -> Examined:
    """Whether the catalog can be read."""
    try:
        products = read_catalog(path)
    except UserError as error:
        faults = str(error).splitlines()
        seen = faults[0] + (f" (en nog {len(faults) - 1})" if len(faults) > 1 else "")
        return Examined(
            name="Productcatalogus", good=False, seen=seen, advice="Verbeter het bestand; zie docs/productcatalogus.md."
        )
    return Examined(name="Productcatalogus", good=True, seen=f"{len(products)} producten")


def examine_profile(path: Path) -> Examined:
    """Whether the site profile can be read."""
    try:
        facts = measuring.profile_of(path)
    except UserError as error:
        return Examined(name="Siteprofiel", good=False, seen=str(error), advice="Verbeter het siteprofiel.")
    return Examined(name="Siteprofiel", good=True, seen=f"{facts.municipality}: {', '.join(facts.hosts)}")


def examine_contact() -> Examined:
    """Whether sites can see whom to reach."""
    advice = "Zet in GOEDGEREGELD_CONTACT een mailadres of webadres, zodat de beheerder van de site u bereikt."
    return Examined(
        name="Contact", good=bool(chosen("CONTACT")), seen=chosen("CONTACT") or "niet ingesteld", advice=advice
    )
