"""Addresses that misbehave, with how asking for them and testing them is expected to end."""

from __future__ import annotations

from dataclasses import dataclass

from model.page import FetchOutcome
from model.scan import ScanOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Mischief:
    """One way in which a page can misbehave.

    ``fetch`` is how the request ends; ``scan`` how testing in the browser ends, None where there is nothing to test.
    ``why`` is a Dutch sentence for the comparison.
    """

    key: str
    fetch: FetchOutcome
    scan: ScanOutcome | None
    why: str

    @property
    def judged(self) -> bool:
        """Whether the page's text can be judged all the same."""
        return self.fetch is FetchOutcome.OPGEHAALD


OK = FetchOutcome.OPGEHAALD
TESTED = ScanOutcome.GETEST

MISCHIEF: tuple[Mischief, ...] = (
    Mischief(key="404", fetch=FetchOutcome.NIET_GEVONDEN, scan=None, why="de pagina bestaat niet (404)"),
    Mischief(key="410", fetch=FetchOutcome.VERVALLEN, scan=None, why="de pagina is weggehaald (410)"),
    Mischief(key="500", fetch=FetchOutcome.SERVERFOUT, scan=None, why="de server geeft een fout (500)"),
    Mischief(key="403", fetch=FetchOutcome.GEEN_TOEGANG, scan=None, why="de server weigert (403)"),
    Mischief(key="keten", fetch=OK, scan=TESTED, why="drie doorverwijzingen, daarna een gewone pagina"),
    Mischief(key="kring", fetch=FetchOutcome.KRINGVERWIJZING, scan=None, why="doorverwijzingen in een kring"),
    Mischief(key="traag", fetch=OK, scan=TESTED, why="antwoordt pas na 3 seconden"),
    Mischief(key="eindeloos", fetch=FetchOutcome.TE_TRAAG, scan=None, why="de pagina houdt nooit op"),
    Mischief(key="tekens", fetch=OK, scan=TESTED, why="zegt utf-8 maar is windows-1252"),
    Mischief(key="groot", fetch=FetchOutcome.TE_GROOT, scan=None, why="de pagina is ruim 10 MB"),
    Mischief(key="meta-refresh", fetch=OK, scan=ScanOutcome.DOORGESTUURD, why="stuurt de bezoeker meteen weg"),
    Mischief(key="dialoog", fetch=OK, scan=TESTED, why="toont meteen een melding die weggeklikt moet worden"),
    Mischief(key="script", fetch=OK, scan=ScanOutcome.TE_TRAAG, why="een script dat nooit ophoudt"),
    Mischief(key="robots", fetch=FetchOutcome.ROBOTS_VERBIEDT, scan=None, why="robots.txt verbiedt het adres"),
    Mischief(
        key="andere-host", fetch=FetchOutcome.BUITEN_DE_SITE, scan=None, why="verwijst door naar een andere server"
    ),
    Mischief(key="pdf", fetch=FetchOutcome.GEEN_HTML, scan=None, why="het adres geeft een pdf"),
    Mischief(key="leeg", fetch=FetchOutcome.LEEG, scan=None, why="het antwoord is leeg"),
    Mischief(key="429", fetch=OK, scan=TESTED, why="eerst te veel verzoeken (429), daarna een gewone pagina"),
    Mischief(key="afgebroken", fetch=FetchOutcome.GEEN_VERBINDING, scan=None, why="de verbinding wordt verbroken"),
)

SCRIPTS = {
    "meta-refresh": ('<meta http-equiv="refresh" content="0; url=/nieuws/">', ""),
    "dialoog": ("", "<script>alert('Let op: deze pagina is vernieuwd.');</script>"),
    "script": (
        "",
        "<script>addEventListener('load', () => setTimeout(() => { while (true) { document.title += ''; "
        "} }, 50));</script>",
    ),
}
"""What a misbehaving page gets in its head and at the end of its body."""

PADDING = b'<p class="utrecht-paragraph">Deze alinea vult de pagina tot zij te groot is.</p>\n' * 135_000
"""About 11 MB of text."""
