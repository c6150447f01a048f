"""Charts as vector pictures without a browser: the figures that plotly.js draws, drawn for paper.

It knows the traces, shapes and notes that `congdoan.charts` makes, and no others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

from congdoan.charts import Chart
from congdoan.charts.theme import GROUND
from congdoan.packs.drawing import axes, bars, legend, notes
from congdoan.packs.drawing.lines import scatter
from congdoan.packs.drawing.plot import EDGE, Figure, Plot, true_to_scale
from congdoan.packs.drawing.svg import box, element
from congdoan.packs.drawing.text import FAMILY
from congdoan.text import Language


@dataclass(frozen=True)
class Picture:
    """An SVG picture and its size in px."""

    svg: str
    width: float
    height: float


def svg(chart: Chart, width: float) -> str:
    """The chart as an SVG picture of a width in px; the same chart gives the same text."""
    return picture(chart, width).svg


def picture(chart: Chart, width: float, tall: float | None = None) -> Picture:
    """The chart as an SVG picture, at most so many px wide, as tall as it needs or, pressed, `tall`."""
    figure: Figure = chart.figure
    layout = figure["layout"]
    lang = cast("Language", layout["meta"]["lang"])
    width = min(width, layout["meta"].get("max_width", width))
    plot, told, height = _placed(figure, width, tall or chart.height, lang)
    whole = "".join(
        [
            box(0, 0, width, height, fill=GROUND),
            element("clipPath", box(plot.left, plot.top, plot.right, plot.bottom), id="plot"),
            axes.axes(figure, plot, lang),
            notes.shapes(figure, plot),
            _traces(figure, plot),
            notes.notes(figure, plot),
            legend.draw(told, max(EDGE, min(plot.left, width - told.width)), plot.top),
        ]
    )
    size = {"width": float(width), "height": float(height), "viewBox": f"0 0 {width:.2f} {height:.2f}"}
    named = {"font_family": FAMILY, "role": "img", "aria_label": chart.alt}
    drawn = element("svg", whole, xmlns="http://www.w3.org/2000/svg", **size, **named)
    return Picture(drawn, width, height)


def _placed(figure: Figure, width: float, tall: float, lang: Language) -> tuple[Plot, legend.Legend, float]:
    """The plot within its margins, the legend above it, the height of all: a long legend adds to it."""
    layout = figure["layout"]
    margin, needed = layout["margin"], axes.room(figure, lang)
    left, right = max(margin["l"], needed[0] + EDGE), width - margin["r"]
    told = legend.legend(figure, right - left)
    ratio = layout["meta"].get("ratio", math.inf)
    height = min(tall, width * ratio + margin["t"] + margin["b"])
    height += max(0.0, told.height - margin["t"])
    top, below = max(margin["t"], told.height), max(margin["b"], needed[1])
    ends = (tuple(layout["xaxis"]["range"]), tuple(layout["yaxis"]["range"]))
    plot = Plot(left, top, right, height - below, *ends)
    return true_to_scale(plot, figure), told, height


def _traces(figure: Figure, plot: Plot) -> str:
    """Bars and lines in the order of the figure, what has a higher `zorder` above; words above all."""
    found = bars.bars(figure)
    ordered = sorted(figure["data"], key=lambda trace: trace.get("zorder", 0))
    parts = []
    for trace in ordered:
        if trace["type"] == "bar":
            parts.append(bars.shapes([bar for bar in found if bar.trace is trace], plot))
        else:
            parts.append(scatter(trace, plot))
    return "".join([*parts, bars.words(found, plot, figure["layout"])])
