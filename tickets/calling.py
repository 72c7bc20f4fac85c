"""One request to a ticket system, and what its answer means for trying again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import urllib3

_PATIENCE = urllib3.Timeout(connect=10.0, read=30.0)  # seconds
_LARGEST = 5_000_000  # bytes of an answer
_SAID = 300  # characters of an answer that are kept


class AwayError(Exception):
    """The other side did not take it, and will later: nothing arrived."""


class UnknownError(Exception):
    """No answer came back: it may have arrived."""


class RefusedError(Exception):
    """The other side understood it and does not want it: trying again helps only when somebody mends it."""


def call(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    body: bytes | None = None,
    wanted: tuple[int, ...] = (200, 201, 204),
) -> Any:
    """The JSON answer to one request, None where it has none; redirects are not followed, for they would take the secret along.

    Raises AwayError (no connection, 429, 5xx without a body taken), UnknownError (time-out after sending) or RefusedError.
    """
    http = urllib3.PoolManager(timeout=_PATIENCE, retries=False)
    try:
        with http.request(method, url, body=body, headers=dict(headers), preload_content=False) as answer:
            said = answer.read(_LARGEST, decode_content=True)
            status = int(answer.status)
    except (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError) as error:
        raise AwayError("geen verbinding") from error
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise UnknownError("de verbinding brak af voordat er een antwoord was") from error
    finally:
        http.clear()
    text = " ".join(said.decode("utf-8", "replace").split())[:_SAID]
    if status in (429, 502, 503, 504):
        raise AwayError(f"status {status}")
    if status >= 500:
        raise UnknownError(f"status {status}: {text}")
    if status not in wanted:
        raise RefusedError(f"status {status}: {text}")
    try:
        return json.loads(said) if said.strip() else None
    except ValueError:
        return None
