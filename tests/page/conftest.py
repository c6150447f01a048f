"""Both data sets in one warehouse, built once."""

from pathlib import Path

import pytest

from congdoan.ingest import build
from congdoan.paths import FACTS
from congdoan.simulate import simulate
from tests.asking import read_from

BRANCHES = 200


@pytest.fixture(scope="session")
def both_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the figures in git and a small simulated country."""
    warehouse = tmp_path_factory.mktemp("both")
    build(FACTS, warehouse)
    simulate(warehouse, branches=BRANCHES)
    return warehouse


@pytest.fixture
def both(both_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`congdoan.database` answers both data sets; returns their warehouse."""
    return read_from(both_warehouse, monkeypatch)
