"""The legend above a plot: its entries in lines, as many as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from congdoan.charts.theme import INK, SIZE
from congdoan.packs.drawing.lines import dot
from congdoan.packs.drawing.plot import Figure
from congdoan.packs.drawing.svg import box, element, fill, pen
from congdoan.packs.drawing.text import LEADING, Block, block, write

SIGN, GAP = 36, 18
"""Room for the sign of an entry, and between two entries, in px."""
PADDING = 10


@dataclass(frozen=True)
class Entry:
    """A trace and its name, at a place below the top left corner of the legend."""

    trace: dict[str, Any]
    name: Block
    x: float
    y: float


@dataclass(frozen=True)
class Legend:
    """The entries in their places, the title above them, the height of all."""

    title: Block | None
    entries: tuple[Entry, ...]
    height: float

    @property
    def width(self) -> float:
        """What its widest row needs, in px."""
        return max((entry.x + SIGN + entry.name.width for entry in self.entries), default=0)


def legend(figure: Figure, width: float) -> Legend:
    """The legend of a figure within a width; without entries where it has none."""
    layout = figure["layout"]
    if not layout.get("showlegend"):
        return Legend(None, (), 0)
    told = layout["legend"].get("title", {})
    title = block(told["text"], told["font"]["size"], told["font"]["color"]) if told.get("text") else None
    entries: list[Entry] = []
    x, y, tall = 0.0, title.height if title else 0.0, 0.0
    for trace in figure["data"]:
        if trace.get("showlegend") is False or not trace.get("name"):
            continue
        name = block(trace["name"], SIZE, INK)
        if x and x + SIGN + name.width > width:
            x, y, tall = 0.0, y + tall, 0.0
        entries.append(Entry(trace, name, x, y))
        x, tall = x + SIGN + name.width + GAP, max(tall, name.height)
    return Legend(title, tuple(entries), y + tall + PADDING)


def draw(told: Legend, left: float, bottom: float) -> str:
    """A legend that ends just above a height."""
    top = bottom - told.height + PADDING / 2
    parts = [write(told.title, left, top + told.title.height / 2, "start")] if told.title else []
    for entry in told.entries:
        x, y = left + entry.x, top + entry.y
        parts.append(_sign(entry.trace, x, y + SIZE * LEADING / 2))
        parts.append(write(entry.name, x + SIGN, y + entry.name.height / 2, "start"))
    return "".join(parts)


def _sign(trace: dict[str, Any], x: float, y: float) -> str:
    """What stands for a trace: a small bar, a piece of line, a dot."""
    if trace["type"] == "bar":
        inside, pattern = fill(trace["marker"])
        outline = pen(trace["marker"].get("line", {"width": 0}))
        return pattern + box(x + 14, y - 6, x + 28, y + 6, fill=inside, **outline)
    mode, middle = trace["mode"], x + SIGN / 2 - 3
    line = element("line", x1=x, y1=y, x2=x + SIGN - 6, y2=y, **pen(trace["line"])) if "lines" in mode else ""
    return line + (dot(trace["marker"], middle, y) if "markers" in mode else "")
