"""The real catalog, its truth, and one running replica for all tests of the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from crawler.catalog import read_catalog
from demo.server import Replica
from demo.truth import Truth
from model.product import Product

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def products() -> Sequence[Product]:
    return read_catalog(ROOT / "product_catalog.csv")


@pytest.fixture(scope="session")
def replica(products: Sequence[Product], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    with Replica(products, log_path=tmp_path_factory.mktemp("replica") / "toegang.jsonl") as running:
        yield running


@pytest.fixture(scope="session")
def truth(replica: Replica) -> Truth:
    return replica.truth
