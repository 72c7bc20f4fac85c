"""What a check is, and how all of them judge one dossier."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import checks
from checks.reading import Reading, read
from model.finding import CheckResult, Finding, Online, Outcome
from model.page import Dossier
from model.reliability import reliability_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question on a product's pages. Its id is the name of its function and file.

    ``version`` rises when an unchanged page can get another outcome. ``norm`` is 7, 8 or None (reported beside the norms).
    ``question`` and ``messages`` (reason -> what an editor reads) are Dutch; ``source`` names the norm or standard. ``examples``
    map a fragment of HTML to its outcome; they are printed in the documentation and run as tests. ``pastes`` map a reason to a
    sentence that the editor can fill in and put on the page.
    """

    version: int
    norm: int | None
    question: str
    source: str
    messages: Mapping[str, str]
    examples: Mapping[str, Outcome | Online]
    evaluate: Callable[[Reading], Finding]
    pastes: Mapping[str, str]

    @property
    def id(self) -> str:
        """The name of the check, its function and its file."""
        return self.evaluate.__name__


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check in the folder, in the order of their norm and file; nothing is registered."""
    modules = (importlib.import_module(f"checks.{found.name}") for found in pkgutil.iter_modules(checks.__path__))
    found = [module.CHECK for module in modules if hasattr(module, "CHECK")]
    order = ("hoe", "waar", "kosten", "afhandeltermijn", "online")
    return tuple(sorted(found, key=lambda check: (order.index(check.id) if check.id in order else 99, check.id)))


def judge(dossier: Dossier) -> tuple[CheckResult, ...]:
    """Answer every check's question on one dossier; the same dossier always gives the same answers.

    A dossier without pages, and a check that crashes, give "niet gemeten"; the crash's traceback is kept in ``error``.
    """
    reading = read(dossier)
    return tuple(_answer(check, reading) for check in all_checks())


def _answer(check: Check, reading: Reading) -> CheckResult:
    error = ""
    missing = Online.NIET_GEMETEN if check.norm == 8 else Outcome.NIET_GEMETEN
    if not reading.dossier.pages:
        finding = Finding(outcome=missing, reason="geen pagina")
    else:
        try:
            finding = check.evaluate(reading)
        except Exception:  # a crash in one check must not end the run, and must be seen
            finding, error = Finding(outcome=missing, reason="controle vastgelopen"), traceback.format_exc()
    return CheckResult(
        product_id=reading.dossier.product.id,
        check_id=check.id,
        check_version=check.version,
        finding=finding,
        message=check.messages.get(finding.reason) or _COMMON[finding.reason],
        error=error,
        sureness=reliability_now().sureness(check.id, finding.reason),
        paste=check.pastes.get(finding.reason, ""),
    )


_COMMON = {
    "geen pagina": "Er is geen pagina van dit product gemeten. Kijk bij de oorzaak wat er aan de hand is.",
    "controle vastgelopen": "De controle is vastgelopen. Dit ligt niet aan de pagina; meld het aan de beheerder.",
    "catalogus": "Volgens de productcatalogus geldt dit niet voor dit product.",
}
