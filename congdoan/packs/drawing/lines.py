"""Lines, dots and areas of a figure."""

from __future__ import annotations

from typing import Any

from congdoan.charts.theme import INK, SIZE
from congdoan.packs.drawing.plot import Plot
from congdoan.packs.drawing.svg import element, fill, path, pen, picked
from congdoan.packs.drawing.text import block, write

Trace = dict[str, Any]
NEAR = 4
"""From a dot to its words, in px."""


def scatter(trace: Trace, plot: Plot) -> str:
    """The area, the line, the dots and the words of a trace, as its mode asks for."""
    mode = trace["mode"].split("+")
    points = [
        None if x is None or y is None else (plot.x(x), plot.y(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    parts = [_line(trace, points)] if "lines" in mode else []
    for at, point in enumerate(points):
        if point and "markers" in mode:
            parts.append(dot(trace["marker"], *point, at))
        if point and "text" in mode:
            parts.append(_words(trace, *point, at))
    drawn = "".join(parts)
    return drawn if trace.get("cliponaxis") is False or "fill" in trace else clipped(drawn)


def clipped(drawn: str) -> str:
    """What ends at the edges of the plot."""
    return element("g", drawn, clip_path="url(#plot)")


def _line(trace: Trace, points: list[tuple[float, float] | None]) -> str:
    looks, pattern = {"fill": "none", "stroke_linejoin": "round", **pen(trace["line"])}, ""
    if trace.get("fill") == "toself":
        inside = {"color": trace["fillcolor"], "pattern": trace.get("fillpattern", {})}
        looks["fill"], pattern = fill(inside)
    return pattern + element("path", d=path(points, closed="fill" in trace), **looks)


def dot(marker: dict[str, Any], x: float, y: float, at: int = 0) -> str:
    """One dot."""
    inside, pattern = fill(marker, at)
    looks = pen(marker["line"], at) if "line" in marker else {}
    return pattern + element("circle", cx=x, cy=y, r=picked(marker["size"], at) / 2, fill=inside, **looks)


def _words(trace: Trace, x: float, y: float, at: int) -> str:
    font = trace.get("textfont", {})
    said = block(trace["text"][at], font.get("size", SIZE), font.get("color", INK))
    away = picked(trace["marker"]["size"], at) / 2 + NEAR
    if picked(trace["textposition"], at) == "middle left":
        return write(said, x - away, y, "end")
    return write(said, x + away, y, "start")
