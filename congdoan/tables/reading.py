"""From the rows of a query to a table in one language: codes become names, values become typed cells."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from congdoan.queries import CODE_TYPES, TEXT_TYPES
from congdoan.tables.table import TOTAL, Cell, Field, Table, TableError
from congdoan.text import Language, name, say, words

if TYPE_CHECKING:
    from congdoan.database import Rows
    from congdoan.queries import Column

_VALUES = frozenset({"year", "date", "count", "dong", "amount", "percent", "flag"})
_Read = tuple[Field, tuple[Cell, ...], tuple[str | None, ...] | None]


def table(rows: Rows, lang: Language, columns: Sequence[str] | None = None) -> Table:
    """The rows in words of one language, total rows last; `columns` picks and orders them by name.

    A pair of columns `name_vi`, `name_en` is one column `name`. An amount has the unit in `unit` of its row.
    TextError when a code or a column has no words, TableError when a value is not of its type.
    """
    read = [_column(rows, column, lang) for column in rows.columns if _kept(column.name, rows, lang)]
    codes = {field.name: keys for field, _, keys in read if keys is not None}
    whole = Table(
        name=rows.name,
        lang=lang,
        fields=tuple(field for field, _, _ in read),
        cells=tuple(cells for _, cells, _ in read),
        codes=codes,
        units=tuple(code or "" for code in codes.get("unit", (None,) * len(rows))),
        totals=_totals(rows),
        impossible=_impossible([field for field, _, _ in read], rows),
    )
    ordered = whole.take(sorted(range(len(whole)), key=lambda row: whole.totals[row]))
    return ordered if columns is None else _picked(ordered, columns)


def _picked(whole: Table, columns: Sequence[str]) -> Table:
    places = [whole.index(column) for column in columns]
    return replace(
        whole,
        fields=tuple(whole.fields[place] for place in places),
        cells=tuple(whole.cells[place] for place in places),
        codes={column: codes for column, codes in whole.codes.items() if column in columns},
        impossible=frozenset(
            (row, places.index(column)) for row, column in whole.impossible if column in places
        ),
    )


def _impossible(fields: Sequence[Field], rows: Rows) -> frozenset[tuple[int, int]]:
    """The amounts of the rows that say why there can be none."""
    amounts = [at for at, field in enumerate(fields) if field.type == "amount"]
    reasons = rows.values.get("absence", ())
    return frozenset((row, at) for row, why in enumerate(reasons) if why is not None for at in amounts)


def _kept(column: str, rows: Rows, lang: Language) -> bool:
    """Of a pair in two languages only the column of this one is kept."""
    return stem(column, rows.columns) == column or column.endswith(f"_{lang}")


def stem(column: str, columns: Sequence[Column]) -> str:
    """The name that a pair of columns in two languages shares, else the column's own."""
    shared, _, ending = column.rpartition("_")
    names = {one.name for one in columns}
    return shared if ending in ("vi", "en") and {f"{shared}_vi", f"{shared}_en"} <= names else column


def described(column: Column, columns: Sequence[Column], lang: Language) -> Field:
    """A column of a query as every table, screen and file describes it."""
    own = stem(column.name, columns)
    return Field(own, column.type, _heading(own, column.type, lang), column.meaning)


def _column(rows: Rows, column: Column, lang: Language) -> _Read:
    values, field = rows.values[column.name], described(column, rows.columns, lang)
    if field.name != column.name:
        values = [own or other for own, other in zip(values, rows.values[f"{field.name}_vi"], strict=True)]
    if column.type in _VALUES:
        return field, tuple(_value(value, column) for value in values), None
    texts = tuple(None if value is None else unicodedata.normalize("NFC", str(value)) for value in values)
    words_of = {text: named(column.type, text, lang) for text in set(texts)}
    return field, tuple(words_of[text] for text in texts), texts if column.type in CODE_TYPES else None


def _heading(column: str, kind: str, lang: Language) -> str:
    heading = say(f"column.{column}", lang)
    return f"{heading} ({name('unit', kind, lang)})" if kind in ("dong", "percent") else heading


def named(kind: str, text: str | None, lang: Language) -> str | None:
    """A cell in words: the name of a code, text as it is."""
    if text == TOTAL and kind != "scope":
        return say(f"{kind}.total" if f"{kind}.total" in words() else "table.total", lang)
    return text if text is None or kind in TEXT_TYPES else name(kind, text, lang)


def _totals(rows: Rows) -> tuple[bool, ...]:
    """Which rows are totals of others; `total` as a scope says something else, of one figure."""
    keys = [column.name for column in rows.columns if column.type not in _VALUES | {"scope"}]
    found = {row for key in keys for row, code in enumerate(rows.values[key]) if code == TOTAL}
    return tuple(row in found for row in range(len(rows)))


def _value(value: Any, column: Column) -> Cell:
    if value is None or (isinstance(value, float) and math.isinf(value)):
        return None
    try:
        return _READERS[column.type](value)
    except (TypeError, ValueError) as error:
        raise TableError(f"The column {column.name} ({column.type}) holds {value!r}: {error}") from error


def _whole(value: Any, *, strict: bool) -> int | float:
    if int(value) == value:
        return int(value)
    if strict:
        raise ValueError("expected a whole number")
    return float(value)


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError("expected a day")
    return value


_READERS: dict[str, Callable[[Any], Cell]] = {
    "year": partial(_whole, strict=True),
    "count": partial(_whole, strict=True),
    "dong": partial(_whole, strict=True),
    "amount": partial(_whole, strict=False),
    "percent": float,
    "date": _day,
    "flag": bool,
}
