"""Reads the plain whole numbers of a column at once; every other cell is left to be read with care.

A national form has millions of cells, nearly all of them plain counts: these take a tenth of the time so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from congdoan.intake.cells import Column, most
from congdoan.intake.grid import Cell, Grid
from congdoan.intake.layout import Table

CAREFUL: Final = -1
"""Stands for a cell that is no plain number within bounds."""
_LONGEST = 14

Plain = Sequence[int | None]
"""By row of the table: the value, None for a missing one, CAREFUL for one to be looked at."""


def plain(grid: Grid, table: Table, columns: Sequence[Column]) -> Mapping[int, Plain]:
    """The plain values of columns of figures by their place; shares are never plain."""
    found: dict[int, list[int | None]] = {}
    for column in columns:
        if column.meaning.unit != "percent":
            cells = [
                row[column.at] if column.at < len(row) else None for row in grid.rows[table.first : table.end]
            ]
            found[column.at] = _values(cells, 10**column.power, most(column.meaning.unit))
    for marked in (grid.marks.formulas, grid.marks.errors, grid.marks.percents):
        for row, at in marked:
            if at in found and table.first <= row < table.end:
                found[at][row - table.first] = CAREFUL
    return found


def _values(cells: Sequence[Cell], scale: int, highest: int) -> list[int | None]:
    bound = highest // scale
    values: list[int | None] = []
    for cell in cells:
        if type(cell) is float:
            fits = 0 <= cell <= bound and cell.is_integer()
            values.append(int(cell) * scale if fits else CAREFUL)
        elif cell is None or cell == "":
            values.append(None)
        elif type(cell) is str and cell.isascii() and cell.isdecimal() and len(cell) <= _LONGEST:
            number = int(cell)
            values.append(number * scale if number <= bound else CAREFUL)
        else:
            values.append(CAREFUL)
    return values
