"""Native tables on slides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from congdoan.charts.theme import BLUE, GROUND, STEPS, on
from congdoan.packs.narrow import Laid
from congdoan.packs.powerpoint.boxes import ALIGNED, ANCHORS, Box, colour, dress
from congdoan.packs.powerpoint.figures import Cells

SIDES = 5
"""Room left and right of a text in its cell, in points."""


def table(slide: Any, place: Box, held: Laid, alt: str) -> None:
    """A table with a row of headings; totals and what the title names are bold."""
    shown = held.table
    grid = _grid(slide, place, held.widths, held.heights, alt)
    for column, head in enumerate(shown.headings):
        align = "right" if shown.numeric[column] else "left"
        _write(grid.cell(0, column), head, held.size, BLUE, align, bold=True)
    for row, (texts, bold) in enumerate(zip(shown.rows, shown.bold, strict=True), start=1):
        ground = STEPS[0] if bold else GROUND
        for column, text in enumerate(texts):
            align = "right" if shown.numeric[column] else "left"
            _write(grid.cell(row, column), text, held.size, ground, align, bold=bold)


def cells(slide: Any, place: Box, held: Cells, alt: str) -> None:
    """A grid of coloured cells, headed on two sides."""
    head, size = place.width * 0.36, 14.0
    rest = min(110.0, (place.width - head) / len(held.columns))
    tall = min(36.0, place.height / (len(held.rows) + 1))
    widths = [head, *(rest for _ in held.columns)]
    grid = _grid(slide, place, widths, [tall] * (len(held.rows) + 1), alt)
    for column, text in enumerate(("", *held.columns)):
        _write(grid.cell(0, column), text, size, BLUE, "center" if column else "left", bold=True)
    for row, text in enumerate(held.rows):
        _write(grid.cell(row + 1, 0), text, size, GROUND, "left", bold=False)
        for column in range(len(held.columns)):
            words, ground = held.texts.get((row, column), ("", GROUND))
            _write(grid.cell(row + 1, column + 1), words, size, ground, "center", bold=True)


def _grid(slide: Any, place: Box, widths: Sequence[float], heights: Sequence[float], alt: str) -> Any:
    left, top, _, _ = place.emu
    wide, tall = Pt(sum(widths)), Pt(sum(heights))
    frame = slide.shapes.add_table(len(heights), len(widths), left, top, wide, tall)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", alt)
    grid = frame.table
    grid.horz_banding = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(grid.rows, heights, strict=True):
        row.height = Pt(height)
    return grid


def _write(cell: Any, text: str, size: float, ground: str, align: str, *, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(SIDES)
    cell.margin_top = cell.margin_bottom = Pt(2)
    cell.vertical_anchor = ANCHORS["middle"]
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(ground)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = ALIGNED[align]
    run = paragraph.add_run()
    run.text = text
    dress(run.font, size, bold=bold, code=on(ground))
