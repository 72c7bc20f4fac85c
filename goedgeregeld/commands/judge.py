"""``judge``: answer the norms' questions on the pages of a run."""

from __future__ import annotations

from goedgeregeld import measuring
from goedgeregeld.options import ProfileOption, RunOption
from goedgeregeld.runs import chosen_run
from goedgeregeld.terminal import say


def judge(run: RunOption = None, profile: ProfileOption = None) -> None:
    """Beoordeel de opgehaalde pagina's op servicenorm 7 en 8. Kan altijd opnieuw; er wordt niets opgehaald."""
    chosen = chosen_run(run)
    judged = measuring.judge_run(chosen, measuring.profile_of(profile))
    say(f"Meting {chosen.id}: {judged} producten beoordeeld.", "Ga verder met: goedgeregeld report")
