"""Waiting for a database that is away for a moment: restarted, out of connections, busy with another writer."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection

from model.errors import UserError

P = ParamSpec("P")
R = TypeVar("R")

_FULL = ("full", "no space left", "disk i/o error")
_PAUSE = 0.5  # seconds between two tries


class _Patience:
    """How many seconds the process waits; a web page does not, a night does."""

    seconds = 0.0


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Let every deed of the store in this process wait ``seconds`` for the database while the block runs."""
    before, _Patience.seconds = _Patience.seconds, seconds
    try:
        yield
    finally:
        _Patience.seconds = before


def patient(deed: Callable[P, R]) -> Callable[P, R]:
    """Do the deed again when the connection broke, as long as patience lasts. Only for deeds that may be done twice.

    Inside a transaction the error travels up: the whole must be done again. UserError where patience ended or the disk is
    full.
    """

    @functools.wraps(deed)
    def insist(*args: P.args, **kwargs: P.kwargs) -> R:
        limit = time.monotonic() + _Patience.seconds
        while True:
            within = connection.in_atomic_block
            try:
                return deed(*args, **kwargs)
            except (OperationalError, InterfaceError) as error:
                if within or not _Patience.seconds:
                    raise
                connection.close()
                if any(word in str(error).lower() for word in _FULL):
                    raise UserError(
                        "De schijf van de database is vol. Maak ruimte vrij; de meting gaat daarna verder waar zij was "
                        "(goedgeregeld nightly)."
                    ) from error
                if time.monotonic() > limit:
                    raise UserError(
                        f"De database antwoordt niet ({' '.join(str(error).split())[:200]}). Start de database; de meting gaat "
                        "daarna verder waar zij was (goedgeregeld nightly)."
                    ) from error
                time.sleep(_PAUSE)

    return insist
