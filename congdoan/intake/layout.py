"""Finds the tables of a sheet: titles above, one to three rows of headings, where figures begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from congdoan.intake.columns import is_known, is_role
from congdoan.intake.grid import Cell, Column, Grid
from congdoan.intake.meanings import coded, units
from congdoan.intake.words import tidy

_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d", re.IGNORECASE)
_ORDINAL = re.compile(r"\(?\s*(?:\d{1,2}|[A-Ha-h])\s*\)?(?:\s*=.*)?|\(?\d{1,2}\s*=[\d\s+\-*/():,.]*\)?")
_DEEPEST = 3
"""Rows that headings may take."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet. Rows count from 0: headings from `top`, figures from `first` to before `end`.

    `labels` has the headings of each column, outermost first; `numbered` are rows that number the columns,
    `repeated` those that say the headings again, as on each page of paper.
    """

    top: int
    first: int
    end: int
    labels: tuple[tuple[str, ...], ...]
    titles: tuple[tuple[int, str], ...]
    numbered: tuple[int, ...] = field(default=())
    repeated: tuple[int, ...] = field(default=())


def text(cell: Cell) -> str:
    """What a cell says, tidied; a whole number without decimals, nothing for a blank cell."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, not a text that looks like one."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def tables(grid: Grid) -> list[Table]:
    """The tables of a sheet from the top down; none where no row reads like headings."""
    found: list[Table] = []
    at, above = 0, 0
    spans = _spans(grid)
    while at < len(grid.rows):
        if not _heads(grid.rows[at], strictly=bool(found)) and (found or not _heads_numbers(grid, at)):
            at += 1
            continue
        deep = _deep(grid, at, spans)
        labels = _labels(grid, at, deep, spans)
        if found and labels == found[-1].labels:
            again = tuple(range(at, at + deep))
            found[-1] = replace(found[-1], repeated=(*found[-1].repeated, *again))
            at += deep
            continue
        numbered = tuple(
            row for row in range(at + deep, min(at + deep + 2, len(grid.rows))) if _numbers(grid, row)
        )
        first = numbered[-1] + 1 if numbered else at + deep
        if found:
            above = _titles_from(grid, found[-1], at)
            found[-1] = _ended(found[-1], above)
        titles = tuple((row, line) for row in range(above, at) if (line := _line(grid.rows[row])))
        found.append(Table(at, first, len(grid.rows), labels, titles, numbered))
        at = first
    return found


def _ended(table: Table, end: int) -> Table:
    return replace(table, end=end)


def _titles_from(grid: Grid, before: Table, top: int) -> int:
    """Where the titles of a lower table begin: below the last row that holds a number."""
    rows = range(top - 1, before.first - 1, -1)
    return next(
        (row + 1 for row in rows if any(map(is_number, grid.rows[row])) or not _line(grid.rows[row])), top
    )


def _line(row: Sequence[Cell]) -> str:
    return " ".join(dict.fromkeys(filter(None, map(text, row))))


def _heads(row: Sequence[Cell], strictly: bool) -> bool:
    """Whether a row reads like headings: texts and years, of which two are known names of columns.

    Below a table that was found, one of them must be a column that stands before figures.
    """
    if any(map(_is_count, row)):
        return False
    cells = [cell for cell in row if text(cell)]
    if len(cells) < 2:
        return False
    texts = [text(cell) for cell in cells]
    known = [one for one in texts if len(one) < 200 and (is_known(_bare(one)) or _YEAR.fullmatch(one))]
    roles = [one for one in texts if len(one) < 60 and is_role(_bare(one))]
    if strictly:
        return (len(roles) >= 2 and len(known) * 3 >= len(texts) * 2) or (
            bool(roles) and len(known) == len(texts)
        )
    return (len(known) >= 2 and (bool(roles) or len(known) * 2 >= len(texts))) or (
        len(roles) >= 1 and len(known) >= 1 and len(texts) >= 3
    )


def _heads_numbers(grid: Grid, row: int) -> bool:
    """Whether a row of texts, one of them a known name of a column, stands right above numbers."""
    cells = grid.rows[row]
    filled = [at for at, cell in enumerate(cells) if text(cell)]
    if any(map(_is_count, cells)) or len(filled) < 2:
        return False
    below = next((later for later in grid.rows[row + 1 : row + 3] if _line(later)), ())
    over = any(at < len(below) and _is_count(below[at]) for at in filled)
    return over and any(is_known(_bare(text(cells[at]))) for at in filled)


def _is_count(cell: Cell) -> bool:
    """Whether a cell is a number, or digits, that are no year."""
    if type(cell) is float or type(cell) is int:
        return not 1900 <= cell < 2100
    return type(cell) is str and cell.isdecimal() and len(cell) != len("2025")


def _bare(label: str) -> str:
    """A heading without what stands in brackets, such as its unit of measure."""
    return re.sub(r"\([^()]*\)", " ", label)


