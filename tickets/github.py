"""Tickets as issues of a GitHub repository (REST API, version 2022-11-28)."""

from __future__ import annotations

import json
from typing import Any

from tickets.calling import RefusedError, call
from tickets.ticket import Ticket
from tickets.trackers import Tracker

_MOST_PAGES = 50  # of 100 issues, when looking for a ticket of which nobody knows whether it arrived


class GitHub:
    """One repository."""

    def __init__(self, tracker: Tracker) -> None:
        self._issues = f"{tracker.base}/repos{tracker.path}/issues"
        self._headers = {
            "Authorization": f"Bearer {tracker.secret}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "Goedgeregeld",
            "Content-Type": "application/json",
        }

    def open(self, ticket: Ticket, delivery: str) -> str:
        """Make the issue; returns its number."""
        made = self._call("POST", self._issues, {**_fields(ticket), "labels": list(ticket.labels)})
        return str(made["number"])

    def find(self, ticket: Ticket) -> str:
        """The number of the issue that carries the ticket's mark; empty where there is none."""
        for page in range(1, _MOST_PAGES + 1):
            url = f"{self._issues}?labels=goedgeregeld&state=all&sort=created&direction=desc&per_page=100&page={page}"
            found = self._call("GET", url)
            for each in found or ():
                if ticket.mark in (each.get("body") or ""):
                    return str(each["number"])
            if not found or len(found) < 100:
                break
        return ""

    def update(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Let the issue say what the ticket says now; an issue that was closed there is opened again."""
        self._call("PATCH", f"{self._issues}/{remote}", {**_fields(ticket), "state": "open"})

    reopen = update

    def close(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Close the issue with a word why."""
        said = {"body": "De laatste meting ziet dit niet meer. Goedgeregeld sluit dit ticket."}
        self._call("POST", f"{self._issues}/{remote}/comments", said)
        self._call("PATCH", f"{self._issues}/{remote}", {"state": "closed", "state_reason": "completed"})

    def _call(self, method: str, url: str, body: dict[str, Any] | None = None) -> Any:
        answer = call(method, url, headers=self._headers, body=json.dumps(body).encode() if body else None)
        if method == "POST" and not isinstance(answer, dict):
            raise RefusedError("het antwoord is geen JSON van GitHub")
        return answer


def _fields(ticket: Ticket) -> dict[str, Any]:
    return {"title": ticket.title[:250], "body": f"{ticket.text}\n\n<!-- {ticket.mark} -->"}
