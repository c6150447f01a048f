"""A tall chart of rows as two columns: each has half of the rows, on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, cast

from congdoan.charts import Chart
from congdoan.packs.drawing.axes import room
from congdoan.packs.drawing.plot import EDGE
from congdoan.text import Language

FEWEST = 16
"""Rows from which a chart is worth two columns."""


def folded(chart: Chart) -> tuple[Chart, ...]:
    """The upper and the lower half of a chart of rows; the chart itself where it is short or another one."""
    layout = chart.figure["layout"]
    rows: list[float] = sorted(layout["yaxis"].get("tickvals") or ())
    lying = any(trace.get("orientation") == "h" for trace in chart.figure["data"])
    if not lying or len(rows) < FEWEST:
        return (chart,)
    first, last = sorted(layout["yaxis"]["range"])
    ends = [(one + other) / 2 for one, other in pairwise(rows)]
    middle = min(ends, key=lambda end: abs(end - (first + last) / 2))
    return _part(chart, first, middle), _part(chart, middle, last)


def _part(chart: Chart, first: float, last: float) -> Chart:
    """The rows between two heights, in px from the top of the rows."""
    layout, data = chart.figure["layout"], chart.figure["data"]
    axis = {**layout["yaxis"], "range": [last, first]}
    notes = [one for one in layout.get("annotations", ()) if _stays(one, first, last)]
    lines = [cut for one in layout.get("shapes", ()) for cut in _cut(one, first, last)]
    height = chart.height - abs(layout["yaxis"]["range"][0] - layout["yaxis"]["range"][1]) + last - first
    shown = {**layout, "yaxis": axis, "annotations": notes, "shapes": lines, "height": height}
    shown["margin"] = {**layout["margin"], "l": _beside(chart)}
    found = [_rows(trace, first, last) for trace in data]
    figure = {**chart.figure, "data": [trace for trace in found if trace["y"]], "layout": shown}
    return replace(chart, figure=figure, height=round(height))


def _beside(chart: Chart) -> float:
    """The room that the names of all rows need: both halves have it, and so one scale."""
    layout = chart.figure["layout"]
    needed = room(chart.figure, cast("Language", layout["meta"]["lang"]))[0]
    return max(float(layout["margin"]["l"]), needed + EDGE)


def _cut(shape: Mapping[str, Any], first: float, last: float) -> list[dict[str, Any]]:
    """What of a line or frame lies between two heights; one measured on the paper stays."""
    if shape.get("yref") == "paper":
        return [dict(shape)]
    ends = {end: min(max(shape[end], first), last) for end in ("y0", "y1")}
    return [{**shape, **ends}] if ends["y0"] != ends["y1"] else []


def _stays(note: Mapping[str, Any], first: float, last: float) -> bool:
    return note.get("yref") == "paper" or first <= note["y"] <= last


def _rows(trace: dict[str, Any], first: float, last: float) -> dict[str, Any]:
    """The marks of a trace between two heights; a line across all rows ends there."""
    if trace.get("mode") == "lines":
        return {**trace, "y": [min(max(at, first), last) for at in trace["y"]]}
    kept = [at for at, y in enumerate(trace["y"]) if first <= y <= last]
    return {key: _picked(value, kept, len(trace["y"])) for key, value in trace.items()}


def _picked(value: Any, kept: list[int], count: int) -> Any:
    """What of a value is of the marks that stay, where it says something of each."""
    if isinstance(value, Mapping):
        return {key: _picked(part, kept, count) for key, part in value.items()}
    if isinstance(value, list | tuple) and len(value) == count:
        return [value[at] for at in kept]
    return value
