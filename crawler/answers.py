"""Knows how asking for a page ended: from a response or a failure to one FetchOutcome."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from crawler.refusals import Refused
from model.page import FetchOutcome, Page

UNCHANGED = "ongewijzigd"
"""Flag of a response whose body is that of an earlier run: the site says that it did not change (304)."""

_STATUSES = {
    401: FetchOutcome.GEEN_TOEGANG,
    403: FetchOutcome.GEEN_TOEGANG,
    404: FetchOutcome.NIET_GEVONDEN,
    407: FetchOutcome.GEEN_TOEGANG,
    410: FetchOutcome.VERVALLEN,
    429: FetchOutcome.TE_VEEL_VERZOEKEN,
}
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|!--)", re.IGNORECASE)
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_SECRET_HEADERS = frozenset(["set-cookie", "set-cookie2"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one address, after redirects.

    ``body`` is empty and ``page``, the body as read, None unless the outcome is OPGEHAALD. ``status`` is None where no
    answer came. ``headers`` have names in lower case, without cookies. ``detail`` is Dutch.
    """

    outcome: FetchOutcome
    final_url: str
    status: int | None = None
    fetched_at: datetime
    headers: Mapping[str, str]
    body: bytes = b""
    page: Page | None = None
    detail: str = ""

    @property
    def body_sha256(self) -> str | None:
        """The body's SHA-256 in hexadecimal; None where there is no body."""
        return hashlib.sha256(self.body).hexdigest() if self.body else None

    @property
    def content_type(self) -> str:
        """The Content-Type header; empty where there was none."""
        return self.headers.get("content-type", "")


def answer_of(response: Response) -> Answer:
    """The answer in a response that is no redirect."""
    outcome, detail = _outcome_of(response)
    return Answer(
        outcome=outcome,
        final_url=response.url,
        status=response.status,
        fetched_at=datetime.now(UTC),
        headers=_headers(response),
        body=response.body if outcome is FetchOutcome.OPGEHAALD else b"",
        detail=detail
        or ("De server zegt dat de pagina niet is gewijzigd (304)." if UNCHANGED in response.flags else ""),
    )


def no_answer(
    url: str,
    outcome: FetchOutcome,
    detail: str = "",
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """An answer without a page: refused, failed or never asked."""
    return Answer(
        outcome=outcome,
        final_url=url,
        status=status,
        fetched_at=datetime.now(UTC),
        headers=headers or {},
        detail=detail,
    )


def failure_of(error: BaseException) -> tuple[FetchOutcome, str]:
    """What a request's exception means, with a Dutch detail."""
    if isinstance(error, Refused):
        return error.outcome, error.detail
    if isinstance(error, CannotResolveHostError):
        return FetchOutcome.ONBEKENDE_SERVER, "De naam van de server bestaat niet."
    if isinstance(error, DownloadTimeoutError):
        return FetchOutcome.TE_TRAAG, "Het antwoord was niet op tijd compleet."
    if isinstance(error, DownloadCancelledError) or (isinstance(error, IgnoreRequest) and "MAXSIZE" in str(error)):
        return FetchOutcome.TE_GROOT, "De pagina heeft meer bytes dan de grens."
    if isinstance(error, DownloadConnectionRefusedError):
        return FetchOutcome.GEEN_VERBINDING, "De server weigert de verbinding."
    if isinstance(error, ResponseDataLossError):
        return FetchOutcome.GEEN_VERBINDING, "Het antwoord brak halverwege af."
    if about_tls(error):
        return FetchOutcome.GEEN_VERBINDING, "De beveiligde verbinding (TLS) mislukt."
    return FetchOutcome.GEEN_VERBINDING, "De verbinding mislukt of werd verbroken."


def about_tls(error: BaseException) -> bool:
    """Whether a secure connection failed for a reason of its own: certificate, protocol, handshake."""
    return any(word in repr(error).casefold() for word in ("ssl", "certificate", "tls"))


def _outcome_of(response: Response) -> tuple[FetchOutcome, str]:
    if response.status != 200:
        known = _STATUSES.get(response.status)
        if known is None:
            known = FetchOutcome.SERVERFOUT if response.status >= 500 else FetchOutcome.ANDERE_STATUS
        return known, f"De server antwoordt met status {response.status}."
    if not response.body.strip():
        return FetchOutcome.LEEG, "De server stuurt een lege pagina."
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()
    if content_type and content_type not in _HTML_TYPES:
        return FetchOutcome.GEEN_HTML, f"De server stuurt {content_type[:80]} in plaats van een pagina."
    if response.body.startswith(_OTHER_KINDS) or (not content_type and not _MARKUP.match(response.body)):
        return FetchOutcome.GEEN_HTML, "De server stuurt een bestand in plaats van een pagina."
    return FetchOutcome.OPGEHAALD, ""


def _headers(response: Response) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
        if name.decode("latin-1").lower() not in _SECRET_HEADERS
    }
