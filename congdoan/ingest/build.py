"""Publishes a snapshot: written aside, verified, forced to disk, renamed, and only then pointed to."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from congdoan import decks, paths
from congdoan.database import LOCKED, POINTERS
from congdoan.errors import REPAIR, DataError, SnapshotError
from congdoan.ingest import read, releases
from congdoan.queries import load, statements

SCRIPTS = paths.QUERIES / "build"
WRITING = {
    # A whole country is built beside a running dashboard; what does not fit goes to disk.
    "memory_limit": "4GB",
}
_FILE = """
    attach $path as snapshot (
        storage_version 'v1.5.0', -- the newest that the former major DuckDB opens too: a way back
        row_group_size 16384 -- a unit's history, a few rows of each metric, reads a group of each
    )
"""

Inputs = Mapping[str, pd.DataFrame]
Tell = Callable[[str], None]
"""Takes one line about the step that is being done now."""


def silent(_step: str) -> None:
    """Tells nobody."""


def build(facts: Path | None = None, warehouse: Path | None = None, tell: Tell = silent) -> str:
    """Builds the real data set from CSV and publishes it; the name of the release that serves now.

    Nothing is written when the inputs are those of the serving release. DataError, and the old release
    goes on serving, when any input is wrong.
    """
    folder = facts or paths.FACTS
    files = read.facts(folder, read.catalogue(paths.CATALOGUE))
    decks.templates()
    # The real figures name only the unions that somebody wrote about, so no sum of branches can be whole.
    inputs = {**read.staged(files), "register": one_row(register_complete=False)}
    return publish("real", inputs, read.fingerprint(folder, paths.CATALOGUE, SCRIPTS), warehouse, tell)


def publish(
    dataset: str, inputs: Inputs, input_hash: str, warehouse: Path | None = None, tell: Tell = silent
) -> str:
    """Makes a snapshot of a data set and swaps its pointer; the name of the release that serves now.

    `inputs` are the frames that the numbered scripts of the data set read, by the name they give them;
    one is `register(register_complete)`. `tell` hears of each step. DataError when a script or a constraint
    fails.
    """
    target = warehouse or paths.WAREHOUSE
    target.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        serving = _serving(target, dataset)
        if serving and _serves(target / f"{serving}.duckdb", input_hash):
            return serving
        return _publish(target, dataset, inputs, input_hash, tell)


def _publish(target: Path, dataset: str, inputs: Inputs, input_hash: str, tell: Tell) -> str:
    release = releases.next_name(target, dataset)
    aside = target / f"{release}.building"
    aside.unlink(missing_ok=True)
    publication = one_row(release=release, dataset=dataset, input_hash=input_hash)
    try:
        _write(aside, dataset, {**inputs, "publication": publication}, tell)
        tell("verifying")
        verify(aside)
        _keep(aside, target / f"{release}.duckdb")
        _point(target / POINTERS[dataset], f"{release}.duckdb")
        releases.retire(target, dataset)
    finally:
        aside.unlink(missing_ok=True)
        aside.with_name(f"{aside.name}.wal").unlink(missing_ok=True)
    return release


@contextmanager
def _alone(warehouse: Path) -> Iterator[None]:
    """One build at a time in a warehouse; a second one waits. The lock goes with the process that held it."""
    with (warehouse / ".lock").open("w", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def verify(path: Path) -> None:
    """Reads every column of every table, so that each block's checksum is compared, or SnapshotError."""
    try:
        with closing(_open(path)) as connection:
            tables = [str(name) for name, _ in connection.execute(load("info/tables").sql).fetchall()]
            for table in tables:
                connection.table(table).aggregate("bit_xor(hash(columns(*)))").fetchall()
    except duckdb.Error as error:
        raise SnapshotError(f"The snapshot {path.name} is damaged. Run: {REPAIR} ({error})") from error
    if "release" not in tables:
        raise SnapshotError(f"{path.name} is not a snapshot of this product. Run: {REPAIR}")


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    """Opened as the dashboard opens it, so that both may be in one process."""
    return duckdb.connect(str(path), read_only=True, config=dict(LOCKED))


def one_row(**values: Any) -> pd.DataFrame:
    """A frame of one row: what a building script needs to know besides its tables."""
    return pd.DataFrame([values])


def _write(path: Path, dataset: str, inputs: Inputs, tell: Tell) -> None:
    other = "simulated" if dataset == "real" else "real"
    spilled = str(path.with_name(f"{path.name}.tmp"))
    with closing(duckdb.connect(config={**WRITING, "temp_directory": spilled})) as connection:
        connection.execute(_FILE, {"path": str(path)})
        connection.execute("use snapshot")
        for name, frame in {**read.staged(read.catalogue(paths.CATALOGUE)), **inputs}.items():
            connection.register(name, frame)
        scripts = [script for script in statements(SCRIPTS) if f"_{other}_" not in script[0]]
        for step, (name, text) in enumerate(scripts, start=1):
            tell(f"{step} of {len(scripts)}: {name}")
            _run(connection, name, text)
        connection.execute("checkpoint")


def _run(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> None:
    try:
        connection.execute(text)
    except duckdb.Error as error:
        raise DataError(
            f"queries/build/{name} could not be carried out; nothing was published: {error}"
        ) from error


def _serving(warehouse: Path, dataset: str) -> str | None:
    pointer = warehouse / POINTERS[dataset]
    name = pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""
    return name.removesuffix(".duckdb") if name and (warehouse / name).is_file() else None


def made_from(dataset: str, warehouse: Path | None = None) -> str:
    """The hash of the inputs that the serving release was made from; "" where none can be read."""
    target = warehouse or paths.WAREHOUSE
    serving = _serving(target, dataset)
    return _input_hash(target / f"{serving}.duckdb") if serving else ""


def _input_hash(path: Path) -> str:
    try:
        with closing(_open(path)) as connection:
            found = connection.execute(load("release").sql).fetchone()
    except duckdb.Error:
        return ""
    return str(found[-1]) if found else ""


def _serves(path: Path, input_hash: str) -> bool:
    """Whether a snapshot is whole and made from these inputs; a damaged one is built again."""
    try:
        verify(path)
    except SnapshotError:
        return False
    return _input_hash(path) == input_hash


def _keep(aside: Path, final: Path) -> None:
    with aside.open("rb") as handle:
        os.fsync(handle.fileno())
    aside.replace(final)
    _sync_folder(final.parent)


def _point(pointer: Path, name: str) -> None:
    aside = pointer.with_name(f"{pointer.name}.new")
    with aside.open("w", encoding="utf-8") as handle:
        handle.write(f"{name}\n")
        handle.flush()
        os.fsync(handle.fileno())
    aside.replace(pointer)
    _sync_folder(pointer.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
