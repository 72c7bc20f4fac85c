"""A small city with three runs: real pages, judged by the real checks, and one fault of the header on 120 pages."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from checks.check import judge
from model.page import Dossier, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run, RunState
from model.scan import AxeScan, ScanOutcome, UntestedFrame
from pages import parse_page
from store import history

SITE = "https://www.voorbeeldstad.example"
HOSTILE = "<script>document.title='gekaapt'</script>"
NIGHTS = (
    ("r1", datetime(2026, 4, 20, 1, 0, tzinfo=UTC)),
    ("r2", datetime(2026, 8, 24, 1, 0, tzinfo=UTC)),
    ("r3", datetime(2026, 11, 23, 1, 0, tzinfo=UTC)),
)
PLACES = 120

HOW = (
    "<p>Vraag het aan met de knop hieronder. U logt in met uw DigiD.</p>"
    "<p><a class='button' href='/formulier'>Online aanvragen</a></p>"
)
WHERE = "<p>U kunt ook langskomen bij de stadswinkel Centrum, Voorbeeldplein 1.</p>"
COST = "<h2>Kosten</h2><p>De aanvraag kost € 17,40.</p>"
TERM = "<h2>Hoelang duurt het</h2><p>U krijgt binnen 5 werkdagen een besluit.</p>"

FULL = HOW + WHERE + COST + TERM
PAGES: Mapping[str, tuple[str, str, str]] = {
    "paspoort": ("Paspoort", "Burgerzaken", FULL),
    "uittreksel": ("Uittreksel BRP", "Burgerzaken", HOW + WHERE + TERM),
    "geboorteakte": ("Geboorteakte", "Burgerzaken", FULL),
    "huwelijk": ("Huwelijk melden", "Burgerzaken", FULL),
    "kapvergunning": ("Kapvergunning", "Wonen", HOW + WHERE),
    "dakkapel": ("Dakkapel", "Wonen", "<p>Dit is een pagina over dakkapellen.</p>"),
    "parkeervergunning": ("Parkeervergunning", "Wonen", FULL),
    "kwaad": (
        HOSTILE,
        "Wonen",
        f"<p>{HOSTILE.replace('<', '&lt;')}</p><p>Betaal € 12,00 <b onclick='alert(1)'>nu</b>.</p>" + HOW,
    ),
    "weg": ("Verdwenen product", "Wonen", ""),
}


def products() -> tuple[Product, ...]:
    """The catalog."""
    return tuple(
        Product(
            id=name,
            name=title,
            urls=(f"{SITE}/{name}",),
            cluster=cluster,
            owner="Team Web",
            online_possible=Possible.JA,
            line=place,
        )
        for place, (name, (title, cluster, _)) in enumerate(PAGES.items(), start=2)
    )


def page(name: str, changes: Mapping[str, str] | None = None) -> bytes:
    """A product's page; ``changes`` replaces the text of some."""
    title, _, text = PAGES[name]
    text = (changes or {}).get(name, text)
    shown = title.replace("<", "&lt;")
    head = f"<!doctype html><html lang='nl'><title>{shown}</title>"
    return f"{head}<body><main><h1>{shown}</h1>{text}</main></body></html>".encode()


def measure(
    run_id: str,
    began: datetime,
    changes: Mapping[str, str] | None = None,
    faults: int = PLACES,
    gone: Collection[str] = ("weg",),
    broken: bool = True,
) -> Run:
    """One whole run, saved. ``gone`` are products whose page is away; ``broken`` says whether the header has its fault."""
    run = Run(id=run_id, started_at=began, site=SITE, catalog_sha256="c" * 64, tool_version="0.1.0")
    history.start_run(run, products())
    results = []
    for product in products():
        body = page(product.id, changes) if product.id not in gone else b""
        sha256 = hashlib.sha256(body).hexdigest() if body else None
        outcome = FetchOutcome.OPGEHAALD if body else FetchOutcome.NIET_GEVONDEN
        snapshot = Snapshot(
            run_id=run_id,
            product_id=product.id,
            url=product.urls[0],
            final_url=product.urls[0],
            role=Role.PRODUCTPAGINA,
            outcome=outcome,
            status=200 if body else 404,
            fetched_at=began,
            headers={"content-type": "text/html; charset=utf-8"},
            body_sha256=sha256,
        )
        history.save_snapshot(snapshot, body)
        read = (parse_page(body, url=product.urls[0], content_type="text/html"),) if body else ()
        results += judge(Dossier(product=product, pages=read))
    history.save_results(run_id, results)
    for place in range(faults):
        scan = _scan(run_id, began, place)
        history.save_scan(scan if broken else replace(scan, result={"violations": [], "incomplete": []}))
    history.finish_run(
        run_id,
        finished_at=began + timedelta(hours=1),
        state=RunState.VOLLEDIG,
        axe_version="4.14.1",
        browser_version="150",
        check_versions={"hoe": 1, "waar": 1, "kosten": 1, "afhandeltermijn": 1, "online": 1},
    )
    return history.run(run_id)


def fill() -> None:
    """Three runs in three tertalen. The second one still held the cost of the extract; the third one lost it."""
    (first, one), (second, two), (third, three) = NIGHTS
    measure(first, one, {"parkeervergunning": HOW + WHERE})
    measure(second, two, {"uittreksel": FULL})
    measure(third, three)


def _scan(run_id: str, began: datetime, place: int) -> AxeScan:
    names = [name for name in PAGES if name != "weg"]
    url = f"{SITE}/{names[place]}" if place < len(names) else f"{SITE}/nieuws/{place}"
    header = _rule(
        "button-name", "critical", "wcag412", "Buttons must have discernible text", '<button class="zoek"></button>'
    )
    doubt = _rule(
        "color-contrast", "serious", "wcag143", "Elements must meet contrast", '<p class="foto">Tekst op foto</p>'
    )
    habit = _rule("region", "moderate", "best-practice", "Content in landmarks", "<p>los</p>")
    return AxeScan(
        run_id=run_id,
        url=url,
        viewport=1280,
        scanned_at=began,
        outcome=ScanOutcome.GETEST,
        axe_version="4.14.1",
        browser_version="150",
        result={
            "violations": [header, habit] if place % 10 == 0 else [header],
            "incomplete": [doubt] if place < 40 else [],
        },
        frames_not_tested=(UntestedFrame(url="https://kaart.example/", reason="antwoordde niet op tijd"),)
        if place == 3
        else (),
    )


def _rule(name: str, impact: str, tag: str, text: str, html: str) -> dict[str, object]:
    node = {"target": ["header > .zoek"], "html": html, "impact": impact, "component": f"body>header>{name}"}
    return {"id": name, "impact": impact, "tags": [tag], "help": text, "nodes": [node]}
