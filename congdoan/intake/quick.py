"""Reads columns of figures at once: each different cell one time, for all the rows it stands in.

A national form has millions of cells and far fewer different ones. A cell of which something has to be said
is left to be read with care, at its own place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from congdoan.intake import cells, grid
from congdoan.intake.cells import Column, most
from congdoan.intake.grid import Cell, Grid, Marks
from congdoan.intake.layout import Table, column_of
from congdoan.intake.model import Value
from congdoan.intake.notes import Notes

CAREFUL: Final = -1
"""Stands for a cell of which something has to be said, or that is not exact."""
_LONGEST = 14
_UNMARKED = Marks()

Plain = Sequence[Value | None]
"""By row of the table: the value, None for a missing one, CAREFUL for one to be looked at."""


def plain(sheet: Grid, table: Table, columns: Sequence[Column]) -> Mapping[int, Plain]:
    """The plain values of columns of figures by their place."""
    found = {one.at: _values(one, column_of(sheet, table, one.at)) for one in columns}
    for marked in (sheet.marks.formulas, sheet.marks.errors, sheet.marks.percents):
        for row, at in marked:
            if at in found and table.first <= row < table.end:
                found[at][row - table.first] = CAREFUL
    return found


def _values(column: Column, told: grid.Column) -> list[Value | None]:
    notes, scale, highest = Notes(""), 10**column.power, most(column.meaning.unit)
    counts = column.meaning.unit != "percent"
    read = {cell: _count(cell, scale, highest) if counts else CAREFUL for cell in told.different}
    for cell in (cell for cell, value in read.items() if value == CAREFUL):
        read[cell] = _silent(column, cell, notes)
    if told.different is told.cells:
        return [CAREFUL if isinstance(cell, bool) else read[cell] for cell in told.cells]
    return [read[cell] for cell in told.cells]


def _count(cell: Cell, scale: int, highest: int) -> Value | None:
    """A plain whole number, as nearly all cells are: what reading with care gives too, ten times as fast."""
    if type(cell) is float:
        return int(cell) * scale if 0 <= cell <= highest // scale and cell.is_integer() else CAREFUL
    if cell is None or cell == "":
        return None
    if type(cell) is str and cell.isascii() and cell.isdecimal() and len(cell) <= _LONGEST:
        return int(cell) * scale if int(cell) <= highest // scale else CAREFUL
    return CAREFUL


def _silent(column: Column, cell: Cell, notes: Notes) -> Value | None:
    """What reading with care gives where it says nothing."""
    notes.once.clear()
    before = notes.times.total()
    read = cells.value(column, 0, cell, _UNMARKED, notes)
    if isinstance(read, bool) or notes.times.total() > before:
        return CAREFUL
    return None if read is None else read[0] if read[1] == "exact" else CAREFUL
