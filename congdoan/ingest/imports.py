"""Imported figures as the building scripts read them: those of all batches that stand, in their order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from congdoan.catalogue import fold
from congdoan.control import imports
from congdoan.control.imports import Batch

_NUMBERS = ("batch", "number", "row", "suspicious")
_BATCHES = "batch source_id author title published_on sha256 note search_key".split()


def with_imports(made_from: str, standing: Sequence[Batch]) -> str:
    """The hash of the inputs of a release: of the files, and after a `+` of the batches that stand."""
    return f"{made_from}+{_print(standing)}" if standing else made_from


def holds(input_hash: str, standing: Sequence[Batch]) -> bool:
    """Whether a release with this hash of its inputs was made with these batches, whatever the files were."""
    return input_hash.partition("+")[2] == (_print(standing) if standing else "")


def stage(connection: duckdb.DuckDBPyConnection, standing: Sequence[Batch]) -> None:
    """Offers batches to scripts: `staged_batches` as documents, `staged_imports` with their figures.

    Large batches are read from their files as they are needed. OSError when such a file is missing.
    """
    import pandas as pd

    connection.register(
        "staged_batches", pd.DataFrame(map(_document, standing), columns=_BATCHES).astype("str")
    )
    connection.register("staged_rows", _rows([one for one in standing if not one.parquet]))
    figures = connection.table("staged_rows")
    for one in standing:
        path = imports.parquet_of(one)
        if path:
            figures = figures.union(parquet(connection, path).project(f"{one.batch} as batch, *"))
    connection.register("staged_imports", figures)


def parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> duckdb.DuckDBPyRelation:
    """The figures of a file beside the store, in the order of FIGURE; one of before has no status."""
    found = connection.read_parquet(str(path))
    status = "" if "status" in found.columns else ", cast(null as varchar) as status"
    return found.project(f"*{status}").project(", ".join(f'"{name}"' for name in imports.FIGURE))


def _rows(batches: Sequence[Batch]) -> Any:
    """The figures that the store itself holds, as one table of Arrow."""
    import pyarrow as pa

    columns = ("batch", *imports.FIGURE)
    schema = pa.schema([(name, pa.int32() if name in _NUMBERS else pa.string()) for name in columns])
    kept = [schema.empty_table()]
    for batch in batches:
        rows = imports.figures(batch.batch)
        cells = {name: [row[name] for row in rows] for name in imports.FIGURE}
        kept.append(pa.table({"batch": [batch.batch] * len(rows), **cells}, schema))
    return pa.concat_tables(kept)


def _document(batch: Batch) -> tuple[str, ...]:
    title = f"{batch.file}: {batch.note}"
    source, search_key = f"N{batch.batch}", fold(f"N{batch.batch} {batch.author} {title}")
    day = batch.made_at[:10]
    return (str(batch.batch), source, batch.author, title, day, batch.sha256, batch.note, search_key)


def _print(standing: Sequence[Batch]) -> str:
    told = "".join(f"{one.batch}:{one.content}\n" for one in standing)
    return hashlib.sha256(told.encode()).hexdigest()
