"""A correction becomes a golden case by one command."""

from __future__ import annotations

import yaml
from typer import Typer
from typer.testing import CliRunner

from checks.check import judge
from goedgeregeld.commands.learn import learn
from model.page import Dossier
from model.product import Product
from tests.checks.judging import page_of


def test_a_correction_becomes_a_case_that_the_check_still_fails(as_, tmp_path):
    said = {"corrected": "nvt", "quote": "", "why": "Een pagina over dakkapellen kent geen kosten."}
    assert as_("webredactie").post("/producten/dakkapel/kosten/klopt-niet/", said).status_code == 302
    (tmp_path / "kosten.yaml").write_text("# Gouden gevallen\n\n- naam: oud\n  pagina: <p>x</p>\n", encoding="utf-8")
    app = Typer()
    app.command()(learn)
    for expected in ("1 gouden gevallen toegevoegd", "0 gouden gevallen toegevoegd"):
        assert expected in CliRunner().invoke(app, ["--out", str(tmp_path)], catch_exceptions=False).output
    text = (tmp_path / "kosten.yaml").read_text("utf-8")
    assert text.startswith("# Gouden gevallen\n\n- naam: oud\n")
    case = yaml.safe_load(text)[1]
    assert (case["titel"], case["verwacht"], case["citaten"]) == ("Dakkapel", "nvt", [])
    assert "Dit is een pagina over dakkapellen." in case["pagina"]
    product = Product(id="x", name=case["titel"], urls=("https://www.voorbeeld.nl/product",))
    results = judge(Dossier(product=product, pages=(page_of(case["titel"], case["pagina"]),)))
    assert next(each for each in results if each.check_id == "kosten").finding.outcome == "ontbreekt"
