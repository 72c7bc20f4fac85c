"""The document about the checks is what the checks themselves say."""

from __future__ import annotations

from checks.check import all_checks
from checks.docs import TARGET, document


def test_the_document_about_the_checks_is_fresh() -> None:
    assert TARGET.read_text("utf-8") == document(), "draai: python -m checks.docs"


def test_every_message_that_asks_for_something_says_what_to_write() -> None:
    for check in all_checks():
        assert check.question.endswith("?")
        assert check.pastes.keys() <= check.messages.keys()
