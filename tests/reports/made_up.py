"""A made-up night of a made-up city: every outcome, every cause, and strings that try to break out of the report."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from model.finding import ELEMENTS, CheckResult, Finding, Online, Outcome
from model.page import Evidence, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run, RunState
from model.scan import AxeIssue, AxeScan, ScanOutcome, UntestedFrame

NIGHT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
DAY = date(2026, 11, 24)
SITE = "https://www.voorbeeldstad.example"
HOSTILE = (
    "<script>document.title='gekaapt'</script>",
    '"><img src=x onerror="document.title=1">',
    '=HYPERLINK("http://kwaad.example";"klik")',
    "{{ told.run.id }}{% debug %}",
    "Eenheelerglangwoordzonderspatiesofstreepjesdatnietindebreedtevaneentelefoonpast" * 3,
    "@SUM(1+1)|cmd",
    "\u202egnikeer \x00 \ud83d",
)
CLUSTERS = (
    "Burgerzaken",
    "Bouwen en wonen",
    "Werk en inkomen",
    "Parkeren en verkeer",
    "Belastingen",
    "Afval",
    "Zorg",
    "",
)
NAMES = (
    "Paspoort",
    "Uittreksel",
    "Kapvergunning",
    "Bijstand",
    "Parkeervergunning",
    "Kwijtschelding",
    "Grofvuil",
    "Huwelijk",
)
KINDS = ("aanvragen", "verlengen", "wijzigen", "melden", "opzeggen", "bekijken", "inzien", "terugvragen")
QUOTES = {
    "hoe": "U vraagt het aan met de knop hieronder. U logt in met uw DigiD.",
    "waar": "U kunt langskomen bij de stadswinkel Centrum, Voorbeeldplein 1.",
    "kosten": "Het kost € 83,87. U betaalt bij de balie met pin.",
    "afhandeltermijn": "Na 5 werkdagen ligt het voor u klaar. In de zomer kan het een paar dagen langer duren dan u gewend bent.",
    "online": "Online aanvragen met DigiD",
}
MESSAGES = {
    Outcome.AANWEZIG: "Dit staat op de pagina.",
    Outcome.NVT: "Dit kan voor dit product niet bestaan.",
    Outcome.ONVOLLEDIG: "De pagina noemt het, maar de bezoeker moet verder zoeken. Zet het bedrag of de termijn erbij.",
    Outcome.ONTBREEKT: "Dit staat niet op de pagina. De bezoeker weet niet waar die aan toe is. Noem het onder een eigen kop.",
    Outcome.ONZEKER: "Er staan twee antwoorden op de pagina. Lees welke bij dit product hoort.",
    Outcome.NIET_GEMETEN: "De controle kon deze pagina niet lezen.",
}
ELEMENT_CHANCES = (
    (Outcome.AANWEZIG, 80),
    (Outcome.NVT, 6),
    (Outcome.ONVOLLEDIG, 6),
    (Outcome.ONTBREEKT, 6),
    (Outcome.ONZEKER, 2),
)
ONLINE_CHANCES = (
    (Online.JA, 60),
    (Online.EXTERN, 12),
    (Online.NEE, 18),
    (Online.ONBEKEND, 6),
    (Online.ONZEKER, 3),
    (Online.NIET_GEMETEN, 1),
)


def a_night(amount: int = 250, seed: int = 7, hostile: bool = True) -> dict[str, Any]:
    """The arguments of ``write_report`` for ``amount`` products."""
    dice = random.Random(seed)
    products = [_product(place, dice, hostile) for place in range(amount)]
    snapshots = [snapshot for place, product in enumerate(products) for snapshot in _snapshots(place, product)]
    fetched = {each.product_id for each in snapshots if each.outcome is FetchOutcome.OPGEHAALD}
    results = [result for product in products if product.id in fetched for result in _results(product, dice, hostile)]
    scans = [_scan(place, each) for place, each in enumerate(snapshots) if each.outcome is FetchOutcome.OPGEHAALD]
    return {
        "run": Run(
            id="2026-11-24T0130-voorbeeldstad",
            started_at=NIGHT,
            finished_at=NIGHT + timedelta(hours=1),
            site=SITE,
            catalog_sha256="c0ffee" * 10 + "beef",
            tool_version="0.1.0",
            state=RunState.VOLLEDIG,
            axe_version="4.14.1",
            browser_version="Chromium 156",
            check_versions={"hoe": 1, "waar": 1, "kosten": 2, "afhandeltermijn": 1, "online": 1},
        ),
        "products": products,
        "snapshots": snapshots,
        "results": results,
        "issues": _issues([scan.url for scan in scans], hostile),
        "scans": scans,
        "day": DAY,
        "municipality": "Voorbeeldstad",
        "rule_texts": {
            "color-contrast": "Tekst moet genoeg afsteken tegen de achtergrond",
            "label": "Geef elk invoerveld een naam",
        },
        "advice": {"label": {"redactie": "", "webteam": "Vraag het webteam om elk invoerveld een naam te geven."}},
    }


def nothing() -> dict[str, Any]:
    """A run over an empty catalog."""
    return {**a_night(0), "issues": [], "scans": []}


def _product(place: int, dice: random.Random, hostile: bool) -> Product:
    name = f"{NAMES[place % 8]} {KINDS[(place // 8) % 8]} {place // 64 + 1}"
    if hostile and place < len(HOSTILE):
        name = HOSTILE[place]
    return Product(
        id=f"product-{place:03}",
        name=name,
        urls=() if place == 20 else (f"{SITE}/{'x' * (90 if place == 11 else 3)}-{place}",),
        cluster=HOSTILE[1] if hostile and place == 30 else CLUSTERS[place % len(CLUSTERS)],
        online_possible=dice.choices((Possible.JA, Possible.NEE, Possible.ONBEKEND), (80, 10, 10))[0],
        owner="Team Web",
        active_until=date(2026, 1, 1) if place in (40, 41) else None,
    )


def _snapshots(place: int, product: Product) -> list[Snapshot]:
    failing = [each for each in FetchOutcome if each is not FetchOutcome.OPGEHAALD]
    outcome = failing[place - 50] if 50 <= place < 50 + len(failing) else FetchOutcome.OPGEHAALD
    pages = [(url, Role.PRODUCTPAGINA, outcome) for url in product.urls]
    if place in (90, 91, 92):
        pages.append((f"{product.urls[0]}/tarieven", Role.TOELICHTING, FetchOutcome.TE_TRAAG))
    return [
        Snapshot(
            run_id="r",
            product_id=product.id,
            url=url,
            final_url=url,
            role=role,
            outcome=ended,
            status=200,
            fetched_at=NIGHT,
            headers={},
        )
        for url, role, ended in pages
    ]


def _results(product: Product, dice: random.Random, hostile: bool) -> list[CheckResult]:
    if product.id == "product-100":
        return []
    results = []
    for question in (*ELEMENTS, "online"):
        chances = ONLINE_CHANCES if question == "online" else ELEMENT_CHANCES
        outcome: Outcome | Online = dice.choices([each for each, _ in chances], [chance for _, chance in chances])[0]
        quote = HOSTILE[int(product.id[-3:])] if hostile and int(product.id[-3:]) < len(HOSTILE) else QUOTES[question]
        evidence = (Evidence(url=product.urls[0], selector="main > p:nth-child(3)", quote=quote),)
        if hostile and product.id == "product-010":
            evidence = (Evidence(url="javascript:alert(1)", selector="p", quote=quote),)
        crashed = product.id == "product-110" or (product.id == "product-111" and question == "hoe")
        if crashed:
            outcome = Online.NIET_GEMETEN if question == "online" else Outcome.NIET_GEMETEN
        results.append(
            CheckResult(
                product_id=product.id,
                check_id=question,
                check_version=1,
                finding=Finding(
                    outcome=outcome, reason="r", evidence=() if outcome in ("ontbreekt", "niet gemeten") else evidence
                ),
                message=MESSAGES.get(outcome, "De aanvraag staat op de pagina.")
                if isinstance(outcome, Outcome)
                else "Zo staat het op de knop.",
                error="Traceback" if crashed else "",
            )
        )
    return results


def _scan(place: int, snapshot: Snapshot) -> AxeScan:
    outcome = {33: ScanOutcome.TE_TRAAG, 34: ScanOutcome.VASTGELOPEN}.get(place, ScanOutcome.GETEST)
    frames = (
        (UntestedFrame(url="https://kaart.example/ingesloten", reason="antwoordde niet op tijd"),)
        if place % 60 == 5
        else ()
    )
    return AxeScan(
        run_id="r",
        url=snapshot.url,
        viewport=1280,
        scanned_at=NIGHT,
        outcome=outcome,
        axe_version="4.14.1",
        browser_version="156",
        result={},
        frames_not_tested=frames,
    )


def _issues(urls: list[str], hostile: bool) -> list[AxeIssue]:
    def issue(rule: str, impact: str, pages: int, per_page: int = 1, **changes: Any) -> AxeIssue:
        facts = {
            "rule_id": rule,
            "impact": impact,
            "criteria": ("4.1.2",),
            "best_practice": False,
            "needs_review": False,
            "component": "body > main > form.zoek > input.veld",
            "places": tuple(
                Evidence(url=url, selector=f"#veld-{place}", quote='<input class="veld" type="text" name="q">')
                for url in urls[:pages]
                for place in range(per_page)
            ),
            "help": "Form elements must have labels",
            "viewports": (1280, 320),
        }
        return AxeIssue(**{**facts, **changes})

    markup = HOSTILE[0] if hostile else "<p>"
    return [
        issue("label", "critical", 200, template=True),
        issue("color-contrast", "serious", 38, 3, criteria=("1.4.3",), component="body > footer > p.klein"),
        issue("color-contrast", "serious", 4, criteria=("1.4.3",), component=f"main > {markup}", viewports=(320,)),
        issue("target-size", "serious", 3, criteria=("2.5.8",), help="Targets must be large"),
        issue("unknown-rule", "moderate", 1, help="Something that only axe says", criteria=("9.9.9", "4.1.2")),
        issue("region", "moderate", 120, best_practice=True, criteria=(), help="All content should be in landmarks"),
        issue("color-contrast", "serious", 60, 2, needs_review=True, criteria=("1.4.3",), component="div.foto > h2"),
        issue("aria-hidden-focus", "", 2, needs_review=True, help="", component=""),
    ]
