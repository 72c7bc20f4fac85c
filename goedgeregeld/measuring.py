"""The steps of a run, in order: begin, crawl, audit, judge, finish. They meet only in the store, so each can be done again."""

from __future__ import annotations

import os
import random
import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from checks.check import all_checks, judge
from checks.wcag import axe_issues
from crawler.addresses import allowed_hosts, moved
from crawler.browser import BrowserSettings, ServedPage, scan
from crawler.catalog import catalog_sha256, examine_catalog, read_catalog
from crawler.crawl import CrawlSummary, crawl
from crawler.patience import may_pass
from crawler.profile import read_profile
from crawler.reach import named_by_a_person
from goedgeregeld import settings
from goedgeregeld.method import packed_method
from goedgeregeld.terminal import steps
from model.claim import Claim
from model.finding import CheckResult
from model.landing import Landing
from model.page import Dossier, FetchOutcome, Page, Role, Snapshot
from model.product import Product
from model.profile import SiteProfile
from model.run import Run, RunState
from model.scan import AxeScan
from pages import parse_page
from reports.coverage import decide
from reports.report import write_report
from reports.soundness import unsound
from store import history
from store.claims import claims_at
from web.axe_words import LOCALE, dutch_advice, dutch_rules
from web.chosen import chosen
from web.told import corrected_results, facts_of, reliability_of

_SAMPLE = 40  # pages of which the text is compared with each other


