"""What reading a file gives: the rows that would load, what each column was taken for, and what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from congdoan.intake.messages import Message
from congdoan.intake.periods import Period
from congdoan.intake.register import Register, register

Value = int | Decimal
FigureKey = tuple[str, Period, str, str, str]
"""Unit, period, metric, item and recipient: what makes a figure the same figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What the figures of a column are: codes as in facts.csv, and the letters of the column.

    Each is equal to itself alone, so that millions of figures find theirs quickly.
    """

    column: str
    metric: str
    item: str
    recipient: str
    occasion: str
    unit: str
    status: str = ""
    """What the heading or the title calls the figures: preliminary, final or corrected, or nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a row: what it is, its value in the unit of its series, how sure its source is."""

    series: Series
    value: Value
    qualifier: str


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one row of a sheet (counted from 1) for one unit and period.

    What they are, their values and qualifiers stand side by side: rows with the same columns share the first.
    `status` is what the row itself or its reader calls them, whatever their headings say.
    """

    sheet: str
    row: int
    unit: str
    province: str
    period: Period
    series: tuple[Series, ...]
    values: tuple[Value, ...]
    qualifiers: tuple[str, ...]
    status: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures one by one."""
        return tuple(map(Figure, self.series, self.values, self.qualifiers))

    def holding(self, figures: Sequence[Figure]) -> Row:
        """The row with these figures in place of its own."""
        return replace(
            self,
            series=tuple(one.series for one in figures),
            values=tuple(one.value for one in figures),
            qualifiers=tuple(one.qualifier for one in figures),
        )


@dataclass(frozen=True, slots=True)
class Column:
    """What a column was taken for. `key` is the same for the same headings, to answer by and to remember."""

    sheet: str
    column: str
    key: str
    label: str
    meaning: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was understood of a table: rows of headings and of figures (counted from 1), period, province."""

    name: str
    headings: tuple[int, int]
    rows: tuple[int, int]
    period: Period | None
    province: str
    unit: str
    layout: str
    """A short print of the headings: files of one sender have the same, so answers can be kept by it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """All that was understood of a file but its rows, which were handed on; `loaded` counts them."""

    sheets: tuple[Sheet, ...]
    columns: tuple[Column, ...]
    messages: tuple[Message, ...]
    loaded: int
    figures: int


@dataclass(frozen=True, eq=False)
class Known:
    """What a file is held against: the union bodies, the published figures, the year now."""

    units: Register = field(default_factory=lambda: register(()))
    published: Mapping[FigureKey, Decimal] = field(default_factory=dict)
    year: int = 2026

    @cached_property
    def reported(self) -> frozenset[str]:
        """The union bodies of which anything is published."""
        return frozenset(key[0] for key in self.published)
