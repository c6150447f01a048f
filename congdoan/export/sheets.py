"""One table on Excel sheets: typed cells, number formats, frozen header, filter, marked totals, source."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from congdoan import formats
from congdoan.errors import CongdoanError
from congdoan.export.book import Book
from congdoan.export.cells import cells
from congdoan.export.context import Context, source_line
from congdoan.tables import Part, Stream, headings
from congdoan.text import say

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_AROUND = 6
"""Rows of a sheet that are not the table's: mark, header, a space, two notes, a code."""
_HEADER = {"bold": True, "bg_color": "#1f4e79", "font_color": "#ffffff", "text_wrap": True}
_BANNER = {"bold": True, "font_color": "#b00020", "font_size": 14}
_NOTE = {"italic": True, "font_color": "#555555"}
_QR = {"x_scale": 0.35, "y_scale": 0.35, "object_position": 1}


class ExportError(CongdoanError):
    """A file cannot hold what it was asked to hold."""


def sheet_rows(stream: Stream) -> list[int]:
    """How many rows of a table stand on each of the sheets that it needs, one at least."""
    room, rows = MOST_ROWS - _AROUND, len(stream)
    return [min(room, rows - first) for first in range(0, rows, room)] or [0]


def write_table(target: Book, titles: Sequence[str], stream: Stream, context: Context) -> None:
    """The table on sheets of these names, already fit for Excel, as many as `sheet_rows` counts."""
    if len(stream.fields) > MOST_COLUMNS:
        raise ExportError(
            f"{stream.name}: {len(stream.fields)} columns are more than an Excel sheet holds "
            f"({MOST_COLUMNS}); narrow the filters or take CSV or Parquet"
        )
    pages = groupby(_paged(stream.parts(), MOST_ROWS - _AROUND), key=itemgetter(0))
    for title in titles:
        _, pieces = next(pages, (0, iter(())))
        _write_sheet(target, title, stream, (part for _, part in pieces), context)


def _paged(parts: Iterable[Part], room: int) -> Iterator[tuple[int, Part]]:
    """The rows with the number of the sheet on which they stand, cut where a sheet is full."""
    done = 0
    for part in parts:
        first = 0
        while first < len(part):
            page, used = divmod(done, room)
            piece = part.cut(first, room - used)
            yield page, piece
            first += len(piece)
            done += len(piece)


def _write_sheet(target: Book, title: str, stream: Stream, parts: Iterable[Part], context: Context) -> None:
    top = 1 if context.mark else 0
    sheet = target.file.add_worksheet(title)
    _write_header(target, sheet, stream, context, top)
    below, last = top + 1, top
    for part in parts:
        for line, row in enumerate(zip(*cells(target, sheet, stream, part), strict=False), start=below):
            for column, (write, value, style) in enumerate(row):
                write(line, column, value, style)
        below += len(part)
        last += len(part) - sum(part.totals.to_pylist())
    target.text(sheet, below + 1, 0, source_line(context), **_NOTE)
    if stream.cut:
        target.text(sheet, below + 2, 0, _cut(stream), **_NOTE)
    if context.link:
        _write_code(target, sheet, below + 3, context)
    # Total rows stay outside the filter.
    sheet.autofilter(top, 0, last, len(stream.fields) - 1)
    sheet.freeze_panes(top + 1, 0 if stream.fields[0].numeric else 1)
    for_paper(sheet, context, top)


def _write_code(target: Book, sheet: Any, line: int, context: Context) -> None:
    """The way back to the view: its code as a link, below it the mark for telephones."""
    words = say("pack.code", context.lang, code=context.code)
    sheet.write_url(line, 0, context.link, target.style(**_NOTE), words)
    drawn = {"image_data": io.BytesIO(context.qr), "description": context.link, **_QR}
    sheet.insert_image(line + 1, 0, f"{context.code}.png", drawn)


def _cut(stream: Stream) -> str:
    """How many rows stand here of how many, and where the others are."""
    lang = stream.lang
    shown, total = formats.number(len(stream), lang), formats.number(stream.matching, lang)
    return f"{say('export.some', lang, shown=shown, total=total)} {say('export.rest', lang)}"


def _write_header(target: Book, sheet: Any, stream: Stream, context: Context, top: int) -> None:
    for column, described in enumerate(stream.fields):
        sheet.set_column(column, column, described.width)
    if context.mark:
        target.text(sheet, 0, 0, context.mark, **_BANNER)
    for column, heading in enumerate(headings(stream.fields)):
        align = "right" if stream.fields[column].numeric else "left"
        target.text(sheet, top, column, heading, align=align, **_HEADER)


def for_paper(sheet: Any, context: Context, top: int | None = None) -> None:
    """Has a sheet printed lying and as wide as the paper, with title, mark, release and number on each page.

    `top` is the row that each page repeats.
    """
    title, mark = context.title.replace("&", "&&")[:120], context.mark.replace("&", "&&")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if top is not None:
        sheet.repeat_rows(top)
    sheet.set_header(f"&L{title}&R{mark}")
    sheet.set_footer(f"&L{context.release}&R{say('export.page', context.lang, page='&P', pages='&N')}")
