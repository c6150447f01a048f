"""Where nothing can be written nothing is published, it is said why, and what was there stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from congdoan.control import imports, store
from congdoan.errors import CongdoanError, StoreError
from congdoan.paths import ROOT
from congdoan.publishing.publish import publish
from tests.asking import HAND, read_from
from tests.publishing.conftest import opened
from tests.publishing.sending import WORDS, book, figures, read

FILE = book(["LĐLĐ tỉnh Phú Thọ", 75, 12], ["LĐLĐ tỉnh Cao Bằng", 80, 1])


def told(warehouse: Path, folder: Path, room: str) -> str:
    """What a process says that may not write more, or nothing at all."""
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(warehouse), "PYTHONPATH": str(ROOT)}
    script = str(ROOT / "tests" / "publishing" / "dying.py")
    command = [sys.executable, script, "refused", str(folder), room]
    done = subprocess.run(
        command, env=environment, text=True, stdout=subprocess.PIPE, check=True, timeout=120
    )
    return done.stdout


@pytest.mark.parametrize("room", [20_000, 300_000, 3_000_000])
def test_a_disk_without_room_is_told_and_nothing_is_lost(office: Path, tmp_path: Path, room: int) -> None:
    found, before = read(tmp_path / "read", FILE), figures(office)
    said = told(office, found.folder, str(room))
    assert said.startswith(("StoreError", "DataError"))
    assert "nothing was" in said.casefold()
    assert figures(office) == before
    assert publish(found, WORDS, HAND).published
    assert list(imports.faults()) == []


def test_a_folder_that_may_not_be_written_is_told(office: Path, tmp_path: Path) -> None:
    found, before = read(tmp_path / "read", FILE), figures(office)
    for folder in (*[tmp_path, *tmp_path.parents][:3], found.folder):
        folder.chmod(0o755)
    office.chmod(0o555)
    said = told(office, found.folder, "nobody")
    office.chmod(0o755)
    assert said.startswith("StoreError")
    assert "cannot be written" in said
    assert "Nothing was published" in said
    assert figures(office) == before


def test_a_store_of_a_later_version_is_told_and_left_alone(office: Path, tmp_path: Path) -> None:
    found = read(tmp_path / "read", FILE)
    with store.change():
        pass
    store._close()
    with closing(sqlite3.connect(office / store.FILE)) as connection, connection:
        connection.execute("pragma user_version = 1000")
    with pytest.raises(StoreError, match="later version") as caught:
        publish(found, WORDS, HAND)
    assert caught.value.reason == "newer"


@pytest.fixture
def small_disk(office: Path, tmp_path: Path) -> Iterator[Path]:
    """The warehouse on a disk of its own with little room, where this user may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    size = sum(path.stat().st_size for path in office.iterdir()) + 1_500_000
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False)
    if made.returncode:
        pytest.skip("this user may not mount a disk")
    yield shutil.copytree(office, place / "warehouse")
    store._close()
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.long
def test_a_small_disk_that_fills_up_loses_nothing_and_serves_on(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(small_disk, monkeypatch)
    found, before = read(tmp_path / "read", FILE), figures(small_disk)
    with pytest.raises(CongdoanError, match=r"(?i)nothing was"):
        publish(found, WORDS, HAND)
    read_from(small_disk, monkeypatch)
    assert figures(small_disk) == before
    subprocess.run(["mount", "-o", "remount,size=200000000", small_disk.parent], check=True)
    assert publish(found, WORDS, HAND).published
    assert [one.published for one in imports.batches()][-1:] == [True]
