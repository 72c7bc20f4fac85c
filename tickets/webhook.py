"""Tickets as signed messages to any system (Standard Webhooks 1.0.0, standardwebhooks.com)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime

from tickets.calling import call
from tickets.ticket import Ticket
from tickets.trackers import Tracker

_ANY_GOOD = (200, 201, 202, 204)


class Webhook:
    """One address. A receiver keeps ``webhook-id``: the same message sent again has the same one."""

    def __init__(self, tracker: Tracker) -> None:
        self._url = tracker.base + tracker.path
        self._secret = secret_bytes(tracker.secret)

    def open(self, ticket: Ticket, delivery: str) -> str:
        """Say that there is a new ticket; its name is its own key."""
        self._send("ticket.geopend", ticket, delivery)
        return ticket.key

    def find(self, ticket: Ticket) -> str:
        """Nothing can be looked up; the same webhook-id keeps it from counting twice."""
        return ""

    def update(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Say what the ticket says now."""
        self._send("ticket.bijgewerkt", ticket, delivery)

    def reopen(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Say that it is back."""
        self._send("ticket.heropend", ticket, delivery)

    def close(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Say that the finding is gone."""
        self._send("ticket.gesloten", ticket, delivery)

    def _send(self, kind: str, ticket: Ticket, delivery: str) -> None:
        now = datetime.now(UTC)
        told = {"type": kind, "timestamp": now.isoformat(), "data": ticket.content}
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Goedgeregeld",
            "webhook-id": delivery,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signature(self._secret, delivery, int(now.timestamp()), body),
        }
        call("POST", self._url, headers=headers, body=body, wanted=_ANY_GOOD)


def signature(secret: bytes, delivery: str, timestamp: int, body: bytes) -> str:
    """HMAC-SHA256 over id, time and body, as the standard writes it: "v1," and base64."""
    signed = f"{delivery}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()


def secret_bytes(secret: str) -> bytes:
    """The key: what follows whsec_ in base64, or the words themselves."""
    if secret.startswith("whsec_"):
        return base64.b64decode(secret.removeprefix("whsec_"))
    return secret.encode()
