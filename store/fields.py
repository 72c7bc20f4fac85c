"""Columns that keep what SQLite and PostgreSQL would refuse or change."""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from django.db import models

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL refuses in text, and lone surrogates, which have no UTF-8; both occur in broken pages."""


class PlainText(models.TextField):
    """Text of any length. What neither database can hold becomes U+FFFD, so that one broken page stops no night."""

    def get_prep_value(self, value: Any) -> Any:
        """The text as it can be stored."""
        return UNSTORABLE.sub("\ufffd", str(value)) if value is not None else None


class JsonText(models.TextField):
    """A JSON value as ASCII text: comes back exactly as it went in, also with NUL and lone surrogates."""

    def get_prep_value(self, value: Any) -> str:
        """The value as JSON."""
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"))

    def from_db_value(self, value: str, _expression: object, _connection: object) -> Any:
        """The value as it went in."""
        return json.loads(value)


class Compressed(models.BinaryField):
    """Bytes, compressed with zlib on the way in."""

    def get_db_prep_value(self, value: bytes, connection: Any, prepared: bool = False) -> Any:
        """The compressed bytes."""
        return super().get_db_prep_value(zlib.compress(value, 6), connection, prepared)

    def from_db_value(self, value: bytes | memoryview, _expression: object, _connection: object) -> bytes:
        """The bytes as they went in."""
        return zlib.decompress(value)
