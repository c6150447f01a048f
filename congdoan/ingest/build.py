"""Publishes a snapshot: written aside, verified, forced to disk, renamed, and only then pointed to."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from congdoan import paths
from congdoan.control.imports import Batch
from congdoan.database import DRAFT, LOCKED, POINTERS
from congdoan.errors import REPAIR, DataError, SnapshotError
from congdoan.ingest import imports, read, releases
from congdoan.queries import load, statements

if TYPE_CHECKING:
    import pandas as pd

SCRIPTS = paths.QUERIES / "build"
MEMORY = {"real": "1GB", "simulated": "4GB"}
"""What a build may take beside a running dashboard, which publishes real figures; the rest goes to disk."""
_FILE = """
    attach $path as snapshot (
        storage_version 'v1.5.0', -- the newest that the former major DuckDB opens too: a way back
        row_group_size 16384 -- a unit's history, a few rows of each metric, reads a group of each
    )
"""

Inputs = Mapping[str, "pd.DataFrame"]
Tell = Callable[[str], None]
"""Takes one line about the step that is being done now."""


def silent(_step: str) -> None:
    """Tells nobody."""


def publish(
    dataset: str,
    inputs: Inputs,
    input_hash: str,
    warehouse: Path | None = None,
    tell: Tell = silent,
    batches: Sequence[Batch] = (),
) -> str:
    """Makes a snapshot of a data set and swaps its pointer; the name of the release that serves now.

    `inputs` are the frames that the numbered scripts of the data set read, by the name they give them;
    one is `register(register_complete)`. `batches` are the imports that stand. A release that is kept and was
    made from the same is not made again. `tell` hears of each step. DataError when a script or a constraint
    fails.
    """
    target = warehouse or paths.WAREHOUSE
    target.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        release = _kept(target, dataset, input_hash)
        if release is None:
            release = releases.next_name(target, dataset)
            _make(target, release, dataset, inputs, input_hash, tell, batches)
        _serve(target, dataset, release)
    return release


def again(dataset: str, input_hash: str, warehouse: Path) -> str | None:
    """Has the release serve that was made from these inputs; its name, None where it is kept no more."""
    with _alone(warehouse):
        release = _kept(warehouse, dataset, input_hash)
        if release:
            _serve(warehouse, dataset, release)
    return release


def _serve(target: Path, dataset: str, release: str) -> None:
    former = serving(target, dataset)
    if release != former:
        _point(target / POINTERS[dataset], f"{release}.duckdb")
    releases.retire(target, dataset, former)


def draft(
    dataset: str,
    inputs: Inputs,
    input_hash: str,
    warehouse: Path,
    tell: Tell = silent,
    batches: Sequence[Batch] = (),
) -> str:
    """Makes a snapshot that no pointer names, to look at by its name, which cannot be guessed; that name."""
    name = f"{DRAFT}{secrets.randbelow(900_000_000) + 100_000_000}"
    _make(warehouse, name, dataset, inputs, input_hash, tell, batches)
    releases.forget_drafts(warehouse, DRAFT)
    return name


def _kept(target: Path, dataset: str, input_hash: str) -> str | None:
    """The release made from these inputs that is still there whole, first of all the one that serves."""
    former = serving(target, dataset)
    names = [former, *releases.names(target, dataset)] if former else []
    return next((one for one in names if one and _serves(target / f"{one}.duckdb", input_hash)), None)


def _make(
    target: Path,
    release: str,
    dataset: str,
    inputs: Inputs,
    input_hash: str,
    tell: Tell,
    batches: Sequence[Batch],
) -> None:
    """Writes a snapshot aside, verifies it and puts it under its name, whole and on disk."""
    aside = target / f"{release}.building"
    aside.unlink(missing_ok=True)
    publication = one_row(release=release, dataset=dataset, input_hash=input_hash)
    try:
        _write(aside, dataset, {**inputs, "publication": publication}, tell, batches)
        tell("verifying")
        verify(aside)
        _keep(aside, target / f"{release}.duckdb")
    finally:
        aside.unlink(missing_ok=True)
        aside.with_name(f"{aside.name}.wal").unlink(missing_ok=True)


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
    import pandas as pd

    return pd.DataFrame([values])


def _write(path: Path, dataset: str, inputs: Inputs, tell: Tell, batches: Sequence[Batch]) -> None:
    other = "simulated" if dataset == "real" else "real"
    spilled = str(path.with_name(f"{path.name}.tmp"))
    with closing(
        duckdb.connect(config={"memory_limit": MEMORY[dataset], "temp_directory": spilled})
    ) as connection:
        connection.execute(_FILE, {"path": str(path)})
        connection.execute("use snapshot")
        for name, frame in {**read.staged(read.catalogue(paths.CATALOGUE)), **inputs}.items():
            connection.register(name, frame)
        imports.stage(connection, batches)
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


def serving(warehouse: Path, dataset: str) -> str | None:
    """The name of the release that serves a data set; None where none does."""
    pointer = warehouse / POINTERS[dataset]
    name = pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""
    return name.removesuffix(".duckdb") if name and (warehouse / name).is_file() else None


def made_from(dataset: str, warehouse: Path | None = None) -> str:
    """The hash of the inputs that the serving release was made from; "" where none can be read."""
    target = warehouse or paths.WAREHOUSE
    release = serving(target, dataset)
    return hash_of(target / f"{release}.duckdb") if release else ""


def hash_of(path: Path) -> str:
    """The hash of the inputs that a snapshot was made from; "" where none can be read."""
    try:
        with closing(_open(path)) as connection:
            found = connection.execute(load("release").sql).fetchone()
    except duckdb.Error:
        return ""
    return str(found[-1]) if found else ""


def _serves(path: Path, input_hash: str) -> bool:
    """Whether a snapshot is made from these inputs and whole; a damaged one is built again."""
    if hash_of(path) != input_hash:
        return False
    try:
        verify(path)
    except SnapshotError:
        return False
    return True


def _keep(aside: Path, final: Path) -> None:
    with aside.open("rb") as handle:
        os.fsync(handle.fileno())
    aside.replace(final)
    sync(final.parent)


def _point(pointer: Path, name: str) -> None:
    aside = pointer.with_name(f"{pointer.name}.new")
    with aside.open("w", encoding="utf-8") as handle:
        handle.write(f"{name}\n")
        handle.flush()
        os.fsync(handle.fileno())
    aside.replace(pointer)
    sync(pointer.parent)


def sync(path: Path) -> None:
    """Returns when what a file or the list of a folder holds is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
