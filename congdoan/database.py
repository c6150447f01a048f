"""The one door to the figures: a locked, read-only connection to the newest snapshot of each data set.

A publish never changes a file; it swaps a pointer. So every read looks at the pointer first, opens a
version it has not seen (which has the catalogue read anew, for its new codes) and closes the old one when
its last reader has left.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import repeat
from pathlib import Path
from sys import intern
from typing import Any

import duckdb

from congdoan import catalogue
from congdoan.errors import REPAIR, SnapshotError
from congdoan.paths import WAREHOUSE
from congdoan.queries import COLUMN_TYPES, Column, load

POINTERS = {"real": "CURRENT", "simulated": "CURRENT.simulated"}
DRAFT = "d"
"""How the names of snapshots begin that never serve: real figures with an import before it is published."""
LOCKED = {
    "allocator_background_threads": "true",  # what questions took goes back to the system when all is quiet
    "threads": "1",  # a screen asks several questions at a time, and each on two threads costs a quarter more
    "memory_limit": "384MB",  # two long files at a time need a third of it; the system keeps pages too
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}

_AT_A_TIME = threading.BoundedSemaphore(os.cpu_count() or 2)
"""Questions that are answered at a time: more would take as much memory each, and be answered no sooner."""
_BATCH = 32_768
"""Rows that are read at a time: few enough to stay in the processor's cache while files are written."""


@dataclass(frozen=True, eq=False)
class Rows:
    """The result of one query: the values of each column that `columns` describes, None where there is none.

    Nobody changes it, so that all who ask the same share one; two are equal only when they are the same.
    """

    name: str
    values: Mapping[str, Sequence[Any]]
    columns: tuple[Column, ...]
    inputs: Mapping[str, Any]

    @property
    def empty(self) -> bool:
        """Whether the query found nothing."""
        return not len(self)

    @property
    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, new ones at each reading."""
        return [dict(zip(self.values, row, strict=True)) for row in zip(*self.values.values(), strict=True)]

    def take(self, kept: Sequence[int]) -> Rows:
        """Only the rows at these positions, in this order."""
        return replace(self, values={name: [of[at] for at in kept] for name, of in self.values.items()})

    def among(self, metrics: Sequence[str] | None = None, **lists: Sequence[str]) -> Rows:
        """What the query would have found for some of its metrics, items or levels alone."""
        inputs = {
            name: list(codes) for name, codes in {"metrics": metrics, **lists}.items() if codes is not None
        }
        wanted = {name[:-1]: set(codes) for name, codes in inputs.items()}
        fits = [{at for at, code in enumerate(self.values[name]) if code in wanted[name]} for name in wanted]
        return replace(self.take(sorted(set.intersection(*fits))), inputs={**self.inputs, **inputs})

    def within(self, first: int | None, last: int | None) -> Rows:
        """What the query would have found for some years alone, where each year has rows of its own."""
        low, high = 0 if first is None else first, 9999 if last is None else last
        kept = [at for at, year in enumerate(self.values["year"]) if low <= year <= high]
        return replace(self.take(kept), inputs={**self.inputs, "year_from": first, "year_to": last})

    def __len__(self) -> int:
        return len(next(iter(self.values.values()), ()))


@dataclass(frozen=True)
class Release:
    """What one snapshot is: its name, data set, cut-off date and size."""

    release: str
    dataset: str
    cut_off: date
    register_complete: bool
    figures: int
    sources: int
    organisations: int
    input_hash: str


@dataclass
class _Version:
    """One opened snapshot and how many readers it has now."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    readers: int = 0
    retired: bool = False


