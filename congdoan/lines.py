"""Reads a CSV file of the project into lines that know where they stand; says what is wrong with one."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from congdoan.errors import DataError
from congdoan.paths import ROOT

_SEPARATORS = {";": "semicolons (;)", "\t": "tabs"}
"""What spreadsheet programs write instead of commas, by the country they think they are in."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one line of a file: what, what is allowed, and the nearest match if there is one."""

    file: str
    line: int
    column: str
    found: str
    allowed: str
    nearest: str = ""

    def __str__(self) -> str:
        hint = f" Nearest: {self.nearest!r}." if self.nearest else ""
        where = f"{self.file}, line {self.line}, column {self.column}"
        return f"{where}: found {self.found!r}; allowed: {self.allowed}.{hint}"


@dataclass(frozen=True)
class Line:
    """One record of a file: its cells by column name, and the line of the file it begins on."""

    file: str
    number: int
    cells: Mapping[str, str]

    def problem(self, column: str, allowed: str, nearest: str = "") -> Problem:
        """What is wrong with one cell of this line."""
        return Problem(self.file, self.number, column, self.cells[column], allowed, nearest)


def read(path: Path, columns: tuple[str, ...], *, may_be_empty: bool = False) -> list[Line]:
    """The records of a UTF-8 CSV, text in NFC. DataError when it is none with these columns.

    A file without any record was lost, unless it `may_be_empty`.
    """
    file = _shown(path)
    records = _records(file, _text(path, file))
    _, heading = next(records, (1, []))
    _refuse_heading(file, heading, columns)
    found = [_line(file, number, heading, row) for number, row in records]
    if not found and not may_be_empty:
        raise DataError(f"{file} holds no line below its heading. Restore it from git.")
    return found


def _shown(path: Path) -> str:
    """How a message names a file: from the project's root where it lies inside."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def _text(path: Path, file: str) -> str:
    """The text of a file without the byte order mark that spreadsheet programs put first."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DataError(f"{file} is missing. Restore it from git.") from error
    except OSError as error:
        raise DataError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(
            f"{file}, line {number}: found bytes that are not UTF-8. Save it as UTF-8."
        ) from error


def _records(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on, which for a cell with line breaks is not the one it ends on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            f"{file}, line {begins}: the quotation marks of this line do not pair ({error}). "
            'Write "" for one within a quoted cell.'
        ) from error


def _refuse_heading(file: str, heading: list[str], columns: tuple[str, ...]) -> None:
    for sign, name in _SEPARATORS.items():
        if len(heading) == 1 and sign in heading[0]:
            raise DataError(f"{file} is separated by {name}. Save it as comma separated CSV in UTF-8.")
    for number, (found, wanted) in enumerate(zip_longest(heading, columns, fillvalue=""), start=1):
        if found != wanted:
            allowed = repr(wanted) if wanted else f"{len(columns)} columns"
            raise DataError(f"{file}, line 1: found {found!r} as column {number}; allowed: {allowed}.")


def _line(file: str, number: int, heading: list[str], row: list[str]) -> Line:
    if len(row) != len(heading):
        raise DataError(f"{file}, line {number}: found {len(row)} cells; allowed: {len(heading)}.")
    cells = (unicodedata.normalize("NFC", cell.strip()) for cell in row)
    return Line(file, number, dict(zip(heading, cells, strict=True)))
