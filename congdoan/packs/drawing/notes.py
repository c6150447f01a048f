"""Notes and shapes of a figure, which mark breaks, targets, frames and the ends of lines."""

from __future__ import annotations

from typing import Any

from congdoan.charts.theme import INK, SIZE
from congdoan.packs.drawing.plot import Figure, Plot
from congdoan.packs.drawing.svg import box, element, pen
from congdoan.packs.drawing.text import Block, block, write

ANCHORS = {"left": 0.0, "center": 0.5, "right": 1.0}
SIDES = {"left": "start", "center": "middle", "right": "end"}
HEIGHTS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def shapes(figure: Figure, plot: Plot) -> str:
    """The lines and frames."""
    return "".join(_shape(one, plot) for one in figure["layout"].get("shapes", ()))


def _shape(shape: dict[str, Any], plot: Plot) -> str:
    x0, x1 = plot.at(shape, "x", "x0"), plot.at(shape, "x", "x1")
    y0, y1 = plot.at(shape, "y", "y0"), plot.at(shape, "y", "y1")
    if shape["type"] == "rect":
        return box(x0, y0, x1, y1, fill="none", **pen(shape["line"]))
    return element("line", x1=x0, y1=y0, x2=x1, y2=y1, **pen(shape["line"]))


def notes(figure: Figure, plot: Plot) -> str:
    """The words that stand at places of the plot."""
    return "".join(_note(one, plot) for one in figure["layout"].get("annotations", ()))


def _note(note: dict[str, Any], plot: Plot) -> str:
    font = note.get("font", {})
    said = block(note["text"], font.get("size", SIZE), font.get("color", INK))
    x = plot.at(note, "x", "x") + note.get("xshift", 0)
    y = plot.at(note, "y", "y") - note.get("yshift", 0)
    left = max(1.0, x - ANCHORS[note.get("xanchor", "center")] * said.width)
    top = y - HEIGHTS[note.get("yanchor", "middle")] * said.height
    side = note.get("align", "center")
    words = write(said, left + ANCHORS[side] * said.width, top + said.height / 2, SIDES[side])
    return _ground(note, said, left, top) + words


def _ground(note: dict[str, Any], said: Block, left: float, top: float) -> str:
    if "bgcolor" not in note:
        return ""
    return box(left - 1, top, left + said.width + 1, top + said.height, fill=note["bgcolor"])
