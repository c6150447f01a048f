"""Reads the SQL files under `queries/` and refuses those whose header and statement disagree.

A header is the first comment lines of a file: one question, one `in:` line, one `out:` line per column. A
query whose rows of a year stay the same whichever years are asked with it says so: `each: year`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from congdoan.errors import QueryError
from congdoan.paths import QUERIES

_INPUTS = (
    "scheme places year_from year_to kind metrics items levels axes org source sources figure figures",
    "search every limit period periods sides measures per band",
)
INPUTS = frozenset(" ".join(_INPUTS).split())
COLUMN_TYPES = {
    "year": {"SMALLINT", "INTEGER"},
    "date": {"DATE"},
    "count": {"BIGINT", "INTEGER"},
    "dong": {"BIGINT"},
    "amount": {"DOUBLE"},
    "percent": {"DOUBLE"},
    "flag": {"BOOLEAN"},
}
CODE_TYPES = frozenset(
    "place metric item recipient occasion qualifier status scope period_type level kind basis unit subject "
    "region check severity ending scheme source_kind province_basis rating_scheme award_level "
    "unplaced absence report_state reference refusal caution unranked size_band limits band sector".split()
)
TEXT_TYPES = frozenset("organisation source figure name text".split())
BY_YEAR = "-- each: year"
_OUT = re.compile(r"-- out: (?P<name>[a-z][a-z0-9_]*) (?P<type>[a-z_]+): (?P<meaning>\S.*)")


@dataclass(frozen=True)
class Column:
    """One result column: its name, its type (which drives label, format and file type) and its meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Query:
    """One reading statement with the question it answers; `statement` is its text, already parsed."""

    name: str
    question: str
    inputs: tuple[str, ...]
    columns: tuple[Column, ...]
    sql: str
    statement: duckdb.Statement

    @property
    def leaves_out_branches(self) -> bool:
        """Whether the branches of a complete register are left out until they are asked for."""
        return "figures_for(" in self.sql

    @property
    def by_year(self) -> bool:
        """Whether each year's rows stay the same whichever years are asked with it, as its header says."""
        return f"\n{BY_YEAR}\n" in self.sql

    @property
    def by_metric(self) -> bool:
        """Whether each metric's rows stay the same whichever metrics are asked with it.

        So it is where every row names its metric and no limit cuts across them.
        """
        return self._stands_apart("metrics")

    @property
    def joined(self) -> tuple[str, ...]:
        """The inputs in which questions may differ that are asked together: each code has rows of its own."""
        if self.by_metric:
            return ("metrics", "items")
        return ("levels",) if self._stands_apart("levels") else ()

    def _stands_apart(self, codes: str) -> bool:
        named = {column.name for column in self.columns}
        return codes in self.inputs and "limit" not in self.inputs and codes[:-1] in named


@cache
def load(name: str) -> Query:
    """The query in `queries/<name>.sql`; QueryError names the file and the header line that is wrong."""
    path = QUERIES / f"{name}.sql"
    if not path.is_file():
        raise QueryError(f"There is no query {name}: expected a file {name}.sql under queries/.")
    return _parse(name, path.read_text(encoding="utf-8"))


def all_queries() -> list[Query]:
    """Every reading query of the snapshots, by name."""
    names = (path.relative_to(QUERIES).with_suffix("").as_posix() for path in QUERIES.rglob("*.sql"))
    return [load(name) for name in sorted(names) if not name.startswith(("build/", "control/"))]


def statements(folder: Path) -> list[tuple[str, str]]:
    """The building scripts of a folder in their numbered order: (file name, text)."""
    return [(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.sql"))]


def _parse(name: str, text: str) -> Query:
    header = [line for line in text.splitlines() if line.startswith("-- ")]
    if not header or not header[0].endswith("?"):
        raise QueryError(f"{name}.sql: the first line must be the question, a comment that ends with '?'.")
    question = " ".join(line[3:] for line in header if not line.startswith(("-- in:", "-- out:", BY_YEAR)))
    inputs = tuple(word[1:] for line in header if line.startswith("-- in:") for word in line[6:].split())
    columns = tuple(_column(name, line) for line in header if line.startswith("-- out:"))
    return Query(name, question, inputs, columns, text, _checked(name, inputs, text))


def _column(name: str, line: str) -> Column:
    found = _OUT.fullmatch(line)
    if not found or found["type"] not in COLUMN_TYPES.keys() | CODE_TYPES | TEXT_TYPES:
        raise QueryError(
            f"{name}.sql: cannot read {line!r}; write '-- out: name type: meaning', type one of "
            f"{', '.join(sorted(COLUMN_TYPES.keys() | CODE_TYPES | TEXT_TYPES))}."
        )
    return Column(found["name"], found["type"], found["meaning"])


def _checked(name: str, inputs: tuple[str, ...], text: str) -> duckdb.Statement:
    unknown = set(inputs) - INPUTS
    if unknown:
        raise QueryError(f"{name}.sql: unknown inputs {sorted(unknown)}; allowed: {sorted(INPUTS)}.")
    try:
        parsed = duckdb.extract_statements(text)
    except duckdb.Error as error:
        raise QueryError(f"{name}.sql does not parse: {error}") from error
    if len(parsed) != 1 or parsed[0].type != duckdb.StatementType.SELECT:
        raise QueryError(f"{name}.sql must hold exactly one SELECT.")
    if set(parsed[0].named_parameters) != set(inputs):
        raise QueryError(
            f"{name}.sql: the header names inputs {sorted(inputs)}, "
            f"the statement uses {sorted(parsed[0].named_parameters)}."
        )
    return parsed[0]
