"""Tickets as issues of a Jira project (REST API version 2: Jira Cloud and Jira Data Center)."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote

from tickets.calling import RefusedError, call
from tickets.ticket import Ticket
from tickets.trackers import Tracker

_ISSUE_TYPE = "Task"


class Jira:
    """One project. A user with a token is basic authentication (Cloud); a token alone a personal access token (Data Center)."""

    def __init__(self, tracker: Tracker) -> None:
        path, _, self._project = tracker.path.rpartition("/")
        self._api = f"{tracker.base}{path}/rest/api/2"
        basic = base64.b64encode(f"{tracker.user}:{tracker.secret}".encode()).decode()
        self._headers = {
            "Authorization": f"Basic {basic}" if tracker.user else f"Bearer {tracker.secret}",
            "Accept": "application/json",
            "Content-Type": "application/json",
            "User-Agent": "Goedgeregeld",
        }

    def open(self, ticket: Ticket, delivery: str) -> str:
        """Make the issue; returns its key."""
        fields = {**_fields(ticket), "project": {"key": self._project}, "issuetype": {"name": _ISSUE_TYPE}}
        fields["labels"] = [*(label.replace(" ", "-") for label in ticket.labels), ticket.mark]
        return str(self._call("POST", "/issue", {"fields": fields})["key"])

    def find(self, ticket: Ticket) -> str:
        """The key of the issue that carries the ticket's mark; empty where there is none."""
        jql = quote(f'project = "{self._project}" AND labels = "{ticket.mark}"')
        try:
            found = self._call("GET", f"/search/jql?jql={jql}&fields=key&maxResults=1")  # Cloud since 2025
        except RefusedError:
            found = self._call("GET", f"/search?jql={jql}&fields=key&maxResults=1")
        issues = (found or {}).get("issues") or []
        return str(issues[0]["key"]) if issues else ""

    def update(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Let the issue say what the ticket says now."""
        self._call("PUT", f"/issue/{remote}", {"fields": _fields(ticket)})

    def reopen(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Open it again, with what the ticket says now."""
        self.update(remote, ticket, delivery)
        self._move(remote, done=False)

    def close(self, remote: str, ticket: Ticket, delivery: str) -> None:
        """Move the issue to a state that counts as done, with a word why."""
        said = {"body": "De laatste meting ziet dit niet meer. Goedgeregeld sluit dit ticket."}
        self._call("POST", f"/issue/{remote}/comment", said)
        self._move(remote, done=True)

    def _move(self, remote: str, *, done: bool) -> None:
        """Take the first way to a state of the right category; RefusedError where the workflow has none."""
        if (self._category(remote) == "done") == done:
            return
        ways = self._call("GET", f"/issue/{remote}/transitions")["transitions"]
        fitting = [way for way in ways if (way["to"]["statusCategory"]["key"] == "done") == done]
        if not fitting:
            raise RefusedError("de werkstroom van dit ticket heeft geen stap naar " + ("gereed" if done else "open"))
        self._call("POST", f"/issue/{remote}/transitions", {"transition": {"id": fitting[0]["id"]}})

    def _category(self, remote: str) -> str:
        return str(self._call("GET", f"/issue/{remote}?fields=status")["fields"]["status"]["statusCategory"]["key"])

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return call(method, self._api + path, headers=self._headers, body=json.dumps(body).encode() if body else None)


def _fields(ticket: Ticket) -> dict[str, Any]:
    return {"summary": ticket.title[:250], "description": ticket.text}
