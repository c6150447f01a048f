"""CSV files: one that a Vietnamese Excel opens in columns, one for programs."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from congdoan import formats
from congdoan.export.context import Context
from congdoan.export.machine import machine_columns
from congdoan.tables import Cell, Table
from congdoan.text import say

IMPOSSIBLE = "N/A"
"""Stands in the plain CSV where no figure can exist; an unknown one leaves its field empty."""


def csv_excel(table: Table, context: Context) -> bytes:
    """The table as on the screen: UTF-8 with BOM, `;`, decimal comma, days as 25/01/2021, CRLF.

    Figures that are not real have their mark in a column of its own, in every row, in front.
    """
    marked = [context.mark] if context.mark else []
    headings = [say("column.dataset", context.lang)] * len(marked) + table.headings()
    rows = (
        [*marked, *(_excel_text(table, row, column) for column in range(len(table.fields)))]
        for row in range(len(table))
    )
    return "\N{BYTE ORDER MARK}".encode() + _written(headings, rows, ";", "\r\n")


def csv_plain(table: Table, context: Context) -> bytes:
    """The table for programs: UTF-8, `,`, decimal point, ISO days, machine names, codes beside names, LF."""
    columns = machine_columns(table, context)
    rows = (
        [
            _absent(table, row, it.place) if it.cells[row] is None else _written_cell(it.cells[row])
            for it in columns
        ]
        for row in range(len(table))
    )
    return _written([one.name for one in columns], rows, ",", "\n")


def _written(headings: Sequence[str], rows: Iterable[list[str]], delimiter: str, end: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow([formats.cell(heading) for heading in headings])
    writer.writerows(rows)
    return text.getvalue().encode()


def _excel_text(table: Table, row: int, column: int) -> str:
    cell = table.cells[column][row]
    if cell is None:
        return table.mark(row, column)
    if isinstance(cell, bool):
        return table.shown(row, column)
    return _written_cell(cell, day=lambda one: f"{one:%d/%m/%Y}", point=",")


def _absent(table: Table, row: int, column: int | None) -> str:
    return IMPOSSIBLE if (row, column) in table.impossible else ""


def _written_cell(cell: Cell, day: Callable[[date], str] = date.isoformat, point: str = ".") -> str:
    """A number with all its digits and no exponent; text made harmless."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}".replace(".", point)
    return day(cell) if isinstance(cell, date) else formats.cell(cell or "")
