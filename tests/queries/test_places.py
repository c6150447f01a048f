"""What places are known to have, on figures made by hand."""

from pathlib import Path

import pytest

from tests.asking import read_from, table

pytestmark = pytest.mark.usefixtures("hand")


def test_the_newest_value_of_each_place_comes_with_its_year() -> None:
    columns = "metric place year value qualifier basis figure"
    assert table("places/latest", columns, metrics=["members", "donation_amount"]) == [
        ("members", "34:04", 2021, 120, "over", "reported", "H1-F03"),
        ("members", "34:25@63", 2025, 70, "exact", "reported", "H3-F01"),
        ("donation_amount", "63:26@34", 2018, 80_000_000, "over", "reported", "H2-F01"),
        ("donation_amount", "34:04", 2021, 5_000_000, "at_least", "items", "H1-F25"),
    ]


def test_a_merged_province_with_a_former_name_says_so_with_a_value_of_its_own_time_only() -> None:
    asked = {"metrics": ["members"], "places": ["34:25"]}
    assert table("places/latest", "place year basis", **asked) == [("34:25@63", 2025, "reported")]
    assert table("places/latest", "place year basis", **asked, year_to=2024) == [("34:25", 2024, "combined")]


def test_former_provinces_stand_for_themselves_in_their_own_scheme() -> None:
    asked = {"metrics": ["members"], "scheme": "63", "places": ["63:17", "63:25", "63:26"]}
    found = table("places/latest", "place year value qualifier", **asked)
    assert found == [
        ("63:17", 2024, 30, "over"),
        ("63:26", 2024, 20, "exact"),
        ("63:25", 2024, 10, "about"),
    ]


def test_one_year_shows_the_places_that_reported_it() -> None:
    columns = "place value qualifier basis reported expected"
    asked = {"metrics": ["members"], "year_to": 2024}
    assert table("places/in_year", columns, **asked) == [("34:25", 60, "about", "combined", 3, 3)]
    assert table("places/in_year", "place", metrics=["members"], year_to=2023) == []


def test_a_place_is_followed_over_the_years_it_reported_and_no_others() -> None:
    asked = {"metrics": ["members"], "places": ["34:04", "34:25"]}
    assert table("places/over_years", "place year value", **asked) == [
        ("34:04", 2020, 110),
        ("34:04", 2021, 120),
        ("34:25", 2024, 60),
        ("34:25", 2025, 70),
    ]


def test_only_what_is_counted_on_a_day_has_a_day() -> None:
    found = table("places/latest", "metric as_of", metrics=["members", "donation_amount"])
    assert {(metric, day is None) for metric, day in found} == {("members", False), ("donation_amount", True)}


def test_a_rating_of_the_other_scale_is_not_applicable_anywhere() -> None:
    asked = {"metrics": ["rated_branches"], "items": ["rating.vm"], "scheme": "63"}
    assert table("places/in_year", "place value absence", **asked, year_to=2018) == [("63:26", 7, None)]
    found = table("places/in_year", "value absence", **asked, year_to=2021)
    assert found == [(None, "item")] * 63


def test_a_kind_of_union_that_a_province_does_not_have_is_not_applicable_there_in_a_whole_register(
    complete_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"metrics": ["members"], "kind": "cd_vien_chuc", "year_to": 2020}
    assert table("places/in_year", "place absence", **asked) == [("34:04", None)]
    read_from(complete_warehouse, monkeypatch)
    found = table("places/in_year", "place value absence", **asked)
    assert found[0] == ("34:04", 95, None)
    assert {row[1:] for row in found[1:]} == {(None, "no_units")}
    assert len(found) == 34
    silent = table("places/in_year", "place", **{**asked, "year_to": 2021})
    assert ("34:04",) not in silent, "it has such a union, which told nothing: missing, not impossible"
