"""Publishing is all or nothing: whatever goes wrong, the pointer names a whole snapshot."""

import random
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from congdoan import database
from congdoan.errors import DataError, SnapshotError
from congdoan.ingest import build, publish
from congdoan.ingest.build import verify
from congdoan.paths import ROOT
from tests.asking import HAND, ask, changed, publish_again, serve

MORE = ("facts", "members,,,,70,,,person", "members,,,,71,,,person")
WRONG = ("facts", "members,,,,70,,,person", "members,,,,70,,persn")
PUBLISHER = """
import sys
from pathlib import Path
from tests.asking import publish_again
print("ready", flush=True)
for turn in range(100):
    publish_again(Path(sys.argv[1]), f"{sys.argv[2]}-{turn}")
"""


def pointed(warehouse: Path) -> Path:
    return warehouse / (warehouse / "CURRENT").read_text(encoding="utf-8").strip()


def held(warehouse: Path) -> list[str]:
    """What a warehouse holds besides the notes of the builds."""
    return sorted(path.name for path in warehouse.iterdir() if not path.name.startswith("."))


def test_equal_inputs_need_no_new_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, tmp_path, HAND) == "r1"
    assert ask("release")
    assert build(HAND, tmp_path) == "r1"


def test_a_failed_build_leaves_the_old_release_serving(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    build(HAND, warehouse)
    with pytest.raises(DataError):
        build(changed(tmp_path / "wrong", WRONG), warehouse)
    assert held(warehouse) == ["CURRENT", "r1.duckdb"]


def test_a_script_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    build(HAND, tmp_path)
    with pytest.raises(DataError, match=r"queries/build/\d\d_\w+\.sql could not be carried out"):
        publish("real", {}, "no inputs", tmp_path)
    assert held(tmp_path) == ["CURRENT", "r1.duckdb"]


def test_a_new_release_is_served_without_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = tmp_path / "warehouse"
    serve(monkeypatch, warehouse, HAND)
    newest = {"metrics": ["members"], "places": ["34:25"], "year_from": 2025}
    assert (database.version("real"), ask("places/latest", **newest)[0]["value"]) == ("r1", 70)
    build(changed(tmp_path / "more", MORE), warehouse)
    assert (database.version("real"), ask("places/latest", **newest)[0]["value"]) == ("r2", 71)
    assert (warehouse / "r1.duckdb").is_file()


def test_the_newest_three_releases_of_each_data_set_are_kept(tmp_path: Path) -> None:
    for mark in "abcde":
        publish_again(tmp_path, mark)
    (tmp_path / "m1.duckdb").touch()
    assert publish_again(tmp_path, "f") == "r6"
    assert held(tmp_path) == ["CURRENT", "m1.duckdb", "r4.duckdb", "r5.duckdb", "r6.duckdb"]


def test_a_reader_of_a_removed_release_reads_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, HAND)
    with database._reading("real") as cursor:
        for mark in "abc":
            publish_again(tmp_path, mark)
        assert not (tmp_path / "r1.duckdb").exists()
        assert database.release("real").release == "r4"
        assert cursor.execute("select count(*) from figures").fetchone() == (50,)


def test_the_name_of_a_release_is_never_used_again(tmp_path: Path) -> None:
    assert [publish_again(tmp_path, mark) for mark in "ab"] == ["r1", "r2"]
    for path in tmp_path.glob("[!.]*"):
        path.unlink()
    assert publish_again(tmp_path, "c") == "r3"


def test_a_damaged_snapshot_is_built_again_from_equal_inputs(tmp_path: Path) -> None:
    build(HAND, tmp_path)
    damage(tmp_path / "r1.duckdb")
    with pytest.raises(SnapshotError, match=r"r1\.duckdb is damaged"):
        verify(tmp_path / "r1.duckdb")
    assert build(HAND, tmp_path) == "r2"
    verify(tmp_path / "r2.duckdb")


def damage(path: Path) -> None:
    """Flips bytes throughout the file but for its first third, which says that it is a database."""
    held = bytearray(path.read_bytes())
    for place in range(len(held) // 3, len(held) - 100, 4096):
        held[place] ^= 255
    path.write_bytes(bytes(held))


def test_a_database_of_another_product_does_not_pass_as_a_snapshot(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "other.duckdb")).close()
    with pytest.raises(SnapshotError, match="not a snapshot of this product"):
        verify(tmp_path / "other.duckdb")


def test_the_snapshot_is_stored_so_that_the_previous_engine_opens_it(tmp_path: Path) -> None:
    build(HAND, tmp_path)
    with duckdb.connect(str(pointed(tmp_path)), read_only=True) as connection:
        tags = connection.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags is not None
    assert "v1.5" in str(tags[0])


def test_a_killed_build_leaves_a_good_pointer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, HAND)
    chance = random.Random(7)
    for turn in range(4):
        kill_while_publishing(tmp_path, f"kill{turn}", chance.uniform(0.05, 0.8))
        verify(pointed(tmp_path))
        assert len(ask("figures/list")) == 50
    last = publish_again(tmp_path, "after the kills")
    assert database.version("real") == last
    assert not list(tmp_path.glob("*.building*"))


def kill_while_publishing(warehouse: Path, name: str, after: float) -> None:
    """Starts a process that publishes release after release, and kills it in the middle of one."""
    command = [sys.executable, "-c", PUBLISHER, str(warehouse), name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after)
        process.kill()