def _spans(grid: Grid) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """The merged range around each cell of the upper rows: its first and last row and column."""
    found = {}
    for (top, left), (bottom, right) in grid.merged:
        if (bottom - top + 1) * (right - left + 1) <= 10_000:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    found[row, column] = (top, left, bottom, right)
    return found


def _deep(grid: Grid, top: int, spans: dict[tuple[int, int], tuple[int, int, int, int]]) -> int:
    """How many rows the headings take: a lower row fills only places that the rows above leave open."""
    deep = max(
        (spans[top, column][2] for column in range(_width(grid)) if (top, column) in spans), default=top
    )
    deep = min(deep, top + _DEEPEST - 1) - top + 1
    while deep < _DEEPEST and top + deep < len(grid.rows):
        row = grid.rows[top + deep]
        filled = [column for column, cell in enumerate(row) if text(cell)]
        if not filled or _numbers(grid, top + deep):
            break
        if not (
            _is_units(row)
            or _is_codes(row)
            or all(_is_open(grid, top, top + deep, column, spans) for column in filled)
        ):
            break
        deep += 1
    return deep


def _is_open(
    grid: Grid, top: int, row: int, column: int, spans: dict[tuple[int, int], tuple[int, int, int, int]]
) -> bool:
    """Whether a cell can be a lower heading: a text or a year, with no single heading above it."""
    cell = grid.rows[row][column]
    if is_number(cell) and not _YEAR.fullmatch(text(cell)):
        return False
    if (row - 1, column) in spans:
        _, left, bottom, right = spans[row - 1, column]
        return bottom < row and right > left
    above = _at(grid, row - 1, column)
    beside = _at(grid, row - 1, column + 1)
    if not above:
        return any(_at(grid, upper, left) for upper in range(top, row) for left in range(column))
    return not beside and (row - 1, column + 1) not in spans and bool(_at(grid, row, column + 1))


def _is_units(row: Sequence[Cell]) -> bool:
    """Whether a row only says in what the columns above are measured."""
    texts = [text(cell).strip("()") for cell in row if text(cell)]
    measured = sum(bool(units(one).unit) for one in texts)
    numbered = sum(bool(_ORDINAL.fullmatch(one)) for one in texts)
    return measured > 1 and measured + numbered >= len(texts)


def _is_codes(row: Sequence[Cell]) -> bool:
    """Whether a row gives the codes of its columns, as in a template."""
    return all(isinstance(cell, str) and coded(cell) for cell in row if cell not in ("", None))


def _numbers(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or A, B, (1), 3=1+2."""
    texts = [text(cell) for cell in grid.rows[row] if text(cell)]
    if len(texts) < 2 or not all(_ORDINAL.fullmatch(one) for one in texts):
        return False
    digits = [int(found[0]) for one in texts if (found := re.search(r"\d+", one))]
    rising = all(later == earlier + 1 for earlier, later in pairwise(digits))
    return rising and bool(digits) and digits[0] <= 3 and len(digits) * 2 >= len(texts)


def _labels(
    grid: Grid, top: int, deep: int, spans: dict[tuple[int, int], tuple[int, int, int, int]]
) -> tuple[tuple[str, ...], ...]:
    """The headings of each column, outermost first, each one once."""
    every = []
    for column in range(_width(grid, top)):
        parts = [_heading(grid, row, column, top + deep - 1, spans) for row in range(top, top + deep)]
        every.append(tuple(dict.fromkeys(filter(None, parts))))
    return tuple(every)


def _heading(
    grid: Grid, row: int, column: int, last: int, spans: dict[tuple[int, int], tuple[int, int, int, int]]
) -> str:
    """The heading over a column in one row: its own, its merged cell's, or one to the left that spans it."""
    if (row, column) in spans:
        above, left, _, _ = spans[row, column]
        return _at(grid, above, left)
    own = _at(grid, row, column)
    if own or row == last or not any(_at(grid, lower, column) for lower in range(row + 1, last + 1)):
        return own
    for left in range(column - 1, -1, -1):
        if (row, left) in spans or not any(_at(grid, lower, left) for lower in range(row + 1, last + 1)):
            return ""
        if _at(grid, row, left):
            return _at(grid, row, left)
    return ""


def _at(grid: Grid, row: int, column: int) -> str:
    cells = grid.rows[row]
    return text(cells[column]) if column < len(cells) else ""


def _width(grid: Grid, top: int = 0) -> int:
    return max((len(row) for row in grid.rows[top : top + 200]), default=0)


def column_of(grid: Grid, table: Table, column: int) -> Column:
    """The cells of a column of a table."""
    return grid.column(column, table.first, table.end)


def columns_with(grid: Grid, table: Table, column: int) -> Iterator[tuple[int, Cell]]:
    """The filled cells of a column of a table, with their rows."""
    for row in range(table.first, table.end):
        cells = grid.rows[row]
        if column < len(cells) and cells[column] not in ("", None):
            yield row, cells[column]
