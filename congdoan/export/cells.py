"""The cells of a table as an Excel sheet takes them, column by column: how to write, what, in which style."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import repeat
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from congdoan import formats
from congdoan.export.book import Book, fitting
from congdoan.export.texts import changed, harmless
from congdoan.tables import Field, Part, Stream
from congdoan.text import Language, say

Cell = tuple[Callable[..., Any], object, Any]
"""A method of a sheet, the value and the style that it takes."""
_TOTAL = {"bold": True, "bg_color": "#f3ead2", "top": 1}
_DONG = "#,##0\\ [$₫-42A]"
_FORMATS = {"year": "0", "date": "dd/mm/yyyy", "count": "#,##0", "dong": _DONG, "percent": "0.0%"}
_FIRST_DAY = 25_569
"""1 January 1970 as Excel counts days."""


def cells(target: Book, sheet: Any, stream: Stream, part: Part) -> list[Iterator[Cell]]:
    """One iterator per column."""
    return [_column(target, sheet, stream, part, place) for place in range(len(stream.fields))]


def _column(target: Book, sheet: Any, stream: Stream, part: Part, place: int) -> Iterator[Cell]:
    field, held = stream.fields[place], part.cells[place]
    if not field.numeric and field.type != "date":
        words = _words(held, stream.lang)
        blank = sheet.write_blank if pc.any(part.totals).as_py() else _left_out
        writes = [sheet.write_string if word else blank for word in words]
        return zip(writes, words, _styles(target, part, num_format="@"), strict=False)
    if field.type == "date":
        values = pc.add(held.cast(pa.int32()), _FIRST_DAY).to_pylist()
        styles = _styles(target, part, num_format=_FORMATS["date"], align="left")
    elif field.type == "amount" or field.decimals is None or field.type == "percent":
        values, styles = _shares_and_amounts(target, part, field, held)
    else:
        values, styles = held.to_pylist(), _styles(target, part, num_format=_FORMATS[field.type])
    known = zip(repeat(sheet.write_number), values, styles, strict=False)
    return _marked(target, sheet, part, place, field, known) if held.null_count else known


def _left_out(*_cell: object) -> None:
    """Writes no cell: without a colour of a total, none looks like an empty one, and takes no time."""


def _words(held: Any, lang: Language) -> list[str]:
    """Texts made harmless, yes and no in words; nothing is an empty text."""
    if pa.types.is_boolean(held.type):
        held = pc.if_else(held, say("flag.true", lang), say("flag.false", lang))
    safe = changed(held, lambda texts: harmless(texts, formats.cell))
    return [fitting(text) if text else "" for text in _listed(safe)]


def _listed(held: Any) -> list[Any]:
    """The values of a column, repeated ones as one object."""
    if not pa.types.is_dictionary(held.type):
        return list(held.to_pylist())
    each = [*held.dictionary.to_pylist(), None]
    return [each[place] for place in pc.fill_null(held.indices, len(each) - 1).to_pylist()]


def _styles(target: Book, part: Part, **look: Any) -> Iterable[Any]:
    """The style of each cell of a column: total rows stand out."""
    plain = target.style(**look)
    if not pc.any(part.totals).as_py():
        return repeat(plain)
    bold = target.style(**look, **_TOTAL)
    return [bold if total else plain for total in part.totals.to_pylist()]


def _shares_and_amounts(target: Book, part: Part, field: Field, held: Any) -> tuple[list[Any], list[Any]]:
    """Numbers whose format is their own: by unit, by digits, and shares as parts of one."""
    unit = field.unit or ("percent" if field.type == "percent" else "")
    units = repeat(unit) if unit else _listed(part.units)
    style = cache(lambda look, total: target.style(num_format=look, **(_TOTAL if total else {})))
    values, styles = [], []
    for value, of, total in zip(held.to_pylist(), units, part.totals.to_pylist(), strict=False):
        values.append(_part_of_one(value) if of == "percent" and value is not None else value)
        styles.append(style(_number_format(field, value, of or ""), total))
    return values, styles


@lru_cache(maxsize=10_000)
def _part_of_one(share: float) -> float:
    """Shares are fractions of one in Excel: 59.5 is written as 0.595 and shown as 59,5%."""
    return float(Decimal(repr(share)) / 100)


def _number_format(field: Field, value: float | None, unit: str) -> str:
    """The spreadsheet's own format of a cell; a reader's program sets the separators of its country."""
    if field.decimals is not None:
        return _FORMATS[field.type]
    digits = 0 if value is None or value.is_integer() else len(f"{value:.2f}".rstrip("0").partition(".")[2])
    fraction = f".{'0' * digits}" if digits else ""
    if unit == "percent":
        return f"0{fraction}%"
    return _DONG if unit == "dong" else f"#,##0{fraction}"


def _marked(
    target: Book, sheet: Any, part: Part, place: int, field: Field, known: Iterator[Cell]
) -> Iterator[Cell]:
    """The cells of a column with a mark where there is no number: nothing known, or nothing possible."""
    styles = _styles(target, part, num_format="@", **({"align": "right"} if field.numeric else {}))
    never = part.impossible.get(place)
    impossible = repeat(object=False) if never is None else never.to_pylist()
    for cell, style, cannot in zip(known, styles, impossible, strict=False):
        mark = formats.NOT_APPLICABLE if cannot else formats.MISSING
        yield (sheet.write_string, mark, style) if cell[1] is None else cell
