"""What is acknowledged stays, what is not leaves no trace, and what is wrong is said and changes nothing."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from congdoan.control import notes, store
from congdoan.errors import QueryError, StoreError
from congdoan.paths import ROOT
from tests.control.writer import ABOUT


def writer(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "tests" / "control" / "writer.py"), *arguments]
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE)


def done(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    return said.splitlines()


def words() -> list[str]:
    return [note.words for note in notes.notes("real")]


def test_nothing_is_read_and_no_file_made_before_anybody_writes(kept_in: Path) -> None:
    assert notes.notes("real") == ()
    assert store.state() == (0, 0)
    assert not kept_in.exists()


def test_the_store_waits_writes_through_and_checks_its_references(kept_in: Path) -> None:
    with store.change():
        pass
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
        assert connection.execute("pragma user_version").fetchone() == (store._scripts()[-1][0],)
    with closing(store._writer(kept_in / store.FILE)) as ours:
        found = [store._number(ours, name) for name in ("synchronous", "foreign_keys", "busy_timeout")]
    assert found == [2, 1, 10_000]


@pytest.mark.parametrize("place", ["before", "between", "at_the_end"])
def test_a_process_that_dies_in_a_change_leaves_what_was_acknowledged_and_nothing_else(
    kept_in: Path, place: str
) -> None:
    assert done(writer(kept_in, "some", "3")) == ["1", "2", "3"]
    dying = writer(kept_in, "dies", place)
    dying.wait(60)
    assert dying.returncode == 9
    assert len(words()) == 3
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert notes.write(ABOUT, "sau đó", "máy này") == 4


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(kept_in: Path) -> None:
    for wanted in range(1, 12, 2):
        process = writer(kept_in, "some", "1000")
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(wanted)]
        process.kill()
        acknowledged += [int(line) for line in process.communicate()[0].splitlines() if line]
        assert set(acknowledged) <= {note.note for note in notes.notes("real")}


def test_processes_that_begin_and_write_at_once_all_keep_their_notes(kept_in: Path) -> None:
    started = [writer(kept_in, "some", "20") for _ in range(4)]
    numbers = [int(line) for process in started for line in done(process)]
    assert sorted(numbers) == list(range(1, 81))
    assert len(set(words())) == 80


def test_one_process_at_a_time_makes_the_file_ready(kept_in: Path) -> None:
    kept_in.mkdir()
    with (kept_in / ".lock-control").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        waiting = writer(kept_in, "some", "1")
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(2)
    assert done(waiting) == ["1"]


@pytest.mark.usefixtures("kept_in")
def test_threads_write_and_read_at_once_and_what_is_written_is_seen() -> None:
    def one(number: int) -> bool:
        before = store.state()
        note = notes.write(ABOUT, f"ghi chú {number}", "máy này")
        return note in {found.note for found in notes.notes("real")} and store.state() != before

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(one, range(80)))
    assert len(words()) == 80


def test_the_state_changes_when_another_process_writes_and_only_then(kept_in: Path) -> None:
    notes.write(ABOUT, "ghi chú", "máy này")
    before = store.state()
    assert store.state() == before
    done(writer(kept_in, "some", "1"))
    assert store.state() != before


def half_a_note() -> None:
    with store.change() as run:
        run("notes/add", **vars(ABOUT))
        run("notes/word", note=99, number=1, words="x", author="y", written_at="z")


def test_a_change_that_raises_is_undone(kept_in: Path) -> None:
    notes.write(ABOUT, "ghi chú", "máy này")
    with pytest.raises(sqlite3.IntegrityError):
        half_a_note()
    assert len(words()) == 1
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("select count(*) from notes").fetchone() == (1,)


def test_readers_see_a_file_that_was_put_in_the_place_of_another(kept_in: Path, tmp_path: Path) -> None:
    notes.write(ABOUT, "một", "máy này")
    with (
        closing(sqlite3.connect(kept_in / store.FILE)) as one,
        closing(sqlite3.connect(tmp_path / "x")) as two,
    ):
        one.backup(two)
    notes.write(ABOUT, "hai", "máy này")
    before = store.state()
    store._close()
    for file in kept_in.glob(f"{store.FILE}*"):
        file.unlink()
    shutil.move(tmp_path / "x", kept_in / store.FILE)
    assert words() == ["một"]
    assert store.state() != before


def test_an_older_file_gets_its_new_tables_and_keeps_what_it_holds(
    kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes.write(ABOUT, "trước", "máy này")
    more = (*store._scripts(), (99, "create table more (x integer) strict;\ncreate index of_x on more (x);"))
    monkeypatch.setattr(store, "_scripts", lambda: more)
    store._close()
    assert words() == ["trước"]
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("select count(*) from more").fetchone() == (0,)
        assert connection.execute("pragma user_version").fetchone() == (99,)


def test_scripts_that_fail_leave_the_file_as_it_was(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.write(ABOUT, "trước", "máy này")
    scripts = store._scripts()
    bad = (*scripts, (98, "create table more (x integer) strict;"), (99, "create table more (x integer);"))
    with monkeypatch.context() as patched:
        patched.setattr(store, "_scripts", lambda: bad)
        with pytest.raises(sqlite3.OperationalError, match="already exists"), store.change():
            pass
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (scripts[-1][0],)
    assert words() == ["trước"]


def test_a_file_of_a_later_version_is_left_alone(kept_in: Path) -> None:
    notes.write(ABOUT, "ghi chú", "máy này")
    with closing(sqlite3.connect(kept_in / store.FILE, isolation_level=None)) as connection:
        connection.execute("pragma user_version = 1000")
    store._close()
    refused("newer", "later version")
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (1000,)
        assert connection.execute("select words from wordings").fetchall() == [("ghi chú",)]


def refused(reason: str, advice: str) -> None:
    """Neither reading nor writing goes, and both say why."""
    for act in (lambda: notes.write(ABOUT, "ghi chú", "máy này"), lambda: notes.notes("real")):
        with pytest.raises(StoreError, match=advice) as caught:
            act()
        assert caught.value.reason == reason
        assert "Nothing was changed" in str(caught.value)


def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / store.FILE).write_text("đây không phải kho" * 100, encoding="utf-8")
    before = (kept_in / store.FILE).read_bytes()
    refused("damaged", "is damaged or no control store")
    assert (kept_in / store.FILE).read_bytes() == before


@pytest.mark.usefixtures("kept_in")
def test_who_waits_too_long_for_another_writer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    notes.write(ABOUT, "ghi chú", "máy này")
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with store.change(), pytest.raises(StoreError, match="another process") as caught:
        notes.write(ABOUT, "nữa", "máy này")
    assert caught.value.reason == "busy"
    assert words() == ["ghi chú"]


@pytest.mark.parametrize("room", ["30000", "70000", "100000"])
def test_a_full_disk_is_told_and_loses_nothing_that_was_acknowledged(kept_in: Path, room: str) -> None:
    done(writer(kept_in, "some", "2"))
    *numbers, told = done(writer(kept_in, "full", room))
    assert told == "full"
    assert len(words()) == 2 + len(numbers)
    assert notes.write(ABOUT, "lại có chỗ", "máy này") == 3 + len(numbers)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder that everybody may read; files made in it are written by this user alone."""
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    return tmp_path / "warehouse"


@pytest.mark.parametrize("begun", [False, True])
def test_a_folder_without_the_right_to_write_is_told(
    locked: Path, begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WAREHOUSE", locked)
    locked.mkdir()
    if begun:
        notes.write(ABOUT, "ghi chú", "máy này")
        store._close()
    locked.chmod(0o555)
    said = done(writer(locked, "refused"))
    locked.chmod(0o755)
    assert said[0].startswith("read_only control.sqlite cannot be opened for writing"), said
    assert words() == ["ghi chú"] * begun


def test_a_statement_that_is_not_there_names_its_file() -> None:
    with pytest.raises(QueryError, match=r"expected views/nothing\.sql in queries/control/"):
        store.text("views/nothing")


def test_the_scripts_have_numbers_of_their_own() -> None:
    found = [number for number, _ in store._scripts()]
    assert found == sorted(set(found))
