"""Settles how the numbers of a column are read: their unit of measure, power of ten and style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from congdoan.intake import cells, model, numbers, statuses
from congdoan.intake.context import Context
from congdoan.intake.grid import Cell, Grid, letters
from congdoan.intake.layout import Table, column_of, columns_with, is_number, text
from congdoan.intake.meanings import Meaning
from congdoan.intake.messages import Code, Said
from congdoan.intake.notes import Notes
from congdoan.intake.periods import Period

LOOKED_AT = 400
"""Filled cells of a column that are looked at to see what it holds."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A column of figures as it will be read; `label` is what a row's own words are added to."""

    cell: cells.Column
    series: model.Series | None
    period: Period | None
    label: tuple[str, ...]
    status: str = ""


def measured(
    grid: Grid, table: Table, at: int, told: Meaning, period: Period | None, style: numbers.Style | None,
    around: Context, notes: Notes,
) -> Planned | None:  # fmt: skip
    """A column of figures; None where it is of money and nothing says of which thousandth."""
    power = told.power
    if told.unit == "dong" and power is None:
        power = _money_power(grid, table, at, around, notes)
        if power is None:
            notes.add("money.unit", table.top, at, label=" / ".join(table.labels[at]))
            return None
    column = _cell_column(grid, table, at, told, power or 0, style)
    status = statuses.of(table.labels[at])
    if status and status != around.status:
        said = {"status": Code("status", status), "found": " / ".join(table.labels[at])}
        notes.add("status.read", table.top, at, **said)
    status = status or around.status
    series = _series(at, told, status) if told.role == "figure" else None
    return Planned(column, series, period, table.labels[at], status)


def _series(at: int, told: Meaning, status: str = "") -> model.Series:
    return model.Series(letters(at), told.metric, told.code, told.recipient, told.occasion, told.unit, status)


def share(
    grid: Grid, table: Table, at: int, told: Meaning, period: Period | None, style: numbers.Style | None
) -> Planned:
    """A column of printed percentages that are only held against their counts."""
    share = replace(told, unit="percent")
    return Planned(
        _cell_column(grid, table, at, share, 0, style), _series(at, share), period, table.labels[at]
    )


def _cell_column(
    grid: Grid, table: Table, at: int, told: Meaning, power: int, style: numbers.Style | None
) -> cells.Column:
    every = column_of(grid, table, at).different
    texts = [cell for cell in every if isinstance(cell, str) and ("," in cell or "." in cell)]
    own = numbers.style_of(texts) if texts else None
    plain = [
        cell for _, cell in islice(columns_with(grid, table, at), LOOKED_AT) if isinstance(cell, int | float)
    ]
    return cells.Column(at, told, power, own or style, any(cell > 1 for cell in plain))


def _money_power(grid: Grid, table: Table, at: int, around: Context, notes: Notes) -> int | None:
    """The power of ten of a money column: of the titles, of its cells' own words, or none by its size."""
    if around.measured.power is not None:
        notes.add_once(
            "titles", "unit.read", table.top, at, power=Said(f"money_power.{around.measured.power}")
        )
        return around.measured.power
    bare = [cell for cell in column_of(grid, table, at).different if not _names_scale(cell)]
    amounts = [abs(float(found)) for cell in bare if (found := _plain(cell)) is not None]
    if all(amount == 0 or amount >= 10_000 for amount in amounts):
        return 0
    return None


def _names_scale(cell: Cell) -> bool:
    found = numbers.read(text(cell)) if isinstance(cell, str) else None
    return isinstance(found, numbers.Amount) and (found.scaled or found.unit == "dong")


def _plain(cell: Cell) -> float | None:
    if is_number(cell):
        return float(cell)  # type: ignore[arg-type]
    found = numbers.read(text(cell)) if isinstance(cell, str) else None
    if isinstance(found, numbers.Unclear):
        return float(found.first.value)
    return float(found.value) if isinstance(found, numbers.Amount) else None