@dataclass
class _Shelf:
    """The opened versions of each data set, guarded by one lock: the serving one, and one asked by name."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    versions: dict[tuple[str, bool], _Version] = field(default_factory=dict)


_shelf = _Shelf()


def version(dataset: str) -> str:
    """The name of the release that serves a data set now; SnapshotError when there is none."""
    return _current(dataset).stem


def opened(dataset: str) -> str:
    """Opens the release that serves a data set now, where it is not yet; its name, or SnapshotError."""
    path = _current(dataset)
    _give_back(_borrow(dataset, path))
    return path.stem


def kept(dataset: str, release: str) -> bool:
    """Whether a release, serving or older, or a draft of the real figures can still be read."""
    ours = version(dataset)[:1] + (DRAFT if dataset == "real" else "")
    return release[:1] in ours and (WAREHOUSE / f"{release}.duckdb").is_file()


def rows(name: str, dataset: str, inputs: Mapping[str, Any], release: str | None = None) -> Rows:
    """Asks one query of a data set, of the release that serves now where none is named.

    Inputs that the query does not name are left out, named ones missing are null.
    """
    query = load(name)
    bound = {key: inputs.get(key) for key in query.inputs}
    with _AT_A_TIME, _reading(dataset, release) as cursor:
        try:
            found = cursor.execute(query.statement, bound).fetchall()
        except duckdb.Error as error:
            _forget(dataset)
            raise SnapshotError(
                f"The snapshot {version(dataset)} cannot answer {name}. Run: {REPAIR} ({error})"
            ) from error
    by_column = zip(*found, strict=True) if found else repeat(())
    values = {column.name: _once(column, of) for column, of in zip(query.columns, by_column, strict=False)}
    return Rows(name, values, query.columns, bound)


def _once(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    """The values of a column, with each text in memory once, however many answers that are kept hold it."""
    if column.type in COLUMN_TYPES:
        return values
    return tuple(intern(value) if type(value) is str else value for value in values)


def batches(
    name: str, dataset: str, inputs: Mapping[str, Any], release: str, columns: Sequence[str]
) -> Iterator[Any]:
    """The rows of one query as Arrow record batches of these columns, read as they are taken.

    However many rows there are, only one batch, and what the query itself sorts, is held at a time.
    """
    query = load(name)
    bound = {key: inputs.get(key) for key in query.inputs}
    with _reading(dataset, release) as cursor:
        try:
            wanted = [duckdb.ColumnExpression(column) for column in columns]
            yield from cursor.sql(query.sql, params=bound).project(*wanted).to_arrow_reader(_BATCH)
        except duckdb.Error as error:
            _forget(dataset)
            raise SnapshotError(f"The snapshot {release} cannot answer {name}: {error}") from error


def release(dataset: str, name: str | None = None) -> Release:
    """The release that serves a data set, or the one named; SnapshotError when it is missing or not ours."""
    found = rows("release", dataset, {}, name).records
    if not found:
        raise SnapshotError(f"The snapshot {version(dataset)} names no release. Run: {REPAIR}")
    return Release(**found[0])


def _current(dataset: str) -> Path:
    pointer = WAREHOUSE / POINTERS[dataset]
    try:
        name = pointer.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise SnapshotError(
            f"No snapshot has been published: {pointer.name} is missing from the warehouse. Run: {REPAIR}"
        ) from error
    if not name or Path(name).name != name:
        raise SnapshotError(f"{pointer.name} does not name a snapshot (found {name!r}). Run: {REPAIR}")
    return WAREHOUSE / name


@contextmanager
def _reading(dataset: str, release: str | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own on a snapshot, for one query."""
    held = _borrow(dataset, WAREHOUSE / f"{release}.duckdb" if release else _current(dataset))
    try:
        with held.connection.cursor() as cursor:
            yield cursor
    finally:
        _give_back(held)


def _borrow(dataset: str, path: Path) -> _Version:
    place = dataset, path == _current(dataset)
    with _shelf.lock:
        held = _shelf.versions.get(place)
        if held is None or held.path != path:
            opened = _Version(path, _open(path))
            if held is not None:
                held.retired = True
                _close_if_idle(held)
            _shelf.versions[place] = held = opened
            catalogue.renew()
        held.readers += 1
        return held


def _give_back(held: _Version) -> None:
    with _shelf.lock:
        held.readers -= 1
        _close_if_idle(held)


def _forget(dataset: str) -> None:
    """Has the next read open the snapshot anew, in case its file is put right under the same name."""
    with _shelf.lock:
        for serving in (True, False):
            held = _shelf.versions.pop((dataset, serving), None)
            if held is not None:
                held.retired = True
                _close_if_idle(held)


def _close_if_idle(held: _Version) -> None:
    if held.retired and held.readers == 0:
        held.connection.close()


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        raise SnapshotError(f"The snapshot {path.name} is missing from the warehouse. Run: {REPAIR}")
    try:
        return duckdb.connect(str(path), read_only=True, config=dict(LOCKED))
    except duckdb.Error as error:
        raise SnapshotError(
            f"The snapshot {path.name} cannot be opened, it is damaged or not one of ours. "
            f"Run: {REPAIR} ({error})"
        ) from error
