"""What an editor can do about one of axe's rules, and what to ask the web team."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ADVICE = Path(__file__).with_name("advice.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Two Dutch sentences for a rule, in the order in which an editor reads them.

    ``editor`` is what an editor can do in the CMS, empty where nothing can be done there; ``web_team`` what to ask the web
    team, never empty.
    """

    editor: str
    web_team: str


def read_advice() -> Mapping[str, Advice]:
    """The advice for each of axe's rules, by rule id. A rule newer than axe-core 4.14 is not in it."""
    written = json.loads(ADVICE.read_text("utf-8"))
    return {rule: Advice(editor=said["redactie"], web_team=said["webteam"]) for rule, said in written.items()}
