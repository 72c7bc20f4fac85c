from __future__ import annotations

import re
from pathlib import Path

from crawler.catalog import COLUMNS, examine_catalog

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = (ROOT / "docs" / "productcatalogus.md").read_text("utf-8")


def test_the_guide_describes_every_column_and_no_other():
    described = re.findall(r"^\| `(\w+)` \|", GUIDE.split("## De kolommen")[1].split("## Veel")[0], re.MULTILINE)
    assert tuple(described) == COLUMNS


def test_the_guides_example_is_a_catalog_without_faults(tmp_path):
    (example,) = re.findall(r"```csv\n(.*?)```", GUIDE, re.DOTALL)
    path = tmp_path / "voorbeeld.csv"
    path.write_text(example, "utf-8")
    catalog = examine_catalog(path)
    assert (len(catalog.products), catalog.warnings) == (3, ())


def test_the_catalog_of_the_project_has_no_faults():
    assert len(examine_catalog(ROOT / "product_catalog.csv").products) >= 200
