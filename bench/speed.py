"""The engine beside other tools on the same replica pages: ``python -m bench.speed``; writes docs/snelheid.md.

The other tools are installed once with ``npm ci`` in this folder; nothing is fetched while measuring.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.plain import AXE, CHROMEDRIVER, CHROMIUM, ROOT
from bench.report import written
from bench.watching import Cost, watched
from crawler.browser.chromium import installed_version
from crawler.browser.nouns import BrowserSettings
from demo.faults import SeededFault
from demo.server import Replica

HERE = Path(__file__).parent
NODE = {
    "PUPPETEER_SKIP_DOWNLOAD": "true",
    "PUPPETEER_EXECUTABLE_PATH": CHROMIUM,
    "NODE_PATH": str(HERE / "node_modules"),
}
FLAGS = ("--no-sandbox", "--disable-gpu")
Pages = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One competitor: the command for a list of addresses, and how to read what it wrote."""

    name: str
    command: Callable[[Path, Sequence[str], Path], Sequence[str]]
    read: Callable[[Path, str], Pages]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run of one program. Pages that were not tested do not count."""

    program: str
    pages: int
    faults: int
    cost: Cost

    @property
    def per_second(self) -> float:
        """Tested pages per second on the clock, starting up included."""
        return self.pages / self.cost.seconds

    @property
    def cpu_per_page(self) -> float:
        """Processor seconds per tested page."""
        return self.cost.cpu / max(self.pages, 1)


def programs() -> list[Program]:
    """In the order of the table, this engine first."""
    return [
        Program(name="deze motor", command=_python("bench.engine"), read=_ours),
        Program(name="Selenium + axe-selenium-python", command=_python("bench.plain"), read=_ours),
        Program(name="Puppeteer + axe, 2 tabbladen", command=_two_tabs, read=_ours),
        Program(name="@axe-core/cli", command=_axe_cli, read=_axe_cli_pages),
        Program(name="pa11y-ci, 1 tegelijk", command=_pa11y(1), read=_pa11y_pages),
        Program(name="pa11y-ci, 2 tegelijk", command=_pa11y(2), read=_pa11y_pages),
    ]


def measure(program: Program, addresses: Sequence[str], faults: Sequence[SeededFault]) -> Measurement:
    """Run it once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "addresses.json").write_text(json.dumps(addresses), "utf-8")
        environment = {**NODE, "PYTHONPATH": str(ROOT)}
        cost = watched(program.command(folder, addresses, folder / "out.json"), folder=folder, environment=environment)
        try:
            pages = program.read(folder / "out.json", cost.output)
        except (OSError, ValueError, KeyError) as error:
            print(f"  {program.name}: no result ({error!r}); {cost.output[-300:]}", file=sys.stderr)
            pages = {}
        return Measurement(program=program.name, pages=len(pages), faults=_found(pages, faults), cost=cost)


def _found(pages: Pages, faults: Sequence[SeededFault]) -> int:
    """How many planted faults were named: the rule, on the page, at the element that carries the mark."""
    by_path = {"/" + url.split("/", 3)[3]: findings for url, findings in pages.items()}
    return sum(
        any(finding["rule"] == fault.rule and fault.mark in finding["html"] for finding in by_path.get(fault.path, ()))
        for fault in faults
    )


def _python(module: str) -> Callable[[Path, Sequence[str], Path], Sequence[str]]:
    return lambda folder, addresses, out: [sys.executable, "-m", module, str(folder / "addresses.json"), str(out)]


def _two_tabs(folder: Path, addresses: Sequence[str], out: Path) -> Sequence[str]:
    return ["node", str(HERE / "two_tabs.mjs"), str(folder / "addresses.json"), str(out), CHROMIUM, str(AXE)]


def _axe_cli(folder: Path, addresses: Sequence[str], out: Path) -> Sequence[str]:
    return [
        str(HERE / "node_modules/.bin/axe"), *addresses, "--save", out.name, "--dir", str(folder), "--axe-source", str(AXE),
        "--chrome-path", CHROMIUM, "--chromedriver-path", CHROMEDRIVER, "--no-reporter",
        "--chrome-options", ",".join(flag.removeprefix("--") for flag in FLAGS),
    ]  # fmt: skip


