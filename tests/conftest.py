"""The snapshots that tests ask, made by the real build: one to check with a pencil, and the real figures."""

import shutil
from pathlib import Path

import pytest

from congdoan import database
from congdoan.control import store
from congdoan.ingest import build
from congdoan.paths import FACTS, ROOT, WAREHOUSE
from congdoan.simulate import simulate
from tests.asking import read_from

HAND = ROOT / "tests" / "data" / "hand"
BRANCHES = 200
"""Size of the small simulated country."""
LONGEST = {"browser", "many_branches"}
"""The folder and the fixture of the tests that take longest, and are begun first."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes or gigabytes unless its mark is asked for; puts the longest first."""
    for mark in ("national", "long"):
        if mark not in config.option.markexpr:
            items[:] = [item for item in items if not item.get_closest_marker(mark)]
    items.sort(
        key=lambda item: LONGEST.isdisjoint({item.path.parent.name, *getattr(item, "fixturenames", ())})
    )


@pytest.fixture
def own_warehouse() -> Path:
    """The developer's own warehouse, or the one that CONGDOAN_WAREHOUSE names."""
    return WAREHOUSE


@pytest.fixture(autouse=True)
def no_warehouse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that asks for no snapshot finds none, nor what people keep, least of all the developer's."""
    monkeypatch.setattr(database, "WAREHOUSE", ROOT / "build" / "no-warehouse")
    monkeypatch.setattr(store, "WAREHOUSE", ROOT / "build" / "no-warehouse")


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this test's control store lies; nothing is in it yet."""
    folder = tmp_path / "warehouse"
    monkeypatch.setattr(store, "WAREHOUSE", folder)
    return folder


@pytest.fixture(scope="session")
def hand_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse built from `tests/data/hand`: at most fifty figures, each with the rule it is there for."""
    warehouse = tmp_path_factory.mktemp("hand")
    build(HAND, warehouse)
    return warehouse


@pytest.fixture(scope="session")
def real_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse built from the figures in git."""
    warehouse = tmp_path_factory.mktemp("real")
    build(FACTS, warehouse)
    return warehouse


@pytest.fixture(scope="session")
def many_branches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of a simulated country of 12 000 branches, made once for all tests that need so many."""
    warehouse = tmp_path_factory.mktemp("many")
    simulate(warehouse, branches=12_000)
    return warehouse


@pytest.fixture
def hand(hand_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`congdoan.database` answers data set `real` from the tiny snapshot; returns its warehouse."""
    return read_from(hand_warehouse, monkeypatch)


@pytest.fixture
def own_hand(hand_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Like `hand`, of a copy that the test may change; r1 serves."""
    return read_from(shutil.copytree(hand_warehouse, tmp_path / "warehouse"), monkeypatch)


@pytest.fixture
def real(real_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`congdoan.database` answers data set `real` from the figures in git; returns its warehouse."""
    return read_from(real_warehouse, monkeypatch)


@pytest.fixture(scope="session")
def both_warehouse(real_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the figures in git and a small simulated country."""
    warehouse = shutil.copytree(real_warehouse, tmp_path_factory.mktemp("both") / "warehouse")
    simulate(warehouse, branches=BRANCHES)
    return warehouse


@pytest.fixture
def both(both_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`congdoan.database` answers both data sets; returns their warehouse."""
    return read_from(both_warehouse, monkeypatch)
