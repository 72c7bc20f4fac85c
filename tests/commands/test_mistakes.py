"""A mistake on the command line gets a Dutch sentence and exit code 2."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["metten"], "De opdracht metten bestaat niet."),
        (["check"], "Er ontbreekt iets"),
        (["check", "--kleur"], "De optie --kleur bestaat niet."),
        (["replica", "--port", "hoog"], "Deze waarde past niet bij --port."),
        (["plan", "--site"], "De optie --site mist een waarde."),
        (["plan", "--catalog", "/nergens.csv"], "/nergens.csv"),
        (["judge"], "Er is nog geen meting"),
        (["report", "--run", "bestaat-niet"], "bestaat-niet"),
        (["audit", "--urls", "/nergens.txt"], "/nergens.txt"),
    ],
)
def test_it_says_what_is_wrong(goedgeregeld: Run, arguments: list[str], says: str) -> None:
    done = goedgeregeld(*arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named(goedgeregeld: Run) -> None:
    done = goedgeregeld("doctor", DATABASE_URL="x:")
    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr


def test_wrong_lines_in_a_list_of_addresses_are_all_named(goedgeregeld: Run) -> None:
    done = goedgeregeld("audit", "--urls", "-", stdin="www.rotterdam.nl\nhttp://127.0.0.1/\nftp://x\n")
    assert done.returncode == 2
    assert "regel 1" in done.stderr
    assert "regel 3" in done.stderr


def test_without_a_command_the_help_is_shown_in_dutch(goedgeregeld: Run) -> None:
    done = goedgeregeld()
    assert done.returncode == 0
    assert "Opdrachten" in done.stdout
