"""The steps of a run, in order: begin, crawl, audit, judge, finish. They meet only in the store, so each can be done again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from checks.check import all_checks, judge
from checks.wcag import axe_issues
from crawler.addresses import allowed_hosts
from crawler.browser import BrowserSettings, ServedPage, nouns, scan
from crawler.catalog import catalog_sha256, read_catalog
from crawler.crawl import CrawlSummary, crawl
from crawler.profile import read_profile
from goedgeregeld import settings
from goedgeregeld.terminal import steps
from model.finding import CheckResult
from model.page import Dossier, FetchOutcome, Page, Role, Snapshot
from model.product import Product
from model.profile import SiteProfile
from model.run import Run, RunState
from pages import parse_page
from reports.report import write_report
from store import history

LOCALE = Path(nouns.__file__).with_name("nl.json")
ADVICE = LOCALE.with_name("advice.json")
COVERAGE_FLOOR = 0.95  # share of active products that must be measured before a run gives a figure


def today() -> date:
    """The day in the Netherlands."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def begin(catalog: Path, site: str) -> Run:
    """Read the catalog and start a run. Raises UserError for a faulty catalog."""
    products = read_catalog(catalog)
    now = datetime.now(UTC)
    run = Run(
        id=f"{now:%Y%m%dT%H%M%S}-{os.urandom(4).hex()}",
        started_at=now,
        site=site or _site_of(products),
        catalog_sha256=catalog_sha256(catalog),
        tool_version=version("goedgeregeld"),
    )
    history.migrate()
    history.start_run(run, products)
    return run


def crawl_run(run: Run, *, profile: SiteProfile, site: str, contact: str) -> CrawlSummary:
    """Fetch what the run does not hold yet."""
    products = history.products(run.id)
    asked = [s for s in history.snapshots(run.id) if s.outcome is not FetchOutcome.NIET_GEVRAAGD]
    with steps("Pagina's ophalen", len(products)) as shown:
        return crawl(
            products,
            run_id=run.id,
            profile=profile,
            site=site,
            contact=contact,
            save=history.save_snapshot,
            already=[snapshot.url for snapshot in asked],
            progress=shown.at,
            day=day_of(run),
        )


