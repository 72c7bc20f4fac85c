"""The wheel is whole: every file of every room is in it, nothing else stands in site-packages, and it runs from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = [name for name in PROJECT["tool"]["importlinter"]["root_packages"] if name != "goedgeregeld"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the wheel was unpacked, as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", build, folder], cwd=ROOT, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(folder / done.stdout.strip()) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_only_our_own_name_comes_into_site_packages(wheel: Path) -> None:
    assert {each.name.partition("-")[0] for each in wheel.iterdir()} == {"goedgeregeld"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_file_of_a_room_is_in_it(room: str, wheel: Path) -> None:
    there = {each.relative_to(ROOT).as_posix() for each in (ROOT / room).rglob("*") if each.is_file()}
    there = {name for name in there if "__pycache__" not in name}

    packed = {each.relative_to(wheel / "goedgeregeld/house").as_posix() for each in (wheel).rglob("*") if each.is_file()
              and (wheel / "goedgeregeld/house") in each.parents}  # fmt: skip

    assert there
    assert there <= packed


def test_it_judges_a_page_from_a_folder_that_is_not_the_tree(wheel: Path, tmp_path: Path) -> None:
    page = tmp_path / "paspoort.html"
    page.write_text("<main><h1>Paspoort</h1><h2>Kosten</h2><p>Een paspoort kost € 82,40.</p></main>", encoding="utf-8")
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GOEDGEREGELD")}

    done = subprocess.run(
        [sys.executable, "-c", "from goedgeregeld.cli import main; main()", "check", page],
        cwd=tmp_path,
        env=surroundings | {"PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "+ kosten: aanwezig" in done.stdout


def test_it_reads_its_own_catalog_and_profile_and_keeps_its_things_where_it_is_run(wheel: Path, tmp_path: Path) -> None:
    told = "from goedgeregeld import settings as s; print(s.CATALOG, s.PROFILE, s.VAR, s.NODE_MODULES, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    catalog, profile, var, modules = map(Path, done.stdout.split())

    assert catalog.exists()
    assert profile.exists()
    assert (modules / "axe-core" / "axe.min.js").exists()
    assert var == tmp_path / "var"
