"""Made-up facts for the store's tests."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from model.finding import CheckResult, Finding, Online, Outcome
from model.page import Evidence, FetchOutcome, Role, Snapshot
from model.product import Possible, Product
from model.run import Run
from model.scan import AxeScan, ScanOutcome, UntestedFrame

NIGHT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
ADDRESS = "https://gemeente.example/paspoort"


def a_run(run_id: str = "nacht", **changes: Any) -> Run:
    facts = {"started_at": NIGHT, "site": "https://gemeente.example", "catalog_sha256": "c" * 64, "tool_version": "0.1"}
    return Run(id=run_id, **{**facts, **changes})


def a_product(product_id: str = "paspoort", **changes: Any) -> Product:
    facts = {
        "name": "Paspoort ‘nieuw’ € 83,87",
        "urls": (ADDRESS, ADDRESS + "/start-paspoort"),
        "cluster": "Dienstverlening",
        "audience": "inwoner",
        "theme": "documenten",
        "upl": "paspoort",
        "online_possible": Possible.NEE,
        "costs_possible": Possible.JA,
        "owner": "Burgerzaken",
        "active_from": date(2020, 1, 1),
        "source": "eigen waarneming",
        "source_date": "2026-11",
        "line": 7,
        "extra": (("opmerking", "=1+1"),),
    }
    return Product(id=product_id, **{**facts, **changes})


def a_snapshot(body: bytes | None = b"<h1>Paspoort</h1>", **changes: Any) -> Snapshot:
    facts = {
        "run_id": "nacht",
        "product_id": "paspoort",
        "url": ADDRESS,
        "final_url": ADDRESS + "/",
        "role": Role.PRODUCTPAGINA,
        "outcome": FetchOutcome.OPGEHAALD,
        "status": 200,
        "fetched_at": NIGHT,
        "headers": {"content-type": "text/html", "x-vreemd": "nul \x00 en half \ud83d"},
        "body_sha256": None if body is None else hashlib.sha256(body).hexdigest(),
    }
    return Snapshot(**{**facts, **changes})


def a_scan(**changes: Any) -> AxeScan:
    facts = {
        "run_id": "nacht",
        "url": ADDRESS,
        "viewport": 1280,
        "scanned_at": NIGHT,
        "outcome": ScanOutcome.GETEST,
        "axe_version": "4.14.1",
        "browser_version": "156",
        "result": {
            "violations": [{"id": "label", "nodes": [{"html": "<input\x00>", "target": ["#a"]}]}],
            "incomplete": [],
        },
        "frames_not_tested": (UntestedFrame(url="https://elders.example/", reason="te traag"),),
        "seconds": 0.25,
        "final_url": ADDRESS + "/",
        "key": "k" * 64,
        "assets": {"https://gemeente.example/stijl.css": "a" * 64},
        "blocked": {"meten.example": 2},
        "measured_at": NIGHT,
    }
    return AxeScan(**{**facts, **changes})


def a_result(check_id: str = "kosten", outcome: Outcome | Online = Outcome.AANWEZIG, **changes: Any) -> CheckResult:
    quote = Evidence(url=ADDRESS, selector="main > p", quote="U betaalt € 83,87")
    facts = {
        "product_id": "paspoort",
        "check_version": 1,
        "finding": Finding(outcome=outcome, reason="prijs", evidence=(quote,)),
        "message": "De kosten staan op de pagina.",
    }
    return CheckResult(check_id=check_id, **{**facts, **changes})
