"""What the snapshot says of itself, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_the_release_names_its_size_and_cut_off() -> None:
    columns = "dataset register_complete figures sources organisations"
    assert table("release", columns) == [("real", False, 50, 3, 12)]
    assert str(table("release", "cut_off")[0][0])[:10] == "2025-12-31"


def test_tables_sources_and_years_are_counted() -> None:
    rows = dict(table("info/tables", "table_name rows"))
    assert (rows["listed_figures"], rows["organisations"], rows["provinces"], rows["breaks"]) == (
        50,
        12,
        97,
        3,
    )
    assert table("info/sources", "source_kind sources") == [("news", 1), ("portal", 1), ("report", 1)]
    assert table("info/years", "year figures totals provinces") == [
        (2018, 12, 12, 1),
        (2020, 8, 8, 1),
        (2021, 20, 16, 1),
        (2023, 2, 2, 1),
        (2024, 5, 5, 1),
        (2025, 3, 3, 1),
    ]
