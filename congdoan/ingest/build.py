"""Publishes a snapshot: written aside, verified, forced to disk, renamed, and only then pointed to."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from congdoan import paths
from congdoan.database import POINTERS
from congdoan.errors import DataError, SnapshotError
from congdoan.ingest import read
from congdoan.queries import statements

PREFIXES = {"real": "r", "simulated": "m"}
SCRIPTS = paths.QUERIES / "build"
FORMAT = "v1.5.0"
"""The storage format: the newest that the previous major DuckDB opens too, which keeps a way back."""

Fill = Callable[[duckdb.DuckDBPyConnection], None]
"""Hands a building connection the staged input that the numbered scripts of its data set read."""


def build(facts: Path | None = None, warehouse: Path | None = None) -> str:
    """Builds the real data set from CSV and publishes it; the name of the release that serves now.

    Nothing is written when the inputs are those of the serving release. DataError, and the old release
    goes on serving, when any input is wrong.
    """
    folder = facts or paths.FACTS
    known = read.catalogue(paths.CATALOGUE)
    files = read.facts(folder, known)

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        _stage(connection, read.staged(files))
        connection.execute("create temporary table register as select false as register_complete")

    return publish("real", fill, read.fingerprint(folder, paths.CATALOGUE, SCRIPTS), warehouse)


def publish(dataset: str, fill: Fill, input_hash: str, warehouse: Path | None = None) -> str:
    """Makes a snapshot of a data set and swaps its pointer; the name of the release that serves now."""
    target = warehouse or paths.WAREHOUSE
    target.mkdir(parents=True, exist_ok=True)
    serving = _serving(target, dataset)
    if serving and _hash_of(target / f"{serving}.duckdb") == input_hash:
        return serving
    release = _next_release(target, dataset)
    aside = target / f"{release}.building"
    aside.unlink(missing_ok=True)
    try:
        _write(aside, dataset, {"release": release, "dataset": dataset, "input_hash": input_hash}, fill)
        verify(aside)
        _keep(aside, target / f"{release}.duckdb")
        _point(target / POINTERS[dataset], f"{release}.duckdb")
    finally:
        aside.unlink(missing_ok=True)
        aside.with_name(f"{aside.name}.wal").unlink(missing_ok=True)
    return release


def verify(path: Path) -> None:
    """Reads every column of every table, so that each block's checksum is compared; SnapshotError when one fails."""
    try:
        with closing(duckdb.connect(str(path), read_only=True)) as connection:
            tables = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
            for table in tables:
                connection.execute(f'select count(*), bit_xor(hash(t)) from "{table}" as t').fetchall()
    except duckdb.Error as error:
        raise SnapshotError(f"The snapshot {path.name} is damaged: {error}. Run: python -m congdoan build") from error
    if "release" not in tables:
        raise SnapshotError(f"{path.name} is not a snapshot of this product. Run: python -m congdoan build")


def _write(path: Path, dataset: str, publication: Mapping[str, str], fill: Fill) -> None:
    other = "simulated" if dataset == "real" else "real"
    with closing(duckdb.connect(str(path), config={"storage_compatibility_version": FORMAT})) as connection:
        _stage(connection, read.staged(read.catalogue(paths.CATALOGUE)))
        _one_row(connection, "publication", publication)
        fill(connection)
        for name, text in statements(SCRIPTS):
            if f"_{other}_" not in name:
                _run(connection, name, text)
        connection.execute("checkpoint")


def _run(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> None:
    try:
        connection.execute(text)
    except duckdb.Error as error:
        raise DataError(f"queries/build/{name} could not be carried out; nothing was published: {error}") from error


def _stage(connection: duckdb.DuckDBPyConnection, frames: read.Staged) -> None:
    for name, frame in frames.items():
        connection.register("frame", frame)
        connection.execute(f'create temporary table "staged_{name}" as select * from frame')
        connection.unregister("frame")


def _one_row(connection: duckdb.DuckDBPyConnection, table: str, values: Mapping[str, Any]) -> None:
    columns = ", ".join(f'${name} as "{name}"' for name in values)
    connection.execute(f'create temporary table "{table}" as select {columns}', dict(values))


def _serving(warehouse: Path, dataset: str) -> str | None:
    pointer = warehouse / POINTERS[dataset]
    name = pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else ""
    return name.removesuffix(".duckdb") if name and (warehouse / name).is_file() else None


def _hash_of(path: Path) -> str | None:
    try:
        with closing(duckdb.connect(str(path), read_only=True)) as connection:
            found = connection.execute("select input_hash from release").fetchone()
    except duckdb.Error:
        return None
    return str(found[0]) if found else None


def _next_release(warehouse: Path, dataset: str) -> str:
    pattern = re.compile(rf"{PREFIXES[dataset]}(\d+)\.duckdb")
    taken = [int(found[1]) for path in warehouse.iterdir() if (found := pattern.fullmatch(path.name))]
    return f"{PREFIXES[dataset]}{max(taken, default=0) + 1}"


def _keep(aside: Path, final: Path) -> None:
    with aside.open("rb") as handle:
        os.fsync(handle.fileno())
    os.replace(aside, final)
    _sync_folder(final.parent)


def _point(pointer: Path, name: str) -> None:
    aside = pointer.with_name(f"{pointer.name}.new")
    with aside.open("w", encoding="utf-8") as handle:
        handle.write(f"{name}\n")
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(aside, pointer)
    _sync_folder(pointer.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
