"""What a pipeline asks of a run: files that it can read, and a red light with the reason where a norm is too low."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer

from goedgeregeld.terminal import say
from model.errors import UserError
from model.run import Run, RunState
from model.verdict import Coverage
from reports.coverage import LINES
from reports.dutch import listed, number, percent
from reports.overview import Overview

_NAMED = 10  # products that are named as the cause


def read_lines(asked: Sequence[str]) -> Mapping[int, float]:
    """By norm the percentage below which a pipeline fails, from "norm" or "7=85"; empty where nothing was asked."""
    lines: dict[int, float] = {}
    for each in asked:
        found = re.fullmatch(r"(7|8)=(\d{1,3}(?:[.,]\d+)?)%?", each.strip())
        if each.strip() == "norm":
            lines |= {norm: 100 * line for norm, line in LINES.items()}
        elif found and float(found[2].replace(",", ".")) <= 100:
            lines[int(found[1])] = float(found[2].replace(",", "."))
        else:
            raise UserError(
                f"{each!r} past niet bij --fail-below. Schrijf norm, of een norm met een percentage, zoals 7=85."
            )
    return lines


def told_of_run(run: Run) -> Overview:
    """All that a run tells, with the corrections by people that hold in it."""
    from web.told import Told

    return Told(run.id).overview(run)


def stop_below(told: Overview, lines: Mapping[int, float]) -> None:
    """End with code 1 where a norm is not certainly at its line, and say why; an incomplete run is never good enough."""
    reasons = [
        reason for coverage in told.norms if coverage.norm in lines for reason in _reasons(told, coverage, lines)
    ]
    if lines and told.run.state is not RunState.VOLLEDIG:
        reasons.insert(0, f"De meting is onvolledig: {told.run.reason or 'zij is niet afgesloten.'}")
    if reasons:
        say("Rood:", *(f"  {reason}" for reason in reasons))
        raise typer.Exit(1)
    if lines:
        say("Groen: elke gevraagde norm ligt op of boven de lijn.")


def write_file(file: Path, body: bytes) -> None:
    """Write a file; UserError where it cannot be."""
    try:
        file.write_bytes(body)
    except OSError as error:
        raise UserError(f"Dit bestand kan niet worden geschreven: {error.strerror}.", file=str(file)) from error


def _reasons(told: Overview, coverage: Coverage, lines: Mapping[int, float]) -> Iterator[str]:
    line = lines[coverage.norm]
    if not coverage.n or 100 * coverage.met >= line * coverage.n:
        return
    wanted = f"gevraagd is {number(line) if line % 1 else number(int(line))}%"
    sure = (
        f"{coverage.met} van de {coverage.n} producten ({percent(coverage.met, coverage.n, line / 100)}) voldoen zeker"
    )
    unknown = f"; van {coverage.unknown} is het niet bekend" if coverage.unknown else ""
    missing = [
        row.product.id for row in told.rows if (row.seven if coverage.norm == 7 else row.eight).met.value == "nee"
    ]
    more = f" en nog {len(missing) - _NAMED}" if len(missing) > _NAMED else ""
    cause = (
        f" Voldoen niet: {listed(missing[:_NAMED]) if not more else ', '.join(missing[:_NAMED])}{more}."
        if missing
        else ""
    )
    yield f"Servicenorm {coverage.norm}: {sure}, {wanted}{unknown}.{cause}"
