"""What outcomes, verdicts and impacts are called on screen and on paper."""

from __future__ import annotations

from model.finding import ELEMENTS, Online, Outcome
from model.verdict import Met, NormOutcome, ProductState

QUESTIONS = (*ELEMENTS, "online")
"""The columns of the matrix: norm 7's elements, then norm 8's question; also the ids of the checks."""

QUESTION_WORDS = {
    "hoe": "Hoe",
    "waar": "Waar",
    "kosten": "Kosten",
    "afhandeltermijn": "Afhandeltermijn",
    "online": "Online",
}

BESIDE = ("eensluidend",)
"""Checks beside the norms whose contradictions an editor has to solve."""

BESIDE_WORDS = {"eensluidend": "Landelijke opgave"}

ELEMENT_WORDS = {
    Outcome.AANWEZIG: "aanwezig",
    Outcome.NVT: "niet van toepassing",
    Outcome.ONVOLLEDIG: "onvolledig",
    Outcome.ONTBREEKT: "ontbreekt",
    Outcome.ONZEKER: "nog te beoordelen",
    Outcome.NIET_GEMETEN: "niet gemeten",
}
"""Outcomes of an element in the order of a table's columns: what is met first, what is not known last."""

ONLINE_WORDS = {
    Online.JA: "ja",
    Online.EXTERN: "ja, elders",
    Online.NEE: "nee",
    Online.ONBEKEND: "onbekend",
    Online.ONZEKER: "nog te beoordelen",
    Online.NIET_GEMETEN: "niet gemeten",
}

MET_WORDS = {
    Met.JA: "voldoet",
    Met.NEE: "voldoet niet",
    Met.ONBEKEND: "onbekend",
    Met.NEE_OF_BUITEN: "voldoet niet of telt niet mee",
    Met.BUITEN_DE_NORM: "telt niet mee",
}

STATE_WORDS = {
    ProductState.GEMETEN: "gemeten",
    ProductState.NIET_GEMETEN: "niet gemeten",
    ProductState.NIET_ACTIEF: "niet actief",
}

NORM_WORDS = {
    NormOutcome.GEHAALD: "norm gehaald",
    NormOutcome.NIET_GEHAALD: "norm niet gehaald",
    NormOutcome.NIET_VAST_TE_STELLEN: "niet vast te stellen",
}

NORM_NAMES = {
    7: "Servicenorm 7: hoe, waar, kosten en afhandeltermijn",
    8: "Servicenorm 8: online aanvragen",
}

IMPACT_WORDS = {"critical": "kritiek", "serious": "ernstig", "moderate": "matig", "minor": "gering"}
"""axe's impacts, heaviest first."""


def slug(value: str) -> str:
    """A state's value as a part of a class or an anchor: "niet gemeten" as "niet-gemeten"."""
    return value.replace(" ", "-")


def question_word(check_id: str) -> str:
    """What a check is called on screen."""
    return QUESTION_WORDS.get(check_id) or BESIDE_WORDS.get(check_id, check_id)


def outcome_word(outcome: Outcome | Online) -> str:
    """The word for an outcome on its own scale."""
    return ONLINE_WORDS[outcome] if isinstance(outcome, Online) else ELEMENT_WORDS[outcome]
