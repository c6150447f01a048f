"""Which columns of a table are told row by row, and which once for all rows: one rule for all forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from congdoan.tables import Table

VALUES = frozenset({"count", "dong", "amount", "percent"})
"""Types of what a table is read for: a year is a number too, but one that a row is known by."""


@dataclass(frozen=True)
class Said:
    """A column in words: its name, type and heading, a text for each row, and whether they are numbers."""

    name: str
    type: str
    heading: str
    cells: tuple[str, ...]
    numeric: bool

    @property
    def varied(self) -> bool:
        """Whether it does not say the same in every row."""
        return len(set(self.cells)) > 1


def worded(table: Table) -> list[Said]:
    """All columns of a table, in words."""
    rows = range(len(table))
    return [
        Said(field.name, field.type, heading, tuple(table.shown(row, at) for row in rows), field.numeric)
        for at, (field, heading) in enumerate(zip(table.fields, table.headings(), strict=True))
    ]


def parted(columns: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """What is told row by row, and what once, since all rows share it; a single row shares nothing.

    The value is told in every row, other values that all rows share are where none differs. What two columns
    of words say alike in every row stands once, under both headings.
    """
    if all(len(one.cells) <= 1 for one in columns):
        return list(columns), []
    values = any(one.varied and one.type in VALUES for one in columns)
    told = [one for one in columns if one.varied or _stays(one, values=values)] or list(columns)
    return list(_once(told)), [one for one in columns if one not in told]


def _stays(column: Said, *, values: bool) -> bool:
    return column.type in VALUES and (column.name == "value" or not values)


def _once(columns: Sequence[Said]) -> Iterator[Said]:
    """Columns of words that say the same in each row as one, under the headings of all."""
    for at, one in enumerate(columns):
        alike = [other for other in columns[at + 1 :] if _alike(one, other)]
        if not any(_alike(before, one) for before in columns[:at]):
            yield replace(one, heading="; ".join(same.heading for same in (one, *alike)))


def _alike(one: Said, other: Said) -> bool:
    return one.cells == other.cells and not (one.numeric or other.numeric)
