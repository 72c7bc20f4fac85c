"""The figures as JSON: for spreadsheets' makers, dashboards and later comparison."""

from __future__ import annotations

import json

from model.finding import ELEMENTS
from model.verdict import Coverage, Interval
from reports.accessibility import Kind
from reports.overview import Overview
from reports.sentences import sentence
from reports.words import NORM_NAMES, QUESTIONS


def figures(told: Overview) -> str:
    """``dekking.json``: the run, both norms in total and per cluster, the elements, the states and accessibility."""
    run = told.run
    content = {
        "meting": {
            "id": run.id,
            "site": run.site,
            "begonnen": run.started_at.isoformat(),
            "klaar": run.finished_at.isoformat() if run.finished_at else None,
            "toestand": run.state.value,
            "reden": run.reason,
            "peildatum": told.day.isoformat(),
            "catalogus_sha256": run.catalog_sha256,
            "versies": {"goedgeregeld": run.tool_version, "axe": run.axe_version, "browser": run.browser_version},
            "controles": dict(run.check_versions),
        },
        "aantal_producten": {state.value: amount for state, amount in told.states.items()},
        "normen": [
            {
                "norm": norm.norm,
                "naam": NORM_NAMES[norm.norm],
                "zin": sentence(norm),
                **coverage_figures(norm),
                "oorzaken_onbekend": dict(norm.causes),
                "clusters": [{"cluster": name, **coverage_figures(part)} for name, part in norm.by_cluster.items()],
            }
            for norm in told.norms
        ],
        "elementen": {question: dict(told.outcomes(question)) for question in QUESTIONS},
        "aantal_producten_met_knop_die_niet_werkt": len(told.dead_buttons),
        "marges_per_onderdeel": {element: margin_figures(told.margin(element)) for element in ELEMENTS},
        "betrouwbaarheid": {
            "gemeten_op": told.reliability.measured_on.isoformat() if told.reliability.measured_on else None,
            "twijfel_aan_een_mens": told.doubting,
            "daarna_gewijzigde_controles": list(told.outdated),
        },
        "toegankelijkheid": _accessibility(told),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def coverage_figures(coverage: Coverage) -> dict[str, int | float | str | None]:
    """One coverage under the names that JSON and CSV share; shares are fractions of 1, None where nothing counts."""
    return {
        "lijn": coverage.line,
        "aantal_telt_mee": coverage.n,
        "aantal_voldoet": coverage.met,
        "aantal_voldoet_niet": coverage.failed,
        "aantal_onbekend": coverage.unknown,
        "aantal_voldoet_niet_of_telt_niet_mee": coverage.perhaps_outside,
        "aantal_bij_andere_organisatie": coverage.external,
        "ondergrens": coverage.lower,
        "bovengrens": coverage.upper,
        **margin_figures(coverage.interval),
        "oordeel": coverage.outcome.value,
    }


def margin_figures(interval: Interval | None) -> dict[str, float | int | None]:
    """The margin under the names that every form shares; None everywhere where it cannot be told."""
    return {
        "marge_ondergrens": interval.low if interval else None,
        "marge_bovengrens": interval.high if interval else None,
        "marge_schatting": interval.estimate if interval else None,
        "marge_aantal_paginas": interval.pages if interval else None,
    }


def element_figures(told: Overview, element: str) -> dict[str, int | float | None]:
    """One element of norm 7: its products per outcome, those that are in order, and the margin of their share."""
    outcomes = told.outcomes(element)
    return {
        **{f"aantal_{value.replace(' ', '_')}": amount for value, amount in outcomes.items()},
        "aantal_in_orde": sum(list(outcomes.values())[:2]),
        "aantal_producten": told.active,
        **margin_figures(told.margin(element)),
    }


def _accessibility(told: Overview) -> dict[str, object]:
    found = told.accessibility
    totals = {kind.value: found.totals(kind) for kind in Kind}
    return {
        "aantal_paginas_getest": len(found.tested),
        "aantal_paginas_niet_getest": len(found.untested),
        "aantal_frames_niet_getest": len(found.frames),
        **{
            kind: {
                "aantal_knelpunten": each.issues,
                "aantal_regels": each.rules,
                "aantal_paginas": each.pages,
                "aantal_elementen": each.elements,
            }
            for kind, each in totals.items()
        },
    }
