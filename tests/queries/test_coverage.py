"""What is known and what is missing, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_places_without_a_value_are_named_with_the_last_year_they_had_one() -> None:
    asked = {"metrics": ["members"], "places": ["34:01", "34:04", "34:25"], "year_from": 2025}
    assert table("coverage/missing", "place last_year figures", **asked) == [
        ("34:01", None, 0),
        ("34:04", 2021, 0),
    ]


def test_what_is_known_of_a_place_without_a_total_is_counted() -> None:
    asked = {"metrics": ["members"], "places": ["34:25"], "year_from": 2023, "year_to": 2023}
    assert table("coverage/missing", "place last_year figures", **asked) == [("34:25", 2025, 2)]


def test_coverage_counts_places_year_by_year() -> None:
    assert table("coverage/over_years", "year reported expected", metrics=["members"]) == [
        (2020, 1, 34),
        (2021, 1, 34),
        (2024, 1, 34),
        (2025, 1, 34),
    ]
    asked = {"metrics": ["members"], "scheme": "63", "year_from": 2023}
    assert table("coverage/over_years", "year reported expected", **asked) == [(2023, 2, 63), (2024, 3, 63)]


def test_the_greatest_moves_come_first_and_each_metric_in_its_newest_year() -> None:
    asked = {"metrics": ["members", "welfare_amount"]}
    assert table("coverage/moved", "metric item place year before value change figure", **asked) == [
        ("welfare_amount", "programme.tet", "34:04", 2021, 400_000_000, 500_000_000, 25.0, "H1-F10"),
        ("members", "all", "34:25", 2025, 60, 70, 16.7, "H3-F01"),
    ]
