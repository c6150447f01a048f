"""Native, editable charts: every value lies in the workbook inside, and a mark looks as on the screen."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from congdoan.charts.theme import GRID, GROUND, INK, SOFT
from congdoan.packs import letters
from congdoan.packs.named import chosen, named_heads
from congdoan.packs.powerpoint.boxes import TEXT, Box, colour, dress
from congdoan.packs.powerpoint.figures import Plot, Series
from congdoan.packs.powerpoint.labels import cover, label, whole_numbers
from congdoan.text import Language

KINDS = {
    ("line", False): XL_CHART_TYPE.LINE_MARKERS,
    ("column", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("column", True): XL_CHART_TYPE.COLUMN_STACKED,
    ("bar", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bar", True): XL_CHART_TYPE.BAR_STACKED,
}
PATTERNS = {
    "/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "x": MSO_PATTERN.OUTLINED_DIAMOND,
    ".": MSO_PATTERN.PERCENT_20,
}
"""The patterns of an office program that look like those of a chart; no chart has another one."""
PERCENT = {"vi": '0" %"', "en": '0"%"'}
Cell = TypeVar("Cell")
CROWN = 0.22
"""Part of the height of a chart that the labels of breaks need on top, free of values."""
THICK = 44
"""The thickest of lying bars, in points; standing ones may have three times that."""
THIN = 12
"""A bar is at least as thick as the text in it, in points, where its row has the room."""
NAMES = 0.5
"""Part of a chart of bars that the names of its rows take at most."""
LEGEND = 26
"""Height of the legend, in points."""


def draw(slide: Any, place: Box, plot: Plot, lang: Language, alt: str) -> Any:
    """A native chart on a slide; `alt` stands for it where it cannot be seen."""
    data = CategoryChartData(number_format="General")
    data.categories = plot.categories
    for series in plot.series:
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(KINDS[plot.kind, plot.arranged == "stacked"], *place.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    dress(chart.font, TEXT)
    chart.has_title, chart.has_legend = False, plot.legend and plot.kind != "bar"
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    body = chart.plots[0]
    body.vary_by_categories = False
    if plot.kind != "line":
        body.gap_width = _gap(plot, inside(plot, place))
        body.overlap = {"beside": 0, "stacked": 100, "over": 100}[plot.arranged]
    _axes(chart, plot, lang)
    _settle(chart, inside(plot, place), place)
    for series, drawn in zip(plot.series, body.series, strict=True):
        _dress(drawn, series, plot)
        label(drawn, series, plot, inside(plot, place), TEXT, lang)
    if plot.grid:
        cover(chart.element)
    return frame


def _gap(plot: Plot, inner: Box) -> int:
    """Room between bars in percent of one: few bars are no thicker than many look well."""
    room, most = (inner.height, THICK) if plot.kind == "bar" else (inner.width, 3 * THICK)
    each = room / len(plot.categories)
    least = max(15, min(45, 100 * (each / THIN - 1)))
    return round(min(500, max(least, 100 * (each / most - 1))))


def inside(plot: Plot, place: Box) -> Box:
    """Where the marks of a chart lie on its slide, beside its words."""
    if plot.kind == "bar":
        foot = _foot(plot)
        longest = max(letters.width(name, TEXT) for name in (*plot.categories, *plot.beside))
        names = min(place.width * NAMES, longest + 12)
        return Box(place.left + names, place.top, place.width - names - 4, place.height - foot)
    top = 10 + (LEGEND if plot.legend else 0)
    return Box(place.left + 70, place.top + top, place.width - 80, place.height - top - 26)


def _settle(chart: Any, inner: Box, place: Box) -> None:
    """Fixes where the marks lie: names keep their room, and lines between years can be drawn over them."""
    ends = {
        "x": (inner.left - place.left) / place.width,
        "y": (inner.top - place.top) / place.height,
        "w": inner.width / place.width,
        "h": inner.height / place.height,
    }
    told = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in ends.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area = chart.element.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(
        0, parse_xml(f"<c:layout {nsdecls('c')}><c:manualLayout>{modes}{told}</c:manualLayout></c:layout>")
    )


def _axes(chart: Any, plot: Plot, lang: Language) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb, names.has_major_gridlines = colour(SOFT), False
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    step = _step(plot)
    values.minimum_scale, values.maximum_scale = _ends(plot, step)
    values.major_unit = step
    values.format.line.fill.background()
    values.has_major_gridlines = plot.kind != "bar" or bool(plot.grid)
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = colour(SOFT if plot.grid else GRID)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = whole_numbers(lang), False
    values.tick_labels.font.color.rgb = colour(SOFT)
    values.tick_labels.font.size = Pt(TEXT)
    names.tick_labels.font.size = Pt(TEXT)
    if plot.kind == "bar":
        _lie(names, values, lang)
        offset = next(chart.element.iter(qn("c:lblOffset")))
        offset.addnext(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))  # every row is named
    if (plot.kind == "bar" and not plot.grid) or step < 1:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        values.has_major_gridlines = False


def _lie(names: Any, values: Any, lang: Language) -> None:
    """Rows from top to bottom; the scale, where it is shown, is one of percentages."""
    names.reverse_order = True
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.tick_labels.number_format = PERCENT[lang]


def _foot(plot: Plot) -> float:
    """Room for the scale below bars."""
    return 22 if plot.grid else 2


def _step(plot: Plot) -> float:
    """Values between two lines across: 1, 2 or 5 with zeros, so that there are about five."""
    if plot.grid:
        return plot.grid
    rough = (plot.high - plot.low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)


def _ends(plot: Plot, step: float) -> tuple[float, float]:
    """Ends of the axis: on lines across, and for bars with texts at their ends some room."""
    if plot.kind != "bar":
        low, high = math.floor(plot.low / step) * step, math.ceil(plot.high / step) * step
        crowded = plot.breaks and _tallest(plot) > high - CROWN * (high - low)
        return low, high + step if crowded else high
    if plot.arranged == "stacked":
        return plot.low, plot.high
    return plot.low, plot.high * 1.25


def _tallest(plot: Plot) -> float:
    """How high the marks reach; those of a stack stand on each other."""
    each = [
        [value or 0 for value in values] for values in zip(*(one.values for one in plot.series), strict=True)
    ]
    return max(sum(values) if plot.arranged == "stacked" else max(values) for values in each)


def _dress(drawn: Any, series: Series, plot: Plot) -> None:
    fills = [fill for fill, value in zip(series.fills, series.values, strict=True) if value is not None]
    usual = next((fill for fill in fills if fill != GROUND), fills[0] if fills else INK)
    if plot.kind == "line":
        _dress_line(drawn, series, plot)
        return
    drawn.invert_if_negative = False
    _fill(drawn.format, usual, "", series.pattern)
    for at, value in enumerate(series.values):
        if value is not None and (series.fills[at] != usual or series.edges[at]):
            _fill(drawn.points[at].format, series.fills[at], series.edges[at], series.pattern)


def _fill(look: Any, fill: str, edge: str, pattern: str) -> None:
    if pattern:
        look.fill.patterned()
        look.fill.pattern = PATTERNS[pattern]
        look.fill.fore_color.rgb = colour(edge if fill == GROUND and edge else GROUND)
        look.fill.back_color.rgb = colour(fill)
    else:
        look.fill.solid()
        look.fill.fore_color.rgb = colour(fill)
    if edge:
        look.line.color.rgb, look.line.width = colour(edge), Pt(1.5)


def _dress_line(drawn: Any, series: Series, plot: Plot) -> None:
    """A line in the colour of its marks; hollow marks are white inside, and lines end at cuts."""
    usual = next(edge for edge in series.edges if edge)
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour(usual), Pt(2.5)
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    _fill(drawn.marker.format, usual, usual, "")
    for at, value in enumerate(series.values):
        if value is not None and series.fills[at] == GROUND:
            _fill(drawn.points[at].marker.format, GROUND, usual, "")
        if at in plot.cuts:
            drawn.points[at].format.line.fill.background()


def parts(plot: Plot, area: Box, gap: float, title: str) -> Sequence[Plot]:
    """A long chart of bars as two side by side on one scale, where so more of its rows can be read.

    What has no room even then is left out, what the title of the slide names last.
    """
    if plot.kind != "bar":
        return [plot]
    plot = replace(plot, categories=tuple(_heads(plot.categories)))
    one = _readable(plot, area, 1, gap, title)
    if len(one) == len(plot.categories):
        return [plot]
    plot = _shorter(plot)
    two = _readable(plot, area, 2, gap, title)
    if len(two) <= len(one):
        return [_taken(plot, one)]
    half = math.ceil(len(two) / 2)
    left, right = _taken(plot, two[:half]), _taken(plot, two[half:])
    return [replace(left, beside=right.categories), replace(right, beside=left.categories)]


def _readable(plot: Plot, area: Box, across: int, gap: float, title: str) -> list[int]:
    """The rows that so many charts beside each other can name in lines that do not touch."""
    room = (area.width - gap * (across - 1)) / across * NAMES - 12
    tall = [letters.height(name, room, TEXT) for name in plot.categories]
    named = named_heads(title, plot.categories)
    for most in range(len(tall), 1, -1):
        kept = chosen(len(tall), most, named, plot.headings)
        if max(tall[row] for row in kept) * math.ceil(len(kept) / across) <= area.height - _foot(plot):
            return kept
    return [0]


def _shorter(plot: Plot) -> Plot:
    """Without the unit that ends every name, which the subtitle of the slide says too."""
    ends = {re.sub(r".*\d (?=\D+$)", "", name) for name in plot.categories}
    [end, *others] = ends
    if others or end in plot.categories:
        return plot
    return replace(plot, categories=tuple(name.removesuffix(end).rstrip() for name in plot.categories))


def _heads(names: Sequence[str]) -> Iterator[str]:
    """The names of rows; one without has that of the row above."""
    last = ""
    for name in names:
        last = name or last
        yield last


def _taken(plot: Plot, rows: Sequence[int]) -> Plot:
    """Only some of the rows."""

    def of(cells: Sequence[Cell]) -> tuple[Cell, ...]:
        return tuple(cells[row] for row in rows)

    series = tuple(
        replace(it, values=of(it.values), texts=of(it.texts), fills=of(it.fills), edges=of(it.edges))
        for it in plot.series
    )
    headings = tuple(at for at, row in enumerate(rows) if row in plot.headings)
    return replace(plot, categories=of(plot.categories), series=series, headings=headings)
