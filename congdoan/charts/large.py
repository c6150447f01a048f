"""A chart for the wall of a hall: inks that are read from the last row, notes on breaks as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congdoan.charts.model import Chart
from congdoan.charts.theme import GROUND, INK, SOFT

WALL_INK = "#0B1117"
"""The ink of slides."""
INKS = {
    INK: WALL_INK,
    SOFT: "#3B4652",
    "#8A5A12": "#714909",
    "#6E5BA8": "#58458F",
    "#8A94A0": "#A3ADB8",
    "#5593C2": "#6FAAD4",
    "#2A6CA6": "#1D5A91",
    "#C8922A": "#D19B34",
}
"""What becomes of each colour on which or in which text would have less than 7 to 1."""


@dataclass(frozen=True, eq=False)
class Large:
    """The figure, and what is said of the breaks it draws; `hollow` tells whether some of its marks are.

    `country` tells a map, whose names no slide has room for.
    """

    figure: dict[str, Any]
    breaks: tuple[str, ...]
    country: bool
    hollow: bool


def large(chart: Chart) -> Large:
    """The chart with the inks of slides; labels of breaks leave the plot, where they would cover marks."""
    layout = chart.figure["layout"]
    notes = layout.get("annotations", ())
    breaks = tuple(note["name"] for note in notes if "name" in note)
    others = [note for note in notes if "name" not in note]
    meta = layout.get("meta", {})
    figure = _inked({**chart.figure, "layout": {**layout, "annotations": others}})
    hollow = any(_hollow(trace.get("marker", {})) for trace in chart.figure["data"])
    return Large(figure, breaks, "max_width" in meta or "ratio" in meta, hollow)


def _hollow(marker: Mapping[str, Any]) -> bool:
    """Whether some of the marks of a trace are white inside; a hatch is not."""
    return isinstance(marker.get("color"), list) and GROUND in marker["color"]


def _inked(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _inked(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_inked(value) for value in part]
    if isinstance(part, str) and part in INKS:
        return INKS[part]
    return part.replace(SOFT, INKS[SOFT]) if isinstance(part, str) else part
