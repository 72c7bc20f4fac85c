"""The figures of many runs beside each other, with the moments at which the measuring itself changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.run import Run, RunState
from model.tertaal import Tertaal, tertaal_of
from model.verdict import Coverage
from reports.dutch import HERE
from reports.summary import Summary

LEFT, RIGHT = 2.0, 98.0  # percent of the width, so that the outermost dots are whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One run on the line. ``x`` is its place in the width, ``low`` and ``high`` are places from the top, as "12.50%"."""

    summary: Summary
    coverage: Coverage
    x: str
    low: str
    high: str
    breaks: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether enough was measured for a figure."""
        return self.summary.run.state is RunState.VOLLEDIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One norm over the runs, oldest first."""

    norm: int
    line: float
    points: tuple[Point, ...]

    @property
    def line_from_top(self) -> str:
        """Where the norm's line lies, from the top."""
        return _place(100 - 100 * self.line)

    @property
    def last(self) -> Point | None:
        """The newest run; None where there is none."""
        return self.points[-1] if self.points else None

    @property
    def steps(self) -> tuple[tuple[Point, Point], ...]:
        """Each point with the one after it."""
        return tuple(zip(self.points, self.points[1:], strict=False))


def trend(summaries: Sequence[Summary], norm: int) -> Trend:
    """The line of one norm through the runs; ``summaries`` are newest first, as a reader gets them."""
    ordered = [each for each in reversed(summaries) if each.coverage(norm).n]
    first, last = (ordered[0].run.started_at, ordered[-1].run.started_at) if ordered else (None, None)
    points = []
    for place, each in enumerate(ordered):
        share = (each.run.started_at - first) / (last - first) if first and last and last > first else 1.0
        coverage = each.coverage(norm)
        points.append(
            Point(
                summary=each,
                coverage=coverage,
                x=_place(LEFT + (RIGHT - LEFT) * share),
                low=_place(100 - 100 * (coverage.lower or 0)),
                high=_place(100 - 100 * (coverage.upper or 0)),
                breaks=breaks(ordered[place - 1].run, each.run) if place else (),
            )
        )
    line = summaries[0].coverage(norm).line if summaries else 0.0
    return Trend(norm=norm, line=line, points=tuple(points))


def breaks(before: Run, after: Run) -> tuple[str, ...]:
    """What changed in the measuring between two runs, in Dutch; empty where their figures can be compared as they are."""
    found = []
    if before.catalog_sha256 != after.catalog_sha256:
        found.append("de productcatalogus is gewijzigd")
    changed = sorted(
        check
        for check in {*before.check_versions, *after.check_versions}
        if before.check_versions.get(check) != after.check_versions.get(check)
    )
    if changed and before.check_versions and after.check_versions:
        found.append(f"de controle is gewijzigd: {', '.join(changed)}")
    if before.tool_version != after.tool_version:
        found.append(f"Goedgeregeld {after.tool_version} in plaats van {before.tool_version}")
    if before.axe_version and after.axe_version and before.axe_version != after.axe_version:
        found.append(f"axe-core {after.axe_version} in plaats van {before.axe_version}")
    return tuple(found)


def last_of_tertaal(runs: Iterable[Run]) -> dict[Tertaal, Run]:
    """For each tertaal the newest complete run in it, newest tertaal first; ``runs`` are newest first."""
    found: dict[Tertaal, Run] = {}
    for run in runs:
        if run.state is RunState.VOLLEDIG:
            found.setdefault(tertaal_of(run.started_at.astimezone(HERE).date()), run)
    return found


def _place(percent: float) -> str:
    return f"{percent:.2f}%"
