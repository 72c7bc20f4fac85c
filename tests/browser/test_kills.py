"""A tab, browser or driver that dies at any moment costs at most a second try; nothing stays behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.browser import BrowserSettings, ServedPage, scan
from crawler.browser.guard import children
from model.scan import AxeScan, ScanOutcome
from tests.browser.conftest import AXE, HTML, Audit, Site, document, faults

pytestmark = pytest.mark.browser
COUNT = 40
BODY = (
    '<img src="/i.png"><p style="color:#999">bleek</p>' + "<p>Regel tekst <a href='/x'>met een verwijzing</a></p>" * 40
)


def descendants(pid: int) -> list[int]:
    return [below for child in children(pid) for below in (child, *descendants(child))]


def processes(kind: str) -> list[int]:
    """Our own chromedriver, browser or renderer processes."""
    found = []
    for pid in descendants(os.getpid()):
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
            role = next((part for part in " ".join(command).split() if part.startswith("--type=")), "")
            is_browser = "headless-shell" in command[0] or command[0].endswith("chromium")
            if (
                (kind == "driver" and command[0].endswith("chromedriver"))
                or (kind == "browser" and is_browser and not role)
                or (kind == "tab" and is_browser and role == "--type=renderer")
            ):
                found.append(pid)
    return found


def pages(count: int = COUNT) -> list[ServedPage]:
    addresses = [f"https://www.gemeente.example/p{number:02}" for number in range(count)]
    return [
        ServedPage(url=url, final_url=url, status=200, headers=HTML, body=document(BODY).encode()) for url in addresses
    ]


@pytest.mark.parametrize("kind", ["tab", "browser", "driver"])
def test_killing_a_process_at_random_moments_changes_no_finding(kind: str) -> None:
    moments = set(random.Random(kind).sample(range(2, COUNT - 4), 3))
    killed, found = 0, []
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,), allowed_hosts=())
    for seen, one in enumerate(scan(pages(), settings, run_id="r1", now=lambda: datetime.now(UTC)), 1):
        found.append(one)
        if seen in moments:
            for pid in processes(kind)[-1:]:
                os.kill(pid, signal.SIGKILL)
                killed += 1
    assert killed >= 2
    assert sorted(one.url for one in found) == [page.url for page in pages()]
    assert {one.outcome for one in found} == {ScanOutcome.GETEST}
    assert {frozenset(rule for rule, _ in faults(one)) for one in found} == {frozenset({"image-alt", "color-contrast"})}
    assert len({frozenset(faults(one)) for one in found}) == 1
    assert processes("browser") == processes("driver") == []


def test_a_page_that_takes_its_tab_down_each_time_is_named_and_its_neighbours_are_tested(
    site: Site, audit: Audit
) -> None:
    # A loop that eats memory until the renderer falls over, as a page on the web may do.
    greedy = "<script>const all=[];for(;;)all.push(new Array(5e6).fill(all.length+.5))</script>"
    buffers = greedy.replace("new Array(5e6)", "new Float64Array(5e6)")
    site.pages = {"/gulzig": document(greedy), "/buffers": document(buffers)}
    site.pages |= {f"/p{number}": document(BODY) for number in range(6)}
    found = audit(*(site.served(path) for path in site.pages), tab_memory_limit=600_000_000)
    scans = {scan.url.rpartition("/")[2]: scan for scan in found}
    assert {scans.pop("gulzig").outcome, scans.pop("buffers").outcome} == {ScanOutcome.VASTGELOPEN}
    assert {scan.outcome for scan in scans.values()} == {ScanOutcome.GETEST}


def test_the_browser_is_renewed_by_page_count_without_losing_a_page(audit: Audit) -> None:
    scans = audit(*pages(12), pages_per_browser=7, pages_per_tab=2, allowed_hosts=())
    assert [scan.outcome for scan in scans] == [ScanOutcome.GETEST] * 12


def left_behind(marker: str) -> list[str]:
    """Processes anywhere that carry our marker on their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if marker in path.read_text():
                found.append(path.parent.name)
    return found


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM, None])
def test_no_browser_is_left_behind_however_the_program_ends(end: signal.Signals | None, tmp_path: Path) -> None:
    marker = f"--goedgeregeld-marker={random.getrandbits(64):x}"
    program = tmp_path / "program.py"
    program.write_text(
        "import sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from crawler.browser import BrowserSettings, ServedPage, scan\n"
        f"pages = [ServedPage(url=f'https://a.example/{{n}}', final_url=f'https://a.example/{{n}}', status=200, headers={{}},"
        f" body=b'<p>x') for n in range({3 if end is None else 5000})]\n"
        f"settings = BrowserSettings(axe_path=Path({str(AXE)!r}), extra_arguments=({marker!r},), allowed_hosts=())\n"
        "for one in scan(pages, settings, run_id='r', now=lambda: datetime.now(UTC)):\n    print(one.url, flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(AXE.parents[2]), "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, str(program)], env=environment, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        assert end is None or left_behind(marker)
        if end is not None:
            running.send_signal(end)
        running.stdout.read()
    deadline = time.monotonic() + 10
    while left_behind(marker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left_behind(marker) == []
    while len(list(tmp_path.iterdir())) > 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [path.name for path in tmp_path.iterdir()] == ["program.py"]


def test_stopping_half_way_ends_the_browser(site: Site) -> None:
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,), allowed_hosts=())
    scans = scan(pages(), settings, run_id="r1", now=lambda: datetime.now(UTC))
    first: AxeScan = next(scans)  # type: ignore[call-overload]
    scans.close()  # type: ignore[attr-defined]
    assert first.outcome is ScanOutcome.GETEST
    assert processes("browser") == []


def test_the_browser_takes_no_higher_priority_than_the_run_has(site: Site) -> None:
    site.pages = {f"/{number}": document(BODY) for number in range(6)}
    ours, highest = os.getpriority(os.PRIO_PROCESS, 0), []
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,))
    for _ in scan([site.served(path) for path in site.pages], settings, run_id="r", now=lambda: datetime.now(UTC)):
        for pid in descendants(os.getpid()):
            with suppress(OSError):
                threads = [int(thread.name) for thread in Path(f"/proc/{pid}/task").iterdir()]
                highest.append(min(os.getpriority(os.PRIO_PROCESS, thread) for thread in threads))
    assert min(highest) >= ours
