"""Reads the tables of an HTML page, as web systems send it under the name of a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from congdoan.intake import limits
from congdoan.intake.grid import Grid, Place
from congdoan.intake.messages import RefusalError

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


@dataclass
class _Table:
    """A table as far as it was read; `taken` holds the cells that one further up or left spans."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    taken: set[Place] = field(default_factory=set)
    cell: tuple[Place, list[str]] | None = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(_Table())
        elif self.tables and tag == "tr":
            self.tables[-1].rows.append([])
        elif self.tables and tag in ("td", "th") and self.tables[-1].rows:
            spans = {name: value for name, value in attrs if value and value.isdecimal()}
            self._open(self.tables[-1], int(spans.get("rowspan", "1")), int(spans.get("colspan", "1")))
        elif tag == "br":
            self.handle_data(" ")

    def _open(self, table: _Table, down: int, right: int) -> None:
        row, line = len(table.rows) - 1, table.rows[-1]
        while (row, len(line)) in table.taken:
            line.append("")
        down, right = max(1, min(down, 1000)), max(1, right)
        column = len(line)
        if column + right > limits.COLUMNS:
            raise RefusalError("sheet.columns", most=limits.COLUMNS)
        if len(table.rows) > limits.ROWS:
            raise RefusalError("sheet.rows", most=limits.ROWS)
        if down * right > 1:
            table.merged.append(((row, column), (row + down - 1, column + right - 1)))
            table.taken.update(
                (row + below, column + beside) for below in range(1, down) for beside in range(right)
            )
        line.extend([""] * right)
        table.cell = ((row, column), [])

    def handle_endtag(self, tag: str) -> None:
        table = self.tables[-1] if self.tables else None
        if table and table.cell and tag in ("td", "th", "tr", "table"):
            (row, column), parts = table.cell
            table.rows[row][column] = "".join(parts)
            table.cell = None

    def handle_data(self, data: str) -> None:
        if self.tables and self.tables[-1].cell:
            self.tables[-1].cell[1].append(data)


def charset(data: bytes) -> str:
    """The encoding that a page names; UTF-8 when it names none."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else "utf-8"


def grids(content: str) -> list[Grid]:
    """The tables of a page as sheets; a refusal when one is larger than is allowed."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    tables = [table for table in reader.tables if any(any(row) for row in table.rows)]
    if not tables:
        raise RefusalError("file.unknown")
    return [Grid(f"HTML {number}", table.rows, table.merged) for number, table in enumerate(tables, 1)]