def _pa11y(together: int) -> Callable[[Path, Sequence[str], Path], Sequence[str]]:
    def command(folder: Path, addresses: Sequence[str], out: Path) -> Sequence[str]:
        defaults = {
            "runners": ["axe"], "concurrency": together, "timeout": 60_000, "includeWarnings": True, "includeNotices": True,
            "viewport": {"width": 1280, "height": 800}, "useIncognitoBrowserContext": True,
            "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": list(FLAGS)},
            "reporters": [["json", {"fileName": str(out)}]],
        }  # fmt: skip
        config = folder / "config.json"
        config.write_text(json.dumps({"defaults": defaults, "urls": list(addresses)}), "utf-8")
        return [str(HERE / "node_modules/.bin/pa11y-ci"), "--config", str(config)]

    return command


def _ours(out: Path, output: str) -> Pages:
    pages: Pages = json.loads(out.read_text("utf-8"))["pages"]
    return pages


def _axe_cli_pages(out: Path, output: str) -> Pages:
    return {
        page["url"]: [
            {"rule": rule["id"], "html": node["html"]}
            for kind in ("violations", "incomplete")
            for rule in page[kind]
            for node in rule["nodes"]
        ]
        for page in json.loads(out.read_text("utf-8"))
    }


def _pa11y_pages(out: Path, output: str) -> Pages:
    """A page that failed holds one issue without a code."""
    return {
        url: [{"rule": issue["code"], "html": issue["context"]} for issue in issues]
        for url, issues in json.loads(out.read_text("utf-8"))["results"].items()
        if all("code" in issue for issue in issues)
    }


def main() -> None:
    """Measure all programs in turn, so that a busy moment hits them alike; print and write the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="names of programs that must be part of it")
    parser.add_argument("--write", action="store_true", help="write docs/snelheid.md")
    chosen = parser.parse_args()
    contenders = [one for one in programs() if not chosen.only or any(part in one.name for part in chosen.only)]
    measured: dict[str, list[Measurement]] = {one.name: [] for one in contenders}
    with Replica([]) as replica:
        bench = replica.extra_pages(chosen.pages)
        addresses = [replica.base + path for path in bench.paths()]
        for number in range(chosen.rounds):
            for program in contenders:
                one = measure(program, addresses, bench.faults)
                measured[program.name].append(one)
                print(
                    f"{number + 1}/{chosen.rounds} {program.name}: {one.pages} pages, {one.per_second:.2f}/s,"
                    f" {one.cost.cpu / max(one.pages, 1):.2f} s CPU/page, {one.cost.peak / 1e9:.2f} GB,"
                    f" {one.faults}/{len(bench.faults)} faults, load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
    medians = {name: _median(runs) for name, runs in measured.items()}
    text = written(list(medians.values()), len(bench.faults), chosen.pages, chosen.rounds, machine())
    print(text)
    if chosen.write:
        (ROOT / "docs" / "snelheid.md").write_text(text, "utf-8")


def machine() -> str:
    """What it ran on and when, in Dutch."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    chromium = installed_version(BrowserSettings())
    others = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    told = ", ".join(f"{name} {others[name]}" for name in ("axe-core", "puppeteer-core", "@axe-core/cli", "pa11y-ci"))
    return (
        f"{os.cpu_count()} kernen, {gigabytes:.0f} GiB geheugen, {platform.freedesktop_os_release()['PRETTY_NAME']},"
        f" Chromium {chromium}, Python {platform.python_version()}, {told},"
        f" selenium {version('selenium')}, axe-selenium-python {version('axe-selenium-python')};"
        f" {datetime.now(ZoneInfo('Europe/Amsterdam')):%d-%m-%Y}, gemiddeld {os.getloadavg()[2]:.0f} processen die wilden rekenen"
    )


def _median(runs: Sequence[Measurement]) -> Measurement:
    """The run in the middle by speed; runs without a single page count as slowest."""
    return sorted(runs, key=lambda run: run.per_second)[len(runs) // 2] if len(runs) != 2 else runs[-1]


if __name__ == "__main__":
    main()
