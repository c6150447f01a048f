"""The rows of tables as Arrow holds them, a column at a time, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from congdoan.queries import CODE_TYPES, TEXT_TYPES
from congdoan.tables.parts import Part, Stream, is_kept
from congdoan.tables.reading import described, named, stem
from congdoan.tables.table import TOTAL, Field, Table, TableError
from congdoan.text import Language

if TYPE_CHECKING:
    from congdoan.queries import Column

TYPES: Mapping[str, pa.DataType] = MappingProxyType(
    {
        "year": pa.int32(),
        "count": pa.int64(),
        "dong": pa.int64(),
        "amount": pa.float64(),
        "percent": pa.float64(),
        "date": pa.date32(),
        "flag": pa.bool_(),
    }
)
"""How the cells of a column are held, by its type; those of other types are texts."""
_MARK = r"\p{M}"
"""Only text with a mark of its own beside a letter can be anything but composed."""


def of_table(table: Table, matching: int | None = None) -> Stream:
    """A table that is held in memory, as one part; `matching` where it is the first rows of more."""
    columns = range(len(table.fields))
    masks = {column: [(row, column) in table.impossible for row in range(len(table))] for column in columns}
    part = Part(
        tuple(pa.array(cells, _type(it)) for it, cells in zip(table.fields, table.cells, strict=True)),
        {name: pa.array(codes, pa.string()) for name, codes in table.codes.items()},
        pa.array(table.units, pa.string()),
        pa.array(table.totals, pa.bool_()),
        {column: pa.array(mask) for column, mask in masks.items() if any(mask)},
    )
    rows, coded = len(table), frozenset(table.codes)
    return Stream(table.name, table.lang, table.fields, coded, rows, max(rows, matching or 0), lambda: [part])


def of_batches(
    name: str, columns: Sequence[Column], lang: Language, length: int, batches: Callable[[], Iterable[Any]]
) -> Stream:
    """The rows of a query as they come, in words of one language, as `table` would make them.

    `batches` gives Arrow record batches with at least the columns that `needed` names.
    """
    kept = tuple(column for column in columns if is_kept(column.name, columns, lang))
    fields = tuple(described(column, columns, lang) for column in kept)
    coded = frozenset(it.name for it in fields if it.type in CODE_TYPES)

    def parts() -> Iterator[Part]:
        return _totals_last(_part(batch, kept, columns, lang) for batch in _ahead(batches()))

    return Stream(name, lang, fields, coded, length, length, parts)


def occurs(pattern: str, texts: Any) -> bool:
    """Whether a pattern occurs anywhere in the texts of a column, looked for in all of them at once."""
    _, offsets, data = texts.buffers()
    if data is None or not len(texts):
        return False
    ends = memoryview(offsets).cast("i")
    around = pa.array([ends[texts.offset], ends[texts.offset + len(texts)]], pa.int32()).buffers()[1]
    together = pa.Array.from_buffers(pa.string(), 1, [None, around, data])
    return bool(pc.match_substring_regex(together, pattern)[0].as_py())


def _type(field: Field) -> pa.DataType:
    return TYPES.get(field.type, pa.string())


def _ahead(batches: Iterable[Any]) -> Iterator[Any]:
    """The same batches, the next one read while this one is written: DuckDB and Arrow need no Python."""
    reading = iter(batches)
    with ThreadPoolExecutor(max_workers=1) as pool:
        coming = pool.submit(next, reading, None)
        while (batch := coming.result()) is not None:
            coming = pool.submit(next, reading, None)
            yield batch


def _totals_last(parts: Iterable[Part]) -> Iterator[Part]:
    totals = []
    for part in parts:
        if not pc.any(part.totals).as_py():
            yield part
            continue
        totals.append(part.where(part.totals))
        yield part.where(pc.invert(part.totals))
    yield from totals


def _part(batch: Any, kept: Sequence[Column], columns: Sequence[Column], lang: Language) -> Part:
    cells, codes = [], {}
    for column in kept:
        array = _own_or_vietnamese(batch, column.name, columns)
        if column.type in TYPES:
            cells.append(_values(array, column))
        elif column.type in TEXT_TYPES:
            cells.append(_composed(array))
        else:
            codes[column.name], names = _codes(array, column.type, lang)
            cells.append(names)
    units = codes.get("unit", pa.nulls(batch.num_rows, pa.string()))
    return Part(tuple(cells), codes, units, _totals(batch.num_rows, kept, cells, codes), {})


def _own_or_vietnamese(batch: Any, column: str, columns: Sequence[Column]) -> Any:
    own, shared = batch.column(column), stem(column, columns)
    if shared == column or column.endswith("_vi"):
        return own
    return pc.if_else(pc.equal(pc.fill_null(own, ""), ""), batch.column(f"{shared}_vi"), own)


def _values(array: Any, column: Column) -> Any:
    """Typed cells; what is no number of its type is refused, what is infinite or NaN is missing."""
    try:
        values = array.cast(TYPES[column.type])
    except pa.ArrowInvalid as error:
        raise TableError(f"The column {column.name} ({column.type}) holds another type: {error}") from error
    if pa.types.is_floating(values.type):
        return pc.if_else(pc.is_finite(values), values, None)
    return values


def _composed(array: Any) -> Any:
    """Text in NFC; text without marks of their own already is."""
    return pc.utf8_normalize(array, form="NFC") if occurs(_MARK, array) else array


def _codes(array: Any, kind: str, lang: Language) -> tuple[Any, Any]:
    """The codes of a column, and their names, each once."""
    held = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
    codes = [str(code) for code in held.dictionary.to_pylist()]
    used = set(pc.unique(held.indices).to_pylist())
    names = [named(kind, code, lang) if place in used else "" for place, code in enumerate(codes)]
    return held, pa.DictionaryArray.from_arrays(held.indices, pa.array(names, pa.string()))


def _totals(rows: int, kept: Sequence[Column], cells: Sequence[Any], codes: Mapping[str, Any]) -> Any:
    """Which rows are totals of others; `total` as a scope says something else, of one figure."""
    found = pa.repeat(pa.scalar(value=False), rows)
    for column, array in zip(kept, cells, strict=True):
        if column.type not in TYPES and column.type != "scope":
            found = pc.or_(found, _is_total(codes.get(column.name, array)))
    return found


def _is_total(array: Any) -> Any:
    if pa.types.is_dictionary(array.type):
        place = pc.index(array.dictionary, TOTAL).as_py()
        return pc.fill_null(pc.equal(array.indices, place), fill_value=False)
    return pc.fill_null(pc.equal(array, TOTAL), fill_value=False)
