"""The one door to the figures: locked, never mixing answers, honest about a snapshot that is not well."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from congdoan import database
from congdoan.errors import SnapshotError
from congdoan.ingest import build
from tests.asking import HAND, ask, publish_again


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize(
    "attempt",
    [
        "select * from read_text('{file}')",
        "select * from read_csv('{file}')",
        "select * from '{file}'",
        "copy (select 1) to '{file}.out'",
        "copy figures to '{file}.out'",
        "export database '{file}.out'",
        "attach '{file}.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "create table mine (a integer)",
        "insert into figures select * from figures",
        "update release set dataset = 'simulated'",
        "delete from figures",
        "drop table figures",
        "select * from stray",
    ],
)
def test_the_reading_connection_refuses(attempt: str, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    stray = pd.DataFrame({"a": [1]})
    with database._reading("real") as cursor, pytest.raises(duckdb.Error):
        cursor.execute(attempt.format(file=file.as_posix())).fetchall()
    assert len(stray) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@pytest.mark.usefixtures("hand")
def test_a_value_is_bound_and_never_read_as_sql() -> None:
    assert ask("figures/list", org="dak' or 'a'='a") == []
    assert ask("organisations/search", search="%'; drop table figures; --") == []


@pytest.mark.usefixtures("hand")
def test_many_threads_never_mix_answers() -> None:
    figures = [row["figure"] for row in ask("figures/list")]
    start = threading.Barrier(8)

    def read(thread: int) -> list[tuple[str, list[str]]]:
        start.wait()
        mine = figures[thread::8] * 2
        return [(one, [row["figure"] for row in ask("figures/list", figure=one)]) for one in mine]

    with ThreadPoolExecutor(8) as pool:
        answers = [answer for of_thread in pool.map(read, range(8)) for answer in of_thread]
    assert len(answers) == 100
    assert not [answer for answer in answers if answer[1] != [answer[0]]]


def test_readers_over_several_publishes_never_fail_nor_see_half(
    own_hand: Path,
) -> None:
    done = threading.Event()

    def read() -> set[int]:
        seen = set()
        while not done.is_set():
            seen.add(len(ask("figures/list")))
        return seen

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        assert [publish_again(own_hand, mark) for mark in "ab"] == ["r2", "r3"]
        done.set()
        assert [reader.result() for reader in readers] == [{50}] * 3


def foreign(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table release as select 1 as release")


def damaged(path: Path) -> None:
    held = bytearray((path.parent / "r1.duckdb").read_bytes())
    held[4096:] = bytes(reversed(held[4096:]))
    path.write_bytes(bytes(held))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.unlink(missing_ok=True), "is missing from the warehouse"),
        (lambda path: path.write_bytes(b""), "damaged or not one of ours"),
        (lambda path: path.write_bytes(b"<html>" * 4000), "damaged or not one of ours"),
        (foreign, "cannot answer release"),
        (damaged, "Run: make data|cannot answer"),
    ],
    ids=["missing", "empty", "no database", "foreign", "corrupt"],
)
def test_a_corrupt_missing_empty_or_foreign_snapshot_is_told_in_plain_words_and_heals(
    spoil: object, told: str, own_hand: Path
) -> None:
    assert callable(spoil)
    spoil(own_hand / "r2.duckdb")
    (own_hand / "CURRENT").write_text("r2.duckdb\n", encoding="utf-8")
    with pytest.raises(SnapshotError, match=told):
        database.release("real")
    build(HAND, own_hand)
    assert database.release("real").figures == 50


@pytest.mark.parametrize("pointer", [b"", b"\n", b"../r1.duckdb\n", b"\xff\xfe\x00r1"])
def test_a_pointer_that_names_no_snapshot_is_told_in_plain_words_and_heals(
    pointer: bytes, own_hand: Path
) -> None:
    (own_hand / "CURRENT").write_bytes(pointer)
    with pytest.raises(SnapshotError, match="Run: make data"):
        database.release("real")
    build(HAND, own_hand)
    assert database.release("real").figures == 50


def test_a_snapshot_put_right_under_the_same_name_is_read_without_restart(own_hand: Path) -> None:
    (own_hand / "r1.duckdb").rename(own_hand / "kept")
    foreign(own_hand / "r1.duckdb")
    with pytest.raises(SnapshotError):
        database.release("real")
    (own_hand / "kept").replace(own_hand / "r1.duckdb")
    assert database.release("real").figures == 50


def test_without_a_warehouse_every_question_says_what_to_run() -> None:
    with pytest.raises(SnapshotError, match=r"CURRENT is missing .* Run: make data"):
        ask("release")


@pytest.mark.usefixtures("hand")
def test_the_two_data_sets_have_pointers_of_their_own() -> None:
    assert database.release("real").dataset == "real"
    with pytest.raises(SnapshotError, match=r"CURRENT\.simulated is missing"):
        database.release("simulated")


@pytest.mark.usefixtures("hand")
def test_counts_arrive_as_whole_numbers_and_codes_as_text() -> None:
    found = database.rows("awards/by_form", "real", {"scheme": "34", "places": ["34:04"]})
    assert {type(value) for value in found.values["value"]} == {int}
    assert found.values["item"][0] == "award.bang_khen_ldld"
    assert [column.name for column in found.columns] == list(found.values)
    assert not found.empty
    assert len(found) == 4


@pytest.mark.usefixtures("hand")
def test_a_text_is_in_memory_once_however_many_answers_hold_it() -> None:
    first, second = (database.rows("sources/all", "real", {}).values["title_vi"] for _ in range(2))
    assert first
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_a_release_that_serves_no_more_is_read_beside_the_one_that_does(own_hand: Path) -> None:
    former = database.version("real")
    serving = publish_again(own_hand, "once more")
    assert database.release("real").release == serving
    on_the_shelf = database._shelf.versions["real", True]
    assert database.release("real", former).release == former
    assert database._shelf.versions["real", True] is on_the_shelf
    assert database.release("real").release == serving
