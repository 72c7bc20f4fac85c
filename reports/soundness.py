"""Whether a run may give a figure: not where the site as a whole was away, closed or replaced by one message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from model.page import FetchOutcome, Role, Snapshot
from model.product import Product
from model.verdict import ProductState, ProductVerdict

MOST = 0.5  # share of the addresses from which one cause counts as the site's, not the pages'
LEAST = 5  # addresses below which nothing is said of the site as a whole
_LOGIN = "in te loggen"


def unsound(
    products: Sequence[Product],
    snapshots: Sequence[Snapshot],
    verdicts: Iterable[ProductVerdict],
    day: date,
    *,
    texts: Mapping[str, str],
    floor: float,
) -> str:
    """Why the run gives no figure, in Dutch; empty where it may.

    ``floor`` is the share of the active products that must be measured. ``texts`` holds, by address, what some product pages
    say.
    """
    main = [snapshot for snapshot in snapshots if snapshot.role is Role.PRODUCTPAGINA]
    active = {product.id for product in products if product.active_on(day)}
    measured = {verdict.product_id for verdict in verdicts if verdict.state is ProductState.GEMETEN} & active
    whole = _cause_of_all(main) or _one_page(texts)
    if active and len(measured) >= floor * len(active) and not whole:
        return ""
    few = f"Van de {len(active)} producten zijn er {len(measured)} gemeten; nodig is {floor:.0%}."
    return f"{whole} {few}" if whole else few


def _cause_of_all(main: Sequence[Snapshot]) -> str:
    """What most addresses have in common that is not the fault of a page; empty where nothing."""
    told = Counter(snapshot.outcome for snapshot in main)
    refused = told[FetchOutcome.GEEN_TOEGANG] + told[FetchOutcome.TE_VEEL_VERZOEKEN]
    gone = told[FetchOutcome.NIET_GEVONDEN] + told[FetchOutcome.VERVALLEN]
    away = told[FetchOutcome.SERVERFOUT] + told[FetchOutcome.GEEN_VERBINDING] + told[FetchOutcome.ONBEKENDE_SERVER]
    slow = told[FetchOutcome.TE_TRAAG]
    elsewhere = told[FetchOutcome.BUITEN_DE_SITE]
    total = len(main)
    login = sum(_LOGIN in snapshot.detail for snapshot in main)
    causes = (
        (login, "De site vraagt op {} van de {} adressen om in te loggen."),
        (
            refused,
            "De site weigert ons op {} van de {} adressen (401, 403 of 429). Vraag de beheerder ons toe te laten.",
        ),
        (away, "De site was weg: op {} van de {} adressen een fout van de server of geen verbinding."),
        (slow, "De site was te traag: {} van de {} adressen kwamen niet op tijd."),
        (gone, "Op {} van de {} adressen is geen pagina meer. Is de site vernieuwd? Werk dan de productcatalogus bij."),
        (elsewhere, "{} van de {} adressen sturen door naar een andere site. Is de site verhuisd?"),
    )
    return next((words.format(n, total) for n, words in causes if n >= LEAST and n >= MOST * total), "")


def _one_page(texts: Mapping[str, str]) -> str:
    """Different products cannot have the same text; then it is a message about maintenance, cookies or a failure."""
    if len(texts) < LEAST:
        return ""
    _, times = Counter(texts.values()).most_common(1)[0]
    if times < max(LEAST, MOST * len(texts)):
        return ""
    return (
        f"De site toont op {times} van de {len(texts)} bekeken adressen dezelfde tekst, zoals een melding over onderhoud. "
        "Dat is niet beoordeeld als productpagina."
    )
