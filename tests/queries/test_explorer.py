"""The cells of the pivot and the totals that may be made of them, on figures made by hand."""

import pytest

from tests.asking import table

ALL = ["metric", "item", "place", "year"]
pytestmark = pytest.mark.usefixtures("hand")


def test_stocks_add_up_over_places_and_never_over_years() -> None:
    asked = {"axes": ALL, "metrics": ["members"], "scheme": "63", "year_from": 2024}
    assert table("explorer/cells", "place year value qualifier reported", **asked) == [
        ("VN", 2024, 1000, "exact", 1),
        ("63:17", 2024, 30, "over", 1),
        ("63:25", 2024, 10, "about", 1),
        ("63:26", 2024, 20, "exact", 1),
        ("total", 2024, 60, "about", 3),
    ]


def test_flows_add_up_over_years_and_people_become_turns() -> None:
    asked = {"axes": ALL, "metrics": ["welfare_people"], "places": ["34:04"]}
    assert table("explorer/cells", "place year value unit", **asked) == [
        ("34:04", 2021, 1000, "person"),
        ("34:04", None, 1000, "turn"),
        ("total", 2021, 1000, "person"),
        ("total", None, 1000, "turn"),
    ]
    money = {"axes": ALL, "metrics": ["welfare_amount"], "items": ["programme.tet"], "places": ["34:04"]}
    assert table("explorer/cells", "place year value unit qualifier", **money)[2:3] == [
        ("34:04", None, 900_000_000, "dong", "over")
    ]


def test_the_sum_of_the_places_listed_never_passes_for_the_country() -> None:
    asked = {"axes": ALL, "metrics": ["donation_amount"], "items": ["all"]}
    assert [place for (place,) in table("explorer/cells", "place", **asked)] == [
        "34:04",
        "34:04",
        "63:26@34",
        "63:26@34",
        "total",
        "total",
    ], "former provinces stand beside each other and never enter the total of today's"


def test_a_whole_and_its_items_are_never_one_cell() -> None:
    asked = {
        "axes": ALL,
        "metrics": ["donation_amount"],
        "scheme": "63",
        "places": ["63:26"],
        "year_to": 2018,
    }
    found = table("explorer/cells", "item place year value", **asked)
    assert [value for item, place, year, value in found if (item, place, year) == ("all", "total", 2018)] == [
        80_000_000
    ]


def test_an_axis_that_is_not_asked_for_keeps_its_totals_only() -> None:
    asked = {"metrics": ["members"], "scheme": "63", "year_from": 2024}
    assert table("explorer/cells", "place year value", **asked, axes=["year"]) == [("total", 2024, 60)]
    assert table("explorer/cells", "place value", **asked, axes=["place"])[1:2] == [("63:17", 30)]
