"""What happens in a run, as structured lines: JSON in the log file, one object a line; no page text, no secrets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TextIO

import structlog

log = structlog.get_logger("goedgeregeld")

_LARGEST = 50_000_000  # bytes; then the file makes place for a new one and the one before is dropped


def write_logs(file: Path) -> None:
    """Write everything that is logged from now on at the end of ``file``; where that cannot be, nothing is logged."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="tijd"),
            _short,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        logger_factory=structlog.WriteLoggerFactory(_opened(file)),
        cache_logger_on_first_use=False,
    )


def _opened(file: Path) -> TextIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(f"{file.suffix}.1"))
        return file.open("a", encoding="ascii", buffering=1)
    except OSError:
        return Path(os.devnull).open("w", encoding="ascii")


def _short(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Cut long values off: a log tells what happened, not what a page said."""
    return {name: value[:300] if isinstance(value, str) else value for name, value in event.items()}
