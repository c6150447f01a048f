"""A database in memory beside the serving release, in which figures are compared before they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from congdoan import catalogue
from congdoan.errors import REPAIR, SnapshotError
from congdoan.ingest.build import SCRIPTS, serving
from congdoan.ingest.imports import parquet

_ATTACH = "attach $path as serving (read_only)"
_MEMORY = "1GB"


@contextmanager
def workshop(warehouse: Path, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the serving release as `serving`; what does not fit goes to the folder.

    SnapshotError when there is no release to read.
    """
    import pandas as pd

    release = serving(warehouse, "real")
    if release is None:
        raise SnapshotError(f"No real figures have been published yet. Run: {REPAIR}")
    spilled = str(folder / "spilled")
    with closing(duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": spilled})) as connection:
        try:
            connection.execute(_ATTACH, {"path": str(warehouse / f"{release}.duckdb")})
        except duckdb.Error as error:
            raise SnapshotError(f"The snapshot {release} cannot be read. Run: {REPAIR} ({error})") from error
        metrics = [(one.metric, one.dimension, one.over_time) for one in catalogue.metrics().values()]
        connection.register(
            "staged_metrics", pd.DataFrame(metrics, columns=["metric", "dimension", "over_time"])
        )
        yield connection


def script(name: str) -> str:
    """A statement of `queries/build/imports/`."""
    return (SCRIPTS / "imports" / f"{name}.sql").read_text(encoding="utf-8")


def keep(connection: duckdb.DuckDBPyConnection, path: Path, name: str, **inputs: object) -> dict[str, int]:
    """Writes what a script prepares to a path; how many figures there are, in all, by kind, suspicious."""
    connection.execute(script(name), {**inputs, "path": str(path)})
    prepared = connection.read_parquet(str(path))
    kinds: dict[str, int] = dict(prepared.aggregate("kind, count(*)", "kind").fetchall())
    suspicious = len(prepared.filter("suspicious = 1"))
    return {**kinds, "figures": sum(kinds.values()), "suspicious": suspicious}


def figures(path: Path, where: str = "true", most: int = 1_000_000_000) -> list[tuple[Any, ...]]:
    """The first prepared figures for which a condition holds, each in the order of FIGURE."""
    with closing(duckdb.connect()) as connection:
        return parquet(connection, path).filter(where).order("number").limit(most).fetchall()
