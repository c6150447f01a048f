"""The table that a screen shows and a file holds: described columns, typed cells, marked totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from congdoan import formats
from congdoan.errors import CongdoanError
from congdoan.text import Language, say

Cell = str | int | float | bool | date | None
"""A text, a whole number, a fraction, yes or no, a day; None where nothing is known or nothing can be."""

TOTAL = "total"
"""The key by which a query marks a row or a column as the total of the others."""

NUMERIC = frozenset({"year", "count", "dong", "amount", "percent"})
_WIDTHS = {
    "year": 8,
    "date": 12,
    "count": 14,
    "dong": 22,
    "amount": 22,
    "percent": 12,
    "flag": 10,
    "unit": 12,
}
_NAMED = {"place": 24, "metric": 38, "item": 38, "name": 38, "text": 50}


class TableError(CongdoanError):
    """Rows were asked for in a shape that they do not have."""


@dataclass(frozen=True)
class Field:
    """One column: machine name, type of the query header, heading, meaning, unit where all rows share one."""

    name: str
    type: str
    heading: str
    meaning: str = ""
    unit: str = ""

    @property
    def numeric(self) -> bool:
        """Whether the cells are numbers: right aligned, sorted and written as numbers."""
        return self.type in NUMERIC

    @property
    def decimals(self) -> int | None:
        """Digits after the comma; None for all there are, two at most: amounts, and shares as printed."""
        if self.type == "amount" or self.name.startswith("printed"):
            return None
        return 1 if self.type == "percent" else 0

    @property
    def width(self) -> int:
        """Characters that a file gives the column."""
        return max(_WIDTHS.get(self.type, _NAMED.get(self.type, 18)), min(len(self.heading) + 3, 44))


def headings(fields: Sequence[Field]) -> list[str]:
    """The headings of columns, no two alike: a second one of the same words adds its column name."""
    found: list[str] = []
    for one in fields:
        found.append(f"{one.heading} · {one.name}" if one.heading in found else one.heading)
    return found


@dataclass(frozen=True, eq=False)
class Table:
    """Cells by column, in the order of `fields`; total rows stand last. Nobody changes it.

    `codes` holds the codes behind the names of a code column, `units` the unit of the amounts of each row (""
    when the fields say it), `impossible` the (row, column) of empty cells in which no figure can exist.
    """

    name: str
    lang: Language
    fields: tuple[Field, ...]
    cells: tuple[tuple[Cell, ...], ...]
    codes: Mapping[str, tuple[str | None, ...]]
    units: tuple[str, ...]
    totals: tuple[bool, ...]
    impossible: frozenset[tuple[int, int]] = field(default=frozenset())

    def __len__(self) -> int:
        return len(self.totals)

    def index(self, name: str) -> int:
        """The position of a column; TableError names those there are."""
        names = [column.name for column in self.fields]
        if name not in names:
            raise TableError(f"The table {self.name} has no column {name!r}; it has {', '.join(names)}")
        return names.index(name)

    def key(self, name: str) -> tuple[Cell, ...]:
        """What tells the rows of a column apart: its codes, else its cells."""
        return self.codes.get(name, self.cells[self.index(name)])

    def unit(self, row: int, column: int) -> str:
        """The unit of one cell; "" for what is no amount."""
        described = self.fields[column]
        return described.unit or (self.units[row] if described.type == "amount" else "")

    def mark(self, row: int, column: int) -> str:
        """What stands in an empty cell: one mark for unknown numbers, another for impossible ones."""
        if (row, column) in self.impossible:
            return formats.NOT_APPLICABLE
        return formats.MISSING if self.fields[column].numeric or self.fields[column].type == "date" else ""

    def shown(self, row: int, column: int) -> str:
        """A cell in words, as the screen writes it."""
        cell = self.cells[column][row]
        if cell is None:
            return self.mark(row, column)
        return _worded(cell, self.fields[column], self.unit(row, column), self.lang)

    def first(self, rows: int) -> Table:
        """The same table cut after so many rows, total rows kept beyond them."""
        kept = [row for row, total in enumerate(self.totals) if total or row < rows]
        return self if len(kept) == len(self) else self.take(kept)

    def take(self, rows: list[int]) -> Table:
        """The same table with only these rows, in this order."""
        place = {row: position for position, row in enumerate(rows)}
        return replace(
            self,
            cells=tuple(tuple(cells[row] for row in rows) for cells in self.cells),
            codes={name: tuple(codes[row] for row in rows) for name, codes in self.codes.items()},
            units=tuple(self.units[row] for row in rows),
            totals=tuple(self.totals[row] for row in rows),
            impossible=frozenset((place[row], column) for row, column in self.impossible if row in place),
        )

    def headings(self) -> list[str]:
        """The headings of its columns, no two alike."""
        return headings(self.fields)


def _worded(cell: Cell, described: Field, unit: str, lang: Language) -> str:
    if isinstance(cell, bool):
        return say("flag.true" if cell else "flag.false", lang)
    if isinstance(cell, date):
        return formats.date(cell, lang)
    if cell is None or isinstance(cell, str):
        return cell or ""
    if described.type == "year":
        return str(int(cell))
    write = formats.percent if "percent" in (described.type, unit) else formats.number
    return write(cell, lang, described.decimals)
