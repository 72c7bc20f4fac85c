"""Moves everything from one database to another, row by row and table by table: from SQLite to PostgreSQL, or back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter

import dj_database_url
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction

from model.errors import UserError

_TARGET = "doel"
_AT_ONCE = 500  # rows in one insert
_MADE_BY_MIGRATING = {"contenttypes.contenttype", "auth.permission"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One table: its name, and how many rows there are now in both databases."""

    table: str
    rows: int


def move(url: str, told: Callable[[Moved], None] = lambda moved: None) -> tuple[Moved, ...]:
    """Copy every row of our database to the empty database at ``url``; ours stays as it is.

    All in one transaction: the other database gets everything or nothing. Afterwards the rows of each table are counted in
    both. UserError where the other database cannot be opened, is not empty, or the counts differ.
    """
    connections.settings[_TARGET] = connections.configure_settings(
        {"default": {}, _TARGET: dict(dj_database_url.parse(url))}
    )[_TARGET]
    try:
        call_command("migrate", database=_TARGET, verbosity=0, interactive=False)
        if _rows("store.Run", _TARGET):
            raise UserError("In de andere database staan al metingen. Verhuizen kan alleen naar een lege database.")
        with transaction.atomic(using=_TARGET):
            moved = tuple(_moved(model, told) for model in _in_order())
            _restart_numbering()
        return moved
    except DatabaseError as error:
        raise UserError(f"Verhuizen lukt niet: {' '.join(str(error).split())[:300]}. Er is niets veranderd.") from error
    finally:
        connections[_TARGET].close()
        del connections[_TARGET]
        del connections.settings[_TARGET]


def _moved(model: type[models.Model], told: Callable[[Moved], None]) -> Moved:
    target = models.QuerySet(model, using=_TARGET)
    if model._meta.label_lower in _MADE_BY_MIGRATING:
        target._raw_delete(_TARGET)
    batch: list[models.Model] = []
    for row in models.QuerySet(model, using="default").order_by("pk").iterator(chunk_size=_AT_ONCE):
        batch.append(row)
        if len(batch) == _AT_ONCE:
            target.bulk_create(batch)
            batch.clear()
    target.bulk_create(batch)
    moved = Moved(table=model._meta.db_table, rows=target.count())
    if moved.rows != models.QuerySet(model, using="default").count():
        raise UserError(f"In tabel {moved.table} kwamen niet alle rijen aan. Er is niets veranderd.")
    told(moved)
    return moved


def _in_order() -> Iterator[type[models.Model]]:
    """Every table, those that others point at first; with the tables between two (many to many) after both."""
    chosen = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    order = {
        model: {
            field.related_model
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is not model
        }
        for model in chosen
    }
    yield from (model for model in TopologicalSorter(order).static_order() if model in order)


def _restart_numbering() -> None:
    """Let new rows get numbers after those that were moved."""
    connection = connections[_TARGET]
    statements = connection.ops.sequence_reset_sql(no_style(), list(apps.get_models(include_auto_created=True)))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _rows(label: str, using: str) -> int:
    return models.QuerySet(apps.get_model(label), using=using).count()
