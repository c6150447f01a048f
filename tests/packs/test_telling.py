"""What all rows of a table share is told once, and never the numbers that the table is read for."""

from congdoan import tables
from congdoan.packs.columns import laid
from congdoan.packs.narrow import narrow
from congdoan.packs.telling import parted, worded
from congdoan.queries import Column
from congdoan.tables import Table
from tests.asking import answer
from tests.charts.frames import rows


def headings(table: Table) -> tuple[list[str], list[str]]:
    told, shared = parted(worded(table))
    return [one.heading for one in told], [one.heading for one in shared]


def coverage(**told: int) -> Table:
    """Two metrics in two years, each with the same numbers."""
    found = [
        {"metric": metric, "year": year, **told}
        for metric in ("members", "branches")
        for year in (2024, 2025)
    ]
    return tables.table(rows(*found, **dict.fromkeys(told, "count")), "vi")


def test_numbers_are_told_in_each_row_where_only_the_years_differ() -> None:
    assert headings(coverage(reported=34, expected=34)) == (
        ["Chỉ tiêu", "Năm", "Đã có số liệu", "Phải có số liệu"],
        [],
    )


def test_the_value_is_told_in_each_row_and_other_numbers_once_where_they_are_the_same() -> None:
    found = [{"year": 2024, "value": 5, "reported": at, "expected": 34} for at in (33, 34)]
    told, shared = headings(
        tables.table(rows(*found, value="count", reported="count", expected="count"), "vi")
    )
    assert told == ["Giá trị", "Đã có số liệu"]
    assert shared == ["Năm", "Phải có số liệu"]


def test_paper_slides_and_word_tell_the_same_columns() -> None:
    table = coverage(reported=34)
    [part] = laid(table, 510).parts
    assert tuple(column.heading for column in part.columns) == narrow(table).headings


def test_a_table_without_rows_shares_nothing() -> None:
    empty = answer("test", [Column("value", "count", ""), Column("year", "year", "")], [])
    assert headings(tables.table(empty, "vi")) == (["Giá trị", "Năm"], [])
