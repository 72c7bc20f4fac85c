"""``audit``: axe-core on the fetched pages of a run, or on any list of addresses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from crawler.browser import as_json, scan
from crawler.reach import named_by_a_person
from goedgeregeld import measuring, settings
from goedgeregeld.options import ProfileOption, RunOption, SiteOption
from goedgeregeld.runs import chosen_run, last_good
from goedgeregeld.terminal import say, steps
from model.errors import UserError
from model.profile import ANY_SITE
from model.scan import AxeScan, ScanOutcome


def audit(
    urls: Annotated[
        Path | None, typer.Option("--urls", help="Een bestand met één adres per regel; '-' leest van de invoer.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Schrijf de uitkomst in dit bestand; '-' schrijft op het scherm.")
    ] = None,
    site: SiteOption = None,
    profile: ProfileOption = None,
    run: RunOption = None,
) -> None:
    """Test de toegankelijkheid met axe-core: van de laatste meting, of met --urls van een lijst adressen."""
    if urls is None:
        _audit_run(run, site, profile)
        return
    addresses = _addresses(urls)
    hosts = (*settings.PRIVATE_HOSTS, *sorted(named_by_a_person(urlsplit(address).netloc for address in addresses)))
    browser = replace(measuring.browser_settings(ANY_SITE, ""), own_network=hosts)
    found: list[AxeScan] = []
    with steps("Toegankelijkheid testen", len(addresses)) as shown:
        for result in scan(addresses, browser, run_id="", now=lambda: datetime.now(UTC)):
            found.append(result)
            shown.at(len({each.url for each in found}))
    order = {address: place for place, address in enumerate(addresses)}
    report = as_json(sorted(found, key=lambda each: order.get(each.url, len(order))))
    _write(report, json_file)
    failed = [page for page in report["pages"] if page["outcome"] != ScanOutcome.GETEST]
    if str(json_file) != "-":
        _tell(report)
    if failed:
        raise typer.Exit(1)


def _audit_run(run: str | None, site: str | None, profile: Path | None) -> None:
    chosen = chosen_run(run)
    facts = measuring.profile_of(profile)
    browser = measuring.browser_settings(facts, settings.SITE if site is None else site)
    tests = measuring.audit_run(chosen, browser, earlier=last_good(chosen))
    say(f"Meting {chosen.id}: {tests} tests toegevoegd.", "Ga verder met: goedgeregeld judge")


def _addresses(file: Path) -> list[str]:
    try:
        text = typer.get_text_stream("stdin").read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UserError("Dit bestand bestaat niet. Kijk of de naam klopt.", file=str(file)) from error
    except (IsADirectoryError, PermissionError, UnicodeDecodeError) as error:
        raise UserError(
            "Dit is geen leesbaar tekstbestand in UTF-8 met één adres per regel.", file=str(file)
        ) from error
    return list(dict.fromkeys(_checked(text, str(file))))


def _checked(text: str, file: str) -> Iterator[str]:
    faults, found = [], False
    for number, line in enumerate(text.splitlines(), start=1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        found = True
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            faults.append(
                UserError(
                    f"'{address[:80]}' is geen volledig adres. Begin met http:// of https://.", file=file, line=number
                )
            )
            continue
        yield address
    if faults:
        raise UserError(faults[0].message, file=file, line=faults[0].line, further=tuple(faults[1:]))
    if not found:
        raise UserError("Er staat geen adres in dit bestand. Zet één adres op elke regel.", file=file)


def _write(report: dict[str, object], file: Path | None) -> None:
    text = json.dumps(report, ensure_ascii=False, indent=1)
    if file is None:
        return
    if str(file) == "-":
        typer.echo(text)
        return
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UserError(f"Hier kan niet worden geschreven: {error.strerror}.", file=str(file)) from error


def _tell(report: dict[str, object]) -> None:
    pages = report["pages"]
    assert isinstance(pages, list)
    outcomes = Counter(page["outcome"] for page in pages)
    rules = Counter(rule["id"] for page in pages for rule in page["violations"] for _ in rule["nodes"])
    say(f"{outcomes[ScanOutcome.GETEST]} van de {len(pages)} pagina's zijn getest.")
    for outcome, times in outcomes.items():
        if outcome != ScanOutcome.GETEST:
            say(f"  {outcome}: {times}")
    say(f"Knelpunten: {sum(rules.values())} elementen, {len(rules)} regels.")
    for rule, times in rules.most_common(10):
        say(f"  {rule}: {times} elementen")
