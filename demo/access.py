"""The replica's access log: who asked for what, and how it ended."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request: method, host (with port), path with query, user agent, status, and seconds since the epoch.

    ``status`` is 0 where the connection was broken off without an answer.
    """

    method: str
    host: str
    path: str
    user_agent: str
    status: int
    time: float


class AccessLog:
    """The visits in the order in which they were answered; also written as JSON lines where a path was given."""

    def __init__(self, path: Path | None = None) -> None:
        self._visits: list[Visit] = []
        self._lock = threading.Lock()
        self._file = path.open("w", encoding="utf-8", buffering=1) if path else None

    def add(self, visit: Visit) -> None:
        """Remember one visit."""
        with self._lock:
            self._visits.append(visit)
            if self._file:
                self._file.write(json.dumps(asdict(visit), ensure_ascii=False) + "\n")

    def visits(self) -> list[Visit]:
        """A copy of all visits so far."""
        with self._lock:
            return list(self._visits)

    def clear(self) -> None:
        """Forget the visits so far (the file keeps them)."""
        with self._lock:
            self._visits.clear()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._file:
                self._file.close()
                self._file = None
