"""Where the button of a product leads: what its address answered when it was asked, one step deep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LandingKind(StrEnum):
    """What stands behind an address."""

    PAGINA = "pagina"  # a page or form answers
    INLOGGEN = "inloggen"  # asks to log in first
    AFSPRAAK = "afspraak"  # appointment module
    DOCUMENT = "document"  # PDF or office file
    ELDERS = "andere site"  # leads to a host that is not asked
    WERKT_NIET = "werkt niet"  # 404, 410, no such server, or back to the front page
    ONBEKEND = "niet vast te stellen"  # refused, too slow, server error


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """One address behind a button or link of one run. Nothing was filled in or sent.

    ``url`` is the address as the page names it, without fragment; ``final_url`` where it ended, or would have gone.
    ``status`` is that of the last answer, None where none came. ``asked_at`` is aware, UTC. ``detail`` is Dutch.
    """

    run_id: str
    url: str
    final_url: str
    kind: LandingKind
    status: int | None
    asked_at: datetime
    detail: str = ""
