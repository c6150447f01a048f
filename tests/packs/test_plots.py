"""The words of native charts stand where they can be read: beside lines, in one size, breaks told apart."""

from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.enum.chart import XL_LABEL_POSITION

from congdoan import charts
from congdoan.charts.theme import GROUND
from congdoan.packs.model import Tile
from congdoan.packs.powerpoint import bodies, plots
from congdoan.packs.powerpoint.figures import Plot, Series, read
from congdoan.packs.powerpoint.frame import BODY, remarks
from congdoan.packs.powerpoint.labels import position
from tests.charts.frames import members, rows, target
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


def test_both_halves_of_a_long_chart_have_names_of_one_size() -> None:
    short, long = "A", "Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn Việt Nam"
    titles = [short] * bodies.ROWS + [long] * bodies.ROWS
    found = charts.bullets(rows(*(target(f"{name} {at}", 90) for at, name in enumerate(titles))), "vi")
    slide = empty()
    bodies.body(slide, replace(by_caption()["bullets"], chart=found))
    drawn = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert len(drawn) == 2
    assert len({chart.category_axis.tick_labels.font.size for chart in drawn}) == 1


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
    chart = plots.draw(slide, BODY, plot, 12, "vi", "").chart
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


def test_remarks_follow_each_other_so_that_they_keep_their_size() -> None:
    slide = empty()
    remarks(slide, ["Nét rỗng: số sơ bộ.", "Gián đoạn chuỗi: " + "ngày 1/7/2025 63 tỉnh còn 34. " * 5])
    [held] = [shape.text_frame for shape in slide.shapes if shape.name == "remarks"]
    assert len(held.paragraphs) == 1
    assert held.paragraphs[0].runs[0].font.size.pt >= 11


def test_a_chart_whose_values_have_no_ticks_has_no_lines_across() -> None:
    plot = replace(line(2.5, 3.2), low=2, high=3.5)
    chart = plots.draw(empty(), BODY, plot, 12, "vi", "").chart
    assert not chart.value_axis.has_major_gridlines
