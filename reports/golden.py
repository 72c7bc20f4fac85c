"""Corrections by people as golden cases, in the form that tests and makers of checks read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

import yaml

from model.decision import Review


def golden_case(review: Review, *, title: str, fragment: str) -> Mapping[str, object]:
    """A correction as a case: what the check must say of this page, why, and which words it must quote.

    ``title`` is the product's name, ``fragment`` the main part of its page in HTML. ValueError for a review that was taken back.
    """
    if review.corrected is None:
        raise ValueError("a review that was taken back is no case")
    return {
        "naam": f"correctie-{_slug(review.product_id)}-{review.on:%Y%m%dT%H%M%S}",
        "bron": review.url or f"product {review.product_id}, meting {review.run_id}",
        "titel": title,
        "pagina": fragment,
        "verwacht": review.corrected.value,
        "omdat": " ".join(review.why.split()),
        "citaten": [review.quote] if review.quote else [],
    }


def added(text: str, cases: Iterable[Mapping[str, object]]) -> tuple[str, int]:
    """A file of cases with those added that it does not hold yet, and how many that are. What stood there stays as it was."""
    known = {entry["naam"] for entry in yaml.safe_load(text) or ()}
    new = [case for case in cases if case["naam"] not in known]
    if not new:
        return text, 0
    written = "\n".join(yaml.safe_dump([case], allow_unicode=True, sort_keys=False, width=120) for case in new)
    return f"{text.rstrip()}\n\n{written}".lstrip(), len(new)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
