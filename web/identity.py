"""Names that stay the same from run to run."""

from __future__ import annotations

import hashlib

from reports.accessibility import Issue


def issue_id(issue: Issue) -> str:
    """The name of an issue in addresses: its kind, rule and component, hashed, since a component can be long."""
    text = "\n".join((issue.kind.value, issue.rule_id, issue.component))
    return f"{issue.rule_id}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"
