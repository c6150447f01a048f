"""Opens a file by what it is, not by what its name says, and gives its sheets as grids."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import PurePath

import python_calamine

from congdoan.intake import (
    compound,
    delimited,
    html_tables,
    legacy,
    limits,
    packed,
    sheet_ml,
    sheet_ods,
    sheet_xml,
)
from congdoan.intake.grid import Cell, Grid, Marks
from congdoan.intake.messages import Message, RefusalError, message
from congdoan.intake.sheet_records import marks_of_xls, marks_of_xlsb

_PACKED = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    rb"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|table|meta|head|body)\b", re.I | re.DOTALL
)
_XML = re.compile(rb"\A\s*<\?xml|\A\s*<[A-Za-z]")


Tell = Callable[[str, int, int], None]
"""Takes the step, how much of it is done, and how much there is."""


def _quietly(_step: str, _done: int, _of: int) -> None:
    """Tells nobody."""


def sheets(data: bytes, name: str, tell: Tell = _quietly) -> tuple[list[Grid], list[Message]]:
    """The sheets of a file and what there is to know about it; RefusalError when it is not read."""
    if len(data) > limits.FILE:
        raise RefusalError("file.large", size=len(data) >> 20, most=limits.FILE >> 20)
    if not data.strip(b"\0\r\n\t "):
        raise RefusalError("file.empty")
    if data.startswith(_PACKED):
        grids, notes = _packed(data, tell)
    elif data.startswith(_COMPOUND):
        grids, notes = _compound(data, tell)
    else:
        grids, notes = _text(data, PurePath(name).stem)
    return [_in_unicode(grid, notes) for grid in grids], notes


def _packed(data: bytes, tell: Tell) -> tuple[list[Grid], list[Message]]:
    with packed.opened(data) as package:
        kind = packed.kind(package)
        packed.inspect(package)
        readers = {"xlsx": sheet_xml.marks, "xlsb": marks_of_xlsb, "ods": sheet_ods.marks}
        marks = readers[kind](package)
    return list(_workbook(data, marks, tell)), []


def _compound(data: bytes, tell: Tell) -> tuple[list[Grid], list[Message]]:
    if compound.stream(data, "EncryptedPackage"):
        raise RefusalError("file.locked")
    book = compound.stream(data, "Workbook", "Book")
    if not book:
        raise RefusalError("file.unknown")
    return list(_workbook(data, marks_of_xls(book), tell)), []


def _text(data: bytes, stem: str) -> tuple[list[Grid], list[Message]]:
    if _PAGE.match(data[:20_000].removeprefix(b"\xef\xbb\xbf")):
        try:
            content = data.decode(html_tables.charset(data))
        except (UnicodeDecodeError, LookupError):
            content, _ = delimited.text(data)
        return html_tables.grids(content), [message("table.read")]
    if sheet_ml.is_one(data):
        return sheet_ml.grids(data), []
    if _XML.match(data[:200].removeprefix(b"\xef\xbb\xbf")) or data.startswith(
        (b"%PDF", b"{\\rtf", b"\x89PNG")
    ):
        raise RefusalError("file.unknown")
    content, encoding = delimited.text(data)
    notes = [] if encoding == "utf-8" else [message("encoding.read", encoding=encoding.upper())]
    return [Grid(stem, delimited.rows(content, stem))], notes


def _workbook(data: bytes, marks: Mapping[str, Marks], tell: Tell) -> Iterator[Grid]:
    """The worksheets of a workbook; what a reader cannot make of it is a refusal that names the sheet."""
    at = ""
    with ExitStack() as stack:
        stack.push(lambda kind, error, _trace: _panicked(kind, error, at))
        try:
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            for number, sheet in enumerate(book.sheets_metadata):
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    at = sheet.name
                    tell(at, number, len(book.sheet_names))
                    hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
                    yield _sheet(book.get_sheet_by_name(at), marks.get(at, Marks()), hidden)
        except python_calamine.PasswordError as error:
            raise RefusalError("file.locked") from error
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            raise RefusalError("file.damaged", at) from error


def _panicked(kind: type[BaseException] | None, error: BaseException | None, at: str) -> bool:
    """Makes a refusal of a panic of the reader, which is no error of Python's and cannot be named as one."""
    if kind and kind.__name__ == "PanicException":
        raise RefusalError("file.damaged", at) from error
    return False


def _sheet(sheet: python_calamine.CalamineSheet, marks: Marks, hidden: bool) -> Grid:
    if sheet.start is None:
        return Grid(sheet.name, (), marks=marks, hidden=hidden)
    before: list[Cell] = [None] * sheet.start[1]
    rows = [before + list(row) if before else row for row in sheet.iter_rows()]
    if len(rows) > limits.ROWS:
        raise RefusalError("sheet.rows", sheet.name, most=limits.ROWS)
    return Grid(sheet.name, rows, sheet.merged_cell_ranges or (), marks, hidden)


def _in_unicode(grid: Grid, notes: list[Message]) -> Grid:
    """The sheet with its texts in Unicode; a refusal when they are in no font that is known."""
    every: set[Cell] = set().union(*grid.rows)
    texts = {cell for cell in every if isinstance(cell, str) and not cell.isascii()}
    if not texts:
        return grid
    try:
        font = legacy.verdict(texts)
    except ValueError as error:
        raise RefusalError("font.unknown", grid.name) from error
    new = {text: legacy.mended(text, font) for text in texts}
    changed = next((text for text in texts if new[text] != text), None)
    if changed is None:
        return grid
    notes.append(message("font.converted", grid.name, "", found=changed[:40], read=new[changed][:40]))
    rows = [[new.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in grid.rows]
    return replace(grid, rows=rows, name=legacy.mended(grid.name, font))
