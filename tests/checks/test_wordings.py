"""Each line of a list of wordings finds its own example."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import checks
from checks.readers.wording import Wording, wordings


def examples() -> Iterator[tuple[str, str, str]]:
    for found in pkgutil.walk_packages(checks.__path__, "checks."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, Wording):
                for line, example in value.examples:
                    yield f"{found.name}.{name}", line, example


@pytest.mark.parametrize(("place", "line", "example"), [*examples()], ids=lambda part: part[:60])
def test_a_wording_finds_its_example(place: str, line: str, example: str) -> None:
    assert wordings(line).found_in(example.lower())


def test_a_wording_matches_whole_words_and_its_marks() -> None:
    found = wordings("beslis* # beslist\nvraag* … aan # vraagt u het aan\n(niet )?klaar # klaar")
    assert found.found_in("de gemeente beslist")
    assert found.found_in("dan vraagt u de vergunning bij ons aan")
    assert not found.found_in("onbeslist")
    assert not found.found_in("vraagt u iets? " + "x" * 80 + " aan")


def test_wordings_is_a_plain_pattern_of_the_standard_library() -> None:
    assert isinstance(wordings("klaar").pattern, re.Pattern)
