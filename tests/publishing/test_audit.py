"""Whatever is altered behind the program's back is found, and what was kept gives the release again."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from congdoan.control import audit, imports, store
from congdoan.control.audit import Fault
from congdoan.ingest import build
from tests.asking import HAND
from tests.publishing.sending import figures


def tamper(warehouse: Path, statement: str, *values: object) -> None:
    """Changes the store as no part of the program can: without its triggers."""
    with closing(sqlite3.connect(warehouse / store.FILE)) as connection, connection:
        for (name,) in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            connection.execute(f"drop trigger {name}")
        connection.execute(statement, values)


def test_every_altered_entry_of_the_log_is_found_by_its_number(history: Path, tmp_path: Path) -> None:
    assert list(imports.faults()) == []
    original = shutil.copytree(history, tmp_path / "original")
    for entry in range(1, 9):
        for column in ("at", "author", "batch", "said", "former", "hash"):
            new = "batch % 4 + 1" if column == "batch" else "'x'"
            tamper(history, f"update audit set {column} = {new} where entry = ?", entry)
            assert Fault("entry", entry) in audit.faults(), (entry, column)
            restore(history, original)


def restore(warehouse: Path, original: Path) -> None:
    store._close()
    for path in warehouse.glob(f"{store.FILE}*"):
        path.unlink()
    for path in original.glob(f"{store.FILE}*"):
        shutil.copyfile(path, warehouse / path.name)


def test_an_entry_that_is_removed_or_hashed_anew_is_found(history: Path) -> None:
    tamper(history, "delete from audit where entry = 3")
    assert Fault("gap", 3) in audit.faults()
    tamper(history, "delete from audit where entry = 8")
    assert Fault("batch", 4) in audit.faults()


@pytest.mark.parametrize("entry", [2, 8])
def test_an_entry_with_another_content_and_its_own_new_hash_is_found(history: Path, entry: int) -> None:
    row = store.rows("audit/all")[entry - 1]
    tamper(
        history,
        "update audit set author = 'x', hash = ? where entry = ?",
        audit._hash({**row, "author": "x"}),
        entry,
    )
    assert audit.faults()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("update batch_figures set value = '81' where batch = 1 and value = '80'", Fault("figures", 1)),
        ("update batches set reason = 'khác' where batch = 2", Fault("batch", 2)),
        ("update batch_ends set published = 0 where batch = 1", Fault("batch", 1)),
        ("delete from batch_figures where batch = 3 and number = 1", Fault("figures", 3)),
    ],
)
def test_an_altered_batch_is_found(history: Path, statement: str, fault: Fault) -> None:
    tamper(history, statement)
    assert fault in imports.faults()


def test_nothing_that_was_kept_can_be_changed_or_removed_through_the_store(history: Path) -> None:
    for table in ("batches", "batch_figures", "batch_ends", "audit"):
        for statement in (f"update {table} set batch = 9", f"delete from {table}"):
            with (
                closing(sqlite3.connect(history / store.FILE)) as connection,
                pytest.raises(sqlite3.IntegrityError),
            ):
                connection.execute(statement)


def test_all_batches_carried_out_again_elsewhere_give_the_same_figures(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served, expected = figures(history), by_hand()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for path in history.glob("control.sqlite*"):
        shutil.copyfile(path, elsewhere / path.name)
    monkeypatch.setattr(store, "WAREHOUSE", elsewhere)
    assert build(HAND, elsewhere) == "r1"
    assert figures(elsewhere) == served
    brought = {
        (row[3], str(row[7]), str(row[8])): str(row[12]).removesuffix(".00") for row in served.values()
    }
    assert expected.items() <= brought.items()


def by_hand() -> dict[tuple[str, str, str], str]:
    """What the batches of the store come to, figure by figure in their order."""
    every, found = imports.batches(), {}
    undone = {one.undoes for one in every}
    for batch in (one for one in every if one.undoes is None and one.batch not in undone):
        for row in imports.figures(batch.batch):
            found[row["org_id"], row["period_end"], row["metric"]] = row["value"]
    return found
