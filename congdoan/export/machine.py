"""A table for programs: machine column names, codes beside names, the data set in every row if not real."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congdoan.export.context import Context
from congdoan.tables import Cell, Table


@dataclass(frozen=True)
class MachineColumn:
    """One column: its name, the type of the query header ("text" for names), what it means, and its cells."""

    name: str
    type: str
    comment: str
    unit: str
    cells: tuple[Cell, ...]
    place: int | None = None
    """Position of the column in the table, None for a column that the table does not have."""


def machine_columns(table: Table, context: Context) -> list[MachineColumn]:
    """The columns of the table; a code column `place` gives `place` (code) and `place_name`.

    Figures that are not real carry `dataset` and `dataset_name` (the mark) in every row, in front.
    """
    own = [one for place in range(len(table.fields)) for one in _columns(table, place)]
    if not context.mark:
        return own
    marks = _marks(table, context)
    return marks + [one for one in own if one.name not in [mark.name for mark in marks]]


def content_hash(tables: Sequence[Table], context: Context) -> str:
    """SHA-256, in hex, of names and cells as programs read them: equal for equal figures in one language."""
    digest = hashlib.sha256()
    for table in tables:
        for column in machine_columns(table, context):
            digest.update(repr((column.name, column.type, column.unit, column.cells)).encode())
        digest.update(repr(table.totals).encode())
    return digest.hexdigest()


def _columns(table: Table, place: int) -> Iterator[MachineColumn]:
    described, cells = table.fields[place], table.cells[place]
    about = described.meaning or described.heading
    codes = table.codes.get(described.name)
    if codes is None:
        yield MachineColumn(described.name, described.type, about, described.unit, cells, place)
    else:
        yield MachineColumn(described.name, "code", about, "", codes, place)
        yield MachineColumn(f"{described.name}_name", "text", f"{about} ({table.lang})", "", cells, place)


def _marks(table: Table, context: Context) -> list[MachineColumn]:
    rows = len(table)
    return [
        MachineColumn("dataset", "code", "data set of the figures", "", (context.dataset,) * rows),
        MachineColumn("dataset_name", "text", "what the figures are", "", (context.mark,) * rows),
    ]
