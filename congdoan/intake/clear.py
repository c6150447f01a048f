"""The rows of a table of which nothing has to be said, told by whole columns: nearly all of a large file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congdoan.intake import checks
from congdoan.intake.model import Series, Value
from congdoan.intake.plan import Plan
from congdoan.intake.quick import CAREFUL, Plain

Figures = tuple[tuple[Series, ...], tuple[Value, ...]]
"""What the figures of a row are, and their values."""


@dataclass(frozen=True, eq=False)
class Clear:
    """The values of a table by row, and which of its rows have to be looked at one by one."""

    series: tuple[Series, ...]
    values: Sequence[tuple[Value | None, ...]]
    doubted: frozenset[int]

    def figures(self, row: int) -> Figures | None:
        """The figures of a row, counted from the first of the table; None where it has to be looked at."""
        if row in self.doubted or row >= len(self.values):
            return None
        values = self.values[row]
        if None not in values:
            return self.series, values  # type: ignore[return-value]
        some = [(one, value) for one, value in zip(self.series, values, strict=True) if value is not None]
        return tuple(one for one, _ in some), tuple(value for _, value in some)


def clear(plan: Plan, plain: Mapping[int, Plain]) -> Clear:
    """What is clear of a table; nothing where columns have their own periods, or rows say what they count."""
    series = tuple(one.series for one in plan.figures if one.series and not one.period)
    if plan.shares or "rating" in plan.names or len(series) < len(plan.figures):
        return Clear((), (), frozenset())
    columns = [plain[one.cell.at] for one in plan.figures]
    unread = {row for column in columns for row in _unread(column)}
    return Clear(
        series, list(zip(*columns, strict=True)), frozenset(unread | checks.doubted(series, columns))
    )


def _unread(column: Plain) -> Sequence[int]:
    return [row for row, value in enumerate(column) if value == CAREFUL] if CAREFUL in column else ()
