"""The map of tiles and the table of coverage."""

from typing import Any

import pytest

from congdoan import charts
from congdoan.charts.cells import bounds, step_of, steps
from congdoan.charts.theme import STEPS
from tests.charts.frames import places, rows


@pytest.mark.parametrize(("scheme", "count"), [("34", 34), ("63", 63)])
def test_every_province_of_the_scheme_has_its_square(scheme: str, count: int) -> None:
    data = charts.tiles(places((f"{scheme}:01", 5)), "vi", scheme).figure["data"]
    squares = [(x, base) for trace in data for x, base in zip(trace["x"], trace["base"], strict=True)]
    assert len(set(squares)) == count


def test_no_data_is_hatched_not_pale() -> None:
    *_, missing = charts.tiles(places(("34:01", 5)), "vi", "34").figure["data"]
    assert missing["name"] == "Chưa có số liệu"
    assert missing["marker"]["pattern"]["shape"] == "/"
    assert missing["marker"]["color"] not in STEPS


@pytest.mark.parametrize("kind", ["tiles", "outline"])
def test_where_no_figure_can_be_a_map_has_another_mark_than_for_no_data(kind: str) -> None:
    told = {"unit": "person", "absence": None}
    found = rows(
        {**told, "place": "34:01", "value": 5}, {**told, "place": "34:04", "value": None, "absence": "ended"}
    )
    data = getattr(charts, kind)(found, "vi", "34").figure["data"]
    named = {
        trace["name"]: trace["marker"]["pattern"]["shape"]
        for trace in data
        if "pattern" in trace.get("marker", {})
    }
    assert named == {"Chưa có số liệu": "/", "Không áp dụng": "x"}
    hovers = [text for trace in data for text in (trace.get("hovertext") or [trace.get("text")]) if text]
    assert any("Cao Bằng" in text and "đã sáp nhập" in text for text in hovers)
    without = getattr(charts, kind)(places(("34:01", 5)), "vi", "34").figure["data"]
    assert "Không áp dụng" not in [trace.get("name") for trace in without]


def test_the_list_beside_a_map_tells_what_cannot_be_from_what_is_missing() -> None:
    told = {"unit": "person", "place": "34:01", "value": 5, "absence": None}
    empty = [
        {**told, "place": "34:04", "value": None},
        {**told, "place": "34:08", "value": None, "absence": "no_units"},
    ]
    [bars] = charts.ranking(rows(told, *empty), "vi").figure["data"]
    assert bars["text"][1:] == ["–", "×"]
    assert "không có loại tổ chức này" in bars["hovertext"][2]


def test_a_real_zero_is_a_value_and_not_hatched() -> None:
    first, *_ = charts.tiles(places(("34:01", 0), ("34:04", 7)), "vi", "34").figure["data"]
    assert first["customdata"] == ["34:01"]
    assert "0" in first["text"][0]


@pytest.mark.parametrize(("scheme", "rows_of_islands"), [("34", {6, 10}), ("63", {8, 14})])
def test_the_map_shows_and_names_both_archipelagos(scheme: str, rows_of_islands: set[int]) -> None:
    labels = charts.tiles(places((f"{scheme}:01", 5)), "vi", scheme).figure["layout"]["annotations"]
    assert {label["text"].replace("<br>", " ") for label in labels} == {"Hoàng Sa", "Trường Sa"}
    assert {label["y"] for label in labels} == rows_of_islands
    assert {label["x"] for label in labels} == {7}


def test_a_click_on_a_square_gives_its_place() -> None:
    data = charts.tiles(places(("34:04", 5)), "vi", "34").figure["data"]
    assert data[0]["customdata"] == ["34:04"]


def test_a_preliminary_square_is_hollow_with_a_visible_outline() -> None:
    marker = charts.tiles(places(("34:04", 5), status="preliminary"), "vi", "34").figure["data"][0]["marker"]
    assert marker["color"] == ["#FFFFFF"]
    assert marker["line"]["width"] == [3]


def test_there_are_six_classes_at_most_and_each_holds_some_values() -> None:
    values = [float(value) for value in range(11, 400, 7)]
    lower = bounds(values)
    assert len(lower) == 6
    assert {step_of(value, lower) for value in values} == set(range(6))


def test_equal_values_make_one_class() -> None:
    assert bounds([5.0, 5.0, 5.0]) == [5.0]


@pytest.mark.parametrize("value", [0.0123, 0.5, 7.0, 84.0, 123456.0, 9.99])
def test_a_rounded_bound_never_passes_the_value_it_came_from(value: float) -> None:
    assert bounds([value])[0] <= value
    assert bounds([value])[0] > 0.9 * value


def test_colours_run_from_pale_to_dark() -> None:
    assert [steps(count)[-1] for count in range(1, 7)] == [STEPS[-1]] * 6
    assert len(set(steps(6))) == 6


def test_the_legend_prints_the_bounds_of_each_class() -> None:
    data = charts.tiles(places(("34:01", 100), ("34:04", 2000)), "vi", "34").figure["data"]
    assert [trace["name"] for trace in data] == ["100 – &lt;2.000", "≥ 2.000", "Chưa có số liệu"]


def test_coverage_prints_how_many_places_and_says_of_how_many() -> None:
    told = rows(
        {"metric": "members", "year": 2020, "reported": 25, "partly": 2, "expected": 34},
        {"metric": "members", "year": 2022, "reported": 0, "partly": 0, "expected": 34},
        {"metric": "members", "year": 2023, "reported": 0, "partly": 1, "expected": 34},
    )
    data = charts.coverage(told, "vi").figure["data"]
    texts = {trace["name"]: trace["text"] for trace in data}
    assert texts["từ 1/2"] == ["<b>25</b>"]
    assert texts["dưới 1/4"] == ["<b>0</b>"]
    assert texts["Chưa có số liệu"] == ["–", "–"]


def test_on_a_phone_no_number_of_the_table_of_coverage_is_left_out_for_want_of_room() -> None:
    def told(years: int) -> list[dict[str, Any]]:
        known = {"metric": "members", "reported": 25, "partly": 0, "expected": 34}
        figure = charts.coverage(rows(*({**known, "year": 2026 - at} for at in range(years))), "vi").figure
        return list(figure["layout"]["meta"]["slim"]["data"])

    assert {looks["constraintext"] for looks in told(12)} == {"none"}
    assert [looks["insidetextfont"]["size"] for looks in (told(4)[0], told(12)[0])] == [12, 9]
