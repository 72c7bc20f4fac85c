"""Every line of the threat model names proofs, and every proof it names is there."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

THREATS = Path("docs/veiligheid.md")
PROOF = re.compile(r"`([^`]+)`")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in THREATS.read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| gevaar"))
]


def test_the_threat_model_has_lines():
    assert len(ROWS) >= 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_each_line_names_proofs_that_are_there(row: list[str]):
    _danger, measure, proofs = row
    assert measure
    names = PROOF.findall(proofs)
    assert names
    file = Path()
    for name in names:
        if name.startswith("python -m "):
            assert importlib.util.find_spec(name.split()[2])
            continue
        place, _, test = name.partition("::")
        file = Path(place) if place else file
        assert file.is_file(), name
        functions = [
            each.name for each in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(each, ast.FunctionDef)
        ]
        assert not test or test in functions, name
        assert test or any(each.startswith("test_") for each in functions), name
