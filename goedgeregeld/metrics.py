"""The figures of the last night for Prometheus, in a file that its node_exporter reads (textfile collector)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

from goedgeregeld.logs import log
from goedgeregeld.monitoring import Alarm, Sight
from model.run import Run, RunState


def write_metrics(file: Path, run: Run, night: Sight, alarms: tuple[Alarm, ...], now: datetime) -> None:
    """Write the file whole or not at all; a folder that cannot be written is logged and stops no night."""
    registry = CollectorRegistry()
    facts = {
        "last_end_seconds": ("Moment waarop de laatste meting klaar was, in seconden sinds 1970", now.timestamp()),
        "last_complete": ("1 als de laatste meting volledig was, anders 0", float(run.state is RunState.VOLLEDIG)),
        "duration_seconds": ("Duur van de laatste meting", night.seconds),
        "products": ("Actieve producten in de catalogus", float(night.active)),
        "products_measured": ("Gemeten producten", float(night.measured)),
        "pages": ("Opgehaalde pagina's", float(night.pages)),
        "alarms": ("Zaken die opvallen aan de meting", float(len(alarms))),
    }
    for name, (meaning, value) in facts.items():
        Gauge(f"goedgeregeld_{name}", meaning, registry=registry).set(value)
    share = Gauge("goedgeregeld_norm_lower", "Ondergrens van de norm, van 0 tot 1", ["norm"], registry=registry)
    for norm, lower in night.met.items():
        share.labels(norm=str(norm)).set(lower)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_to_textfile(str(file), registry)
    except OSError as error:
        log.warning("metrieken niet geschreven", reden=error.strerror)
