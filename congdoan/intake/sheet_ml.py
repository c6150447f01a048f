"""The workbooks of Excel 2003 that are one XML file, mostly sent under the name .xls or .xml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from congdoan.intake import limits
from congdoan.intake.grid import Cell, Grid, Marks, Place, cell_name
from congdoan.intake.messages import RefusalError
from congdoan.intake.packed import declares

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{_SPACE}}}"


@dataclass
class _Sheet:
    """What was read so far of one sheet."""

    name: str
    shares: frozenset[str]
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    formulas: dict[Place, bool] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)

    def line(self, line: ET.Element) -> None:
        at = _number(line, "Index", len(self.rows) + 1) - 1
        self.bound(at + _number(line, "Span", 0), 0)
        self.rows += [[] for _ in range(at + 1 + _number(line, "Span", 0) - len(self.rows))]
        for cell in line.iterfind(f"{_SS}Cell"):
            self.cell(cell, at)

    def cell(self, cell: ET.Element, row: int) -> None:
        cells, data = self.rows[row], cell.find(f"{_SS}Data")
        place = row, _number(cell, "Index", len(cells) + 1) - 1
        corner = row + _number(cell, "MergeDown", 0), place[1] + _number(cell, "MergeAcross", 0)
        self.bound(*corner)
        kind, text = (data.get(f"{_SS}Type"), "".join(data.itertext())) if data is not None else ("", "")
        if len(text) > limits.TEXT:
            raise RefusalError("cell.long", self.name, most=limits.TEXT)
        cells += [None] * (place[1] - len(cells)) + [_value(kind, text)] + [None] * (corner[1] - place[1])
        self.merged += [(place, corner)] if corner != place else []
        if cell.get(f"{_SS}Formula"):
            self.formulas[place] = bool(text)
        if kind == "Error":
            self.errors[place] = text
        if cell.get(f"{_SS}StyleID") in self.shares:
            self.percents.add(place)

    def bound(self, row: int, column: int) -> None:
        if row >= limits.ROWS or column >= limits.COLUMNS:
            far = cell_name(min(row, 10**7), min(column, 10**5))
            raise RefusalError("cell.far", self.name, name=far, rows=limits.ROWS, columns=limits.COLUMNS)


def is_one(data: bytes) -> bool:
    """Whether an XML file begins like such a workbook."""
    return _SPACE.encode() in data[:4096].replace(b"\0", b"")


def grids(data: bytes) -> list[Grid]:
    """Its sheets; a refusal when it is damaged, declares entities, or holds more than is allowed."""
    if declares(data):
        raise RefusalError("file.entities", "XML", name="XML")
    try:
        tree = ET.fromstring(data)  # noqa: S314 - without entities there is nothing to expand
    except (ET.ParseError, LookupError, ValueError) as error:
        raise RefusalError("file.damaged") from error
    shares = frozenset(_share_styles(tree))
    sheets = [(_Sheet(one.get(f"{_SS}Name", ""), shares), one) for one in tree.iterfind(f"{_SS}Worksheet")]
    if len(sheets) > limits.SHEETS:
        raise RefusalError("file.sheets", found=len(sheets), most=limits.SHEETS)
    for sheet, found in sheets:
        for line in found.iterfind(f"{_SS}Table/{_SS}Row"):
            sheet.line(line)
    return [_grid(sheet) for sheet, _ in sheets]


def _grid(sheet: _Sheet) -> Grid:
    marks = Marks(sheet.formulas, sheet.errors, frozenset(sheet.percents))
    return Grid(sheet.name, sheet.rows, sheet.merged, marks)


def _share_styles(tree: ET.Element) -> Iterator[str]:
    for style in tree.iter(f"{_SS}Style"):
        for shown in style.iterfind(f"{_SS}NumberFormat"):
            if "%" in (form := shown.get(f"{_SS}Format", "")) or form == "Percent":
                yield style.get(f"{_SS}ID", "")


def _number(element: ET.Element, name: str, otherwise: int) -> int:
    """An attribute that counts; at least what it is otherwise, so that nothing is written over."""
    text = element.get(f"{_SS}{name}", "")
    return max(otherwise, min(int(text), 10**8)) if text.isdecimal() else otherwise


def _value(kind: str | None, text: str) -> Cell:
    """What a cell says by its type; a number or a day that is none stays a text."""
    with suppress(ValueError):
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text).date()
        if kind == "Boolean":
            return text == "1"
    return text
