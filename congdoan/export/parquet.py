"""Parquet files: typed columns with comments, and the context in the file's own metadata."""

import base64
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from congdoan.export.context import Context, source_line
from congdoan.export.delimited import content_hash
from congdoan.export.machine import MachineColumn, machine_columns
from congdoan.tables import Stream
from congdoan.tables.arrow import TYPES


def parquet(file: BinaryIO, stream: Stream, context: Context) -> None:
    """The table with machine names; columns carry `comment`, `type`, `unit`, the file title, filters,
    sources, release and content hash. Unknown and impossible figures are both null.
    """
    columns = machine_columns(stream, context)
    said = pa.schema([_field(column) for column in columns], _metadata(stream, context))
    held = pa.schema([_held(column, field) for column, field in zip(columns, said, strict=True)])
    with pq.ParquetWriter(file, held, compression="zstd", store_schema=False) as writer:
        for part in stream.parts():
            cells = [one.cells(part).cast(field.type) for one, field in zip(columns, held, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(cells, schema=held))
        # Readers are told of texts, though the writer got dictionaries.
        told = base64.b64encode(said.serialize()).decode()
        writer.add_key_value_metadata({**_metadata(stream, context), "ARROW:schema": told})


def _held(column: MachineColumn, field: pa.Field) -> pa.Field:
    """How the writer gets a column: codes and names as dictionaries, which it would make of them anyway."""
    repeats = column.code or column.same or column.type == "text"
    return field.with_type(pa.dictionary(pa.int32(), pa.string())) if repeats else field


def _field(column: MachineColumn) -> pa.Field:
    about = {"comment": column.comment, "type": column.type, "unit": column.unit}
    kept = {key: text for key, text in about.items() if text}
    return pa.field(column.name, TYPES.get(column.type, pa.string()), metadata=kept)


def _metadata(stream: Stream, context: Context) -> dict[str, str]:
    return {
        "title": context.title,
        "subtitle": context.subtitle,
        "filters": "; ".join(context.filters),
        "breaks": " ".join(context.breaks),
        "notes": "\n".join(context.notes),
        "source_ids": ",".join(source.id for source in context.sources),
        "source_line": source_line(context),
        "release": context.release,
        "dataset": context.dataset,
        "mark": context.mark,
        "cut_off": context.cut_off.isoformat(),
        "made_on": context.made_on.isoformat(),
        "language": context.lang,
        "rows": str(len(stream)),
        "sha256": content_hash(stream, context),
    }
