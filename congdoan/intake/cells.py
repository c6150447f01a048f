"""Reads one cell of a column of figures into a value, or says why it is none."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from congdoan.intake import numbers
from congdoan.intake.grid import Cell, Marks, letters
from congdoan.intake.meanings import Meaning
from congdoan.intake.messages import Code
from congdoan.intake.model import Value
from congdoan.intake.notes import Notes

_HIGHEST = {"dong": 5 * 10**13, "person": 30_000_000, "turn": 100_000_000, "percent": 100}
"""Above this no figure of a unit can be: fifty thousand tỷ, more people than work in the country."""
_MOST = 20_000_000
_WHOLE = Decimal(1)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:thg|tháng) ?\d{1,2})"
_DATE = re.compile(
    rf"(?i)(?:\d{{1,2}}[-/ ])?{_MONTH}(?:[-/ ]\d{{2,4}})?"
    r"|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|\d{4}-\d\d-\d\d"
)
"""A text that a program made of a number which it took for a date."""


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of a column are read: what they are, their power of ten, their style.

    `points` tells that shares are given as 0 to 100, since one of them is above 1.
    """

    at: int
    meaning: Meaning
    power: int
    style: numbers.Style | None
    points: bool = True


def most(unit: str) -> int:
    """Above this no figure of a unit of measure can be."""
    return _HIGHEST.get(unit, _MOST)


def value(
    column: Column, row: int, cell: Cell, marks: Marks, notes: Notes
) -> tuple[Value, str] | bool | None:
    """The value of a cell with its qualifier; None for a missing one, False when it was refused."""
    place = (row, column.at)
    if place in marks.errors:
        return not notes.add("formula.error", *place, found=marks.errors[place] or "#")
    if place in marks.formulas:
        if not marks.formulas[place] or cell in ("", None):
            return not notes.add("formula.empty", *place)
        notes.add_once(column.at, "formula.kept", *place, column=letters(column.at))
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return not notes.add("number.unreadable", *place, found=str(cell))
    if isinstance(cell, int | float):
        return _number(column, place, cell, place in marks.percents, notes)
    if isinstance(cell, str):
        return _text(column, place, cell, notes)
    return not notes.add("number.date", *place, found=_typed(cell))


def _typed(cell: dt.date | dt.time | dt.timedelta) -> str:
    """What may have been typed where a program made a date of it: 2-3 for 2 March."""
    return f"{cell.day}/{cell.month}/{cell.year}" if isinstance(cell, dt.date) else str(cell)


def _number(
    column: Column, place: tuple[int, int], cell: float, shown_as_share: bool, notes: Notes
) -> tuple[Value, str] | bool:
    if not -1e15 < cell < 1e15:
        return not notes.add("value.high", *place, found=f"{cell:g}", most=most(column.meaning.unit))
    exact = numbers.number(cell)
    if column.meaning.unit == "percent":
        if shown_as_share:
            notes.add_once(column.at, "percent.cell", *place, column=letters(column.at))
            exact *= 100
        elif not column.points and 0 < exact <= 1:
            return not notes.add("percent.unclear", *place, first=exact * 100, second=exact)
    elif shown_as_share:
        return not notes.add(
            "count.percent", *place, found=exact * 100, unit=Code("unit", column.meaning.unit)
        )
    return _bounded(column, place, exact * 10**column.power, "exact", notes, typed=exact)


def _text(column: Column, place: tuple[int, int], cell: str, notes: Notes) -> tuple[Value, str] | bool | None:
    found = numbers.read(cell, column.style)
    if isinstance(found, numbers.Unclear):
        found = _settled(column, found, "both" if column.style == "both" else None)
    elif column.style in ("vi", "en") and isinstance(found, numbers.Amount) and not _fits(column, found):
        again = numbers.read(cell)
        found = again if isinstance(again, numbers.Unclear) else found
    if found is None:
        return None
    if isinstance(found, numbers.Unclear):
        return not notes.add(
            "number.two", *place, found=cell, first=found.first.value, second=found.second.value
        )
    if isinstance(found, numbers.Unreadable) and _DATE.fullmatch(cell.strip()):
        return not notes.add("number.date", *place, found=cell.strip())
    if isinstance(found, numbers.Unreadable):
        return not notes.add("number.unreadable", *place, found=cell[:60])
    if found.mended:
        notes.add("letter.mended", *place, found=cell, read=found.value)
    return _amount(column, place, cell, found, notes)


def _settled(column: Column, found: numbers.Unclear, style: str | None) -> numbers.Amount | numbers.Unclear:
    """The reading that alone can be: nobody counts people in thousandths, no share passes 100 %."""
    if style == "both" or found.first.scaled or column.power:
        return found
    if column.meaning.unit == "percent":
        return found.second if found.first.value > 100 else found
    return found.first


def _fits(column: Column, found: numbers.Amount) -> bool:
    return column.meaning.unit == "percent" or _is_whole(
        found.value * 10 ** (0 if found.scaled else column.power)
    )


def _amount(
    column: Column, place: tuple[int, int], cell: str, found: numbers.Amount, notes: Notes
) -> tuple[Value, str] | bool:
    meaning = column.meaning
    if found.unit == "percent" and meaning.unit != "percent":
        return not notes.add("count.percent", *place, found=found.value, unit=Code("unit", meaning.unit))
    own_unit = found.scaled or found.unit == "dong"
    if found.unit == "dong" and meaning.unit != "dong":
        return not notes.add("unit.other", *place, found=cell[:60], unit=Code("unit", meaning.unit))
    scaled = found.value if own_unit else found.value * 10**column.power
    return _bounded(column, place, scaled, found.qualifier, notes, typed=found.value)


def _bounded(
    column: Column, place: tuple[int, int], exact: Decimal, qualifier: str, notes: Notes, typed: Decimal
) -> tuple[Value, str] | bool:
    """The value within what its unit allows: no part of a person, nothing below zero or beyond belief."""
    unit = column.meaning.unit
    if exact < 0:
        return not notes.add("value.negative", *place, found=exact)
    if exact > most(unit):
        return not notes.add("value.high", *place, found=exact, most=most(unit))
    if unit == "percent":
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0, qualifier
    if _is_whole(exact):
        return int(exact), qualifier
    if unit == "dong" and (column.power or exact > 1000):
        notes.add_once(
            column.at, "money.rounded", *place, found=exact, read=exact.quantize(_WHOLE, ROUND_HALF_UP)
        )
        return int(exact.quantize(_WHOLE, ROUND_HALF_UP)), qualifier
    return not notes.add("count.fraction", *place, found=typed, unit=Code("unit", unit), near=_grouped(typed))


def _grouped(typed: Decimal) -> Decimal:
    """What 1.25 was before a program took the point of 1.250 for decimals."""
    exponent = typed.normalize().as_tuple().exponent
    return (
        typed * 1000
        if isinstance(exponent, int) and exponent >= -3
        else typed.quantize(_WHOLE, ROUND_HALF_UP)
    )


def _is_whole(exact: Decimal) -> bool:
    return exact == exact.to_integral_value()
