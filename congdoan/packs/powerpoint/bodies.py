"""What a slide is about: a chart, a table, tiles or sentences."""

from __future__ import annotations

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
from congdoan.packs.powerpoint.boxes import Box, Style, box, colour, filled, legend
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
    count = sum(len(part.categories) for part in shown)
    said = [say("pack.hollow", lang)] if plot.hollow else []
    if count < len(plot.categories):
        said.insert(0, say("pack.bars_some", lang, shown=count, total=len(plot.categories)))
    return [" ".join(said)] if said else []


def _above(slide: Any, plot: Plot, lang: Language) -> float:
    """The unit and the names of the series above bars; how much room they take."""
    top: float = 0
    if plot.unit:
        words = plot.unit if plot.grid else say("pack.unit", lang, unit=plot.unit)
        box(slide, Box(BODY.left, BODY.top, BODY.width, UNIT), words, Style((12, 11), colour=SOFT), "unit")
        top += UNIT
    if plot.legend and plot.kind == "bar":
        legend(
            slide,
            Box(BODY.left, BODY.top + top, BODY.width, UNIT),
            [(one.name, one.shade) for one in plot.series],
        )
        top += UNIT + 4
    return top


def _breaks(slide: Any, plot: Plot, inner: Box) -> None:
    """A dashed line where a series breaks, and its label."""
    used: float = 0
    for at, words in plot.breaks:
        x = inner.left + inner.width * at / len(plot.categories)
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(inner.top), Pt(x), Pt(inner.top + inner.height)
        )
        line.name = "break"
        line.line.color.rgb, line.line.width = colour(SOFT), Pt(1)
        line.line.dash_style = MSO_LINE.DASH
        left = at > len(plot.categories) / 2
        tall, room = letters.height(words, 200, 11), 200.0
        label = Box(x - room - 4 if left else x + 4, inner.top + used, room, tall)
        box(slide, label, words, Style((11,), colour=SOFT, align="right" if left else "left"), "break")
        used += tall


def _cells(slide: Any, held: Cells, about: Slide) -> list[str]:
    assert about.chart is not None
    legend(slide, Box(BODY.left, BODY.top, BODY.width, UNIT), held.legend)
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
    tall = min(150.0, (BODY.height + 34 - GAP * (rows - 1)) / rows)
    for at, tile in enumerate(tiles):
        left, top = BODY.left + at % across * (wide + GAP), BODY.top + at // across * (tall + GAP)
        _tile(slide, tile, Box(left, top, wide, tall))


def _tile(slide: Any, tile: Tile, place: Box) -> None:
    ground = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.emu)
    filled(ground, STEPS[0])
    ground.name = "tile"
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(place.left, place.top, 4, place.height).emu)
    filled(bar, GOLD)
    left, room, end = place.left + 16, place.width - 28, place.top + place.height
    box(slide, Box(left, place.top + 8, room, 36), tile.label, Style((15, 14, 13, 12), bold=True), "label")
    if tile.lines:
        lines = "\n".join(tile.lines)
        box(
            slide,
            Box(left, place.top + 46, room, place.height - (84 if tile.change or tile.remark else 52)),
            lines,
            Style((20, 18, 16, 14, 13, 12)),
            "lines",
        )
    else:
        value = Style(VALUES, bold=True, colour=BLUE)
        box(slide, Box(left, place.top + 42, room, 42), tile.value, value, "value")
    said = "\n".join(filter(None, [tile.change, tile.remark]))
    foot = Box(left, place.top + 86, room, end - place.top - 90)
    if said:
        box(slide, foot, said, Style((12, 11, 10, 9), colour=INK), "said")


def _lines(slide: Any, lines: tuple[str, ...]) -> None:
    words = "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)
    box(slide, BODY, words, Style((20, 18, 16, 14, 12, 11)), "lines")
