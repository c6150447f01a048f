"""Tables on paper: what all rows share is said once, the columns left are made to fit the width of a page."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.packs.drawing.text import advance
from congdoan.tables import Table

TRIES = ((9.0, 1), (8.5, 1), (8.0, 1), (8.0, 2), (7.5, 1), (7.5, 2), (7.0, 2), (7.0, 3))
"""Sizes of type in pt and lines that a text may take, as they are tried; the last where nothing fits."""
PAD = 3.0
"""Room on either side of a cell, in pt."""
HEADING_LINES = 3
"""Lines that a heading takes at most, where its words allow it."""
RAGGED = 1.15
"""What lines of words lose at their ends, long ones less than those of a few words."""
FEW_WORDS = 1.35
LONGEST = 28.0
"""Width of a line in a cell, in sizes of its type: longer texts are broken."""
LEADING, ROW = 1.2, 5.4
"""Height of a line in sizes of its type, and what a row adds to its lines, in pt."""
KEYS = 2
"""Columns, at most, that are repeated where a table is printed in parts."""
_PIECES = re.compile(r"\s+|(?<=[-/])(?![0-9])|(?<=–)")
"""Where typst may break a text: after a hyphen, but not before a digit."""


@dataclass(frozen=True)
class Column:
    """One column: heading, cells in words, whether they are numbers; the widths at size 1 of its heading, of
    its widest cell, and of the widest piece of a cell that cannot be broken.
    """

    heading: str
    cells: tuple[str, ...]
    numeric: bool
    head: float
    wide: float
    piece: float

    def width(self, lines: int) -> float:
        """The width at size 1 at which no cell takes more than so many lines."""
        broken = max(self.piece, min(self.wide, self.wide / lines * RAGGED)) if lines > 1 else self.wide
        return max(self.head, broken)


@dataclass(frozen=True)
class Part:
    """Columns that stand beside each other on the page; `size` of type and `widths` in pt."""

    columns: tuple[Column, ...]
    size: float
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of all columns, in pt."""
        return sum(self.widths)

    @property
    def height(self) -> float:
        """About how tall its heading and rows are, in pt."""
        both = zip(self.columns, self.widths, strict=True)
        told = [_lines(column, self.size, width) for column, width in both]
        rows: list[int] = [max(cells) for cells in zip(*told, strict=True)]
        return (sum(rows) + HEADING_LINES) * self.size * LEADING + len(rows) * ROW


@dataclass(frozen=True)
class Laid:
    """A table for paper: what all rows share, heading and words, its parts; `totals` marks total rows."""

    shared: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    totals: tuple[bool, ...]

    @property
    def height(self) -> float:
        """About how tall all parts are below each other, in pt."""
        return sum(part.height for part in self.parts)


def laid(table: Table, width: float) -> Laid:
    """A whole table within a width in pt, in parts below each other where it is too wide."""
    columns = [_column(table, at, heading) for at, heading in enumerate(table.headings())]
    left = _telling(columns) if len(table) > 1 else columns
    shared = tuple((one.heading, one.cells[0]) for one in columns if one not in left)
    return Laid(shared, tuple(_parts(left, width)), table.totals)


def _telling(columns: Sequence[Column]) -> Sequence[Column]:
    """The columns in which rows differ; all numbers too, where they differ in none."""
    varied = [one for one in columns if len(set(one.cells)) != 1]
    if any(one.numeric for one in varied):
        return varied
    return [one for one in columns if one in varied or one.numeric] or columns


def _column(table: Table, at: int, heading: str) -> Column:
    cells = tuple(table.shown(row, at) for row in range(len(table)))
    words = (advance(piece, bold=True) for piece in _PIECES.split(heading))
    head = max(advance(heading, bold=True) / HEADING_LINES * FEW_WORDS, *words)
    wide = max((advance(cell) for cell in cells), default=0.0)
    if table.fields[at].numeric:
        return Column(heading, cells, True, head, wide, wide)
    piece = max((advance(piece) for cell in cells for piece in _PIECES.split(cell)), default=0.0)
    return Column(heading, cells, False, head, max(piece, min(wide, LONGEST)), piece)


def _parts(columns: Sequence[Column], width: float) -> list[Part]:
    for size, lines in TRIES:
        if _room(columns, size, lines) <= width:
            return [_part(columns, size, lines, width)]
    keys = _keys(columns)
    groups: list[list[Column]] = [[]]
    for column in columns[len(keys) :]:
        if groups[-1] and _room([*keys, *groups[-1], column], size, lines) > width:
            groups.append([])
        groups[-1].append(column)
    return [_part([*keys, *group], size, lines, width) for group in groups]


def _keys(columns: Sequence[Column]) -> list[Column]:
    """The first columns of words, by which a row is known again."""
    numbers = [at for at, column in enumerate(columns) if column.numeric]
    return list(columns[: max(1, min(KEYS, numbers[0] if numbers else KEYS))])


def _room(columns: Sequence[Column], size: float, lines: int) -> float:
    return sum(_cell(column.width(lines), size) for column in columns)


def _cell(width: float, size: float) -> float:
    """A column of a width at size 1, with its padding and what rounding may take, in pt."""
    return width * size + 2 * PAD + 0.3


def _part(columns: Sequence[Column], size: float, lines: int, width: float) -> Part:
    """The columns as wide as they must be; what is left over spares cells a break, then headings."""
    widths = [_cell(column.width(lines), size) for column in columns]
    cells = [_cell(column.width(1), size) for column in columns]
    headings = [_cell(max(column.width(1), advance(column.heading, bold=True)), size) for column in columns]
    for wishes in (cells, headings):
        widths = _widened(widths, wishes, width)
    return Part(tuple(columns), size, tuple(widths))


def _widened(widths: Sequence[float], wishes: Sequence[float], width: float) -> list[float]:
    """What is left of a width given away, first where least is wished for."""
    found, spare = list(widths), width - sum(widths)
    for at in sorted(range(len(found)), key=lambda at: wishes[at] - found[at]):
        given = max(0.0, min(spare, wishes[at] - found[at]))
        found[at] += given
        spare -= given
    return found


def _lines(column: Column, size: float, width: float) -> list[int]:
    """About how many lines each cell of a column takes."""
    room = (width - 2 * PAD) / size
    wides = (advance(cell) for cell in column.cells)
    return [1 if wide <= room else math.ceil(wide / room * RAGGED) for wide in wides]
