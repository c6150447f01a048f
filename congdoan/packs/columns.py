"""Tables on paper: what all rows share is said once, the columns left are made to fit the width of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.packs.drawing.text import advance
from congdoan.packs.telling import parted, worded
from congdoan.packs.wrapping import lines as lines_of
from congdoan.packs.wrapping import narrowest
from congdoan.tables import Table
from congdoan.text import Language, say

Tries = tuple[tuple[float, int], ...]
TRIES: Tries = ((9.0, 1), (8.5, 1), (8.0, 1), (8.0, 2), (7.5, 1), (7.5, 2), (7.0, 2), (7.0, 3))
"""Sizes of type in pt and lines that a text may take, as they are tried; the last where nothing fits."""
LARGE: Tries = ((9.0, 1), (8.5, 1), (8.0, 1), (8.5, 2), (8.5, 3))
"""The same for a table that has a wide sheet to itself."""
UPRIGHT = 3
"""So many of these are tried for a table of one row before it stands upright."""
PAD = 3.0
"""Room on either side of a cell, in pt."""
HEADING_LINES = 3
"""Lines that a heading takes at most, where its words allow it."""
BOLD = 1.06
"""How much wider words are in the bold type of headings, at most."""
MOST_LINES = max(lines for _, lines in (*TRIES, *LARGE))
LONGEST = 28.0
"""Width of a line in a cell, in sizes of its type: longer texts are broken, unless the page has room."""
FIRST, NEXT, ROW = 0.7, 1.1, 5.2
"""Height of the first line of a row and of each further one, in sizes of its type; what is added, in pt."""
KEYS = 2
"""Columns, at most, that are repeated where a table is printed in parts."""


@dataclass(frozen=True)
class Column:
    """One column: heading, cells in words, whether they are numbers; the widths at size 1 of its heading, and
    at which no cell takes more than one line, two, and so on.
    """

    heading: str
    cells: tuple[str, ...]
    numeric: bool
    head: float
    wides: tuple[float, ...]

    @property
    def whole(self) -> float:
        """The width at size 1 at which no cell is broken."""
        return max(self.head, self.wides[0])

    def width(self, lines: int) -> float:
        """The width at size 1 at which no cell takes more than so many lines, long texts aside."""
        if self.numeric:
            return self.whole
        longest = max(LONGEST, self.wides[-1])
        return max(self.head, min(longest, self.wides[min(lines, len(self.wides)) - 1]))


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
        rows: list[int] = [HEADING_LINES, *(max(cells) for cells in zip(*told, strict=True))]
        return sum((FIRST + (lines - 1) * NEXT) * self.size + ROW for lines in rows)


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


def laid(table: Table, width: float, tries: Tries = TRIES) -> Laid:
    """A whole table within a width in pt, in parts below each other where it is too wide.

    A single row that is too long for the width stands upright, a line for each of its columns.
    """
    told, shared = parted(worded(table))
    columns = [_column(one.heading, one.cells, numeric=one.numeric) for one in told]
    if len(table) == 1 and not any(_fits(columns, width, *tried) for tried in tries[:UPRIGHT]):
        return Laid((), tuple(_parts(_upright(columns, table.lang), width, tries)), (False,) * len(columns))
    once = tuple((one.heading, one.cells[0]) for one in shared)
    return Laid(once, tuple(_parts(columns, width, tries)), table.totals)


def _upright(row: Sequence[Column], lang: Language) -> list[Column]:
    """One row as a line for each of its cells."""
    heads = (say("pack.tile.label", lang), say("pack.tile.value", lang))
    sides = (tuple(one.heading for one in row), tuple(one.cells[0] for one in row))
    return [_column(head, cells, numeric=False) for head, cells in zip(heads, sides, strict=True)]


def _column(heading: str, cells: tuple[str, ...], *, numeric: bool) -> Column:
    texts = set(cells)
    widest = max((advance(text) for text in texts), default=0.0)
    broken = [] if numeric else [narrowest(texts, lines) for lines in range(2, MOST_LINES + 1)]
    head = narrowest([heading], HEADING_LINES) * BOLD
    return Column(heading, cells, numeric, head, (widest, *broken))


def _parts(columns: Sequence[Column], width: float, tries: Tries) -> list[Part]:
    for size, lines in tries:
        if _fits(columns, width, size, lines):
            return [_part(columns, width, size, lines)]
    keys = _keys(columns)
    groups: list[list[Column]] = [[]]
    for column in columns[len(keys) :]:
        if groups[-1] and not _fits([*keys, *groups[-1], column], width, size, lines):
            groups.append([])
        groups[-1].append(column)
    return [_part([*keys, *group], width, size, lines) for group in groups]


def _keys(columns: Sequence[Column]) -> list[Column]:
    """The first columns of words, by which a row is known again."""
    numbers = [at for at, column in enumerate(columns) if column.numeric]
    return list(columns[: max(1, min(KEYS, numbers[0] if numbers else KEYS))])


def _fits(columns: Sequence[Column], width: float, size: float, lines: int) -> bool:
    return sum(_cell(column.width(lines), size) for column in columns) <= width


def _cell(width: float, size: float) -> float:
    """A column of a width at size 1, with its padding and what rounding may take, in pt."""
    return width * size + 2 * PAD + 0.3


def _part(columns: Sequence[Column], width: float, size: float, lines: int) -> Part:
    """The columns as wide as they must be; what is left spares lines to cells, long texts, then headings."""
    widths = _spared(columns, [_cell(column.width(lines), size) for column in columns], width, size)
    wholes = [_cell(column.whole, size) for column in columns]
    headings = [_cell(max(column.width(1), advance(column.heading, bold=True)), size) for column in columns]
    for wishes in (wholes, headings):
        widths = _widened(widths, wishes, width)
    return Part(tuple(columns), size, tuple(widths))


def _spared(columns: Sequence[Column], widths: list[float], width: float, size: float) -> list[float]:
    """What is left of a width given to the tallest cells, line by line, first where most are spared one."""
    spare, told = width - sum(widths), dict(enumerate(columns))
    while told:
        wishes = {at: _wish(column, size, widths[at]) for at, column in told.items()}
        at = max(wishes, key=lambda at: (wishes[at][0], wishes[at][2] / (wishes[at][1] + 1)))
        lines, more, _ = wishes[at]
        if lines == 1 or not 0 < more <= spare:
            del told[at]
        else:
            widths[at] += more
            spare -= more
    return widths


def _wish(column: Column, size: float, width: float) -> tuple[int, float, int]:
    """The lines of the tallest cells of a column, what it lacks for one less, how many cells they are."""
    told = _lines(column, size, width)
    lines = max(told, default=1)
    return lines, max(0.0, _cell(column.width(max(1, lines - 1)), size) - width), told.count(lines)


def _widened(widths: Sequence[float], wishes: Sequence[float], width: float) -> list[float]:
    """What is left of a width given away, first where least is wished for."""
    found, spare = list(widths), width - sum(widths)
    for at in sorted(range(len(found)), key=lambda at: wishes[at] - found[at]):
        given = max(0.0, min(spare, wishes[at] - found[at]))
        found[at] += given
        spare -= given
    return found


def _lines(column: Column, size: float, width: float) -> list[int]:
    """How many lines each cell of a column takes."""
    room = (width - 2 * PAD) / size
    if column.numeric or column.wides[0] <= room:
        return [1] * len(column.cells)
    return [lines_of(cell, room) for cell in column.cells]
