"""The tables of an ODS package: bounds of their cells, formulas, error values and percentages."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from congdoan.intake import limits
from congdoan.intake.grid import Marks, Place, cell_name
from congdoan.intake.messages import RefusalError
from congdoan.intake.packed import chunks

_CELLS = ("table:table-cell", "table:covered-table-cell")


@dataclass
class _Table:
    """What was found so far in one table, and where its reader stands."""

    name: str
    row: int = 0
    column: int = 0
    repeats: int = 1
    formulas: dict[Place, bool] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)


@dataclass
class _Reader:
    tables: list[_Table] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.tables.append(_Table(attributes.get("table:name", "")))
        elif self.tables and tag == "table:table-row":
            table = self.tables[-1]
            table.column, table.repeats = 0, _count(attributes.get("table:number-rows-repeated"))
        elif self.tables and tag in _CELLS:
            self.cell(self.tables[-1], attributes)

    def cell(self, table: _Table, attributes: dict[str, str]) -> None:
        times = _count(attributes.get("table:number-columns-repeated"))
        place, kind = (table.row, table.column), attributes.get("office:value-type")
        table.column += times
        if kind is None and "table:formula" not in attributes:
            return
        if table.column > limits.COLUMNS or table.row + table.repeats > limits.ROWS:
            name = cell_name(min(place[0] + table.repeats, 10**7), min(table.column, 10**5))
            raise RefusalError("cell.far", table.name, name=name, rows=limits.ROWS, columns=limits.COLUMNS)
        if "table:formula" in attributes:
            table.formulas[place] = kind is not None
        if attributes.get("calcext:value-type") == "error":
            table.errors[place] = "#VALUE!"
        if kind == "percentage":
            table.percents.update((place[0], place[1] + at) for at in range(times))

    def end(self, tag: str) -> None:
        if tag == "table:table-row" and self.tables:
            self.tables[-1].row += self.tables[-1].repeats


def marks(package: zipfile.ZipFile) -> Mapping[str, Marks]:
    """The marks of each table by its name; a refusal when one reaches further than is allowed."""
    reader, parser = _Reader(), expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        for chunk in chunks(package, "content.xml"):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise RefusalError("file.damaged_part", "content.xml", name="content.xml") from error
    if len(reader.tables) > limits.SHEETS:
        raise RefusalError("file.sheets", found=len(reader.tables), most=limits.SHEETS)
    return {one.name: Marks(one.formulas, one.errors, frozenset(one.percents)) for one in reader.tables}


def _count(text: str | None) -> int:
    return min(int(text), 10**8) if text and text.isdecimal() else 1
