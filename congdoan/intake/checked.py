"""Writes a file back as it was understood, with red cells and comments where something is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from congdoan.catalogue import Language
from congdoan.intake.grid import Cell, Grid, Place, place_of
from congdoan.intake.messages import Message
from congdoan.text import name, say

_COLOURS = {"error": ("#FFC7CE", "#9C0006"), "warning": ("#FFEB9C", "#7F6000")}
_LARGE = 20_000
"""Rows of a sheet from which on it is written row by row, without its merged cells."""
_LONGEST = 30_000
"""Signs of a comment; a spreadsheet program takes few more."""


def write(path: Path, grids: Sequence[Grid], messages: Sequence[Message], lang: Language) -> None:
    """Writes the sheets as XLSX, and behind them one with all messages."""
    large = any(len(grid.rows) > _LARGE for grid in grids)
    options = {"constant_memory": large, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, {**options, "nan_inf_to_errors": True}) as book:
        formats = {
            severity: book.add_format({"bg_color": ground, "font_color": ink})
            for severity, (ground, ink) in _COLOURS.items()
        }
        formats["day"] = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, grid in enumerate(grids, 1):
            sheet = book.add_worksheet(_sheet_name(grid.name, number))
            _sheet(sheet, grid, _by_place(messages, grid.name), formats, lang)
            if not large:
                _merge(sheet, grid)
        _list(book.add_worksheet(say("checked.sheet", lang)), messages, formats, lang)


def _by_place(messages: Iterable[Message], sheet: str) -> Mapping[Place, list[Message]]:
    """The errors and warnings of a sheet by their cells."""
    found: dict[Place, list[Message]] = {}
    for one in messages:
        if one.sheet == sheet and one.cell and one.severity != "info":
            found.setdefault(place_of(one.cell), []).append(one)
    return found


def _sheet(
    sheet: Any, grid: Grid, told: Mapping[Place, list[Message]], formats: Mapping[str, Any], lang: Language
) -> None:
    for row, cells in enumerate(grid.rows):
        wide = max([len(cells), *(at + 1 for line, at in told if line == row)])
        for at in range(wide):
            cell = cells[at] if at < len(cells) else None
            said = told.get((row, at), [])
            worst = "error" if any(one.severity == "error" for one in said) else "warning"
            _write(sheet, row, at, cell, formats[worst] if said else None, formats)
            if said:
                comment = "\n".join(
                    f"{name('severity', one.severity, lang)}: {one.text(lang)}" for one in said
                )
                sheet.write_comment(
                    row, at, comment[:_LONGEST], {"author": say("app.title", lang), "x_scale": 2}
                )


def _write(sheet: Any, row: int, at: int, cell: Cell, look: Any, formats: Mapping[str, Any]) -> None:
    if cell is None or cell == "":
        if look:
            sheet.write_blank(row, at, None, look)
    elif isinstance(cell, dt.datetime | dt.date | dt.time | dt.timedelta):
        sheet.write_datetime(row, at, cell, look or formats["day"])
    elif isinstance(cell, str):
        sheet.write_string(row, at, cell[:32_767], look)
    else:
        sheet.write(row, at, cell, look)


def _merge(sheet: Any, grid: Grid) -> None:
    """Merges what was merged; what overlaps is left as it is."""
    for (top, left), (bottom, right) in grid.merged:
        cells = grid.rows[top] if top < len(grid.rows) else ()
        try:
            sheet.merge_range(top, left, bottom, right, "")
        except xlsxwriter.exceptions.OverlappingRange:
            continue
        _write(sheet, top, left, cells[left] if left < len(cells) else None, None, {"day": None})


def _list(sheet: Any, messages: Sequence[Message], formats: Mapping[str, Any], lang: Language) -> None:
    heads = (say(f"checked.{one}", lang) for one in ("where", "cell", "severity", "text"))
    sheet.write_row(0, 0, list(heads))
    sheet.set_column(3, 3, 120)
    for row, one in enumerate(messages, 1):
        cells = (one.sheet, one.cell, name("severity", one.severity, lang), one.text(lang))
        for at, cell in enumerate(cells):
            sheet.write_string(row, at, cell, formats.get(one.severity))


def _sheet_name(given: str, number: int) -> str:
    """A name that a workbook takes: without its forbidden signs, at most 31 letters."""
    fine = "".join(sign for sign in given if sign not in "[]:*?/\\").strip("'")[:31]
    return fine or str(number)
