"""A simulated country for what must hold of every paragraph."""

from pathlib import Path

import pytest

from congdoan.ingest import build
from congdoan.paths import FACTS
from congdoan.simulate import simulate
from tests.asking import read_from


@pytest.fixture(scope="session")
def many_paragraphs_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the figures in git and a small simulated country."""
    warehouse = tmp_path_factory.mktemp("paragraphs")
    build(FACTS, warehouse)
    simulate(warehouse, branches=200)
    return warehouse


@pytest.fixture
def many_paragraphs(many_paragraphs_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`congdoan.database` answers both data sets; returns their warehouse."""
    return read_from(many_paragraphs_warehouse, monkeypatch)
