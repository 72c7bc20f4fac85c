"""Decisions of people into and out of the database, in the nouns of ``model``. The newest on a subject counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max  # noqa: TID251 (a grouped question, no SQL)

from model.decision import Deed, Judgement, Review, Ruling, Step, Waiver
from model.finding import Online, Outcome
from web import models

Issue = tuple[str, str]  # rule and component: what an officer decides about


def save_review(review: Review) -> None:
    """Add a correction, or take one back."""
    columns = _columns(review)
    columns["quotes"] = list(review.quotes)
    columns["corrected"] = review.corrected.value if review.corrected else ""
    models.Review.objects.create(**columns)


def reviews() -> tuple[Review, ...]:
    """The newest review of each product and check, in the order in which they were given; without those taken back."""
    newest = {(row.product_id, row.check_id): row for row in models.Review.objects.order_by("pk")}
    return tuple(_review(row) for row in sorted(newest.values(), key=lambda row: row.pk) if row.corrected)


def reviews_of(product_id: str) -> tuple[Review, ...]:
    """Every review of a product, newest first, also those that were taken back."""
    return tuple(_review(row) for row in models.Review.objects.filter(product_id=product_id).order_by("-pk"))


def reviews_by_run() -> Mapping[str, int]:
    """For each run on which corrections were given or taken back, a number that rises with each of them."""
    return dict(models.Review.objects.order_by().values_list("run_id").annotate(newest=Max("pk")))


def save_waiver(waiver: Waiver) -> None:
    """Add a waiver, or take one back."""
    models.Waiver.objects.create(**_columns(waiver))


def waivers() -> Mapping[Issue, Waiver]:
    """The newest waiver of each issue, also those that ended; without those taken back."""
    newest = {(row.rule_id, row.component): _waiver(row) for row in models.Waiver.objects.order_by("pk")}
    return {issue: waiver for issue, waiver in newest.items() if not waiver.taken_back}


def save_ruling(ruling: Ruling) -> None:
    """Add a judgement on an issue."""
    models.Ruling.objects.create(**_columns(ruling))


def rulings() -> Mapping[Issue, Ruling]:
    """The newest ruling on each issue; without those taken back."""
    newest = {(row.rule_id, row.component): _ruling(row) for row in models.Ruling.objects.order_by("pk")}
    return {issue: ruling for issue, ruling in newest.items() if ruling.judgement is not Judgement.INGETROKKEN}


def decided_on(issue: Issue) -> tuple[Ruling | Waiver, ...]:
    """Everything that was ever decided on an issue, newest first; a ruling before a waiver of the same day."""
    rule_id, component = issue
    ruled = [_ruling(row) for row in models.Ruling.objects.filter(rule_id=rule_id, component=component).order_by("-pk")]
    waived = [
        _waiver(row) for row in models.Waiver.objects.filter(rule_id=rule_id, component=component).order_by("-pk")
    ]
    return (*ruled, *waived)


def save_step(step: Step) -> None:
    """Add a step with a task."""
    models.Step.objects.create(**_columns(step))


def steps() -> Mapping[tuple[str, str], tuple[Step, ...]]:
    """The steps with each task, by product and check, oldest first."""
    found: dict[tuple[str, str], list[Step]] = {}
    for row in models.Step.objects.order_by("pk"):
        found.setdefault((row.product_id, row.check_id), []).append(_step(row))
    return {task: tuple(each) for task, each in found.items()}


def _columns(noun: Any) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in noun.__dataclass_fields__}


def _outcome(check_id: str, value: str) -> Outcome | Online:
    return Online(value) if check_id == "online" else Outcome(value)


def _review(row: models.Review) -> Review:
    return Review(
        product_id=row.product_id,
        check_id=row.check_id,
        run_id=row.run_id,
        found=_outcome(row.check_id, row.found),
        reason=row.reason,
        quotes=tuple(row.quotes),
        corrected=_outcome(row.check_id, row.corrected) if row.corrected else None,
        quote=row.quote,
        url=row.url,
        why=row.why,
        by=row.by,
        on=row.on,
    )


def _waiver(row: models.Waiver) -> Waiver:
    return Waiver(**_of_row(row, Waiver.__dataclass_fields__))


def _ruling(row: models.Ruling) -> Ruling:
    return Ruling(**{**_of_row(row, Ruling.__dataclass_fields__), "judgement": Judgement(row.judgement)})


def _step(row: models.Step) -> Step:
    return Step(**{**_of_row(row, Step.__dataclass_fields__), "deed": Deed(row.deed)})


def _of_row(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
