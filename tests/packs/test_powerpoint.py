"""A presentation holds the pack: native charts and tables with its numbers, inside its slides, steadily."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from congdoan.charts.theme import GROUND, NO_DATA
from congdoan.export import source_line
from congdoan.packs.lean import lean
from congdoan.packs.powerpoint.figures import Cells, Cloud, Plot, read
from congdoan.text import Language
from tests.charts.frames import every
from tests.packs.kinds import HOME, ROWS, TILES, by_caption, pack, written
from tests.packs.presented import LANGUAGES, charts_of, deck, grids_of, opened, shown

MAPS = ("tiles34", "tiles63", "outline34", "outline63")
PLOTS = sorted(kind for kind, chart in every("vi").items() if isinstance(read(chart.figure), Plot))


def drawn(kind: str) -> Plot:
    found = read(by_caption()[kind].chart.figure)  # type: ignore[union-attr]
    assert isinstance(found, Plot)
    return found


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_every_chart_is_a_native_chart_or_table_and_never_a_picture() -> None:
    tables = {kind for kind, slide in shown().items() if grids_of(slide)}
    assert tables == {"multiples", "coverage", "table"}
    assert all(charts_of(slide) for kind, slide in shown().items() if kind not in tables)
    pictures = {shape.name for slide in shown().values() for shape in slide.shapes if shape.shape_type == 13}
    assert pictures == {"qr"}


@pytest.mark.parametrize("kind", PLOTS)
def test_a_native_chart_holds_the_values_of_the_chart_in_their_order(kind: str) -> None:
    [chart] = charts_of(shown()[kind])
    plot = drawn(kind)
    assert [tuple(series.values) for series in chart.plots[0].series] == [one.values for one in plot.series]
    assert [one.name for one in chart.plots[0].series] == [one.name for one in plot.series]


@pytest.mark.parametrize("kind", PLOTS)
def test_every_value_of_the_figure_stands_in_the_chart_and_what_is_missing_does_not(kind: str) -> None:
    data = by_caption()[kind].chart.figure["data"]  # type: ignore[union-attr]
    along = "x" if any(trace.get("orientation") == "h" for trace in data) else "y"
    marks = [trace for trace in data if trace.get("hoverinfo") != "skip"]
    known = {value for trace in marks for value in trace[along] if value}
    assert {value for one in drawn(kind).series for value in one.values if value} == known
    assert not [value for one in drawn(kind).series for value in one.values if value == 0]


@pytest.mark.parametrize("kind", PLOTS)
def test_the_workbook_inside_holds_what_the_chart_draws(kind: str) -> None:
    [chart] = charts_of(shown()[kind])
    workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    columns = list(workbook.active.iter_cols(min_col=2, min_row=2, values_only=True))
    assert columns == [tuple(series.values) for series in chart.plots[0].series]


@pytest.mark.parametrize("kind", MAPS)
def test_a_map_becomes_the_ranking_of_its_places(kind: str) -> None:
    [chart] = charts_of(shown()[kind])
    values = list(chart.plots[0].series[0].values)
    table = by_caption()[kind].table
    assert table is not None
    assert values == sorted(table.cells[table.index("value")], reverse=True)  # type: ignore[type-var]


def test_a_funnel_is_a_native_chart_of_points_whose_places_beyond_are_named() -> None:
    [chart] = charts_of(shown()["funnel"])
    found = read(every("vi")["funnel"].figure)
    assert isinstance(found, Cloud)
    assert [list(one.values) for one in chart.plots[0].series] == [list(one["y"]) for one in found.traces]
    assert "Cao Bằng" in "".join(chart.element.itertext())


def test_the_grid_of_coverage_says_each_count() -> None:
    found = read(every("vi")["coverage"].figure)
    assert isinstance(found, Cells)
    [grid] = grids_of(shown()["coverage"])
    assert grid == [["", "2020"], ["Đoàn viên", "25"]]
    [legend] = [shape.text_frame.text for shape in shown()["coverage"].shapes if shape.name == "legend"]
    assert legend.replace("\N{NO-BREAK SPACE}", " ") == "■ từ 1/2"


def test_small_charts_become_a_table_of_places_over_years() -> None:
    [grid] = grids_of(shown()["multiples"])
    assert [row[0] for row in grid[1:]] == ["Hà Nội", "Cao Bằng"]
    assert [row[1:] for row in grid[1:]] == [["10", "20"], ["–", "–"]]


def test_hollow_marks_stay_hollow_and_the_slide_says_what_they_mean() -> None:
    plot = drawn("ladder")
    assert plot.hollow
    assert {fill for one in plot.series for fill, edge in zip(one.fills, one.edges, strict=True) if edge} == {
        GROUND
    }
    assert "Nét rỗng" in texts(shown()["ladder"])
    assert "Nét rỗng" not in texts(shown()["ranking"])


def test_what_is_not_there_is_hatched_and_not_called_hollow() -> None:
    plot = drawn("reporting")
    [missing] = [one for one in plot.series if one.pattern]
    assert set(missing.edges) == {NO_DATA}
    assert not plot.hollow


def test_a_line_ends_where_nothing_can_be_compared() -> None:
    figure = {
        "data": [
            {
                "type": "scatter",
                "name": "HTXS",
                "x": [2018, 2018.5, 2019],
                "y": [4, None, 5],
                "customdata": [""] * 3,
                "marker": {"color": "#0B4F8A", "line": {"color": "#0B4F8A", "width": 2}},
            }
        ],
        "layout": {"xaxis": {"tickformat": "d"}, "yaxis": {"range": [0, 6]}},
    }
    found = read(figure)
    assert isinstance(found, Plot)
    assert (found.categories, found.series[0].values, found.cuts) == (("2018", "2019"), (4, 5), (1,))


def test_a_long_table_says_how_many_of_its_rows_stand_there() -> None:
    slide = shown()["table"]
    [grid] = grids_of(slide)
    assert f"{len(grid) - 1} trong {2 * ROWS} dòng; tệp XLSX giữ {ROWS} dòng đầu, " in texts(slide)
    table = by_caption()["table"].table
    assert table is not None
    assert [tuple(row) for row in grid[1:]] == list(lean(table).rows[: len(grid) - 1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_slide_says_its_source_its_mark_its_code_and_its_number(lang: Language) -> None:
    made = pack(lang)
    for held, slide in zip(made.slides, deck(lang).slides, strict=True):
        by_name = {shape.name: shape for shape in slide.shapes}
        assert by_name["source"].text_frame.text == source_line(held.context)
        assert by_name["mark"].text_frame.text == held.context.mark
        assert held.code in by_name["code"].text_frame.text
        assert by_name["qr"].click_action.hyperlink.address == f"{HOME}/k/{held.code}"
        assert by_name["number"].text_frame._txBody.xpath(".//a:fld/a:t")[0].text == str(held.step)
        assert slide.shapes.title.text_frame.text == held.title


def test_a_slide_names_as_many_publishers_as_have_room_and_its_notes_name_all() -> None:
    made = pack()
    about = made.slides[2].context
    named = tuple(replace(about.sources[0], publisher=f"{at}. {'Công đoàn ngành ' * 6}") for at in range(4))
    held = replace(made.slides[2], context=replace(about, sources=named))
    [slide] = opened(replace(made, slides=(held,))).slides
    [said] = [shape.text_frame.text for shape in slide.shapes if shape.name == "source"]
    assert said == source_line(held.context, 2)
    assert "3. Công đoàn ngành" in slide.notes_slide.notes_text_frame.text


def test_real_figures_bear_no_mark() -> None:
    assert not [
        shape for slide in opened(pack(mark="")).slides for shape in slide.shapes if shape.name == "mark"
    ]


def test_notes_say_what_stands_behind_a_slide() -> None:
    notes = shown()["trend"].notes_slide.notes_text_frame.text
    for words in (
        "Nói chậm.",
        "Đã hỏi lại.",
        "LĐLĐ tỉnh Cao Bằng",
        "Đoàn viên: là ai",
        "Toàn quốc",
        "1/7/2025",
    ):
        assert words in notes
    assert "bản phát hành m1" in notes.lower()


def test_values_of_tiles_are_large() -> None:
    slide = deck().slides[1]
    values = [shape for shape in slide.shapes if shape.name == "value"]
    assert [shape.text_frame.text for shape in values] == [TILES[0].value]
    assert min(run.font.size.pt for shape in values for run in shape.text_frame.paragraphs[0].runs) >= 28


@pytest.mark.parametrize("kind", ["table", "multiples"])
def test_the_letters_of_a_table_have_at_least_twelve_points(kind: str) -> None:
    [grid] = [shape.table for shape in shown()[kind].shapes if shape.has_table]
    assert min(grid.cell(0, 0).text_frame.paragraphs[0].runs[0].font.size.pt, 12) == 12


def test_the_same_pack_gives_the_same_bytes() -> None:
    first = written("pptx", pack())
    assert first == written("pptx", pack())
    with zipfile.ZipFile(io.BytesIO(first)) as held:
        assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        workbook = next(name for name in held.namelist() if name.endswith(".xlsx"))
        with zipfile.ZipFile(io.BytesIO(held.read(workbook))) as inner:
            assert b"2026-01-31T00:00:00Z" in inner.read("docProps/core.xml")


def test_every_word_is_told_its_language() -> None:
    for lang, told in (("vi", "vi-VN"), ("en", "en-GB")):
        runs = [run for slide in shown(lang).values() for run in slide.element.iter("{*}rPr")]
        assert {run.get("lang") for run in runs} == {told}
