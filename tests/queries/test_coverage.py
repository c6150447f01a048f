"""What is known and what is missing, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_places_without_a_value_are_named_with_the_last_year_they_had_one() -> None:
    asked = {"metrics": ["members"], "places": ["34:01", "34:04", "34:25"], "year_from": 2025}
    assert table("coverage/missing", "place last_year loose", **asked) == [
        ("34:01", None, 0),
        ("34:04", 2021, 0),
    ]


def test_a_merged_province_is_not_missing_where_a_former_one_is_known() -> None:
    asked = {"metrics": ["members"], "places": ["34:04", "34:25"], "year_from": 2023, "year_to": 2023}
    assert table("coverage/missing", "place last_year loose", **asked) == [("34:04", 2021, 0)]
    former = {**asked, "places": ["63:17", "63:25"], "scheme": "63"}
    assert table("coverage/missing", "place last_year loose", **former) == [("63:25", 2024, 0)]


def test_what_is_known_of_a_place_without_a_total_is_counted() -> None:
    asked = {"metrics": ["welfare_gifts"], "places": ["34:04"], "year_from": 2021, "year_to": 2021}
    assert table("coverage/missing", "place last_year loose", **asked) == [("34:04", None, 4)]


def test_coverage_counts_places_year_by_year_and_those_known_in_part_apart() -> None:
    columns = "year reported partly expected"
    assert table("coverage/over_years", columns, metrics=["members"]) == [
        (2018, 0, 0, 34),
        (2020, 1, 0, 34),
        (2021, 1, 0, 34),
        (2023, 0, 1, 34),
        (2024, 1, 0, 34),
        (2025, 1, 0, 34),
    ]
    asked = {"metrics": ["members"], "scheme": "63", "year_from": 2023}
    assert table("coverage/over_years", columns, **asked) == [
        (2023, 2, 0, 63),
        (2024, 3, 0, 63),
        (2025, 0, 0, 63),
    ]


def test_only_wholes_move_and_what_is_at_least_so_much_never_does() -> None:
    columns = "metric item place year before value change figure matching"
    assert table("coverage/moved", columns, metrics=["members", "welfare_amount"]) == [
        ("members", "all", "34:25", 2025, 60, 70, 16.7, "H3-F01", 1)
    ]


def test_what_is_over_so_much_moves_nowhere() -> None:
    asked = {"metrics": ["members"], "scheme": "63", "year_from": 2023}
    assert table("coverage/moved", "place before value change matching", **asked) == [
        ("63:26", 18, 20, 11.1, 1),
    ]


def test_former_provinces_move_for_themselves_where_the_merged_one_did_not() -> None:
    asked = {"metrics": ["members"], "year_to": 2024, "places": ["34:25"]}
    assert table("coverage/moved", "place change", **asked) == [("63:26@34", 11.1)]
