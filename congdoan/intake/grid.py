"""A sheet as it stands in a file: its cells by row and column, what is merged, and what is no plain value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta | None
"""What a cell holds; a blank one an empty text or None."""
Place = tuple[int, int]
"""Row and column of a cell, counted from 0."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What values alone do not tell: formulas (with a kept value or not), error values, percent formats."""

    formulas: Mapping[Place, bool] = field(default_factory=dict)
    errors: Mapping[Place, str] = field(default_factory=dict)
    percents: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. All rows begin in column A and the first is row 1; `merged` are corners, both included."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[Place, Place]] = ()
    marks: Marks = field(default_factory=Marks)
    hidden: bool = False


def letters(column: int) -> str:
    """The name of a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """The name of a cell counted from 0: (6, 1) is B7."""
    return f"{letters(column)}{row + 1}"


def place_of(reference: str) -> Place:
    """Row and column of a cell's name, counted from 0; ValueError when it is none."""
    letters_ = reference.rstrip("0123456789")
    column = 0
    for letter in letters_:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters_) :]) - 1, column - 1
