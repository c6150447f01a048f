"""Finds figures that a file gives twice: the same value is kept once, two values are refused both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from congdoan.intake.grid import place_of
from congdoan.intake.model import Figure, FigureKey, Row
from congdoan.intake.notes import Notes


@dataclass(frozen=True, slots=True)
class Repeats:
    """The rows of units and periods that stand in a file more than once, kept until all are read."""

    rows: list[Row] = field(default_factory=list)


def key(row: Row, figure: Figure) -> FigureKey:
    """What makes a figure the same as another."""
    return row.unit, row.period, figure.series.metric, figure.series.item, figure.series.recipient


def settled(repeats: Repeats, notes: Callable[[str], Notes]) -> Iterator[Row]:
    """The rows without what they repeat; rows that contradict each other are refused and said so."""
    first: dict[FigureKey, tuple[Row, Figure]] = {}
    refused: set[tuple[str, int]] = set()
    again: set[tuple[str, int, FigureKey]] = set()
    for row in repeats.rows:
        for figure in row.figures:
            earlier = first.setdefault(key(row, figure), (row, figure))
            if earlier[0] is row:
                continue
            if earlier[1].value == figure.value:
                again.add((row.sheet, row.row, key(row, figure)))
            else:
                refused |= {(row.sheet, row.row), (earlier[0].sheet, earlier[0].row)}
            _say(row, figure, earlier, notes(row.sheet))
    for row in repeats.rows:
        if (row.sheet, row.row) not in refused:
            kept = [one for one in row.figures if (row.sheet, row.row, key(row, one)) not in again]
            if kept:
                yield row.holding(kept)


def _say(row: Row, figure: Figure, earlier: tuple[Row, Figure], notes: Notes) -> None:
    column = place_of(f"{figure.series.column}1")[1]
    other = f"{earlier[0].sheet}!{earlier[1].series.column}{earlier[0].row}"
    code = "rows.twice" if earlier[1].value == figure.value else "rows.conflict"
    notes.add(code, row.row - 1, column, found=figure.value, other=other, value=earlier[1].value)
