"""Long tables turned wide: a row per key, a column per key, no arithmetic. Totals come from the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from congdoan import text
from congdoan.catalogue import Catalogue, current, items
from congdoan.tables.table import NUMERIC, TOTAL, Cell, Field, Table, TableError

_Key = tuple[Cell, ...]
_PLAIN = frozenset({None, "", "exact", "final"})
_MARKS = ("value_text", "qualifier", "status")
"""Columns that say something about a value; they stand beside it when wide if they say anything."""


@dataclass(frozen=True)
class _Grid:
    """Where each long row goes: its row key, its column key, and which long row fills a cell."""

    table: Table
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_keys: tuple[_Key, ...]
    column_keys: tuple[_Key, ...]
    cells: Mapping[tuple[_Key, _Key], int]

    def column(self, key: _Key) -> list[int | None]:
        """For each wide row the long row that fills this column, None where there is none."""
        return [self.cells.get((row, key)) for row in self.row_keys]


@dataclass(frozen=True)
class _Column:
    """A column of the wide table before it is laid beside the others."""

    field: Field
    cells: tuple[Cell, ...]
    codes: tuple[str | None, ...] | None = None
    impossible: frozenset[int] = frozenset()


def pivot(table: Table, rows: Sequence[str], columns: Sequence[str], values: Sequence[str]) -> Table:
    """A table with one row per key of `rows` and, per key of `columns`, one column for each of `values`.

    The unit stands in the heading where a column has one only, else `unit` becomes a row key. Qualifiers,
    statuses and words in place of numbers get a column of their own beside their values. TableError when two
    rows fall on one cell: then a column that tells them apart is missing from `rows` or `columns`.
    """
    grid = _grid(table, tuple(rows), tuple(columns))
    if _mixed_units(grid, values):
        grid = _grid(table, (*rows, "unit"), tuple(columns))
    heads = [_head(grid, position) for position in range(len(grid.rows))]
    bodies = [body for key in grid.column_keys for body in _bodies(grid, key, tuple(values))]
    return _joined(grid, heads + bodies)


def _grid(table: Table, rows: tuple[str, ...], columns: tuple[str, ...]) -> _Grid:
    row_keys, column_keys = _keys(table, rows), _keys(table, columns)
    cells: dict[tuple[_Key, _Key], int] = {}
    for position, place in enumerate(zip(row_keys, column_keys, strict=True)):
        if place in cells:
            raise TableError(
                f"{table.name}: rows {cells[place] + 1} and {position + 1} both belong to row {place[0]}, "
                f"column {place[1]}; add the column that tells them apart to rows or columns"
            )
        cells[place] = position
    across = sorted(dict.fromkeys(column_keys), key=lambda key: _order(table, columns, key))
    down = sorted(dict.fromkeys(row_keys), key=lambda key: _is_total(table, rows, key))
    return _Grid(table, rows, columns, tuple(down), tuple(across), cells)


def _is_total(table: Table, names: tuple[str, ...], key: _Key) -> bool:
    """A total has the key `total`, over years no year at all."""
    return any(_marks_total(_kind(table, name), part) for name, part in zip(names, key, strict=True))


def _marks_total(kind: str, part: Cell) -> bool:
    return part == TOTAL or (kind == "year" and part is None)


def _kind(table: Table, name: str) -> str:
    return table.fields[table.index(name)].type


def _keys(table: Table, names: tuple[str, ...]) -> list[_Key]:
    return list(zip(*(table.key(name) for name in names), strict=True)) if names else [()] * len(table)


def _order(table: Table, names: tuple[str, ...], key: _Key) -> tuple[tuple[bool, float, str], ...]:
    """Totals last; years and days by time, codes as in the catalogue, other texts by themselves."""
    return tuple(_rank(_kind(table, name), part) for name, part in zip(names, key, strict=True))


def _rank(kind: str, part: Cell) -> tuple[bool, float, str]:
    if isinstance(part, int | float):
        return False, float(part), ""
    return _marks_total(kind, part), float(_orders(current()).get(kind, {}).get(str(part), 0)), str(part)


@lru_cache(maxsize=2)
def _orders(catalogue: Catalogue) -> Mapping[str, Mapping[str, int]]:
    kinds = {"metric": catalogue.metrics, "item": catalogue.items, "place": catalogue.provinces}
    return {
        kind: {code: position for position, code in enumerate(codes, start=1)}
        for kind, codes in kinds.items()
    }


def _mixed_units(grid: _Grid, values: Sequence[str]) -> bool:
    amounts = any(_kind(grid.table, value) == "amount" for value in values)
    keyed = "unit" in grid.rows or "unit" in grid.columns or "unit" not in grid.table.codes
    return amounts and not keyed and any(len(_units(grid, key)) > 1 for key in grid.column_keys)


def _units(grid: _Grid, key: _Key) -> set[str]:
    return {grid.table.units[row] for row in grid.column(key) if row is not None} - {""}


def _head(grid: _Grid, position: int) -> _Column:
    """A row key as a column; years among which one is a total become words."""
    table, name = grid.table, grid.rows[position]
    place = table.index(name)
    keys = [key[position] for key in grid.row_keys]
    if table.fields[place].type == "year" and None in keys:
        total = text.say("table.total", table.lang)
        years = tuple(total if key is None else str(key) for key in keys)
        return _Column(replace(table.fields[place], type="name"), years)
    names = dict(zip(table.key(name), table.cells[place], strict=True))
    codes = tuple(None if key is None else str(key) for key in keys) if name in table.codes else None
    return _Column(table.fields[place], tuple(names[key] for key in keys), codes)


def _bodies(grid: _Grid, key: _Key, values: tuple[str, ...]) -> list[_Column]:
    rows = grid.column(key)
    marks = [name for name in _MARKS if _says_more(grid, name, rows, values)]
    return [_body(grid, key, name, rows, alone=len(values) == 1) for name in values] + [
        _body(grid, key, name, rows, alone=False) for name in marks
    ]


def _says_more(grid: _Grid, name: str, rows: list[int | None], values: tuple[str, ...]) -> bool:
    if name not in [column.name for column in grid.table.fields] or name in grid.rows + grid.columns + values:
        return False
    said = grid.table.key(name)
    return any(said[row] not in _PLAIN for row in rows if row is not None)


def _body(grid: _Grid, key: _Key, name: str, rows: list[int | None], *, alone: bool) -> _Column:
    table, place = grid.table, grid.table.index(name)
    described, cells, codes = table.fields[place], table.cells[place], table.codes.get(name)
    units = _units(grid, key) if described.type == "amount" and "unit" not in grid.rows else set()
    unit = units.pop() if len(units) == 1 else ""
    words = [*_shown_key(grid, key), *([] if alone and key else [described.heading])]
    heading = " · ".join(words) + _unit_words(grid, unit)
    field = replace(described, name="_".join([name, *map(str, key)]), heading=heading, unit=unit)
    impossible = frozenset(at for at, row in enumerate(rows) if row is None and not _possible(grid, at, key))
    return _Column(
        field,
        tuple(None if row is None or _plain(grid, name, row) else cells[row] for row in rows),
        None if codes is None else tuple(None if row is None else codes[row] for row in rows),
        impossible if field.type in NUMERIC else frozenset(),
    )


def _plain(grid: _Grid, name: str, row: int) -> bool:
    """Whether a mark says only that there is nothing to say: exact, final."""
    return name in _MARKS and grid.table.key(name)[row] in _PLAIN


def _shown_key(grid: _Grid, key: _Key) -> list[str]:
    row = next(row for row in grid.column(key) if row is not None)
    return [_shown_part(grid.table, name, row, part) for name, part in zip(grid.columns, key, strict=True)]


def _shown_part(table: Table, name: str, row: int, part: Cell) -> str:
    place = table.index(name)
    return (
        text.say("table.total", table.lang)
        if part is None and table.fields[place].type == "year"
        else table.shown(row, place)
    )


def _unit_words(grid: _Grid, unit: str) -> str:
    return f" ({text.name('unit', unit, grid.table.lang)})" if unit else ""


def _possible(grid: _Grid, row: int, key: _Key) -> bool:
    """Whether the catalogue allows a figure: the item existed in that year and goes to that recipient."""
    names = (*grid.rows, *grid.columns)
    parts = {
        _kind(grid.table, name): part for name, part in zip(names, (*grid.row_keys[row], *key), strict=True)
    }
    item = items().get(str(parts.get("item")))
    if item is None:
        return True
    recipient, year = parts.get("recipient"), str(parts.get("year") or "")
    kinds = {"collective", "individual"}
    return not (
        (recipient in kinds and item.recipient in kinds and recipient != item.recipient)
        or (year and item.valid_from and year < item.valid_from[:4])
        or (year and item.valid_to and year > item.valid_to[:4])
    )


def _joined(grid: _Grid, columns: list[_Column]) -> Table:
    units = next((column.codes for column in columns if column.field.name == "unit"), None)
    return Table(
        name=grid.table.name,
        lang=grid.table.lang,
        fields=tuple(column.field for column in columns),
        cells=tuple(column.cells for column in columns),
        codes={column.field.name: column.codes for column in columns if column.codes is not None},
        units=tuple(code or "" for code in units or ("",) * len(grid.row_keys)),
        totals=tuple(_is_total(grid.table, grid.rows, key) for key in grid.row_keys),
        impossible=frozenset((row, at) for at, column in enumerate(columns) for row in column.impossible),
    )