def today() -> date:
    """The day in the Netherlands."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def begin(catalog: Path, site: str, *, save: Callable[[Run, Sequence[Product]], None] = history.start_run) -> Run:
    """Read the catalog and start a run. Raises UserError for a faulty catalog."""
    products = read_catalog(catalog)
    now = datetime.now(UTC)
    run = Run(
        id=f"{now:%Y%m%dT%H%M%S}-{os.urandom(4).hex()}",
        started_at=now,
        site=site or _first_site(products),
        catalog_sha256=catalog_sha256(catalog),
        tool_version=version("goedgeregeld"),
    )
    history.migrate()
    save(run, products)
    return run


def crawl_run(
    run: Run,
    *,
    profile: SiteProfile,
    site: str,
    contact: str,
    journal: Path | None = None,
    seconds: float | None = None,
    came: Callable[[Snapshot], None] = lambda snapshot: None,
    again: bool = False,
) -> CrawlSummary:
    """Fetch what the run does not hold yet; ``came`` is told of every page when it is stored.

    With a ``journal`` nothing that came in before is asked again, also where the process was killed before it was stored.
    ``again`` gives what failed for a passing reason one more try. ``seconds`` is how long it may take.
    """
    products = history.products(run.id)

    def save(snapshot: Snapshot, body: bytes) -> None:
        history.save_snapshot(snapshot, body)
        came(snapshot)

    with steps("Nog eens proberen" if again else "Pagina's ophalen", len(products)) as shown:
        return crawl(
            products,
            run_id=run.id,
            profile=profile,
            site=site,
            contact=contact,
            save=save,
            already=_stored(run, products, profile, site, whole=journal is not None, again=again),
            progress=shown.at,
            day=day_of(run),
            settings={
                "PRIVATE_HOSTS": list(settings.PRIVATE_HOSTS),
                **({"JOURNAL": str(journal)} if journal else {}),
                **({"RUN_DEADLINE": max(seconds, 0.0)} if seconds is not None else {}),
            },
        )


def audit_run(run: Run, browser: BrowserSettings, *, earlier: Run | None = None) -> int:
    """Test every fetched page that the run has no result for; returns how many tests were added.

    What did not change since the run ``earlier`` keeps the result of then.
    """
    done = tested_pages(run, browser)
    fetched = {
        snapshot.final_url: snapshot
        for snapshot in history.snapshots(run.id)
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.final_url not in done
    }
    tested = 0
    with steps("Toegankelijkheid testen", len(fetched)) as shown:
        pages = (served(snapshot) for snapshot in fetched.values())
        scans = scan(
            pages, browser, run_id=run.id, now=lambda: datetime.now(UTC), earlier=earlier_scans(earlier, browser)
        )
        for tested, found in enumerate(scans, start=1):
            history.save_scan(found)
            shown.at(tested // len(browser.viewports))
    return tested


def earlier_scans(earlier: Run | None, browser: BrowserSettings) -> Callable[[str], tuple[AxeScan, ...]]:
    """Gives the tests of an address in the run ``earlier``; none where there was no such run."""

    def found(url: str) -> tuple[AxeScan, ...]:
        return history.earlier_scans(earlier.id, url, browser.viewports) if earlier else ()

    return found


def tested_pages(run: Run, browser: BrowserSettings) -> frozenset[str]:
    """The addresses that have a result at every width."""
    widths: dict[str, set[int]] = {}
    for found in history.scans(run.id):
        widths.setdefault(found.url, set()).add(found.viewport)
    return frozenset(url for url, seen in widths.items() if seen >= set(browser.viewports))


def judge_run(run: Run, profile: SiteProfile) -> int:
    """Judge every product on the pages that the run holds; returns how many products were judged."""
    products = history.products(run.id)
    with steps("Beoordelen", len(products)) as shown:
        results = judged(run, profile, shown.at)
        history.save_results(run.id, results, method=packed_method(), profile=asdict(profile))
    return len(products)


def judged(
    run: Run, profile: SiteProfile, progress: Callable[[int], None] = lambda done: None
) -> Iterator[CheckResult]:
    """What the checks of now say of every product, on the pages that the run holds; nothing is saved."""
    landings, claims = history.landings(run.id), claims_at(run.started_at)
    for done, (product, pages) in enumerate(pages_of(run), start=1):
        try:
            results = judge(dossier_of(product, pages, profile, day_of(run), landings, claims.get(product.id, ())))
        except Exception:  # one page that cannot be read must not end the night, and must be seen
            unread = judge(Dossier(product=product, profile=profile))
            results = tuple(replace(result, error=traceback.format_exc()) for result in unread)
        yield from results
        progress(done)


def pages_of(run: Run) -> Iterator[tuple[Product, list[tuple[Snapshot, bytes]]]]:
    """Every product of the run with its fetched pages and their bodies, one product at a time."""
    fetched: dict[str, list[Snapshot]] = {}
    for snapshot in history.snapshots(run.id):
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256:
            fetched.setdefault(snapshot.product_id, []).append(snapshot)
    for product in history.products(run.id):
        yield product, [(s, history.body(s.body_sha256)) for s in fetched.get(product.id, []) if s.body_sha256]


def report_run(run: Run, folder: Path, profile: SiteProfile) -> tuple[Path, ...]:
    """Write the report of a run from what the store holds; returns the files, the document first."""
    scans = history.scans(run.id)
    return write_report(
        folder,
        run=run,
        products=history.products(run.id),
        snapshots=history.snapshots(run.id),
        results=corrected_results(run, facts_of(run), history.runs()),
        issues=axe_issues(scans),
        scans=scans,
        day=day_of(run),
        municipality=profile.municipality,
        rule_texts=dutch_rules(),
        advice=dutch_advice(),
        reliability=reliability_of(run),
        doubting=settings.DOUBT,
    )


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
    # A form or appointment in a frame is part of the page that a visitor sees.
    hosts = (*allowed_hosts(profile, site), *profile.form_hosts, *profile.appointment_hosts)
    return BrowserSettings(
        chromium=settings.CHROMIUM,
        chromedriver=settings.CHROMEDRIVER,
        axe_path=settings.NODE_MODULES / "axe-core" / "axe.min.js",
        locale=_axe_locale(),
        second_opinion=Path(settings.SECOND_OPINION) if settings.SECOND_OPINION else None,
        tabs=settings.TABS,
        grid_url=settings.GRID_URL,
        browsers=settings.BROWSERS,
        page_deadline=settings.PAGE_DEADLINE,
        allowed_hosts=hosts or None,
        silent_hosts=profile.silent_hosts,
        own_network=(*settings.PRIVATE_HOSTS, *sorted(named_by_a_person(hosts))),
    )


def _axe_locale() -> Path | None:
    if settings.AXE_LOCALE == "en":
        return None
    return LOCALE if settings.AXE_LOCALE == "nl" else Path(settings.AXE_LOCALE)


def profile_of(path: Path | None) -> SiteProfile:
    """The facts of the municipality's site; the setting's profile where none is named."""
    return read_profile(path or settings.PROFILE)


def products_of(catalog: Path) -> tuple[Product, ...]:
    """The products of a catalog; its remarks are for ``catalog check``. UserError for a faulty one."""
    return examine_catalog(catalog).products


def dossier_of(
    product: Product,
    pages: list[tuple[Snapshot, bytes]],
    profile: SiteProfile,
    day: date | None = None,
    landings: Mapping[str, Landing] | None = None,
    claims: tuple[Claim, ...] = (),
) -> Dossier:
    """A product with its fetched pages, its own pages first."""
    order = list(Role)
    read: list[Page] = []
    for snapshot, body in sorted(pages, key=lambda pair: order.index(pair[0].role)):
        if snapshot.final_url not in {page.url for page in read}:
            kind = snapshot.headers.get("content-type", "")
            read.append(parse_page(body, url=snapshot.final_url, content_type=kind, role=snapshot.role))
    return Dossier(product=product, pages=tuple(read), profile=profile, day=day, landings=landings or {}, claims=claims)


def served(snapshot: Snapshot) -> ServedPage:
    """A fetched page as the browser gets it."""
    return ServedPage(
        url=snapshot.final_url,
        final_url=snapshot.final_url,
        status=snapshot.status or 200,
        headers=snapshot.headers,
        body=history.body(snapshot.body_sha256 or ""),
    )


def _stored(
    run: Run, products: Sequence[Product], profile: SiteProfile, site: str, *, whole: bool, again: bool
) -> list[str]:
    """The addresses that need not be asked: with ``whole`` those of products that are stored with all their pages."""
    by_product: dict[str, dict[str, Snapshot]] = {}
    for snapshot in history.snapshots(run.id):
        if snapshot.outcome is not FetchOutcome.NIET_GEVRAAGD:
            by_product.setdefault(snapshot.product_id, {})[snapshot.url] = snapshot
    if not whole:
        return [url for pages in by_product.values() for url in pages]
    stored: list[str] = []
    for product in products:
        urls, pages = [moved(url, profile, site) for url in product.urls], by_product.get(product.id, {})
        if all(url in pages for url in urls) and not (again and any(map(may_pass, pages.values()))):
            stored += urls
    return stored


def _too_little(run: Run) -> str:
    """Why the run gives no figure; empty where enough products were measured."""
    products, snapshots, day = history.products(run.id), history.snapshots(run.id), day_of(run)
    verdicts = decide(products, snapshots, history.results(run.id), day)
    return unsound(products, snapshots, verdicts, day, texts=_texts(snapshots), floor=chosen("COVERAGE_FLOOR"))


def sample(snapshots: Sequence[Snapshot]) -> list[tuple[Page, bytes]]:
    """Some of the fetched product pages with their bytes, the same ones each time."""
    main = [
        s for s in snapshots if s.role is Role.PRODUCTPAGINA and s.outcome is FetchOutcome.OPGEHAALD and s.body_sha256
    ]
    chosen = random.Random(len(main)).sample(main, min(len(main), _SAMPLE))
    found = []
    for snapshot in chosen:
        body, kind = history.body(snapshot.body_sha256 or ""), snapshot.headers.get("content-type", "")
        found.append((parse_page(body, url=snapshot.final_url, content_type=kind), body))
    return found


def _texts(snapshots: Sequence[Snapshot]) -> dict[str, str]:
    """What a sample of the product pages says, by address, without digits; for telling whether they all say the same."""
    return {
        page.url: re.sub(r"\d+", "", " ".join([page.title, *(section.text for section in page.sections)]))
        for page, _ in sample(snapshots)
    }


def site_of(catalog: Path) -> str:
    """The site that a catalog is about: that of its first address."""
    return _first_site(read_catalog(catalog))


def _first_site(products: Sequence[Product]) -> str:
    url = next((url for product in products for url in product.urls), "")
    return "/".join(url.split("/")[:3])
