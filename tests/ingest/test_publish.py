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
from tests.asking import HAND, ask, changed, publish_again, snapshot

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


def test_equal_inputs_need_no_new_release(own_hand: Path) -> None:
    assert ask("release")
    assert build(HAND, own_hand) == "r1"
    assert held(own_hand) == ["CURRENT", "r1.duckdb"]


def test_a_failed_build_leaves_the_old_release_serving(own_hand: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        build(changed(tmp_path / "wrong", WRONG), own_hand)
    assert held(own_hand) == ["CURRENT", "r1.duckdb"]


def test_a_script_that_fails_leaves_nothing_behind(own_hand: Path) -> None:
    with pytest.raises(DataError, match=r"queries/build/\d\d_\w+\.sql could not be carried out"):
        publish("real", {}, "no inputs", own_hand)
    assert held(own_hand) == ["CURRENT", "r1.duckdb"]


def test_a_new_release_is_served_without_restart(own_hand: Path, tmp_path: Path) -> None:
    newest = {"metrics": ["members"], "places": ["34:25"], "year_from": 2025}
    assert (database.version("real"), ask("places/latest", **newest)[0]["value"]) == ("r1", 70)
    build(changed(tmp_path / "more", MORE), own_hand)
    assert (database.version("real"), ask("places/latest", **newest)[0]["value"]) == ("r2", 71)
    assert (own_hand / "r1.duckdb").is_file()


def test_the_newest_three_releases_of_each_data_set_are_kept_and_who_reads_a_removed_one_reads_on(
    own_hand: Path,
) -> None:
    (own_hand / "m1.duckdb").touch()
    with database._reading("real") as cursor:
        assert [publish_again(own_hand, mark) for mark in "abcd"] == ["r2", "r3", "r4", "r5"]
        assert held(own_hand) == ["CURRENT", "m1.duckdb", "r3.duckdb", "r4.duckdb", "r5.duckdb"]
        assert database.release("real").release == "r5"
        assert cursor.execute("select count(*) from figures").fetchone() == (50,)


def test_the_name_of_a_release_is_never_used_again(own_hand: Path) -> None:
    assert publish_again(own_hand, "a") == "r2"
    for path in own_hand.glob("[!.]*"):
        path.unlink()
    assert publish_again(own_hand, "b") == "r3"


def test_a_damaged_snapshot_is_built_again_from_equal_inputs(own_hand: Path) -> None:
    damage(own_hand / "r1.duckdb")
    with pytest.raises(SnapshotError, match=r"r1\.duckdb is damaged"):
        verify(own_hand / "r1.duckdb")
    assert build(HAND, own_hand) == "r2"
    verify(own_hand / "r2.duckdb")


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


def test_the_snapshot_is_stored_so_that_the_previous_engine_opens_it(hand_warehouse: Path) -> None:
    with snapshot(hand_warehouse) as connection:
        tags = connection.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags is not None
    assert "v1.5" in str(tags[0])


def test_a_killed_build_leaves_a_good_pointer(own_hand: Path) -> None:
    chance = random.Random(7)
    for turn in range(4):
        kill_while_publishing(own_hand, f"kill{turn}", chance.uniform(0.05, 0.8))
        verify(pointed(own_hand))
        assert len(ask("figures/list")) == 50
    last = publish_again(own_hand, "after the kills")
    assert database.version("real") == last
    assert not list(own_hand.glob("*.building*"))


def kill_while_publishing(warehouse: Path, name: str, after: float) -> None:
    """Starts a process that publishes release after release, and kills it in the middle of one."""
    command = [sys.executable, "-c", PUBLISHER, str(warehouse), name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after)
        process.kill()
