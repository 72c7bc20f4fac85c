"""Whatever a page does, it ends in a named outcome and costs no other page."""

from __future__ import annotations

import pytest

from crawler.browser import as_json
from model.scan import ScanOutcome
from tests.browser.conftest import HTML, Audit, Site, document, faults

pytestmark = pytest.mark.browser

FAULT = '<img src="/i.png">'
KINDLY = {
    "alert": "<script>alert(1);confirm(2);prompt(3)</script>",
    "beforeunload": "<script>onbeforeunload=e=>{e.preventDefault();return 'x'}</script>",
    "popup": "<script>window.open('/ok');window.open('/ok')</script>",
    "print": "<script>print()</script>",
    "close": "<script>window.close()</script>",
    "worker": "<script>navigator.serviceWorker?.register('/sw.js')</script>",
    "tamper": "<script>Array.prototype.map=()=>[];JSON.stringify=()=>'';window.axe=1;Promise=1;setTimeout=1</script>",
    "throws": "<script>onerror=null;throw new Error('kapot')</script>",
    "late": "<div id=d></div><script>fetch('/data').then(r=>r.text()).then(t=>d.innerHTML=t)</script>",
}


def test_pages_that_disturb_a_visitor_are_tested_all_the_same(site: Site, audit: Audit) -> None:
    site.pages = {f"/{name}": document(script + (FAULT if name != "late" else "")) for name, script in KINDLY.items()}
    site.pages["/data"] = (200, {"content-type": "text/plain"}, FAULT.encode())
    site.pages["/sw.js"] = (200, {"content-type": "text/javascript"}, b"onfetch=e=>e.respondWith(new Response('x'))")
    scans = audit(*(site.served(f"/{name}") for name in KINDLY))
    assert {scan.url.rpartition("/")[2]: faults(scan) for scan in scans} == {
        name: {("image-alt", "['img']")} for name in KINDLY
    }


@pytest.mark.parametrize(
    ("page", "outcome", "words"),
    [
        (document("", '<meta http-equiv="refresh" content="0;url=/ok">'), ScanOutcome.DOORGESTUURD, "/ok"),
        (document("<script>location.href='/ok'</script>"), ScanOutcome.DOORGESTUURD, "/ok"),
        (document("<form method=post action=/ok></form><script>document.forms[0].submit()</script>"),
         ScanOutcome.DOORGESTUURD, "/ok"),
        ((404, HTML, b"<title>weg</title>"), ScanOutcome.NIET_GELADEN, "404"),
        ((200, {"content-type": "application/pdf"}, b"%PDF-1.4"), ScanOutcome.GEEN_HTML, "application/pdf"),
        ((200, {"content-type": "text/html", "content-disposition": "attachment"}, b"x"), ScanOutcome.NIET_GELADEN, "bestand"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("live", [False, True])
def test_pages_that_cannot_be_tested_say_why(
    site: Site, audit: Audit, page: object, outcome: ScanOutcome, words: str, live: bool
) -> None:
    site.pages = {"/p": page, "/ok": document("")}  # type: ignore[dict-item]
    (scan,) = audit(f"{site.here}/p" if live else site.served("/p"))
    assert scan.outcome is outcome
    assert words in scan.detail
    assert scan.result == {}
    assert not any(path == "/ok" for _, path in site.asked)


def test_an_endless_script_costs_its_own_page_only(site: Site, audit: Audit) -> None:
    site.pages = {
        "/endless": document("<script>for(;;);</script>"),
        "/later": document("<script>setTimeout(()=>{for(;;);})</script>"),
        "/ok": document(FAULT),
    }
    by_path = {
        scan.url.rpartition("/")[2]: scan.outcome
        for scan in audit(*(site.served(path) for path in site.pages), page_deadline=8.0)
    }
    assert by_path == {"endless": ScanOutcome.TE_TRAAG, "later": ScanOutcome.TE_TRAAG, "ok": ScanOutcome.GETEST}


def test_addresses_that_nobody_answers_are_named(audit: Audit) -> None:
    scans = audit("http://127.0.0.1:9/", "http://nergens.invalid/", "geen adres")
    assert {scan.outcome for scan in scans} == {ScanOutcome.NIET_GELADEN}
    assert all(scan.detail for scan in scans)


def test_the_json_has_axes_own_form_per_address(site: Site, audit: Audit) -> None:
    site.pages = {"/a": document(FAULT)}
    shown = as_json(audit(f"{site.here}/a", f"{site.here}/weg", viewports=(1280, 320)))
    first, second = shown["pages"]
    assert (shown["pages_total"], shown["pages_tested"]) == (2, 1)
    assert (first["outcome"], second["outcome"]) == ("getest", "niet geladen")
    (rule,) = first["violations"]
    assert (rule["id"], rule["impact"], rule["nodes"][0]["target"]) == ("image-alt", "critical", ["img"])
    assert "wcag111" in rule["tags"]
    assert rule["nodes"][0]["html"] == FAULT
    assert first["axe_version"].startswith("4.14")
    assert set(first["viewports"]) == {"1280", "320"}
