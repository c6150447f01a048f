"""One table on one Excel sheet: typed cells, number formats, frozen header, filter, marked totals, source."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter

from congdoan import formats
from congdoan.errors import CongdoanError
from congdoan.export.context import Context, source_line
from congdoan.tables import Table
from congdoan.text import say

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_HEADER = {"bold": True, "bg_color": "#1f4e79", "font_color": "#ffffff", "text_wrap": True}
_TOTAL = {"bold": True, "bg_color": "#f3ead2", "top": 1}
_BANNER = {"bold": True, "font_color": "#b00020", "font_size": 14}
_NOTE = {"italic": True, "font_color": "#555555"}


class ExportError(CongdoanError):
    """A file cannot hold what it was asked to hold."""


@dataclass(frozen=True)
class Book:
    """A workbook being written, and its cell styles, each made once."""

    file: Any
    styles: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def style(self, **properties: Any) -> Any:
        """The style with these xlsxwriter properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.styles:
            self.styles[key] = self.file.add_format(properties)
        return self.styles[key]

    def text(self, sheet: Any, row: int, column: int, words: str, **properties: Any) -> None:
        """Writes text as text, never as a formula, a number or a link, and within what Excel can hold."""
        safe = formats.cell(words)
        cut = safe if len(safe) <= LONGEST_TEXT else f"{safe[: LONGEST_TEXT - 1]}…"
        style = self.style(num_format="@", **properties)
        if cut:
            sheet.write_string(row, column, cut, style)
        else:
            sheet.write_blank(row, column, None, style)


def book(file: Any, context: Context, *, large: bool) -> Book:
    """An empty workbook written to a binary stream; `large` keeps only the current row in memory."""
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": not large,
        "constant_memory": large,
    }
    opened = xlsxwriter.Workbook(file, options)
    opened.set_properties(
        {
            "title": context.title,
            "subject": context.subtitle,
            "comments": source_line(context),
            "keywords": context.release,
            "created": datetime.combine(context.made_on, time()),
        }
    )
    return Book(opened)


def write_table(target: Book, title: str, table: Table, context: Context) -> None:
    """A sheet named `title`, already fit for Excel: the header stands first, or below the mark."""
    top = 1 if context.mark else 0
    _fits(table, top)
    sheet = target.file.add_worksheet(title)
    for column, described in enumerate(table.fields):
        sheet.set_column(column, column, described.width)
    if context.mark:
        target.text(sheet, 0, 0, context.mark, **_BANNER)
    for column, heading in enumerate(table.headings()):
        align = "right" if table.fields[column].numeric else "left"
        target.text(sheet, top, column, heading, align=align, **_HEADER)
    for row in range(len(table)):
        for column in range(len(table.fields)):
            _write_cell(target, sheet, table, (row, column), top + 1 + row)
    target.text(sheet, top + len(table) + 2, 0, source_line(context), **_NOTE)
    _arrange(sheet, table, top)
    _print(sheet, context, top)


def _fits(table: Table, top: int) -> None:
    rows, columns = len(table) + top + 3, len(table.fields)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise ExportError(
            f"{table.name}: {len(table)} rows and {columns} columns are more than an Excel sheet holds "
            f"({MOST_ROWS} and {MOST_COLUMNS}); narrow the filters or take CSV or Parquet"
        )


def _write_cell(target: Book, sheet: Any, table: Table, place: tuple[int, int], line: int) -> None:
    row, column = place
    cell, look = table.cells[column][row], _TOTAL if table.totals[row] else {}
    if cell is None and table.fields[column].numeric:
        target.text(sheet, line, column, table.mark(row, column), align="right", **look)
    elif cell is None or isinstance(cell, bool | str):
        target.text(sheet, line, column, table.shown(row, column), **look)
    elif isinstance(cell, date):
        style = target.style(num_format=table.number_format(row, column), align="left", **look)
        sheet.write_datetime(line, column, cell, style)
    else:
        style = target.style(num_format=table.number_format(row, column), **look)
        sheet.write_number(line, column, _excel_number(table, row, column, cell), style)


def _excel_number(table: Table, row: int, column: int, cell: float) -> float:
    """Shares are fractions of one in Excel: 59.5 is written as 0.595 and shown as 59,5%."""
    share = table.fields[column].type == "percent" or table.unit(row, column) == "percent"
    return float(Decimal(repr(cell)) / 100) if share else cell


def _arrange(sheet: Any, table: Table, top: int) -> None:
    """Filter and frozen panes; total rows stay outside the filter."""
    last = top + table.totals.count(False)
    sheet.autofilter(top, 0, last, len(table.fields) - 1)
    sheet.freeze_panes(top + 1, 0 if table.fields[0].numeric else 1)


def _print(sheet: Any, context: Context, top: int) -> None:
    title, mark = context.title.replace("&", "&&")[:120], context.mark.replace("&", "&&")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_header(f"&L{title}&R{mark}")
    sheet.set_footer(f"&L{context.release}&R{say('export.page', context.lang, page='&P', pages='&N')}")