def audit_run(run: Run, browser: BrowserSettings) -> int:
    """Test every fetched page that the run has no result for; returns how many tests were added."""
    done = {found.url for found in history.scans(run.id)}
    fetched = {
        snapshot.final_url: snapshot
        for snapshot in history.snapshots(run.id)
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.final_url not in done
    }
    tested = 0
    with steps("Toegankelijkheid testen", len(fetched)) as shown:
        pages = (_served(snapshot) for snapshot in fetched.values())
        for tested, found in enumerate(scan(pages, browser, run_id=run.id, now=lambda: datetime.now(UTC)), start=1):
            history.save_scan(found)
            shown.at(tested // len(browser.viewports))
    return tested


def judge_run(run: Run, profile: SiteProfile) -> int:
    """Judge every product on the pages that the run holds; returns how many products were judged."""
    products = history.products(run.id)
    snapshots = history.snapshots(run.id)
    with steps("Beoordelen", len(products)) as shown:
        history.save_results(run.id, _judged(products, snapshots, profile, shown.at))
    return len(products)


def report_run(run: Run, folder: Path, profile: SiteProfile) -> tuple[Path, ...]:
    """Write the report of a run from what the store holds; returns the files, the document first."""
    scans = history.scans(run.id)
    return write_report(
        folder,
        run=run,
        products=history.products(run.id),
        snapshots=history.snapshots(run.id),
        results=history.results(run.id),
        issues=axe_issues(scans),
        scans=scans,
        day=day_of(run),
        municipality=profile.municipality,
        rule_texts=dutch_rules(),
        advice=dutch_advice(),
    )


def dutch_rules() -> dict[str, str]:
    """What each axe rule asks for, in Dutch."""
    texts = json.loads(LOCALE.read_text(encoding="utf-8"))["rules"]
    return {rule: str(words["help"]) for rule, words in texts.items()}


def dutch_advice() -> dict[str, dict[str, str]]:
    """What editors ("redactie") and the web team ("webteam") can do about each axe rule."""
    advice: dict[str, dict[str, str]] = json.loads(ADVICE.read_text(encoding="utf-8"))
    return advice


def day_of(run: Run) -> date:
    """The day of a run in the Netherlands."""
    return run.started_at.astimezone(ZoneInfo("Europe/Amsterdam")).date()


def finish(run: Run, *, reason: str = "") -> Run:
    """Say how the run ended: complete, or incomplete with the Dutch reason."""
    scans = history.scans(run.id)
    reason = reason or _too_little(run)
    history.finish_run(
        run.id,
        finished_at=datetime.now(UTC),
        state=RunState.ONVOLLEDIG if reason else RunState.VOLLEDIG,
        reason=reason,
        axe_version=next((found.axe_version for found in scans if found.axe_version), ""),
        browser_version=next((found.browser_version for found in scans if found.browser_version), ""),
        check_versions={check.id: check.version for check in all_checks()},
    )
    return history.run(run.id)


def browser_settings(profile: SiteProfile, site: str) -> BrowserSettings:
    """How the browser is set for this site, from the environment and the profile."""
    return BrowserSettings(
        chromium=settings.CHROMIUM,
        chromedriver=settings.CHROMEDRIVER,
        axe_path=settings.NODE_MODULES / "axe-core" / "axe.min.js",
        tabs=settings.TABS,
        page_deadline=settings.PAGE_DEADLINE,
        # A form or appointment in a frame is part of the page that a visitor sees.
        allowed_hosts=(*allowed_hosts(profile, site), *profile.form_hosts, *profile.appointment_hosts) or None,
        silent_hosts=profile.silent_hosts,
    )


def profile_of(path: Path | None) -> SiteProfile:
    """The facts of the municipality's site; the setting's profile where none is named."""
    return read_profile(path or settings.PROFILE)


def dossier_of(product: Product, pages: list[tuple[Snapshot, bytes]], profile: SiteProfile) -> Dossier:
    """A product with its fetched pages, its own pages first."""
    order = list(Role)
    read: list[Page] = []
    for snapshot, body in sorted(pages, key=lambda pair: order.index(pair[0].role)):
        if snapshot.final_url not in {page.url for page in read}:
            kind = snapshot.headers.get("content-type", "")
            read.append(parse_page(body, url=snapshot.final_url, content_type=kind, role=snapshot.role))
    return Dossier(product=product, pages=tuple(read), profile=profile)


def _judged(
    products: tuple[Product, ...],
    snapshots: tuple[Snapshot, ...],
    profile: SiteProfile,
    progress: Callable[[int], None],
) -> Iterator[CheckResult]:
    fetched: dict[str, list[Snapshot]] = {}
    for snapshot in snapshots:
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256:
            fetched.setdefault(snapshot.product_id, []).append(snapshot)
    for done, product in enumerate(products, start=1):
        pages = [(s, history.body(s.body_sha256)) for s in fetched.get(product.id, []) if s.body_sha256]
        yield from judge(dossier_of(product, pages, profile))
        progress(done)


def _served(snapshot: Snapshot) -> ServedPage:
    return ServedPage(
        url=snapshot.final_url,
        final_url=snapshot.final_url,
        status=snapshot.status or 200,
        headers=snapshot.headers,
        body=history.body(snapshot.body_sha256 or ""),
    )


def _too_little(run: Run) -> str:
    """Why the run gives no figure; empty where enough products were measured."""
    day = day_of(run)
    active = {product.id for product in history.products(run.id) if product.active_on(day)}
    fetched = {s.product_id for s in history.snapshots(run.id) if s.outcome is FetchOutcome.OPGEHAALD}
    measured = len(active & fetched)
    if not active or measured < COVERAGE_FLOOR * len(active):
        return f"Van {measured} van de {len(active)} producten kwam een pagina binnen; nodig is {COVERAGE_FLOOR:.0%}."
    return ""


def _site_of(products: tuple[Product, ...]) -> str:
    url = next((url for product in products for url in product.urls), "")
    return "/".join(url.split("/")[:3])
