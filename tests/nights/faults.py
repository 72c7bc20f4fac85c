"""Every way in which a site has been seen to fail, by name, with how asking for it must end."""

# ruff: noqa: E501 - one fault a line
from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import brotli

from model.page import FetchOutcome as F
from tests.nights.page_faults import PAGE_FAULTS

BIG = 60_000_000  # bytes that a bomb unfolds to
PAGE = (
    "<!doctype html><html lang='nl'><head><title>Proef</title></head><body><main><h1>Proef</h1>"
    "<p>Maak een afspraak bij de Stadswinkel. Het kost € 12,50 en duurt 5 werkdagen.</p>{}</main></body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: its Dutch name, what the server does, and the outcome. ``answer`` is bytes, in pieces; None hangs up.

    After the pieces the connection is closed, unless ``hold``: then it stays open without another byte. ``drip`` repeats the
    last piece for ever.
    """

    group: str
    name: str
    answer: Callable[[str], list[bytes]] | None
    outcome: F
    hold: bool = False
    drip: bool = False
    address: str = ""  # another address than the fault server's own


def http(
    status: str = "200 OK", body: bytes | str = "", *headers: str, kind: str = "text/html; charset=utf-8"
) -> Callable[[str], list[bytes]]:
    """A whole answer with its length."""
    content = body.encode() if isinstance(body, str) else body

    def answer(_base: str) -> list[bytes]:
        lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
        lines += [f"Content-Length: {len(content)}"]
        return [("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"), content]

    return answer


def raw(*pieces: bytes) -> Callable[[str], list[bytes]]:
    """Bytes as they are."""
    return lambda _base: list(pieces)


def to(location: str, status: str = "302 Found") -> Callable[[str], list[bytes]]:
    """A redirect; ``{base}`` stands for the fault server."""
    return lambda base: http(status, "", f"Location: {location.replace('{base}', base)}")(base)


def bomb(fold: Callable[[bytes], bytes], encoding: str) -> Callable[[str], list[bytes]]:
    """A small answer that unfolds to BIG bytes; folded when it is first asked for."""

    @cache
    def folded() -> bytes:
        return fold(b"<p>" + b" " * BIG)

    return lambda base: http("200 OK", folded(), f"Content-Encoding: {encoding}")(base)


def page(more: str = "", head: str = "") -> str:
    """A page that can be judged."""
    return PAGE.format(more).replace("</head>", head + "</head>")


def _statuses() -> Iterator[Fault]:
    told = {
        "204 No Content": F.ANDERE_STATUS, "400 Bad Request": F.ANDERE_STATUS, "401 Unauthorized": F.GEEN_TOEGANG,
        "403 Forbidden": F.GEEN_TOEGANG, "404 Not Found": F.NIET_GEVONDEN, "405 Method Not Allowed": F.ANDERE_STATUS,
        "407 Proxy Authentication Required": F.GEEN_TOEGANG, "410 Gone": F.VERVALLEN, "418 I'm a teapot": F.ANDERE_STATUS,
        "429 Too Many Requests": F.TE_VEEL_VERZOEKEN, "451 Unavailable For Legal Reasons": F.ANDERE_STATUS,
        "500 Internal Server Error": F.SERVERFOUT, "501 Not Implemented": F.SERVERFOUT, "502 Bad Gateway": F.SERVERFOUT,
        "503 Service Unavailable": F.SERVERFOUT, "504 Gateway Timeout": F.SERVERFOUT, "599 Vreemd": F.SERVERFOUT,
    }  # fmt: skip
    for status, outcome in told.items():
        yield Fault(
            group="HTTP",
            name=f"status {status[:3]}",
            answer=http(status, "" if status[0:3] == "204" else "<h1>x</h1>"),
            outcome=outcome,
        )


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
FAULTS: tuple[Fault, ...] = (
    # Network
    Fault(group="netwerk", name="verbinding geweigerd", answer=None, outcome=F.GEEN_VERBINDING, address="http://127.0.0.1:9/"),
    Fault(group="netwerk", name="naam van de server bestaat niet", answer=None, outcome=F.ONBEKENDE_SERVER, address="http://bestaat-niet.invalid/"),
    Fault(group="netwerk", name="naam wijst naar het eigen netwerk", answer=None, outcome=F.BUITEN_DE_SITE, address="http://{host}/"),
    Fault(group="netwerk", name="verbinding verbroken zonder antwoord", answer=None, outcome=F.GEEN_VERBINDING),
    Fault(group="netwerk", name="verbroken midden in de koppen", answer=raw(b"HTTP/1.1 200 OK\r\nContent-Ty"), outcome=F.GEEN_VERBINDING),
    Fault(group="netwerk", name="verbroken midden in de pagina", answer=raw(HEAD + b"Content-Length: 9000\r\n\r\n<h1>half"), outcome=F.GEEN_VERBINDING),
    Fault(group="netwerk", name="verbroken midden in een brok", answer=raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\n<h1>half"), outcome=F.GEEN_VERBINDING),
    # Time
    Fault(group="tijd", name="geen enkele byte", answer=raw(), outcome=F.TE_TRAAG, hold=True),
    Fault(group="tijd", name="koppen komen nooit af", answer=raw(b"HTTP/1.1 200 OK\r\n", b"X-Nog: een\r\n"), outcome=F.TE_TRAAG, drip=True),
    Fault(group="tijd", name="pagina komt nooit af", answer=raw(HEAD + b"\r\n", b"<p>en verder</p>"), outcome=F.TE_TRAAG, drip=True),
    Fault(group="tijd", name="belooft meer dan er komt en wacht", answer=raw(HEAD + b"Content-Length: 9000\r\n\r\n<h1>half"), outcome=F.TE_TRAAG, hold=True),
    # TLS
    Fault(group="TLS", name="zelf ondertekend certificaat", answer=None, outcome=F.GEEN_VERBINDING, address="https://127.0.0.1:{eigen}/"),
    Fault(group="TLS", name="verlopen certificaat", answer=None, outcome=F.GEEN_VERBINDING, address="https://127.0.0.1:{verlopen}/"),
    Fault(group="TLS", name="gewone HTTP op de poort voor HTTPS", answer=None, outcome=F.GEEN_VERBINDING, address="https://{server}/"),
    # HTTP
    *_statuses(),
    Fault(group="HTTP", name="antwoord zonder kop (HTTP/0.9)", answer=raw(b"<html><h1>oud</h1></html>"), outcome=F.GEEN_VERBINDING),
    Fault(group="HTTP", name="statusregel zonder getal", answer=raw(b"HTTP/1.1 JA HOOR\r\n\r\n"), outcome=F.GEEN_VERBINDING),
    Fault(group="HTTP", name="een kop van 1 MB", answer=http("200 OK", page(), "X-Lang: " + "a" * 1_000_000), outcome=F.GEEN_VERBINDING),
    Fault(group="HTTP", name="twee verschillende lengtes", answer=raw(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n<p>abcdef"), outcome=F.GEEN_VERBINDING),
    Fault(group="HTTP", name="negatieve lengte", answer=raw(HEAD + b"Content-Length: -1\r\n\r\n<p>a"), outcome=F.GEEN_VERBINDING),
    Fault(group="HTTP", name="304 zonder dat wij het vroegen", answer=raw(b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"), outcome=F.ANDERE_STATUS),
    Fault(group="HTTP", name="pdf onder het adres", answer=http("200 OK", b"%PDF-1.7 ...", kind="application/pdf"), outcome=F.GEEN_HTML),
    Fault(group="HTTP", name="pdf die zegt html te zijn", answer=http("200 OK", b"%PDF-1.7 ..."), outcome=F.GEEN_HTML),
    Fault(group="HTTP", name="json onder het adres", answer=http("200 OK", "{}", kind="application/json"), outcome=F.GEEN_HTML),
    Fault(group="HTTP", name="html zonder soort", answer=http("200 OK", page(), kind=""), outcome=F.OPGEHAALD),
    Fault(group="HTTP", name="bestand zonder soort", answer=http("200 OK", b"\x00\x01\x02\x03" * 99, kind=""), outcome=F.GEEN_HTML),
    # Compression
    Fault(group="compressie", name="bom in gzip", answer=bomb(lambda body: gzip.compress(body, 6), "gzip"), outcome=F.TE_GROOT),
    Fault(group="compressie", name="bom in brotli", answer=bomb(lambda body: brotli.compress(body, quality=2), "br"), outcome=F.TE_GROOT),
    Fault(group="compressie", name="bom in deflate", answer=bomb(lambda body: zlib.compress(body, 6), "deflate"), outcome=F.TE_GROOT),
    Fault(group="compressie", name="zegt gzip maar is het niet", answer=http("200 OK", page(), "Content-Encoding: gzip"), outcome=F.GEEN_VERBINDING),
    Fault(group="compressie", name="gzip breekt halverwege af", answer=http("200 OK", gzip.compress(page("<p>x</p>" * 5000).encode())[:90], "Content-Encoding: gzip"), outcome=F.OPGEHAALD),
    Fault(group="compressie", name="gewone gzip", answer=http("200 OK", gzip.compress(page().encode()), "Content-Encoding: gzip"), outcome=F.OPGEHAALD),
    Fault(group="compressie", name="onbekende codering", answer=http("200 OK", b"\x28\xb5\x2f\xfd" + b"\x00" * 99, "Content-Encoding: vreemd"), outcome=F.OPGEHAALD),
    # Character sets
    Fault(group="tekens", name="zegt utf-8, is windows-1252", answer=http("200 OK", page("<p>€ 12 café</p>").encode("cp1252")), outcome=F.OPGEHAALD),
    Fault(group="tekens", name="utf-16 met merkteken", answer=http("200 OK", page().encode("utf-16"), kind="text/html"), outcome=F.OPGEHAALD),
    Fault(group="tekens", name="onbekende tekenset", answer=http("200 OK", page(), kind="text/html; charset=klingon"), outcome=F.OPGEHAALD),
    Fault(group="tekens", name="nultekens in de tekst", answer=http("200 OK", page("<p>a\x00b\x00</p>")), outcome=F.OPGEHAALD),
    Fault(group="tekens", name="kapotte utf-8", answer=http("200 OK", page().encode() + b"\xff\xfe\xed\xa0\x80"), outcome=F.OPGEHAALD),
    # Redirects
    Fault(group="doorverwijzing", name="kring van twee", answer=to("{base}/doorverwijzing/kring-b"), outcome=F.KRINGVERWIJZING),
    Fault(group="doorverwijzing", name="naar zichzelf", answer=lambda base: to("#zelf")(base), outcome=F.KRINGVERWIJZING),
    Fault(group="doorverwijzing", name="keten zonder eind", answer=to("{base}/keten/1"), outcome=F.KRINGVERWIJZING),
    Fault(group="doorverwijzing", name="zonder adres", answer=http("301 Moved Permanently"), outcome=F.ANDERE_STATUS),
    Fault(group="doorverwijzing", name="naar een andere site", answer=to("http://elders.example/"), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar het eigen netwerk", answer=to("http://169.254.169.254/latest/meta-data/"), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar een bestand", answer=to("file:///etc/passwd"), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar een script", answer=to("javascript:alert(1)"), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar gegevens", answer=to("data:text/html,<h1>x</h1>"), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar iets dat geen adres is", answer=to("http://["), outcome=F.BUITEN_DE_SITE),
    Fault(group="doorverwijzing", name="naar inloggen", answer=to("{base}/inloggen?terug=/"), outcome=F.GEEN_TOEGANG),
    Fault(group="doorverwijzing", name="in de pagina zelf (meta refresh) naar een andere site", answer=http("200 OK", "<meta http-equiv=refresh content='0;url=http://elders.example/'>"), outcome=F.BUITEN_DE_SITE),
    # HTML
    Fault(group="html", name="lege pagina", answer=http("200 OK", ""), outcome=F.LEEG),
    Fault(group="html", name="alleen witruimte", answer=http("200 OK", " \n\t "), outcome=F.LEEG),
    Fault(group="html", name="pagina van 6 MB", answer=http("200 OK", page("<p>x</p>" * 800_000)), outcome=F.TE_GROOT),
    Fault(group="html", name="100.000 links", answer=http("200 OK", page("<a href=/n>tarieven</a>" * 100_000)), outcome=F.OPGEHAALD),
    Fault(group="html", name="50.000 elementen in elkaar", answer=http("200 OK", page("<div>" * 50_000 + "diep")), outcome=F.OPGEHAALD),
    Fault(group="html", name="opmerking zonder eind", answer=http("200 OK", page("<!-- vergeten")), outcome=F.OPGEHAALD),
    Fault(group="html", name="kenmerk van 1 MB", answer=http("200 OK", page(f"<p data-x='{'y' * 1_000_000}'>z</p>")), outcome=F.OPGEHAALD),
    Fault(group="html", name="bom in XML (billion laughs)", answer=http("200 OK", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" if n else "<!ENTITY a0 '&a;'>" for n in range(12)) + "]><html lang='nl'><body><p>&a11;</p></body></html>", kind="application/xhtml+xml"), outcome=F.OPGEHAALD),
    Fault(group="html", name="bestand van buiten in XML (XXE)", answer=http("200 OK", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html lang='nl'><body><p>&x;</p></body></html>", kind="application/xhtml+xml"), outcome=F.OPGEHAALD),
    Fault(group="html", name="basisadres is een script", answer=http("200 OK", page("<a href=/x>tarieven</a>", "<base href='javascript:alert(1)//'>")), outcome=F.OPGEHAALD),
    Fault(group="html", name="zegt 200 maar is niet gevonden", answer=http("200 OK", "<html lang=nl><title>404 - Pagina niet gevonden</title><main><h1>Pagina niet gevonden</h1><p>Deze pagina bestaat niet.</p></main></html>"), outcome=F.NIET_GEVONDEN),
    # robots.txt
    Fault(group="robots", name="verboden adres", answer=http("200 OK", page()), outcome=F.ROBOTS_VERBIEDT, address="{base}/verboden/pagina"),
)  # fmt: skip

SITE_FAULTS: tuple[tuple[str, str, str], ...] = (
    ("robots", "robots.txt geeft 500", "de meting stopt: robots.txt is niet te lezen"),
    ("robots", "robots.txt geeft 429", "de meting stopt: robots.txt is niet te lezen"),
    ("robots", "robots.txt komt nooit af", "de meting stopt: robots.txt kwam niet op tijd"),
    ("robots", "robots.txt is 404", "alles mag"),
    ("robots", "robots.txt is een bom in gzip", "geen pagina wordt gevraagd"),
    ("sitemap", "sitemap is er niet", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap geeft 500", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is leeg", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap noemt geen pagina", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is een webpagina", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap houdt halverwege op", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is in andere tekens dan zij zegt", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is een bom in gzip", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is een kapot gzip-bestand", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap is een bom in XML", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap wijst alleen naar zichzelf", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap wijst naar het eigen netwerk", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap stuurt door naar het eigen netwerk", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap stuurt door naar een bestand", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap stuurt in een kring door", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap wijst naar iets dat geen adres is", "geweigerd met uitleg; niets overgenomen"),
    ("sitemap", "sitemap noemt ook onzin", "wat geen adres is, telt niet mee"),
    ("schijf", "schijf vol tijdens de nacht", "stopt met uitleg; daarna gaat de meting verder waar zij was"),
    ("database", "databaseserver weg", "stopt met uitleg; daarna gaat de meting verder waar zij was"),
    ("database", "databaseserver herstart", "wacht en gaat verder"),
    ("database", "database bezet door een ander", "wacht en gaat verder"),
)
"""Faults of the whole: group, name and how the run ends."""


ALL: tuple[tuple[str, str, str], ...] = (
    *((fault.group, fault.name, fault.outcome.value) for fault in FAULTS),
    *((fault.group, fault.name, " of ".join(end.value for end in fault.outcomes)) for fault in PAGE_FAULTS),
    *SITE_FAULTS,
)
"""Every fault: group, name and how it ends."""


def table() -> str:
    """The page ``docs/storingen.md``."""
    lines = [
        "# Wat er mis kan gaan, en hoe een meting dan eindigt",
        "",
        f"Elke regel is een proef in `tests/nights/test_faults.py` of (script, geheugen, sitemap) ernaast in `test_page_faults.py` en `test_sitemap_faults.py`; samen {len(ALL)}. "
        "Een pagina of test eindigt altijd in één toestand met een naam, nooit in een nul. Deze tabel wordt gemaakt met "
        "`python -m tests.nights.faults`.",
        "",
        "| soort | storing | toestand van de pagina, test of meting |",
        "|---|---|---|",
    ]
    lines += [f"| {group} | {name} | {end} |" for group, name, end in ALL]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(), end="")
