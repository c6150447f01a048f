"""A sheet as it stands in a file: its cells by row and column, what is merged, and what is no plain value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta | None
"""What a cell holds; a blank one an empty text or None."""
Place = tuple[int, int]
"""Row and column of a cell, counted from 0."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What values alone do not tell: formulas (with a kept value or not), error values, percent formats.

    Of an XLSX also the rows and columns that are hidden, by hand or by a filter.
    """

    formulas: Mapping[Place, bool] = field(default_factory=dict)
    errors: Mapping[Place, str] = field(default_factory=dict)
    percents: frozenset[Place] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of a column, None where a row is shorter, and each different one of them once.

    Where TRUE could pass for 1, all of them stand for the different ones.
    """

    cells: Sequence[Cell]
    different: Collection[Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. All rows begin in column A and the first is row 1; `merged` are corners, both included."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[Place, Place]] = ()
    marks: Marks = field(default_factory=Marks)
    hidden: bool = False
    _columns: dict[tuple[int, int, int], Column] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def column(self, at: int, first: int, end: int) -> Column:
        """The cells of a column from one row to before another, found once."""
        place = (at, first, end)
        if place not in self._columns:
            self._columns[place] = _column(at, self.rows[first:end])
        return self._columns[place]


def _column(at: int, rows: Sequence[Sequence[Cell]]) -> Column:
    cells = [row[at] if at < len(row) else None for row in rows]
    return Column(cells, cells if bool in set(map(type, cells)) else set(cells))


def fixed(grids: Sequence[Grid], fixes: Mapping[str, str]) -> list[Grid]:
    """The sheets with texts typed in place of some cells, by `sheet!cell`; new rows are not made."""
    typed: dict[str, dict[Place, str]] = {}
    for place, text in fixes.items():
        sheet, _, cell = place.rpartition("!")
        typed.setdefault(sheet, {})[place_of(cell)] = text
    return [_fixed(grid, typed[grid.name]) if grid.name in typed else grid for grid in grids]


def _fixed(grid: Grid, typed: Mapping[Place, str]) -> Grid:
    rows = [*grid.rows]
    for (row, column), text in typed.items():
        if row < len(rows):
            cells = [*rows[row]]
            cells += [None] * (column + 1 - len(cells))
            cells[column] = text
            rows[row] = cells
    marks = replace(
        grid.marks,
        formulas={place: kept for place, kept in grid.marks.formulas.items() if place not in typed},
        errors={place: error for place, error in grid.marks.errors.items() if place not in typed},
        percents=grid.marks.percents - typed.keys(),
    )
    return replace(grid, rows=rows, marks=marks)


def letters(column: int) -> str:
    """The name of a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """The name of a cell counted from 0: (6, 1) is B7."""
    return f"{letters(column)}{row + 1}"


def place_of(reference: str) -> Place:
    """Row and column of a cell's name, counted from 0; ValueError when it is none."""
    letters_ = reference.rstrip("0123456789")
    column = 0
    for letter in letters_:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters_) :]) - 1, column - 1
