"""Side by side, ranked, beside chance, and every place small."""

import pytest

from congdoan import charts
from tests.charts.frames import funnel, median, places, rows, small, standing


def traces(chart: charts.Chart) -> list[str]:
    """The names of what a legend tells apart."""
    return [
        trace["name"] for trace in chart.figure["data"] if "name" in trace and trace.get("showlegend", True)
    ]


def test_a_median_is_a_line_across_all_bars_and_the_axis_reaches_it() -> None:
    chart = charts.beside(places(("34:01", 12), ("34:04", None)), "vi", medians=median())
    bars, country, region = chart.figure["data"]
    values = chart.figure["layout"]["annotations"]
    assert [value["text"] for value in values] == ["12", "–"]
    assert all(value["bgcolor"] for value in values), "a line would cross them"
    assert bars["textposition"] == "none"
    assert country["x"] == [5, 5]
    assert region["name"].replace("<br>", " ") == "Trung vị Đồng bằng sông Hồng: 20 (3 nơi)"
    assert chart.figure["layout"]["xaxis"]["range"][1] == 20
    assert "Trung vị cả nước: 5 (3 nơi)." in chart.alt


def test_what_is_unlike_the_first_has_its_value_and_no_bar() -> None:
    usual = {"unit": "person", "place": None, "refusal": None}
    told = [
        {**usual, "organisation_vi": "Công đoàn A", "value": 12},
        {**usual, "organisation_vi": "CĐCS B", "value": 3, "refusal": "level"},
        {**usual, "place": "34:01", "organisation_vi": None, "value": 900, "refusal": "territory"},
    ]
    chart = charts.beside(rows(*told), "vi", medians=median().take([]))
    assert chart.figure["layout"]["yaxis"]["ticktext"] == ["Công đoàn A", "CĐCS B", "Hà Nội"]
    assert [value["text"] for value in chart.figure["layout"]["annotations"]] == [
        "12",
        "3 · không so",
        "900 · không so",
    ]
    assert chart.figure["data"][0]["x"] == [12]
    assert chart.figure["layout"]["xaxis"]["range"][1] == 12


def test_a_ranking_says_ranks_and_shows_who_has_none_in_grey_with_the_reason() -> None:
    chart = charts.standing(standing(), "vi", per="members", chosen=("34:04",))
    labels = chart.figure["layout"]["yaxis"]["ticktext"]
    assert [label.replace("<br>", " ") for label in labels] == [
        "1. Hà Nội", "1. Cao Bằng", "Tuyên Quang, không xếp hạng"
    ]  # fmt: skip
    colours = [trace["marker"]["line"]["color"] for trace in chart.figure["data"]]
    assert len(set(colours)) == 3
    assert chart.figure["data"][-1]["text"] == ["3 · chưa đủ độ phủ"]
    assert chart.figure["layout"]["xaxis"]["title"]["text"] == "người trên 1.000 đoàn viên"


def test_a_funnel_names_who_lies_outside_and_leaves_out_who_is_not_judged() -> None:
    chart = charts.funnel(funnel(), "vi", what="Tỷ lệ")
    inside, outside = chart.figure["data"][-2:]
    assert (inside["x"], inside["mode"]) == ([100], "markers")
    assert (outside["x"], outside["text"], outside["mode"]) == ([40], ["Cao Bằng"], "markers+text")
    assert traces(chart)[:3] == ["Tỷ lệ chung 30,0\u00a0%", "Giới hạn 95\u00a0%", "Giới hạn 99,8\u00a0%"]
    assert chart.alt == "Biểu đồ phễu: Tỷ lệ, 2 nơi, 1 nơi ngoài giới hạn."


def test_names_in_a_funnel_lie_towards_its_middle() -> None:
    told = [{**one, "limits": "above_95" if one["limits"] else None} for one in funnel().records]
    *_, outside = charts.funnel(rows(*told, share="percent", national="percent"), "vi").figure["data"]
    assert outside["x"] == [40, 100]
    assert outside["textposition"] == ["middle right", "middle left"]


def test_small_charts_share_one_scale_from_zero_and_hatch_the_unknown() -> None:
    chart = charts.multiples(small(), "vi", subject="members")
    line = next(trace for trace in chart.figure["data"] if trace.get("mode") == "lines+markers")
    foot, head = 0.94, 0.42
    assert line["y"][:2] == pytest.approx([foot - (foot - head) / 2, head])
    assert line["y"][3:5] == [None, None]
    hatch = next(trace for trace in chart.figure["data"] if trace["type"] == "bar")
    assert len(hatch["x"]) == 1
    headings = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert headings == ["Hà Nội<br><b>20</b>", "Cao Bằng<br>–"]


def test_small_charts_have_a_line_for_each_kind_of_median_that_is_known() -> None:
    drawn = traces(charts.multiples(small(), "vi"))
    assert drawn[:3] == ["Trung vị cả nước", "Trung vị của cụm, khối thi đua", "Nơi nêu tên"]


def test_small_charts_draw_the_breaks_of_their_subject() -> None:
    assert any("1/7/2025" in called for called in traces(charts.multiples(small(), "vi", subject="members")))


def test_a_line_of_ratings_ends_where_the_scale_changes() -> None:
    usual = {
        "place": "34:01",
        "value": 5,
        "unit": "branch",
        **dict.fromkeys(["median", "region_median", "cluster_median"]),
    }
    told = [{**usual, "year": year} for year in (2018, 2019)]
    chart = charts.multiples(rows(*told), "vi", subject="ratings")
    line = next(trace for trace in chart.figure["data"] if trace.get("mode") == "lines+markers")
    assert [x is None for x in line["x"]] == [False, True, False, True]
