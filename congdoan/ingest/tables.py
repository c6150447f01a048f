"""Reads a CSV file into lines that know where they stand, and checks each cell against its field."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from congdoan.errors import DataError
from congdoan.ingest.fields import Check, Problem

SHOWN = 20


@dataclass(frozen=True)
class Line:
    """One record of a file: its cells by column name, and the line of the file it ends on."""

    file: str
    number: int
    cells: Mapping[str, str]

    def problem(self, column: str, allowed: str, nearest: str = "") -> Problem:
        """What is wrong with one cell of this line."""
        return Problem(self.file, self.number, column, self.cells[column], allowed, nearest)


def read(path: Path, columns: tuple[str, ...]) -> list[Line]:
    """The records of a UTF-8 CSV, text in NFC. DataError when the file or one of its columns is missing."""
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            heading = next(reader, [])
            if heading != list(columns):
                raise DataError(
                    f"{path.name}, line 1: found columns {','.join(heading)}; "
                    f"allowed, in this order: {','.join(columns)}."
                )
            return [_line(path.name, reader.line_num, heading, row) for row in reader]
    except FileNotFoundError as error:
        raise DataError(f"{path.name} is missing from {path.parent.name}/. Restore it from git.") from error
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path.name} is not UTF-8 (byte {error.start}). Save it as UTF-8 and build again."
        ) from error
    except csv.Error as error:
        raise DataError(f"{path.name} is not well-formed CSV: {error}.") from error


def _line(file: str, number: int, heading: list[str], row: list[str]) -> Line:
    if len(row) != len(heading):
        raise DataError(f"{file}, line {number}: found {len(row)} cells; allowed: {len(heading)}.")
    cells = (unicodedata.normalize("NFC", cell.strip()) for cell in row)
    return Line(file, number, dict(zip(heading, cells, strict=True)))


def check(lines: list[Line], fields: Mapping[str, Check]) -> list[Problem]:
    """Every cell that breaks the rule of its field."""
    found = []
    for line in lines:
        for column, rule in fields.items():
            wrong = rule(line.cells[column])
            if wrong:
                found.append(line.problem(column, *wrong))
    return found


def unique(lines: list[Line], *key: str) -> list[Problem]:
    """Every line whose key was used by an earlier line."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for line in lines:
        value = tuple(line.cells[column] for column in key)
        if value in seen:
            found.append(line.problem(key[-1], f"a key that line {seen[value]} does not use"))
        seen.setdefault(value, line.number)
    return found


def refuse(problems: list[Problem]) -> None:
    """DataError naming the first twenty problems and how many more there are; nothing when there are none."""
    if not problems:
        return
    more = len(problems) - SHOWN
    tail = [f"... and {more} more."] if more > 0 else []
    raise DataError(
        "\n".join(
            [
                f"{len(problems)} problems in the figures; nothing was published.",
                *(str(problem) for problem in problems[:SHOWN]),
                *tail,
            ]
        )
    )
