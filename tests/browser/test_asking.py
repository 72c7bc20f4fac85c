"""The site is asked for each thing once, and hosts that must not be contacted are not."""

from __future__ import annotations

import pytest

from model.scan import ScanOutcome
from tests.browser.conftest import Audit, Site, document, faults

pytestmark = pytest.mark.browser
HEAD = '<link rel="stylesheet" href="/s.css"><script src="/s.js"></script>'


def test_twenty_pages_at_two_widths_ask_for_each_asset_once_and_for_no_page(site: Site, audit: Audit) -> None:
    site.pages = {
        f"/p{number}": document('<p class="grijs">Tekst</p><img alt="" src="/i.png">', HEAD) for number in range(20)
    }
    site.pages["/s.css"] = (
        200,
        {"content-type": "text/css"},
        b".grijs{color:#999}@import '/t.css';@font-face{font-family:a;src:url(/f.woff2)}",
    )
    site.pages["/s.js"] = (200, {"content-type": "text/javascript"}, b"document.documentElement.dataset.js=1")
    scans = audit(
        *(site.served(path) for path in list(site.pages)[:20]),
        viewports=(1280, 320),
        allowed_hosts=(f"127.0.0.1:{site.port}",),
    )
    assert len(scans) == 40
    assert all(faults(scan) == {("color-contrast", "['p']")} for scan in scans)
    paths = [path for _, path in site.asked]
    assert sorted(paths) == sorted(set(paths))
    assert set(paths) == {"/s.css", "/s.js", "/i.png"}
    assert scans[0].assets.keys() == {f"{site.here}{path}" for path in paths}


def test_silent_hosts_are_never_contacted_and_counted(site: Site, audit: Audit) -> None:
    site.pages = {
        "/p": document(
            f'<script src="{site.elsewhere}/analytics.js"></script><script>navigator.sendBeacon("/b")</script>'
        )
    }
    (scan,) = audit(f"{site.here}/p", silent_hosts=(f"localhost:{site.port}",))
    assert scan.blocked == {f"localhost:{site.port}": 1, f"127.0.0.1:{site.port}": 1}
    assert site.asked == [(f"127.0.0.1:{site.port}", "/p")]


def test_no_other_way_leads_to_the_network(site: Site, audit: Audit) -> None:
    ways = (
        "<a id=a target=_blank href=/venster>x</a><script>a.click(); window.open('/open'); new SharedWorker('/shared.js');"
        "new Worker('/worker.js'); new EventSource('/events'); navigator.sendBeacon('/beacon'); new WebSocket('ws://'"
        "+location.host+'/socket'); fetch('/post', {method: 'POST'}); navigator.serviceWorker?.register('/sw.js');"
        "new Image().src = '/image'</script><link rel=prefetch href=/prefetch><link rel=preconnect href=/>"
        f"<link rel=preconnect href='{site.elsewhere}'><form target=_blank action=/form></form>"
    )
    site.pages = {"/p": document(f"{ways}<script>document.forms[0].submit()</script>"), "/q": document("rustig")}
    allowed = (f"127.0.0.1:{site.port}",)
    scans = audit(site.served("/p"), site.served("/q"), allowed_hosts=allowed, tabs=1)
    assert [scan.outcome for scan in scans] == [ScanOutcome.GETEST] * 2
    assert {path for _, path in site.asked} <= {"/image", "/worker.js", "/shared.js"}
    assert scans[1].assets == {}


def test_a_page_is_a_first_visit_also_after_another_page_of_the_same_site(site: Site, audit: Audit) -> None:
    seen = (
        "<script>if(localStorage.x||sessionStorage.x||document.cookie)document.write('<img src=/i.png>');"
        "localStorage.x=sessionStorage.x=1;document.cookie='x=1'</script>"
    )
    site.pages = {f"/p{number}": document(seen) for number in range(6)}
    scans = audit(*(site.served(path) for path in site.pages), tabs=1)
    assert [faults(scan) for scan in scans] == [set()] * 6
