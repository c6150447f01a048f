"""Tables in reports: every row, headings repeated on each page, no row broken between two."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from congdoan.charts.theme import GRID, STEPS
from congdoan.packs.narrow import Laid

WHOLE = 320.0
"""Height in points up to which a table is kept on one page."""
_TOGETHER = 3
"""So many rows at either end of a longer table are kept on one page."""
_PADDING = 90
"""Room left and right of a text in its cell, in twentieths of a point."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def grid(report: Any, held: Laid) -> None:
    """A table with all rows it holds; totals are bold."""
    columns = "".join(f'<w:gridCol w:w="{round(20 * width)}"/>' for width in held.widths)
    shown = held.table
    rows = [_row(shown.headings, held, bold=True, ground=GRID, head=True, keep=True)]
    for at, (texts, total) in enumerate(zip(shown.rows, shown.totals, strict=True)):
        keep = _is_kept(held, at)
        rows.append(_row(texts, held, bold=total, ground=STEPS[0] if total else "", head=False, keep=keep))
    wide = round(20 * sum(held.widths))
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="{GRID[1:]}"/>' for side in _SIDES)
    margins = "".join(f'<w:{side} w:w="{_PADDING}" w:type="dxa"/>' for side in ("left", "right"))
    looks = (
        f'<w:tblW w:w="{wide}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:firstRow="1"/>'
    )
    whole = f"<w:tblPr>{looks}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}"
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{whole}</w:tbl>")
    report.element.body.insert_element_before(table, "w:sectPr")


def _is_kept(held: Laid, at: int) -> bool:
    """Whether a row stays on the page of what follows: in a short table, and at either end of a long one.

    The last row stays with what is said below the table.
    """
    return sum(held.heights) <= WHOLE or at < _TOGETHER - 1 or at >= len(held.table.rows) - _TOGETHER


def _row(texts: tuple[str, ...], held: Laid, *, bold: bool, ground: str, head: bool, keep: bool) -> str:
    cells = "".join(
        _cell(
            text, width, held.size, align="right" if number else "left", bold=bold, ground=ground, keep=keep
        )
        for text, width, number in zip(texts, held.widths, held.table.numeric, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: float, size: float, *, align: str, bold: bool, ground: str, keep: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground[1:]}"/>' if ground else ""
    looks = f'{"<w:b/>" if bold else ""}<w:sz w:val="{round(2 * size)}"/>'
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    wide, next_to = f'<w:tcW w:w="{round(20 * width)}" w:type="dxa"/>', "<w:keepNext/>" if keep else ""
    return (
        f'<w:tc><w:tcPr>{wide}{shade}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr>{next_to}<w:spacing w:before="20" w:after="20"/><w:jc w:val="{align}"/></w:pPr>'
        f"<w:r><w:rPr>{looks}</w:rPr>{lines}</w:r></w:p></w:tc>"
    )
