from itertools import pairwise

import pytest

from congdoan import charts
from congdoan.charts.trend import spread
from tests.charts.frames import FIGURE, members, rows


def test_a_line_never_crosses_a_missing_year() -> None:
    (line,) = charts.trend(members((2018, "34:01", 5), (2019, "34:01", 6), (2021, "34:01", 7)), "vi").figure[
        "data"
    ]
    assert dict(zip(line["x"], line["y"], strict=True)) == {2018: 5, 2019: 6, 2020: None, 2021: 7}
    assert line["connectgaps"] is False


def test_a_line_is_cut_where_the_rating_scale_changed() -> None:
    told = [{**FIGURE, "year": y, "item": "rating.vm", "value": 40, "unit": "percent"} for y in (2018, 2019)]
    (line,) = charts.trend(rows(*told), "vi", series="item", subject="ratings").figure["data"]
    assert list(zip(line["x"], line["y"], strict=True)) == [(2018, 40), (2018.5, None), (2019, 40)]


def test_a_break_between_two_years_is_drawn_and_named() -> None:
    layout = charts.trend(members((2024, "34:01", 5), (2025, "34:01", 4)), "vi", subject="members").figure[
        "layout"
    ]
    (line,) = layout["shapes"]
    assert (line["x0"], line["line"]["dash"]) == (2024.5, "dash")
    assert "63 tỉnh" in layout["annotations"][0]["text"].replace("<br>", " ")


def test_no_break_is_drawn_outside_the_years_shown() -> None:
    layout = charts.trend(members((2020, "34:01", 5), (2021, "34:01", 4)), "vi", subject="ratings").figure[
        "layout"
    ]
    assert layout["shapes"] == []


def test_preliminary_and_inexact_marks_are_hollow() -> None:
    figures = rows(
        {**FIGURE, "year": 2022, "place": "34:01", "value": 1},
        {**FIGURE, "year": 2023, "place": "34:01", "value": 1, "qualifier": "over"},
        {**FIGURE, "year": 2024, "place": "34:01", "value": 1, "status": "preliminary"},
    )
    marker = charts.trend(figures, "vi").figure["data"][0]["marker"]
    assert [colour == "#FFFFFF" for colour in marker["color"]] == [False, True, True]
    assert marker["line"]["color"] != "#FFFFFF"


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    axis = charts.trend(members((2023, "34:01", 100), (2024, "34:01", 104)), "vi").figure["layout"]["yaxis"]
    assert axis["range"][0] > 0
    assert axis["title"]["text"] == "người (trục không bắt đầu từ 0)"


def test_an_axis_from_zero_names_the_unit_alone() -> None:
    axis = charts.trend(members((2023, "34:01", 10), (2024, "34:01", 100)), "vi").figure["layout"]["yaxis"]
    assert (axis["range"][0], axis["title"]["text"]) == (0, "người")


def test_money_is_scaled_to_one_unit_for_the_whole_axis() -> None:
    figures = members((2023, "34:01", 62_000_000), (2024, "34:01", 3_906_130_000), unit="dong")
    figure = charts.trend(figures, "vi").figure
    assert figure["data"][0]["y"] == [0.062, 3.90613]
    assert figure["layout"]["yaxis"]["title"]["text"] == "tỷ đồng"


def test_years_are_whole_and_each_has_its_tick() -> None:
    axis = charts.trend(members((2021, "34:01", 1), (2024, "34:01", 2)), "vi").figure["layout"]["xaxis"]
    assert (axis["tickvals"], axis["tickformat"]) == ([2021, 2022, 2023, 2024], "d")


def test_more_than_five_lines_are_refused() -> None:
    six = members(*((2024, f"34:{code}", 1) for code in ("01", "04", "08", "11", "12", "14")))
    with pytest.raises(ValueError, match="5 are allowed"):
        charts.trend(six, "vi")


def test_labels_at_the_ends_of_lines_never_touch() -> None:
    placed = spread([50, 51, 52, 300], [16, 32, 16, 16], 300)
    order = sorted(zip(placed, [16, 32, 16, 16], strict=True))
    assert all(b - a >= (h + k) / 2 for (a, h), (b, k) in pairwise(order))
    assert max(placed) <= 300


def test_a_line_is_named_at_its_end_and_not_in_a_legend() -> None:
    layout = charts.trend(members((2024, "34:01", 5), (2024, "34:04", 1)), "vi").figure["layout"]
    assert [label["text"].split("</span> ")[1] for label in layout["annotations"]] == ["Hà Nội", "Cao Bằng"]
    assert layout["showlegend"] is False


def test_a_click_on_a_line_gives_its_code() -> None:
    assert charts.trend(members((2024, "34:04", 5)), "vi").figure["data"][0]["customdata"] == ["34:04"]
