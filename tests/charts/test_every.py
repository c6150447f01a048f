"""What holds for every kind of chart."""

import json

import plotly.graph_objects as go  # type: ignore[import-untyped]
import pytest

from congdoan import charts
from congdoan.text import Language
from tests.charts.frames import every, members, places, rows

KINDS = sorted(every("vi"))
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_is_valid_for_plotly(kind: str, lang: Language) -> None:
    figure = every(lang)[kind].figure
    assert len(go.Figure(figure).data) == len(figure["data"]) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_is_plain_json_without_not_a_number(kind: str) -> None:
    figure = every("vi")[kind].figure
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@pytest.mark.parametrize("kind", KINDS)
def test_separators_are_those_of_the_language_and_no_axis_has_a_suffix(kind: str) -> None:
    for lang, signs in zip(LANGUAGES, (",.", ".,"), strict=True):
        layout = every(lang)[kind].figure["layout"]
        assert layout["separators"] == signs
        assert not [axis for axis in ("xaxis", "yaxis") if "s" in layout[axis].get("tickformat", "")]


@pytest.mark.parametrize("kind", KINDS)
def test_no_series_can_be_hidden_and_no_axis_zoomed(kind: str) -> None:
    layout = every("vi")[kind].figure["layout"]
    assert layout["dragmode"] is False
    assert layout["legend"]["itemclick"] is False
    assert all(layout[axis]["fixedrange"] for axis in ("xaxis", "yaxis"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_height_told_is_the_height_drawn(kind: str) -> None:
    chart = every("vi")[kind]
    assert chart.height == chart.figure["layout"]["height"]


def test_the_sentence_names_what_is_shown_how_many_and_the_extremes() -> None:
    chart = charts.ranking(places(("34:01", 640000), ("34:04", 30000)), "vi", what="Đoàn viên")
    assert chart.alt == (
        "Biểu đồ thanh: Đoàn viên, 2 số liệu. "
        "Cao nhất: Hà Nội 2024: 640.000 người. Thấp nhất: Cao Bằng 2024: 30.000 người."
    )


def test_the_sentence_is_english_in_english() -> None:
    chart = charts.latest(places(("34:01", 1500)), "en", what="Members")
    assert chart.alt == "Dot chart, latest known values: Members, 2024, 1 figures. Hà Nội 2024: 1,500 people."


def test_rows_without_any_value_say_so_instead_of_an_empty_axis() -> None:
    chart = charts.trend(members((2024, "34:01", None)), "vi")
    assert chart.figure["data"] == []
    assert chart.alt == "Chưa có số liệu để vẽ"


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="no column value"):
        charts.ranking(rows({"place": "34:01"}), "vi")


def test_one_axis_has_one_unit() -> None:
    mixed = rows(
        {"place": "34:01", "value": 1, "unit": "person"}, {"place": "34:04", "value": 1, "unit": "dong"}
    )
    with pytest.raises(ValueError, match="one unit"):
        charts.ranking(mixed, "vi")


def test_text_from_data_never_becomes_markup() -> None:
    bad = '<a href="x">A</a>'
    chart = charts.ranking(rows({"name": bad, "value": 1, "unit": "person"}), "vi", label="name")
    shown = [chart.figure["layout"], chart.figure["data"][0]["hovertext"]]
    assert "<a" not in json.dumps(shown)


def test_a_hover_says_the_exact_value_status_basis_and_coverage() -> None:
    figures = places(("34:01", 3906130000), unit="dong", qualifier="over", status="preliminary")
    (text,) = charts.ranking(figures, "vi").figure["data"][0]["hovertext"]
    assert "<b>Hà Nội</b>" in text
    assert "2024: trên 3.906.130.000 đồng" in text
    assert "Sơ bộ · Đơn vị báo cáo tổng · 3/4 đơn vị có số liệu" in text


def test_on_a_phone_lines_are_named_above_and_not_beside_the_plot() -> None:
    layout = charts.trend(members((2024, "34:01", 12), (2024, "34:04", 3)), "vi").figure["layout"]
    slim = layout["meta"]["slim"]
    assert [trace["name"] for trace in slim["data"]] == ["Hà Nội", "Cao Bằng"]
    assert slim["layout"]["showlegend"]
    assert not slim["layout"]["annotations"]
    assert slim["layout"]["margin"]["r"] < layout["margin"]["r"]


def test_on_a_phone_the_time_of_a_name_stays_whole() -> None:
    layout = charts.latest(places(("34:31@63", 600_000)), "en").figure["layout"]
    ticks = layout["meta"]["slim"]["layout"]["yaxis"]["ticktext"]
    assert ticks == ["Hải Phòng<br>" + "(from July 2025)".replace(" ", "\N{NO-BREAK SPACE}")]


def test_on_a_phone_a_dot_has_its_value_in_lines_and_the_plot_more_room() -> None:
    chart = charts.latest(places(("34:01", 1_500_000), qualifier="about"), "vi")
    layout = chart.figure["layout"]
    slim = layout["meta"]["slim"]
    assert chart.figure["data"][1]["text"] == ["  khoảng 1.500.000 (2024)"]
    assert slim["data"][1]["text"] == ["  khoảng<br>  1.500.000<br>  (2024)"]
    assert slim["layout"]["margin"]["r"] < layout["margin"]["r"]
