"""Adds up the figures of a table and holds its printed sums against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from congdoan import catalogue
from congdoan.intake.grid import letters
from congdoan.intake.model import Figure, Series, Value
from congdoan.intake.notes import Notes

Sums = dict[Series, Value]


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed sum: its row, its figures with their columns, and how many parts stood before it."""

    row: int
    label: str
    figures: Sequence[tuple[Figure, int]]
    before: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a table, part by part: each printed sum ends one."""

    parts: list[Sums] = field(default_factory=lambda: [{}])
    printed: list[Sum] = field(default_factory=list)
    broken: set[Series] = field(default_factory=set)
    """The columns in which a cell could not be read, so that nothing can be said of their sums."""

    def add(self, series: Sequence[Series], values: Sequence[Value]) -> None:
        """Counts the figures of a row in."""
        part = self.parts[-1]
        for one, value in zip(series, values, strict=True):
            part[one] = part.get(one, 0) + value

    def sum(self, row: int, label: str, figures: Sequence[tuple[Figure, int]]) -> None:
        """Keeps a printed sum until the table is read."""
        self.printed.append(Sum(row, label, figures, len(self.parts)))
        self.parts.append({})


def judged(totals: Totals, scales: dict[int, int], notes: Notes) -> None:
    """Says which printed sums are none: neither of all rows, nor of those since or until the next sum."""
    for one in totals.printed:
        for figure, at in one.figures:
            metric = catalogue.metrics()[figure.series.metric]
            if metric.over_units != "sum" or figure.series in totals.broken:
                continue
            slack = Decimal(10 ** scales[at]) / 2 if scales.get(at) else Decimal(0)
            real = list(_candidates(totals, one, figure.series))
            if real and all(abs(Decimal(figure.value) - sum_) > slack for sum_ in real):
                said = {"label": one.label, "found": figure.value, "read": real[0], "column": letters(at)}
                notes.add("total.differs", one.row, at, **said)


def _candidates(totals: Totals, one: Sum, series: Series) -> Iterator[Decimal]:
    """The sums that a printed one may be: of all, of the rows before it, of those after it."""
    sums = [part.get(series) for part in totals.parts]
    if all(part is None for part in sums):
        return
    every = [Decimal(part or 0) for part in sums]
    yield sum(every, Decimal(0))
    yield every[one.before - 1]
    if one.before < len(every):
        yield every[one.before]
    yield sum(every[: one.before], Decimal(0))
