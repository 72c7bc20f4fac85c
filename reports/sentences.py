"""The answer of a norm in one or two Dutch sentences, computed from its coverage."""

from __future__ import annotations

from model.reliability import Sureness
from model.verdict import Coverage, Interval, NormOutcome
from reports.dutch import count, number, percent, span, whole_percent

DEEDS = {
    7: (
        "vertelt{} hoe, waar, wat het kost en hoe lang het duurt",
        "vertellen hoe, waar, wat het kost en hoe lang het duurt",
    ),
    8: ("is{} online aan te vragen", "zijn online aan te vragen"),
}
"""What a product does that meets the norm: one product (with room for "niet"), several products."""

OF_WHICH = {7: "", 8: " waarvoor dat kan"}


def sentence(coverage: Coverage) -> str:
    """What share meets the norm and what that means: "187 van de 212 producten (88,2%) vertellen …"."""
    if not coverage.n:
        return f"Er zijn geen producten die meetellen voor servicenorm {coverage.norm}. {_cannot_tell(coverage)}"
    return f"{_share(coverage)} {_meaning(coverage)}"


def margin_sentence(coverage: Coverage) -> str:
    """Between which shares the true one lies, on how many pages that rests and where the norm lies; empty where n is 0."""
    if not coverage.n:
        return ""
    interval = coverage.interval
    if interval is None:
        return f"De marge is niet vast te stellen: {_NO_MARGIN}."
    line = f"de norm van {whole_percent(coverage.line)}"
    if interval.low >= coverage.line:
        where = f"Ook dan is {line} gehaald."
    elif interval.high < coverage.line:
        where = f"Ook dan is {line} niet gehaald."
    else:
        where = f"{line[0].upper()}{line[1:]} ligt daartussen."
    return (
        f"Het programma vergist zich soms. Wie dat meerekent, komt uit op {margin_shares(interval)}. {where} "
        f"Deze marge rust op {count(interval.pages, 'pagina', 'pagina’s')} waarover ook mensen oordeelden."
    )


def margin_shares(interval: Interval | None) -> str:
    """Only the shares of a margin: "58,1% tot 76,4%"; "niet vast te stellen" where there is none."""
    if interval is None:
        return "niet vast te stellen"
    low, high = (percent(round(share * 1000), 1000) for share in (interval.low, interval.high))
    return f"{low} tot {high}"


_NO_MARGIN = "er is te weinig met mensen vergeleken"


def sureness_sentence(sureness: Sureness) -> str:
    """How often people agreed: "Bij deze reden gaven mensen het programma gelijk op 96 van de 104 pagina’s (92,3%)."."""
    about = "Bij deze reden" if sureness.of_reason else "Over dit onderdeel als geheel"
    pages = "pagina’s" if sureness.pages != 1 else "pagina"
    return (
        f"{about} gaven mensen het programma gelijk op {number(sureness.agreed)} van de {number(sureness.pages)} {pages} "
        f"({percent(sureness.agreed, sureness.pages)})."
    )


def shares(coverage: Coverage) -> str:
    """Only the percentages: "88,2%", or "88,2% tot 92,0%"; "–" where nothing counts."""
    low = percent(coverage.met, coverage.n, coverage.line)
    if not coverage.n_upper:
        return low
    high = percent(coverage.met + coverage.unknown, coverage.n_upper, coverage.line)
    return low if low == high else f"{low} tot {high}"


def fractions(coverage: Coverage) -> str:
    """Only the numbers: "187 van 212", "187 tot 195 van 212", or "150 van 200 tot 160 van 190"."""
    best = coverage.met + coverage.unknown
    if coverage.perhaps_outside:
        return f"{number(coverage.met)} van {number(coverage.n)} tot {number(best)} van {number(coverage.n_upper)}"
    return f"{span(coverage.met, best)} van {number(coverage.n)}"


def _share(coverage: Coverage) -> str:
    one, many = DEEDS[coverage.norm]
    low, high = coverage.met, coverage.met + coverage.unknown
    if not coverage.n_upper:
        return f"Geen van de {count(coverage.n, 'product', 'producten')} {one.format('')}."
    if coverage.n == 1 and low != high:
        return "Er telt één product mee, en daarvan is het nog niet bekend."
    if coverage.n == 1:
        return f"Het ene product dat meetelt ({shares(coverage)}), {one.format('' if low else ' niet')}."
    whole = f"de {span(coverage.n_upper, coverage.n)} producten{OF_WHICH[coverage.norm]} ({shares(coverage)})"
    if high == 0:
        return f"Geen van {whole} {one.format('')}."
    if low == high == coverage.n:
        return f"Alle {whole.removeprefix('de ')} {many}."
    return f"{span(low, high)} van {whole} {one.format('') if high == 1 else many}."


def _meaning(coverage: Coverage) -> str:
    line = f"de norm van {whole_percent(coverage.line)}"
    unknown = coverage.unknown + coverage.perhaps_outside
    if coverage.outcome is NormOutcome.NIET_VAST_TE_STELLEN:
        return f"Over {count(unknown, 'product', 'producten')} is te weinig bekend. {_cannot_tell(coverage)}"
    if coverage.outcome is NormOutcome.GEHAALD:
        sure = (
            f", wat er ook blijkt over {count(unknown, 'onbekend product', 'onbekende producten')}" if unknown else ""
        )
        return f"Daarmee is {line} gehaald{sure}."
    short = coverage.needed_at_best - coverage.met - coverage.unknown
    best = f"Ook als {_all_good(unknown)}, is dat" if unknown else "Dat is"
    return f"{best} {count(short, 'product', 'producten')} te weinig voor {line}."


def _all_good(unknown: int) -> str:
    return "het onbekende product meezit" if unknown == 1 else f"alle {number(unknown)} onbekende producten meezitten"


def _cannot_tell(coverage: Coverage) -> str:
    return f"Of de norm van {whole_percent(coverage.line)} is gehaald, is niet vast te stellen."
