"""The words of native charts stand where they can be read: beside lines, in one size, breaks told apart."""

from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml.ns import qn

from congdoan import charts
from congdoan.catalogue import items
from congdoan.charts.theme import GROUND
from congdoan.packs import letters
from congdoan.packs.model import Tile
from congdoan.packs.powerpoint import bodies, plots
from congdoan.packs.powerpoint.boxes import TEXT, Box, legend
from congdoan.packs.powerpoint.figures import Plot, Series, read
from congdoan.packs.powerpoint.frame import BODY, remarks
from congdoan.packs.powerpoint.labels import position
from tests.charts.frames import award, members, rows, target
from tests.packs.kinds import by_caption


def empty() -> Any:
    """A slide with nothing on it."""
    deck = Presentation()
    return deck.slides.add_slide(deck.slide_layouts[5])


def line(*values: float | None) -> Plot:
    looks = (("",) * len(values), (GROUND,) * len(values), ("#0B4F8A",) * len(values))
    one = Series("HTXS", values, *looks)
    return Plot("line", tuple(str(2020 + at) for at in range(len(values))), (one,), "", 0, 10)


def test_a_text_stands_below_a_mark_to_which_a_line_comes_down() -> None:
    def below(*values: float | None) -> list[bool]:
        plot = line(*values)
        return [position(at, plot.series[0], plot) == XL_LABEL_POSITION.BELOW for at in range(len(values))]

    assert below(9, 5, 7, 3) == [False, True, False, True]
    assert below(9, 5, 4) == [False, False, True]
    assert below(9, 0.5) == [False, False]
    assert below(None, 5, None) == [False, False, False]


def drawn_of(*titles: str, title: str) -> list[Any]:
    """The native charts of targets of these names."""
    found = charts.bullets(rows(*(target(name, 90) for name in titles)), "vi")
    slide = empty()
    bodies.body(slide, replace(by_caption()["bullets"], chart=found, title=title))
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_a_long_chart_stands_in_two_halves_with_words_of_twelve_points() -> None:
    drawn = drawn_of(*(f"Nơi {at}" for at in range(24)), title="")
    assert [len(chart.plots[0].categories) for chart in drawn] == [12, 12]
    assert {chart.category_axis.tick_labels.font.size.pt for chart in drawn} == {TEXT}


def test_of_a_chart_without_room_for_all_rows_the_one_in_the_title_is_shown() -> None:
    names = [*(f"Nơi {at} thuộc tỉnh xa" for at in range(90)), "Hưng Yên"]
    drawn = drawn_of(*names, title="Thấp nhất là Hưng Yên với 90,0 %")
    shown = [name for chart in drawn for name in chart.plots[0].categories]
    assert shown[:2] == names[:2]
    assert shown[-1] == "Hưng Yên"
    assert len(shown) < len(names)


def test_the_labels_of_breaks_at_one_place_are_told_apart() -> None:
    years = members((2023, "34:01", 10), (2024, "34:01", 12), (2025, "34:01", 3))
    found = read(charts.trend(years, "en", subject="members").figure)
    assert isinstance(found, Plot)
    assert [words.count("; ") for _, words in found.breaks] == [1]


def test_a_text_wider_than_its_part_of_a_bar_is_left_out() -> None:
    looks = (("#0B4F8A",) * 2, ("",) * 2)
    one = Series("HTXS", (2, 98), ("2,0 %", "98,0 %"), *looks, inside=True)
    plot = Plot("bar", ("A", "B"), (one,), "", 0, 100, "stacked")
    slide = empty()
    chart = plots.draw(slide, BODY, plot, "vi", "").chart
    labels = chart.plots[0].series[0]
    assert [text for at in (0, 1) if (text := labels.points[at].data_label.text_frame.text)] == ["98,0 %"]


def test_few_tiles_are_as_wide_as_the_slide() -> None:
    def widths(count: int) -> set[float]:
        slide = empty()
        tiles = tuple(Tile("Đoàn viên", "7") for _ in range(count))
        bodies.body(slide, replace(by_caption()["table"], chart=None, table=None, tiles=tiles))
        return {round(shape.width.pt) for shape in slide.shapes if shape.name == "tile"}

    assert widths(1) == {BODY.width}
    assert widths(2) == {(BODY.width - bodies.GAP) / 2}
    assert widths(6) == widths(3)


def test_names_of_series_too_many_for_a_line_go_on_in_the_next_and_stay_whole() -> None:
    slide = empty()
    named = [(f"Hoàn thành nhiệm vụ {at}", "#0B4F8A") for at in range(9)]
    legend(slide, Box(0, 0, BODY.width, 2 * bodies.UNIT), named)
    [held] = [shape.text_frame for shape in slide.shapes if shape.name == "legend"]
    lines = letters.wrapped(held.text, BODY.width, TEXT)
    assert len(lines) == 2
    assert [line.count("■") for line in lines] == [line.count("nhiệm\N{NO-BREAK SPACE}vụ") for line in lines]


