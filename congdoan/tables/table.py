"""The table that a screen shows and a file holds: described columns, typed cells, marked totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import pandas as pd

from congdoan import formats
from congdoan.errors import CongdoanError
from congdoan.text import Language, say

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

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
_FRAME_TYPES = {
    "year": "Int64",
    "count": "Int64",
    "dong": "Int64",
    "amount": "float64",
    "percent": "float64",
    "date": "object",
}
_DONG = "#,##0\\ [$₫-42A]"
_SHADE = {"background-color": "#f3ead2", "font-weight": "bold"}
_HATCH = {"background-color": "#e3e3e3"}


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

    def number_format(self, row: int, column: int) -> str:
        """The spreadsheet's own format of a cell; a reader's program sets the separators of its country."""
        cell, kind = self.cells[column][row], self.fields[column].type
        if kind in ("amount", "percent") and self.fields[column].decimals is None:
            return _amount_format(cell, self.unit(row, column) or kind)
        fixed = {"year": "0", "date": "dd/mm/yyyy", "count": "#,##0", "dong": _DONG, "percent": "0.0%"}
        return fixed.get(kind, "@")

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
        """The headings, no two alike: a second one of the same words adds its column name."""
        found: list[str] = []
        for column in self.fields:
            found.append(f"{column.heading} · {column.name}" if column.heading in found else column.heading)
        return found

    def frame(self) -> pd.DataFrame:
        """The cells under their headings; numbers and days keep their type, so that one can sort by them."""
        columns = [self._series(position) for position in range(len(self.fields))]
        return pd.DataFrame(dict(zip(self.headings(), columns, strict=True)), index=range(len(self)))

    def styler(self, links: Mapping[str, str] = MappingProxyType({})) -> Styler:
        """The frame with numbers and days written as in the language, totals shaded, impossible cells greyed.

        `links` sets an address before the cells of a column, which the screen then offers as links.

        pandas draws at most `styler.render.max_elements` cells (262,144): cut longer tables with `first`.
        """
        frame = self.frame()
        for name, address in links.items():
            heading = self.headings()[self.index(name)]
            frame[heading] = [f"{address}{cell}" if cell else None for cell in frame[heading]]
        # One name: pandas would invent another each time, and the browser would draw the same table anew.
        shown = frame.style.hide(axis="index").set_uuid("cells")
        for column, heading in enumerate(frame.columns):
            self._write(shown, column, heading)
        totals = [row for row, total in enumerate(self.totals) if total]
        if totals:
            shown.set_properties(subset=pd.IndexSlice[totals, :], **_SHADE)
        return shown

    def _write(self, shown: Styler, column: int, heading: str) -> None:
        described = self.fields[column]
        if described.numeric or described.type == "date":
            for unit, rows in self._rows_by_unit(column).items():
                words = _Words(described, unit, self.lang)
                cells = pd.IndexSlice[rows if len(rows) < len(self) else slice(None), heading]
                shown.format(words, subset=cells, na_rep=formats.MISSING)
        impossible = [row for row, place in self.impossible if place == column]
        if impossible:
            cells = pd.IndexSlice[sorted(impossible), heading]
            shown.format(na_rep=formats.NOT_APPLICABLE, subset=cells).set_properties(subset=cells, **_HATCH)

    def _rows_by_unit(self, column: int) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row in range(len(self)):
            found.setdefault(self.unit(row, column), []).append(row)
        return found

    def _series(self, column: int) -> pd.Series:
        kind, cells = self.fields[column].type, self.cells[column]
        if kind in _FRAME_TYPES:
            return pd.Series(list(cells), dtype=_FRAME_TYPES[kind])
        return pd.Series([self.shown(row, column) for row in range(len(self))], dtype="object")


@dataclass(frozen=True)
class _Words:
    """Writes the cells of one column and unit for the Styler."""

    field: Field
    unit: str
    lang: Language

    def __call__(self, cell: object) -> str:
        return _worded(cast("Cell", cell), self.field, self.unit, self.lang)


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


def _amount_format(cell: Cell, unit: str) -> str:
    digits = len(f"{cell:.2f}".rstrip("0").partition(".")[2]) if isinstance(cell, float) else 0
    fraction = f".{'0' * digits}" if digits else ""
    if unit == "percent":
        return f"0{fraction}%"
    return _DONG if unit == "dong" else f"#,##0{fraction}"
