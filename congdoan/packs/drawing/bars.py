"""Bars of a figure: where they lie beside, upon or over each other, and the words in or beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from congdoan.charts.theme import INK, SIZE
from congdoan.packs.drawing.plot import Figure, Plot
from congdoan.packs.drawing.svg import box, fill, pen, picked
from congdoan.packs.drawing.text import Block, block, write

Trace = dict[str, Any]
PAD = 3
"""From a bar to its words, in px."""


@dataclass(frozen=True)
class Bar:
    """One bar: its trace and row, its ends across (values of the axis of places) and along its length."""

    trace: Trace
    row: int
    side: tuple[float, float]
    length: tuple[float, float]

    @property
    def lying(self) -> bool:
        """Whether it runs from left to right."""
        return self.trace.get("orientation") == "h"

    def corners(self, plot: Plot) -> tuple[float, float, float, float]:
        """Its beginning and its end, each as x and y in px."""
        if self.lying:
            return plot.x(self.length[0]), plot.y(self.side[0]), plot.x(self.length[1]), plot.y(self.side[1])
        return plot.x(self.side[0]), plot.y(self.length[0]), plot.x(self.side[1]), plot.y(self.length[1])


def bars(figure: Figure) -> list[Bar]:
    """All bars of a figure in the order of its traces."""
    traces = [trace for trace in figure["data"] if trace["type"] == "bar"]
    layout = figure["layout"]
    mode, gap = layout.get("barmode", "group"), layout.get("bargap", 0.2)
    least = _least([place for trace in traces for place in _places(trace)])
    beside = [trace for trace in traces if "offset" not in trace] if mode == "group" else [{}]
    ends: dict[tuple[float, bool], float] = defaultdict(float)
    found: list[Bar] = []
    for trace in traces:
        order = next((at for at, one in enumerate(beside) if one is trace), 0)
        for row, place, value in _known(trace):
            wide = picked(trace.get("width", least * (1 - gap) / len(beside)), row)
            first = place + picked(trace.get("offset", wide * (order - len(beside) / 2)), row)
            from_ = picked(trace.get("base", ends[place, value < 0] if mode == "stack" else 0), row)
            ends[place, value < 0] = from_ + value
            found.append(Bar(trace, row, (first, first + wide), (from_, from_ + value)))
    return found


def _places(trace: Trace) -> list[float]:
    values: Sequence[float | None] = trace["y" if trace.get("orientation") == "h" else "x"]
    return [value for value in values if value is not None]


def _known(trace: Trace) -> Iterator[tuple[int, float, float]]:
    """Row, place and value of each bar that has both."""
    lying = trace.get("orientation") == "h"
    for row, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is not None and y is not None:
            yield (row, y, x) if lying else (row, x, y)


def _least(places: Sequence[float]) -> float:
    """The least distance between two places, 1 where there is one place only."""
    ordered = sorted(set(places))
    return min((b - a for a, b in pairwise(ordered)), default=1)


def shapes(found: Sequence[Bar], plot: Plot) -> str:
    """The bars themselves; one without length is not drawn."""
    parts = []
    for bar in found:
        inside, pattern = fill(bar.trace["marker"], bar.row)
        outline = pen(bar.trace["marker"].get("line", {"width": 0}), bar.row)
        if bar.length[0] != bar.length[1] and (inside, outline) != ("none", {}):
            parts.append(pattern + box(*bar.corners(plot), fill=inside, **outline))
    return "".join(parts)


def words(found: Sequence[Bar], plot: Plot, layout: Mapping[str, Any]) -> str:
    """The words of all bars; where they are to be of one size, those too small for their bar are left out."""
    told = [(bar, _block(bar)) for bar in found if _written(bar)]
    sized = [(bar, said, min(1.0, _fit(bar, said, plot))) for bar, said in told]
    uniform = layout.get("uniformtext")
    if not uniform:
        return "".join(_write(bar, said.scaled(factor), plot) for bar, said, factor in sized)
    least = uniform["minsize"] / SIZE
    shown = [one for one in sized if one[2] >= least or uniform["mode"] == "show"]
    size = max(least, min((factor for _, _, factor in shown), default=1.0))
    return "".join(_write(bar, said.scaled(size), plot) for bar, said, _ in shown)


def _written(bar: Bar) -> bool:
    return bar.trace.get("textposition", "none") != "none" and _text(bar) != ""


def _text(bar: Bar) -> str:
    return str(picked(bar.trace.get("text", ""), bar.row))


def _block(bar: Bar) -> Block:
    colour = bar.trace.get("insidetextfont", {}).get("color", INK)
    return block(_text(bar), SIZE, picked(colour, bar.row))


def _fit(bar: Bar, said: Block, plot: Plot) -> float:
    """How much of its size the words may keep: what is inside must fit, outside only where asked."""
    x0, y0, x1, y1 = bar.corners(plot)
    if bar.trace["textposition"] == "inside":
        wide, tall = abs(x1 - x0) - 2 * PAD, abs(y1 - y0) - 2 * PAD
        return max(0.0, min(wide / said.width, tall / said.height))
    return abs(x1 - x0) / said.width if bar.trace["constraintext"] == "both" else 1.0


def _write(bar: Bar, said: Block, plot: Plot) -> str:
    x0, y0, x1, y1 = bar.corners(plot)
    back = bar.length[1] < bar.length[0]
    if bar.trace["textposition"] == "inside":
        return write(said, (x0 + x1) / 2, (y0 + y1) / 2)
    if bar.lying:
        return write(said, x1 + (-PAD if back else PAD), (y0 + y1) / 2, "end" if back else "start")
    away = said.height / 2 + PAD
    return write(said, (x0 + x1) / 2, y1 + (away if back else -away))
