"""Native charts of points and lines in two directions."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from congdoan.charts.theme import GRID, SOFT
from congdoan.packs.powerpoint.boxes import TEXT, Box, colour, dress
from congdoan.packs.powerpoint.figures import Cloud, Trace, plain
from congdoan.packs.powerpoint.labels import whole_numbers
from congdoan.text import Language

DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT, "dashdot": MSO_LINE.DASH_DOT}


def draw(slide: Any, place: Box, cloud: Cloud, lang: Language, alt: str) -> None:
    """Points, named where the chart names them, and lines."""
    data = XyChartData(number_format="General")
    for trace in cloud.traces:
        series = data.add_series(plain(trace["name"]))
        for x, y in zip(trace["x"], trace["y"], strict=True):
            if x is not None and y is not None:
                series.add_data_point(x, y)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    dress(chart.font, TEXT)
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    for at, trace in reversed(list(enumerate(cloud.traces))):
        if trace.get("showlegend") is False:
            _unnamed(chart, at)
    for axis, unit, high in zip(
        (chart.category_axis, chart.value_axis), cloud.units, cloud.highs, strict=True
    ):
        _axis(axis, unit, high, lang)
    for trace, drawn in zip(cloud.traces, chart.plots[0].series, strict=True):
        _line(drawn, trace) if trace["mode"] == "lines" else _dots(drawn, trace)


def _unnamed(chart: Any, at: int) -> None:
    """Leaves out a series that shares its name with another."""
    entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
    next(chart.element.iter(qn("c:legendPos"))).addnext(parse_xml(entry))


def _axis(axis: Any, unit: str, high: float, lang: Language) -> None:
    axis.minimum_scale, axis.maximum_scale = 0, high
    axis.has_title = True
    axis.axis_title.text_frame.text = unit
    dress(axis.axis_title.text_frame.paragraphs[0].runs[0].font, TEXT, code=SOFT)
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour(GRID)
    axis.format.line.color.rgb = colour(SOFT)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = whole_numbers(lang), False


def _line(drawn: Any, trace: Trace) -> None:
    line = trace["line"]
    drawn.marker.style, drawn.smooth = XL_MARKER_STYLE.NONE, line.get("shape") == "spline"
    drawn.format.line.color.rgb, drawn.format.line.width = colour(line["color"]), Pt(line["width"])
    if line.get("dash") in DASHES:
        drawn.format.line.dash_style = DASHES[line["dash"]]


def _dots(drawn: Any, trace: Trace) -> None:
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, trace["marker"]["size"]
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = colour(trace["marker"]["color"])
    if "text" in trace["mode"]:
        for at, text in enumerate(trace["text"]):
            label = drawn.points[at].data_label
            label.text_frame.text = plain(text)
            dress(label.text_frame.paragraphs[0].runs[0].font, TEXT)
            label.position = XL_LABEL_POSITION.ABOVE
