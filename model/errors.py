"""The one exception for a person's mistake."""

from __future__ import annotations


class UserError(Exception):
    """A mistake in what a person gave us; shown without a stack, exit code 2.

    ``message`` is Dutch and says what is wrong and what to do. ``file``, ``line`` (1-based, as an editor counts) and
    ``column`` (the column's name, or a 1-based position) say where; None where it does not apply. ``further`` holds
    the other mistakes of the same input, so that a person sees them all at once.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: str | int | None = None,
        further: tuple[UserError, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.further = further

    def __str__(self) -> str:
        return "\n".join(mistake.sentence() for mistake in (self, *self.further))

    def sentence(self) -> str:
        """Return this mistake alone: "file, regel 3, kolom urls: …"."""
        place = [
            part
            for part in (self.file, self.line and f"regel {self.line}", self.column and f"kolom {self.column}")
            if part
        ]
        return f"{', '.join(map(str, place))}: {self.message}" if place else self.message
