"""Charts for paper, drawn without a browser: SVG of the coverage per cluster and of the tertalen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from model.tertaal import Tertaal
from model.verdict import Coverage
from reports.summary import Summary

ACCENT, OPEN, INK, LANE = "#0a5a6a", "#9fbcc2", "#1b2226", "#e2e7e5"
WIDTH = 640  # CSS pixels; the width of the text on A4


def cluster_chart(norm: Coverage) -> str:
    """Per cluster what certainly meets the norm and what may, with the norm's line."""
    parts = [(name, part) for name, part in norm.by_cluster.items() if part.n]
    frame = pd.DataFrame(
        [
            {"cluster": name, "onder": 100 * (part.lower or 0), "boven": 100 * (part.upper or 0), "vol": 100}
            for name, part in parts
        ]
    )
    bar = alt.Chart(frame).encode(y=alt.Y("cluster:N", title=None, sort=None, axis=_axis(labelLimit=230)))
    layers = (
        bar.mark_bar(color=LANE, height=12).encode(x=_share("vol")),
        bar.mark_bar(color=OPEN, height=12).encode(x=_share("boven")),
        bar.mark_bar(color=ACCENT, height=12).encode(x=_share("onder")),
        _line(norm.line),
    )
    return _svg(alt.layer(*layers).properties(width=WIDTH - 240, height=19 * max(1, len(parts))))


def tertaal_chart(tertalen: Sequence[tuple[Tertaal, Summary]], norm: int) -> str:
    """A dot per tertaal with the room between its bounds, and the norm's line."""
    frame = pd.DataFrame(
        [
            {
                "tertaal": tertaal.title,
                "onder": 100 * (each.coverage(norm).lower or 0),
                "boven": 100 * (each.coverage(norm).upper or 0),
            }
            for tertaal, each in tertalen
        ]
    )
    share = alt.Scale(domain=[0, 100])
    base = alt.Chart(frame).encode(x=alt.X("tertaal:N", sort=None, title=None, axis=_axis(labelAngle=0)))
    y = alt.Y("onder:Q", scale=share, title="dekking (%)", axis=_axis(values=[0, 25, 50, 75, 100]))
    line = tertalen[-1][1].coverage(norm).line
    layers = (
        base.mark_bar(color=OPEN, width=12).encode(y=y, y2="boven:Q"),
        base.mark_line(color=ACCENT, strokeWidth=2).encode(y=y),
        base.mark_point(color=ACCENT, filled=True, size=55, opacity=1).encode(y=y),
        alt.Chart(pd.DataFrame([{"lijn": 100 * line}]))
        .mark_rule(color=INK, strokeWidth=2)
        .encode(y=alt.Y("lijn:Q", scale=share)),
    )
    return _svg(alt.layer(*layers).properties(width=WIDTH - 70, height=110))


def _share(field: str) -> Any:
    return alt.X(
        f"{field}:Q", scale=alt.Scale(domain=[0, 100]), title="dekking (%)", axis=_axis(values=[0, 25, 50, 75, 100])
    )


def _axis(**more: Any) -> Any:
    return alt.Axis(
        labelFontSize=11, titleFontSize=11, titleFontWeight="normal", grid=False, domain=False, ticks=False, **more
    )


def _line(line: float) -> Any:
    return alt.Chart(pd.DataFrame([{"lijn": 100 * line}])).mark_rule(color=INK, strokeWidth=2).encode(x="lijn:Q")


def _svg(chart: Any) -> str:
    described = chart.configure_view(stroke=None).configure(font="Liberation Sans", background="white")
    return str(vl_convert.vegalite_to_svg(described.to_json()))
