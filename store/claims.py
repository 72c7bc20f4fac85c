"""What official feeds said of the products; the newest reading of each source counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime

from django.db import transaction

from model.claim import Claim, OnlineClaim, Source
from store import models
from store.patience import patient

_FIELDS = frozenset(field.name for field in fields(Claim))


@patient
def save_claims(source: Source, claims: Sequence[tuple[str, Claim]], read_at: datetime) -> bool:
    """Keep what a feed says, by product id; returns whether it is anything new. The same feed again adds nothing."""
    facts = [(product_id, _plain(claim)) for product_id, claim in claims]
    sha256 = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    newest = models.FeedReading.objects.filter(source=source.value).order_by("-pk").first()
    if newest is not None and newest.sha256 == sha256:
        return False
    with transaction.atomic():
        reading = models.FeedReading.objects.create(source=source.value, sha256=sha256, read_at=read_at)
        models.Claim.objects.bulk_create(
            [models.Claim(reading=reading, product_id=product_id, facts=each) for product_id, each in facts],
            batch_size=500,
        )
    return True


@patient
def claims_at(moment: datetime) -> Mapping[str, tuple[Claim, ...]]:
    """By product id what the feeds said that had been taken over by then, so that an old run can be judged again as it was."""
    found: dict[str, list[Claim]] = {}
    for source in Source:
        read = models.FeedReading.objects.filter(source=source.value, read_at__lte=moment)
        newest = read.order_by("-read_at", "-pk").first()
        if newest is not None:
            for row in models.Claim.objects.filter(reading=newest).order_by("pk"):
                found.setdefault(row.product_id, []).append(_noun(row.facts))
    return {product_id: tuple(each) for product_id, each in found.items()}


def _plain(claim: Claim) -> dict[str, object]:
    """The claim as JSON; where it stood in the feed is left out, for a line that moved is no news."""
    facts = asdict(claim) | {"line": 0}
    facts["modified"] = claim.modified.isoformat() if claim.modified else None
    return facts


def _noun(facts: Mapping[str, object]) -> Claim:
    known = {name: value for name, value in facts.items() if name in _FIELDS}
    modified = known.get("modified")
    known |= {
        "source": Source(str(known["source"])),
        "online": OnlineClaim(str(known["online"])),
        "modified": date.fromisoformat(str(modified)) if modified else None,
    }
    return Claim(**known)  # type: ignore[arg-type]
