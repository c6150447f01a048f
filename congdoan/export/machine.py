"""A table for programs: machine column names, codes beside names, the data set in every row if not real."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from congdoan.export.context import Context
from congdoan.tables import Part, Stream


@dataclass(frozen=True)
class MachineColumn:
    """One column: its name, the type of the query header ("text" for names), what it means.

    Its cells are those of the table's column `place`, or the codes of `code`, or `same` in every row.
    """

    name: str
    type: str
    comment: str
    unit: str = ""
    place: int | None = None
    code: str = ""
    same: str = ""

    def cells(self, part: Part) -> Any:
        """Its cells in some rows."""
        if self.code:
            return part.codes[self.code]
        return repeated(self.same, len(part)) if self.place is None else part.cells[self.place]


def machine_columns(stream: Stream, context: Context) -> list[MachineColumn]:
    """The columns of the table; a code column `place` gives `place` (code) and `place_name`.

    Figures that are not real carry `dataset` and `dataset_name` (the mark) in every row, in front.
    """
    own = [one for place in range(len(stream.fields)) for one in _columns(stream, place)]
    if not context.mark:
        return own
    marks = [
        MachineColumn("dataset", "code", "data set of the figures", same=context.dataset),
        MachineColumn("dataset_name", "text", "what the figures are", same=context.mark),
    ]
    return marks + [one for one in own if one.name not in [mark.name for mark in marks]]


def repeated(text: str, rows: int) -> Any:
    """The same text in every row, held once."""
    return pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int8()), rows), pa.array([text]))


def _columns(stream: Stream, place: int) -> Iterator[MachineColumn]:
    described = stream.fields[place]
    name, about = described.name, described.meaning or described.heading
    if name in stream.coded:
        yield MachineColumn(name, "code", about, code=name)
        yield MachineColumn(f"{name}_name", "text", f"{about} ({stream.lang})", place=place)
    else:
        yield MachineColumn(name, described.type, about, described.unit, place)
