"""What a keeper chose in Beheer. What stands on the server goes first, so that nobody can undo it from a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError  # noqa: TID251 (to go on without a database, no SQL)

from web import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """A setting that may be chosen: its name in ``settings``, its title, and how a value is written for people."""

    name: str
    title: str
    unit: str

    def told(self, value: Any) -> str:
        """The value as people read it: units of people, not of the machine."""
        if self.unit == "procent":
            return f"{round(100 * value)}%"
        if self.unit == "uur":
            return f"{value / 3600:g} uur".replace(".", ",")
        if self.unit == "dagen":
            return f"{value} dagen" if value else "altijd"
        lines = [line for line in str(value).splitlines() if line.strip()]
        return ", ".join(lines) or "niet ingevuld"


CHOOSABLE = (
    Choosable(name="COVERAGE_FLOOR", title="Deel van de producten dat gemeten moet zijn", unit="procent"),
    Choosable(name="NIGHT_DEADLINE", title="Zo lang mag een meting duren", unit="uur"),
    Choosable(name="KEEP_DAYS", title="Zo lang blijven pagina’s en tests bewaard", unit="dagen"),
    Choosable(name="CONTACT", title="Contact voor de beheerder van de site", unit=""),
    Choosable(name="MAIL_TO", title="Wie bericht krijgt na een meting", unit=""),
)


def chosen(name: str) -> Any:
    """The value that holds: the server's where it is written there, else the last one chosen, else the standard.

    Where the database cannot be asked, the standard: that it is away, is told by whoever needs it.
    """
    standard = getattr(settings, name)
    if name in settings.FIXED:
        return standard
    try:
        row = models.Choice.objects.filter(name=name).order_by("-pk").first()
    except DatabaseError:
        return standard
    return row.value if row else standard


def choose(values: Mapping[str, Any], by: str) -> tuple[str, ...]:
    """Keep what is other than what holds now; returns the titles of what changed. What the server fixes, stays."""
    changed = []
    for each in CHOOSABLE:
        if each.name in values and each.name not in settings.FIXED:
            before, after = chosen(each.name), values[each.name]
            if json.dumps(before) != json.dumps(after):
                models.Choice.objects.create(name=each.name, value=after, before=before, by=by, on=datetime.now(UTC))
                changed.append(each.title)
    return tuple(changed)
