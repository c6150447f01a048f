"""Asks the queries as the screens do, and makes small changes to the hand-made figures."""

import asyncio
import shutil
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from congdoan import database
from congdoan.ingest import build, one_row, publish, read
from congdoan.page.rows import forget
from congdoan.paths import CATALOGUE, ROOT
from congdoan.queries import Column

HAND = ROOT / "tests" / "data" / "hand"
Answer = TypeVar("Answer")
Edit = tuple[str, str, str]
"""A file of a folder, a text that stands in it once, and what to put there."""
_last_read: list[Path] = []


def ask(name: str, **inputs: Any) -> list[dict[str, Any]]:
    """The rows of a query on the real data set, today's provinces unless said otherwise; nothing is None."""
    return found_by(name, **inputs).records


def found_by(name: str, **inputs: Any) -> database.Rows:
    """The answer to a query as the presentation gets it."""
    return database.rows(name, "real", {"scheme": "34", **inputs})


def columns(described: str) -> tuple[Column, ...]:
    """Columns by hand, each `name:type`, or the name alone where its type has that name."""
    pairs = (one.partition(":") for one in described.split())
    return tuple(Column(name, kind or name, name) for name, _, kind in pairs)


def answer(name: str, columns: Sequence[Column], records: Sequence[dict[str, Any]] = ()) -> database.Rows:
    """Rows as a query would give them, from records by hand; None where one has no such value."""
    values = {column.name: [record.get(column.name) for record in records] for column in columns}
    return database.Rows(name, values, tuple(columns), {})


def table(name: str, columns: str, **inputs: Any) -> list[tuple[Any, ...]]:
    """Some columns of the rows of a query."""
    return [tuple(row[column] for column in columns.split()) for row in ask(name, **inputs)]


def side_by_side(columns: str, *measures: str, sides: str, periods: str) -> list[tuple[Any, ...]]:
    """Some columns of places and units, or of the periods of one, side by side."""
    inputs = {"measures": [*measures], "sides": sides.split(), "periods": periods.split()}
    return table("comparison/side_by_side", columns, **inputs)


def changed(folder: Path, *edits: Edit, origin: Path = HAND) -> Path:
    """A copy of a folder, the hand-made figures unless another is named, with a few texts replaced."""
    shutil.copytree(origin, folder)
    edit(folder, *edits)
    return folder


def edit(folder: Path, *edits: Edit) -> None:
    """Replaces a few texts in the files of a folder."""
    for file, old, new in edits:
        text = (folder / f"{file}.csv").read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand once in {file}.csv"
        (folder / f"{file}.csv").write_text(text.replace(old, new), encoding="utf-8")


def read_from(warehouse: Path, monkeypatch: Any) -> Path:
    """Has all answers of a test come from a warehouse; those kept of another one are dropped.

    Only tests need it: releases of one warehouse never share a name, those of two do.
    """
    monkeypatch.setattr(database, "WAREHOUSE", warehouse)
    if _last_read != [warehouse]:
        _last_read[:] = [warehouse]
        forget()
    return warehouse


def serve(monkeypatch: Any, warehouse: Path, facts: Path) -> str:
    """Builds figures into a warehouse and asks from there; the name of the release."""
    release = build(facts, warehouse)
    read_from(warehouse, monkeypatch)
    return release


def publish_again(warehouse: Path, mark: str, complete: bool = False, facts: Path = HAND) -> str:
    """Publishes the hand-made figures anew, as if inputs had changed or no unit were left out."""
    files = read.facts(facts, read.catalogue(CATALOGUE))
    inputs = {**read.staged(files), "register": one_row(register_complete=complete)}
    return publish("real", inputs, mark, warehouse)


@contextmanager
def snapshot(warehouse: Path, dataset: str = "real") -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables themselves, for what no screen asks."""
    path = warehouse / (warehouse / database.POINTERS[dataset]).read_text(encoding="utf-8").strip()
    with closing(duckdb.connect(str(path), read_only=True, config=dict(database.LOCKED))) as connection:
        yield connection


def finished(work: Coroutine[Any, Any, Answer]) -> Answer:
    """What asynchronous work comes to, in a thread of its own: tests in a browser leave a loop running."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()
