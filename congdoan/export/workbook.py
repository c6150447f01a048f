"""Excel files: tables with what must be known about them, and a whole screen as one workbook."""

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from congdoan import formats
from congdoan.export.about import Block, Entry, blocks
from congdoan.export.context import Context
from congdoan.export.sheets import Book, book, write_table
from congdoan.tables import Table
from congdoan.text import say

_LEFT = {"align": "left", "valign": "top"}
_LARGE = 20_000
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_TITLE = 31
_LINK = {"font_color": "#1f4e79", "underline": 1}
_WIDTHS = (34, 60, 60, 18, 60)


def xlsx(tables: Sequence[tuple[str, Table]], context: Context) -> bytes:
    """One sheet per (title, table), then one with filters, definitions, sources, key, release, row counts."""
    reserved = (say("export.about", context.lang),)
    sheets = _titled([(title, table, context) for title, table in tables], reserved)
    return _file(sheets, context, index=False)


def workbook(cards: Sequence[tuple[Table, Context]], context: Context) -> bytes:
    """A whole screen: contents with links, a sheet per card, what must be known; `context` is its own."""
    reserved = (say("export.contents", context.lang), say("export.about", context.lang))
    sheets = _titled([(own.title, table, own) for table, own in cards], reserved)
    return _file(sheets, context, index=True)


def _file(sheets: list[tuple[str, Table, Context]], context: Context, *, index: bool) -> bytes:
    stream = io.BytesIO()
    target = book(stream, context, large=sum(len(table) for _, table, _ in sheets) > _LARGE)
    if index:
        _write_contents(target, sheets, context)
    for title, table, own in sheets:
        write_table(target, title, table, own)
    _write_about(target, blocks(sheets, context), context)
    target.file.close()
    return stream.getvalue()


def _titled(
    sheets: list[tuple[str, Table, Context]], reserved: tuple[str, ...]
) -> list[tuple[str, Table, Context]]:
    """Titles as Excel allows them: 31 characters, none of []:*?/\\, each one only once whatever its case."""
    taken, found = {title.casefold() for title in reserved}, []
    for title, table, context in sheets:
        allowed = _allowed(title, taken)
        taken.add(allowed.casefold())
        found.append((allowed, table, context))
    return found


def _allowed(title: str, taken: set[str]) -> str:
    clean = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(" '") or "1"
    names = [clean[:_LONGEST_TITLE].strip(" '")]
    names += [f"{clean[: _LONGEST_TITLE - 5].strip()} ({number})" for number in range(2, 1000)]
    return next(name for name in names if name.casefold() not in taken)


def _write_contents(target: Book, sheets: list[tuple[str, Table, Context]], context: Context) -> None:
    sheet = target.file.add_worksheet(say("export.contents", context.lang))
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 1, 60)
    _banner(target, sheet, context)
    for column, key in enumerate(("export.sheet", "export.subtitle", "export.rows", "export.columns")):
        target.text(sheet, 3, column, say(key, context.lang), bold=True, bottom=1)
    for line, (title, table, own) in enumerate(sheets, start=4):
        link = f"internal:'{title.replace(chr(39), chr(39) * 2)}'!A1"
        sheet.write_url(line, 0, link, target.style(**_LINK), formats.cell(own.title))
        target.text(sheet, line, 1, own.subtitle)
        sheet.write_number(line, 2, len(table), target.style(num_format="#,##0"))
        sheet.write_number(line, 3, len(table.fields), target.style(num_format="#,##0"))


def _banner(target: Book, sheet: Any, context: Context) -> None:
    target.text(sheet, 0, 0, context.title, bold=True, font_size=14)
    target.text(sheet, 1, 0, "; ".join(context.filters))
    if context.mark:
        target.text(sheet, 2, 0, context.mark, bold=True, font_color="#b00020")


def _write_about(target: Book, said: list[Block], context: Context) -> None:
    sheet = target.file.add_worksheet(say("export.about", context.lang))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    line = 0
    for block in said:
        target.text(sheet, line, 0, block.heading, bold=True, font_size=12, bottom=1)
        for offset, entries in enumerate(block.rows, start=1):
            for column, entry in enumerate(entries):
                _write_entry(target, sheet, line + offset, column, entry)
        line += len(block.rows) + 2


def _write_entry(target: Book, sheet: Any, line: int, column: int, entry: Entry) -> None:
    if isinstance(entry, str):
        target.text(sheet, line, column, entry, valign="top", text_wrap=column == 1)
    elif isinstance(entry, date):
        sheet.write_datetime(line, column, entry, target.style(num_format="dd/mm/yyyy", **_LEFT))
    else:
        sheet.write_number(line, column, entry, target.style(num_format="#,##0", **_LEFT))
