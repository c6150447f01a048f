"""Keeps what was understood of a file in a folder, so that a process can hand it to another one.

`rows.csv` holds what would load: each row with the number of its first figure, and side by side, parted by
blanks, its series by their numbers in `series.csv`, its values and their qualifiers; `understood.json` holds
the rest. All are plain files that a database reads as well.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from congdoan.intake.messages import Message
from congdoan.intake.model import Column, Known, Row, Series, Sheet, Understood, Value
from congdoan.intake.periods import Period
from congdoan.intake.register import Unit, register

ROWS = (
    "first", "sheet", "row", "unit", "province", "period_type", "period_start", "period_end", "status",
    "series", "values", "qualifiers",
)  # fmt: skip
SERIES = ("series", "column", "metric", "item", "recipient", "occasion", "unit", "status")
UNITS = ("org_id", "name", "kind", "place_63", "place_34", "valid_from", "valid_to")
PUBLISHED = ("org_id", "period_type", "period_start", "period_end", "metric", "item", "recipient", "value")


@dataclasses.dataclass(frozen=True, eq=False)
class Store:
    """Open files that take the rows of a reading."""

    rows: Any
    series: Any
    known: dict[Series, int] = dataclasses.field(default_factory=dict)
    numbers: dict[tuple[Series, ...], str] = dataclasses.field(default_factory=dict)
    count: list[int] = dataclasses.field(default_factory=lambda: [0])

    def take(self, row: Row) -> None:
        """Writes a row and its figures."""
        if row.series not in self.numbers:
            self.numbers[row.series] = " ".join(str(self._number(one)) for one in row.series)
        place = (self.count[0] + 1, row.sheet, row.row, row.unit, row.province, *_days(row.period))
        told = (self.numbers[row.series], " ".join(map(str, row.values)), _joined(row.qualifiers))
        self.rows.writerow((*place, row.status, *told))
        self.count[0] += len(row.values)

    def _number(self, series: Series) -> int:
        found = self.known.get(series)
        if found is None:
            found = self.known[series] = len(self.known) + 1
            self.series.writerow((found, *dataclasses.astuple(series)))
        return found


@lru_cache(maxsize=256)
def _joined(qualifiers: tuple[str, ...]) -> str:
    """Qualifiers, which are the same in most rows, parted by blanks."""
    return " ".join(qualifiers)


@contextmanager
def store(folder: Path) -> Iterator[Store]:
    """The files of a folder, open to take rows."""
    with ExitStack() as stack:
        writers = {}
        for name, columns in (("rows", ROWS), ("series", SERIES)):
            file = stack.enter_context(_new(folder / f"{name}.csv"))
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow(columns)
        yield Store(writers["rows"], writers["series"])


def rows(folder: Path) -> Iterator[Row]:
    """The rows that would load, one by one in the order in which they were read."""
    series = {one[0]: Series(*one[1:]) for one in _lines(folder / "series.csv")}
    for _, sheet, row, unit, province, *period, status, numbers, values, qualifiers in _lines(
        folder / "rows.csv"
    ):
        told = (tuple(map(series.__getitem__, numbers.split())), tuple(map(_value, values.split())))
        yield Row(sheet, int(row), unit, province, _period(*period), *told, tuple(qualifiers.split()), status)


def keep(folder: Path, understood: Understood) -> None:
    """Writes what was understood beside its rows."""
    told = json.dumps(dataclasses.asdict(understood), default=str, ensure_ascii=False)
    (folder / "understood.json").write_text(told, encoding="utf-8")


def kept(folder: Path) -> Understood:
    """What was understood, from the folder; OSError or ValueError when it is not there or is damaged."""
    told = json.loads((folder / "understood.json").read_text(encoding="utf-8"))
    return Understood(
        tuple(_sheet(one) for one in told["sheets"]),
        tuple(Column(**{**one, "candidates": tuple(one["candidates"])}) for one in told["columns"]),
        tuple(Message(**one) for one in told["messages"]),
        told["loaded"],
        told["figures"],
    )


def keep_known(folder: Path, known: Known) -> None:
    """Writes what a file is held against."""
    with _new(folder / "units.csv") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(UNITS)
        for one in known.units.units.values():
            days = (_day(one.valid_from), _day(one.valid_to))
            writer.writerow((one.org_id, one.name, one.kind, one.place_63, one.place_34, *days))
    with _new(folder / "published.csv") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PUBLISHED)
        for (unit, period, *codes), value in known.published.items():
            writer.writerow((unit, *_days(period), *codes, value))


def known(folder: Path, year: int) -> Known:
    """What a file is held against, from the folder."""
    units = register(unit(*one) for one in _lines(folder / "units.csv"))
    published = {
        (one[0], _period(*one[1:4]), one[4], one[5], one[6]): Decimal(one[7])
        for one in _lines(folder / "published.csv")
    }
    return Known(units, published, year)


def unit(
    org_id: str, name: str, kind: str, place_63: str, place_34: str, valid_from: str, valid_to: str
) -> Unit:
    """A union body from the texts of a file; places as `63:06`."""
    return Unit(org_id, name, kind, place_63, place_34, _of_day(valid_from), _of_day(valid_to))


def _new(path: Path) -> Any:
    return path.open("w", encoding="utf-8", newline="")


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines, None)
        yield from lines


def _days(period: Period) -> tuple[str, str, str]:
    return period.kind, period.start.isoformat(), period.end.isoformat()


def _period(kind: str, start: str, end: str) -> Period:
    return Period(kind, dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def _sheet(told: Mapping[str, Any]) -> Sheet:
    period = told["period"]
    pairs = {name: tuple(told[name]) for name in ("headings", "rows")}
    return Sheet(**{**told, **pairs, "period": _period(*period.values()) if period else None})


def _value(text: str) -> Value:
    return int(text) if text.isdecimal() else Decimal(text)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _of_day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
