"""Places to publish in: the hand-made figures with a store of their own."""

import shutil
from pathlib import Path

import pytest

from congdoan.control import store
from tests.asking import read_from
from tests.publishing.sending import book, send, take_back


def opened(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Has a test publish into a warehouse, and read from it."""
    monkeypatch.setattr(store, "WAREHOUSE", warehouse)
    return read_from(warehouse, monkeypatch)


@pytest.fixture
def office(hand_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A warehouse of the hand-made figures with its own store; r1 serves."""
    return opened(shutil.copytree(hand_warehouse, tmp_path / "warehouse"), monkeypatch)


@pytest.fixture(scope="session")
def eventful(hand_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with three batches, of which one is taken back by a fourth: eight entries in its log."""
    folder = tmp_path_factory.mktemp("eventful")
    with pytest.MonkeyPatch.context() as patching:
        warehouse = opened(shutil.copytree(hand_warehouse, folder / "warehouse"), patching)
        send(folder / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""], ["LĐLĐ tỉnh Cao Bằng", 80, 1]))
        send(folder / "b", book(["LĐLĐ tỉnh Cao Bằng", 85, 2]))
        take_back(1)
        send(folder / "c", book(["LĐLĐ tỉnh Cao Bằng", 86, ""], year=2024))
        store._close()
    return warehouse


@pytest.fixture
def history(eventful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that warehouse, for a test of its own."""
    return opened(shutil.copytree(eventful, tmp_path / "warehouse"), monkeypatch)
