"""Axes of a picture: grid, ticks with their words, titles, and the room that all these take."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from congdoan.charts.theme import GRID, INK, SIZE, SOFT
from congdoan.formats import number
from congdoan.packs.drawing.plot import Figure, Plot
from congdoan.packs.drawing.svg import element, path
from congdoan.packs.drawing.text import LEADING, Block, block, write
from congdoan.text import Language

AWAY = 4
"""From the edge of the plot to the words of a tick, in px, beyond the tick's own length."""
NICE = (2, 5, 10)
Axis = Mapping[str, Any]


@dataclass(frozen=True)
class Tick:
    """A value of an axis and its words."""

    at: float
    words: Block


def ticks(axis: Axis, lang: Language) -> list[Tick]:
    """The ticks of an axis within its range; none where it is not shown."""
    if axis.get("visible") is False or axis.get("showticklabels") is False:
        return []
    low, high = sorted(axis["range"])
    told = [tick for tick in _told(axis, lang) if low - 1e-9 <= tick[0] <= high + 1e-9]
    font = axis.get("tickfont", {})
    size, colour = font.get("size", SIZE), font.get("color", INK)
    return [Tick(at, block(words, size, colour)) for at, words in told]


def _told(axis: Axis, lang: Language) -> list[tuple[float, str]]:
    if "tickvals" in axis:
        texts = axis.get("ticktext") or [str(int(value)) for value in axis["tickvals"]]
        return list(zip(axis["tickvals"], texts, strict=True))
    low, high = sorted(axis["range"])
    return [(value, number(value, lang)) for value in _steps(low, high, axis.get("nticks", 6))]


def _steps(low: float, high: float, most: int) -> list[float]:
    """Round values from low to high, at most so many."""
    rough = (high - low) / most
    base = 10.0 ** math.floor(math.log10(rough))
    step = base * next(nice for nice in NICE if nice >= rough / base - 1e-9)
    count = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    return [round(at * step, 9) for at in count]


def title(axis: Axis) -> Block | None:
    """The title of an axis, where it has one."""
    told = axis.get("title", {})
    if axis.get("visible") is False or not told.get("text"):
        return None
    font = told.get("font", {})
    return block(told["text"], font.get("size", SIZE), font.get("color", INK))


def room(figure: Figure, lang: Language) -> tuple[float, float]:
    """What the axes need to the left of the plot and below it, in px."""
    layout = figure["layout"]
    return _room(layout["yaxis"], "yaxis", lang), _room(layout["xaxis"], "xaxis", lang)


def _room(axis: Axis, key: str, lang: Language) -> float:
    words = [tick.words for tick in ticks(axis, lang)]
    size = max((one.width if key == "yaxis" else one.height for one in words), default=0)
    room = size + axis.get("ticklen", 0) + AWAY if words else 0.0
    said = title(axis)
    return room + (said.height + axis["title"].get("standoff", 0) / 2 if said else 0)


def axes(figure: Figure, plot: Plot, lang: Language) -> str:
    """Both axes: grid and zero line first, then words."""
    layout = figure["layout"]
    parts = [_lines(layout[key], plot, key, lang) for key in ("xaxis", "yaxis")]
    return "".join([*parts, _across(layout["xaxis"], plot, lang), _upright(layout["yaxis"], plot, lang)])


def _lines(axis: Axis, plot: Plot, key: str, lang: Language) -> str:
    if axis.get("visible") is False:
        return ""
    low, high = sorted(axis["range"])
    shown = axis.get("showgrid", True)
    told = [(tick.at, axis.get("gridcolor", GRID)) for tick in ticks(axis, lang) if shown and tick.at]
    if axis.get("zeroline", True) and low <= 0 <= high:
        told.append((0, axis.get("zerolinecolor", SOFT)))
    return "".join(_line(plot, key, at, colour) for at, colour in told)


def _line(plot: Plot, key: str, at: float, colour: str) -> str:
    if key == "xaxis":
        ends = [(plot.x(at), plot.top), (plot.x(at), plot.bottom)]
    else:
        ends = [(plot.left, plot.y(at)), (plot.right, plot.y(at))]
    return element("path", d=path(ends), stroke=colour, stroke_width=1)


def _across(axis: Axis, plot: Plot, lang: Language) -> str:
    """The words below the plot, upright where they would touch, then the title."""
    told, away = ticks(axis, lang), axis.get("ticklen", 0) + AWAY
    turned = _touch(told, plot) and len(axis.get("autotickangles", [])) > 1
    parts, deepest = [], 0.0
    for tick in told:
        deep = tick.words.width if turned else tick.words.height
        deepest = max(deepest, deep + away)
        if turned:
            parts.append(write(tick.words, plot.x(tick.at), plot.bottom + away, "start", 90))
        else:
            parts.append(write(tick.words, plot.x(tick.at), plot.bottom + away + deep / 2))
    if said := title(axis):
        low = plot.bottom + deepest + axis["title"].get("standoff", 0) / 2 + said.height / 2
        parts.append(write(said, (plot.left + plot.right) / 2, low))
    return "".join(parts)


def _touch(told: list[Tick], plot: Plot) -> bool:
    ends = sorted((plot.x(tick.at), tick.words.width / 2 + 3) for tick in told)
    return any(a + wide > b - other for (a, wide), (b, other) in pairwise(ends))


def _upright(axis: Axis, plot: Plot, lang: Language) -> str:
    told, away = ticks(axis, lang), axis.get("ticklen", 0) + AWAY
    parts = [write(tick.words, plot.left - away, plot.y(tick.at), "end") for tick in told]
    if said := title(axis):
        wide = max((tick.words.width for tick in told), default=0)
        x = plot.left - away - wide - axis["title"].get("standoff", 0) / 2 - said.size * LEADING / 2
        parts.append(write(said, x, (plot.top + plot.bottom) / 2, turn=-90))
    return "".join(parts)
