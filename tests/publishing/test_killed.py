"""Whoever kills a publication finds what was before or what comes after, and nothing half done."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from congdoan import database
from congdoan.control import imports, store
from congdoan.ingest import build
from congdoan.paths import ROOT
from tests.asking import HAND, read_from
from tests.publishing.sending import book, figures, read, send

ACTS = ("publish", "large", "undo")
LAST = 10_000
PATIENCE = 900
"""Seconds after which a publication hangs, however much else the machine does."""
Scene = tuple[Path, Path, dict, dict]
"""A warehouse and what was read for it, the figures that it serves, and those that it serves afterwards."""


@pytest.fixture
def scenes(office: Path, tmp_path: Path) -> dict[str, Scene]:
    """Before and after of each act: with nothing imported a file is published, with one it is taken back."""
    first = read(tmp_path / "read", book(["LĐLĐ tỉnh Phú Thọ", 75, 12], ["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    before = figures(office)
    store._close()
    empty = shutil.copytree(office, tmp_path / "empty")
    send(tmp_path / "again", book(["LĐLĐ tỉnh Phú Thọ", 75, 12], ["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    after = figures(office)
    store._close()
    publishing = empty, first.folder, before, after
    return {"publish": publishing, "large": publishing, "undo": (office, first.folder, after, before)}


def begun(act: str, warehouse: Path, folder: Path, point: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(warehouse), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests" / "publishing" / "dying.py"), act, str(folder), str(point)]
    process = subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def check(scene: Scene, warehouse: Path, acknowledged: bool, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether what comes after serves, when all that must hold after a death holds."""
    _, _, before, after = scene
    monkeypatch.setattr(store, "WAREHOUSE", warehouse)
    read_from(warehouse, monkeypatch)
    served = figures(warehouse)
    assert served in (before, after)
    assert database.release("real").figures == len(served)
    build(HAND, warehouse)
    assert figures(warehouse) == served
    assert [one for one in imports.batches() if one.published is None] == []
    assert list(imports.faults()) == []
    expected = imports.standing(imports.published(imports.batches()))
    assert bool(expected) == any(row[1].startswith("N") for row in served.values())
    assert served == after or not acknowledged
    assert sorted(path.name for path in warehouse.glob("*.building*")) == []
    return served == after


def points(act: str, scene: Scene, tmp_path: Path) -> int:
    warehouse = shutil.copytree(scene[0], tmp_path / f"{act}-whole")
    return int(begun(act, warehouse, scene[1], LAST).communicate(timeout=PATIENCE)[0])


def die(act: str, scene: Scene, tmp_path: Path, point: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    warehouse = shutil.copytree(scene[0], tmp_path / f"{act}-{point}")
    process = begun(act, warehouse, scene[1], point)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == -9
    found = check(scene, warehouse, False, monkeypatch)
    shutil.rmtree(warehouse)
    return found


def test_a_publication_that_dies_at_one_of_a_few_points_is_before_or_after(
    scenes: dict[str, Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = points("publish", scenes["publish"], tmp_path)
    aimed = (2, last // 2, last - 1)
    outcomes = [die("publish", scenes["publish"], tmp_path, point, monkeypatch) for point in aimed]
    assert (outcomes[0], outcomes[-1]) == (False, True)


@pytest.mark.long
@pytest.mark.parametrize("act", ACTS)
def test_a_publication_that_dies_at_any_point_is_before_or_after(
    act: str, scenes: dict[str, Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = points(act, scenes[act], tmp_path)
    outcomes = [die(act, scenes[act], tmp_path, point, monkeypatch) for point in range(1, last + 1)]
    assert set(outcomes) == {False, True}
    assert outcomes == sorted(outcomes)


@pytest.mark.long
def test_a_publication_killed_at_fifty_random_moments_is_before_or_after(
    scenes: dict[str, Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, outcomes = random.Random(6), []
    for turn in range(50):
        act = ACTS[turn % len(ACTS)]
        warehouse = shutil.copytree(scenes[act][0], tmp_path / f"turn-{turn}")
        process = begun(act, warehouse, scenes[act][1], LAST)
        time.sleep(chance.uniform(0, 1.6))
        process.kill()
        acknowledged = bool(process.communicate()[0])
        outcomes.append(check(scenes[act], warehouse, acknowledged, monkeypatch))
        shutil.rmtree(warehouse)
    assert set(outcomes) == {False, True}
