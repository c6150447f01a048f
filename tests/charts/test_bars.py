"""Columns, rankings, latest values and pairs."""

import pytest

from congdoan import charts
from congdoan.charts.latest import shade
from congdoan.charts.theme import luminance
from tests.charts.frames import FIGURE, members, places, rows


def test_bars_start_at_zero() -> None:
    yearly = charts.columns(members((2023, "34:01", 100), (2024, "34:01", 104)), "vi", series="place")
    assert yearly.figure["layout"]["yaxis"]["range"][0] == 0
    assert (
        charts.ranking(places(("34:01", 100), ("34:04", 104)), "vi").figure["layout"]["xaxis"]["range"][0]
        == 0
    )


def test_a_stack_fits_under_the_end_of_the_axis() -> None:
    stacked = charts.columns(members((2024, "34:01", 100), (2024, "34:04", 104)), "vi", series="place")
    assert stacked.figure["layout"]["barmode"] == "stack"
    assert stacked.figure["layout"]["yaxis"]["range"][1] > 204


def test_a_year_without_figures_is_hatched_and_not_zero() -> None:
    figures = members((2022, "34:01", 1), (2024, "34:01", 2))
    *_, gap = charts.columns(figures, "vi", series="place").figure["data"]
    assert (gap["x"], gap["name"], gap["marker"]["pattern"]["shape"]) == ([2023], "Chưa có số liệu", "/")


def test_more_than_eight_kinds_of_columns_are_refused() -> None:
    programmes = "tet tet_market workers_month holiday visit hardship relief women children".split()
    nine = rows(*({**FIGURE, "year": 2024, "item": f"programme.{code}", "value": 1} for code in programmes))
    with pytest.raises(ValueError, match="8 are allowed"):
        charts.columns(nine, "vi")


def test_a_preliminary_bar_is_hollow() -> None:
    marker = charts.ranking(places(("34:01", 5), status="preliminary"), "vi").figure["data"][0]["marker"]
    assert (marker["color"], marker["line"]["width"]) == (["#FFFFFF"], [2])


def test_a_ranking_keeps_the_order_of_the_rows_and_marks_what_is_missing() -> None:
    chart = charts.ranking(places(("34:04", 1), ("34:01", None), ("34:08", 0)), "vi")
    assert chart.figure["layout"]["yaxis"]["ticktext"] == ["Cao Bằng", "Hà Nội", "Tuyên Quang"]
    assert chart.figure["data"][0]["text"] == ["1", "–", "0"]


def test_a_small_amount_is_never_printed_as_zero() -> None:
    chart = charts.ranking(places(("34:01", 3_906_130_000), ("34:04", 12_500_000), unit="dong"), "vi")
    assert chart.figure["data"][0]["text"] == ["3,9", "0,013"]


def test_a_ranking_of_units_reads_the_name_of_the_language_and_gives_the_code() -> None:
    unit = {**FIGURE, "org": "cdcs-1", "name_vi": "CĐCS Sở", "name_en": "Office branch", "value": 1}
    chart = charts.ranking(rows(unit), "en", label="name", code="org")
    assert chart.figure["layout"]["yaxis"]["ticktext"] == ["Office branch"]
    assert chart.figure["data"][0]["customdata"] == ["cdcs-1"]


def test_the_latest_values_stand_highest_first_with_their_years() -> None:
    chart = charts.latest(members((2019, "34:04", 30000), (2024, "34:01", 640000)), "vi")
    _, dots = chart.figure["data"]
    assert [text.strip() for text in dots["text"]] == ["640.000 (2024)", "30.000 (2019)"]
    assert dots["customdata"] == ["34:01", "34:04"]


def test_an_older_value_is_paler() -> None:
    assert luminance(shade(0)) < luminance(shade(1)) < luminance(shade(4)) < luminance("#FFFFFF")


def test_a_qualified_value_keeps_its_word_and_a_hollow_dot() -> None:
    _, dots = charts.latest(places(("34:01", 79), qualifier="over"), "vi").figure["data"]
    assert dots["text"][0].strip() == "trên 79 (2024)"
    assert dots["marker"]["color"] == ["#FFFFFF"]


def test_a_chart_grows_with_its_rows() -> None:
    one, three = (places(*((f"34:{code}", 1) for code in codes)) for codes in (["01"], ["01", "04", "08"]))
    assert charts.latest(three, "vi").height > charts.latest(one, "vi").height


def test_the_two_steps_of_a_pair_stand_side_by_side() -> None:
    told = [("party_recommended", 115), ("party_admitted", 117)]
    pair = rows(*({**FIGURE, "label": "2018", "metric": metric, "value": value} for metric, value in told))
    first, second = charts.pairs(pair, "vi").figure["data"]
    assert (first["x"], second["x"]) == ([115], [117])
    assert second["y"][0] - first["y"][0] > first["width"]


def test_series_stand_in_the_order_of_the_catalogue() -> None:
    told = [{**FIGURE, "year": 2024, "item": f"programme.{code}", "value": 1} for code in ("visit", "tet")]
    first, second = charts.columns(rows(*told), "vi").figure["data"]
    assert (first["name"], second["name"]) == ("Tết Sum vầy", "Thăm hỏi, hiếu hỷ")
