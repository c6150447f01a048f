"""Horizontal rows, shared by rankings, pairs, latest values and awards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from congdoan.charts.axes import Scale, label_axis, value_axis
from congdoan.charts.model import Record, hollow
from congdoan.charts.theme import LEGEND_ROOM, LINE, bar_marker, layout, lines, text_width
from congdoan.charts.words import HOVER
from congdoan.text import Language

FOOT = 36
"""Room for the axis title, in px."""
BAR = 16
"""Thickness of a bar, in px."""


@dataclass(frozen=True)
class Lanes:
    """The rows from top to bottom: their labels in lines, and where they lie in px from the top."""

    labels: list[str]
    middles: list[float]
    total: int


@dataclass(frozen=True)
class Mark:
    """One figure in a lane: its place (px from the top), printed value, hover text, what a click sends."""

    record: Record
    at: float
    text: str
    hover: str
    click: str


def lanes(heads: Sequence[str], least: int = 26, below: int = 0) -> Lanes:
    """A lane per head, `least` px high or what its label needs with so many lines `below` it."""
    labels = ["<br>".join(lines(head)) for head in heads]
    heights = [max(least, LINE * (label.count("<br>") + 1 + below) + 8) for label in labels]
    ends = list(accumulate(heights))
    return Lanes(labels, [end - height / 2 for end, height in zip(ends, heights, strict=True)], ends[-1])


def bars(marks: Sequence[Mark], scale: Scale, colour: str) -> dict[str, Any]:
    """A trace of bars in one colour, each with its text; a missing value has no length."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [scale.of(mark.record["value"]) or 0 for mark in marks],
        "width": BAR,
        "marker": bar_marker(colour, [hollow(mark.record) for mark in marks]),
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        **told(marks),
    }


def told(marks: Sequence[Mark]) -> dict[str, Any]:
    """What every trace of marks says, whatever it looks like."""
    return {
        "y": [mark.at for mark in marks],
        "text": [mark.text for mark in marks],
        "customdata": [mark.click for mark in marks],
        "hovertext": [mark.hover for mark in marks],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def whole(table: Lanes, heads: Mapping[float, str], lang: Language, **parts: Any) -> dict[str, Any]:
    """The layout of rows that are 100 % each, a legend above; `heads` stand at their middles in px."""
    return layout(
        table.total + LEGEND_ROOM + 4,
        lang,
        barmode="stack",
        showlegend=True,
        uniformtext={"minsize": 10, "mode": "hide"},
        xaxis={"range": [0, 100], "visible": False, "fixedrange": True},
        yaxis=label_axis(list(heads), list(heads.values()), table.total),
        margin={"l": 8, "r": 8, "t": LEGEND_ROOM, "b": 4},
        **parts,
    )


def shape(
    rows: Lanes, marks: Sequence[Mark], scale: Scale, lang: Language, *, legend: bool = False
) -> dict[str, Any]:
    """The layout: labels to the left, room for the longest value to the right; it grows with the rows."""
    top = LEGEND_ROOM if legend else 8
    values = [scale.of(mark.record["value"]) or 0 for mark in marks]
    axis = value_axis(scale, 1.3 * min(0, *values, 0), max(0, *values, 0) or 1)
    return layout(
        rows.total + top + FOOT,
        lang,
        barmode="overlay",
        showlegend=legend,
        yaxis=label_axis(rows.middles, rows.labels, rows.total),
        xaxis={**axis, "showticklabels": False, "showgrid": False},
        margin={"l": 8, "r": max(text_width(mark.text) for mark in marks) + 18, "t": top, "b": FOOT},
    )
