"""What stands out in a night is told in Dutch, with what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goedgeregeld.monitoring import Sight, alarms

CALM = Sight(
    met={7: 0.9, 8: 0.8},
    unknown=0.02,
    measured=200,
    active=205,
    pages=400,
    seconds=3600.0,
    empty=0.0,
    languages={"nl": 0.95, "en": 0.05},
    classes=frozenset({"a", "b", "c", "d"}),
)


def test_a_calm_night_tells_nothing():
    assert alarms(CALM, CALM) == alarms(CALM, None) == ()


@pytest.mark.parametrize(
    ("night", "seen", "advice"),
    [
        (replace(CALM, met={7: 0.8, 8: 0.8}), "Norm 7 daalde in één nacht met 10 procentpunt.", "veranderingsrapport"),
        (replace(CALM, measured=150), "Er zijn 150 producten gemeten; de vorige keer 200.", "Niet gemeten"),
        (replace(CALM, empty=0.5), "50% van de bekeken pagina's heeft bijna geen tekst.", "browser"),
        (replace(CALM, languages={"en": 0.6}), "60% van de bekeken pagina's is in een andere taal (en).", "Nederlands"),
        (replace(CALM, classes=frozenset({"x", "y"})), "De opbouw van de pagina's is veranderd", "webredactie"),
        (replace(CALM, unknown=0.4), "Van 40% van de producten is niet bekend", "nakijken"),
        (replace(CALM, pages=900), "Er zijn 900 pagina's opgehaald; de vorige keer 400.", "goedgeregeld plan"),
        (replace(CALM, seconds=9000.0), "De meting duurde 150 minuten; de vorige keer 60.", "goedgeregeld doctor"),
    ],
)
def test_each_thing_that_stands_out_is_told_once_with_advice(night: Sight, seen: str, advice: str):
    (alarm,) = alarms(night, CALM)
    assert alarm.seen.startswith(seen)
    assert advice in alarm.advice
