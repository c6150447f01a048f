"""Excel files: tables with what must be known about them, and a whole screen as one workbook."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO

from congdoan import formats
from congdoan.export.about import Block, Entry, Sheets, blocks
from congdoan.export.book import Book, book
from congdoan.export.context import Context
from congdoan.export.sheets import for_paper, sheet_rows, write_table
from congdoan.tables import Stream
from congdoan.text import say

_LEFT = {"align": "left", "valign": "top"}
_LARGE = 20_000
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_TITLE = 31
_LINK = {"font_color": "#1f4e79", "underline": 1}
_WIDTHS = (34, 60, 60, 18, 60)
_CONTENTS = tuple(f"export.{part}" for part in "sheet subtitle rows matching columns remark".split())


def xlsx(file: BinaryIO, stream: Stream, context: Context) -> None:
    """The table, on several sheets after contents where one cannot hold it, then what must be known."""
    _write(file, [(stream, context)], context, index=len(sheet_rows(stream)) > 1)


def workbook(file: BinaryIO, cards: Sequence[tuple[Stream, Context]], context: Context) -> None:
    """A whole screen: contents with links, a sheet per card, what must be known; `context` is its own."""
    _write(file, cards, context, index=True)


def _write(file: BinaryIO, cards: Sequence[tuple[Stream, Context]], context: Context, *, index: bool) -> None:
    contents = [say("export.contents", context.lang)] if index else []
    sheets = _titled(cards, [*contents, say("export.about", context.lang)])
    target = book(file, context, large=sum(len(stream) for stream, _ in cards) > _LARGE)
    if index:
        _write_contents(target, sheets, context)
    for one in sheets:
        write_table(target, one.titles, one.stream, one.context)
    _write_about(target, blocks(sheets, context), context)
    target.file.close()


def _titled(cards: Sequence[tuple[Stream, Context]], reserved: Sequence[str]) -> list[Sheets]:
    """Titles as Excel allows them: 31 characters, none of []:*?/\\, each one only once whatever its case."""
    taken = {title.casefold() for title in reserved}
    return [
        Sheets(tuple(_allowed(own.sheet or own.title, taken) for _ in rows), tuple(rows), stream, own)
        for stream, own, rows in ((stream, own, sheet_rows(stream)) for stream, own in cards)
    ]


def _allowed(title: str, taken: set[str]) -> str:
    clean = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(" '") or "1"
    names = [_cut(clean, _LONGEST_TITLE)]
    names += [f"{_cut(clean, _LONGEST_TITLE - 5)} ({number})" for number in range(2, 1000)]
    free = next(name for name in names if name.casefold() not in taken)
    taken.add(free.casefold())
    return free


def _cut(title: str, room: int) -> str:
    """The title, else as many of its words as have room, and that there are more."""
    if len(title) <= room:
        return title
    words = title[:room].rpartition(" ")[0] or title[: room - 1]
    return words.rstrip(" ',;:–-") + "…"


def _write_contents(target: Book, sheets: list[Sheets], context: Context) -> None:
    sheet = target.file.add_worksheet(say("export.contents", context.lang))
    sheet.set_column(0, 1, 60)
    sheet.set_column(5, 5, 60)
    for_paper(sheet, context, top=3)
    _banner(target, sheet, context)
    for column, key in enumerate(_CONTENTS):
        target.text(sheet, 3, column, say(key, context.lang), bold=True, bottom=1)
    entries = [(title, rows, one) for one in sheets for title, rows in zip(one.titles, one.rows, strict=True)]
    for line, (title, rows, one) in enumerate(entries, start=4):
        link = f"internal:'{title.replace(chr(39), chr(39) * 2)}'!A1"
        sheet.write_url(line, 0, link, target.style(**_LINK), formats.cell(one.context.title))
        target.text(sheet, line, 1, one.context.subtitle)
        for column, count in enumerate((rows, one.stream.matching, len(one.stream.fields)), start=2):
            sheet.write_number(line, column, count, target.style(num_format="#,##0"))
        if one.stream.cut:
            target.text(sheet, line, 5, say("export.rest", context.lang), text_wrap=True)


def _banner(target: Book, sheet: Any, context: Context) -> None:
    target.text(sheet, 0, 0, context.title, bold=True, font_size=14)
    target.text(sheet, 1, 0, "; ".join(context.filters))
    if context.mark:
        target.text(sheet, 2, 0, context.mark, bold=True, font_color="#b00020")


def _write_about(target: Book, said: list[Block], context: Context) -> None:
    sheet = target.file.add_worksheet(say("export.about", context.lang))
    for_paper(sheet, context)
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
