"""Cells as the texts of a CSV file, a column at a time; text that a spreadsheet could run is harmless."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial, reduce
from itertools import groupby
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from congdoan import formats
from congdoan.tables.arrow import occurs

_INSIDE = r'[",;\p{C}\x{FFFE}\x{FFFF}]'
"""What may need care anywhere in a text: quotes, separators, breaks, invisible signs."""
_IN_FRONT = r"^[^\p{L}\p{N}]"
"""What may need care in front of a text: all but a letter or digit."""
_FEW = frozenset({"year", "date", "flag"})
"""Types of column with few values, in whatever number of rows."""
_SHORT = 500
"""Texts up to which it takes longer to look for what needs care than to treat them all."""
_EXACT: Final = float(2**53)
"""Below it every whole number is exact."""


@dataclass(frozen=True)
class Manner:
    """How a CSV file writes: separator, end of line, decimal sign, days (strftime), yes and no."""

    delimiter: str
    end: str
    point: str
    day: str
    yes: str
    no: str


def texts(cells: Any, kind: str, manner: Manner) -> Any:
    """The cells of a column of one type as they stand between two separators; null where there is none.

    A number has all its digits and no exponent. Text is made harmless and, where it must be, quoted. Cells
    that repeat (codes, years, days, nothing at all) come as a dictionary, each text once.
    """
    held = cells.dictionary_encode() if _repeats(cells, kind) else cells
    return changed(held, lambda each: _each(each, kind, manner))


def filled(cells: Any, absent: str) -> Any:
    """The texts of a column with a text where there is none."""
    if not cells.null_count:
        return cells
    if not pa.types.is_dictionary(cells.type):
        return pc.fill_null(cells, absent)
    words = pa.concat_arrays([cells.dictionary, pa.array([absent])])
    return pa.DictionaryArray.from_arrays(pc.fill_null(cells.indices, len(words) - 1), words)


def joined(columns: Sequence[Any], manner: Manner) -> Any:
    """The lines of a file from the texts of its columns, each with its end.

    Neighbours that are dictionaries become one: of a few texts there are a few combinations.
    """
    pieces: list[Any] = []
    for repeating, run in groupby(columns, lambda one: pa.types.is_dictionary(one.type)):
        held = list(run)
        pieces += [reduce(partial(_paired, manner.delimiter), held)] if repeating else held
    pieces[-1] = changed(pieces[-1], lambda cells: pc.binary_join_element_wise(cells, manner.end, ""))
    return pc.binary_join_element_wise(*(_decoded(piece) for piece in pieces), manner.delimiter)


def _paired(delimiter: str, left: Any, right: Any) -> Any:
    """Two dictionaries beside each other as one, of the combinations that occur."""
    base = len(right.dictionary)
    both = pc.add(pc.multiply(left.indices.cast(pa.int64()), base), right.indices).dictionary_encode()
    first = pc.divide(both.dictionary, base)
    second = pc.subtract(both.dictionary, pc.multiply(first, base))
    words = (left.dictionary.take(first), right.dictionary.take(second))
    return pa.DictionaryArray.from_arrays(both.indices, pc.binary_join_element_wise(*words, delimiter))


def _decoded(cells: Any) -> Any:
    return cells.dictionary_decode() if pa.types.is_dictionary(cells.type) else cells


def _repeats(cells: Any, kind: str) -> bool:
    return kind in _FEW or (len(cells) > 0 and cells.null_count == len(cells))


def _each(cells: Any, kind: str, manner: Manner) -> Any:
    if pa.types.is_string(cells.type):
        return harmless(cells, partial(_quoted, manner))
    if pa.types.is_boolean(cells.type):
        return pc.if_else(cells, manner.yes, manner.no)
    if pa.types.is_date(cells.type):
        return pc.strftime(cells, manner.day)
    written = _fractions(cells, kind) if pa.types.is_floating(cells.type) else cells.cast(pa.string())
    return written if manner.point == "." else pc.replace_substring(written, ".", manner.point)


def harmless(cells: Any, treat: Callable[[str], str]) -> Any:
    """Texts of which those that may need care are treated, one by one; of many, most need none."""
    if len(cells) <= _SHORT:
        return pa.array([None if text is None else treat(text) for text in cells.to_pylist()], pa.string())
    fronts = pc.utf8_slice_codeunits(cells, 0, 1).unique()
    if not occurs(_INSIDE, cells) and not pc.any(pc.match_substring_regex(fronts, _IN_FRONT)).as_py():
        return cells
    found = pc.match_substring_regex(cells, f"{_IN_FRONT}|{_INSIDE}")
    delicate = pc.fill_null(found, fill_value=False)
    treated = [treat(text) for text in cells.filter(delicate).to_pylist()]
    return pc.replace_with_mask(cells, delicate, pa.array(treated, pa.string()))


def changed(cells: Any, change: Callable[[Any], Any]) -> Any:
    """A change of every cell, made once per text where they repeat."""
    if pa.types.is_dictionary(cells.type):
        return pa.DictionaryArray.from_arrays(cells.indices, change(cells.dictionary))
    return change(cells)


def _quoted(manner: Manner, text: str) -> str:
    safe = formats.cell(text)
    doubled = safe.replace('"', '""')
    return f'"{doubled}"' if any(sign in safe for sign in (manner.delimiter, '"', "\r", "\n")) else safe


def _fractions(cells: Any, kind: str) -> Any:
    """Decimal digits; a whole amount has none after the point, a whole share has one zero."""
    whole = pc.and_(pc.equal(pc.floor(cells), cells), pc.less(pc.abs(cells), _EXACT))
    integers = pc.if_else(whole, cells, None).cast(pa.int64()).cast(pa.string())
    if kind != "amount":
        integers = pc.binary_join_element_wise(integers, ".0", "")
    written = pc.if_else(whole, integers, cells.cast(pa.string()))
    powers = pc.fill_null(pc.match_substring(written, "e"), fill_value=False)
    if not pc.any(powers).as_py():
        return written
    spelt = [_digits(value, kind) for value in cells.filter(powers).to_pylist()]
    return pc.replace_with_mask(written, powers, pa.array(spelt, pa.string()))


def _digits(value: float, kind: str) -> str:
    if kind == "amount" and value.is_integer():
        return str(int(value))
    return f"{Decimal(repr(value)):f}"