def test_the_headings_of_rows_are_not_counted_as_rows() -> None:
    forms = [item for item in items().values() if item.dimension == "award"]
    given = [award(form.item, form.level, at) for at, form in enumerate(forms, start=1)]
    chart = charts.ladder(rows(*given), "vi")
    [said] = bodies.body(empty(), replace(by_caption()["ladder"], chart=chart))
    assert f"trong {len(forms)} hàng" in said


def test_remarks_follow_each_other_so_that_they_keep_their_size() -> None:
    slide = empty()
    remarks(slide, ["Nét rỗng: số sơ bộ.", "Gián đoạn chuỗi: " + "ngày 1/7/2025 63 tỉnh còn 34. " * 5])
    [held] = [shape.text_frame for shape in slide.shapes if shape.name == "remarks"]
    assert len(held.paragraphs) == 1
    assert held.paragraphs[0].runs[0].font.size.pt >= 11


def test_a_chart_whose_values_have_no_ticks_has_no_lines_across() -> None:
    plot = replace(line(2.5, 3.2), low=2, high=3.5)
    chart = plots.draw(empty(), BODY, plot, "vi", "").chart
    assert not chart.value_axis.has_major_gridlines


def test_a_long_value_of_a_tile_becomes_smaller_and_is_never_cut() -> None:
    slide, said = empty(), "khoảng 2.756.747 người"
    tiles = tuple(Tile("Đoàn viên", said) for _ in range(6))
    bodies.body(slide, replace(by_caption()["table"], chart=None, table=None, tiles=tiles))
    values = [shape.text_frame.text for shape in slide.shapes if shape.name == "value"]
    assert values == [said] * 6


def marks(chart: Any) -> float:
    """The part of a chart's width in which its marks lie."""
    [width] = chart.element.iter(qn("c:w"))
    return float(width.get("val"))


def test_bars_side_by_side_are_as_long_for_the_same_value() -> None:
    names = [*(f"Nơi {at}" for at in range(23)), "Không thuộc hoặc chưa rõ tỉnh"]
    left, right = drawn_of(*names, title="")
    assert marks(left) == marks(right)


def test_thirty_four_places_all_have_a_row() -> None:
    drawn = drawn_of(*(f"Tỉnh {at}" for at in range(34)), title="")
    assert sum(len(chart.plots[0].categories) for chart in drawn) == 34


def test_no_line_across_runs_through_the_text_of_a_bar() -> None:
    [drawn] = drawn_of("Hà Nội", "Huế", title="")
    labels = list(drawn.element.iter(qn("c:dLbl")))
    assert labels
    assert all(label.find(qn("c:spPr")) is not None for label in labels)


def test_shares_without_room_for_their_sign_stand_without_it() -> None:
    def said(*values: float) -> list[str]:
        looks = (("#0B4F8A",) * len(values), ("",) * len(values))
        one = Series("HTXS", values, tuple(f"{value} %" for value in values), *looks, inside=True)
        plot = Plot("bar", tuple("ABC"[: len(values)]), (one,), "", 0, 100, "stacked")
        chart = plots.draw(empty(), Box(0, 0, 300, 200), plot, "vi", "").chart
        points = chart.plots[0].series[0].points
        return [points[at].data_label.text_frame.text for at in range(len(values))]

    assert said(8.5, 40.5) == ["8.5", "40.5"]
    assert said(30.5, 40.5) == ["30.5 %", "40.5 %"]


def test_columns_leave_room_for_the_label_of_a_break() -> None:
    def top(*values: float) -> float:
        plot = replace(line(*values), kind="column", breaks=((1.5, "1/7/2025: 63 tỉnh còn 34"),))
        return float(plots.draw(empty(), BODY, plot, "vi", "").chart.value_axis.maximum_scale)

    assert top(2, 9.5) > 10
    assert top(2, 5) == 10


def test_what_is_said_in_tiles_has_one_size_of_twelve_points_or_more() -> None:
    said = "Năm 2025 · Đơn vị báo cáo tổng · qua mốc gián đoạn chuỗi · so cùng 43.702 CĐCS có số cả hai năm"
    change = "tăng 3,1 % so với 2024"
    longest = (Tile("Số tiền chăm lo: Tết Sum vầy, tất cả", "7.482.480 người", change, f"{said}: {change}"),)
    others = tuple(Tile("Công đoàn cơ sở", "53.315 CĐCS", remark="Năm 2025") for _ in range(5))
    slide = empty()
    bodies.body(slide, replace(by_caption()["table"], chart=None, table=None, tiles=longest + others))
    boxes = [shape.text_frame for shape in slide.shapes if shape.name == "said"]
    [size] = {box.paragraphs[0].runs[0].font.size.pt for box in boxes}
    assert size >= 12
    assert not [box for box in boxes if "…" in box.text]
