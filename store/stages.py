"""How far a night is: the stages that it has behind it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.db import transaction

from model.product import Product
from model.run import Run
from store import history, models
from store.patience import patient


class Stage(StrEnum):
    """The stages of a night, in order. A run without BEGONNEN was started by hand and is never resumed by itself."""

    BEGONNEN = "begonnen"
    OPGEHAALD = "opgehaald"
    GETEST = "getest"
    BEOORDEELD = "beoordeeld"
    AFGESLOTEN = "afgesloten"
    KLAAR = "klaar"
    OPGERUIMD = "opgeruimd"  # its pages and tests were thrown away (retention)


@patient
def begin(run: Run, products: Iterable[Product]) -> None:
    """Save the start of a night, or nothing."""
    with transaction.atomic():
        history.start_run(run, products)
        reach(run.id, Stage.BEGONNEN)


@patient
def reach(run_id: str, stage: Stage) -> None:
    """Note that a stage lies behind; again changes nothing."""
    models.Stage.objects.bulk_create([models.Stage(run_id=run_id, name=stage.value)], ignore_conflicts=True)


@patient
def reached(run_id: str) -> frozenset[Stage]:
    """The stages that lie behind."""
    names = models.Stage.objects.filter(run_id=run_id).values_list("name", flat=True)
    return frozenset(Stage(name) for name in names)


@patient
def nights_under_way() -> tuple[Run, ...]:
    """The nights that began and are not done, newest first."""
    done = models.Stage.objects.filter(name=Stage.KLAAR.value).values("run_id")
    begun = models.Stage.objects.filter(name=Stage.BEGONNEN.value).exclude(run_id__in=done)
    ids = begun.order_by("-run__started_at").values_list("run_id", flat=True)
    return tuple(history.run(run_id) for run_id in ids)
