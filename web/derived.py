"""Keeps what was derived: in this process, and on disk for the next one."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.core.cache import cache as disk
from django.db import connections  # noqa: TID251 (only to know which database, no SQL)

import checks.wcag
import model
import reports

T = TypeVar("T")

KEPT, KEPT_LARGE = 300, 16
"""Derived things in one process: small ones, such as a summary of about 100 kB, and large ones, up to 50 MB at 10,000 pages."""

_held: dict[bool, OrderedDict[str, Any]] = {False: OrderedDict(), True: OrderedDict()}
_locks: dict[str, threading.Lock] = {}
_guard = threading.Lock()


def kept(key: tuple[object, ...], derive: Callable[[], T], *, on_disk: bool = True, large: bool = False) -> T:
    """What ``derive`` gives for ``key``, derived once. ``key`` must name all that the outcome rests on.

    Where several threads ask at the same time, one derives and the others wait.
    """
    name = hashlib.sha256(repr((_code(), _place(), key)).encode()).hexdigest()
    held = _held[large]
    with _guard:
        if name in held:
            held.move_to_end(name)
            return held[name]  # type: ignore[no-any-return]
        lock = _locks.setdefault(name, threading.Lock())
    with lock:
        with _guard:
            if name in held:
                return held[name]  # type: ignore[no-any-return]
        found = _found(name, derive, on_disk)
        _hold(name, found, large)
        return found


def _found(name: str, derive: Callable[[], T], on_disk: bool) -> T:
    if on_disk:
        found = disk.get(name)
        if found is not None:
            return found  # type: ignore[no-any-return]
    derived = derive()
    if on_disk:
        disk.set(name, derived)
    return derived


def _hold(name: str, value: object, large: bool) -> None:
    held = _held[large]
    with _guard:
        held[name] = value
        _locks.pop(name, None)
        while len(held) > (KEPT_LARGE if large else KEPT):
            held.popitem(last=False)


@cache
def _code() -> str:
    """Other code can derive something else, or in another form, so what older code left on disk is not read."""
    folders = [Path(str(room.__file__)).parent for room in (model, reports)]
    files = [file for folder in folders for file in sorted([*folder.glob("*.py"), *folder.glob("*.toml")])] + [
        Path(checks.wcag.__file__)
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _place() -> str:
    """Two databases can hold a run of the same name."""
    database = connections.settings["default"]
    return f"{database['ENGINE']} {database['HOST']} {database['NAME']}"
