"""Every reading query runs on another engine: it translates to PostgreSQL and answers the same there."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from congdoan.queries import Query, all_queries, load
from tests import postgres
from tests.asking import snapshot

PORTABLE = [query.name for query in all_queries() if "Not portable:" not in query.question]
METRICS = """members branches welfare_amount welfare_people welfare_gifts houses donation_amount
    rated_branches rated_share awards"""
OPEN: dict[str, Any] = {
    "metrics": METRICS.split(),
    "measures": [f"{metric}/all" for metric in METRICS.split()],
    "sides": ["34:04", "vien-chuc", "dak"],
    "periods": ["2021", "2024", "half:2021-01-01:2021-06-30"],
    "scheme": "34",
    "year_to": 2021,
    "period": "year",
}
OLD: dict[str, Any] = {**OPEN, "scheme": "63", "axes": ["place"], "org": "dak", "source": "H2"}
NEW: dict[str, Any] = {"org": "ldld-phu-tho-2025", "period": "half"}
IDS: dict[str, Any] = {"org": "vien-chuc", "source": "H1", "sources": ["H1", "H3"], "figure": "H1-F03"}
ASKED: list[dict[str, Any]] = [
    {**OPEN, **IDS, "search": "y te", "figures": ["H1-F03", "H2-F01"], "axes": ["item", "place", "year"]},
    {
        **OPEN,
        "places": ["34:04", "34:25"],
        "sides": ["34:04", "34:25"],
        "year_from": 2018,
        "year_to": 2024,
        "search": "dak hoa",
    },
    {
        **OLD,
        "places": ["63:26"],
        "sides": ["63:04", "63:26", "VN"],
        "year_to": None,
        "kind": "all",
        "org": "ldld-cao-bang",
    },
    {**OLD, **NEW, "kind": "ldld_tinh", "limit": 3, "levels": ["employer", "province"]},
    {**OPEN, "items": ["all", "programme.tet", "rating.kha"], "kind": "cdcs", "year_to": 2020, "limit": 2},
    {**OPEN, "year_from": 2024, "year_to": 2024, "search": "cao bang", "axes": ["item", "year"]},
    {**OPEN, "items": ["rating.htxs"], "places": ["34:04"], "per": "branches"},
]
NO_ROWS = {"comparison/clusters", "figures/disputed", "awards/without", "ratings/by_sector", "ratings/falls"}
"""The hand-made figures have no emulation cluster, as no real one is known, nothing told in two ways, and no
register of all branches."""


@pytest.fixture(scope="module")
def hand_tables(hand_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with snapshot(hand_warehouse) as connection:
        yield connection


@pytest.fixture(scope="module")
def socket(hand_tables: duckdb.DuckDBPyConnection) -> Iterator[Path]:
    """A PostgreSQL server that holds the hand-made snapshot."""
    with postgres.server() as folder:
        postgres.psql(folder, postgres.copied(hand_tables))
        yield folder


def test_few_queries_say_that_they_are_not_portable() -> None:
    assert {query.name for query in all_queries()} - set(PORTABLE) == {"info/tables"}


@pytest.mark.parametrize("name", PORTABLE)
def test_every_query_translates_without_anything_unsupported(
    name: str, hand_tables: duckdb.DuckDBPyConnection
) -> None:
    assert postgres.translated(load(name).sql, postgres.macros(hand_tables))


@pytest.mark.parametrize("name", PORTABLE)
def test_every_query_answers_the_same_on_postgresql(
    name: str, socket: Path, hand_tables: duckdb.DuckDBPyConnection
) -> None:
    query, known = load(name), postgres.macros(hand_tables)
    bound = [{key: inputs.get(key) for key in query.inputs} for inputs in ASKED]
    here = [hand_tables.execute(query.sql, inputs).fetchall() for inputs in bound]
    there = postgres.asked(socket, [postgres.translated(query.sql, known, inputs) for inputs in bound])
    assert [[read(query, row) for row in rows] for rows in there] == [
        [plain(row) for row in rows] for rows in here
    ]
    assert any(here) or name in NO_ROWS, "none of the inputs finds a row"


def read(query: Query, row: list[str | None]) -> tuple[Any, ...]:
    """A row of texts as the values that the header promises."""
    pairs = zip(query.columns, row, strict=True)
    return tuple(None if text is None else value(column.type, text) for column, text in pairs)


def value(kind: str, text: str) -> Any:
    if kind in ("amount", "percent"):
        return float(text)
    if kind in ("count", "dong", "year"):
        return int(text)
    return text == "t" if kind == "flag" else text


def plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of this engine with days as text."""
    return tuple(day(value) if isinstance(value, date) else value for value in row)


def day(value: date) -> str:
    return (value.date() if isinstance(value, datetime) else value).isoformat()
