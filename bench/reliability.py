"""How sure each answer of each check is: how often people agreed with it, by the reason that the check gave.

``python -m bench.reliability`` prints, per check and reason, on how many labelled pages the reason was given and on how many
people gave the same answer to met or not met; work pages and untouched pages apart; then what leaving doubtful verdicts to a
person would do. ``--write`` measures the untouched pages and writes ``model/reliability.toml``, from which the program says
how sure it is. Counts only: no page is named.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from bench.accuracy import judged, labelled
from checks.check import all_checks
from checks.doubt import UNDECIDED
from model.finding import ELEMENTS, CheckResult, Online, Outcome
from model.reliability import FILE, LEAST, LIMIT, Agreement, Reliability, Sureness, read_reliability
from reports.accuracy import MET
from reports.cases import LABELS, Case

NORMS = {7: ELEMENTS, 8: ("online",)}
HEAD = """# How often the checks agreed with people, on pages for which no rule was written.
# Made by `python -m bench.reliability --write`; not by hand. What it means: docs/nauwkeurigheid.md.
# Each line counts labelled pages: both say met, only the program, only people, neither.
"""

Labels = Mapping[str, Mapping[str, Outcome | Online]]


def measured(*, untouched: bool) -> Reliability:
    """The table of one part of the split."""
    cases = labelled(untouched=untouched)
    labels: Labels = {case.id: case.labels for case in cases}
    results = [result for result in judged(cases) if result.check_id in LABELS]
    reasons: dict[str, dict[str, Agreement]] = {check: {} for check in LABELS}
    for result in results:
        if result.finding.outcome not in UNDECIDED:
            told = reasons[result.check_id]
            before = told.get(result.finding.reason, Agreement())
            told[result.finding.reason] = before + _agreement(
                result.finding.outcome in MET, labels[result.product_id][result.check_id] in MET
            )
    table = Reliability(
        measured_on=datetime.now(UTC).date(),
        versions={check.id: check.version for check in all_checks() if check.id in LABELS},
        reasons=reasons,
    )
    return Reliability(
        measured_on=table.measured_on,
        versions=table.versions,
        reasons=reasons,
        norms={norm: _of_norm(cases, results, norm, None) for norm in NORMS},
        norms_doubting={norm: _of_norm(cases, results, norm, table) for norm in NORMS},
    )


def _of_norm(
    cases: Sequence[Case], results: Sequence[CheckResult], norm: int, doubting: Reliability | None
) -> Agreement:
    """A page counts as a product; pages on which the program leaves the norm open are left out.

    Open is what a person must see: online onbekend, and with ``doubting`` a doubtful verdict, unless another element fails.
    """
    found: dict[str, dict[str, bool | None]] = {}
    for result in results:
        open_ = result.finding.outcome in (*UNDECIDED, Online.ONBEKEND) or (
            doubting is not None and doubting.doubtful(result.check_id, result.finding.reason)
        )
        found.setdefault(result.product_id, {})[result.check_id] = None if open_ else result.finding.outcome in MET
    total = Agreement()
    for case in cases:
        answers = [found[case.id][check] for check in NORMS[norm]]
        if False in answers or None not in answers:
            people = all(case.labels[check] in MET for check in NORMS[norm])
            total += _agreement(False not in answers, people)
    return total


def _agreement(program: bool, people: bool) -> Agreement:
    return Agreement(
        both=program and people,
        only_program=program and not people,
        only_people=people and not program,
        neither=not program and not people,
    )


def as_toml(table: Reliability) -> str:
    """The table as it is kept; ``read_reliability`` gives it back."""
    lines = [HEAD, f"measured_on = {table.measured_on}"]
    for check, reasons in table.reasons.items():
        lines += ["", f"[checks.{check}]", f"version = {table.versions[check]}", f"[checks.{check}.reasons]"]
        lines += [f'"{reason}" = {_counts(reasons[reason])}' for reason in _most_first(reasons)]
    for name, norms in (("norms", table.norms), ("norms_doubting", table.norms_doubting)):
        lines += ["", f"[{name}]", *(f"{norm} = {_counts(counts)}" for norm, counts in norms.items())]
    return "\n".join(lines) + "\n"


def _counts(found: Agreement) -> str:
    return f"[{found.both}, {found.only_program}, {found.only_people}, {found.neither}]"


def _most_first(reasons: Mapping[str, Agreement]) -> list[str]:
    return sorted(reasons, key=lambda reason: (-reasons[reason].pages, reason))


def shown(work: Reliability, untouched: Reliability) -> Iterator[str]:
    """The tables for docs/nauwkeurigheid.md."""
    yield "| controle | reden | werkpagina's | ongeziene pagina's | interval | onzeker |\n|---|---|---|---|---|---|"
    for check in LABELS:
        reasons = {**untouched.reasons[check], **work.reasons[check]}
        for reason in sorted(reasons, key=lambda r: -untouched.reasons[check].get(r, Agreement()).pages):
            sides = [table.reasons[check].get(reason, Agreement()) for table in (work, untouched)]
            sureness = untouched.sureness(check, reason)
            low, high = sureness.interval if sureness else (0.0, 1.0)
            own = f"{low:.0%}–{high:.0%}" if sureness and sureness.of_reason else f"controle: {low:.0%}–{high:.0%}"
            doubt = "ja" if sureness and sureness.doubtful else ""
            yield f"| {check} | {reason} | {_cell(sides[0])} | {_cell(sides[1])} | {own} | {doubt} |"
    heads = ("oordeel", "pagina's", "beide voldoet", "alleen programma", "alleen mensen", "geen van beide")
    yield f"\n| {' | '.join((*heads, 'gevoeligheid', 'specificiteit'))} |\n{'|---' * 8}|"
    for check in LABELS:
        yield _line(check, untouched.of_check(check))
    for norm in NORMS:
        yield _line(f"norm {norm}", untouched.of_norm(norm))
        yield _line(f"norm {norm}, zonder twijfel", untouched.of_norm(norm, doubting=True))
    yield "\nAls een twijfelachtig oordeel onzeker wordt (ongeziene pagina's):"
    for name, rule in RULES.items():
        yield f"  {name}: {_effect(untouched, rule)}"


def _by_interval(sureness: Sureness) -> bool:
    return sureness.doubtful


def _by_share(sureness: Sureness) -> bool:
    return sureness.share < LIMIT


RULES = {"het hele interval onder 90%": _by_interval, "het aandeel onder 90%": _by_share}


def _effect(table: Reliability, rule) -> str:  # type: ignore[no-untyped-def]
    told = []
    for check, reasons in table.reasons.items():
        left = [counts for reason, counts in reasons.items() if rule(table.sureness(check, reason))]
        open_ = sum(left, Agreement())
        kept = table.of_check(check)
        rest = kept.pages - open_.pages
        agreed = kept.agreed - open_.agreed
        told.append(
            f"{check} {open_.pages} van {kept.pages} onzeker (waarvan {open_.agreed} goed waren), "
            f"rest {agreed}/{rest}, als onzeker niet voldoet: {agreed + open_.neither + open_.only_program}/{kept.pages}"
        )
    return "; ".join(told)


def _line(name: str, found: Agreement) -> str:
    numbers = (found.pages, found.both, found.only_program, found.only_people, found.neither)
    sensitivity = found.both / found.met if found.met else 0
    specificity = found.neither / found.not_met if found.not_met else 0
    return f"| {name} | {' | '.join(map(str, numbers))} | {sensitivity:.3f} | {specificity:.3f} |"


def _cell(found: Agreement) -> str:
    share = f" ({found.agreed / found.pages:.0%})" if found.pages >= LEAST else ""
    return f"{found.agreed}/{found.pages}{share}" if found.pages else "–"


def main(arguments: Sequence[str]) -> None:
    """Write the table, or print it."""
    if "--write" in arguments:
        text = as_toml(measured(untouched=True))
        read_reliability(text)
        FILE.write_text(text, encoding="utf-8")
        print(f"{FILE.name}: geschreven.")
    else:
        print("\n".join(shown(measured(untouched=False), measured(untouched=True))))


if __name__ == "__main__":
    main(sys.argv[1:])
