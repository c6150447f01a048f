"""What a slide is about: a chart, a table, tiles or sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from congdoan.charts.theme import BLUE, GOLD, INK, SOFT, STEPS
from congdoan.packs import letters
from congdoan.packs.lean import lean
from congdoan.packs.model import Slide, Tile
from congdoan.packs.narrow import Narrow, laid, remarks
from congdoan.packs.powerpoint import clouds, grids, maps, plots
from congdoan.packs.powerpoint.boxes import TEXT, Box, Style, box, colour, filled, legend, named_by
from congdoan.packs.powerpoint.figures import Cells, Cloud, Plot, read
from congdoan.packs.powerpoint.frame import BODY
from congdoan.tables import Table
from congdoan.text import Language, say

SIZES = (16, 14, 13, 12)
"""Sizes of the letters of a table; at the last one rows that do not fit are counted."""
UNIT = 18
"""Height of the line that names the unit, in points."""
VALUES = (34, 32, 30, 28, 26, 24, 22, 20)
"""Sizes of the value of a tile: a long one is smaller, never cut."""
PER_ROW, GAP = 3, 14
LABELS = (15, 14, 13, 12)
"""Sizes of what a tile is of."""
SAID = (14, 13, TEXT)
"""Sizes of what is said below the value of a tile."""
HEAD = 62
"""What of the height of a tile its value and the room around it take, in points."""
BREAK = 250.0
"""Width of the label of a break, in points."""


def body(slide: Any, held: Slide) -> list[str]:
    """Draws what a slide is about; the remarks that belong below it."""
    if held.chart is not None:
        return _chart(slide, held)
    if held.table is not None:
        return _table(slide, held, held.table)
    if held.tiles:
        _tiles(slide, held.tiles)
    else:
        _lines(slide, held.lines)
    return []


def _chart(slide: Any, held: Slide) -> list[str]:
    assert held.chart is not None
    drawn = read(held.chart.figure)
    if drawn is None and held.table is not None:
        drawn = maps.ranked(held.table)
    match drawn:
        case Plot():
            return _plot(slide, drawn, held)
        case Cloud():
            clouds.draw(slide, BODY, drawn, held.context.lang, held.chart.alt)
        case Cells():
            return _cells(slide, drawn, held)
        case None if held.table is not None:
            return _table(slide, held, maps.by_year(held.table))
        case None:
            _lines(slide, (held.chart.alt,))
    return []


def _plot(slide: Any, plot: Plot, held: Slide) -> list[str]:
    lang, alt = held.context.lang, held.chart.alt if held.chart else held.title
    top = _above(slide, plot, lang)
    area = Box(BODY.left, BODY.top + top, BODY.width, BODY.height - top)
    shown = plots.parts(plot, area, GAP, held.title)
    wide = (BODY.width - GAP * (len(shown) - 1)) / len(shown)
    for at, part in enumerate(shown):
        place = Box(area.left + at * (wide + GAP), area.top, wide, area.height)
        plots.draw(slide, place, part, lang, alt)
        if part.breaks:
            _breaks(slide, part, plots.inside(part, place))
    count, total = sum(map(_rows, shown)), _rows(plot)
    said = [say("pack.hollow", lang)] if any(part.hollow for part in shown) else []
    if count < total:
        said.insert(0, say("pack.bars_some", lang, shown=count, total=total))
    return [" ".join(said)] if said else []


def _rows(plot: Plot) -> int:
    """How many categories have a mark of their own: not the headings above others."""
    return len(plot.categories) - len(plot.headings)


def _above(slide: Any, plot: Plot, lang: Language) -> float:
    """The unit and the names of the series above bars; how much room they take."""
    top: float = 0
    place = Box(BODY.left, BODY.top, BODY.width, UNIT)
    if plot.unit:
        words = plot.unit if plot.grid else say("pack.unit", lang, unit=plot.unit)
        box(slide, place, words, Style((TEXT,), colour=SOFT), "unit")
        top += UNIT
        place = replace(place, left=place.left + letters.width(words, TEXT) + GAP)
    if plot.legend and plot.kind == "bar":
        named = [(one.name, one.shade) for one in plot.series]
        if place.left + letters.width(named_by(named), TEXT) > BODY.left + BODY.width:
            place = Box(BODY.left, BODY.top + top, BODY.width, UNIT)
        place = replace(place, width=BODY.left + BODY.width - place.left)
        place = replace(place, height=max(UNIT, letters.height(named_by(named), place.width, TEXT)))
        legend(slide, place, named)
        top = place.top + place.height + 4 - BODY.top
    return top


def _breaks(slide: Any, plot: Plot, inner: Box) -> None:
    """A dashed line where a series breaks, and its label."""
    used: float = 0
    for at, told in plot.breaks:
        words = told.replace("; ", ";\n")
        x = inner.left + inner.width * at / len(plot.categories)
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(inner.top), Pt(x), Pt(inner.top + inner.height)
        )
        line.name = "break"
        line.line.color.rgb, line.line.width = colour(SOFT), Pt(1)
        line.line.dash_style = MSO_LINE.DASH
        left = at > len(plot.categories) / 2
        tall, room = letters.height(words, BREAK, TEXT), BREAK
        label = Box(x - room - 4 if left else x + 4, inner.top + used, room, tall)
        box(slide, label, words, Style((TEXT,), colour=SOFT, align="right" if left else "left"), "break")
        used += tall


def _cells(slide: Any, held: Cells, about: Slide) -> list[str]:
    assert about.chart is not None
    met = {ground for _, ground in held.texts.values()}
    legend(slide, Box(BODY.left, BODY.top, BODY.width, UNIT), [one for one in held.legend if one[1] in met])
    place = Box(BODY.left, BODY.top + UNIT + 6, BODY.width, BODY.height - UNIT - 6)
    grids.cells(slide, place, held, about.chart.alt)
    return []


def _table(slide: Any, held: Slide, table: Table) -> list[str]:
    shown = laid(_for_hall(table, held.title), BODY.width, BODY.height, SIZES)
    grids.table(slide, BODY, shown, held.title)
    return remarks(shown.table, held)


def _for_hall(table: Table, title: str) -> Narrow:
    """The columns that a table shows in a hall, those worth least ready to go."""
    made = lean(table, title)
    same = (made.common,) if made.common else ()
    size = len(made.rows), len(made.headings)
    return Narrow(
        made.headings, made.numeric, made.rows, made.totals, same, *size, ranks=made.ranks, named=made.named
    )


def _tiles(slide: Any, tiles: tuple[Tile, ...]) -> None:
    """Three in a row, fewer wider ones where there are few."""
    across = 2 if len(tiles) == 4 else min(PER_ROW, len(tiles))
    rows = -(-len(tiles) // across)
    wide = (BODY.width - GAP * (across - 1)) / across
    tall = min(156.0, (BODY.height + 34 - GAP * (rows - 1)) / rows)
    room = wide - 28
    head = _head([tile.label for tile in tiles], room)
    size = min(letters.fitting(_said(tile), room, tall - head - HEAD, SAID)[0] for tile in tiles)
    for at, tile in enumerate(tiles):
        left, top = BODY.left + at % across * (wide + GAP), BODY.top + at // across * (tall + GAP)
        _tile(slide, tile, Box(left, top, wide, tall), head, size)


def _head(labels: Sequence[str], room: float) -> float:
    """The height of the labels of tiles: a line where one size of it fits all of them, else two."""
    widest = max(labels, key=lambda label: letters.width(label, LABELS[0], bold=True))
    one = (size for size in LABELS if letters.width(widest, size, bold=True) <= room)
    return next(one, 2 * LABELS[0]) * letters.LINE


def _said(tile: Tile) -> str:
    return "\n".join(filter(None, [tile.change, tile.remark]))


def _tile(slide: Any, tile: Tile, place: Box, head: float, size: float) -> None:
    """A tile; the height of its label and the size of what is said below its value are those of all tiles."""
    ground = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.emu)
    filled(ground, STEPS[0])
    ground.name = "tile"
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(place.left, place.top, 4, place.height).emu)
    filled(bar, GOLD)
    left, room, top = place.left + 16, place.width - 28, place.top + 8
    box(slide, Box(left, top, room, head), tile.label, Style(LABELS, bold=True), "label")
    top, end = top + head + 4, place.top + place.height - 6
    said = _said(tile)
    if tile.lines:
        below = end - 36 if said else end
        lines = Style((28, 24, 20, 18, 16, 14, 13, 12))
        box(slide, Box(left, top, room, below - top), "\n".join(tile.lines), lines, "lines")
    else:
        below = top + 42
        box(slide, Box(left, top, room, 42), tile.value, Style(VALUES, bold=True, colour=BLUE), "value")
    if said:
        box(slide, Box(left, below + 2, room, end - below - 2), said, Style((size,), colour=INK), "said")


def _lines(slide: Any, lines: tuple[str, ...]) -> None:
    words = "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)
    box(slide, BODY, words, Style((20, 18, 16, 14, TEXT)), "lines")
