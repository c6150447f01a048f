"""A query file is one SELECT whose header says what it asks, takes and gives, and nothing else is loaded."""

import re
from pathlib import Path

import pytest

from congdoan import queries
from congdoan.catalogue import metrics
from congdoan.errors import QueryError
from congdoan.queries import CODE_TYPES, COLUMN_TYPES, INPUTS, Query, all_queries, load
from tests.asking import found_by, snapshot
from tests.project import literals, python, short

GOOD = """-- How many?
-- in: $org
-- out: n count: how many
select count(*) as n from figures where org_id = $org
"""
NAMES = [query.name for query in all_queries()]


@pytest.mark.parametrize("name", NAMES)
def test_every_query_describes_as_its_header_says(name: str, hand_warehouse: Path) -> None:
    query = load(name)
    with snapshot(hand_warehouse) as connection:
        found = connection.sql(query.sql, params=dict.fromkeys(query.inputs))
        names, kinds = found.columns, [str(kind) for kind in found.types]
    assert names == [column.name for column in query.columns]
    pairs = zip(query.columns, kinds, strict=True)
    assert not [(column.name, column.type, kind) for column, kind in pairs if not fits(column.type, kind)]


def fits(column_type: str, engine_type: str) -> bool:
    """Codes and texts arrive as text or as an enumeration, all else in the types of the loader."""
    allowed = COLUMN_TYPES.get(column_type)
    if allowed is None:
        return engine_type == "VARCHAR" or engine_type.startswith("ENUM")
    return engine_type in allowed


@pytest.mark.parametrize("name", NAMES)
def test_every_query_runs_with_every_input_left_open(name: str, hand_warehouse: Path) -> None:
    query = load(name)
    with snapshot(hand_warehouse) as connection:
        found = connection.execute(query.sql, dict.fromkeys(query.inputs)).fetchall()
    assert {len(row) for row in found} <= {len(query.columns)}


FEW = ("tallies", "unplaced", "undivided")
"""Queries of which the hand-made figures answer for one metric at most."""


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("name", [query.name for query in all_queries() if query.by_metric])
def test_asked_for_many_metrics_at_once_each_has_the_rows_that_it_has_alone(name: str) -> None:
    inputs = {"items": ["all", "programme.tet"], "axes": ["metric", "year"], "year_to": 2021}
    inputs["sides"] = ["tld", "ldld-cao-bang"]
    together = found_by(name, **inputs, metrics=[*metrics()])
    assert len(set(together.values["metric"])) > 1 or name.endswith(FEW)
    for metric in metrics():
        alone = found_by(name, **inputs, metrics=[metric])
        assert together.among([metric]).records == alone.records
        if "items" in load(name).inputs:
            some = together.among([metric], items=["all"])
            assert some.records == found_by(name, **{**inputs, "items": ["all"]}, metrics=[metric]).records
            assert some.inputs["items"] == ["all"]


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("name", [query.name for query in all_queries() if query.by_year])
@pytest.mark.parametrize("places", [None, ["34:04"], ["34:04", "34:01"]])
def test_where_each_year_stands_alone_some_years_are_a_part_of_all(
    name: str, places: list[str] | None
) -> None:
    measures = [f"{metric}/all" for metric in metrics()]
    inputs = {"places": places, "metrics": [*metrics()], "measures": measures}
    every = found_by(name, **inputs)
    told = sorted(set(every.values["year"])) or [2021]
    begin, middle, end = told[0], told[len(told) // 2], told[-1]
    for first, last in ((begin, end), (end, end), (middle, None), (None, begin)):
        some = found_by(name, **inputs, year_from=first, year_to=last)
        assert every.within(first, last).records == some.records
        assert every.within(first, last).inputs == some.inputs


def test_a_query_whose_years_weigh_on_each_other_says_nothing_of_years_alone() -> None:
    assert not any(load(name).by_year for name in ("totals/top_items", "places/latest", "coverage/moved"))


@pytest.mark.parametrize("name", NAMES)
def test_a_query_that_can_return_several_rows_orders_them(name: str) -> None:
    single = {"release", "organisations/one", "sources/one"}
    assert name in single or re.search(r"\norder\s+by\s", load(name).sql)


@pytest.mark.parametrize("name", NAMES)
def test_every_query_keeps_to_the_portable_subset(name: str) -> None:
    statement = "\n".join(line for line in load(name).sql.splitlines() if not line.startswith("--")).lower()
    strange = r"\bqualify\b|group by all|any_value|generate_series|\bpivot\b|rollup|\blambda\b"
    own = r"\b(contains|len|list_filter|string_split|duckdb_tables)\("
    assert "Not portable:" in load(name).question or not re.search(f"{strange}|{own}", statement)


def test_every_query_has_its_expected_rows_under_test() -> None:
    there = ("tests/queries/", "tests/test_queries", "tests/asking.py")
    asked = {text for path in python("tests") if short(path).startswith(there) for _, text in literals(path)}
    assert not set(NAMES) - asked


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Query:
    (folder / "how_many.sql").write_text(text, encoding="utf-8")
    monkeypatch.setattr(queries, "QUERIES", folder)
    load.cache_clear()
    try:
        return load("how_many")
    finally:
        load.cache_clear()


def test_a_good_file_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query = written(tmp_path, monkeypatch, GOOD)
    assert (query.question, query.inputs) == ("How many?", ("org",))
    assert [(column.name, column.type, column.meaning) for column in query.columns] == [
        ("n", "count", "how many")
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("-- How many?", "-- How many", "the first line must be the question"),
        ("$org\n-- out", "$unit\n-- out", r"unknown inputs \['unit'\]; allowed"),
        ("-- in: $org", "-- in: $org $year_from", "the header names inputs"),
        ("n count:", "n number:", "type one of absence, amount"),
        ("-- out: n count: how many", "-- out: n count", "cannot read"),
        ("select count", "delete from figures; select count", "exactly one SELECT"),
        ("= $org", "= $org; select 2", "exactly one SELECT"),
        ("select count(*) as n from figures where org_id = $org", "drop table figures", "exactly one SELECT"),
        ("select count(*) as n", "copy (select 1) to 'x' --", "exactly one SELECT|does not parse"),
        ("select", "selekt", "does not parse"),
    ],
)
def test_a_file_that_says_one_thing_and_does_another_is_refused(
    old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(QueryError, match=told):
        written(tmp_path, monkeypatch, GOOD.replace(old, new))


def test_a_query_that_is_not_there_names_its_file() -> None:
    with pytest.raises(QueryError, match=r"expected a file donations/nothing\.sql under queries/"):
        load("donations/nothing")


def test_inputs_and_types_are_words_of_one_vocabulary() -> None:
    assert not {name for query in all_queries() for name in query.inputs} - INPUTS
    assert not COLUMN_TYPES.keys() & CODE_TYPES
    assert all(query.question.endswith(("?", ".")) for query in all_queries())
