"""Like for like: the change on the branches with figures in both years, beside the change of the whole."""

from typing import Any

import pytest

from congdoan.charts import Chart, alike
from tests.charts.frames import ALIKE, rows

FIRST, THEN = ALIKE
SHARE = {"alike_now": 21.4, "alike_before": 20.0, "alike_branches": 12, "alike_exact": True}


def bars(chart: Chart) -> list[tuple[str, list[int], list[float]]]:
    """Name, years and heights of each series."""
    data: list[dict[str, Any]] = chart.figure["data"]
    return [(trace["name"], trace["x"], trace["y"]) for trace in data]


def test_an_only_series_has_the_change_of_the_whole_beside_it() -> None:
    chart = alike(rows(FIRST, THEN), "vi", subject="members")
    assert bars(chart) == [("Toàn bộ", [2025], [-20.0]), ("Cùng CĐCS có số cả hai năm", [2025], [2.0])]
    assert [trace["text"] for trace in chart.figure["data"]] == [["-20,0\u00a0%"], ["+2,0\u00a0%"]]
    assert "12 CĐCS: 510 người, năm trước 500 người" in chart.figure["data"][1]["hovertext"][0]
    low, high = chart.figure["layout"]["yaxis"]["range"]
    assert low < -20 < 2 < high


def test_several_series_have_a_bar_each_and_no_whole() -> None:
    women = [{**one, "metric": "members_female"} for one in (FIRST, THEN)]
    chart = alike(rows(FIRST, THEN, *women), "en")
    assert bars(chart) == [("Members", [2025], [2.0]), ("Women members", [2025], [2.0])]


def test_rough_values_have_hollow_bars() -> None:
    exact = alike(rows(FIRST, THEN), "vi").figure["data"][-1]["marker"]
    rough = alike(rows(FIRST, {**THEN, "alike_exact": False}), "vi").figure["data"][-1]["marker"]
    assert exact != rough


@pytest.mark.parametrize("without", ["alike_branches", "alike_before"])
def test_a_year_without_a_base_has_no_bar(without: str) -> None:
    assert alike(rows(FIRST, {**THEN, without: None}), "vi").figure["data"] == []


def test_a_year_after_a_gap_is_compared_with_nothing() -> None:
    later = {**FIRST, "year": 2022, "value": 500}
    assert bars(alike(rows(later, THEN), "vi"))[0] == ("Toàn bộ", [], [])


def test_shares_change_in_points_and_two_scales_share_the_places_of_a_year() -> None:
    told = [("vm", 2018), ("kha", 2018), ("htxs", 2020), ("htt", 2020)]
    found = [{**FIRST, **SHARE, "item": f"rating.{item}", "year": year} for item, year in told]
    data = alike(rows(*found), "vi", series="item", of="shares").figure["data"]
    assert [trace["y"] for trace in data] == [[1.4]] * 4
    assert data[0]["text"] == ["+1,4"]
    assert "1,4 điểm phần trăm" in data[0]["hovertext"][0]
    assert "12 CĐCS: 21,4\u00a0%, năm trước 20\u00a0%" in data[0]["hovertext"][0]
    assert [trace["offsetgroup"] for trace in data] == ["0", "1", "0", "1"]


def test_a_share_of_nothing_before_is_a_base_and_a_sum_of_nothing_is_none() -> None:
    none_before = {**FIRST, **SHARE, "item": "rating.htxs", "alike_before": 0}
    assert alike(rows(none_before), "vi", series="item", of="shares").figure["data"][0]["y"] == [21.4]
    assert alike(rows(none_before), "vi", series="item").figure["data"] == []
